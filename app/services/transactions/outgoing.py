"""What leaves the house as copies: the paper that asks, then what it names, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from app.archive.files import FileStore
from app.archive.outgoing import file_name
from app.domain.contents.bridges.papers import OutgoingPart
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.trust.actors import Actor
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.transactions.looking import look
from app.services.transactions.printing import Printing


@dataclass(frozen=True, slots=True)
class OutgoingFile:
    """One file of a folder: its name there, what it is, its SHA-256 and its bytes."""

    name: str
    what: str
    digest: str
    content: bytes


def standing(work: UnitOfWork, case_id: UUID, *kinds: DocumentKind) -> list[IssuedDocument]:
    """Give the issued papers of some kinds that nobody voided."""
    documents = work.documents.of_case(case_id)
    return [paper for paper in documents if paper.kind in kinds and not paper.void_reason]


def names_by_digest(work: UnitOfWork, case_id: UUID) -> dict[str, str]:
    """Give the names under which papers and files of a case leave the house."""
    return {
        **{paper.sha256: f"{paper.title}.pdf" for paper in work.documents.of_case(case_id)},
        **{entry.sha256: entry.name for entry in work.attachments.of_case(case_id)},
    }


def with_bytes(
    files: FileStore,
    asking: IssuedDocument,
    parts: tuple[OutgoingPart, ...],
    names: Mapping[str, str],
) -> tuple[OutgoingFile, ...]:
    """Read the paper that asks and what it names, numbered in its order, verified by digest."""
    first = OutgoingPart(name=asking.title, what=asking.number, digest=asking.sha256)
    return tuple(
        OutgoingFile(
            name=f"{place:02}-{file_name(names.get(part.digest, part.name))}",
            what=part.what,
            digest=part.digest,
            content=files.get(part.digest),
        )
        for place, part in enumerate((first, *parts), start=1)
    )


def finish_pages(store: Store, printing: Printing, case_id: UUID, actor: Actor) -> None:
    """Draw what a full disk left undrawn: what goes along must have its bytes."""
    with look(store) as work:
        waiting = [paper for paper in work.documents.of_case(case_id) if not paper.sha256]
    for paper in waiting:
        printing.finish(paper, actor=actor)
