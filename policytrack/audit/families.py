"""Names of parts that exclude each other, and sets of parts that leave nothing out.

Only what holds by definition: 进口 and 出口 are all of trade, 城镇 and 农村 all of the population. 国有 and 民营 exclude each
other but leave out foreign firms, so they are no set.
"""

import re
from collections.abc import Sequence

# Every set leaves nothing out; the names of one part are joined by |.
_SETS = tuple(
    tuple(re.compile(part) for part in family)
    for family in (
        ("第一产业|一产|一次产业", "第二产业|二产|二次产业", "第三产业|三产|三次产业$"),
        ("^进口|进口(?:额|总额|值|总值)?$", "^出口|出口(?:额|总额|值|总值)?$"),
        ("^男|男(?:性|生|职工|童)", "^女|女(?:性|生|职工|童)"),
        ("城镇|市区", "农村|乡村"),
        ("(?<!非)税收", "非税"),
        ("(?<![不未])合格", "不合格|未合格"),
        ("省内", "省外"),
        ("境内", "境外"),
        ("线上", "线下"),
    )
)
_EXCLUSIVE = tuple(
    tuple(re.compile(part) for part in family)
    for family in (
        ("国有|国企", "民营|民间|私营", "外商|外资"),
        ("小学", "初中", "高中", "中职|职高"),
        ("国家级", "省级", "市级", "县级|区级"),
        ("一等奖", "二等奖", "三等奖", "优秀奖"),
    )
)
# Classes that cut across others: a high-tech firm may be an advanced manufacturer, private, small and an exporter.
_ACROSS = re.compile(
    "先进|高技术|高新|新兴|现代|数字|智能|绿色|规上|规模|民营|国有|外资|中小|小微|重点|优势|主导|支柱|特色|龙头|贸易|机电|优良|天数|累计|投资"
)
_DISTRICT = re.compile(r"^(?P<name>[一-鿿]{2,6}?[区县市镇乡])")
_ALL_OF = re.compile(r"三次产业|三产业结构|一、二、三(?:次)?产|第一、(?:第)?二、(?:第)?三(?:次)?产|一二三(?:次)?产")


def is_disjoint(names: Sequence[str]) -> bool:
    """Whether the names exclude each other: members of one set, or different districts."""
    if any(_members(names, family) for family in (*_SETS, *_EXCLUSIVE)):
        return True
    districts = [found["name"] if (found := _DISTRICT.search(name)) else "" for name in names]
    return all(districts) and len(set(districts)) == len(names)


def is_crosscutting(names: Sequence[str]) -> bool:
    """Whether any of the names is a class that may share members with the others."""
    return any(_ACROSS.search(name) for name in names)


def is_complete(names: Sequence[str]) -> bool:
    """Whether the names are all members of one set that leaves nothing out."""
    return any(len(names) == len(family) and _members(names, family) for family in _SETS)


def exhaustive(lead: str, count: int) -> bool:
    """Whether the words before a list of numbers name all parts of a whole: 三次产业…分别为 and three numbers."""
    return count == 3 and bool(_ALL_OF.search(lead))


def _members(names: Sequence[str], family: Sequence[re.Pattern[str]]) -> bool:
    """Whether every name is another member of the family."""
    used: set[int] = set()
    for name in names:
        found = [i for i, part in enumerate(family) if i not in used and part.search(name)]
        if len(found) != 1:
            return False
        used.add(found[0])
    return len(used) == len(names) >= 2
