"""Makes the values tests are about: parties, cases, duties, agreements, with invented people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from app.domain.disputes.case_parties import (
    CaseParty,
    ConsentAnswer,
    ConsentInquiry,
    ConsentManner,
    PartySide,
)
from app.domain.disputes.cases import Case, CaseMediator, MediatorRole
from app.domain.disputes.sources import CaseSource
from app.domain.disputes.states import CaseState
from app.domain.duties.four_duties import Duty, DutyKind, FourDuties
from app.domain.people.organisations import CommitteeKind, MediationStudio, Organisation
from app.domain.people.staff import StaffMember, StaffRole
from app.domain.settlements.agreements import (
    AgreementState,
    MediationAgreement,
    Signature,
    SignerRole,
    SigningManner,
)
from app.domain.settlements.terms import Due, DueKind, Term, TermKind
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.ids import new_id
from app.domain.values.money import Money

REGISTERED_AT = datetime(2026, 11, 2, 9, 30, tzinfo=SHANGHAI)
"""A Monday morning."""
TODAY = date(2026, 11, 2)
NAMES = ("买买提·艾力", "王秀兰", "阿依古丽", "陈建国", "巴特尔", "古丽娜尔·吐尔逊", "马文武", "李雪梅")


def a_committee(name: str = "石油社区人民调解委员会", code: str = "石社") -> Organisation:
    """Make a residents' committee with one studio."""
    return Organisation(
        id=new_id(),
        committee_kind=CommitteeKind.RESIDENTS,
        name=name,
        number_code=code,
        tier="社区",
        confirming_court="某某区人民法院",
        studios=(MediationStudio(id=new_id(), name="老赵调解室"),),
    )


def a_member(committee: Organisation, name: str, *roles: StaffRole) -> StaffMember:
    """Make a member of staff, a mediator unless other roles are named."""
    return StaffMember(
        id=new_id(), name=name, organisation_id=committee.id, roles=roles or (StaffRole.MEDIATOR,)
    )


def a_party(name: str, side: PartySide = PartySide.APPLICANT) -> CaseParty:
    """Make a natural person on one side."""
    return CaseParty(id=new_id(), side=side, name=name, phone="13900001234", address="友谊路 12 号")


def some_parties(count: int = 2) -> tuple[CaseParty, ...]:
    """Make parties, applicants and respondents by turns; from the ninth on names are numbered."""
    sides = (PartySide.APPLICANT, PartySide.RESPONDENT)
    return tuple(
        a_party(NAMES[n] if n < len(NAMES) else f"当事人{n + 1}", sides[n % 2]) for n in range(count)
    )


def a_case(parties: int = 2, *, state: CaseState = CaseState.TRIAGED, **given: object) -> Case:
    """Make a case as registered, with as many parties as wanted; ``given`` replaces any field."""
    case = Case(
        id=new_id(),
        intake_number="2026-0001",
        state=state,
        title="买买提·艾力与王秀兰邻里纠纷",
        source=CaseSource.WINDOW,
        dispute_type="neighbours",
        facts="楼上漏水，楼下墙面受损，双方对赔偿数额有争议。",
        requests="请求赔偿损失。",
        organisation_id=new_id(),
        received_at=REGISTERED_AT,
        registered_at=REGISTERED_AT,
        registrar_id=new_id(),
        registrar_name="巴合提古丽",
        parties=some_parties(parties),
    )
    return replace(case, **given)  # type: ignore[arg-type]  # the caller names fields of Case


def consents(case: Case, on: date = TODAY) -> tuple[ConsentInquiry, ...]:
    """Make every party's consent."""
    return tuple(an_inquiry(party.id, ConsentAnswer.AGREED, on) for party in case.parties)


def an_inquiry(party_id: UUID, answer: ConsentAnswer, on: date = TODAY) -> ConsentInquiry:
    """Make one answer given in person."""
    return ConsentInquiry(
        id=new_id(), party_id=party_id, answer=answer, manner=ConsentManner.IN_PERSON, asked_on=on
    )


def a_mediator(
    member: StaffMember, role: MediatorRole = MediatorRole.FIRST, on: date = TODAY
) -> CaseMediator:
    """Appoint a member of staff."""
    return CaseMediator(id=new_id(), staff_id=member.id, name=member.name, role=role, assigned_on=on)


def the_duties(case: Case, due_on: date | None = None, person: str = "") -> FourDuties:
    """Make the four duties, all of one person, all due on one day."""
    return FourDuties(
        id=new_id(),
        case_id=case.id,
        duties=tuple(
            Duty(id=new_id(), kind=kind, due_on=due_on, responsible_person=person) for kind in DutyKind
        ),
    )


def a_payment(payer: CaseParty, payee: CaseParty, yuan: str = "3090", due: Due | None = None) -> Term:
    """Make a payment by bank transfer, due on a day unless said otherwise."""
    return Term(
        id=new_id(),
        kind=TermKind.PAYMENT,
        payer_ids=(payer.id,),
        payee_ids=(payee.id,),
        amount=Money.of_yuan(yuan),
        nature="赔偿款",
        due=due or Due(kind=DueKind.ON_DAY, day=date(2026, 12, 31)),
        manner="银行转账",
        consequence="逾期未付的，按未付金额每日万分之五支付违约金。",
    )


def an_agreement(case: Case, *terms: Term, **given: object) -> MediationAgreement:
    """Make a draft between all parties of a case; ``given`` replaces any field."""
    draft = MediationAgreement(
        id=new_id(),
        case_id=case.id,
        facts=case.facts,
        matters="赔偿数额。",
        responsibilities="王秀兰承担全部责任。",
        terms=terms,
        party_ids=tuple(party.id for party in case.parties),
        created_at=REGISTERED_AT,
    )
    return replace(draft, **given)  # type: ignore[arg-type]  # the caller names fields of MediationAgreement


def an_effective_agreement(case: Case, *terms: Term, on: date) -> MediationAgreement:
    """Make an agreement issued and in effect on one day."""
    return an_agreement(
        case,
        *terms,
        state=AgreementState.EFFECTIVE,
        number="（2026）石社人调字第1号",
        issued_day=on,
        effective_on=on,
    )


def a_signature(role: SignerRole, signer_id: UUID | None, name: str, on: date) -> Signature:
    """Make a signature, or the seal for the committee."""
    manner = SigningManner.SEAL if role is SignerRole.SEAL else SigningManner.SIGNATURE
    return Signature(id=new_id(), role=role, signer_id=signer_id, name=name, manner=manner, signed_on=on)
