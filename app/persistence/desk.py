"""What belongs to a user's desk: drafts, preferences and saved views; and the history everybody writes."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete, select

from app.domain.disputes.case_lines import CaseFilter, SavedView
from app.domain.errors import NotFound
from app.domain.filing.drafts import Draft
from app.domain.trust.history import HistoryEntry
from app.domain.values.plain import from_json, to_json
from app.persistence.queries.history import HistoryQueries
from app.persistence.rows.filing import DraftRow
from app.persistence.rows.mapping import shape_of
from app.persistence.rows.trust import PreferenceRow, SavedViewRow
from app.persistence.writing import Writing

INSTALLATION = UUID(int=0)
"""Under this id lie the settings of the installation."""


class DraftStore:
    """What was typed and not yet saved for good; nothing typed is ever refused here."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._session = writing.session

    def put(self, draft: Draft) -> None:
        """Keep a draft in place of the one before."""
        row = self._session.get(DraftRow, (draft.user_id, draft.key)) or DraftRow()
        shape_of(Draft, DraftRow).fill(row, draft)
        self._session.add(row)
        self._writing.touch("draft", draft.user_id)

    def get(self, user_id: UUID, key: str) -> Draft | None:
        """Give a user's draft of one form."""
        row = self._session.get(DraftRow, (user_id, key))
        return None if row is None else shape_of(Draft, DraftRow).entity(row)

    def discard(self, user_id: UUID, key: str) -> None:
        """Drop a draft, because it was saved for good or is not wanted; none is as good."""
        row = self._session.get(DraftRow, (user_id, key))
        if row is not None:
            self._session.delete(row)
            self._session.flush()  # a get() in the same use case must not find it
            self._writing.touch("draft", user_id)

    def all_of(self, user_id: UUID) -> tuple[Draft, ...]:
        """Give all drafts of a user, the latest first."""
        self._session.flush()  # a put() of the same use case counts
        rows = self._session.scalars(
            select(DraftRow)
            .where(DraftRow.user_id == user_id)
            .order_by(DraftRow.saved_at.desc(), DraftRow.key)
        )
        return tuple(shape_of(Draft, DraftRow).entity(row) for row in rows)


class PreferenceStore:
    """Settings of a user, or of the installation when no user is named."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._session = writing.session

    def get(self, user_id: UUID | None, key: str) -> str | None:
        """Give a setting's text, or None when it was never set."""
        row = self._session.get(PreferenceRow, (user_id or INSTALLATION, key))
        return None if row is None else row.value

    def put(self, user_id: UUID | None, key: str, value: str) -> None:
        """Set a setting."""
        self._session.merge(PreferenceRow(user_id=user_id or INSTALLATION, key=key, value=value))
        self._writing.touch("settings", user_id or INSTALLATION)


class ViewStore:
    """Filters a user kept under a name."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._session = writing.session

    def add(self, view: SavedView) -> SavedView:
        """Keep a view."""
        self._session.add(
            SavedViewRow(id=view.id, user_id=view.user_id, name=view.name, filter=to_json(view.filter))
        )
        self._session.flush()  # of_user of the same use case shows it
        self._writing.touch("view", view.id)
        return view

    def remove(self, id_: UUID) -> None:
        """Drop a view; NotFound ``view.not_found``."""
        if self._session.get(SavedViewRow, id_) is None:
            raise NotFound("view.not_found", id=str(id_))
        self._session.execute(delete(SavedViewRow).where(SavedViewRow.id == id_))
        self._writing.touch("view", id_)

    def of_user(self, user_id: UUID) -> tuple[SavedView, ...]:
        """Give a user's views in the order they were made."""
        rows = self._session.scalars(
            select(SavedViewRow).where(SavedViewRow.user_id == user_id).order_by(SavedViewRow.id)
        )
        return tuple(
            SavedView(id=row.id, user_id=row.user_id, name=row.name, filter=from_json(CaseFilter, row.filter))
            for row in rows
        )


class HistoryBook:
    """The history, for acts that change no aggregate, and for reading back."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._session = writing.session

    def note(
        self, *, act: str, kind: str, subject_id: UUID, case_id: UUID | None = None, note: str = ""
    ) -> None:
        """Write an entry for an act that changed no field (printed, exported, looked at)."""
        self._writing.record(act=act, kind=kind, subject_id=subject_id, case_id=case_id, note=note)

    def of_case(self, case_id: UUID, limit: int) -> tuple[HistoryEntry, ...]:
        """Give the latest entries of a case, the latest first."""
        self._session.flush()  # entries of this use case count
        return HistoryQueries(self._session).of_case(case_id, limit)

    def of_subject(self, subject_id: UUID, limit: int = 100) -> tuple[HistoryEntry, ...]:
        """Give the latest entries of one thing, the latest first."""
        self._session.flush()  # entries of this use case count
        return HistoryQueries(self._session).of_subject(subject_id, limit)
