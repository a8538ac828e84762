"""Campaigns: follow-ups and reprints of an act across articles."""

from dataclasses import replace
from datetime import date

import pytest

from policytrack.compare.campaigns import Campaign, Report, campaigns, is_same_act
from policytrack.lexicon.load import load
from policytrack.model import Action
from policytrack.period import Period

NAMES = load().campaigns


def report(
    number: int, day: str, quote: str, *, place: str = "630100", kind: str = "safety_campaign", realis: str = "done"
) -> Report:
    action = Action(
        f"a{number}",
        kind,
        None,
        realis,
        "text",
        0,
        len(quote),
        quote,
        None,
        None,
        None,
        None,
        place,
        None,
        (),
        (),
        "t",
        0.9,
    )
    return Report(action, f"{number}.a1", str(number), "云河日报", date.fromisoformat(day), place)


def numbers(found: list[Campaign]) -> list[list[str]]:
    return [[r.article_id for r in campaign.reports] for campaign in found]


@pytest.mark.parametrize(("text", "name"), NAMES.examples, ids=[text for text, _ in NAMES.examples])
def test_every_example_of_the_lexicon_holds(text: str, name: str) -> None:
    assert NAMES.of(text) == (frozenset({name}) if name else frozenset())


def test_a_third_article_adds_to_its_campaign() -> None:
    found = campaigns(
        [
            report(1, "2023-03-01", "我市启动农村饮水安全专项整治"),
            report(3, "2023-09-01", "农村饮水安全专项整治工作检查水厂40家", kind="inspection"),
            report(2, "2023-05-01", "深入开展农村饮水安全专项整治行动", place="630104"),
            report(4, "2023-05-02", "发放补贴30万元", kind="subsidy_disbursement"),
        ],
        NAMES,
    )
    assert numbers(found) == [["1", "2", "3"]]
    assert found[0].name == "农村饮水安全专项整治"
    assert len(found[0].acts) == 3


def test_another_city_and_another_year_are_other_campaigns() -> None:
    found = campaigns(
        [
            report(1, "2021-03-01", "启动校园食品安全专项检查"),
            report(2, "2021-04-01", "启动校园食品安全专项检查", place="620100"),
            report(3, "2023-03-01", "启动校园食品安全专项检查"),
        ],
        NAMES,
    )
    assert found == []


def test_an_act_printed_twice_is_one_act() -> None:
    first = report(1, "2023-06-01", "县财政局拨付春耕资金300万元", kind="subsidy_disbursement")
    again = report(2, "2023-06-03", "拨付春耕资金300万元", kind="subsidy_disbursement")
    later = report(3, "2023-08-03", "拨付春耕资金300万元", kind="subsidy_disbursement")
    found = campaigns([first, again, later], NAMES)
    assert numbers(found) == [["1", "2"]]
    assert found[0].name == ""
    assert len(found[0].acts) == 1


def test_a_plan_and_its_execution_are_two_acts() -> None:
    plan = report(1, "2023-06-01", "将新建公园3个", realis="planned")
    done = report(2, "2023-06-03", "新建公园3个")
    assert not is_same_act(plan, done)


def test_two_acts_of_one_article_make_no_campaign() -> None:
    one = report(1, "2023-06-01", "开展河道清理专项行动")
    assert campaigns([one, report(1, "2023-06-01", "河道清理专项行动清运垃圾3吨")], NAMES) == []


def test_the_title_names_the_campaign_of_its_inspections() -> None:
    first = report(1, "2023-03-01", "启动农村饮水安全专项整治")
    second = replace(
        report(2, "2023-04-01", "检查水厂12家", kind="inspection"), title="农村饮水安全专项整治检查水厂12家"
    )
    assert numbers(campaigns([first, second], NAMES)) == [["1", "2"]]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("全县累计减税降费10.56亿元", "累计减税降费10.6亿元", True),
        ("全县累计减税降费10.56亿元", "累计减税降费10.5亿元", False),
        ("全县累计减税降费2.1亿元", "全县累计减税降费4.3亿元", False),
        ("检查企业30家，立案3起", "检查企业30家", True),
    ],
)
def test_numbers_tell_acts_apart(one: str, other: str, same: bool) -> None:
    a, b = (report(n, f"2023-07-1{n}", quote, kind="tax_fee_reduction") for n, quote in enumerate((one, other), 1))
    assert is_same_act(a, b) is same


def test_times_tell_acts_apart() -> None:
    one, other = (report(n, "2023-07-11", "发放以工代赈报酬300万元", kind="employment_social") for n in (1, 2))
    half, year = (Period.from_iso(iso) for iso in ("2023-01-01/2023-06-30", "2022-01-01/2022-12-31"))
    dated = replace(one, action=replace(one.action, period=half))
    assert is_same_act(dated, other)
    assert not is_same_act(dated, replace(other, action=replace(other.action, period=year)))
