"""Which year an article is about, by its headline: the one a report or a bulletin looks back on, the one a plan is for.

What a looking-back says without a year is of the year it looks back on: 年末, 全年, 这一年, 上年.
"""

import re
from datetime import date

from policytrack.extract.calendar import year_over
from policytrack.extract.drafts import About, TimeExpr
from policytrack.period import Period

_REPORT = re.compile(r"工作报告|计划执行情况|预算执行情况|决算(?:草案)?的?报告")
_NAMED = re.compile(
    r"(?<![0-9至到—\-－~～])(?P<y>20[0-9]{2})年(?!版)(?!第?[一二三四1-4上下前]?[季半])(?![0-9一二三四五六七八九十]+[至到—\-月])"
)
_COMPLETED = re.compile(r"完成情况|完成|落实|总结|回顾|盘点|收官|成绩单|公报|兑现|办结")
# What a plan for a year calls itself: it lists work, and what it lists is to be done.
LISTED = re.compile(
    r"实事项目|民生实事|实事工程|重点工程|重点工作|重点项目|要点|工作安排|工作计划|目标任务|方案|行动计划|清单|工作的(?:通知|意见)"
)
_WILL = re.compile(r"将(?=接续|办|实施|推进|建|新|开)|计划(?=新|建|投|实施|开)|力争|拟(?=新|建|投)")
_THIS_YEAR = re.compile(r"今年[^，。]{0,12}?(?:将|计划(?=[新建投办实])|力争|要办|拟)")
_PART = re.compile("上半年|半年度|前三季度|季度")  # of a part of a year
_SINCE = re.compile("年以来|年起")
_YEAR_END = ("年末", "岁末", "年终", "年底")
_LAST_YEAR = re.compile("上一?年度?")


def about(title: str, published: date | None) -> About:
    """What a headline says about the year of its article."""
    if not title or published is None or _PART.search(title):
        return About()
    if _REPORT.search(title):
        past = year_over(title, published)
        return About(past, past + 1, report=True)
    named = _NAMED.search(title)
    if named is None and _THIS_YEAR.search(title):
        return About(ahead=published.year)
    if named is None or _SINCE.match(title, named.end() - 1):
        return About()
    year = int(named["y"])
    completed = _COMPLETED.search(title) is not None
    if year < published.year or (year == published.year and published.month == 12 and completed):
        return About(past=year) if published.year - year < 3 else About()
    planned = LISTED.search(title) or _WILL.search(title)
    if year in (published.year, published.year + 1) and planned and not completed:
        return About(ahead=year)
    return About()


def settle(times: list[TimeExpr], text: str, year: About, published: date | None) -> None:
    """Give the times of a looking-back that name no year theirs, in place."""
    if year.past is None or published is None:
        return
    for time in times:
        period = time.period
        if period is None or period.end is None:
            continue
        said = text[time.start : time.end]
        if time.rule == "whole_year":
            if period.end.year == published.year != year.past:
                time.period = Period.year(year.past)
        elif said in _YEAR_END and (said == "年末" or not year.report):
            time.period = Period.day(date(year.past, 12, 31))
        elif _LAST_YEAR.match(said) and period.start and not year.report:
            late = year.past - 1 - period.start.year
            if (late and period.start.day == 1) or (late and time.shape == "moment"):
                time.period = _moved(period, late)
        elif time.rule == "years_back" and year.report and period.start:
            late = year.past - period.end.year
            time.period = Period(date(period.start.year + late, 1, 1), date(year.past, 12, 31))


def _moved(period: Period, years: int) -> Period:
    """The same days of another year; 29 February becomes the 28th."""
    ends = []
    for day in (period.start, period.end):
        last = 28 if day and (day.month, day.day) == (2, 29) else day.day if day else 1
        ends.append(day.replace(year=day.year + years, day=last) if day else None)
    return Period(*ends)
