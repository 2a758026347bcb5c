"""What moves the period of mediation: suspending, resuming, extending, recording days that start clocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import CaseClock, ExtensionBy
from app.domain.disputes.lifecycle.transitions import entered
from app.domain.disputes.periods.extensions import Extension
from app.domain.disputes.periods.suspensions import Suspension, SuspensionReason
from app.domain.disputes.periods.triggers import RECORDED_BY_HAND, TriggerDay
from app.domain.disputes.states import CaseEvent, CaseState
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.days.moments import local_day


def suspend(case: Case, suspension: Suspension) -> Case:
    """Pause mediation; 其他 needs words. Periods stop only where their own rule says so."""
    state = entered(case, CaseEvent.SUSPEND)
    if suspension.reason is SuspensionReason.OTHER and not suspension.note.strip():
        raise InvalidInput("reason.words_missing", field="note")
    _not_before_acceptance(case, suspension.from_day, "from_day")
    if case.suspensions:
        last = case.suspensions[-1].resumed_on
        if last is not None and suspension.from_day < last:
            raise InvalidInput("suspension.overlaps", field="from_day", day=last.isoformat())
    paused = replace(suspension, from_state=case.state, resumed_on=None)
    return replace(case, state=state, suspensions=(*case.suspensions, paused))


def resume(case: Case, *, on: date) -> Case:
    """Go on where mediation paused; ``on`` is the first day that counts again."""
    entered(case, CaseEvent.RESUME)
    paused = case.suspension
    if paused is None:
        raise RuleRefusal("case.step_not_allowed", event=CaseEvent.RESUME.term, state=case.state.term)
    return replace(ended_suspension(case, on=on, field="resumed_on"), state=paused.from_state)


def ended_suspension(case: Case, *, on: date, field: str) -> Case:
    """Close the open suspension, if any, on a day; its first day is the earliest."""
    paused = case.suspension
    if paused is None:
        return case
    if on < paused.from_day:
        raise InvalidInput("suspension.ends_before_start", field=field, day=paused.from_day.isoformat())
    return replace(case, suspensions=(*case.suspensions[:-1], replace(paused, resumed_on=on)))


def extend_period(case: Case, extension: Extension, running: CaseClock | None) -> Case:
    """Move the last day of mediation by the consent of every party, each with its day.

    ``running`` is the clock of mediation as it stands: an extension is of a period that runs, whose
    rule lets the parties extend it, and that has not ended before the last of them consented.
    """
    if case.state is CaseState.SUSPENDED:
        raise RuleRefusal("extension.resume_first")
    if running is None:
        raise RuleRefusal("extension.no_period", state=case.state.term)
    if running.extension_by is not ExtensionBy.PARTIES:
        raise RuleRefusal("extension.not_allowed", article=running.source)
    _check_consents(case, extension)
    if extension.agreed_on > running.last_day:
        raise InvalidInput("extension.too_late", field="consents", day=running.last_day.isoformat())
    if extension.new_last_day <= running.last_day:
        raise InvalidInput("extension.not_later", field="new_last_day", day=running.last_day.isoformat())
    told = replace(extension, previous_last_day=running.last_day)
    return replace(case, extensions=(*case.extensions, told))


def record_trigger_day(case: Case, recorded: TriggerDay) -> Case:
    """Record, or correct, the day of an event outside the room; a case has each event once."""
    if recorded.trigger not in RECORDED_BY_HAND:
        raise InvalidInput("trigger.by_its_step", field="trigger", name=recorded.trigger.term)
    if not case.is_open:
        raise RuleRefusal("trigger.case_closed", state=case.state.term)
    earlier = case.trigger_day(recorded.trigger)
    if earlier is None:
        return replace(case, trigger_days=(*case.trigger_days, recorded))
    if not recorded.note.strip():
        raise InvalidInput("trigger.correction_needs_words", field="note", day=earlier.on_day.isoformat())
    mended = replace(recorded, id=earlier.id)
    kept = tuple(mended if day.id == earlier.id else day for day in case.trigger_days)
    return replace(case, trigger_days=kept)


def _check_consents(case: Case, extension: Extension) -> None:
    agreed = {consent.party_id for consent in extension.consents}
    for party in case.parties:
        if party.id not in agreed:
            raise RuleRefusal("extension.consent_missing", field="consents", party=party.name)
    if unknown := agreed - {party.id for party in case.parties}:
        raise InvalidInput("consent.unknown_party", field="consents", count=len(unknown))
    for consent in extension.consents:
        _not_before_acceptance(case, consent.agreed_on, "consents")


def _not_before_acceptance(case: Case, on: date, field: str) -> None:
    if on < local_day(case.received_at):
        raise InvalidInput("date.before_registration", field=field, day=on.isoformat())
    if case.accepted_on is not None and on < case.accepted_on:
        raise InvalidInput("date.before_acceptance", field=field, day=on.isoformat())
