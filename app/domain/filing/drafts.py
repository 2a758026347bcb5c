"""Drafts: what was typed into a form, kept as typed until it is saved for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Raw input of one form of one user; ``key`` names form and subject, ``focus`` the field last edited.

    ``payload`` is JSON text of the raw field values, valid or not: nothing typed is ever refused here.
    """

    key: str
    user_id: UUID
    payload: str
    focus: str
    saved_at: datetime
