"""Writing very many cases at once, for generated and imported data: the same rows, lines and tokens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection, Engine, bindparam, func, insert, inspect, select, text

from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import ClockKind
from app.domain.duties.four_duties import FourDuties
from app.domain.filing.documents import IssuedDocument, IssuedNumber
from app.domain.mediation.sessions import SessionRecord
from app.domain.people.parties import PartyRecord
from app.domain.settlements.agreements import MediationAgreement
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock
from app.domain.values.ids import new_id
from app.persistence.finding import WRITE_POSTGRESQL, WRITE_SQLITE, SearchKind, case_tokens, party_tokens
from app.persistence.lines import line_values
from app.persistence.repositories.duties import counted_columns
from app.persistence.rows.columns import Guid
from app.persistence.rows.declared import Row
from app.persistence.rows.disputes import CaseLineRow, CaseRow
from app.persistence.rows.duties import DutyRow, FourDutiesRow
from app.persistence.rows.filing import DocumentRow, NumberRow
from app.persistence.rows.mapping import Shape, shape_of
from app.persistence.rows.mediation import SessionRow
from app.persistence.rows.people import PartyRow
from app.persistence.rows.settlements import AgreementRow
from app.persistence.rows.trust import HistoryRow, SearchEntryRow

T = TypeVar("T")
Values = dict[str, object]
BATCH = 1_000

_COUNT_ON = text(
    "INSERT INTO number_counters (series, organisation_id, year, last) "
    "VALUES (:series, :organisation, :year, :last) ON CONFLICT (series, organisation_id, year) DO UPDATE "
    "SET last = CASE WHEN excluded.last > number_counters.last THEN excluded.last "
    "ELSE number_counters.last END"
).bindparams(bindparam("organisation", type_=Guid()))


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseBundle:
    """One case with everything that lies in it and the register's parties that come with it.

    ``numbers`` are those its case and documents bear; the counters of their series go on from them.
    """

    case: Case
    due_on: date | None = None
    due_kind: ClockKind | None = None
    duties: FourDuties | None = None
    records: tuple[PartyRecord, ...] = ()
    sessions: tuple[SessionRecord, ...] = ()
    agreements: tuple[MediationAgreement, ...] = ()
    documents: tuple[IssuedDocument, ...] = ()
    numbers: tuple[IssuedNumber, ...] = ()


def write_bulk(
    engine: Engine, bundles: Iterable[CaseBundle], *, actor: Actor, clock: Clock, batch: int = BATCH
) -> int:
    """Write bundles in transactions of ``batch``; each case gets one history entry; gives how many cases."""
    waiting = iter(bundles)
    written = 0
    while chunk := tuple(islice(waiting, batch)):
        with engine.begin() as connection:
            _Chunk(connection, actor, clock).write(chunk)
        written += len(chunk)
    return written


class _Chunk:
    """The rows of one transaction, table by table."""

    def __init__(self, connection: Connection, actor: Actor, clock: Clock) -> None:
        self._connection = connection
        self._actor = actor
        self._clock = clock
        self._rows: defaultdict[type[Row], list[Values]] = defaultdict(list)
        self._tokens: dict[SearchKind, list[Values]] = {kind: [] for kind in SearchKind}
        self._last: dict[tuple[str, object, int], int] = {}
        self._is_sqlite = connection.dialect.name == "sqlite"
        self._no = connection.scalar(select(func.max(SearchEntryRow.no))) or 0

    def write(self, chunk: tuple[CaseBundle, ...]) -> None:
        """Collect the rows of all bundles, then send them, owners first."""
        for bundle in chunk:
            self._collect(bundle)
        owners_first: tuple[type[Row], ...] = (PartyRow, CaseRow, *self._rows)
        for row in owners_first:
            self._send(row)
        for kind, tokens in self._tokens.items():
            if tokens:
                statements = WRITE_SQLITE if self._is_sqlite else WRITE_POSTGRESQL
                self._connection.execute(text(statements[kind]), tokens)
        for (series, organisation, year), last in self._last.items():
            self._connection.execute(
                _COUNT_ON, {"series": series, "organisation": organisation, "year": year, "last": last}
            )
        if not self._is_sqlite:
            sequence = func.pg_get_serial_sequence("search_entries", "no")
            self._connection.execute(select(func.setval(sequence, max(self._no, 1))))

    def _collect(self, bundle: CaseBundle) -> None:
        for record in bundle.records:
            self._add(shape_of(PartyRecord, PartyRow), record)
            self._index(SearchKind.PARTY, record.id, party_tokens(record))
        case = bundle.case
        self._add(shape_of(Case, CaseRow), case)
        line = {**line_values(case), "due_on": bundle.due_on, "due_kind": bundle.due_kind, "due_told": ""}
        self._rows[CaseLineRow].append(line)
        self._index(SearchKind.CASE, case.id, case_tokens(case))
        if bundle.duties is not None:
            self._add_duties(bundle.duties)
        for session in bundle.sessions:
            self._add(shape_of(SessionRecord, SessionRow), session)
        for agreement in bundle.agreements:
            self._add(shape_of(MediationAgreement, AgreementRow), agreement)
        self._rows[DocumentRow] += [
            shape_of(IssuedDocument, DocumentRow).flat(one) for one in bundle.documents
        ]
        for number in bundle.numbers:
            self._rows[NumberRow].append(shape_of(IssuedNumber, NumberRow).flat(number))
            key = (number.series.value, number.organisation_id, number.year)
            self._last[key] = max(self._last.get(key, 0), number.sequence)
        self._rows[HistoryRow].append(self._entry(case))

    def _add_duties(self, duties: FourDuties) -> None:
        counted = iter(counted_columns(duties))
        for row, values in _tree(shape_of(FourDuties, FourDutiesRow), duties, {"version": 1}):
            self._rows[row].append({**values, **next(counted)} if row is DutyRow else values)

    def _add(self, shape: Shape[T], entity: T) -> None:
        for row, values in _tree(shape, entity, {"version": 1}):
            self._rows[row].append(values)

    def _index(self, kind: SearchKind, subject_id: UUID, tokens: frozenset[str]) -> None:
        self._no += 1
        self._rows[SearchEntryRow].append({"no": self._no, "kind": kind.value, "subject_id": subject_id})
        kept = sorted(tokens)
        self._tokens[kind].append({"no": self._no, "tokens": " ".join(kept) if self._is_sqlite else kept})

    def _entry(self, case: Case) -> Values:
        return {
            "id": new_id(),
            "at": self._clock.now(),
            "actor_id": self._actor.id,
            "actor_name": self._actor.name,
            "act": "case.written_in_bulk",
            "kind": "case",
            "subject_id": case.id,
            "case_id": case.id,
            "note": "",
            "changes": (),
        }

    def _send(self, row: type[Row]) -> None:
        values = self._rows.pop(row, [])
        if values:
            self._connection.execute(insert(row), values)


def _tree(shape: Shape[T], entity: T, given: Values) -> Iterator[tuple[type[Row], Values]]:
    """Give the rows of an entity and all its children, each owner before what it owns."""
    values = {**shape.flat(entity), **given}
    yield shape.row, values
    for name, child in shape.children().items():
        keys = _owner_keys(shape.row, name)
        for position, part in enumerate(getattr(entity, name)):
            owned = {inner: values[outer] for outer, inner in keys}
            yield from _tree(child, part, {**owned, "position": position})


@cache
def _owner_keys(row: type[Row], name: str) -> tuple[tuple[str, str], ...]:
    pairs = inspect(row).relationships[name].local_remote_pairs or []
    return tuple((str(local.key), str(remote.key)) for local, remote in pairs)
