"""Consistent passages in the wording of bulletins and short news."""

import random
from collections.abc import Callable

from passages import Passage

Maker = Callable[[random.Random], Passage]
P = ["东关街道", "西河镇", "南岭乡", "北湾镇", "中和镇", "上庄乡"]


def parts(r: random.Random) -> Passage:
    n = [r.randint(12, 500) for _ in range(4)]
    s3 = sum(n[:3])
    t = r.sample(P, 3)
    k = r.randrange(9)
    a, b = r.randint(20, 900) / 10, r.randint(20, 900) / 10
    return [
        Passage(
            f"我县现有脱贫户{s3}户，分布在{t[0]}{n[0]}户、{t[1]}{n[1]}户、{t[2]}{n[2]}户。", str(s3), only_less=True
        ),
        Passage(
            f"全年共办理行政处罚案件{s3}件，其中市场监管领域{n[0]}件、交通运输领域{n[1]}件、生态环境领域{n[2]}件。",
            str(s3),
            only_less=True,
        ),
        Passage(
            f"前8个月进出口总值{a + b:.1f}亿元，其中进口{a}亿元，下降3.2%；出口{b}亿元，增长5.6%。", f"{a + b:.1f}"
        ),
        Passage(f"累计改造户厕{n[0]}座、公厕{n[1]}座，两项合计{n[0] + n[1]}座。", str(n[0] + n[1])),
        Passage(
            f"共招录公务员{s3}人，其中县直机关{n[0]}人，乡镇机关{n[1]}人，公安系统{n[2]}人。", str(s3), only_less=True
        ),
        Passage(f"春季植树{s3}万株，其中：乔木{n[0]}万株，灌木{n[1]}万株，花卉{n[2]}万株。", str(s3), only_less=True),
        Passage(f"共检查液化气站{n[0]}家、加油站{n[1]}家、充装站{n[2]}家，总计{s3}家。", str(s3)),
        Passage(
            f"城乡居民医保参保{s3}人，其中普通居民{n[0]}人、在校学生{n[1]}人、特困人员{n[2]}人。",
            str(s3),
            only_less=True,
        ),
        Passage(
            f"下达衔接资金{a + b:.1f}亿元，其中用于产业发展{a}亿元，用于基础设施{b}亿元。",
            f"{a + b:.1f}",
            only_less=True,
        ),
    ][k]


def shares(r: random.Random) -> Passage:
    k = r.randrange(7)
    w = round(r.uniform(80, 900), 2)
    p = round(w * r.uniform(0.1, 0.8), 2)
    pc = f"{p / w * 100:.2f}"
    n = r.randint(200, 3000)
    m = round(n * r.uniform(0.1, 0.8))
    pn = f"{m / n * 100:.2f}"
    return [
        Passage(f"今年前三季度，全市一般公共预算支出{w}亿元，其中教育支出{p}亿元，占一般公共预算支出的{pc}%。", pc),
        Passage(f"全市实有私营企业{n}户，其中从事第三产业的{m}户，占比为{pn}%。", pn),
        Passage(f"10月末，全县各项存款余额{w}亿元，其中住户存款{p}亿元，占各项存款的{pc}%。", pc),
        Passage(f"本次调查走访{n}户，其中表示满意的{m}户，占受访户总数的{pn}%。", pn),
        Passage(f"全县水田{n}亩，其中高标准农田{m}亩，占水田面积的{pn}%。", pn),
        Passage(f"全区实现服务业增加值{w}亿元，其中金融业增加值{p}亿元，占服务业增加值比重为{pc}%。", pc),
        Passage(f"在册党员{n}名，其中女党员{m}名，占{pn}%。", pn),
    ][k]


def completion(r: random.Random) -> Passage:
    g = r.choice([55, 75, 120, 150, 230, 410])
    d = round(g * r.uniform(0.3, 1.3), 1)
    pc = f"{d / g * 100:.1f}"
    k = r.randrange(7)
    gi = r.choice([600, 900, 2500, 5000])
    di = round(gi * r.uniform(0.3, 1.3))
    pi = f"{di / gi * 100:.1f}"
    return [
        Passage(f"上半年，全县完成水利投资{d}亿元，占全年计划{g}亿元的{pc}%。", pc),
        Passage(f"市下达我区城镇新增就业目标{gi}人，截至11月底已实现城镇新增就业{di}人，目标完成率{pi}%。", pi),
        Passage(f"1-10月，全县工业技改投资完成{d}亿元，完成全年任务（{g}亿元）的{pc}%。", pc),
        Passage(f"今年省定老旧小区改造任务{gi}户，目前改造完成{di}户，占总任务的{pi}%。", pi),
        Passage(f"前三季度入库税收{d}亿元，完成全年收入目标{g}亿元的{pc}%。", pc),
        Passage(f"全年计划脱贫劳动力培训{gi}人，现已培训{di}人，完成计划的{pi}%。", pi),
        Passage(f"今年计划投资{g}亿元，1—9月完成投资{d}亿元，投资完成率{pc}%。", pc),
    ][k]


