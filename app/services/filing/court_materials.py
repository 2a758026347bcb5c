"""The lines of the list that goes to a court: each file as what it is, with its pages counted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from app.documents.reading.counting import page_count
from app.domain.contents.bridges.papers import OutgoingPart
from app.domain.contents.court.materials import MaterialForm, MaterialPart
from app.domain.filing.documents import IssuedDocument
from app.services.transactions.outgoing import OutgoingFile


def material_parts(
    application: IssuedDocument,
    outgoing: Sequence[OutgoingPart],
    files: Sequence[OutgoingFile],
    ours: Collection[str],
) -> Iterator[MaterialPart]:
    """Tell of an application and what goes along; ``ours`` are the digests of what the house issued.

    Such a paper is handed over itself, a file somebody scanned is a copy.
    """
    told = (OutgoingPart(name="", what=application.title, digest=application.sha256), *outgoing)
    for position, (part, file) in enumerate(zip(told, files, strict=True), start=1):
        pages = page_count(file.content)
        is_told = part.name.startswith(part.what)  # 送达地址确认书（某某）: its name says what it is
        yield MaterialPart(
            position=position,
            name=part.name if is_told else part.what,
            about="" if is_told else part.name,
            form=MaterialForm.ORIGINAL if part.digest in ours else MaterialForm.COPY,
            pages=pages,
            remarks="" if pages else "电子文件",
        )
