"""Consistent passages in the wording of city gazettes; the audit found 97 % of their errors before it was read."""

import random
from collections.abc import Callable

from passages import Passage

Maker = Callable[[random.Random], Passage]
V = ["南关村", "北关村", "东坡村", "西坪村", "新庄村", "老庄村"]


def parts(r: random.Random) -> Passage:
    n = [r.randint(12, 500) for _ in range(3)]
    s = sum(n)
    k = r.randrange(8)
    a, b = r.randint(200, 9000) / 100, r.randint(200, 9000) / 100
    return [
        Passage(
            f"全市共有养老机构{s}家，其中公办机构{n[0]}家、民办机构{n[1]}家、公建民营机构{n[2]}家，床位供给持续增加。",
            str(s),
            only_less=True,
        ),
        Passage(f"1—10月，全县完成财政总收入{a + b:.2f}亿元。其中，税收收入{a}亿元，非税收入{b}亿元。", f"{a + b:.2f}"),
        Passage(
            f"本次集中签约项目{s}个，其中工业项目{n[0]}个，农业项目{n[1]}个，文旅项目{n[2]}个。", str(s), only_less=True
        ),
        Passage(
            f"今年投入资金{a}万元用于道路硬化，投入资金{b}万元用于环境整治，两项合计投入{a + b:.2f}万元。",
            f"{a + b:.2f}",
        ),
        Passage(f"全年接诊患者{s}人次，包括门诊{n[0]}人次、急诊{n[1]}人次、住院{n[2]}人次。", str(s), only_less=True),
        Passage(f"共清理河道垃圾{s}吨，其中{V[0]}{n[0]}吨，{V[1]}{n[1]}吨，{V[2]}{n[2]}吨。", str(s), only_less=True),
        Passage(
            f"全县实现进出口总额{a + b:.2f}亿元，同比增长8.2%，其中，出口{a}亿元，增长9.1%，进口{b}亿元，增长6.0%。",
            f"{a + b:.2f}",
        ),
        Passage(
            f"依法查处案件{s}起，其中一般程序案件{n[0]}起、简易程序案件{n[1]}起、当场处罚案件{n[2]}起。",
            str(s),
            only_less=True,
        ),
    ][k]


def shares(r: random.Random) -> Passage:
    k = r.randrange(6)
    w = round(r.uniform(80, 900), 1)
    p = round(w * r.uniform(0.1, 0.8), 1)
    pc = f"{p / w * 100:.1f}"
    n = r.randint(200, 3000)
    m = round(n * r.uniform(0.1, 0.8))
    pn = f"{m / n * 100:.1f}"
    return [
        Passage(f"前10个月，全县规上工业实现利润{w}亿元，其中建材行业利润{p}亿元，占规上工业利润的{pc}%。", pc),
        Passage(f"今年以来共化解矛盾{n}起，其中婚姻家庭类{m}起，占比{pn}%。", pn),
        Passage(f"全市高等级公路里程{n}公里，其中一级公路{m}公里，占总里程的{pn}%。", pn),
        Passage(f"截至9月末，制造业贷款余额{w}亿元，其中中长期贷款{p}亿元，占比达到{pc}%。", pc),
        Passage(f"本届展会签约金额{w}亿元，其中外资项目{p}亿元，占签约总额的{pc}%。", pc),
        Passage(f"全区{n}名在编教师中，研究生学历{m}名，占{pn}%。", pn),
    ][k]


def completion(r: random.Random) -> Passage:
    g = r.choice([55, 75, 120, 150, 230, 410])
    d = round(g * r.uniform(0.3, 1.3), 2)
    pc = f"{d / g * 100:.1f}"
    k = r.randrange(6)
    gi = r.choice([600, 900, 2500, 5000])
    di = round(gi * r.uniform(0.3, 1.3))
    pi = f"{di / gi * 100:.1f}"
    return [
        Passage(f"今年全县固定资产投资预期目标{g}亿元，1至11月累计完成固定资产投资{d}亿元，完成目标任务的{pc}%。", pc),
        Passage(f"上半年，累计完成营造林{di}亩，占年度任务{gi}亩的{pi}%，有力改善了生态环境。", pi),
        Passage(f"截至目前，全市发放创业担保贷款{d}亿元，完成年度目标{g}亿元的{pc}%，直接扶持创业3200人。", pc),
        Passage(f"全县计划改造户厕{gi}座，截至10月底，已改造户厕{di}座，完成计划的{pi}%。", pi),
        Passage(f"1至9月，全区争取项目资金{d}亿元，完成市定目标{g}亿元的{pc}%。", pc),
        Passage(f"今年下达我市农村危房改造任务{gi}户，现已竣工{di}户，竣工率{pi}%。", pi),
    ][k]


