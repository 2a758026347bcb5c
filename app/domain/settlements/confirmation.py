"""Judicial confirmation (司法确认) of an agreement: facts beside performance, never a state of the case."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.values.termed import Termed

JOINTLY = "人民调解法第三十三条、民事诉讼法第二百零五条"
NOT_SUITABLE = "民事诉讼法解释第三百五十五条"
"""What courts do not take: status by marriage, parentage or adoption; ownership and intellectual property."""


class ConfirmationState(Termed):
    """How far an application has come; an agreement without one has none of these."""

    APPLIED = "applied", "已申请"
    ACCEPTED = "accepted", "法院已受理"
    CONFIRMED = "confirmed", "已确认"
    REJECTED = "rejected", "未予确认"
    WITHDRAWN = "withdrawn", "已撤回"


class RefusalGround(Termed):
    """Why a court refuses an application, as the law lists it (民诉法解释 arts. 355, 358)."""

    NOT_FOR_COURTS = "not_for_courts", "不属于人民法院受理范围"
    OTHER_COURT = "other_court", "不属于收到申请的人民法院管辖"
    STATUS = "status", "涉及婚姻、亲子、收养等身份关系"
    OTHER_PROCEDURE = "other_procedure", "涉及其他特别程序、公示催告、破产程序"
    TITLE = "title", "内容涉及物权、知识产权确权"
    UNLAWFUL = "unlawful", "违反法律强制性规定"
    HARMS_OTHERS = "harms_others", "损害国家利益、社会公共利益、他人合法权益"
    PUBLIC_ORDER = "public_order", "违背公序良俗"
    UNWILLING = "unwilling", "违反自愿原则"
    VAGUE = "vague", "内容不明确"
    OTHER = "other", "其他不能进行司法确认的情形"


PENDING = frozenset({ConfirmationState.APPLIED, ConfirmationState.ACCEPTED})
"""States in which the court has still to decide; the case cannot be closed meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudicialConfirmation:
    """One joint application for one agreement and what the court did with it.

    ``court_number`` is the 调确字 number of acceptance, ``ruling_number`` that of the ruling;
    ``ground`` says why it was rejected or withdrawn, ``refusal`` which ground of the law that is.
    ``handled_by`` is who brought it to the court. ``extended_on`` is the day on which somebody of the
    court told that its president had let the review take longer.
    """

    id: UUID
    version: int = 0
    case_id: UUID
    agreement_id: UUID
    state: ConfirmationState = ConfirmationState.APPLIED
    applied_on: date
    applicant_ids: tuple[UUID, ...]
    court: str
    handled_by: str = ""
    note: str = ""
    accepted_on: date | None = None
    court_number: str = ""
    decided_on: date | None = None
    ruling_number: str = ""
    ground: str = ""
    refusal: RefusalGround | None = None
    extended_on: date | None = None
    extension_told_by: str = ""
    extension_number: str = ""
    extension_note: str = ""

    @property
    def is_pending(self) -> bool:
        """Tell whether the court has still to decide."""
        return self.state in PENDING


Confirmations = tuple[JudicialConfirmation, ...]


def of_agreement(confirmations: Confirmations, agreement_id: UUID) -> JudicialConfirmation | None:
    """Give the latest application for an agreement."""
    found = [entry for entry in confirmations if entry.agreement_id == agreement_id]
    return found[-1] if found else None


def confirmed(confirmations: Confirmations, agreement_id: UUID) -> JudicialConfirmation | None:
    """Give the confirmation of an agreement once the court has given it."""
    found = of_agreement(confirmations, agreement_id)
    return found if found is not None and found.state is ConfirmationState.CONFIRMED else None


def check_application(
    application: JudicialConfirmation,
    agreement: MediationAgreement,
    earlier: Confirmations,
    *,
    last_day: date | None,
    is_suitable: bool,
) -> None:
    """Refuse what no court would take (trap 19): not joint, too late, not of the suitable kind, twice."""
    if agreement.state is not AgreementState.EFFECTIVE or agreement.effective_on is None:
        raise RuleRefusal("confirmation.not_effective", article=JOINTLY)
    before = of_agreement(earlier, agreement.id)
    if before is not None and (before.is_pending or before.state is ConfirmationState.CONFIRMED):
        raise RuleRefusal("confirmation.already_applied", state=before.state.term)
    if set(agreement.party_ids) - set(application.applicant_ids):
        raise InvalidInput("confirmation.not_joint", field="applicants", article=JOINTLY)
    if not application.court.strip():
        raise InvalidInput("confirmation.court_missing", field="court")
    if not is_suitable:
        raise InvalidInput("confirmation.not_suitable", field="suitable", article=NOT_SUITABLE)
    if application.applied_on < agreement.effective_on:
        day = agreement.effective_on.isoformat()
        raise InvalidInput("confirmation.before_effect", field="applied_on", day=day)
    if last_day is not None and application.applied_on > last_day:
        raise InvalidInput(
            "confirmation.too_late", field="applied_on", day=last_day.isoformat(), article=JOINTLY
        )


