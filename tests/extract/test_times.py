"""Times and the days they mean, said on 20 September 2023."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policytrack.extract.times import find_times
from policytrack.extract.view import make_view
from policytrack.lexicon.load import load

TODAY = date(2023, 9, 20)


def times(text: str, today: date | None = TODAY) -> list[tuple[str, str | None]]:
    view = make_view(text)
    found = find_times(view.text, today, load())
    return [(view.text[t.start : t.end], t.period.iso if t.period else None) for t in found]


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        ("1998年5月", "1998年5月", "1998-05-01/1998-05-31"),
        ("98年4月", "98年4月", "1998-04-01/1998-04-30"),
        ("零八年举办", "零八年", "2008-01-01/2008-12-31"),
        ("1357年6月10日", "1357年6月10日", "1357-06-10/1357-06-10"),
        ("两千零四年八月十五。", "两千零四年八月十五", "2004-08-15/2004-08-15"),
        ("20230911", "20230911", "2023-09-11/2023-09-11"),
        ("2023/1/10-2023/7/10", "2023/1/10-2023/7/10", "2023-01-10/2023-07-10"),
        ("5月中旬至6月下旬", "5月中旬至6月下旬", "2023-05-11/2023-06-30"),
        ("上世纪90年代", "上世纪90年代", "1990-01-01/1999-12-31"),
        ("十九世纪七十年代", "十九世纪七十年代", "1870-01-01/1879-12-31"),
        ("50年代", "50年代", "1950-01-01/1959-12-31"),
        ("清康熙三年五月", "康熙三年五月", "1664-05-01/1664-05-31"),
        ("民国二十六年", "民国二十六年", "1937-01-01/1937-12-31"),
        ("本月十日", "本月十日", "2023-09-10/2023-09-10"),
        ("上个月5号至8号", "上个月5号至8号", "2023-08-05/2023-08-08"),
        ("下半月", "下半月", "2023-09-16/2023-09-30"),
        ("上季度末", "上季度末", "2023-06-30/2023-06-30"),
        ("本周", "本周", "2023-09-18/2023-09-24"),
        ("今年后半年", "今年后半年", "2023-07-01/2023-12-31"),
        ("明年第九个月", "明年第九个月", "2024-09-01/2024-09-30"),
        ("今明两年", "今明两年", "2023-01-01/2024-12-31"),
        ("2月29日", "2月29日", "2020-02-29/2020-02-29"),
        ("三月和八月之间", "三月和八月之间", "2023-03-01/2023-08-31"),
        ("2010年之后2018年之前", "2010年之后2018年之前", "2010-01-01/2017-12-31"),
        ("2015年2月1日或之后", "2015年2月1日或之后", "2015-02-01/.."),
        ("2013年及以前", "2013年及以前", "../2013-12-31"),
        ("2015年前", "2015年前", "../2014-12-31"),
        ("2025年前", "2025年前", "2025-01-01/2025-12-31"),
        ("10月15日前", "10月15日前", "2023-10-15/2023-10-15"),
        ("9月11日下午5点至13日上午9时", "9月11日下午5点至13日上午9时", "2023-09-11/2023-09-13"),
        ("农历八月十五", "农历八月十五", None),
        ("去年腊月", "去年腊月", None),
    ],
)
def test_a_time(text: str, words: str, period: str | None) -> None:
    assert times(text) == [(words, period)]


@pytest.mark.parametrize(
    "text", ["工期18年", "零点五", "上周五", "21世纪海上丝绸之路", "3年9人", "公元前221年", "最后半年"]
)
def test_what_is_no_time(text: str) -> None:
    assert not times(text)


def test_a_day_that_the_calendar_does_not_have_stays_unknown() -> None:
    assert times("2019年2月29日") == [("2019年2月29日", None)]


def test_a_range_without_a_reference_is_one_expression() -> None:
    assert times("1月3日至2月10日", None) == [("1月3日至2月10日", None)]


@settings(deadline=None)
@given(
    st.text("零一二三十年月日号0123456789-/.至到上下本去今前后旬底初末农历正腊世纪代以和之间周个季度 点时", max_size=30)
)
def test_times_never_overlap(text: str) -> None:
    view = make_view(text)
    found = find_times(view.text, TODAY, load())
    assert all(0 <= t.start < t.end <= len(view.text) for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        ("专项行动开展以来，", "行动开展以来", "../2023-09-20"),
        ("党的二十大以来，", "党的二十大以来", "2022-10-16/.."),
        ("活动期间，", "活动期间", None),
        ("今年入汛以来，", "今年", "2023-01-01/2023-12-31"),
    ],
)
def test_an_event(text: str, words: str, period: str | None) -> None:
    assert times(text)[0] == (words, period)
