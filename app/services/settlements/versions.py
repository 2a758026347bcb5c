"""Reading the earlier drafts of a case's agreements: the history led back, write by write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

from app.domain.settlements.agreements import MediationAgreement
from app.domain.trust.history import HistoryEntry
from app.domain.values.days.moments import local_day
from app.persistence.rewinding import rewound
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.transactions.looking import look

SITTING = timedelta(minutes=30)
"""Saves of one person no further apart are one draft: every field that is left is saved."""
MOST_ENTRIES = 1000
MOST_DRAFTS = 30
"""So many earlier drafts of one agreement are offered, the latest of them."""
_TEXTS = frozenset({"facts", "matters", "responsibilities", "terms", "left_open", "party_ids"})


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierDraft:
    """An agreement as somebody left it; names of parties are worded as they are today."""

    agreement: MediationAgreement
    at: datetime
    actor_name: str


class VersionService:
    """Reads; nothing is kept for it that is not kept anyway."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def drafts(self, case_id: UUID) -> tuple[EarlierDraft, ...]:
        """Give the earlier drafts of every agreement of a case, of each the oldest first."""
        with look(self._store) as work:
            return tuple(
                draft
                for agreement in work.agreements.of_case(case_id)
                for draft in reversed(tuple(self._newest_first(work, agreement)))
            )

    def _newest_first(self, work: UnitOfWork, agreement: MediationAgreement) -> Iterator[EarlierDraft]:
        entries = work.history.of_subject(agreement.id, MOST_ENTRIES)
        texts = [entry for entry in entries if _touches_text(entry)]
        found, state = 0, agreement
        for newer, entry in pairwise(entries):
            try:
                state = rewound(state, newer.changes)
            except (ValueError, KeyError, IndexError, TypeError):
                return  # the history of an older program may tell less: what lies before it is not guessed
            if not _is_over(entry, texts) or found == MOST_DRAFTS:
                continue
            found += 1
            on = local_day(entry.at)
            draft = replace(state, issued_day=on, document_id=None)  # the paper of that day
            yield EarlierDraft(agreement=draft, at=entry.at, actor_name=entry.actor_name)


def _touches_text(entry: HistoryEntry) -> bool:
    """Tell whether somebody wrote at the text; what a draft takes over from the case nobody wrote in it."""
    return entry.act != "agreement.begun" and any(
        change.field.split(".")[0] in _TEXTS for change in entry.changes
    )


def _is_over(entry: HistoryEntry, texts: list[HistoryEntry]) -> bool:
    """Tell whether a sitting ended with this entry: the next text is of another person, or much later.

    The last text of all is on show already, as the draft or as the paper.
    """
    place = texts.index(entry) if entry in texts else 0
    if place == 0:
        return False
    later = texts[place - 1]
    return later.actor_id != entry.actor_id or later.at - entry.at > SITTING