def accepted_by_court(confirmation: JudicialConfirmation, on: date, number: str) -> JudicialConfirmation:
    """Note that the court took the application, with its number."""
    _need(confirmation, ConfirmationState.APPLIED)
    _not_before(on, confirmation.applied_on, "accepted_on")
    if not number.strip():
        raise InvalidInput("confirmation.number_missing", field="court_number")
    return replace(confirmation, state=ConfirmationState.ACCEPTED, accepted_on=on, court_number=number)


def confirmed_by_court(confirmation: JudicialConfirmation, on: date, number: str) -> JudicialConfirmation:
    """Note the ruling that the agreement is valid."""
    _need(confirmation, ConfirmationState.ACCEPTED)
    _not_before(on, confirmation.accepted_on or confirmation.applied_on, "decided_on")
    if not number.strip():
        raise InvalidInput("confirmation.ruling_missing", field="ruling_number")
    return replace(confirmation, state=ConfirmationState.CONFIRMED, decided_on=on, ruling_number=number)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewExtension:
    """What the court told of its president's leave to take longer; the paper may bear a number."""

    told_on: date
    told_by: str
    number: str = ""
    note: str = ""


def extended_by_court(confirmation: JudicialConfirmation, told: ReviewExtension) -> JudicialConfirmation:
    """Note the extension of the review, once; from then on D-13c runs."""
    _need(confirmation, ConfirmationState.ACCEPTED)
    if confirmation.extended_on is not None:
        raise RuleRefusal("confirmation.already_extended", day=confirmation.extended_on.isoformat())
    _not_before(told.told_on, confirmation.accepted_on or confirmation.applied_on, "extended_on")
    if not told.told_by.strip():
        raise InvalidInput("confirmation.teller_missing", field="extension_told_by")
    return replace(
        confirmation,
        extended_on=told.told_on,
        extension_told_by=told.told_by,
        extension_number=told.number,
        extension_note=told.note,
    )


def rejected_by_court(
    confirmation: JudicialConfirmation,
    on: date,
    ground: str,
    number: str = "",
    refusal: RefusalGround | None = None,
) -> JudicialConfirmation:
    """Note that the court did not take the application or rejected it, with the ground."""
    ended = _ended(confirmation, ConfirmationState.REJECTED, on, ground, number)
    return replace(ended, refusal=refusal)


def step_taken_back(confirmation: JudicialConfirmation, reason: str) -> JudicialConfirmation:
    """Take back the latest step that was recorded by mistake; the application itself is withdrawn instead.

    The history keeps what was recorded and why it was taken back.
    """
    if not reason.strip():
        raise InvalidInput("confirmation.reason_missing", field="reason")
    if confirmation.decided_on is not None:
        before = ConfirmationState.ACCEPTED if confirmation.accepted_on else ConfirmationState.APPLIED
        return replace(confirmation, state=before, decided_on=None, ruling_number="", ground="", refusal=None)
    if confirmation.extended_on is not None:
        return replace(
            confirmation, extended_on=None, extension_told_by="", extension_number="", extension_note=""
        )
    if confirmation.accepted_on is not None:
        return replace(confirmation, state=ConfirmationState.APPLIED, accepted_on=None, court_number="")
    raise RuleRefusal("confirmation.nothing_to_take_back")


def withdrawn(confirmation: JudicialConfirmation, on: date, ground: str) -> JudicialConfirmation:
    """Note that the parties took the application back before the ruling (民诉法解释 art. 357)."""
    return _ended(confirmation, ConfirmationState.WITHDRAWN, on, ground, "")


def _ended(
    confirmation: JudicialConfirmation, state: ConfirmationState, on: date, ground: str, number: str
) -> JudicialConfirmation:
    _need(confirmation, *PENDING)
    _not_before(on, confirmation.accepted_on or confirmation.applied_on, "decided_on")
    if not ground.strip():
        raise InvalidInput("confirmation.ground_missing", field="ground")
    return replace(confirmation, state=state, decided_on=on, ground=ground, ruling_number=number)


def _need(confirmation: JudicialConfirmation, *states: ConfirmationState) -> None:
    if confirmation.state not in states:
        raise RuleRefusal("confirmation.step_not_allowed", state=confirmation.state.term)


def _not_before(on: date, earliest: date, field: str) -> None:
    if on < earliest:
        raise InvalidInput("confirmation.too_early", field=field, day=earliest.isoformat())
