"""Reviewing: decisions hold, can be taken back, outlive a retag, and become gold."""

import json
from pathlib import Path

import pytest
from commands import Command, lines

TEXT = {"id": "n1", "title": "南泽县检查加油站", "published": "2023-07-19", "source": "南泽日报",
        "text": "7月17日，县应急管理局检查加油站46座，整改隐患31处。"}  # fmt: skip


@pytest.fixture
def stored(policytrack: Command, here: Path) -> Command:
    (here / "one.jsonl").write_text(lines(TEXT), "utf-8")
    assert policytrack("ingest", "one.jsonl").code == 0
    return policytrack


def figures(command: Command, *columns: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(command("figures", "-O", "json", "--columns", ",".join(columns)).out)
    return found


def test_without_a_terminal_the_queue_is_printed_least_certain_first(stored: Command) -> None:
    rows = json.loads(stored("review", "-O", "json").out)
    assert {row["id"] for row in rows} == {"1.a1", "1.f1", "1.f2"}
    assert [row["confidence"] for row in rows] == sorted(row["confidence"] for row in rows)


def test_what_is_decided_waits_no_longer(stored: Command) -> None:
    stored("review", "--accept", "1.f1")
    assert "1.f1" not in stored("review").out
    assert [row["id"] for row in json.loads(stored("figures", "reviewed:yes", "-O", "json").out)] == ["1.f1"]


def test_a_rejected_figure_is_gone_until_that_is_taken_back(stored: Command) -> None:
    stored("review", "--reject", "1.f2")
    assert [row["id"] for row in figures(stored, "id")] == ["1.f1"]
    assert stored("review", "--undo", "1").err == "Decision 1 is taken back.\n"
    assert [row["id"] for row in figures(stored, "id")] == ["1.f1", "1.f2"]


def test_an_edit_shows_everywhere_and_outlives_a_retag(stored: Command, here: Path) -> None:
    stored("review", "--edit", "1.f2", "--set", "indicator=整改问题", "--set", "obs=目标")
    (here / "lexicon").mkdir()
    (here / "lexicon" / "own.toml").write_text('[[indicator]]\nid = "x"\nnames = ["无人使用"]\n', "utf-8")
    assert stored("retag", "-y", "--lexicon", "lexicon").err.startswith("Nothing changes")
    assert figures(stored, "indicator", "obs_status")[1] == {"indicator": "整改问题", "obs_status": "target"}


def test_edits_of_one_item_add_up(stored: Command) -> None:
    stored("review", "--edit", "1.f2", "--set", "indicator=整改问题")
    stored("review", "--edit", "1.f2", "--set", "period=2023-07")
    assert figures(stored, "indicator", "time_period")[1] == {
        "indicator": "整改问题", "time_period": "2023-07-01/2023-07-31",
    }  # fmt: skip


def test_the_database_is_whole_after_decisions(stored: Command) -> None:
    stored("review", "--reject", "1.a1", "--accept", "1.f1")
    assert stored("check").code == 0


def test_gold_is_printed_once_every_item_is_decided(stored: Command) -> None:
    stored("review", "--accept", "1.a1", "--accept", "1.f1")
    first = stored("review", "--gold")
    assert (first.out, first.err) == ("", "0 articles are reviewed whole, 1 in part.\n")
    stored("review", "--edit", "1.f2", "--set", "indicator=整改问题")
    record = json.loads(stored("review", "--gold").out)
    assert record["text"] == TEXT["text"]
    assert [figure["indicator"] for figure in record["figures"]][1] == "整改问题"


def test_the_log_lists_every_decision(stored: Command) -> None:
    stored("review", "--reject", "1.f2")
    stored("review", "--undo", "1")
    log = json.loads(stored("review", "--log", "-O", "json").out)
    assert [(row["number"], row["decision"], row["words"], row["stands"]) for row in log] == [
        (2, "undo", "31处", False), (1, "reject", "31处", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--accept", "1.f9"], "Article 1 has no figure f9."),
        (["--accept", "1"], "1 is an article. Decide on its items: `policytrack review article:1`."),
        (["--reject", "1.n5"], "There is no unattached numeral 1.n5."),
        (["--edit", "1.f1"], "--edit changes nothing. Say what with --set FIELD=VALUE."),
        (["--set", "kind=growth"], "--set needs an item. Name it with --edit ID."),
        (["--edit", "1.f1", "--set", "kind"], "'kind' is no change. Write FIELD=VALUE"),
        (["--edit", "1.f1", "--set", "kind=x"], "kind: 'x' is not one of level"),
        (["--edit", "1.a1", "--set", "type=x"], "There is no action type 'x'."),
        (["--undo", "7"], "There is no decision 7. `policytrack review --log` lists all."),
    ],
)
def test_what_cannot_be_decided_is_refused_and_nothing_is_stored(
    stored: Command, words: list[str], message: str
) -> None:
    ended = stored("review", *words)
    assert ended.code == 2
    assert ended.err.startswith(f"error: {message}")
    assert stored("review", "--log").out.count("\n") == 3  # title, headings, rule


@pytest.fixture
def asked(stored: Command, monkeypatch: pytest.MonkeyPatch) -> Command:
    """`review` at a terminal, where the answers come one after the other."""

    def call(*answers: str) -> object:
        given = iter(answers)

        def prompt(*_: object, **__: object) -> str:
            import click

            answer = next(given, None)
            if answer is None:
                raise click.Abort
            return answer

        monkeypatch.setattr("click.prompt", prompt)
        monkeypatch.setattr("policytrack.cli.review._at_a_terminal", lambda: True)
        return stored("review")

    return call  # type: ignore[return-value]


def decided(command: Command) -> list[tuple[object, ...]]:
    log = json.loads(command("review", "--log", "-O", "json").out)
    return [(row["decision"], row["stands"]) for row in reversed(log)]


def test_a_walk_stores_each_answer(asked: Command, stored: Command) -> None:
    asked("a", "s", "r")
    assert decided(stored) == [("accept", True), ("reject", True)]
    assert stored("review", "-O", "json").out.count('"id"') == 1


def test_a_walk_can_be_taken_back_step_by_step(asked: Command, stored: Command) -> None:
    asked("r", "u", "a", "q")
    assert decided(stored) == [("reject", False), ("undo", False), ("accept", True)]


def test_a_walk_asks_again_after_a_change_that_makes_no_sense(asked: Command, stored: Command) -> None:
    ended = asked("e", "nonsense=1", "s", "q")
    assert "cannot be edited" in ended.err
    assert decided(stored) == []


def test_a_walk_that_is_broken_off_keeps_what_was_decided(asked: Command, stored: Command) -> None:
    ended = asked("a")
    assert "1 decisions, 1 articles read again." in ended.err
    assert decided(stored) == [("accept", True)]


def test_decisions_hold_when_an_undone_article_comes_back(stored: Command) -> None:
    stored("review", "--edit", "1.f2", "--set", "indicator=整改问题")
    stored("undo", "1")
    stored("ingest", "one.jsonl")
    assert figures(stored, "indicator")[1] == {"indicator": "整改问题"}
    assert [row["id"] for row in json.loads(stored("figures", "reviewed:yes", "-O", "json").out)] == ["1.f2"]


def test_a_run_of_review_is_taken_back_by_decisions(stored: Command) -> None:
    stored("review", "--reject", "1.f2")
    refused = stored("undo", "2")
    assert "Run 2 put decisions into effect, and those stand." in refused.err
    assert "review --undo N" in refused.err
    assert [row["id"] for row in figures(stored, "id")] == ["1.f1"]


@pytest.mark.parametrize(
    ("typed", "value"), [("18.9亿", "1890000000"), ("3,200", "3200"), ("-2.5万元", "-25000"), ("7", "7")]
)
def test_a_value_is_typed_as_it_is_printed(stored: Command, typed: str, value: str) -> None:
    stored("review", "--edit", "1.f2", "--set", f"value={typed}")
    assert figures(stored, "obs_value")[1] == {"obs_value": value}


def test_a_multiplier_in_a_unit_is_refused(stored: Command) -> None:
    assert (
        "万元 is a multiplier and a unit. Write it as in: value=18.9亿"
        in stored("review", "--edit", "1.f2", "--set", "unit=万元").err
    )


def test_a_decision_on_a_text_that_has_changed_is_not_in_effect(stored: Command, here: Path) -> None:
    stored("review", "--edit", "1.f2", "--set", "indicator=整改问题")
    (here / "one.jsonl").write_text(lines({**TEXT, "text": TEXT["text"] + "其中2处当场整改。"}), "utf-8")
    stored("ingest", "one.jsonl")
    [row] = json.loads(stored("review", "--log", "-O", "json").out)
    assert row["stands"] is False
