"""README, help pages and transcripts print what the program prints."""

from pathlib import Path

import pytest
import transcripts


@pytest.mark.parametrize("path", transcripts.files(), ids=lambda path: path.name)
def test_transcript(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    with transcripts.scratch():
        for block in transcripts._BLOCK.finditer(text):
            for step in transcripts.steps(block["body"]):
                got = transcripts.run(step.command)
                assert transcripts.fits(step.expected, got), f"$ {step.command}\n{got}"
