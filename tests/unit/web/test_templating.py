"""What templates can rely on: escaping, links that are safe, times in the newsroom's zone."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from jinja2 import UndefinedError

from factcheck.settings import Settings
from factcheck.web.pages.templating import counted, day, environment, moment, web_link


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//elsewhere.example/x",
        "/local",
        "https://",
        "http://[bad",
        "",
    ],
)
def test_only_absolute_web_addresses_become_links(url: str) -> None:
    assert web_link(url) is None


@pytest.mark.parametrize("url", ["https://example.org/a?b=1", "HTTP://example.org"])
def test_web_addresses_do(url: str) -> None:
    assert web_link(url) == url


def test_everything_is_escaped_in_text_and_in_attributes() -> None:
    template = environment(Settings(demo=True)).from_string('<a title="{{ x }}">{{ x }}</a>')
    assert template.render(x="\"'<b>&") == '<a title="&#34;&#39;&lt;b&gt;&amp;">&#34;&#39;&lt;b&gt;&amp;</a>'


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        environment(Settings(demo=True)).from_string("{{ nobody }}").render()


def test_times_are_in_the_zone_of_the_newsroom() -> None:
    assert moment(datetime(2025, 7, 1, 12, 5, tzinfo=UTC), ZoneInfo("Europe/London")) == "1 Jul 2025, 13:05"
    assert day(date(2025, 1, 7)) == "7 Jan 2025"
    with pytest.raises(TypeError):
        day(datetime(2025, 1, 7, tzinfo=UTC))


def test_counts_read_as_words() -> None:
    assert counted(1, "claim") == "1 claim"
    assert counted(1200, "claim is", "claims are") == "1,200 claims are"
