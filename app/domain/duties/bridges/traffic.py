"""A traffic accident that mediation did not settle: three days to ask the traffic police together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.duties.clock_facts import NO_FURTHER_FACTS, events_of
from app.domain.duties.deadlines.running import ruled_clocks
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput, RuleRefusal

BASIS = "道路交通事故处理程序规定第八十五条"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrafficAnswers:
    """What only people can tell: to whom the request goes, about which accident, and who makes it."""

    addressee: str
    finding_number: str = ""
    happened_on: date
    place: str
    requests: str
    requester_ids: tuple[UUID, ...]
    papers: tuple[str, ...] = ()
    requested_on: date


def traffic_clock(case: Case, rules: Rules) -> CaseClock | None:
    """D-09: from the termination to the joint request, over or not; None with nothing to ask for."""
    if case.ended_on is None:
        return None
    events = events_of(case, NO_FURTHER_FACTS, rules.calendar)
    clocks = ruled_clocks(case, events, rules.catalogue, rules.calendar, case.ended_on)
    return next((clock for clock in clocks if clock.kind is ClockKind.POLICE_REQUEST), None)


def check_request(case: Case, answers: TrafficAnswers, rules: Rules) -> CaseClock:
    """Give the clock the request keeps, or refuse it at the field that is wrong.

    Raises RuleRefusal ``traffic.not_ended``, ``traffic.too_late`` and ``traffic.not_joint``.
    """
    clock = traffic_clock(case, rules)
    if clock is None:
        raise RuleRefusal("traffic.not_ended", article=BASIS)
    if not answers.addressee.strip():
        raise InvalidInput("traffic.addressee_missing", field="addressee")
    if not answers.requests.strip():
        raise InvalidInput("traffic.requests_missing", field="requests")
    if answers.happened_on > clock.start:
        raise InvalidInput("traffic.happened_later", field="happened_on")
    missing = [party.name for party in case.parties if party.id not in answers.requester_ids]
    if missing:
        raise RuleRefusal("traffic.not_joint", field="requesters", names="、".join(missing), article=BASIS)
    if answers.requested_on < clock.start:
        raise InvalidInput("traffic.before_end", field="on", day=clock.start.isoformat())
    if answers.requested_on > clock.last_day:
        raise RuleRefusal("traffic.too_late", field="on", day=clock.last_day.isoformat(), article=BASIS)
    return clock
