"""Running commands in tests: `run_command` in this process, and two articles to feed them."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from policytrack.cli import run


@dataclass(frozen=True)
class Ended:
    """A command that has ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Ended]

NEWS = [
    {"id": "n1", "title": "南泽县减税降费", "published": "2023-07-12", "source": "南泽日报", "place": "南泽县",
     "text": "今年1月至6月，南泽县税务局为企业减税降费2.6亿元。"},
    {"id": "n2", "title": "南泽县检查加油站", "published": "2023-07-19", "source": "南泽日报", "place": "南泽县",
     "text": "7月17日，县应急管理局检查加油站46座，整改隐患31处。"},
]  # fmt: skip


def lines(*records: object) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def run_command(
    arguments: tuple[str, ...], stdin: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Ended:
    """Run the command line as the program does, and make sure that no traceback reaches the user."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8", "surrogateescape"))))
    with pytest.raises(SystemExit) as ended:
        run(list(arguments))
    streams = capsys.readouterr()
    assert "Traceback" not in streams.err
    return Ended(int(ended.value.code or 0), streams.out, streams.err)
