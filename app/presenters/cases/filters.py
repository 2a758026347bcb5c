"""The filters above the list of cases: what each offers, what is set, and the question they make together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from app.domain.disputes.case_lines import CaseFilter
from app.domain.disputes.dispute_types import DisputeTypeList
from app.domain.disputes.sources import CaseSource, MediationChannel, RiskLevel
from app.domain.disputes.states import Stage
from app.domain.people.staff import StaffMember
from app.domain.values.termed import Termed
from app.i18n.formats import Formats
from app.i18n.translator import Translator

CHANNEL, TYPE, SOURCE, STAGE, TIER, LEAD, RISK, PERIOD = (
    "channel",
    "type",
    "source",
    "stage",
    "tier",
    "lead",
    "risk",
    "period",
)
THIS_YEAR = "year"
_PERIOD_DAYS = (7, 30, 90)
_FIXED = "fixed"

E = TypeVar("E", bound=Termed)


def member_of(kind: type[E], code: str) -> E:
    """Give the member of a closed list that has a code; ValueError when none has."""
    found = next((member for member in kind if member.value == code), None)
    if found is None:
        raise ValueError(f"{kind.__name__} has no {code}")
    return found


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """One filter button: its values as ``(key, text)``, and which are set."""

    key: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: tuple[str, ...]
    is_single: bool = False


@dataclass(frozen=True, slots=True)
class FilterSources:
    """What the filters offer besides the closed lists: types, roster and tiers of this centre."""

    types: DisputeTypeList | None = None
    staff: tuple[StaffMember, ...] = ()
    tiers: tuple[str, ...] = ()


class CaseFilters:
    """Words and values of the filters in one language."""

    def __init__(self, translator: Translator, formats: Formats, sources: FilterSources) -> None:
        self._say = translator.text
        self._formats = formats
        self._sources = sources

    def choices(self, wanted: CaseFilter, today: date) -> tuple[FilterChoice, ...]:
        """Give every filter as it is set, also those with nothing to choose from yet."""
        types = self._sources.types.types if self._sources.types else ()
        staff = [member for member in self._sources.staff if member.is_mediator]
        tiers = tuple(dict.fromkeys((*self._sources.tiers, *wanted.tiers)))
        return (
            self._termed(CHANNEL, "渠道", MediationChannel, wanted.channels),
            FilterChoice(TYPE, self._say("类型"), tuple((t.code, t.name) for t in types), wanted.types),
            self._termed(SOURCE, "来源", CaseSource, wanted.sources),
            self._termed(STAGE, "阶段", Stage, wanted.stages),
            FilterChoice(TIER, self._say("层级"), tuple((tier, tier) for tier in tiers), wanted.tiers),
            FilterChoice(
                LEAD,
                self._say("承办人"),
                tuple((str(member.id), member.name) for member in staff),
                tuple(str(id_) for id_ in wanted.lead_ids),
            ),
            self._termed(RISK, "风险", RiskLevel, wanted.risks),
            self._period(wanted, today),
        )

    def with_choice(self, wanted: CaseFilter, key: str, chosen: Sequence[str], today: date) -> CaseFilter:
        """Give the question after one filter was set to ``chosen``."""
        setters: dict[str, Callable[[], CaseFilter]] = {
            CHANNEL: lambda: replace(wanted, channels=tuple(member_of(MediationChannel, c) for c in chosen)),
            TYPE: lambda: replace(wanted, types=tuple(chosen)),
            SOURCE: lambda: replace(wanted, sources=tuple(member_of(CaseSource, c) for c in chosen)),
            STAGE: lambda: replace(wanted, stages=tuple(member_of(Stage, c) for c in chosen)),
            TIER: lambda: replace(wanted, tiers=tuple(chosen)),
            LEAD: lambda: replace(wanted, lead_ids=tuple(UUID(c) for c in chosen)),
            RISK: lambda: replace(wanted, risks=tuple(member_of(RiskLevel, c) for c in chosen)),
            PERIOD: lambda: _with_period(wanted, chosen[-1] if chosen else "", today),
        }
        return setters[key]()

    def _termed(self, key: str, label: str, kind: type[E], chosen: Sequence[E]) -> FilterChoice:
        options = tuple((member.value, self._say(member.term)) for member in kind)
        return FilterChoice(key, self._say(label), options, tuple(member.value for member in chosen))

    def _period(self, wanted: CaseFilter, today: date) -> FilterChoice:
        options = [(str(days), self._say("近 {n} 天", n=days)) for days in _PERIOD_DAYS]
        options.append((THIS_YEAR, self._say("今年")))
        chosen = period_of(wanted, today)
        if chosen == _FIXED:
            options.append((_FIXED, self._fixed(wanted)))
        return FilterChoice(
            PERIOD, self._say("登记日期"), tuple(options), (chosen,) if chosen else (), is_single=True
        )

    def _fixed(self, wanted: CaseFilter) -> str:
        start = self._formats.day(wanted.registered_from) if wanted.registered_from else ""
        end = self._formats.day(wanted.registered_to) if wanted.registered_to else ""
        if not end:
            return self._say("{day} 起", day=start)
        return (
            self._say("{start} 至 {end}", start=start, end=end) if start else self._say("至 {day}", day=end)
        )


def period_of(wanted: CaseFilter, today: date) -> str:
    """Tell which period is set: 7, 30, 90 days, this year, other days, or none (empty)."""
    if wanted.registered_from is None and wanted.registered_to is None:
        return ""
    if wanted.registered_to is None:
        for days in _PERIOD_DAYS:
            if wanted.registered_from == today - timedelta(days=days - 1):
                return str(days)
        if wanted.registered_from == date(today.year, 1, 1):
            return THIS_YEAR
    return _FIXED


def _with_period(wanted: CaseFilter, key: str, today: date) -> CaseFilter:
    if key == _FIXED:
        return wanted
    if not key:
        return replace(wanted, registered_from=None, registered_to=None)
    start = date(today.year, 1, 1) if key == THIS_YEAR else today - timedelta(days=int(key) - 1)
    return replace(wanted, registered_from=start, registered_to=None)


def set_count(wanted: CaseFilter) -> int:
    """Count the filters that are set; the text to narrow by is one of them."""
    parts = (
        wanted.channels,
        wanted.types,
        wanted.sources,
        wanted.stages,
        wanted.tiers,
        wanted.lead_ids,
        wanted.risks,
        wanted.registered_from or wanted.registered_to,
        wanted.text.strip(),
    )
    return sum(1 for part in parts if part)


def cleared(wanted: CaseFilter) -> CaseFilter:
    """Give the question without any filter, in the same view and order."""
    return CaseFilter(view=wanted.view, sort=wanted.sort, is_descending=wanted.is_descending)
