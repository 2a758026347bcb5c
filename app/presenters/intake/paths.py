"""Names of fields that outlive reordering: ``facts``, ``<party id>.phone``, ``<party>.<agent>.name``."""

from __future__ import annotations

from uuid import UUID

from app.domain.disputes.case_parties import PartySide
from app.presenters.intake.entries import AgentEntry, IntakeEntry, PartyEntry

PLACES = {"applicants": PartySide.APPLICANT, "respondents": PartySide.RESPONDENT}
PLACES["third_parties"] = PartySide.THIRD_PARTY
_PARTY, _AGENT = 2, 3


def party_key(party_id: UUID, name: str) -> str:
    """Name a field of a party."""
    return f"{party_id}.{name}"


def agent_key(party_id: UUID, agent_id: UUID, name: str) -> str:
    """Name a field of an agent."""
    return f"{party_id}.{agent_id}.{name}"


def field_name(key: str) -> str:
    """Give the last word of a key: the name of the field."""
    return key.rpartition(".")[2]


def party_of(entry: IntakeEntry, key: str) -> PartyEntry | None:
    """Find the party a key belongs to; None for the fields of the dispute or a party since removed."""
    parts = key.split(".")
    return entry.party(UUID(parts[0])) if len(parts) > 1 else None


def holder_of(entry: IntakeEntry, key: str) -> IntakeEntry | PartyEntry | AgentEntry | None:
    """Find what holds the field of a key; None when it has been removed meanwhile."""
    parts = key.split(".")
    if len(parts) == 1:
        return entry if hasattr(entry, key) else None
    party = entry.party(UUID(parts[0]))
    if party is None or len(parts) == _PARTY:
        return party
    return party.agent(UUID(parts[1])) if len(parts) == _AGENT else None


def key_of(entry: IntakeEntry, told: tuple[PartyEntry, ...], path: str) -> str:
    """Turn a service's path (``applicants.0.name``, counted among the parties told) into a key.

    A whole side (``respondents``) becomes the name of its first card, where typing mends it.
    """
    place, _, rest = path.partition(".")
    side = PLACES.get(place)
    if side is None:
        return path
    number, _, name = rest.partition(".")
    if not number:
        first = entry.on_side(side)
        return party_key(first[0].id, "name") if first else path
    party = [candidate for candidate in told if candidate.side is side][int(number)]
    if name.startswith("agents."):
        _, position, name = name.split(".", 2)
        return agent_key(party.id, party.agents[int(position)].id, name)
    return party_key(party.id, name)
