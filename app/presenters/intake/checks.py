"""What stands in the way of registering: which fields, in the order of the page, in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from uuid import UUID

from app.domain.disputes.case_parties import PartySide
from app.presenters.desk import Desk
from app.presenters.intake.entries import ORDER_FIELDS, AgentEntry, IntakeEntry, PartyEntry
from app.presenters.intake.paths import field_name, key_of, party_of
from app.presenters.intake.reading import Problem, Reading, read_entry
from app.presenters.intake.shown import FieldNote, FieldState, Footer
from app.presenters.intake.words import label_of
from app.presenters.sentences import sentence

_SIDES = tuple(PartySide)
_PARTY_ORDER = {entry.name: place for place, entry in enumerate(fields(PartyEntry))}
_AGENT_ORDER = {entry.name: place for place, entry in enumerate(fields(AgentEntry))}
_DISPUTE_ORDER = {entry.name: place for place, entry in enumerate(fields(IntakeEntry))}
_NAMED = 3
"""The footer names so many fields; F8 finds the others."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A reading with everything that is wrong or worth a look, in the order of the page."""

    reading: Reading
    problems: tuple[Problem, ...]

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """Give what must be mended before registering."""
        return tuple(problem for problem in self.problems if not problem.is_warning)


def judge(desk: Desk, entry: IntakeEntry, organisation_id: UUID) -> Verdict:
    """Read the page and ask the service what it would refuse; one problem per field."""
    reading = read_entry(entry, desk.today, organisation_id)
    found = {problem.key: problem for problem in reading.problems}
    for error in desk.services.registration.check(reading.intake):
        key = key_of(entry, reading.told, error.field)
        if key not in found or found[key].is_warning:
            found[key] = Problem(key, error)
    ordered = sorted(found.values(), key=lambda problem: _place(entry, problem.key))
    return Verdict(reading, tuple(ordered))


def _place(entry: IntakeEntry, key: str) -> tuple[int, int, int]:
    name, party = field_name(key), party_of(entry, key)
    if party is None:
        return (0 if _part(name) == "source" else len(_SIDES) + 1, 0, _DISPUTE_ORDER.get(name, 0))
    position = [other.id for other in entry.parties].index(party.id)
    is_agent = len(key.split(".")) > 2  # noqa: PLR2004 - party, agent, field
    within = len(_PARTY_ORDER) + _AGENT_ORDER.get(name, 0) if is_agent else _PARTY_ORDER.get(name, 0)
    return (_SIDES.index(party.side) + 1, position, within)


def notes_of(desk: Desk, verdict: Verdict, seen: set[str]) -> Mapping[str, FieldNote]:
    """Give the sentences of the fields the user has left; ``*`` in ``seen`` stands for all."""
    return {
        problem.key: FieldNote(
            FieldState.ADVICE if problem.is_warning else FieldState.WRONG,
            sentence(desk.translator, problem.error),
        )
        for problem in verdict.problems
        if "*" in seen or problem.key in seen
    }


def footer_of(desk: Desk, entry: IntakeEntry, verdict: Verdict) -> Footer:
    """Count what is missing and name the first of it."""
    blocking = verdict.blocking
    if not blocking:
        return Footer()
    names = "、".join(label_of(desk.translator, entry, problem.key) for problem in blocking[:_NAMED])
    if len(blocking) > _NAMED:
        names = desk.translator.text("{names} 等", names=names)
    return Footer(desk.translator.text("还差 {n} 项：", n=len(blocking)), names)


def sides_done(entry: IntakeEntry, verdict: Verdict) -> Mapping[str, bool]:
    """Tell which parts are complete: source, each side, dispute."""
    wrong: set[str] = set()
    for problem in verdict.blocking:
        party = party_of(entry, problem.key)
        wrong.add(party.side.value if party else _part(problem.key))
    told = {party.side.value for party in verdict.reading.told}
    sides = {side.value: side.value in told and side.value not in wrong for side in PartySide}
    return {"source": "source" not in wrong, **sides, "dispute": "dispute" not in wrong}


def _part(key: str) -> str:
    return "source" if key in {"source", "source_note", *ORDER_FIELDS} else "dispute"
