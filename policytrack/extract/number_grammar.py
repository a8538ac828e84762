"""The patterns of numbers and units. The parts are named once: bare numbers (`numbers`) and quantities compose the same ones.

Every pattern is tried at one position only, so a scan stays linear.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from policytrack.extract.number_words import CHINESE, MORE
from policytrack.lexicon.load import Lexicon
from policytrack.lexicon.units import Units

# 三百余万, 二十几万, 20来万; 来 only before what is counted.
_MORE = f"(?:[{MORE}]|来(?=[十百千万亿个名人户家元块斤亩吨公米岁次台辆位项件]))"
ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
DIGIT = f"[{CHINESE}]"
TO = "至|到|--|——|――|-|—|―|~|～|－|–"
_OF_UNIT = "瓦克米伏卡帕焦乏比赫"  # behind 千 they make it part of the unit: 千瓦
_K = "(?:[kK](?=元|个|[-~～至—]{1,2}[0-9]+[kK])|k(?=左右|以[上下]|$))"
MULTIPLIER = f"万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|百(?=[多余]|[家户人个名余])|千(?![{_OF_UNIT}])|{_K}"
_POINT = "点[零〇一二三四五六七八九]+(?![十百千])"
# 两 inside a word is a digit only before a multiplier: in 两万两 the second one is a unit. 兆 is one between numerals, 千 none in 一百千瓦.
WORD = f"(?:(?:(?!两|(?<=[十百千万亿])千[{_OF_UNIT}]){DIGIT}|两(?=[百千万亿])|(?<={DIGIT})兆(?={DIGIT}|[元美日韩]))+|(?<!两)[两俩仨](?!两))"
# A numeral in words: 二百零三, 十多万, 一百零几万, 六点五, 三点五万.
WORDS = rf"{WORD}(?:{_MORE}[十百千万亿]+)*(?:{_POINT}[万亿]*)?"
# What may follow an Arabic number and its multiplier: 3亿5000万, 5万4千6百, 2千零30万, 3万4000.
MIXED_TAIL = rf"(?:零?[0-9]+(?:\.[0-9]+)?(?:(?:[百千]万|[百千万])(?![{_OF_UNIT}])亿?|亿)?)"
_WORD_TAIL = f"零?[一二两三四五六七八九十百千]*[十百千万](?![{_OF_UNIT}])"  # 3亿零五百万
MIXED = rf"{ARABIC}(?:(?:{_MORE}?[百千万亿])+(?:{_WORD_TAIL}|{MIXED_TAIL}*))?"
NUMERAL = f"(?:{MIXED}|{WORDS})"
_SMALL_RANGE = "一二|二三|三四|三五|四五|五六|六七|七八|八九|两三"
_TENTH = "[一二两三四五六七八九]"


@dataclass(frozen=True)
class Grammar:
    """The patterns of one lexicon; each is tried at one position only."""

    units: Units
    gate: re.Pattern[str]  # where a numeral may begin; a Chinese one only before what it can count or be named by
    arabic: re.Pattern[str]  # a numeral that begins with a digit
    words: re.Pattern[str]  # one that begins with a word
    unit: re.Pattern[str]
    noun: re.Pattern[str]
    money: re.Pattern[str]  # a currency printed before its number: 人民币8000元, $20


@lru_cache(maxsize=8)
def grammar(lexicon: Lexicon) -> Grammar:
    units = lexicon.units
    arabic = re.compile(
        rf"(?P<den>[0-9]+)分之(?P<num>{NUMERAL})"
        rf"|(?P<frac>[1-9][0-9]?/[1-9][0-9]{{0,2}})(?![0-9/年月])"
        rf"|(?P<colon>[0-9]+(?:\.[0-9]+)?(?::[0-9]+(?:\.[0-9]+)?)+)(?![0-9:]|\.[0-9])"
        rf"|(?P<a>{ARABIC})(?P<ai>{_MORE})?(?:个(?=亿))?(?P<am>{MULTIPLIER})?(?P<aj>{_MORE})?(?(am)(?P<ap>{MIXED_TAIL}+)?)"
        rf"(?:(?:（含）)?(?P<to>{TO})(?P<b>{ARABIC})(?P<bm>{MULTIPLIER})?(?P<bj>[余多])?)?"
    )
    words = re.compile(
        rf"百分之(?P<pc>{NUMERAL}[kK]?)(?:(?:{TO})(?:百分之)?(?P<pc2>{NUMERAL})(?![年月日号时点个]))?"
        rf"|(?P<den>{WORD})分之(?P<num>{NUMERAL})"
        rf"|(?P<half>一半|半数)"
        rf"|(?P<halved>半)(?=个?(?:小时|钟头|工作日|月)|[天日年](?![度级产报])|个百分点)"
        rf"|(?P<cheng>{_TENTH}(?:[点至到~]?{_TENTH})?)成(?P<chalf>半|[一二三四五六七八九](?=[，。；、）]|以[上下]|左右|$))?(?![为立员果功长本效都就品熟套份群片林天])"
        rf"|(?P<zhe>[半一二三四五六七八九](?:点?{_TENTH})?)折(?![叠扣合返射旧线子断损])"
        rf"|(?P<sr>{_SMALL_RANGE})(?P<srm>[十百千万亿]*)"
        rf"|(?P<c>{WORDS})(?P<ci>{_MORE})?(?:个(?=亿))?(?P<cm>[万亿]+)?(?:(?P<cto>至|到|~|—{{1,2}})(?P<d>{NUMERAL}))?"
    )
    # A unit, and what makes it a rate: 元/千瓦时, 立方米/日, 元/人/月.
    rate = rf"(?:/(?:{units.pattern}|[年月日天时人户亩吨度]|小时|人次)){{1,2}}"
    unit = re.compile(rf"(?:{units.pattern})(?:{rate})?")
    firsts = {name[0] for name in units.by_name} | set(f"{CHINESE}{MORE}来成折分点大强至到半全、是要）.．~—")
    gate = re.compile(
        f"(?=[0-9半首{CHINESE}])(?:[0-9半]|首(?=[位名])|[{CHINESE}](?=[{re.escape(''.join(sorted(firsts)))}])|(?<=[第前])[{CHINESE}])"
    )
    money = re.compile(f"(?<![0-9{CHINESE}])(?P<name>{units.before_pattern}) ?$")
    return Grammar(units, gate, arabic, words, unit, re.compile(units.noun_pattern), money)
