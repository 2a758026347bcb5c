"""What may be done to a case: each act takes a case and gives the next one, or refuses with the rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.disputes.case_parties import ConsentInquiry
from app.domain.disputes.cases import (
    Case,
    CaseMediator,
    FormerMediator,
    MediatorRole,
    NonAcceptanceReason,
    TerminationReason,
)
from app.domain.disputes.handling import CoOrganisation, HandlingMode, TriageDecision, check_decision
from app.domain.disputes.lifecycle.transitions import entered, is_open_to
from app.domain.disputes.period_steps import ended_suspension
from app.domain.disputes.risk_dismissals import RiskDismissal, check_dismissal
from app.domain.disputes.sources import MediationChannel, RiskLevel
from app.domain.disputes.states import CaseEvent, CaseState
from app.domain.disputes.turns import HandOver
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.days.moments import local_day

ART_18_19 = "民法典第十八条、第十九条"

_SETTLED = (CaseState.EFFECTIVE, CaseState.PERFORMED)


def triage(
    case: Case,
    *,
    channel: MediationChannel,
    channel_code: str = "",
    risk: RiskLevel,
    tier: str,
    decision: TriageDecision | None = None,
    mode: HandlingMode | None = None,
) -> Case:
    """Send a registered case to a channel with its risk and tier (靶向分流).

    A case already triaged and not yet accepted may be sent on anew; each ``decision`` stays on record.
    """
    state = case.state if case.state is CaseState.TRIAGED else entered(case, CaseEvent.TRIAGE)
    triages = case.triages
    if decision is not None:
        check_decision(decision)
        triages = (*case.triages, decision)
    return replace(
        case,
        state=state,
        channel=channel,
        channel_code=channel_code,
        risk=risk,
        tier=tier,
        triages=triages,
        handling_mode=mode or case.handling_mode,
    )


def dismiss_risk(case: Case, dismissal: RiskDismissal, *, risk: RiskLevel) -> Case:
    """Set a warning aside with its reason; ``risk`` is the level that then stands."""
    check_dismissal(dismissal)
    return replace(case, risk_dismissals=(*case.risk_dismissals, dismissal), risk=risk)


def share(case: Case, co_organisations: tuple[CoOrganisation, ...]) -> Case:
    """Name the units that mediate together with the leading one (互动调解)."""
    for place, unit in enumerate(co_organisations):
        if not unit.name.strip():
            raise InvalidInput("co_organisation.name_missing", field=f"co_organisations.{place}.name")
    return replace(case, co_organisations=co_organisations)


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
    """Accept a case: all parties consent (art. 17), nobody refused, a minor has a guardian.

    A minor of sixteen who lives on own labour, as stated, counts as fully capable (民法典 art. 18(2)).
    """
    state = entered(case, CaseEvent.ACCEPT)
    for party in case.parties:
        if party.lacks_guardian_on(on):
            if party.may_earn_own_living_on(on):
                raise RuleRefusal("case.guardian_or_own_living", party=party.name, article=ART_18_19)
            raise RuleRefusal("case.guardian_missing", party=party.name, article="民法典第十九条、第二十条")
    check_not_before_registration(case, on, "accepted_on")
    return replace(case, state=state, accepted_on=on)


def decline(case: Case, *, reason: NonAcceptanceReason, note: str, on: date) -> Case:
    """End a case as 不予受理, always with a reason; 其他 needs words."""
    state = entered(case, CaseEvent.DECLINE)
    if reason is NonAcceptanceReason.OTHER and not note.strip():
        raise InvalidInput("reason.words_missing", field="note")
    check_not_before_registration(case, on, "ended_on")
    return replace(
        case, state=state, non_acceptance_reason=reason, non_acceptance_note=note, ended_on=on, closed_on=on
    )


def serve_rights_notice(case: Case, *, on: date) -> Case:
    """Record that every party was told its rights and duties (arts. 23, 24)."""
    check_not_before_registration(case, on, "rights_notice_on")
    return replace(case, rights_notice_on=on)


def assign(case: Case, mediators: tuple[CaseMediator, ...], *, reason: str = "") -> Case:
    """Appoint the mediators, exactly one of them first (art. 19).

    Who served before and does not any more stays in the case as a former mediator, with the reason.
    """
    if len([m for m in mediators if m.role is MediatorRole.FIRST]) != 1:
        raise RuleRefusal("case.one_first_mediator", article="人民调解法第十九条")
    people = [m.staff_id for m in mediators if m.role is not MediatorRole.RECORDER]
    if len(set(people)) != len(people):
        raise InvalidInput("case.mediator_twice", field="mediators")
    former = (*case.former_mediators, *_leaving(case, mediators, reason))
    return replace(case, state=entered(case, CaseEvent.ASSIGN), mediators=mediators, former_mediators=former)


def _leaving(case: Case, staying: tuple[CaseMediator, ...], reason: str) -> tuple[FormerMediator, ...]:
    kept = {(mediator.staff_id, mediator.role) for mediator in staying}
    ended_on = max(mediator.assigned_on for mediator in staying)
    return tuple(
        FormerMediator(
            id=mediator.id,
            staff_id=mediator.staff_id,
            name=mediator.name,
            role=mediator.role,
            assigned_on=mediator.assigned_on,
            ended_on=max(ended_on, mediator.assigned_on),
            reason=reason,
        )
        for mediator in case.mediators
        if (mediator.staff_id, mediator.role) not in kept
    )


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
    check_not_before_registration(case, on, "reached_on")
    check_not_before_acceptance(case, on, "reached_on")
    return replace(case, state=state, effective_on=on)


def perform(case: Case, *, on: date, note: str) -> Case:
    """Note that everything agreed has been performed, with what proves it (art. 31)."""
    state = entered(case, CaseEvent.PERFORM)
    check_not_before_registration(case, on, "performed_on")
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
    check_not_before_registration(case, on, "ended_on")
    check_not_before_acceptance(case, on, "ended_on")
    return replace(
        ended_suspension(case, on=on, field="ended_on"),
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
    check_not_before_registration(case, on, "followed_up_on")
    return replace(case, state=state, followed_up_on=on)


def close(case: Case, *, on: date) -> Case:
    """Close a case whose performance or termination was followed up."""
    state = entered(case, CaseEvent.CLOSE)
    check_not_before_registration(case, on, "closed_on")
    return replace(case, state=state, closed_on=on)


def check_not_before_acceptance(case: Case, on: date, field: str) -> None:
    """Refuse a day before acceptance for what only an accepted case can have (trap 26)."""
    if case.accepted_on is not None and on < case.accepted_on:
        raise InvalidInput("date.before_acceptance", field=field, day=on.isoformat())


def check_not_before_registration(case: Case, on: date, field: str) -> None:
    """Refuse a day before the request came in."""
    if on < local_day(case.received_at):
        raise InvalidInput("date.before_registration", field=field, day=on.isoformat())
