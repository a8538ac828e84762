"""A user's own action type: one file, and every command knows it."""

from pathlib import Path

import pytest
from transcripts import run, scratch

NIGHT = """
[[action]]
id = "night_economy"
label = "夜间经济"
label_en = "Night economy"
definition = "发展夜市、夜间消费街区"
phrases = "夜间消费街区"
examples = [{ text = "市商务局建成夜间消费街区4条。" }]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "night.toml").write_text(NIGHT, encoding="utf-8")
    return tmp_path


def test_a_new_type_appears_everywhere(folder: Path) -> None:
    with scratch():
        run(f"policytrack ingest sample_data/wangchuan-2023.jsonl --lexicon {folder}")
        assert "夜间经济" in run(f"policytrack report --lexicon {folder}")
        assert "night_economy" in run(f"policytrack lexicon list --lexicon {folder}")
        assert "夜间消费街区" in run(f"policytrack actions type:night_economy --lexicon {folder}")


def test_a_new_type_is_completed(folder: Path) -> None:
    from click.shell_completion import ShellComplete

    from policytrack.cli.app import app

    found = ShellComplete(app, {}, "policytrack", "").get_completions(
        ["actions", "--lexicon", str(folder)], "type:night"
    )
    assert [item.value for item in found] == ["type:night_economy"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("x = 1", "bad.toml: 'x' must be written as [[x]] entries."),
        ('[[action]]\nid = "q"\nlable = "x"', "bad.toml: [[action]] number 1, key 'lable': unknown key"),
        ("[[unit", "bad.toml: "),
        ('[[unknown]]\nid = "q"', "key 'unknown': no part of the lexicon reads this table"),
    ],
    ids=["no table", "misspelt key", "no TOML", "unknown table"],
)
def test_a_broken_file_is_refused_with_file_key_and_reason(folder: Path, content: str, said: str) -> None:
    (folder / "bad.toml").write_text(content, encoding="utf-8")
    with scratch():
        got = run(f"policytrack lexicon check {folder}")
    assert said in got
    assert got.endswith("(exit 1)\n")


def test_the_package_s_own_tables_are_all_read() -> None:
    from policytrack.lexicon.load import HOME, lexicon_files, load, read_entries

    read = set(read_entries(lexicon_files(HOME)))
    assert read
    load()  # and nothing in it is refused


def test_the_examples_of_the_lexicon_hold() -> None:
    with scratch():
        assert run("policytrack lexicon test").endswith("action types hold.\n")
