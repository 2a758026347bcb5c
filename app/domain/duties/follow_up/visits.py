"""A follow-up visit: planned for a day, then recorded as it was asked and said, never pre-filled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.disputes.case_lines import CaseLine
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.termed import Termed


class VisitManner(Termed):
    """How the parties were asked."""

    ON_SITE = "on_site", "上门"
    PHONE = "phone", "电话"
    IN_PERSON = "in_person", "来访当面"
    VIDEO = "video", "视频"


class Satisfaction(Termed):
    """What a party said when asked whether it is content."""

    CONTENT = "content", "满意"
    FAIRLY = "fairly", "基本满意"
    DISCONTENT = "discontent", "不满意"
    NOT_SAID = "not_said", "未表态"


class Litigation(Termed):
    """Whether the parties went to court over the agreement."""

    NONE = "none", "未起诉"
    SUED = "sued", "已起诉"
    JUDGED = "judged", "已有判决或裁决"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpVisit:
    """One visit in the order of the form (F10): who, when, how performed, content or not, what remains.

    ``planned_on`` and ``why`` say why it is due; ``visited_on`` is None while it waits. ``said`` keeps
    the parties' own words. ``same_day_reason`` says why it was made on the day of the agreement (trap 26).
    """

    id: UUID
    version: int = 0
    case_id: UUID
    planned_on: date
    why: str
    visited_on: date | None = None
    manner: VisitManner | None = None
    visitor_id: UUID | None = None
    visitor: str = ""
    visited_ids: tuple[UUID, ...] = ()
    performance: str = ""
    satisfaction: Satisfaction | None = None
    said: str = ""
    litigation: Litigation | None = None
    litigation_note: str = ""
    remains: str = ""
    has_new_risk: bool = False
    risk_note: str = ""
    measures: str = ""
    same_person_reason: str = ""
    same_day_reason: str = ""
    dropped_reason: str = ""

    @property
    def is_made(self) -> bool:
        """Tell whether the visit took place."""
        return self.visited_on is not None

    @property
    def is_waiting(self) -> bool:
        """Tell whether the visit is still to be made."""
        return not self.is_made and not self.dropped_reason


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """A visit that waits, as the page shows it; without ``visit_id`` it is due by rule alone."""

    case: CaseLine
    visit_id: UUID | None
    planned_on: date | None
    why: str


def check_plan(visit: FollowUpVisit, today: date) -> None:
    """Refuse a visit planned for the past or without a reason."""
    if visit.planned_on < today:
        raise InvalidInput("visit.planned_past", field="planned_on", day=visit.planned_on.isoformat())
    if not visit.why.strip():
        raise InvalidInput("visit.why_missing", field="why")


def check_visit(visit: FollowUpVisit, *, agreed_on: date | None) -> None:
    """Refuse a record that says too little, or one made with the agreement itself without a reason."""
    if visit.visited_on is None:
        raise InvalidInput("date.missing", field="visited_on")
    if agreed_on is not None and visit.visited_on < agreed_on:
        raise InvalidInput("visit.before_agreement", field="visited_on", day=agreed_on.isoformat())
    if agreed_on == visit.visited_on and not visit.same_day_reason.strip():
        raise InvalidInput("visit.same_day_reason_missing", field="same_day_reason")
    needed = (
        (visit.visitor.strip(), "visitor", "visit.visitor_missing"),
        (visit.manner, "manner", "choice.missing"),
        (visit.visited_ids, "visited", "visit.nobody_asked"),
        (visit.performance.strip(), "performance", "visit.performance_missing"),
        (visit.satisfaction, "satisfaction", "choice.missing"),
        (visit.litigation, "litigation", "choice.missing"),
        (not visit.has_new_risk or visit.risk_note.strip(), "risk_note", "visit.risk_missing"),
    )
    for given, field, code in needed:
        if not given:
            raise InvalidInput(code, field=field)


def drop(visit: FollowUpVisit, reason: str) -> FollowUpVisit:
    """Give up a planned visit, with the reason."""
    if not visit.is_waiting:
        raise RuleRefusal("visit.not_waiting")
    if not reason.strip():
        raise InvalidInput("reason.words_missing", field="reason")
    return replace(visit, dropped_reason=reason)


def account_of(visit: FollowUpVisit) -> str:
    """Give what was found in one text, as the duty 包回访 keeps it: only what was typed and ticked."""
    told = [f"履行情况：{visit.performance.strip()}"]
    if visit.satisfaction is not None:
        words = visit.satisfaction.term + (f"（{visit.said.strip()}）" if visit.said.strip() else "")
        told.append(f"满意度：{words}")
    if visit.litigation is not None:
        note = visit.litigation_note.strip()
        told.append(f"诉讼：{visit.litigation.term}{f'，{note}' if note else ''}")
    for name, text in (
        ("遗留问题", visit.remains),
        ("新的隐患", visit.risk_note),
        ("采取措施", visit.measures),
    ):
        if text.strip():
            told.append(f"{name}：{text.strip()}")
    return "；".join(part.rstrip("。；") for part in told) + "。"
