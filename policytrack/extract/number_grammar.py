"""The patterns of numbers and units of one lexicon; each is tried at one position only, so the scan stays linear."""

import re
from dataclasses import dataclass
from functools import lru_cache

from policytrack.extract.number_words import CHINESE
from policytrack.lexicon.load import Lexicon
from policytrack.lexicon.units import Units

ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
DIGIT = f"[{CHINESE}]"
_MORE = "[余多几]"
MULTIPLIER = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|百(?=[多余]|[家户人个名余])|千(?![瓦克米伏卡帕焦乏])"
TO = "至|到|-|—|―|――|——|~|～|－|–"
_SMALL_RANGE = "一二|二三|三四|三五|四五|五六|六七|七八|八九|两三"


@dataclass(frozen=True)
class Grammar:
    """The patterns of one lexicon; each is tried at one position only."""

    units: Units
    gate: re.Pattern[str]  # where a numeral may begin; a Chinese one only before what it can count or be named by
    number: re.Pattern[str]
    unit: re.Pattern[str]
    noun: re.Pattern[str]


@lru_cache(maxsize=8)
def grammar(lexicon: Lexicon) -> Grammar:
    units = lexicon.units
    number = re.compile(
        rf"百分之(?P<pc>{ARABIC}|{DIGIT}{{1,6}}(?:点{DIGIT}{{1,4}})?)(?:(?:{TO})百分之(?P<pc2>{ARABIC}|{DIGIT}{{1,6}}))?"
        rf"|(?P<den>{DIGIT}{{1,4}}|[0-9]+)分之(?P<num>{DIGIT}{{1,4}}|[0-9]+)"
        rf"|(?P<frac>[1-9][0-9]?/[1-9][0-9]{{0,2}})(?![0-9/年月])"
        rf"|(?P<colon>[0-9]+(?:\.[0-9]+)?:[0-9]+(?:\.[0-9]+)?)(?![0-9:])"
        rf"|(?P<a>{ARABIC})(?P<ai>{_MORE})?(?P<am>{MULTIPLIER})?(?P<aj>{_MORE})?(?P<ap>{ARABIC}(?:万))?"
        rf"(?:(?P<to>{TO})(?P<b>{ARABIC})(?P<bm>{MULTIPLIER})?(?P<bj>[余多])?)?"
        rf"|(?P<half>一半|半数)"
        rf"|(?P<cheng>[一二两三四五六七八九](?:[一二三四五六七八九])?)成(?P<chalf>半)?(?![为立员果功长本效都就品熟套份群片林天])"
        rf"|(?P<sr>{_SMALL_RANGE})(?P<srm>[十百千万亿]*)"
        rf"|(?P<c>{DIGIT}+)(?P<ci>[余多])?(?P<cm>[万亿]+)?(?:(?P<cto>至|到)(?P<d>{DIGIT}+))?"
    )
    # A unit, and what makes it a rate: 元/千瓦时, 立方米/日, 元/人/月.
    rate = rf"(?:/(?:{units.pattern}|[年月日天时人户亩吨度]|小时|人次)){{1,2}}"
    unit = re.compile(rf"(?:{units.pattern})(?:{rate})?")
    firsts = {name[0] for name in units.by_name} | set(f"{CHINESE}余多几成分点大强至到半全、是要）.．")
    gate = re.compile(
        f"[0-9半]|首(?=[位名])|[{CHINESE}](?=[{re.escape(''.join(sorted(firsts)))}])|(?<=[第前])[{CHINESE}]"
    )
    return Grammar(units, gate, number, unit, re.compile(units.noun_pattern))
