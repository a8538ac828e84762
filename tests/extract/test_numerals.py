"""Amounts: composed units, currencies before the number, ranges, tenths, signs; and what measures nothing."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policytrack.extract.drafts import Quantity
from policytrack.extract.numerals import find_quantities
from policytrack.extract.times import find_times
from policytrack.extract.view import make_view
from policytrack.lexicon.load import HOME, load, read_entries

UNITS = read_entries([HOME / "units.toml"])["unit"]


def quantities(text: str) -> list[Quantity]:
    view, lexicon = make_view(text), load()
    return find_quantities(view.text, find_times(view.text, date(2023, 9, 20), lexicon), lexicon)[0]


def told(q: Quantity) -> str:
    value = f"{'-' if q.negative else ''}{q.value.normalize():f}"
    return " ".join(filter(None, [value + (f"/{q.value_to.normalize():f}" if q.value_to is not None else ""), q.unit]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("水价为2元3角5分。", "2.35 元"),
        ("一百二十三元零五分", "123.05 元"),
        ("时限由8天20小时减少", "212 小时"),
        ("重六斤八两。", "6.8 斤"),
        ("共三亩半。", "3.5 亩"),
        ("办理时间压缩至两个半小时。", "2.5 小时"),
        ("卖三块五。", "3.5 块"),
        ("两万两白银", "20000 两"),
        ("装机一百千瓦", "100 千瓦"),
        ("捐款港币500万元", "5000000 港元"),
        ("捐款人民币500万元", "5000000 元"),
        ("售价$3.2亿", "320000000 美元"),
        ("9000元日币", "9000 元日币"),
        ("投资3个亿元", "300000000 元"),
        ("投资3亿5000万元", "350000000 元"),
        ("两到三万元", "20000/30000 元"),
        ("两~3百元", "200/300 元"),
        ("十八至三十万元", "180000/300000 元"),
        ("五元六角到五元八角", "5.6/5.8 元"),
        ("百分之三十至五十", "30/50 %"),
        ("六成五。", "65 %"),
        ("打八五折", "85 %"),
        ("7.5折优惠", "75 %"),
        ("十万分之三", "0.003 %"),
        ("同比增长-2.4%", "-2.4 %"),
        ("提高一个百分点", "1 个百分点"),
        ("近一吨药品", "1 吨"),
        ("20来万元", "200000 元"),
        ("气价每立方米下调7分", "7 分钱"),
        ("35分", "35 分钱"),
        ("考核得分88分", "88 分"),
        ("平均用时2分40秒", "160 秒"),
        ("用时四分半钟", "4.5 分钟"),
        ("办理时间缩短至半天", "0.5 天"),
        ("半个小时", "0.5 个小时"),
        ("售价6英镑20便士", "6.2 英镑"),
        ("一分钟", "1 分钟"),
        ("约二百万", "2000000"),
        ("十万到三十万", "100000/300000"),
        ("投资1亿2千万元", "120000000 元"),
        ("投资2亿3千4百万元", "234000000 元"),
        ("捐款2千5百万元", "25000000 元"),
        ("装机3亿5千瓦", "350000000 千瓦"),
        ("援助一兆日元", "1000000000000 日元"),
        ("售价USD 5000", "5000 美元"),
        ("借款 300 USD", "300 USD"),
        ("拨付30万 元", "300000 元"),
        ("五至六成的农户", "50/60 %"),
        ("下降半个百分点", "0.5 个百分点"),
        ("下调15个BP", "15 个BP"),
        ("水压为120千帕", "120 千帕"),
        ("钻石重5克拉", "5 克拉"),
        ("技工月薪6k-9k，", "6000/9000 元"),
    ],
)
def test_an_amount(text: str, expected: str) -> None:
    assert [told(q) for q in quantities(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "骨折叠加",
        "企业减负",
        "最后一公里",
        "一方面",
        "四角山水",
        "几十万元",
        "一个中心",
        "半年来",
        "过了半年",
        "一分钟诊所",
        "居全省第一方阵",
    ],
)
def test_what_measures_nothing(text: str) -> None:
    assert not quantities(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("分别提高6.4、8、11.2个百分点。", ["6.4 个百分点", "8 个百分点", "11.2 个百分点"]),
        ("事故率由2.5降至0.7，", ["2.5", "0.7"]),
        ("城乡收入比控制在3以内。", ["3"]),
        ("其中3、4月增幅较大", []),
    ],
    ids=["list", "from_to", "bound", "months"],
)
def test_amounts_that_lend_and_lack_units(text: str, expected: list[str]) -> None:
    assert [told(q) for q in quantities(text)] == expected


def test_a_word_that_ends_in_a_sign_is_no_sign() -> None:
    assert [told(q) for q in quantities("为企业减负1760亿元")] == ["176000000000 元"]


@pytest.mark.parametrize("entry", [e for e in UNITS if "value" in e.data], ids=lambda e: e.data["names"][0])
def test_the_example_of_a_unit(entry) -> None:
    assert [told(q) for q in quantities(entry.data["example"])][:1] == [entry.data["value"]]


@pytest.mark.parametrize("text", [text for e in UNITS for text in e.data.get("not", [])])
def test_the_counter_example_of_a_unit(text: str) -> None:
    assert not quantities(text)


@settings(deadline=None)
@given(st.text("零一两三十百万亿0123456789.点分之负-余多几半折成个 元角分斤天小时%至到～人民币$。", max_size=40))
def test_quantities_never_overlap(text: str) -> None:
    found = quantities(text)
    assert all(q.start < q.end for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(q.value_low <= q.value <= q.value_high for q in found)
