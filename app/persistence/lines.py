"""The narrow line that lists show of a case, computed from the case whenever it is written."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.cases import Case

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST_DIGITS = re.compile(r"([0-9]{1,15})[^0-9]*$")
NAME_SEPARATOR = "、"


def number_tail(number: str) -> int | None:
    """Give the number formed by the last digits of a case number: 417 of 2026-0417 and of 〔2026〕417号."""
    match = _LAST_DIGITS.search(number)
    return int(match[1]) if match else None


def line_values(case: Case) -> dict[str, object]:
    """Give the columns of a case's line but its clock."""
    lead = case.lead
    return {
        "id": case.id,
        "intake_number": case.intake_number,
        "number_tail": number_tail(case.intake_number),
        "title": case.title,
        "dispute_type": case.dispute_type,
        "source": case.source,
        "channel": case.channel,
        "state": case.state,
        "stage": case.stage,
        "is_open": case.is_open,
        "tier": case.tier,
        "risk": case.risk,
        "applicants": _names(case, PartySide.APPLICANT),
        "respondents": _names(case, PartySide.RESPONDENT),
        "headcount": case.headcount,
        "lead_id": lead.staff_id if lead else None,
        "lead_name": lead.name if lead else "",
        "registered_at": case.registered_at,
        "paused_for": None if case.suspension is None else case.suspension.exclusion,
        "newest": -((case.registered_at - EPOCH) // timedelta(microseconds=1)),
    }


def _names(case: Case, side: PartySide) -> str:
    return NAME_SEPARATOR.join(party.name for party in case.on_side(side))
