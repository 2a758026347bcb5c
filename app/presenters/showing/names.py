"""What screens call people: whole names, or 王某某 and 某公司 while names are hidden (遮名)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import singledispatch
from typing import TypeVar, cast

from app.domain.disputes.case_lines import CaseHit, CaseLine
from app.domain.disputes.case_parties import CaseParty
from app.domain.disputes.cases import Case, CaseMediator
from app.domain.duties.board import BoardLine, DutyLine
from app.domain.duties.follow_up.visits import VisitLine
from app.domain.duties.watch.loop import HandlingLine, OrderLine, WhistleLine
from app.domain.people.agents import Agent
from app.domain.people.parties import PartyDetails
from app.domain.people.party_lines import PartyLine
from app.domain.settlements.performance.due_lines import CourtLine, DueLine
from app.domain.trust.history import HistoryEntry
from app.domain.values.naming.masking import mask_party
from app.services.disputes.case_folder import CaseAtWork, CaseFolder
from app.services.duties.deadlines import MovedClock

T = TypeVar("T")

_BETWEEN = "、"
"""What lines write between the names of one side."""
_NAME_FIELDS = frozenset({"name", "former_name", "legal_representative", "contact_person"})
_STAFF_FIELDS = frozenset(
    {
        "actor_name",
        "added_by",
        "approver",
        "handled_by",
        "issuer_name",
        "lead_name",
        "lead_official",
        "recorded_by",
        "recorder_name",
        "registrar_name",
        "responsible_person",
        "visitor",
    }
)
"""Those who work here are never hidden, also where a party of the case bears the same name."""
_MOST_SEEN = 5000
"""Names remembered for what was told in passing (toasts, the list under the bell)."""


class ShownNames:
    """One window's choice; presenters hand over what they are about to word and word the answer.

    Only what is shown goes through here: forms and writes keep working on what the services gave,
    so that a hidden name can never be saved.
    """

    def __init__(self) -> None:
        self.is_masked = False
        self._seen: dict[str, str] = {}

    def shown(self, thing: T, *others: object) -> T:
        """Give a case, a line, a party with every party's name as screens may show it now.

        Names in free text (facts, notes, history) are hidden too; ``others`` name further people in it.
        """
        masks: dict[str, str] = {}
        for part in (thing, *others):
            for name, mask in _names_of(part):
                masks.setdefault(name, mask)  # the party itself knows best what it is
        self._note(masks)
        return cast("T", _Veil(masks).over(thing)) if self.is_masked else thing

    def sentence(self, words: str) -> str:
        """Give words told in passing; whoever was shown at this window is hidden in them."""
        if not self.is_masked or not words:
            return words
        return _Veil({name: mask for name, mask in self._seen.items() if name in words}).text(words)

    def _note(self, masks: Mapping[str, str]) -> None:
        for name, mask in masks.items():
            self._seen.pop(name, None)
            self._seen[name] = mask
        while len(self._seen) > _MOST_SEEN:
            del self._seen[next(iter(self._seen))]


class _Veil:
    """Replaces names by masks, in texts and in every text of a frozen record."""

    def __init__(self, masks: Mapping[str, str]) -> None:
        self._masks = masks
        # A name of one sign would hide that sign in every text: it is hidden only where it stands alone.
        found = sorted((re.escape(name) for name in masks if len(name) > 1), key=len, reverse=True)
        self._anywhere = re.compile("|".join(found)) if found else None

    def over(self, value: object) -> object:
        """Give the value with every text hidden; records that say no name are given back as they are."""
        if isinstance(value, Enum):
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, tuple):
            parts = tuple(self.over(part) for part in value)
            return value if all(new is old for new, old in zip(parts, value, strict=True)) else parts
        if isinstance(value, Mapping):
            return {key: self.over(part) for key, part in value.items()}
        if not is_dataclass(value) or isinstance(value, type):
            return value
        changed = {}
        for entry in fields(value):
            if entry.name in _STAFF_FIELDS or isinstance(value, CaseMediator):
                continue
            old = getattr(value, entry.name)
            new = self.over(old)
            if new is not old and new != old:
                changed[entry.name] = new
        return replace(value, **changed) if changed else value

    def text(self, words: str) -> str:
        """Give a text with every name hidden."""
        if self._anywhere is not None:
            words = self._anywhere.sub(lambda found: self._masks[found[0]], words)
        parts = words.split(_BETWEEN)
        if any(part in self._masks for part in parts):
            return _BETWEEN.join(self._masks.get(part, part) for part in parts)
        return words


@singledispatch
def _names_of(_thing: object) -> Iterator[tuple[str, str]]:
    """Give the names of parties and of those beside them, each with its mask."""
    yield from ()


@_names_of.register
def _(thing: tuple) -> Iterator[tuple[str, str]]:  # type: ignore[type-arg]  # of anything
    for part in thing:
        yield from _names_of(part)


@_names_of.register
def _(thing: CaseFolder) -> Iterator[tuple[str, str]]:
    yield from _names_of(thing.case)
    yield from _names_of(thing.history)


@_names_of.register
def _(thing: CaseAtWork) -> Iterator[tuple[str, str]]:
    yield from _names_of(thing.case)


@_names_of.register
def _(thing: Case) -> Iterator[tuple[str, str]]:
    yield from _names_of(thing.parties)


@_names_of.register
def _(thing: CaseParty) -> Iterator[tuple[str, str]]:
    yield from _details(thing)
    yield from _names_of(thing.agents)


@_names_of.register
def _(thing: PartyDetails) -> Iterator[tuple[str, str]]:
    yield from _details(thing)


@_names_of.register
def _(thing: Agent) -> Iterator[tuple[str, str]]:
    yield from _masks((thing.name,))


@_names_of.register
def _(thing: CaseLine) -> Iterator[tuple[str, str]]:
    yield from _masks((*thing.applicants.split(_BETWEEN), *thing.respondents.split(_BETWEEN)))


@_names_of.register
def _(thing: CaseHit) -> Iterator[tuple[str, str]]:
    yield from _names_of(thing.line)


@_names_of.register(BoardLine)
@_names_of.register(DutyLine)
def _(thing: BoardLine | DutyLine) -> Iterator[tuple[str, str]]:
    yield from _names_of(thing.case)


@_names_of.register(DueLine)
@_names_of.register(VisitLine)
@_names_of.register(CourtLine)
@_names_of.register(MovedClock)
def _(thing: DueLine | VisitLine | CourtLine | MovedClock) -> Iterator[tuple[str, str]]:
    yield from _names_of(thing.case)


@_names_of.register
def _(thing: OrderLine | WhistleLine | HandlingLine) -> Iterator[tuple[str, str]]:
    if thing.case is not None:
        yield from _names_of(thing.case)


@_names_of.register
def _(thing: PartyLine) -> Iterator[tuple[str, str]]:
    if thing.name.strip():
        yield thing.name, mask_party(thing.name, is_person=thing.kind.is_person)


@_names_of.register
def _(thing: HistoryEntry) -> Iterator[tuple[str, str]]:
    """Give names that parties had before: the timeline tells of them."""
    for change in thing.changes:
        if change.field.startswith("parties.") and change.field.rpartition(".")[2] in _NAME_FIELDS:
            yield from _masks((change.before, change.after))


def _details(party: PartyDetails) -> Iterator[tuple[str, str]]:
    if party.name.strip():
        yield party.name, mask_party(party.name, is_person=party.is_person)
    yield from _masks((party.former_name, party.legal_representative, party.contact_person))


def _masks(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        if name.strip():
            yield name, mask_party(name)
