"""The thirteen items live: required by what the case is, there or missing, and what exactly is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.domain.case_file.facts import FileFacts, FileLack
from app.domain.case_file.items import FilePart
from app.domain.disputes.states import CaseState
from app.domain.filing.catalogue.entries import ITEM_OF
from app.domain.filing.items import THIRTEEN, FileItem
from app.domain.filing.kinds import DocumentKind
from app.domain.people.agents import AgentKind
from app.domain.settlements.agreements import AgreementState
from app.domain.values.termed import Termed

_K = DocumentKind


class FilePresence(Termed):
    """How an item of the catalogue stands."""

    PRESENT = "present", "齐"
    MISSING = "missing", "缺"
    NOT_YET = "not_yet", "未到"
    NOT_NEEDED = "not_needed", "不需要"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileItemStanding:
    """One item: its place in the form, how it stands, what is there and what exactly is missing."""

    position: int
    item: FileItem
    presence: FilePresence
    parts: tuple[FilePart, ...] = ()
    lacks: tuple[FileLack, ...] = ()

    @property
    def is_required(self) -> bool:
        """Tell whether this case needs the item now."""
        return self.presence in (FilePresence.PRESENT, FilePresence.MISSING)


def checklist(facts: FileFacts) -> tuple[FileItemStanding, ...]:
    """Give all thirteen items in the order of the form."""
    parts = facts.parts
    before_note = [
        _standing(facts, position, item, tuple(part for part in parts if part.item is item))
        for position, item in enumerate(THIRTEEN[:-2], start=1)
    ]
    are_missing = any(entry.presence is FilePresence.MISSING for entry in before_note)
    return (*before_note, _note(facts, are_missing=are_missing), _back_cover())


def missing_items(facts: FileFacts) -> tuple[FileItemStanding, ...]:
    """Give the items this case needs and does not have."""
    return tuple(entry for entry in checklist(facts) if entry.presence is FilePresence.MISSING)


def _standing(
    facts: FileFacts, position: int, item: FileItem, parts: tuple[FilePart, ...]
) -> FileItemStanding:
    need, lacking = _NEEDS[item]
    lacks = (*lacking(facts, parts), *_scans(facts, item)) if need(facts) else ()
    if lacks:
        presence = FilePresence.MISSING
    elif parts:
        presence = FilePresence.PRESENT
    else:
        presence = FilePresence.NOT_YET if _comes_later(facts, item) else FilePresence.NOT_NEEDED
    return FileItemStanding(position=position, item=item, presence=presence, parts=parts, lacks=lacks)


def _note(facts: FileFacts, *, are_missing: bool) -> FileItemStanding:
    """Judge the note, which is drawn with the file: who bound and checked, and a word on every gap."""
    file, lacks = facts.file, []
    if not file.compiler.strip() or file.compiled_on is None:
        lacks.append(FileLack("note.compiler"))
    if not file.checker.strip() or file.checked_on is None:
        lacks.append(FileLack("note.checker"))
    if are_missing and not file.remarks.strip():
        lacks.append(FileLack("note.unexplained"))
    presence = FilePresence.PRESENT
    if lacks:
        presence = FilePresence.MISSING if facts.is_over else FilePresence.NOT_YET
    return FileItemStanding(
        position=len(THIRTEEN) - 1,
        item=FileItem.NOTE,
        presence=presence,
        lacks=tuple(lacks) if facts.is_over else (),
    )


def _back_cover() -> FileItemStanding:
    return FileItemStanding(position=len(THIRTEEN), item=FileItem.BACK_COVER, presence=FilePresence.PRESENT)


def _comes_later(facts: FileFacts, item: FileItem) -> bool:
    """Tell whether an item that is not there will be needed if the case goes the usual way."""
    if facts.is_over:
        return False
    return item in {
        FileItem.RIGHTS,
        FileItem.IDENTITY,
        FileItem.SESSIONS,
        FileItem.AGREEMENT,
        FileItem.PERFORMANCE,
        FileItem.FOLLOW_UP,
    }


# when an item is needed


def _always(_facts: FileFacts) -> bool:
    return True


def _never(_facts: FileFacts) -> bool:
    return False


def _once_accepted(facts: FileFacts) -> bool:
    return facts.case.accepted_on is not None


def _with_agents(facts: FileFacts) -> bool:
    return any(
        agent.kind is not AgentKind.STATUTORY for party in facts.case.parties for agent in party.agents
    )


def _once_mediated(facts: FileFacts) -> bool:
    return bool(facts.sessions or facts.standing_agreements or facts.oral_agreements)


def _once_ended(facts: FileFacts) -> bool:
    return bool(
        facts.standing_agreements
        or facts.oral_agreements
        or facts.case.termination_reason is not None
        or facts.case.state is CaseState.WITHDRAWN
    )


def _once_performed(facts: FileFacts) -> bool:
    received = any(plan.standing_receipts(item.id) for plan in facts.performance.plans for item in plan.items)
    return facts.case.performed_on is not None or received


def _once_visited(facts: FileFacts) -> bool:
    return bool(facts.visits_made) or facts.case.followed_up_on is not None


def _once_applied_to_court(facts: FileFacts) -> bool:
    return bool(facts.performance.confirmations)


# what exactly is missing


def _request(facts: FileFacts, parts: tuple[FilePart, ...]) -> Iterator[FileLack]:
    scanned = any(not part.is_issued for part in parts)
    if facts.case.is_initiative:
        if _once_accepted(facts) and not (facts.has_paper(_K.ACCEPTANCE_REGISTER) or scanned):
            yield FileLack("request.register")
    elif not (facts.has_paper(_K.APPLICATION, _K.ACCEPTANCE_REGISTER) or scanned):
        yield FileLack("request.application")
    if facts.case.non_acceptance_reason is not None and not facts.has_paper(_K.NON_ACCEPTANCE):
        yield FileLack("request.non_acceptance")


def _any_part(code: str) -> Callable[[FileFacts, tuple[FilePart, ...]], Iterator[FileLack]]:
    def lacking(_facts: FileFacts, parts: tuple[FilePart, ...]) -> Iterator[FileLack]:
        if not parts:
            yield FileLack(code)

    return lacking


def _sessions(facts: FileFacts, parts: tuple[FilePart, ...]) -> Iterator[FileLack]:
    issued = facts.papers_about(_K.SESSION_RECORD)
    scanned = any(not part.is_issued for part in parts)
    if not facts.sessions and not parts:
        yield FileLack("sessions.none")
    for session in facts.sessions:
        if not session.is_finished:
            yield FileLack("sessions.open", (("n", session.sequence),))
        elif session.id not in issued and not scanned:
            yield FileLack("sessions.not_issued", (("n", session.sequence),))


def _agreement(facts: FileFacts, _parts: tuple[FilePart, ...]) -> Iterator[FileLack]:
    for agreement in facts.standing_agreements:
        if agreement.state is AgreementState.ISSUED:
            yield FileLack("agreement.unsigned", (("number", agreement.number),))
    registered = facts.papers_about(_K.ORAL_REGISTER)
    for oral in facts.oral_agreements:
        if oral.id not in registered:
            yield FileLack("agreement.oral_register", (("number", oral.number),))
    if facts.case.termination_reason is not None and not facts.has_paper(_K.TERMINATION):
        yield FileLack("agreement.termination")
    if facts.case.state is CaseState.WITHDRAWN and not facts.has_paper(_K.WITHDRAWAL):
        yield FileLack("agreement.withdrawal")


def _scans(facts: FileFacts, item: FileItem) -> Iterator[FileLack]:
    """Tell papers whose signed original was scanned in part."""
    for paper, pages in facts.half_scanned():
        if ITEM_OF.get(paper.kind) is item:
            told = "、".join(str(page) for page in pages)
            yield FileLack("scan.pages_missing", (("title", paper.title), ("pages", told)))


def _follow_up(facts: FileFacts, parts: tuple[FilePart, ...]) -> Iterator[FileLack]:
    issued = facts.papers_about(_K.FOLLOW_UP_RECORD)
    scanned = any(not part.is_issued for part in parts)
    for visit in facts.visits_made:
        if visit.id not in issued and not scanned:
            day = visit.visited_on.isoformat() if visit.visited_on is not None else ""
            yield FileLack("follow_up.not_issued", (("day", day),))
    if not facts.visits_made and not parts:
        yield FileLack("follow_up.none")


_Need = Callable[[FileFacts], bool]
_Lacking = Callable[[FileFacts, tuple[FilePart, ...]], Iterator[FileLack]]
_NEEDS: dict[FileItem, tuple[_Need, _Lacking]] = {
    FileItem.REQUEST: (_always, _request),
    FileItem.RIGHTS: (_once_accepted, _any_part("rights.none")),
    FileItem.IDENTITY: (_once_accepted, _any_part("identity.none")),
    FileItem.AUTHORITY: (_with_agents, _any_part("authority.none")),
    FileItem.INVESTIGATION: (_never, _any_part("")),
    FileItem.EVIDENCE: (_never, _any_part("")),
    FileItem.SESSIONS: (_once_mediated, _sessions),
    FileItem.AGREEMENT: (_once_ended, _agreement),
    FileItem.PERFORMANCE: (_once_performed, _any_part("performance.none")),
    FileItem.FOLLOW_UP: (_once_visited, _follow_up),
    FileItem.CONFIRMATION: (_once_applied_to_court, _any_part("confirmation.none")),
}
"""When each item is needed (F13: 必须 or 按需) and what of it may be missing."""
