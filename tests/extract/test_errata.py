"""Correction notices and restatements: what was printed wrong, what is right, and neither a goal nor an act."""

from datetime import date

import pytest

from policytrack.extract.pipeline import extract_article
from policytrack.lexicon.load import load
from policytrack.model import Article, Extraction
from policytrack.period import Period

LEXICON = load()


def extract(text: str) -> Extraction:
    return extract_article(Article("t", text, published=date(2023, 8, 20)), LEXICON)


@pytest.mark.parametrize(
    "text",
    [
        "本报8月14日01版《上半年外贸稳中向好》一文中，“出口总额6.1亿元”应为“出口总额5.9亿元”。特此更正。",
        "7月出口总额6.1亿元应为5.9亿元，特此更正。",
        "7月出口总额6.1亿元一数，经核实，应为5.9亿元。",
    ],
    ids=["quoted", "bare", "checked"],
)
def test_both_values_of_a_correction_are_results_of_one_indicator(text: str) -> None:
    assert [(f.surface, f.obs, f.indicator) for f in extract(text).figures] == [
        ("6.1亿元", "actual", "出口总额"),
        ("5.9亿元", "actual", "出口总额"),
    ]


def test_the_day_of_a_cited_issue_dates_nothing() -> None:
    [wrong, right] = extract("本报8月14日2版刊发的报道中，“旅游收入7亿元”应为“旅游收入8亿元”。").figures
    assert (wrong.period, right.period) == (None, None)


def test_the_day_of_a_dateline_is_a_day() -> None:
    [figure] = extract("本报8月14日讯 当天，全县接待游客2万人次。").figures
    assert figure.period == Period.day(date(2023, 8, 14))


@pytest.mark.parametrize("verb", ["修订为", "更正为", "核实为", "调整为", "修正为"])
def test_the_verb_of_a_restatement_is_no_part_of_the_indicator(verb: str) -> None:
    found = extract(f"经核算，上半年全市外贸进出口总额{verb}58.4亿元。")
    assert [(f.indicator, f.obs) for f in found.figures] == [("外贸进出口总额", "actual")]
    assert found.actions == ()
