"""``self-test``: the main job from end to end on temporary data, then everything read back."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Protocol

from app.cli.outcome import Exit
from app.domain.disputes.case_parties import (
    CaseParty,
    ConsentAnswer,
    ConsentInquiry,
    ConsentManner,
    PartySide,
)
from app.domain.disputes.cases import Case, CaseMediator, MediatorRole
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.sessions import SessionResult
from app.domain.people.organisations import Organisation
from app.domain.people.staff import StaffMember, StaffRole
from app.domain.settlements.agreements import MediationAgreement, Signature
from app.domain.settlements.terms import Due, DueKind, Instalment, Term, TermKind
from app.domain.trust.actors import SYSTEM
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.services.disputes.intake import Intake
from app.services.services import Services
from app.services.trust.settings import FirstStart

FACTS = "2026年11月9日，402室暖气阀门损坏漏水，致302室客厅顶棚、木地板受损；当事人张㛃、𬱖某对数额有争议。"


class OpenedCentre(Protocol):
    """A centre that this run opens and closes."""

    @property
    def services(self) -> Services:
        """Give the centre's use cases."""

    def close(self) -> None:
        """Let go of the data."""


OpenCentre = Callable[[Path], OpenedCentre]


class SelfTestFailure(Exception):
    """Something read back differs from what was written."""


def self_test(open_centre: OpenCentre, now: Callable[[], datetime]) -> Exit:
    """Walk a case from registration to closing, reopen the data and compare; says what it did."""
    today = local_day(now())
    with tempfile.TemporaryDirectory(prefix="maplebridge-self-test-", ignore_cleanup_errors=True) as folder:
        data = Path(folder)
        centre = open_centre(data)
        try:
            me = _set_up(centre.services)
            case = _mediate(centre.services, me, today)
            agreement, digest = _settle(centre.services, me, case, today)
            _finish(centre.services, me, case, today)
        finally:
            centre.close()
        again = open_centre(data)
        try:
            _compare(again.services, case, agreement, digest)
        finally:
            again.close()
    print("自检完成")
    return Exit.DONE


def _set_up(services: Services) -> StaffMember:
    committee = Organisation(id=new_id(), name="石化社区人民调解委员会", number_code="石社", tier="社区")
    me = StaffMember(
        id=new_id(),
        name="赵永安",
        organisation_id=committee.id,
        roles=(StaffRole.MEDIATOR, StaffRole.REGISTRAR),
    )
    services.settings.set_up(FirstStart(organisation=committee, staff=(me,), me=me.id), actor=SYSTEM)
    print("已建立调委会和调解员")
    return me


def _mediate(services: Services, me: StaffMember, today: date) -> Case:
    intake = Intake(
        dispute_type="neighbours",
        title="楼上漏水致损赔偿",
        amount=Money.of_yuan("12800.00"),
        facts=FACTS,
        organisation_id=me.organisation_id,
        parties=(
            CaseParty(id=new_id(), side=PartySide.APPLICANT, name="古丽娜尔·托合提", phone="13909904172"),
            CaseParty(id=new_id(), side=PartySide.RESPONDENT, name="孙国强"),
        ),
    )
    case = services.registration.register(intake, actor=me.actor).value
    print(f"已登记 {case.intake_number}")
    steps = services.cases
    for party in case.parties:
        asked = ConsentInquiry(
            id=new_id(),
            party_id=party.id,
            answer=ConsentAnswer.AGREED,
            manner=ConsentManner.IN_PERSON,
            asked_on=today,
        )
        case = steps.record_consent(case.id, asked, actor=me.actor, version=case.version).value
    case = steps.accept(case.id, today, actor=me.actor, version=case.version).value
    first = CaseMediator(
        id=new_id(), staff_id=me.id, name=me.name, role=MediatorRole.FIRST, assigned_on=today
    )
    case = steps.assign(case.id, (first,), actor=me.actor, version=case.version).value
    case = steps.serve_rights_notice(case.id, today, actor=me.actor, version=case.version).value
    session = services.mediation.new_session(case.id)
    held = replace(session, record="双方陈述后达成一致。", rights_told=True, result=SessionResult.AGREED)
    held = services.mediation.save(held, actor=me.actor).value
    services.mediation.finish(held, actor=me.actor)
    print("已征得同意、受理、指派、告知并调解")
    return services.cases.folder(case.id).case


def _settle(services: Services, me: StaffMember, case: Case, today: date) -> tuple[MediationAgreement, str]:
    drafted = services.settlements.new_agreement(case.id, actor=me.actor).value
    applicant, respondent = case.parties
    term = Term(
        id=new_id(),
        kind=TermKind.PAYMENT,
        payer_ids=(respondent.id,),
        payee_ids=(applicant.id,),
        amount=Money.of_yuan("12800.00"),
        nature="赔偿款",
        instalments=tuple(
            Instalment(
                id=new_id(),
                amount=Money.of_yuan(yuan),
                due=Due(kind=DueKind.ON_DAY, day=today + timedelta(days=days)),
                manner="银行转账",
            )
            for yuan, days in (("5000.00", 30), ("4000.00", 60), ("3800.00", 90))
        ),
    )
    drafted = services.settlements.save(replace(drafted, terms=(term,)), actor=me.actor).value
    issued = services.settlements.issue(drafted.id, actor=me.actor, version=drafted.version).value
    pdf = services.issuing.bytes_of(issued.id)
    print(f"已送签 {issued.number}，共 {issued.pages} 页，一式 {issued.copies} 份")
    agreement = services.settlements.agreement(drafted.id)
    for place in services.settlements.places(agreement):
        signature = Signature(
            id=new_id(), role=place.role, signer_id=place.signer_id, name=place.name, signed_on=today
        )
        agreement = services.settlements.sign(
            agreement.id, signature, actor=me.actor, version=agreement.version
        ).value
    if agreement.effective_on != today:
        raise SelfTestFailure("effective day")
    print("各方签字、调解员签名、加盖印章，协议已生效")
    return agreement, hashlib.sha256(pdf).hexdigest()


def _finish(services: Services, me: StaffMember, case: Case, today: date) -> None:
    seen_duties = services.cases.folder(case.id).duties.version
    services.duties.assign_all(
        case.id,
        "周敏",
        "石化社区",
        me.name,
        me.id,
        actor=me.actor,
        version=seen_duties,
        same_person_reason="本室只有一名调解员",
    )
    services.issuing.issue(DocumentKind.FOUR_DUTIES, case.id, actor=me.actor)
    seen = services.cases.folder(case.id).case
    performed = services.cases.perform(case.id, today, "银行回单", actor=me.actor, version=seen.version).value
    visited = services.cases.follow_up(case.id, today, actor=me.actor, version=performed.version).value
    services.cases.close(case.id, today, actor=me.actor, version=visited.version)
    print("已指定四包责任人、记录履行、回访、结案")


def _compare(services: Services, case: Case, agreement: MediationAgreement, digest: str) -> None:
    folder = services.cases.folder(case.id)
    if folder.case.facts != FACTS or folder.agreements[-1] != agreement:
        raise SelfTestFailure("state after reopening")
    document = agreement.document_id
    if document is None or hashlib.sha256(services.issuing.bytes_of(document)).hexdigest() != digest:
        raise SelfTestFailure("stored page")
    if [hit.line.id for hit in services.lists.search_cases("国强")] != [case.id]:
        raise SelfTestFailure("search")
    report = services.integrity.check()
    if not report.is_sound:
        raise SelfTestFailure(str(report.problems))
    print("重新打开后逐项核对一致：案情、协议、已存文书、检索、编号")
