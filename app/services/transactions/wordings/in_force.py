"""Puts the local wording of a day on contents; read once for a paper, and with it frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from app.domain.contents.phrasing.phrased import PhrasedContents
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.wordings.local import OwnText, in_force
from app.persistence.work import UnitOfWork

C = TypeVar("C")
Wording = Mapping[DocumentKind, tuple[OwnText, ...]]
"""The local texts in force, by kind."""


def wording_of(work: UnitOfWork, organisation_id: UUID, on: date) -> Wording:
    """Read all local wording of an organisation at once, for several papers drawn in a row."""
    known = work.wordings.of_organisation(organisation_id)
    kinds = {own.kind for own in known}
    return {kind: in_force((own for own in known if own.kind is kind), on) for kind in kinds}


def phrased(work: UnitOfWork, contents: C, organisation_id: UUID, on: date) -> C:
    """Give contents with the local wording of their kind; unchanged where every sentence is the default."""
    if not isinstance(contents, PhrasedContents):
        return contents
    return with_texts(contents, wording_of(work, organisation_id, on))


def with_texts(contents: C, wording: Wording) -> C:
    """Put wording that was read before on contents."""
    if not isinstance(contents, PhrasedContents):
        return contents
    texts = wording.get(contents.kind, ())
    return replace(contents, wording=texts) if texts else contents