def pair(r: random.Random) -> Passage:
    n = r.randint(120, 4000)
    m = round(n * r.uniform(0.5, 0.98))
    pc = f"{m / n * 100:.1f}"
    k = r.randrange(8)
    return [
        Passage(f"市生态环境局对{n}家企业开展检查，达标{m}家，达标率{pc}%。", pc),
        Passage(f"全县应征税款{n}万元，已入库{m}万元，入库率{pc}%。", pc),
        Passage(f"今年招募志愿者{n}人，到岗{m}人，到岗率为{pc}%。", pc),
        Passage(f"省督察组交办信访件{n}件，目前已办结{m}件，办结率{pc}%，其余正在办理。", pc),
        Passage(f"发放问卷{n}份，收回{m}份，回收率{pc}%。", pc),
        Passage(f"全市适龄儿童{n}人，入园{m}人，毛入园率达到{pc}%。", pc),
        Passage(f"排查燃气用户{n}户，发现并整改隐患用户{m}户，整改率{pc}%。", pc),
        Passage(f"全年审理民事案件{n}件，调解撤诉{m}件，调撤率{pc}%。", pc),
    ][k]


def each(r: random.Random) -> Passage:
    n = r.randint(4, 80) * 50
    a = r.choice([120, 180, 260, 500, 1500])
    t = f"{n * a / 1e4:.2f}".rstrip("0").rstrip(".")
    k = r.randrange(6)
    return [
        Passage(f"春节前夕，县慈善总会向{n}户困难家庭发放慰问金，每户{a}元，总计{t}万元。", t),
        Passage(f"对符合条件的{n}名毕业生，按照每人{a}元标准一次性发放求职补贴，共{t}万元。", t),
        Passage(f"全镇流转土地{n}亩，每亩租金{a}元，租金收入合计{t}万元。", t),
        Passage(f"为{n}位村医发放补助{t}万元，人均{a}元。", t),
        Passage(f"区财政安排{t}万元，为{n}名环卫工人购买意外险，每人{a}元。", t),
        Passage(f"改造{n}户，每户补助{a}元，需资金{t}万元。", t),
    ][k]


def headline(r: random.Random) -> Passage:
    v = f"{r.uniform(11, 700):.1f}"
    n = r.randint(300, 20000)
    k = r.randrange(5)
    return [
        Passage(
            f"记者1日从市商务局了解到，上半年全市实际使用外资{v}亿美元，规模居全省前列。",
            v,
            f"上半年我市实际使用外资{v}亿美元",
        ),
        Passage(f"11月2日，记者获悉，全县秋粮收购{v}万吨，进度快于常年。", v, f"全县收购秋粮{v}万吨"),
        Passage(f"今年以来，全市新建充电桩{n}个，新能源汽车出行更加便利。", str(n), f"全市新建充电桩{n}个"),
        Passage(f"据了解，自活动开展以来，共有{n}名群众接受了义诊服务。", str(n), f"{n}名群众接受义诊服务"),
        Passage(f"1—9月，区内企业研发投入{v}亿元，创新动能持续增强。", v, f"前三季度全区企业研发投入{v}亿元"),
    ][k]


def named(r: random.Random) -> Passage:
    n = r.randint(3, 6)
    j = "、".join(V[:n])
    k = r.randrange(4)
    return [
        Passage(f"工程惠及{j}{n}个村的群众。", str(n)),
        Passage(f"宣讲团先后走进{j}{n}个村开展巡回宣讲。", str(n)),
        Passage(f"{j}{n}个行政村率先完成改造。", str(n)),
        Passage(f"雨情较大的有{j}{n}个村。", str(n)),
    ][k]


def base(r: random.Random) -> Passage:
    a = r.randint(1000, 90000) / 100
    g = r.randint(25, 350) / 10
    b = f"{a * (1 + g / 100):.2f}"
    d = f"{a * (1 - g / 100):.2f}"
    k = r.randrange(5)
    return [
        Passage(f"全县棉花产量由上年的{a}万吨增加到{b}万吨，增长{g}%。", str(g)),
        Passage(f"前三季度，全区电商销售额{b}亿元，比上年同期{a}亿元增长{g}%。", str(g)),
        Passage(f"截至6月末，各项存款余额{b}亿元，较年初增加{float(b) - a:.2f}亿元，增长{g}%。", str(g)),
        Passage(f"1—8月，景区接待游客{d}万人次，上年同期为{a}万人次，下降{g}%。", str(g)),
        Passage(f"全市机动车保有量从去年末的{a}万辆增长至{b}万辆，增长{g}%。", str(g)),
    ][k]


def points(r: random.Random) -> Passage:
    a = r.randint(150, 600) / 10
    p = r.randint(12, 150) / 10
    b = f"{a + p:.1f}"
    d = f"{a - p:.1f}"
    k = r.randrange(4)
    return [
        Passage(f"农村自来水普及率由{a}%提升到{b}%，提高了{p}个百分点。", b),
        Passage(f"不良贷款率从年初的{a}%降至{d}%，下降{p}个百分点。", d),
        Passage(f"全县绿色建筑占比达到{b}%，较上年同期{a}%提高{p}个百分点。", b),
        Passage(f"主要农作物机械化率由“十三五”末的{a}%提高到目前的{b}%，提高{p}个百分点。", b),
    ][k]


MAKERS: list[Maker] = [parts, shares, completion, pair, each, headline, named, base, points]
