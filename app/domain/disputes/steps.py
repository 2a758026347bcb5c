"""What may be done to a case: each act takes a case and gives the next one, or refuses with the rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.disputes.case_parties import ConsentInquiry
from app.domain.disputes.cases import Case, CaseMediator, MediatorRole, NonAcceptanceReason, TerminationReason
from app.domain.disputes.period_steps import ended_suspension
from app.domain.disputes.sources import MediationChannel, RiskLevel
from app.domain.disputes.states import CaseEvent, CaseState, next_state
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.days.moments import local_day


def triage(case: Case, *, channel: MediationChannel, risk: RiskLevel, tier: str) -> Case:
    """Send a registered case to a channel with its risk and tier (靶向分流)."""
    state = next_state(case.state, CaseEvent.TRIAGE)
    return replace(case, state=state, channel=channel, risk=risk, tier=tier)


def record_consent(case: Case, inquiry: ConsentInquiry) -> Case:
    """Add a party's answer; before acceptance the case is then 征求意见."""
    if case.party(inquiry.party_id) is None:
        raise InvalidInput("consent.unknown_party", field="party_id")
    if inquiry.asked_on < local_day(case.received_at):
        raise InvalidInput("consent.before_registration", field="asked_on", day=inquiry.asked_on.isoformat())
    asked = replace(case, consents=(*case.consents, inquiry))
    if case.state in (CaseState.TRIAGED, CaseState.AWAITING_CONSENT):
        return replace(asked, state=next_state(case.state, CaseEvent.ASK_CONSENT))
    return asked


def accept(case: Case, *, on: date) -> Case:
    """Accept a case: all parties consent (art. 17), nobody refused, a minor has a guardian."""
    state = next_state(case.state, CaseEvent.ACCEPT)
    if refusing := case.refusing():
        raise RuleRefusal("case.party_refused", party=refusing[0].name, article="人民调解法第十七条")
    if waiting := case.not_yet_consenting():
        raise RuleRefusal("case.consent_missing", party=waiting[0].name, count=len(waiting))
    for party in case.parties:
        if party.is_minor_on(on) and not party.has_guardian:
            raise RuleRefusal("case.guardian_missing", party=party.name, article="民法典第十九条、第二十条")
    _not_before_registration(case, on, "accepted_on")
    return replace(case, state=state, accepted_on=on)


def decline(case: Case, *, reason: NonAcceptanceReason, note: str, on: date) -> Case:
    """End a case as 不予受理, always with a reason; 其他 needs words."""
    state = next_state(case.state, CaseEvent.DECLINE)
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
    state = next_state(case.state, CaseEvent.ASSIGN)
    if case.state is CaseState.MEDIATING:
        state = CaseState.MEDIATING
    return replace(case, state=state, mediators=mediators)


def begin_mediation(case: Case) -> Case:
    """Hold a session: mediators are appointed and the rights notice was served (guards of the lifecycle)."""
    state = next_state(case.state, CaseEvent.MEDIATE)
    if case.rights_notice_on is None:
        raise RuleRefusal("case.rights_notice_missing", article="人民调解法第二十三条、第二十四条")
    return replace(case, state=state)


def agree(case: Case) -> Case:
    """Note that an agreement waits for signatures; a further one leaves a settled case as it is."""
    if case.state in (CaseState.AGREED, CaseState.EFFECTIVE, CaseState.PERFORMED):
        return case
    return replace(case, state=next_state(case.state, CaseEvent.AGREE))


def void_agreement(case: Case) -> Case:
    """Go back to mediation because the only agreement was voided before it took effect."""
    return replace(case, state=next_state(case.state, CaseEvent.VOID_AGREEMENT))


def take_effect(case: Case, *, on: date) -> Case:
    """Note the day an agreement took effect: the last of signatures and seal (art. 29)."""
    if case.state in (CaseState.EFFECTIVE, CaseState.PERFORMED):
        return case
    return replace(case, state=next_state(case.state, CaseEvent.TAKE_EFFECT), effective_on=on)


def perform(case: Case, *, on: date, note: str) -> Case:
    """Note that everything agreed has been performed, with what proves it (art. 31)."""
    state = next_state(case.state, CaseEvent.PERFORM)
    _not_before_registration(case, on, "performed_on")
    if case.effective_on is not None and on < case.effective_on and not note.strip():
        raise InvalidInput("performance.before_effect", field="performed_on", day=on.isoformat())
    return replace(case, state=state, performed_on=on, performance_note=note)


def terminate(case: Case, *, reason: TerminationReason, note: str, routes_told: bool, on: date) -> Case:
    """End mediation without agreement; the other routes must have been told (art. 26)."""
    state = next_state(case.state, CaseEvent.TERMINATE)
    if not routes_told:
        raise RuleRefusal("case.routes_not_told", article="人民调解法第二十六条")
    if reason is TerminationReason.OTHER and not note.strip():
        raise InvalidInput("reason.words_missing", field="note")
    _not_before_registration(case, on, "ended_on")
    check_not_before_acceptance(case, on, "ended_on")
    return replace(
        ended_suspension(case, on=on, field="ended_on"),
        state=state,
        termination_reason=reason,
        termination_note=note,
        routes_told=routes_told,
        ended_on=on,
    )


def follow_up(case: Case, *, on: date) -> Case:
    """Note that the follow-up visit was made (art. 31: supervise and urge performance)."""
    state = next_state(case.state, CaseEvent.FOLLOW_UP)
    _not_before_registration(case, on, "followed_up_on")
    return replace(case, state=state, followed_up_on=on)


def close(case: Case, *, on: date) -> Case:
    """Close a case whose performance or termination was followed up."""
    state = next_state(case.state, CaseEvent.CLOSE)
    _not_before_registration(case, on, "closed_on")
    return replace(case, state=state, closed_on=on)


def check_not_before_acceptance(case: Case, on: date, field: str) -> None:
    """Refuse a day before acceptance for what only an accepted case can have (trap 26)."""
    if case.accepted_on is not None and on < case.accepted_on:
        raise InvalidInput("date.before_acceptance", field=field, day=on.isoformat())


def _not_before_registration(case: Case, on: date, field: str) -> None:
    if on < local_day(case.received_at):
        raise InvalidInput("date.before_registration", field=field, day=on.isoformat())
