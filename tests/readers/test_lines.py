"""Lines that a page prints about itself, and the days in them."""

from datetime import date

import pytest

from policytrack.readers.lines import day_in, day_or_part, front_matter, meta_line, named_day, signature_day


@pytest.mark.parametrize(
    ("line", "meta"),
    [
        ("来源：青禾日报  发布时间：2023-09-20", {"source": "青禾日报", "published": "2023-09-20"}),
        ("发布时间：2023-09-20 10:12    来源：县发改局", {"published": "2023-09-20 10:12", "source": "县发改局"}),
        ("2023-09-20 10:30 青禾日报", {"published": "2023-09-20 10:30", "source": "青禾日报"}),
        ("青禾县融媒体中心 2023-09-20", {"published": "2023-09-20", "source": "青禾县融媒体中心"}),
        ("2023年09月20日10:30 来源：青禾网", {"published": "2023年09月20日10:30", "source": "青禾网"}),
        ("2023-09-20 10:30 来源：县政府 浏览次数：21", {"published": "2023-09-20 10:30", "source": "县政府"}),
        ("2018 青禾县人民政府(转载)", {"published": "2018", "source": "青禾县人民政府"}),
        ("2023年9月20日 星期三", {"published": "2023年9月20日 星期三"}),
        ("责任编辑：王某", {}),
        ("2023-09-20 来源:本站 | 阅读量:579", {"published": "2023-09-20", "source": "本站"}),
        ("青禾日报 2023年9月20日 第02版 要闻", {"published": "2023年9月20日", "source": "青禾日报"}),
        ("《青禾日报》2023年9月20日 A3版", {"published": "2023年9月20日", "source": "青禾日报"}),
        ("第2版 2023年9月20日 星期三", {"published": "2023年9月20日 星期三"}),
        ("发布机构：县发改局 发布日期：2023-09-20", {"source": "县发改局", "published": "2023-09-20"}),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_lines_of_metadata(line: str, meta: dict[str, str]) -> None:
    assert meta_line(line) == meta


@pytest.mark.parametrize(
    "line",
    [
        "2023年9月20日，全县召开项目推进会",
        "2024年统计公报",
        "2024年 全县统计公报",
        "时间紧任务重",
        "本报讯 来源广泛的资金到位",
        "",
        "来源：" + "很" * 300,
    ],
    ids=lambda line: line[:10] or "empty",
)
def test_lines_of_text(line: str) -> None:
    assert meta_line(line) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-09-20", date(2023, 9, 20)),
        ("2023/9/2", date(2023, 9, 2)),
        ("印发于2023年9月2日", date(2023, 9, 2)),
        ("page-20230902.md", date(2023, 9, 2)),
        ("2023-13-40 及 2023-10-04", date(2023, 10, 4)),
        ("1202309021", None),
        ("9月2日", None),
    ],
)
def test_the_first_possible_day(text: str, day: date | None) -> None:
    assert day_in(text) == day


def test_a_month_or_year_alone_ends_on_its_last_day() -> None:
    assert day_or_part("2024-02") == (date(2024, 2, 29), False)
    assert day_or_part("2018") == (date(2018, 12, 31), False)
    assert day_or_part("2018-02-03") == (date(2018, 2, 3), True)
    assert day_or_part("去年") is None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("news/2023-09-20.md", date(2023, 9, 20)),
        ("2023/9/20/a.md", None),
        ("http://x.cn/art/2023/9/2/art_1.html", date(2023, 9, 2)),
        ("http://x.cn/2023-09/20/content_1.htm", date(2023, 9, 20)),
        ("http://x.cn/20230920/1.htm", date(2023, 9, 20)),
        ("http://x.cn/202309/t20230920_11.html", date(2023, 9, 20)),
        ("http://x.cn/2023/0920/1.htm", date(2023, 9, 20)),
        ("http://x.cn/202309/1.html", None),
        ("http://x.cn/2023991/1.html", None),
    ],
)
def test_days_in_names_and_addresses(name: str, day: date | None) -> None:
    assert named_day(name) == day


def test_the_day_under_a_notice() -> None:
    assert signature_day("特此通知。\n青禾县人民政府\n　　2022年3月1日\n附件") == date(2022, 3, 1)
    assert signature_day("截至2022年3月1日，全县开工12个。") is None


def test_front_matter_ends_at_its_second_bar() -> None:
    text = '---\ntitle: "开工"\n来源: 青禾日报\ndate: 2023-09-20\n---\n正文。'
    meta, start = front_matter(text)
    assert meta == {"title": "开工", "source": "青禾日报", "published": "2023-09-20"}
    assert text[start:] == "正文。"


def test_a_rule_is_no_front_matter() -> None:
    assert front_matter("---\n没有结尾") == ({}, 0)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("——2024年1月18日在青禾县第十七届人民代表大会第三次会议上", date(2024, 1, 18)),
        ("（2024年1月18日在全县经济工作会上）", date(2024, 1, 18)),
        ("（2024年1月18日）", date(2024, 1, 18)),
        ("2024年1月18日在县城召开的会议上，县长作了部署。", None),
        ("2024年1月18日，青禾县印发方案。", None),
    ],
    ids=["delivered", "delivered_in_brackets", "in_brackets", "sentence_with_place", "sentence"],
)
def test_the_day_a_report_was_given(line: str, day: date | None) -> None:
    assert signature_day(f"政府工作报告\n{line}\n县长 王某\n各位代表：\n") == day
