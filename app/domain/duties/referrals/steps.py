"""The steps of a referral: each gives a new one or refuses, and says which field stands in the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.duties.referrals.interfaces import (
    CourtProcedure,
    FiveInterface,
    ReferralKind,
    ReferralResult,
)
from app.domain.duties.referrals.referrals import Referral
from app.domain.duties.referrals.states import ReferralEvent, state_after
from app.domain.errors import InvalidInput, RuleRefusal


def check_new(referral: Referral) -> None:
    """Refuse a referral that names no counterpart, or a kind that its interface does not have."""
    if not referral.counterpart.strip():
        raise InvalidInput("referral.counterpart_missing", field="counterpart")
    of_court = referral.kind in (ReferralKind.DELEGATION, ReferralKind.ENTRUSTMENT)
    if of_court and (referral.interface is not FiveInterface.COURT or not referral.is_incoming):
        raise InvalidInput("referral.kind_is_the_courts", field="kind", kind=referral.kind.term)
    if referral.kind is ReferralKind.ENTRUSTMENT and referral.procedure is None:
        raise InvalidInput("referral.procedure_missing", field="procedure")
    if referral.due_back is not None and referral.due_back < referral.sent_on:
        raise InvalidInput("referral.due_before_sent", field="due_back", day=referral.due_back.isoformat())


def check_outgoing(referral: Referral, case: Case) -> None:
    """Refuse to pass personal data on without law or separate consent (个人信息保护法 art. 23)."""
    if not referral.matter.strip():
        raise InvalidInput("referral.matter_missing", field="matter")
    given = {consent.party_id for consent in referral.consents}
    waiting = [party for party in case.parties if party.is_person and party.id not in given]
    if waiting and not referral.legal_basis.strip():
        raise InvalidInput(
            "referral.data_consent_missing", field="consents", party=waiting[0].name, count=len(waiting)
        )


def sign(referral: Referral, *, on: date, by: str) -> Referral:
    """Sign for it: from this day its clock runs."""
    state = state_after(referral.state, ReferralEvent.SIGN)
    if not by.strip():
        raise InvalidInput("referral.signer_missing", field="signed_by")
    _not_before(on, referral.sent_on, "signed_on")
    return replace(referral, state=state, signed_on=on, signed_by=by)


def accept(referral: Referral, *, on: date) -> Referral:
    """Take it on, or note that the counterpart did."""
    state = state_after(referral.state, ReferralEvent.ACCEPT)
    _not_before(on, referral.signed_on or referral.sent_on, "on")
    return replace(referral, state=state, accepted_on=on)


def refuse(referral: Referral, *, on: date, reason: str) -> Referral:
    """Send it back untouched, with the reason; its owner keeps it until somebody is told."""
    return _ended(referral, ReferralEvent.REFUSE, on, reason)


def recall(referral: Referral, *, on: date, reason: str) -> Referral:
    """Take back what was sent, with the reason."""
    return _ended(referral, ReferralEvent.RECALL, on, reason)


def extend(referral: Referral, *, until: date, note: str, due: date | None) -> Referral:
    """Move the day it is due on; both parties agreed, and the note says how (特邀调解规定 art. 27)."""
    state_after(referral.state, ReferralEvent.EXTEND)
    if not note.strip():
        raise InvalidInput("referral.extension_note_missing", field="note")
    if due is not None and until <= due:
        raise InvalidInput("extension.not_later", field="until", day=until.isoformat())
    return replace(referral, extended_to=until, extension_note=note)


def give_back(
    referral: Referral, *, on: date, result: ReferralResult, reply: str, undisputed_facts: str = ""
) -> Referral:
    """Return it with a result; facts the parties confirmed as undisputed may go along (dossier 7.2)."""
    state = state_after(referral.state, ReferralEvent.RETURN)
    if not reply.strip():
        raise InvalidInput("referral.reply_missing", field="reply")
    _not_before(on, referral.accepted_on or referral.sent_on, "on")
    return replace(
        referral,
        state=state,
        returned_on=on,
        result=result,
        reply=reply,
        undisputed_facts=undisputed_facts,
    )


def feed_back(referral: Referral, *, on: date, note: str) -> Referral:
    """Note that who waited for it was told: then nobody owes anything any more."""
    state = state_after(referral.state, ReferralEvent.FEED_BACK)
    if not note.strip():
        raise InvalidInput("referral.feedback_missing", field="note")
    _not_before(on, referral.returned_on or referral.ended_on or referral.sent_on, "on")
    return replace(referral, state=state, feedback_on=on, feedback_note=note)


def hand_over(referral: Referral, *, owner_id: UUID, owner_name: str) -> Referral:
    """Put it into the hands of another member of staff."""
    state_after(referral.state, ReferralEvent.HAND_OVER)
    return replace(referral, owner_id=owner_id, owner_name=owner_name)


def check_result(referral: Referral, result: ReferralResult, case: Case) -> None:
    """Refuse to report to who sent a case what the case does not show."""
    if not referral.is_incoming:
        return
    if result is ReferralResult.AGREED and case.effective_on is None:
        raise RuleRefusal("referral.no_agreement_in_force", field="result")
    has_ended = case.termination_reason is not None or case.non_acceptance_reason is not None
    if result is ReferralResult.FAILED and not has_ended:
        raise RuleRefusal("referral.case_not_ended", field="result", state=case.state.term)


def procedure_of(kind: ReferralKind, procedure: CourtProcedure | None) -> CourtProcedure | None:
    """Keep the court's procedure only where it decides something."""
    return procedure if kind is ReferralKind.ENTRUSTMENT else None


def _ended(referral: Referral, event: ReferralEvent, on: date, reason: str) -> Referral:
    state = state_after(referral.state, event)
    if not reason.strip():
        raise InvalidInput("reason.words_missing", field="reason")
    _not_before(on, referral.signed_on or referral.sent_on, "on")
    return replace(referral, state=state, ended_on=on, end_reason=reason)


def _not_before(on: date, earlier: date, field: str) -> None:
    if on < earlier:
        raise InvalidInput("referral.day_too_early", field=field, day=earlier.isoformat())
