"""Facts of eight disputes that courts, justice bureaus and newspapers published, retold in our own words.

Names stand as published (a surname with 某). What a publication leaves out is not filled in,
except where a form asks for it by law; such things are marked ``ours``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAgent:
    """Somebody who acts for a party."""

    name: str
    kind: str
    relation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldParty:
    """A party as it was told: further fields by their labels under 更多."""

    name: str
    is_organisation: bool = False
    more: tuple[tuple[str, str], ...] = ()
    sex: str = ""
    agent: ToldAgent | None = None
    is_representative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDispute:
    """One dispute as somebody tells it at the window."""

    key: str
    source: str
    source_note: str = ""
    channel: str = "人民调解"
    dispute_type: str
    initials: str
    """The letters that find the type in the list."""
    applicants: tuple[ToldParty, ...]
    respondents: tuple[ToldParty, ...]
    amount: str = ""
    place: str = ""
    facts: str
    requests: str = ""
    registered: date
    agreed: date
    flags: tuple[str, ...] = field(default=())

    @property
    def parties(self) -> tuple[ToldParty, ...]:
        """Give everybody, applicants first."""
        return (*self.applicants, *self.respondents)

    @property
    def names(self) -> tuple[str, ...]:
        """Give every name."""
        return tuple(party.name for party in self.parties)


WAGES = ToldDispute(
    key="P1",
    source="法院委派",
    source_note="立案前委派",
    channel="司法调解",
    dispute_type="拖欠农民工工资",
    initials="tqn",
    applicants=(ToldParty(name="黄某某", more=(("职业", "瓦工"),)),),
    respondents=(ToldParty(name="杨某某", more=(("职业", "包工头"),)),),
    amount="3090",
    facts="2022年8月起受雇做瓦工，双方口头约定每日工资170元。当年12月29日结算，已付15000元，尚欠3090元。",
    requests="付清尚欠的工资3090元。",
    registered=date(2023, 7, 14),
    agreed=date(2023, 7, 28),
)
LEAK = ToldDispute(
    key="P2",
    source="诉调对接",
    source_note="综治中心转先行调解",
    channel="司法调解",
    dispute_type="邻里",
    initials="ll",
    applicants=(ToldParty(name="贺某", more=(("住址或住所", "3单元1501"),)),),
    respondents=(ToldParty(name="李某", more=(("住址或住所", "3单元1601"),)),),
    facts=(
        "2025年10月6日，贺某发现新房卧室、客厅的顶部和墙面渗水，查明是楼上装修时地板漏水。"
        "与李某、装修队多次商量，维修费用和责任谈不拢。"
    ),
    requests="修复并赔偿损失。",
    registered=date(2025, 12, 23),
    agreed=date(2025, 12, 23),
)
STALL = ToldDispute(
    key="P3",
    source="窗口",
    dispute_type="损害赔偿",
    initials="sh",
    applicants=(ToldParty(name="蔡某", sex="女", more=(("或年龄", "48"),)),),
    respondents=(ToldParty(name="罗某", sex="男", more=(("或年龄", "49"),)),),
    amount="18000",
    place="早市",
    facts=(
        "2020年4月28日，因摊位被占，双方先争吵、后动手。蔡某锁骨骨裂，鉴定为轻微伤；"
        "罗某已被公安机关行政拘留七日。民事赔偿另行协商。"
    ),
    requests="赔偿18000元。",
    registered=date(2020, 5, 11),
    agreed=date(2020, 5, 13),
    flags=("曾报警",),
)
SHEEP = ToldDispute(
    key="P4",
    source="主动调解",
    dispute_type="损害赔偿",
    initials="sh",
    applicants=(ToldParty(name="苏某", more=(("职业", "牧民"),)),),
    respondents=(ToldParty(name="额某", more=(("职业", "牧民"),)),),
    place="乌兰布鲁克村放牧点",
    facts="羊混进对方羊群，双方争执后动手，苏某受伤住院。索赔被拒，苏某扬言报复，调解员到放牧点上门调解。",
    registered=date(2023, 6, 5),
    agreed=date(2023, 6, 6),
    flags=("有过激言行",),
)
DEATH = ToldDispute(
    key="P5",
    source="警调对接",
    source_note="派出所移交",
    dispute_type="损害赔偿",
    initials="sh",
    applicants=(
        ToldParty(
            name="万某亲属",
            # The relatives chose somebody to speak; the publication does not name the person.
            agent=ToldAgent(name="万小某", kind="近亲属", relation="死者之子"),
            is_representative=True,
        ),
    ),
    respondents=(ToldParty(name="某毛绒公司", is_organisation=True),),
    facts=(
        "2019年10月30日，万某（女，52岁）打短工时摔倒，送医抢救无效，医院诊断为猝死。"
        "双方对死亡赔偿分歧很大，报警后转到公调对接调解室。"
    ),
    requests="赔偿死亡赔偿金等各项损失。",
    registered=date(2019, 10, 30),
    agreed=date(2019, 10, 31),
    flags=("曾报警",),
)
_SURNAMES = "陈刘黄赵吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许"
STAFF_WAGES = tuple(
    (f"{surname}某", Decimal(3060 + 30 * place)) for place, surname in enumerate("周李" + _SURNAMES)
)
"""The 32 of the branch: two are named in the publication; the others and every single sum are ours.

