"""Help pages: every topic and command, and pages on a terminal."""

import pytest
from commands import Command
from rich.cells import cell_len

from policytrack.cli.app import COMMANDS
from policytrack.cli.help import reflowed, topics

PAGE = """# Title

A paragraph of words that runs
over two lines.

- a point of a list that is long
  and goes on
- another

```console
$ a command that must stay on one line to be copied
```

| a table | that stays as it is, however wide |
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_page(policytrack: Command, name: str) -> None:
    ended = policytrack("help", name)
    assert ended.code == 0
    if name in topics():  # the topic goes first, and says where the options are
        assert ended.out.endswith(f"`policytrack {name} --help` lists the options.\n")
    else:
        assert ended.out.startswith(f"Usage: policytrack {name} ")


@pytest.mark.parametrize("name", topics())
def test_every_topic_is_printed_as_it_is_into_a_pipe(policytrack: Command, name: str) -> None:
    assert policytrack("help", name).out.startswith(topics()[name])


def test_every_topic_begins_with_its_name(policytrack: Command) -> None:
    for name, text in topics().items():
        assert text.lower().startswith(f"# {name.replace('-', ' ')}")


def test_paragraphs_are_broken_at_the_width() -> None:
    lines = reflowed(PAGE, 24).splitlines()
    prose = [line for line in lines if not line.startswith(("$", "|", "```"))]
    assert all(cell_len(line) <= 24 for line in prose)
    assert "A paragraph of words" in lines
    assert "- another" in lines


def test_commands_and_tables_are_never_broken() -> None:
    lines = reflowed(PAGE, 24).splitlines()
    assert "$ a command that must stay on one line to be copied" in lines
    assert "| a table | that stays as it is, however wide |" in lines


def test_a_pipe_gets_the_page_itself() -> None:
    assert reflowed(PAGE, None) == PAGE
