"""Adding, opening, linking and removing parties and agents on the intake page."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from app.domain.disputes.case_parties import PartySide
from app.domain.people.agents import AgentKind
from app.domain.people.parties import PartyRecord
from app.domain.values.ids import new_id
from app.presenters.intake.entries import AgentEntry, IntakeEntry, PartyEntry, blank_party

_REGISTERED = (
    "name",
    "identity_number",
    "phone",
    "language",
    "ethnicity",
    "occupation",
    "workplace",
    "address",
    "former_name",
    "credit_code",
    "contact_person",
    "legal_representative",
    "legal_representative_post",
)
"""What a link to the register fills in where nothing was typed."""
_ALWAYS_ONE = frozenset({PartySide.APPLICANT, PartySide.RESPONDENT})


def add_party(entry: IntakeEntry, side: PartySide) -> PartyEntry:
    """Add an open card after the last of its side; a blank one that stands there already is used."""
    blank = next((party for party in entry.on_side(side) if party.is_blank), None)
    added = blank or blank_party(side)
    if blank is None:
        entry.parties = (*entry.parties, added)
    open_party(entry, added)
    return added


def open_party(entry: IntakeEntry, party: PartyEntry) -> None:
    """Show the fields of this card and fold the others of its side."""
    for other in entry.on_side(party.side):
        other.is_open = other is party


def remove_party(entry: IntakeEntry, party: PartyEntry) -> tuple[PartyEntry, ...]:
    """Take a card away; gives the parties as they were, for the undo.

    Applicants and respondents keep at least one card to type into.
    """
    before = entry.parties
    place = [other.id for other in entry.on_side(party.side)].index(party.id)
    entry.parties = tuple(other for other in entry.parties if other.id != party.id)
    left = entry.on_side(party.side)
    if left:
        open_party(entry, left[min(place, len(left) - 1)])
    elif party.side in _ALWAYS_ONE:
        entry.parties = (*entry.parties, blank_party(party.side))
    return before


def add_agent(party: PartyEntry, *, is_minor: bool) -> AgentEntry:
    """Add somebody who acts for a party; for a minor that is a statutory agent (民法典 art. 23)."""
    kind = AgentKind.STATUTORY if is_minor else AgentKind.CLOSE_RELATIVE
    agent = AgentEntry(id=new_id(), kind=kind)
    party.agents = (*party.agents, agent)
    party.is_more_open = True
    return agent


def remove_agent(party: PartyEntry, agent_id: UUID) -> tuple[AgentEntry, ...]:
    """Take an agent away; gives the agents as they were."""
    before = party.agents
    party.agents = tuple(agent for agent in before if agent.id != agent_id)
    return before


def link(party: PartyEntry, record: PartyRecord) -> PartyEntry:
    """Link a card to the register and fill what is empty; what was typed today stands.

    Gives the card as it was, for the undo.
    """
    before = replace(party)
    party.record_id, party.kind, party.is_kind_chosen = record.id, record.kind, True
    if not party.identity_number.strip():
        party.identity_kind = record.identity_kind
    for name in _REGISTERED:
        told = str(getattr(record, name))
        if told and not str(getattr(party, name)).strip():
            setattr(party, name, told)
    if party.sex is None:
        party.sex = record.sex
    if not party.birth_date.strip() and record.birth_date is not None and not party.identity_number.strip():
        party.birth_date = record.birth_date.isoformat()
    return before


def restore(party: PartyEntry, before: PartyEntry) -> None:
    """Bring a card back to what it was."""
    for name in PartyEntry.__slots__:
        setattr(party, name, getattr(before, name))
