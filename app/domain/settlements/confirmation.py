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


PENDING = frozenset({ConfirmationState.APPLIED, ConfirmationState.ACCEPTED})
"""States in which the court has still to decide; the case cannot be closed meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudicialConfirmation:
    """One joint application for one agreement and what the court did with it.

    ``court_number`` is the 调确字 number of acceptance, ``ruling_number`` that of the ruling;
    ``ground`` says why it was rejected or withdrawn. ``handled_by`` is who brought it to the court.
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


def rejected_by_court(
    confirmation: JudicialConfirmation, on: date, ground: str, number: str = ""
) -> JudicialConfirmation:
    """Note that the court did not take the application or rejected it, with the ground."""
    return _ended(confirmation, ConfirmationState.REJECTED, on, ground, number)


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
