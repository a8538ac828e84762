"""The year an article is about, by its headline, and what that makes of its figures."""

from datetime import date

import pytest

from policytrack.extract import extract_article
from policytrack.extract.about import about
from policytrack.extract.drafts import About
from policytrack.lexicon.load import load
from policytrack.model import Article

LEXICON = load()


@pytest.mark.parametrize(
    ("title", "published", "expected"),
    [
        ("2023年清溪县政府工作报告", date(2023, 1, 9), About(2022, 2023, True)),
        ("2022年清溪县破解停车难", date(2023, 1, 9), About(past=2022)),
        ("清溪县2022年国民经济和社会发展统计公报", date(2023, 5, 9), About(past=2022)),
        ("清溪县2022年10件民生实事完成情况", date(2022, 12, 30), About(past=2022)),
        ("清溪县2023年民生实事项目", date(2023, 2, 9), About(ahead=2023)),
        ("2023年清溪县将办好10件实事", date(2023, 2, 9), About(ahead=2023)),
        ("清溪县2023年企业运行情况", date(2023, 8, 9), About()),
        ("2022年第四季度项目集中开工", date(2022, 10, 9), About()),
        ("清溪县2022年上半年计划执行情况的报告", date(2022, 8, 30), About()),
        ("关于做好2023年居民医保工作的通知", date(2023, 7, 9), About(ahead=2023)),
        ("关于2008年洪水的回忆", date(2023, 8, 9), About()),
        ("", date(2023, 8, 9), About()),
    ],
)
def test_the_year_of_a_headline(title: str, published: date, expected: About) -> None:
    assert about(title, published) == expected


def read(text: str, title: str, published: date) -> dict[str, str]:
    """Surface → period, accumulation and obs."""
    figures = extract_article(Article("1", text, title=title, published=published), LEXICON).figures
    return {
        f.surface: f"{f.period.iso if f.period else None} {f.accumulation} {f.obs}"
        for f in figures
        if f.where == "text"
    }


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("新开办托育机构23家。", "23家", "2022-01-01/2022-12-31 period actual"),
        ("年末参保人数达9万人。", "9万人", "2022-12-31/2022-12-31 point actual"),
        ("全年登记成果31项。", "31项", "2022-01-01/2022-12-31 period actual"),
        ("全县共有剧团1个，文化馆2个。", "2个", "2022-12-31/2022-12-31 point actual"),
        ("常住人口60万人。", "60万人", "2022-12-31/2022-12-31 point actual"),
    ],
)
def test_a_looking_back(text: str, surface: str, expected: str) -> None:
    assert read(text, "清溪县2022年统计公报", date(2023, 5, 9))[surface] == expected


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("1.改建照护床位220张", "220张", "2023-01-01/2023-12-31 period target"),
        ("2022年全县已改建床位90张。", "90张", "2022-01-01/2022-12-31 period actual"),
    ],
)
def test_a_plan_for_a_year(text: str, surface: str, expected: str) -> None:
    assert read(text, "清溪县2023年民生实事项目", date(2023, 2, 9))[surface] == expected


def test_this_year_of_a_reading_of_a_report_is_the_one_it_tells_of() -> None:
    title = "《政府工作报告》解读：2022年工作回顾"
    found = read("这一年，新建幼儿园2所。", title, date(2023, 1, 22))
    assert found == {"2所": "2022-01-01/2022-12-31 period actual"}


def test_a_list_is_as_planned_as_the_sentence_that_announces_it() -> None:
    text = "今年，清溪县将办好以下实事：\n新建停车位600个。\n改造小区12个。"
    assert read(text, "", date(2023, 2, 9)) == {
        "600个": "2023-01-01/2023-12-31 period target",
        "12个": "2023-01-01/2023-12-31 period target",
    }


def test_a_speaker_announces_no_list() -> None:
    assert read("今年，全县将发展旅游。局长张某：\n新建停车位600个。", "", date(2023, 2, 9)) == {
        "600个": "None none actual"
    }


def test_a_budget_report_looks_back_and_ahead() -> None:
    text = "一、2022年预算执行情况\n收入9亿元。\n二、2023年预算草案\n收入10亿元。"
    assert read(text, "关于清溪县2022年预算执行情况和2023年预算草案的报告", date(2023, 1, 20)) == {
        "9亿元": "2022-01-01/2022-12-31 period actual",
        "10亿元": "2023-01-01/2023-12-31 period target",
    }


def test_after_it_is_built_is_not_the_year_after_next() -> None:
    assert read("建成后年产值可达6亿元。", "", date(2023, 9, 20)) == {"6亿元": "None none capacity"}
