"""A traffic accident that mediation did not settle: three days to ask the traffic police together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case, TerminationReason
from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.duties.ruled_clocks import ruled_day
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput, RuleRefusal

BASIS = "道路交通事故处理程序规定第八十五条"
TRAFFIC_TYPE = "traffic"
"""The code of 道路交通事故 in the statistical lists; a code keeps its meaning for ever."""
_NOTHING_TO_ASK = frozenset({TerminationReason.SUED, TerminationReason.SETTLED_PRIVATELY})
"""Where a suit was brought the police must stop as well (art. 94); what is settled needs nobody."""


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


def ended_for_traffic_police(case: Case) -> bool:
    """Tell whether mediation of a traffic accident ended so that both may turn to the traffic police."""
    reason = case.termination_reason
    is_ended = reason is not None and reason not in _NOTHING_TO_ASK and case.ended_on is not None
    return case.dispute_type == TRAFFIC_TYPE and is_ended and case.is_open


def traffic_clock(case: Case, rules: Rules) -> CaseClock | None:
    """D-09: from the termination to the joint request; None where there is nothing to ask for."""
    if case.ended_on is None or not ended_for_traffic_police(case):
        return None
    return ruled_day(case.channel, rules, ClockKind.TRAFFIC_REQUEST, case.ended_on, "作出终止调解")


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
