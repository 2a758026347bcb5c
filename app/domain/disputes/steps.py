"""What may be done to a case: each act takes a case and gives the next one, or refuses with the rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.disputes.case_parties import ConsentInquiry
from app.domain.disputes.cases import Case, CaseMediator, MediatorRole, NonAcceptanceReason, TerminationReason
from app.domain.disputes.lifecycle.transitions import entered, is_open_to
from app.domain.disputes.sources import MediationChannel, RiskLevel
from app.domain.disputes.states import CaseEvent, CaseState
from app.domain.disputes.turns import HandOver
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.days.moments import local_day

_SETTLED = (CaseState.EFFECTIVE, CaseState.PERFORMED)


def triage(case: Case, *, channel: MediationChannel, risk: RiskLevel, tier: str) -> Case:
    """Send a registered case to a channel with its risk and tier (靶向分流)."""
    state = entered(case, CaseEvent.TRIAGE)
    return replace(case, state=state, channel=channel, risk=risk, tier=tier)


def record_consent(case: Case, inquiry: ConsentInquiry) -> Case:
    """Add a party's answer; before acceptance the case is then 征求意见."""
    if case.party(inquiry.party_id) is None:
        raise InvalidInput("consent.unknown_party", field="party_id")
    if inquiry.asked_on < local_day(case.received_at):
        raise InvalidInput("consent.before_registration", field="asked_on", day=inquiry.asked_on.isoformat())
    asked = replace(case, consents=(*case.consents, inquiry))
    if is_open_to(case, CaseEvent.ASK_CONSENT):
        return replace(asked, state=entered(case, CaseEvent.ASK_CONSENT))
    return asked


def accept(case: Case, *, on: date) -> Case:
    """Accept a case: all parties consent (art. 17), nobody refused, a minor has a guardian."""
    state = entered(case, CaseEvent.ACCEPT)
    for party in case.parties:
        if party.is_minor_on(on) and not party.has_guardian:
            raise RuleRefusal("case.guardian_missing", party=party.name, article="民法典第十九条、第二十条")
    _not_before_registration(case, on, "accepted_on")
    return replace(case, state=state, accepted_on=on)


def decline(case: Case, *, reason: NonAcceptanceReason, note: str, on: date) -> Case:
    """End a case as 不予受理, always with a reason; 其他 needs words."""
    state = entered(case, CaseEvent.DECLINE)
    if reason is NonAcceptanceReason.OTHER and not note.strip():
        raise InvalidInput("reason.words_missing", field="note")
    _not_before_registration(case, on, "ended_on")
    return replace(
        case, state=state, non_acceptance_reason=reason, non_acceptance_note=note, ended_on=on, closed_on=on
    )


def serve_rights_notice(case: Case, *, on: date) -> Case:
    """Record that every party was told its rights and duties (arts. 23, 24)."""
    _not_before_registration(case, on, "rights_notice_on")
    return replace(case, rights_notice_on=on)


def assign(case: Case, mediators: tuple[CaseMediator, ...]) -> Case:
    """Appoint the mediators, exactly one of them first (art. 19); replaces the earlier appointment."""
    if len([m for m in mediators if m.role is MediatorRole.FIRST]) != 1:
        raise RuleRefusal("case.one_first_mediator", article="人民调解法第十九条")
    people = [m.staff_id for m in mediators if m.role is not MediatorRole.RECORDER]
    if len(set(people)) != len(people):
        raise InvalidInput("case.mediator_twice", field="mediators")
    return replace(case, state=entered(case, CaseEvent.ASSIGN), mediators=mediators)


def begin_mediation(case: Case) -> Case:
    """Hold a session: mediators are appointed and the rights notice was served (guards of the lifecycle)."""
    return replace(case, state=entered(case, CaseEvent.MEDIATE))


def agree(case: Case, *, is_supplement: bool = False) -> Case:
    """Note that an agreement waits for signatures; a further one leaves a settled case as it is.

    So does a supplement to what is in effect already: what is still in dispute goes on meanwhile.
    """
    if case.state in (CaseState.AGREED, *_SETTLED) or (is_supplement and case.effective_on is not None):
        return case
    return replace(case, state=entered(case, CaseEvent.AGREE))


