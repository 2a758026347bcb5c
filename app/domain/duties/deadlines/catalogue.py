"""The catalogue of deadlines: what each row limits, how long, from what, for whom and by what source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.disputes.channels.rules import Channel
from app.domain.disputes.clocks import ClockKind, Exclusion, ExtensionBy
from app.domain.disputes.periods.triggers import OF_AN_AGREEMENT, RECORDED_BY_HAND, Trigger
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.values.days.periods import Period
from app.domain.values.termed import Termed


class Confidence(Termed):
    """How sure the dossier is of a row."""

    HIGH = "high", "高"
    LIKELY = "likely", "较高"
    LOW = "low", "低"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRule:
    """One row of the deadline catalogue; rows of one id with later days of validity replace earlier ones.

    A clock starts on the day of the first of ``triggers`` that happened and ends with any of ``until``.
    A row ``after`` another counts on from that row's last day. ``period`` None: the steps of the ladder
    say how long. A row that ``lapses`` is a right of somebody: once over it is no clock any more.
    ``source`` is the citation printed in explanations, ``article`` the full reference; ``is_verified``
    is False where the number is still to be confirmed (未核实). ``is_local`` rows may be set by the
    centre (places differ, even where a ministry named a length), and ``is_own`` tells that this one was.
    """

    id: str
    kind: ClockKind
    name: str = ""
    triggers: tuple[Trigger, ...]
    until: tuple[Trigger, ...] = ()
    after: str = ""
    period: Period | None
    channels: tuple[MediationChannel, ...] = ()
    sources: tuple[CaseSource, ...] = ()
    dispute_types: tuple[str, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    extension_by: ExtensionBy = ExtensionBy.NOBODY
    lapses: bool = False
    note: str = ""
    source: str
    article: str = ""
    confidence: Confidence = Confidence.HIGH
    is_verified: bool
    is_local: bool = False
    is_own: bool = False
    valid_from: date
    valid_to: date | None = None

    @property
    def is_of_an_agreement(self) -> bool:
        """Tell whether each agreement has a clock of this rule of its own."""
        return any(trigger in OF_AN_AGREEMENT for trigger in self.triggers)

    @property
    def narrowness(self) -> tuple[bool, bool, bool]:
        """Give the rank among rules of one kind: who sent the case, then its type, then its channel."""
        return (bool(self.sources), bool(self.dispute_types), bool(self.channels))

    def is_in_force(self, on: date) -> bool:
        """Tell whether a period that begins on a day is this row's."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def applies_to(self, channel: MediationChannel, source: CaseSource, dispute_type: str) -> bool:
        """Tell whether a case of this kind falls under the row."""
        return (
            (not self.channels or channel in self.channels)
            and (not self.sources or source in self.sources)
            and (not self.dispute_types or dispute_type in self.dispute_types)
        )


@dataclass(frozen=True, slots=True)
class KindRows:
    """The rows of one kind for one kind of case: the narrowest ones, and those that continue another.

    No wider row ever stands in for a narrower one whose start is not known. Of versions of one row
    the latest comes first.
    """

    narrowest: tuple[DeadlineRule, ...]
    continuing: tuple[DeadlineRule, ...]

    @property
    def is_of_agreements(self) -> bool:
        """Tell whether each agreement has a clock of its own."""
        return self.narrowest[0].is_of_an_agreement


Concerned = Mapping[ClockKind, KindRows]

_OF_CHANNELS = (ClockKind.MEDIATION, ClockKind.SECOND_MEDIATION)


class Catalogue:
    """All rows; what concerns one kind of case is found once and kept."""

    def __init__(self, rows: Iterable[DeadlineRule], channels: Iterable[Channel] = ()) -> None:
        self.rows, channels = tuple(rows), tuple(channels)
        self._by_id = {row.id: row for row in self.rows}
        self._named = {channel.code: frozenset(channel.deadlines) for channel in channels}
        self._by_hand = frozenset(channel.code for channel in channels if channel.is_only_chosen)
        self._found: dict[tuple[MediationChannel, CaseSource, str, str], Concerned] = {}

    def row(self, rule_id: str) -> DeadlineRule | None:
        """Give the latest row of an id."""
        return self._by_id.get(rule_id)

    def in_force(self, rule_id: str, on: date) -> DeadlineRule | None:
        """Give the row of an id that counts a period beginning on a day."""
        rows = [row for row in self.rows if row.id == rule_id and row.is_in_force(on)]
        return max(rows, key=lambda row: row.valid_from, default=None)

    def concerning(
        self, channel: MediationChannel, source: CaseSource, dispute_type: str, channel_code: str = ""
    ) -> Concerned:
        """Give the rows for a case by what they limit; the row of its channel goes before its type."""
        key = (channel, source, dispute_type, channel_code)
        found = self._found.get(key)
        if found is None:
            rows: defaultdict[ClockKind, list[DeadlineRule]] = defaultdict(list)
            for row in self.rows:
                if self._applies(row, key):
                    rows[row.kind].append(row)
            found = self._found[key] = {kind: _rows_of_kind(kept) for kind, kept in rows.items()}
        return found

    def _applies(self, row: DeadlineRule, case: tuple[MediationChannel, CaseSource, str, str]) -> bool:
        """Let a channel bring the mediation periods it names and keep out general ones of other channels."""
        channel, source, dispute_type, code = case
        applies = row.applies_to(channel, source, dispute_type)
        if row.kind not in _OF_CHANNELS or code not in self._named:
            return applies
        if row.id in self._named[code]:
            return not row.channels or channel in row.channels
        if applies and code in self._by_hand and self._names(code, row.kind):
            return False  # who chose the online way, or the summary one, chose its period as well
        is_general = not row.sources and not row.dispute_types
        return applies and not (is_general and any(row.id in named for named in self._named.values()))

    def _names(self, code: str, kind: ClockKind) -> bool:
        """Tell whether a channel names a period of a kind itself."""
        return any(row.kind is kind for row in self.rows if row.id in self._named[code])

    def recorded_by_hand(
        self, channel: MediationChannel, source: CaseSource, dispute_type: str, channel_code: str = ""
    ) -> tuple[Trigger, ...]:
        """Give the events outside the room that start or end a clock of such a case."""
        told = {
            trigger
            for rows in self.concerning(channel, source, dispute_type, channel_code).values()
            for row in (*rows.narrowest, *rows.continuing)
            for trigger in (*row.triggers, *row.until)
        }
        return tuple(trigger for trigger in RECORDED_BY_HAND if trigger in told)


def _rows_of_kind(rows: list[DeadlineRule]) -> KindRows:
    latest = sorted(rows, key=lambda row: row.valid_from, reverse=True)
    plain = [row for row in latest if not row.after]
    most = max((row.narrowness for row in plain), default=None)
    return KindRows(
        narrowest=tuple(row for row in plain if row.narrowness == most),
        continuing=tuple(row for row in latest if row.after),
    )
