"""Contents of every form as a room would issue them: invented people and a leaking pipe."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.contents import rights
from app.domain.contents.forms import (
    AcceptanceRegisterContents,
    AgreementContents,
    ApplicationContents,
    NonAcceptanceContents,
    ParticipantPart,
    RightsNoticeContents,
    SessionContents,
    StatementPart,
)
from app.domain.contents.parts import (
    AgentPart,
    ClausePart,
    ConsentPart,
    InstalmentPart,
    PartyPart,
    SharePart,
    SigningPart,
)
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.money import Money
from app.domain.values.sex import Sex

COMMITTEE = "友谊社区人民调解委员会"
NUMBER = "（2026）友谊人调字第12号"
INTAKE = "2026-0417"
DAY = date(2026, 11, 9)
TITLE = "古丽娜尔·托合提与孙国强楼上漏水致损赔偿纠纷"
FACTS = (
    "2026年10月20日，孙国强家中卫生间水管破裂，漏水渗入楼下古丽娜尔·托合提家中，致客厅吊顶、墙面乳胶漆"
    "及木地板不同程度损坏，受损面积89.76㎡。双方就赔偿数额协商未果。\n"
    "人民调解员会同物业公司工作人员到现场查看，双方对漏水原因和受损范围均无异议。"
)
APPLICANT = PartyPart(
    label="申请人",
    name="古丽娜尔·托合提",
    sex=Sex.FEMALE,
    ethnicity="维吾尔族",
    birth_date=date(1984, 3, 6),
    age=42,
    occupation="教师",
    workplace="某市第三小学",
    identity_title="居民身份证",
    identity_number="650203198403060026",
    phone="13900001234",
    address="友谊路12号院3栋2单元501室",
    language="维吾尔语、国家通用语言",
)
RESPONDENT = PartyPart(
    label="被申请人",
    name="孙国强",
    sex=Sex.MALE,
    ethnicity="汉族",
    age=48,
    phone="13900005678",
    address="友谊路12号院3栋2单元601室",
    agents=(
        AgentPart(
            title="委托代理人（律师）",
            name="李𬱖",
            phone="13900009012",
            workplace="某某律师事务所",
            licence_number="16502201810012345",
            authority=("代为承认、变更、放弃请求", "代为参加调解并签署文书"),
            authorised_on=date(2026, 11, 5),
        ),
    ),
)
COMPANY = PartyPart(
    label="第三人",
    name="某某物业服务有限公司",
    is_person=False,
    credit_code="91650200MA00000000",
    legal_representative="王建军",
    legal_representative_post="经理",
    contact_person="刘洋",
    phone="0990-6230000",
    address="友谊路8号",
)
PARTIES = (APPLICANT, RESPONDENT, COMPANY)
MEDIATOR = SigningPart(label="人民调解员", name="赵永红")
RECORDER = SigningPart(label="记录人", name="马丽")
STAFF = (MEDIATOR, RECORDER)


def sign(party: PartyPart) -> SigningPart:
    """Make the place of a party."""
    agents = tuple(f"{agent.title} {agent.name}" for agent in party.agents)
    return SigningPart(label=party.label, name=party.name, agents=agents, has_fingerprint=party.is_person)


def many_parties(count: int) -> tuple[PartyPart, ...]:
    """Make ``count`` workers against one company."""
    workers = tuple(
        PartyPart(
            label="申请人",
            name=f"工友{number:02}号",
            sex=Sex.MALE,
            age=20 + number % 40,
            phone=f"139{number:08}",
        )
        for number in range(1, count)
    )
    return (*workers, RESPONDENT)


def agreement(parties: int = 2, *, has_court_copy: bool = True) -> AgreementContents:
    """Make the agreement of the leaking pipe between two parties or more."""
    parts = (APPLICANT, RESPONDENT) if parties == 2 else many_parties(parties)
    return AgreementContents(
        number=NUMBER,
        committee=COMMITTEE,
        parties=parts,
        facts=FACTS,
        matters="受损吊顶、墙面、地板的修复费用由谁承担，数额多少，何时支付。",
        responsibilities="孙国强对漏水造成的损失承担全部赔偿责任。",
        clauses=(
            ClausePart(
                position=1,
                text="孙国强于2026年11月20日前（含当日）向古丽娜尔·托合提支付修复费人民币12,800.00元（大写：人民币"
                "壹万贰仟捌佰元整），支付方式：银行转账，履行地点：友谊社区人民调解委员会。",
            ),
            ClausePart(
                position=2,
                text="孙国强于2026年11月15日前（含当日）更换自家卫生间水管，并经物业公司检查合格。",
            ),
            ClausePart(position=3, text="各方就本次漏水再无其他争议。"),
        ),
        performance="各方按照上述条款约定的方式、地点和期限履行。",
        party_copies=len(parts),
        copies=len(parts) + 1 + int(has_court_copy),
        has_court_copy=has_court_copy,
        mediators=(MEDIATOR.name,),
        recorders=(RECORDER.name,),
        signers=(*map(sign, parts), *STAFF),
        issued_day=DAY,
    )


def instalments(count: int) -> ClausePart:
    """Make a clause paid in ``count`` months."""
    return ClausePart(
        position=1,
        text=f"孙国强向古丽娜尔·托合提支付货款，分{count}期支付，各期的日期、金额和方式见本条所附分期表。",
        instalments=tuple(
            InstalmentPart(
                position=number,
                due=f"于{2027 + (number - 1) // 12}年{(number - 1) % 12 + 1}月28日前（含当日）",
                amount=Money.of_yuan(1000) + Money(number),
                manner="银行转账" if number % 2 else "",
            )
            for number in range(1, count + 1)
        ),
    )


def shares(count: int) -> ClausePart:
    """Make a clause whose sum is told for each of ``count`` payees."""
    return ClausePart(
        position=2,
        text=f"某某物业服务有限公司向工友01号等{count}人支付劳动报酬（各人应得金额见本条所附分配表）。",
        shares=tuple(
            SharePart(position=n, name=f"工友{n:02}号", amount=Money.of_yuan(3000) + Money(n * 101))
            for n in range(1, count + 1)
        ),
    )


def application() -> ApplicationContents:
    """Make the application of the leaking pipe."""
    return ApplicationContents(
        number=INTAKE,
        committee=COMMITTEE,
        parties=PARTIES,
        facts=FACTS,
        requests="1. 请求孙国强赔偿修复费12,800.00元；\n2. 请求孙国强更换破裂水管。",
        amount=Money.of_yuan(12800),
        applied_on=date(2026, 11, 2),
        signers=(sign(APPLICANT),),
    )


def acceptance_register() -> AcceptanceRegisterContents:
    """Make the register of the leaking pipe."""
    return AcceptanceRegisterContents(
        number=INTAKE,
        committee=COMMITTEE,
        accepted_on=date(2026, 11, 3),
        is_initiative=False,
        source="网格排查",
        source_note="第三网格员巡查时发现",
        dispute_type="邻里纠纷",
        title=TITLE,
        parties=PARTIES,
        facts=FACTS,
        requests="请求孙国强赔偿修复费12,800.00元。",
        amount=Money.of_yuan(12800),
        place="友谊路12号院3栋",
        received_at=datetime(2026, 11, 2, 9, 5, tzinfo=SHANGHAI),
        headcount=3,
        consents=(
            ConsentPart(
                name=APPLICANT.name, answer="同意调解", manner="申请书载明", asked_on=date(2026, 11, 2)
            ),
            ConsentPart(
                name=RESPONDENT.name,
                answer="未答复",
                manner="电话",
                asked_on=date(2026, 11, 2),
                note="无人接听，改日上门",
            ),
            ConsentPart(name=RESPONDENT.name, answer="同意调解", manner="当面", asked_on=date(2026, 11, 3)),
        ),
        mediators=("赵永红", "阿不都热合曼·买买提"),
        registrar="马丽",
        signers=(*map(sign, PARTIES), SigningPart(label="登记人", name="马丽")),
    )


def rights_notice() -> RightsNoticeContents:
    """Make the notice of rights with the texts the program ships."""
    return RightsNoticeContents(
        number=INTAKE,
        committee=COMMITTEE,
        title=TITLE,
        mediators=("赵永红",),
        principles=rights.PRINCIPLES,
        rights=rights.RIGHTS,
        duties=rights.DUTIES,
        effects=rights.EFFECTS,
        served_on=date(2026, 11, 3),
        signers=tuple(map(sign, PARTIES)),
    )


def session(record: str = "") -> SessionContents:
    """Make the record of a session of an hour and a half."""
    return SessionContents(
        number=INTAKE,
        committee=COMMITTEE,
        sequence=1,
        held_at=datetime(2026, 11, 9, 10, 5, tzinfo=SHANGHAI),
        ended_at=datetime(2026, 11, 9, 11, 35, tzinfo=SHANGHAI),
        place="友谊社区人民调解委员会调解室",
        matter=TITLE,
        parties=PARTIES,
        participants=(ParticipantPart(name="阿依古丽·艾山", role="翻译", unit="友谊社区居民委员会"),),
        mediators=("赵永红",),
        recorder="马丽",
        rights_told=True,
        statements=(
            StatementPart(
                label="申请人", name=APPLICANT.name, text="水从楼上漏下来，地板全泡坏了，要求赔偿。"
            ),
            StatementPart(
                label="被申请人", name=RESPONDENT.name, text="水管是老化破的，愿意赔，但希望少赔一点。"
            ),
        ),
        record=record
        or "人民调解员核实了物业公司的维修单，向双方释明民法典关于相邻关系和侵权责任的规定。经三轮协商，"
        "双方就修复费数额达成一致。",
        undisputed_facts="漏水原因是孙国强家水管破裂；受损面积89.76㎡。",
        result="调解成功",
        result_note="当日签订书面调解协议。",
        signers=(*map(sign, PARTIES), *STAFF),
    )


def non_acceptance() -> NonAcceptanceContents:
    """Make a notice of a dispute not taken."""
    return NonAcceptanceContents(
        number="（2026）友谊人调不字第3号",
        committee=COMMITTEE,
        addressees=(APPLICANT.name,),
        title=TITLE,
        received_on=date(2026, 11, 2),
        reason="一方当事人明确拒绝调解",
        note="孙国强表示已就同一事实向人民法院起诉。",
        routes=rights.OTHER_ROUTES,
        issued_day=date(2026, 11, 4),
    )
