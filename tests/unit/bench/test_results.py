import json
import math
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from factcheck.bench.results import as_json, plain, require_writable, write_rows
from factcheck.domain.errors import InvalidInput
from factcheck.domain.evidence import MachineStatus


@dataclass(frozen=True)
class Line:
    id: str
    status: MachineStatus
    values: tuple[float, ...] = ()
    day: date | None = None


def test_a_result_becomes_plain_json() -> None:
    line = Line("a", MachineStatus.SUPPORTED, (0.5, math.inf, math.nan), date(2025, 1, 27))
    assert json.loads(as_json(line)) == {
        "id": "a",
        "status": "supported",
        "values": [0.5, None, None],
        "day": "2025-01-27",
    }
    assert plain({MachineStatus.SUPPORTED: [1, None, True]}) == {"supported": [1, None, True]}


def test_rows_are_written_one_a_line(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    write_rows(path, [Line("a\u2028b", MachineStatus.SUPPORTED), Line("ü", MachineStatus.UNMATCHED)])
    lines = path.read_text(encoding="utf-8").split("\n")
    assert [json.loads(line)["id"] for line in lines[:-1]] == ["a\u2028b", "ü"]
    assert lines[-1] == ""


def test_a_file_that_cannot_be_written_is_refused_before_and_after(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere" / "out.jsonl"
    with pytest.raises(InvalidInput, match=r"out\.jsonl: No such file"):
        require_writable(missing)
    with pytest.raises(InvalidInput, match=r"out\.jsonl: No such file"):
        write_rows(missing, [])
    assert require_writable(tmp_path / "out.jsonl") == tmp_path / "out.jsonl"