Wages for a month and a half, "more than 110,000 in all": 3,060 to 3,990 in steps of 30.
"""
STAFF_TOTAL, STAFF_TOTAL_IN_WORDS = "112,800.00", "壹拾壹万贰仟捌佰元整"
"""Added by hand: 32 x 3,060 = 97,920, and 30 x (0 + 1 + … + 31) = 30 x 496 = 14,880."""
CLINIC = ToldDispute(
    key="P6",
    source="警调对接",
    source_note="快警站移交",
    dispute_type="拖欠农民工工资",
    initials="tqn",
    applicants=tuple(
        ToldParty(name=name, is_representative=place < 2) for place, (name, _sum) in enumerate(STAFF_WAGES)
    ),
    respondents=(
        ToldParty(
            name="某中医堂总公司",
            is_organisation=True,
            agent=ToldAgent(name="唐某", kind="单位工作人员", relation="董事助理"),
        ),
        ToldParty(name="阮某", more=(("职业", "分公司前负责人"),)),
    ),
    amount="112800",
    facts=(
        "前负责人离职时扣下公司价值十余万元的货物，总公司随后停发该分公司32名员工一个半月的工资，"
        "要求先还货、再谈工资。"
    ),
    requests="付清拖欠的一个半月工资。",
    registered=date(2024, 3, 18),
    agreed=date(2024, 3, 20),
    flags=("10 人以上", "涉欠薪"),
)
ROOF = ToldDispute(
    key="P7",
    source="窗口",
    source_note="",
    dispute_type="损害赔偿",
    initials="sh",
    applicants=(ToldParty(name="夏某亲属"),),
    respondents=(ToldParty(name="胡某"),),
    facts="受雇为邻居修房时突发脑溢血去世，家属与雇主商量赔偿。",
    requests="赔偿损失。",
    registered=date(2021, 3, 1),
    agreed=date(2021, 3, 2),
)
RENT = ToldDispute(
    key="P8",
    source="信访转入",
    source_note="综治中心登记窗口",
    channel="行政调解",
    dispute_type="合同",
    initials="ht",
    applicants=(ToldParty(name="张某某"),),
    respondents=(ToldParty(name="某水利项目承揽单位", is_organisation=True),),
    amount="4.16万",
    facts="承揽单位拖欠机械租赁费4.16万元。",
    requests="付清租赁费。",
    registered=date(2025, 8, 25),
    agreed=date(2025, 8, 27),
)
