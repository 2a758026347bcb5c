"""Entries of the register that were merged: which belong to one person, and which one stands for them."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from app.persistence.rows.people import PartyRow

_LONGEST = 100
"""More entries than were ever merged one into the next."""


def families(ids: Iterable[UUID]) -> Select[tuple[UUID, UUID]]:
    """Give pairs ``(root, member)``: each entry with itself and everything merged into it, at any remove."""
    asked = PartyRow.__table__.c
    family = (
        select(asked.id.label("root"), asked.id.label("member"))
        .where(asked.id.in_(tuple(ids)))
        .cte("family", recursive=True)
    )
    child = aliased(PartyRow)
    further = select(family.c.root, child.id).join_from(
        family, child, child.merged_into_id == family.c.member
    )
    whole = family.union(further)
    return select(whole.c.root, whole.c.member)


def standing_for(session: Session, row: PartyRow) -> PartyRow:
    """Give the entry that now stands for this one: itself, unless it was merged."""
    for _ in range(_LONGEST):
        above = None if row.merged_into_id is None else session.get(PartyRow, row.merged_into_id)
        if above is None:
            break
        row = above
    return row