def void_agreement(case: Case) -> Case:
    """Go back to mediation because the only agreement was voided before it took effect."""
    return replace(case, state=entered(case, CaseEvent.VOID_AGREEMENT))


def take_effect(case: Case, *, on: date, is_partial: bool = False, is_supplement: bool = False) -> Case:
    """Note the day an agreement took effect: the last of signatures and seal (art. 29).

    A partial agreement leaves the rest of the dispute open.
    """
    if case.state in _SETTLED or (is_supplement and case.effective_on is not None):
        return case
    event = CaseEvent.TAKE_EFFECT_IN_PART if is_partial else CaseEvent.TAKE_EFFECT
    return replace(case, state=entered(case, event), effective_on=on)


def agree_orally(case: Case, *, on: date) -> Case:
    """Note an oral agreement, in effect since it was reached (art. 30)."""
    state = entered(case, CaseEvent.AGREE_ORALLY)
    _not_before_registration(case, on, "reached_on")
    check_not_before_acceptance(case, on, "reached_on")
    return replace(case, state=state, effective_on=on)


def perform(case: Case, *, on: date, note: str) -> Case:
    """Note that everything agreed has been performed, with what proves it (art. 31)."""
    state = entered(case, CaseEvent.PERFORM)
    _not_before_registration(case, on, "performed_on")
    if case.effective_on is not None and on < case.effective_on and not note.strip():
        raise InvalidInput("performance.before_effect", field="performed_on", day=on.isoformat())
    return replace(case, state=state, performed_on=on, performance_note=note)


def terminate(
    case: Case,
    *,
    reason: TerminationReason,
    note: str,
    routes_told: bool,
    on: date,
    hand_overs: tuple[HandOver, ...] = (),
) -> Case:
    """End mediation without agreement; the other routes must have been told (art. 26)."""
    state = entered(case, CaseEvent.TERMINATE)
    return _ended(
        case, state, reason=reason, note=note, routes_told=routes_told, on=on, hand_overs=hand_overs
    )


def end_rest(
    case: Case,
    *,
    reason: TerminationReason,
    note: str,
    routes_told: bool,
    on: date,
    hand_overs: tuple[HandOver, ...] = (),
) -> Case:
    """End mediation of what a partial agreement left open; what is in effect is performed (art. 31)."""
    state = entered(case, CaseEvent.END_REST)
    return _ended(
        case, state, reason=reason, note=note, routes_told=routes_told, on=on, hand_overs=hand_overs
    )


def _ended(
    case: Case,
    state: CaseState,
    *,
    reason: TerminationReason,
    note: str,
    routes_told: bool,
    on: date,
    hand_overs: tuple[HandOver, ...],
) -> Case:
    if not routes_told:
        raise RuleRefusal("case.routes_not_told", article="人民调解法第二十六条")
    if reason is TerminationReason.OTHER and not note.strip():
        raise InvalidInput("reason.words_missing", field="note")
    _not_before_registration(case, on, "ended_on")
    check_not_before_acceptance(case, on, "ended_on")
    return replace(
        case,
        state=state,
        termination_reason=reason,
        termination_note=note,
        routes_told=routes_told,
        ended_on=on,
        hand_overs=(*case.hand_overs, *hand_overs),
    )


def follow_up(case: Case, *, on: date) -> Case:
    """Note that the follow-up visit was made (art. 31: supervise and urge performance)."""
    state = entered(case, CaseEvent.FOLLOW_UP)
    _not_before_registration(case, on, "followed_up_on")
    return replace(case, state=state, followed_up_on=on)


def close(case: Case, *, on: date) -> Case:
    """Close a case whose performance or termination was followed up."""
    state = entered(case, CaseEvent.CLOSE)
    _not_before_registration(case, on, "closed_on")
    return replace(case, state=state, closed_on=on)


def check_not_before_acceptance(case: Case, on: date, field: str) -> None:
    """Refuse a day before acceptance for what only an accepted case can have (trap 26)."""
    if case.accepted_on is not None and on < case.accepted_on:
        raise InvalidInput("date.before_acceptance", field=field, day=on.isoformat())


def _not_before_registration(case: Case, on: date, field: str) -> None:
    if on < local_day(case.received_at):
        raise InvalidInput("date.before_registration", field=field, day=on.isoformat())
