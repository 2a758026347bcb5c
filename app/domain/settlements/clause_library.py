"""The library of clauses: our own wording for each type of dispute, with blanks the mediator fills in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.cases import Case
from app.domain.settlements.terms import Due, DueKind, Term, TermKind

BLANK = re.compile(r"【(?!\d+】)[^【】]{0,40}】")
"""A place to fill in, by its name or empty, to be mended before issuing; 【2026】 is the year of a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelClause:
    """One clause of the library as the fields of a term; ``dispute_types`` is empty where it suits all.

    ``by`` and ``to`` are sides of a case, for a library knows no names. An article that nobody could
    read in the statute is not verified and says so in ``source``.
    """

    code: str
    name: str
    dispute_types: tuple[str, ...] = ()
    kind: TermKind
    by: tuple[PartySide, ...] = ()
    to: tuple[PartySide, ...] = ()
    nature: str = ""
    due: DueKind = DueKind.UNSTATED
    manner: str = ""
    place: str = ""
    act: str = ""
    consequence: str = ""
    source: str
    is_verified: bool
    valid_from: date
    valid_to: date | None = None

    def is_in_force(self, day: date) -> bool:
        """Tell whether the clause is offered on a day; the last day counts."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def suits(self, dispute_type: str) -> bool:
        """Tell whether the clause was written for a type of dispute."""
        return dispute_type in self.dispute_types

    def term(self, term_id: UUID, case: Case, taking_part: Iterable[UUID]) -> Term:
        """Make a term of a case: each side becomes those of it who take part, nobody where nobody does."""
        taking = frozenset(taking_part)
        return Term(
            id=term_id,
            kind=self.kind,
            payer_ids=_on_sides(case, self.by, taking),
            payee_ids=_on_sides(case, self.to, taking),
            nature=self.nature,
            due=Due(kind=self.due),
            manner=self.manner,
            place=self.place,
            act=self.act,
            consequence=self.consequence,
        )


def clauses_for(library: Iterable[ModelClause], dispute_type: str, day: date) -> tuple[ModelClause, ...]:
    """Give the clauses of a day: of the type first, then those for every type, then the others."""

    def nearness(clause: ModelClause) -> int:
        if clause.suits(dispute_type):
            return 0
        return 2 if clause.dispute_types else 1

    return tuple(sorted((one for one in library if one.is_in_force(day)), key=nearness))


def _on_sides(case: Case, sides: tuple[PartySide, ...], taking: frozenset[UUID]) -> tuple[UUID, ...]:
    return tuple(party.id for side in sides for party in case.on_side(side) if party.id in taking)
