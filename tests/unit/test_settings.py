"""Settings refuse what cannot be meant."""

import pytest

from factcheck.domain.errors import InvalidInput
from factcheck.settings import Settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("FACTCHECK_PORT", "eight"),
        ("FACTCHECK_LEASE_SECONDS", "0"),
        ("FACTCHECK_DEMO", "perhaps"),
        ("FACTCHECK_SECRET", "too short"),
        ("FACTCHECK_TIMEZONE", "Europe/Atlantis"),
        ("FACTCHECK_TIMEZONE", "../etc/passwd"),
        ("FACTCHECK_SECRTE", "a misspelt name"),
        ("FACTCHECK_WRONG_CLEARS", "few"),
        ("FACTCHECK_WRONG_CLEARS", "0"),
        ("FACTCHECK_WRONG_CLEARS", "0.21"),
        ("FACTCHECK_WRONG_CLEARS", "nan"),
        ("FACTCHECK_AUDIT_SHARE", "-0.01"),
        ("FACTCHECK_AUDIT_SHARE", "1.5"),
        ("FACTCHECK_AUDIT_SHARE", "2%"),
    ],
)
def test_a_value_that_cannot_be_meant_names_its_variable(name: str, value: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        Settings.from_environment({name: value})
    assert name in refused.value.message


def test_shares_are_read_as_numbers() -> None:
    settings = Settings.from_environment({"FACTCHECK_WRONG_CLEARS": "0.2", "FACTCHECK_AUDIT_SHARE": "0"})
    assert (settings.wrong_clears, settings.audit_share) == (0.2, 0.0)


def test_outside_demo_mode_there_has_to_be_a_secret() -> None:
    with pytest.raises(InvalidInput, match="FACTCHECK_SECRET"):
        Settings().signing_secret()
    assert len(Settings(demo=True).signing_secret()) >= 32
    assert Settings(secret="s" * 32).signing_secret() == "s" * 32


def test_what_is_not_ours_in_the_environment_is_left_alone() -> None:
    assert Settings.from_environment({"PATH": "/bin", "FACT": "1"}) == Settings()
