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
        ('[action]\nid = "q"', "bad.toml: 'action' must be written as [[action]] entries."),
        ('[[action]]\nlabel = "问"', "bad.toml: [[action]] number 1, key 'id': a non-empty text is required"),
        ('[[action]]\nid = "Q 1"\nlabel = "问"', "key 'id': 'Q 1' must be written in small letters, digits and _"),
        ('[[action]]\nid = "q"\nlabel = ["问"]', "key 'label': must be a text"),
        ('[[action]]\nid = "q"\nlabel = "问"\nphrases = 7', "key 'phrases': must be a text of words or a list"),
        ('[[action]]\nid = "q"\nlabel = "问"', "key 'phrases': a type needs phrases, nominals, objects or a rule"),
        (
            '[[action]]\nid = "q"\nlabel = "问"\nphrases = "问"\nexamples = "问"',
            "key 'examples': must be a list of tables",
        ),
        ('[[action]]\nid = "q"\nlabel = "问"\nphrases = "问"\nvetoes = true', "key 'vetoes': must be a text of words"),
        (
            '[[action]]\nid = "q"\nlabel = "问"\nphrases = "问"\ndirection = "up"',
            "key 'direction': 'up' is not one of in, out",
        ),
        (
            '[[action]]\nid = "q"\nlabel = "检查督导排查"\nphrases = "问"',
            "key 'label': '检查督导排查' is the label of inspection",
        ),
        (NIGHT + NIGHT, "bad.toml: [[action]] number 2, key 'id': 'night_economy' is already number 1 of "),
        (
            '[[action]]\nid = "night_economy"\nlabel = "夜"\nphrases = "夜"',
            "key 'id': 'night_economy' is already number 1",
        ),
        (
            f'[[action]]\nid = "q"\nlabel = "问"\nphrases = "{"问" * 101}"',
            "key 'phrases': a word of more than 100 characters",
        ),
        ('[[unit]]\nid = "u"\nnames = ["桶"]', "[[unit]] number 1, key 'id': unknown key; known are base"),
        ('[[indicator]]\nid = "n"', "[[indicator]] number 1, key 'names': at least one name is required"),
        ('[[organisation]]\nid = "o"', "[[organisation]] number 1, key 'level': a non-empty text is required"),
    ],
)
def test_a_broken_file_is_refused_with_file_key_and_reason(folder: Path, content: str, said: str) -> None:
    (folder / "bad.toml").write_text(content, encoding="utf-8")
    with scratch():
        got = run(f"policytrack lexicon check {folder}")
    assert said in got
    assert got.endswith("(exit 1)\n")


def test_a_file_that_is_no_utf_8_is_refused(folder: Path) -> None:
    (folder / "bad.toml").write_bytes("[[action]]\nid = '夜间经济'".encode("gb18030"))
    with scratch():
        got = run(f"policytrack lexicon check {folder}")
    assert "bad.toml: not UTF-8 at byte 19. Save it as UTF-8." in got


def test_a_broken_file_stops_every_command_that_would_use_it(folder: Path) -> None:
    (folder / "bad.toml").write_text("[[unknown]]", encoding="utf-8")
    with scratch():
        for command in ("ingest sample_data/wangchuan-2023.jsonl", "extract sample_data/wangchuan-2023.jsonl"):
            got = run(f"policytrack {command} --lexicon {folder}")
            assert got.count("bad.toml: ") == 1
            assert "Traceback" not in got


def test_explain_names_the_user_s_file(folder: Path) -> None:
    with scratch():
        got = run(f"policytrack explain --text 市商务局建成夜间消费街区4条。 --lexicon {folder} -O json")
    assert str(folder / "night.toml") in got


def test_the_package_s_own_tables_are_all_read() -> None:
    from policytrack.lexicon.load import HOME, lexicon_files, load, read_entries

    read = set(read_entries(lexicon_files(HOME)))
    assert read
    load()  # and nothing in it is refused


def test_the_examples_of_the_lexicon_hold() -> None:
    with scratch():
        assert run("policytrack lexicon test").endswith("action types hold.\n")
