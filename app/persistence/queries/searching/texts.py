"""The stored texts a search can hit, for checking phrases and for saying what matched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.persistence.rows.disputes import AgentRow, CasePartyRow, CaseRow
from app.persistence.rows.people import PartyRow

_PARTY = (
    "name",
    "former_name",
    "legal_representative",
    "contact_person",
    "phone",
    "identity_number",
    "credit_code",
)
_AGENT = ("name", "workplace", "phone", "identity_number")
_CASE = ("title", "place", "requests", "facts")
_PARTICULARS = ("accidents", "treatments")
_RECORD = (*_PARTY, "address", "workplace", "note")


def case_texts(session: Session, ids: tuple[UUID, ...]) -> Mapping[UUID, tuple[str, ...]]:
    """Read number, parties, agents and texts of some cases, in the order in which a hit is worth naming."""
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    cases = CaseRow.__table__.c
    columns = (cases[name] for name in (*_PARTICULARS, *_CASE))
    written = select(cases.id, cases.intake_number, *columns).where(cases.id.in_(ids))
    told = session.execute(written).all()
    texts = 2 + len(_PARTICULARS)
    for row in told:
        found[row[0]].append(row[1])
    for rows, names in ((CasePartyRow.__table__.c, _PARTY), (AgentRow.__table__.c, _AGENT)):
        wanted = select(rows.case_id, *(rows[name] for name in names)).where(rows.case_id.in_(ids))
        for row in session.execute(wanted.order_by(rows.case_id, rows.position)):
            found[row[0]].extend(filter(None, row[1:]))
    for row in told:
        for particulars in row[2:texts]:
            for told in particulars or ():
                found[row[0]].extend(told.found_by)
        found[row[0]].extend(filter(None, row[texts:]))
    return {id_: tuple(entries) for id_, entries in found.items()}


def party_texts(session: Session, ids: tuple[UUID, ...]) -> Mapping[UUID, tuple[str, ...]]:
    """Read everything a party of the register is found by."""
    rows = PartyRow.__table__.c
    wanted = select(rows.id, *(rows[name] for name in _RECORD)).where(rows.id.in_(ids))
    return {row[0]: tuple(filter(None, row[1:])) for row in session.execute(wanted)}
