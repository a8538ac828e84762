"""Each template over one article, with values computed by hand. Figures are placed where the text prints them."""

from decimal import Decimal
from typing import Any

import pytest
from facts import figure

from policytrack.audit import ARTICLE_TEMPLATES
from policytrack.audit.passage import Passage, in_print
from policytrack.model import Article, Audit


def run(template: str, text: str, *printed: tuple[str, str, dict[str, Any]], title: str = "") -> list[Audit]:
    """Audits of a text whose figures are given as (number, unit, fields) in reading order."""
    at, figures = 0, []
    for n, (number, unit, fields) in enumerate(printed, 1):
        where = fields.get("where", "text")
        start = (title if where == "title" else text).index(number + unit, 0 if where == "title" else at)
        at = at if where == "title" else start + 1
        end = start + len(number + unit)
        figures.append(figure(number, unit, **fields | {"id": f"f{n}", "start": start, "end": end}))
    passage = Passage.of(Article("1", text, title), tuple(figures))
    return list(ARTICLE_TEMPLATES[template](passage))


YTD = {"indicator": "工业投资", "period": "2023-01-01/2023-08-31", "accumulation": "ytd"}


def test_a_number_of_more_digits_than_decimals_hold_by_default_is_printed() -> None:
    assert in_print(Decimal(10**30), figure("3", "家"), 1) == "1" + "0" * 30


def test_the_annual_target_follows_from_amount_and_completion() -> None:
    (audit,) = run(
        "target_completion",
        "1月至8月，工业投资84.6亿元，完成年度目标任务的70.5%，超进度目标4.6亿元。",
        ("84.6", "亿元", YTD),
        ("70.5", "%", YTD | {"kind": "ratio_to_target"}),
        ("4.6", "亿元", YTD | {"kind": "diff_to_target"}),
    )
    target, schedule = audit.derived
    # 84.55/0.7055 = 119.84…, 84.65/0.7045 = 120.15…; (84.6 − 4.6)/120 = 66.7 %
    assert (round(target.low / 10**8, 2), round(target.high / 10**8, 2)) == (Decimal("119.84"), Decimal("120.16"))
    assert schedule.low < Decimal(200) / 3 < schedule.high
    assert (audit.verdict, audit.figures) == ("consistent", ("f1", "f2", "f3"))
    assert audit.note.startswith("84.6 ÷ 70.5% = 120 [119.84, 120.16]; (84.6 − 4.6) ÷ 120 = ")
    assert audit.note.endswith("≈ 8/12 of the year (assumes a linear schedule)")


def test_a_printed_target_that_the_completion_excludes_is_a_contradiction() -> None:
    (audit,) = run(
        "target_completion",
        "全年目标150亿元，已完成工业投资84.6亿元，完成目标的70.5%。",
        ("150", "亿元", YTD | {"obs": "target"}),
        ("84.6", "亿元", YTD),
        ("70.5", "%", YTD | {"kind": "ratio_to_target"}),
    )
    assert audit.verdict == "inconsistent"


@pytest.mark.parametrize(
    ("share", "verdict"), [("31.9", "consistent"), ("39.1", "inconsistent")], ids=["right", "transposed"]
)
def test_a_share_is_checked_against_part_and_whole(share: str, verdict: str) -> None:
    battery = {"indicator": "电池产业产值"}
    (audit,) = run(
        "share_of_total",
        f"完成产值583.9亿元，其中电池产业产值186.4亿元，占产值的{share}%。",
        ("583.9", "亿元", {"indicator": "产值"}),
        ("186.4", "亿元", battery),
        (share, "%", battery | {"kind": "share", "denominator": "f1"}),
    )
    assert audit.verdict == verdict
    assert audit.note.startswith("186.4 ÷ 583.9 = 31.9%")


def test_a_share_of_nothing_stated_is_not_checked() -> None:
    same = {"indicator": "项目投资"}
    (audit,) = run(
        "share_of_total",
        "项目投资6.4亿元，占比3.1%。",
        ("6.4", "亿元", same),
        ("3.1", "%", same | {"kind": "share", "denominator": "unstated"}),
    )
    assert (audit.verdict, "unstated" in audit.note) == ("not_checkable", True)


@pytest.mark.parametrize(("second", "verdict"), [("27.4", "consistent"), ("77.4", "inconsistent")])
def test_shares_of_one_whole(second: str, verdict: str) -> None:
    (audit,) = run(
        "shares_sum",
        f"电池产值占全区比重达到31.9%。装备产值占全区比重{second}%。",
        ("31.9", "%", {"kind": "share", "indicator": "电池产值"}),
        (second, "%", {"kind": "share", "indicator": "装备产值"}),
    )
    assert audit.verdict == verdict


def test_the_earlier_share_follows_from_the_change() -> None:
    (audit,) = run(
        "growth_and_change",
        "占比31.9%，比同期提高3.4个百分点。",
        ("31.9", "%", {"kind": "share"}),
        ("3.4", "个百分点", {"kind": "change"}),
    )
    (prior,) = audit.derived
    assert prior.low < Decimal("28.5") < prior.high
    assert audit.verdict == "derived"


def test_a_gap_to_another_place_is_no_change_in_time() -> None:
    text = "合格率98.1%，高于全国2.3个百分点。"
    assert not run("growth_and_change", text, ("98.1", "%", {"kind": "share"}), ("2.3", "个百分点", {"kind": "change"}))


