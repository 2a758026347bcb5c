"""The token index behind the search: what a case or party is found by, and how both databases keep it.

Tokens come from ``app.domain.values.naming.search_tokens`` and hold ASCII letters and digits or Han
characters alone, so that SQLite's ``ascii`` tokenizer (every sign outside ASCII belongs to a token)
and PostgreSQL's ``text[]`` see the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.domain.disputes.cases import Case
from app.domain.people.agents import Agent
from app.domain.people.parties import PartyDetails, PartyRecord
from app.domain.values.naming.names import index_tokens, pinyin_initials
from app.persistence.lines import number_tail
from app.persistence.rows.trust import SearchEntryRow

PHONE_TAILS = (4, 7, 8)
"""What people say of a number: the last four, or a land line without its area code."""
IDENTITY_TAILS = (4, 6)
ORGANISATION_READINGS = 4
"""An organisation's long name has too many readings to keep them all."""
_BETWEEN_NUMBERS = re.compile(r"[、，,;；/\n]+")
_NOT_DIGIT = re.compile(r"[^0-9]")
_NOT_WORD = re.compile(r"[^0-9a-z]")


class SearchKind(StrEnum):
    """What an entry of the index stands for; the value is kept in ``search_entries.kind``."""

    CASE = "case"
    PARTY = "party"

    @property
    def table(self) -> str:
        """The table of tokens of this kind."""
        return "search_cases" if self is SearchKind.CASE else "search_parties"


def case_tokens(case: Case) -> frozenset[str]:
    """Give what a case is found by: number and tail, texts, place, parties and agents."""
    found: set[str] = set(_number_tokens(case.intake_number))
    for written in (case.title, case.facts, case.requests, case.place):
        found.update(index_tokens(written))
    for accident in case.accidents:
        found.update(_tokens_of(accident.found_by))
    for treatment in case.treatments:
        found.update(_tokens_of(treatment.found_by))
    for party in case.parties:
        found.update(_party_tokens(party))
        for agent in party.agents:
            found.update(_agent_tokens(agent))
    return frozenset(found)


def party_tokens(record: PartyRecord) -> frozenset[str]:
    """Give what a party of the register is found by."""
    found = set(_party_tokens(record))
    for written in (record.address, record.workplace, record.note):
        found.update(index_tokens(written))
    return frozenset(found)


def index_entry(session: Session, kind: SearchKind, subject_id: UUID, tokens: Iterable[str]) -> None:
    """Write the tokens of one case or party, in place of those before."""
    condition = (SearchEntryRow.kind == kind.value, SearchEntryRow.subject_id == subject_id)
    no = session.scalar(select(SearchEntryRow.no).where(*condition))
    if no is None:
        entry = SearchEntryRow(kind=kind.value, subject_id=subject_id)
        session.add(entry)
        session.flush()  # the database gives the number under which the tokens lie
        no = entry.no
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    session.execute(
        text(WRITE_SQLITE[kind] if is_sqlite else WRITE_POSTGRESQL[kind]),
        {"no": no, "tokens": " ".join(sorted(tokens)) if is_sqlite else sorted(tokens)},
    )


WRITE_SQLITE = {
    SearchKind.CASE: "INSERT OR REPLACE INTO search_cases (rowid, tokens) VALUES (:no, :tokens)",
    SearchKind.PARTY: "INSERT OR REPLACE INTO search_parties (rowid, tokens) VALUES (:no, :tokens)",
}
WRITE_POSTGRESQL = {
    SearchKind.CASE: "INSERT INTO search_cases (no, tokens) VALUES (:no, :tokens) "
    "ON CONFLICT (no) DO UPDATE SET tokens = excluded.tokens",
    SearchKind.PARTY: "INSERT INTO search_parties (no, tokens) VALUES (:no, :tokens) "
    "ON CONFLICT (no) DO UPDATE SET tokens = excluded.tokens",
}


def _tokens_of(texts: Iterable[str]) -> Iterator[str]:
    for written in texts:
        yield from index_tokens(written)


def _number_tokens(number: str) -> Iterator[str]:
    yield from index_tokens(number)
    if digits := _NOT_DIGIT.sub("", number):
        yield digits
    tail = number_tail(number)
    if tail is not None:
        yield str(tail)


def _party_tokens(party: PartyDetails) -> Iterator[str]:
    readings = None if party.is_person else ORGANISATION_READINGS
    yield from _name_tokens(party.name, readings)
    yield from _name_tokens(party.former_name, readings)
    yield from _name_tokens(party.legal_representative, None)
    yield from _name_tokens(party.contact_person, None)
    yield from _phone_tokens(party.phone)
    yield from _identity_tokens(party.identity_number)
    yield from _identity_tokens(party.credit_code)


def _agent_tokens(agent: Agent) -> Iterator[str]:
    yield from _name_tokens(agent.name, None)
    yield from index_tokens(agent.workplace)
    yield from _phone_tokens(agent.phone)
    yield from _identity_tokens(agent.identity_number)


def _name_tokens(name: str, readings: int | None) -> Iterator[str]:
    if name:
        yield from index_tokens(name)
        yield from pinyin_initials(name)[:readings]


def _phone_tokens(phones: str) -> Iterator[str]:
    for phone in _BETWEEN_NUMBERS.split(phones):
        yield from index_tokens(phone)
        digits = _NOT_DIGIT.sub("", phone)
        if digits:
            yield digits
            yield from (digits[-length:] for length in PHONE_TAILS if len(digits) > length)


def _identity_tokens(number: str) -> Iterator[str]:
    plain = _NOT_WORD.sub("", number.casefold())
    if plain:
        yield from index_tokens(number)
        yield plain
        yield from (plain[-length:] for length in IDENTITY_TAILS if len(plain) > length)