def pair(r: random.Random) -> Passage:
    n = r.randint(120, 4000)
    m = round(n * r.uniform(0.5, 0.98))
    pc = f"{m / n * 100:.1f}"
    k = r.randrange(8)
    return [
        Passage(f"据介绍，全县共有学校食堂{n}家，实现“互联网+明厨亮灶”{m}家，覆盖率为{pc}%。", pc),
        Passage(f"排查出消防隐患{n}处，目前已整改销号{m}处，整改完成率{pc}%。", pc),
        Passage(f"调解组织受理矛盾纠纷{n}起，调解成功{m}起，调解成功率{pc}%。", pc),
        Passage(f"公安机关立案{n}起，破案{m}起，破案率{pc}%。", pc),
        Passage(f"应体检老年人{n}人，完成体检{m}人，体检率{pc}%。", pc),
        Passage(f"全市规划充电桩{n}个，建成{m}个，建成率{pc}%。", pc),
        Passage(f"抽查建筑工地{n}个，扬尘达标{m}个，达标率{pc}%。", pc),
        Passage(f"收到投诉举报{n}件，办结{m}件，办结率为{pc}%，为消费者挽回损失12万元。", pc),
    ][k]


def each(r: random.Random) -> Passage:
    n = r.randint(4, 80) * 50
    a = r.choice([120, 180, 240, 500, 1500])
    t = f"{n * a / 1e4:.2f}".rstrip("0").rstrip(".")
    k = r.randrange(7)
    return [
        Passage(f"县妇联为{n}名“两癌”患病妇女发放救助金，每人{a}元，共{t}万元。", t),
        Passage(f"按每户{a}元的标准，为{n}户监测对象购买防贫保险，保费共{t}万元。", t),
        Passage(f"发放稻谷补贴{t}万元，补贴面积{n}亩，亩均{a}元。", t),
        Passage(f"区里对{n}名一线教师进行慰问，人均慰问金{a}元，合计{t}万元。", t),
        Passage(f"每个网格每年安排经费{a}元，{n}个网格共安排{t}万元。", t),
        Passage(f"对{n}家商户减免租金，每家减免{a}元，共减免租金{t}万元。", t),
        Passage(f"本次向{n}名困难学生发放助学金，标准为每人{a}元，总金额{t}万元。", t),
    ][k]


def headline(r: random.Random) -> Passage:
    v = f"{r.uniform(11, 700):.1f}"
    n = r.randint(300, 20000)
    k = r.randrange(6)
    return [
        Passage(
            f"本网讯 1月至10月，全县实际利用省外资金{v}亿元，较好完成了阶段性任务。",
            v,
            f"我县前10月实际利用省外资金{v}亿元",
        ),
        Passage(
            f"市公积金中心消息，今年上半年发放住房公积金贷款{v}亿元，助力安居。", v, f"上半年我市发放公积金贷款{v}亿元"
        ),
        Passage(f"截至目前，全县农村公路总里程达{n}公里，群众出行更加便捷。", str(n), f"全县农村公路里程达{n}公里"),
        Passage(f"今年夏粮喜获丰收，总产量{v}万吨，为全年粮食生产打下基础。", v, f"我区夏粮总产量{v}万吨"),
        Passage(f"活动现场共有{n}人达成就业意向，为企业解决了用工难题。", str(n), f"招聘会上{n}人达成就业意向"),
        Passage(f"前三季度，全市规上工业企业利润总额{v}亿元，同比增长7.2%。", v, f"全市规上工业利润总额{v}亿元"),
    ][k]


def named(r: random.Random) -> Passage:
    n = r.randint(3, 6)
    names = ["西河镇", "南岭乡", "北湾镇", "中和镇", "上庄乡", "青石镇"][:n]
    j = "、".join(names)
    k = r.randrange(5)
    v = "、".join(["前进村", "团结村", "红星村", "光明村", "胜利村", "向阳村"][:n])
    return [
        Passage(f"督查组一行先后到{j}{n}个乡镇实地查看。", str(n)),
        Passage(f"{v}{n}个村入选省级传统村落。", str(n)),
        Passage(f"今年，{j}{n}个乡镇被列为整治重点。", str(n)),
        Passage(f"管网延伸至{v}{n}个行政村。", str(n)),
        Passage(f"志愿者走进{v}{n}个村宣讲政策。", str(n)),
    ][k]


def base(r: random.Random) -> Passage:
    a = r.randint(1000, 90000) / 100
    g = r.randint(25, 350) / 10
    b = f"{a * (1 + g / 100):.2f}"
    d = f"{a * (1 - g / 100):.2f}"
    k = r.randrange(5)
    return [
        Passage(f"10月末，全县本外币贷款余额{b}亿元，比年初的{a}亿元增长{g}%。", str(g)),
        Passage(f"今年前三季度，全市实现旅游总收入{b}亿元，去年同期为{a}亿元，同比增长{g}%。", str(g)),
        Passage(f"全县肉类总产量从上年同期的{a}万吨提高到{b}万吨，同比增长{g}%。", str(g)),
        Passage(f"1至9月，全区用水量{d}万吨，较去年同期{a}万吨下降{g}%。", str(g)),
        Passage(f"上半年，农产品网络零售额{b}亿元，同比净增{float(b) - a:.2f}亿元，增长{g}%。", str(g)),
    ][k]


def points(r: random.Random) -> Passage:
    a = r.randint(150, 600) / 10
    p = r.randint(12, 150) / 10
    b = f"{a + p:.1f}"
    d = f"{a - p:.1f}"
    k = r.randrange(4)
    return [
        Passage(f"单位GDP能耗降低率由{a}%扩大到{b}%，扩大{p}个百分点。", b),
        Passage(f"全县贫困发生率从{a}%下降到{d}%，下降{p}个百分点。", d),
        Passage(f"高新技术产业产值占比由上年的{a}%提高到今年的{b}%，同比提高{p}个百分点。", b),
        Passage(f"户籍人口城镇化率达{b}%，较2020年的{a}%提高{p}个百分点。", b),
    ][k]


MAKERS: list[Maker] = [parts, shares, completion, pair, each, headline, named, base, points]
