"""导出法院材料: one folder where the user says, with a list of what is in it and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.court.files import missing_words
from app.services.done import Done
from app.services.filing.court_packs import CourtPack


class CourtExport:
    """Asks for the place, writes, and says what was written and what is missing."""

    def __init__(self, desk: Desk, navigator: Navigator, failed: Callable[[Exception], None]) -> None:
        self._desk, self._navigator, self._failed = desk, navigator, failed
        self._say = desk.translator.text

    def export(self, folder: CaseFolder, document_id: UUID) -> None:
        """Write the folder of one application; a step back writes nothing."""
        found = [paper for paper in folder.documents if paper.id == document_id]
        if not found:
            return
        paper, say = found[0], self._say
        suggested = say("{title} {number}", title=say(paper.title), number=folder.case.intake_number)
        place = self._navigator.ask_save(say("导出法院材料到新文件夹"), suggested)
        if place is None:
            return
        packs, actor = self._desk.services.court_packs, self._desk.actor

        def write() -> tuple[Done[Path], CourtPack]:
            pack = packs.pack(paper.id, actor=actor)
            listing = (say("00-法院材料清单.pdf"), packs.listing(paper.id, actor=actor))
            content = [(file.name, file.content) for file in pack.files]
            return packs.export(paper.id, place, (listing, *content), actor=actor), pack

        self._desk.runner.submit(write, self._written, self._failed)

    def _written(self, answer: tuple[Done[Path], CourtPack]) -> None:
        (done, pack), say = answer, self._say
        self._desk.feed.announce(done.changes)
        told = say("已导出 {n} 份材料和清单到 {name}", n=len(pack.files), name=done.value.name)
        missing = missing_words(self._desk, pack.missing)
        self._navigator.toast(say("{told}；{missing}", told=told, missing=missing) if missing else told)
