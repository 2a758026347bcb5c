"""The book of numbers: gap-free per organisation, series and year, taken inside the use case they serve."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import bindparam, select, text

from app.domain.errors import NotFound, RuleRefusal
from app.domain.filing.documents import IssuedNumber
from app.domain.filing.kinds import DEFAULT_PATTERNS, NumberSeries
from app.domain.trust.history import FieldChange
from app.domain.values.ids import new_id
from app.domain.values.numbering import NumberPattern
from app.persistence.rows.columns import Guid
from app.persistence.rows.filing import NumberPatternRow, NumberRow
from app.persistence.rows.mapping import shape_of
from app.persistence.writing import Writing

YEARLESS = 0
"""The year under which a series runs on whose pattern does not name the year."""

_NEXT = text(
    "INSERT INTO number_counters (series, organisation_id, year, last) "
    "VALUES (:series, :organisation, :year, 1) "
    "ON CONFLICT (series, organisation_id, year) DO UPDATE SET last = number_counters.last + 1 RETURNING last"
).bindparams(bindparam("organisation", type_=Guid()))


class NumberBook:
    """Takes and voids numbers inside the open transaction."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._session = writing.session

    def take(
        self,
        *,
        series: NumberSeries,
        organisation_id: UUID,
        year: int,
        pattern_text: str,
        org_code: str,
        subject_id: UUID,
    ) -> IssuedNumber:
        """Take the next number; other writers of the series wait until this transaction ends.

        Raises InvalidInput ``number_pattern...`` for a bad pattern, RuleRefusal ``number.text_taken`` when
        a changed pattern would give a number that exists.
        """
        pattern = NumberPattern.parse(pattern_text)
        counted_year = year if "year" in pattern.fields else YEARLESS
        series_key = {"series": series.value, "organisation": organisation_id, "year": counted_year}
        # A refusal takes the count back, so that a caller who goes on and commits leaves no hole.
        with self._session.begin_nested():
            sequence = self._session.execute(_NEXT, series_key).scalar_one()
            number = IssuedNumber(
                id=new_id(),
                series=series,
                organisation_id=organisation_id,
                year=counted_year,
                sequence=sequence,
                text=pattern.format(year, org_code, sequence),
                subject_id=subject_id,
                taken_at=self._writing.clock.now(),
            )
            self._refuse_taken(number)
            row = NumberRow()
            shape_of(IssuedNumber, NumberRow).fill(row, number)
            self._session.add(row)
        return number

    def void(self, id_: UUID, reason: str) -> IssuedNumber:
        """Keep a number recorded as voided, with its reason; it is never given again."""
        row = self._session.get(NumberRow, id_)
        if row is None:
            raise NotFound("number.not_found", id=str(id_))
        if not reason.strip():
            raise RuleRefusal("number.void_reason_missing", number=row.text)
        change = FieldChange("void_reason", row.void_reason, reason)
        row.void_reason = reason
        self._writing.record(
            act="number.voided", kind="number", subject_id=id_, case_id=None, note=row.text, changes=(change,)
        )
        return shape_of(IssuedNumber, NumberRow).entity(row)

    def restore(self, id_: UUID, reason: str) -> IssuedNumber:
        """Let a voided number stand again, because what voided it was undone."""
        row = self._session.get(NumberRow, id_)
        if row is None:
            raise NotFound("number.not_found", id=str(id_))
        change = FieldChange("void_reason", row.void_reason, "")
        row.void_reason = ""
        self._writing.record(
            act="number.restored", kind="number", subject_id=id_, case_id=None, note=reason, changes=(change,)
        )
        return shape_of(IssuedNumber, NumberRow).entity(row)

    def of_series(self, series: NumberSeries, organisation_id: UUID, year: int) -> tuple[IssuedNumber, ...]:
        """Give all numbers of a series and year in order; year 0 for a pattern without the year."""
        rows = self._session.scalars(
            select(NumberRow)
            .where(
                NumberRow.series == series,
                NumberRow.organisation_id == organisation_id,
                NumberRow.year == year,
            )
            .order_by(NumberRow.sequence)
        )
        return tuple(shape_of(IssuedNumber, NumberRow).entity(row) for row in rows)

    def series(self) -> tuple[tuple[NumberSeries, UUID, int], ...]:
        """Give every series that has numbers: kind, organisation and year, for checking them for holes."""
        rows = self._session.execute(
            select(NumberRow.series, NumberRow.organisation_id, NumberRow.year)
            .distinct()
            .order_by(NumberRow.series, NumberRow.organisation_id, NumberRow.year)
        )
        return tuple((row.series, row.organisation_id, row.year) for row in rows)

    def of_subject(self, subject_id: UUID) -> tuple[IssuedNumber, ...]:
        """Give the numbers taken for one case or document."""
        rows = self._session.scalars(
            select(NumberRow).where(NumberRow.subject_id == subject_id).order_by(NumberRow.id)
        )
        return tuple(shape_of(IssuedNumber, NumberRow).entity(row) for row in rows)

    def patterns(self, organisation_id: UUID) -> dict[NumberSeries, str]:
        """Give the pattern of every series: the organisation's own, else the default."""
        rows = self._session.scalars(
            select(NumberPatternRow).where(NumberPatternRow.organisation_id == organisation_id)
        )
        return {**DEFAULT_PATTERNS, **{row.series: row.pattern for row in rows}}

    def set_pattern(self, organisation_id: UUID, series: NumberSeries, pattern_text: str) -> None:
        """Set an organisation's pattern; InvalidInput ``number_pattern...`` for a bad one."""
        pattern = NumberPattern.parse(pattern_text)
        before = self.patterns(organisation_id)[series]
        row = self._session.get(NumberPatternRow, (organisation_id, series))
        if row is None:
            row = NumberPatternRow(organisation_id=organisation_id, series=series)
            self._session.add(row)
        row.pattern = pattern.text
        self._writing.record(
            act="settings.pattern_set",
            kind="settings",
            subject_id=organisation_id,
            case_id=None,
            note=series.term,
            changes=(FieldChange(f"patterns.{series.value}", before, pattern.text),),
        )
        self._session.flush()  # patterns() reads it back in the same use case

    def _refuse_taken(self, number: IssuedNumber) -> None:
        taken = self._session.scalar(
            select(NumberRow.id).where(
                NumberRow.series == number.series,
                NumberRow.organisation_id == number.organisation_id,
                NumberRow.text == number.text,
            )
        )
        if taken is not None:
            raise RuleRefusal("number.text_taken", number=number.text)
