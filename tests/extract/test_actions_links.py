"""Figures find their action, money its direction."""

from datetime import date

import pytest

from policytrack.extract import extract_article
from policytrack.lexicon.load import load
from policytrack.model import Article, Figure

LEXICON = load()


def figures(text: str, title: str = "") -> dict[str, Figure]:
    return {
        f.surface: f for f in extract_article(Article("x", text, title=title), LEXICON).figures if f.where == "text"
    }


def test_a_figure_inside_the_evidence_belongs_to_the_act() -> None:
    article = extract_article(Article("x", "全区减税降费3.2亿元，缓缴税费0.4亿元。"), LEXICON)
    by_id = {action.id: action for action in article.actions}
    assert [(f.action, by_id[f.action_id or ""].figures) for f in article.figures] == [
        ("tax_fee_reduction", ("f1",)),
        ("tax_deferral", ("f2",)),
    ]


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        pytest.param("新开工棚改住房820套，占目标任务的91%。", "91%", "infrastructure", id="share of a target"),
        pytest.param("争取补助资金2亿元，拉动消费15亿元。", "15亿元", None, id="downstream effect"),
        pytest.param("建成储能电站12座，用电量增长8.1%。", "8.1%", None, id="growth"),
        pytest.param("已划定一级网格8个，二级网格60个。", "60个", "ecological_protection", id="list goes on"),
    ],
)
def test_figures_after_the_act(text: str, surface: str, expected: str | None) -> None:
    assert figures(text)[surface].action == expected


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        pytest.param("争取中央、省级资金1.5亿元。", "in", id="争取"),
        pytest.param("兑付奖补资金3000万元。", "out", id="兑付"),
        pytest.param("工业投资完成12亿元。", None, id="no act"),
        pytest.param("组织银企对接会，摸排企业融资需求8亿元。", None, id="demand is not money given"),
    ],
)
def test_direction_of_money(text: str, direction: str | None) -> None:
    (figure,) = figures(text).values()
    assert figure.direction == direction


@pytest.mark.parametrize(
    ("text", "period"),
    [
        pytest.param(
            "1-8月，产值增长9%。8月末，存款余额7亿元。建成渠道5公里。", "2023-01-01/2023-08-31", id="that of its amount"
        ),
        pytest.param("8月末，贷款余额5亿元。全县共建成渠道5公里。", None, id="a day is none"),
    ],
)
def test_an_act_without_a_time_takes_the_period_of_its_amounts(text: str, period: str | None) -> None:
    found = extract_article(Article("x", text, published=date(2023, 9, 20)), LEXICON).actions
    assert [act.period.iso if act.period else None for act in found] == [period]