def test_the_base_follows_from_level_and_growth() -> None:
    same = {"indicator": "一般公共预算收入"}
    (audit,) = run(
        "level_and_growth",
        "一般公共预算收入30.6亿元，增长7.0%。",
        ("30.6", "亿元", same),
        ("7.0", "%", same | {"kind": "growth"}),
    )
    assert audit.derived[0].low / 10**8 < Decimal("28.6") < audit.derived[0].high / 10**8


@pytest.mark.parametrize(
    ("change", "rate", "verdict"),
    [
        # 268.4 − 16.2 = 252.2; 268.4/1.112 = 241.4; 268.4/1.064 = 252.3
        ("比年初增加", "同比增长11.2%", "derived"),
        ("较年初的252.2亿元增加", "同比增长11.2%", "derived"),
        ("比年初增加", "增长11.2%", "derived"),
        ("比上季度末增加", "增长11.2%", "derived"),
        ("比年初增加", "增长6.4%", "consistent"),
        ("比年初增加", "比年初增长11.2%", "inconsistent"),
        ("同比增加", "增长11.2%", "inconsistent"),
        ("增加", "同比增长6.4%", "consistent"),
    ],
)
def test_a_change_counts_on_the_base_of_the_rate_only(change: str, rate: str, verdict: str) -> None:
    same = {"indicator": "涉农贷款余额", "accumulation": "point"}
    prior = [("252.2", "亿元", same)] if "252.2" in change else []
    (audit,) = run(
        "level_and_growth",
        f"涉农贷款余额268.4亿元，{change}16.2亿元，{rate}。",
        ("268.4", "亿元", same),
        *prior,
        ("16.2", "亿元", same | {"kind": "change"}),
        (rate.rpartition("长")[2].rstrip("%"), "%", same | {"kind": "growth"}),
    )
    assert audit.verdict == verdict


@pytest.mark.parametrize("name", ["规上工业产值", "地区生产总值"], ids=["changing sample", "constant prices"])
def test_bases_that_do_not_follow_are_refused(name: str) -> None:
    same = {"indicator": name}
    text = f"{name}30.6亿元，增长7.0%。"
    (audit,) = run("level_and_growth", text, ("30.6", "亿元", same), ("7.0", "%", same | {"kind": "growth"}))
    assert audit.verdict == "not_checkable"


@pytest.mark.parametrize(
    ("text", "numbers", "verdict"),
    [
        ("共检查企业328家，其中甲区126家、乙区104家、丙区98家。", ["328", "126", "104", "98"], "consistent"),
        ("共检查企业328家，其中甲区126家、乙区114家、丙区98家。", ["328", "126", "114", "98"], "inconsistent"),
        ("共检查企业328家，其中甲区126家、乙区104家。", ["328", "126", "104"], "consistent"),
        ("甲区126家、乙区104家、丙区88家，共328家。", ["126", "104", "88", "328"], "inconsistent"),
    ],
    ids=["adds up", "too much", "open list", "complete list too small"],
)
def test_parts_against_their_sum(text: str, numbers: list[str], verdict: str) -> None:
    (audit,) = run("parts_sum", text, *((number, "家", {"indicator": "检查企业"}) for number in numbers))
    assert audit.verdict == verdict


@pytest.mark.parametrize(
    ("head", "bound", "verdict"),
    [("583.9", "exact", "consistent"), ("584", "approx", "consistent"), ("683.9", "exact", "inconsistent")],
)
def test_headline_against_body(head: str, bound: str, verdict: str) -> None:
    (audit,) = run(
        "headline_body",
        "完成产值583.9亿元。",
        (head, "亿元", {"where": "title", "bound": bound, "indicator": "产值"}),
        ("583.9", "亿元", {"indicator": "产值"}),
        title=f"产值达{head}亿元",
    )
    assert audit.verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("在临江区、北塘区、东湖区3个区检查。", "consistent"),
        ("在临江区、北塘区3个区检查。", "inconsistent"),
        ("在临江区、北塘区等3个区检查。", "consistent"),
        ("在临江区、北塘区、东湖区、西山区等3个区检查。", "inconsistent"),
    ],
    ids=["all named", "one missing", "open list", "too many"],
)
def test_names_against_their_count(text: str, verdict: str) -> None:
    (audit,) = run("names_vs_count", text, ("3", "个", {}))
    assert audit.verdict == verdict


@pytest.mark.parametrize(("rate", "verdict"), [("98", "consistent"), ("89", "inconsistent")])
def test_a_rate_against_its_two_counts(rate: str, verdict: str) -> None:
    (audit,) = run(
        "ratio_of_pair",
        f"抽检食品1200批次，合格1176批次，合格率{rate}%。",
        ("1200", "批次", {"indicator": "抽检食品"}),
        ("1176", "批次", {"indicator": "合格"}),
        (rate, "%", {"kind": "share", "indicator": "合格率"}),
    )
    assert audit.verdict == verdict


@pytest.mark.parametrize(("total", "verdict"), [("360", "consistent"), ("306", "inconsistent")])
def test_total_against_count_times_each(total: str, verdict: str) -> None:
    (audit,) = run(
        "per_unit",
        f"为2400名学徒发放补贴，每人补贴1500元，共发放{total}万元。",
        ("2400", "名", {"dimension": "count"}),
        ("1500", "元", {}),
        (total, "万元", {}),
    )
    assert audit.verdict == verdict
