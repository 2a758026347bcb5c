"""What may be done to a case beside its steps; each act gives the next case or refuses with the rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from app.domain.disputes.case_parties import CaseParty, ConsentAnswer, ConsentInquiry, in_order
from app.domain.disputes.cases import Case, NonAcceptanceReason, TerminationReason
from app.domain.disputes.lifecycle.guards import Circumstances
from app.domain.disputes.lifecycle.transitions import entered, is_open_to
from app.domain.disputes.period_steps import ended_suspension
from app.domain.disputes.sources import RiskFlag, RiskLevel
from app.domain.disputes.states import CaseEvent, CaseState
from app.domain.disputes.steps import check_not_before_acceptance, terminate
from app.domain.disputes.turns import Departure, Escalation, HandOver, PoliceReport, Reopening, Transfer
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id

TIER_ORDER = ("网格", "社区", "街道", "区", "市")
"""The tiers of a city from below; a tier of another name is neither higher nor lower."""
_RISKS = tuple(RiskLevel)


def escalate(case: Case, *, tier: str, risk: RiskLevel, reason: str, on: date) -> Case:
    """Raise a case to a higher tier or risk (升级); it never goes down by this act."""
    state = entered(case, CaseEvent.UPGRADE)
    _needs(reason, "reason.words_missing", "reason")
    _not_before(case, on)
    is_lower = _RISKS.index(risk) < _RISKS.index(case.risk) or _rank(tier) < _rank(case.tier)
    if is_lower or (tier == case.tier and risk is case.risk):
        raise InvalidInput("escalation.not_higher", field="tier")
    raised = Escalation(
        id=new_id(),
        on=on,
        reason=reason,
        from_tier=case.tier,
        to_tier=tier,
        from_risk=case.risk,
        to_risk=risk,
    )
    return replace(case, state=state, tier=tier, risk=risk, escalations=(*case.escalations, raised))


def transfer(case: Case, handed: Transfer) -> Case:
    """Hand a case to another organisation (移交); it stays in our register, and says who holds it."""
    state = entered(case, CaseEvent.TRANSFER)
    _needs(handed.receiver, "transfer.receiver_missing", "receiver")
    _needs(handed.reason, "reason.words_missing", "reason")
    _not_before(case, handed.on)
    if handed.receiver.strip() == case.holder:
        raise InvalidInput("transfer.holds_it_already", field="receiver", receiver=case.holder)
    return replace(case, state=state, transfers=(*case.transfers, handed))


def take_back(case: Case, back: Transfer) -> Case:
    """Take a case back that another organisation held (收回)."""
    state = entered(case, CaseEvent.TAKE_BACK)
    _needs(back.reason, "reason.words_missing", "reason")
    _not_before(case, back.on)
    return replace(case, state=state, transfers=(*case.transfers, replace(back, receiver="")))


def report_to_police(case: Case, report: PoliceReport) -> Case:
    """Note what was reported at once to the police or another organ (art. 25)."""
    state = entered(case, CaseEvent.REPORT_TO_POLICE)
    _needs(report.receiver, "report.receiver_missing", "receiver")
    _needs(report.told, "report.told_missing", "told")
    _not_before(case, local_day(report.at))
    return replace(case, state=state, police_reports=(*case.police_reports, report))


def asks_for_a_report(case: Case) -> bool:
    """Tell whether a report to the police should be thought of and none was made; it never blocks."""
    is_dangerous = case.risk is RiskLevel.VERY_HIGH or RiskFlag.HEATED in case.risk_flags
    return case.is_open and is_dangerous and not case.police_reports


def withdraw(case: Case, *, party_id: UUID, reason: str, on: date, around: Circumstances) -> Case:
    """Let a party withdraw its application (撤回申请); what is in effect cannot be withdrawn."""
    state = entered(case, CaseEvent.WITHDRAW, around)
    party = _party(case, party_id)
    _needs(reason, "reason.words_missing", "reason")
    _not_before(case, on)
    check_not_before_acceptance(case, on, "on")
    left = Departure(id=new_id(), on=on, state=state, reason=reason, party_id=party.id, party_name=party.name)
    return _left(case, left)


def guide_out(case: Case, *, reason: str, on: date, hand_overs: tuple[HandOver, ...]) -> Case:
    """Point the parties to another way before acceptance (引导其他途径), with at least one route told."""
    state = entered(case, CaseEvent.GUIDE_OUT)
    _needs(reason, "reason.words_missing", "reason")
    _not_before(case, on)
    if not hand_overs:
        raise InvalidInput("case.route_missing", field="route_court")
    left = Departure(id=new_id(), on=on, state=state, reason=reason)
    return replace(_left(case, left), hand_overs=(*case.hand_overs, *hand_overs), routes_told=True)


def channel_ending(case: Case) -> CaseEvent:
    """Give the event that ends a case which leaves its channel; RuleRefusal where it is too late for it."""
    for event in (CaseEvent.GUIDE_OUT, CaseEvent.TERMINATE):
        if case.effective_on is None and is_open_to(case, event):
            return event
    raise RuleRefusal("channel.change_too_late", state=case.state.term)


def change_channel(case: Case, *, reason: str, told: str, routes_told: bool, on: date) -> Case:
    """End a case that goes on in another channel: never an edit, always a linked new case."""
    event = channel_ending(case)
    _needs(reason, "reason.words_missing", "reason")
    if event is CaseEvent.TERMINATE:
        ended = TerminationReason.CHANNEL_CHANGED
        return terminate(case, reason=ended, note=told, routes_told=routes_told, on=on)
    _not_before(case, on)
    return _left(case, Departure(id=new_id(), on=on, state=entered(case, event), reason=told))


def close_untouched(case: Case, *, reason: str, on: date) -> Case:
    """End a case that was begun by mistake, before anything happened in it."""
    left = Departure(id=new_id(), on=on, state=entered(case, CaseEvent.GUIDE_OUT), reason=reason)
    return _left(case, left)


def refuse(
    case: Case,
    inquiry: ConsentInquiry,
    *,
    hand_overs: tuple[HandOver, ...],
    routes_told: bool,
    around: Circumstances,
) -> Case:
    """Let a party refuse mediation, a hard stop (art. 17): not accepted, or ended with the routes told."""
    state = entered(case, CaseEvent.REFUSE, around)
    party = _party(case, inquiry.party_id)
    on = inquiry.asked_on
    _not_before(case, on)
    refused = replace(inquiry, answer=ConsentAnswer.REFUSED)
    stopped = replace(case, state=state, consents=(*case.consents, refused), ended_on=on)
    told = f"{party.name}明确拒绝调解" + (f"：{inquiry.note}" if inquiry.note.strip() else "")
    if state is CaseState.NOT_ACCEPTED:
        return replace(
            stopped,
            non_acceptance_reason=NonAcceptanceReason.PARTY_REFUSED,
            non_acceptance_note=told,
            closed_on=on,
        )
    if not routes_told:
        raise RuleRefusal("case.routes_not_told", article="人民调解法第二十六条")
    check_not_before_acceptance(case, on, "on")
    return replace(
        ended_suspension(stopped, on=on, field="on"),
        termination_reason=TerminationReason.WITHDRAWN,
        termination_note=told,
        routes_told=True,
        hand_overs=(*case.hand_overs, *hand_overs),
    )


def archive(case: Case, around: Circumstances) -> Case:
    """Lock a finished case (归档): from now on it is only annotated."""
    return replace(case, state=entered(case, CaseEvent.ARCHIVE, around))


def reopen(case: Case, *, reason: str, approver: str, on: date) -> Case:
    """Take a finished case up again; how it had ended is kept in the reopening and in the history."""
    state = entered(case, CaseEvent.REOPEN)
    _needs(reason, "reason.words_missing", "reason")
    _needs(approver, "reopening.approver_missing", "approver")
    if case.closed_on is not None and on < case.closed_on:
        raise InvalidInput("reopening.before_closing", field="on", day=on.isoformat())
    again = Reopening(
        id=new_id(),
        on=on,
        reason=reason,
        approver=approver,
        from_state=case.state,
        ended_on=case.closed_on or case.ended_on,
        ending=_ending(case),
    )
    return replace(
        case,
        state=state,
        reopenings=(*case.reopenings, again),
        non_acceptance_reason=None,
        non_acceptance_note="",
        termination_reason=None,
        termination_note="",
        routes_told=False,
        ended_on=None,
        followed_up_on=None,
        closed_on=None,
    )


def merge(case: Case, into: Case, *, reason: str, on: date, around: Circumstances) -> tuple[Case, Case]:
    """Merge a case into another open one (并案): gives both, parties carried over where missing.

    An accepted case takes in only parties that consented (art. 17).
    """
    if case.id == into.id:
        raise InvalidInput("merger.same_case", field="number")
    state = entered(case, CaseEvent.MERGE, around)
    taken = entered(into, CaseEvent.TAKE_IN)
    _needs(reason, "reason.words_missing", "reason")
    _not_before(case, on)
    missing = tuple(party for party in case.parties if not _is_among(party, into.parties))
    strangers = [p for p in missing if case.consent_of(p.id) is not ConsentAnswer.AGREED]
    if into.accepted_on is not None and strangers:
        raise RuleRefusal("case.consent_missing", party=strangers[0].name, count=len(strangers))
    carried = {party.id: replace(party, id=new_id()) for party in missing}
    asked = tuple(
        replace(inquiry, id=new_id(), party_id=carried[inquiry.party_id].id)
        for inquiry in case.consents
        if inquiry.party_id in carried
    )
    left = Departure(
        id=new_id(), on=on, state=state, reason=reason, into_id=into.id, party_name=into.intake_number
    )
    grown = replace(
        into,
        state=taken,
        parties=in_order((*into.parties, *carried.values())),
        consents=(*into.consents, *asked),
    )
    return _left(case, left), grown


def split(case: Case, *, party_ids: tuple[UUID, ...], reason: str) -> tuple[Case, tuple[CaseParty, ...]]:
    """Give the case as it stays, and copies of the parties that the new case begins with (分案)."""
    state = entered(case, CaseEvent.SPLIT)
    _needs(reason, "reason.words_missing", "reason")
    return replace(case, state=state), parties_again(case, party_ids)


def parties_again(case: Case, party_ids: Iterable[UUID]) -> tuple[CaseParty, ...]:
    """Copy chosen parties for a new case, with ids of their own."""
    wanted = set(party_ids)
    return tuple(replace(party, id=new_id()) for party in case.parties if party.id in wanted)


def happened_at(day: date, now: datetime) -> datetime:
    """Give the moment to note for a day: now for today, else its noon."""
    return now if local_day(now) == day else now.replace(year=day.year, month=day.month, day=day.day, hour=12)


def _left(case: Case, left: Departure) -> Case:
    return replace(
        ended_suspension(case, on=left.on, field="on"),
        state=left.state,
        departures=(*case.departures, left),
        ended_on=left.on,
        closed_on=left.on,
    )


def _ending(case: Case) -> str:
    if case.non_acceptance_reason is not None:
        return f"{case.non_acceptance_reason.term}　{case.non_acceptance_note}".strip("　")
    if case.termination_reason is not None:
        return f"{case.termination_reason.term}　{case.termination_note}".strip("　")
    if case.departures and case.effective_on is None:
        return case.departures[-1].reason
    return "协议已履行" if case.performed_on is not None else ""


def _is_among(party: CaseParty, parties: tuple[CaseParty, ...]) -> bool:
    """Tell whether somebody takes part already: the same entry of the register, or the same name."""
    return any(
        (party.record_id is not None and party.record_id == other.record_id)
        or party.name.strip() == other.name.strip()
        for other in parties
    )


def _party(case: Case, party_id: UUID) -> CaseParty:
    party = case.party(party_id)
    if party is None:
        raise InvalidInput("consent.unknown_party", field="party")
    return party


def _rank(tier: str) -> int:
    return TIER_ORDER.index(tier) if tier in TIER_ORDER else -1


def _needs(text: str, code: str, field: str) -> None:
    if not text.strip():
        raise InvalidInput(code, field=field)


def _not_before(case: Case, on: date) -> None:
    if on < local_day(case.received_at):
        raise InvalidInput("date.before_registration", field="on", day=on.isoformat())
