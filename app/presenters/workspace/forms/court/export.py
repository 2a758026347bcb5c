"""导出法院材料: one folder where the user says, with a list of what is in it and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from app.domain.filing.documents import IssuedDocument
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.court.files import missing_words
from app.services.done import Done
from app.services.filing.court_packs import CourtPack

_ENDS = "\r\n"
"""Line ends and mark of the encoding as the notepad of the oldest system at a court's desk reads them."""


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
            listing = (say("00-材料清单.txt"), self._listing(folder, paper, pack))
            content = [(file.name, file.content) for file in pack.files]
            return packs.export(paper.id, place, (listing, *content), actor=actor), pack

        self._desk.runner.submit(write, self._written, self._failed)

    def _written(self, answer: tuple[Done[Path], CourtPack]) -> None:
        (done, pack), say = answer, self._say
        self._desk.feed.announce(done.changes)
        told = say("已导出 {n} 份材料和清单到 {name}", n=len(pack.files), name=done.value.name)
        missing = missing_words(self._desk, pack.missing)
        self._navigator.toast(say("{told}；{missing}", told=told, missing=missing) if missing else told)

    def _listing(self, folder: CaseFolder, paper: IssuedDocument, pack: CourtPack) -> bytes:
        say, case = self._say, folder.case
        lines = [
            say("法院材料清单"),
            say("申请书：{title}", title=say(paper.title)),
            say("登记编号：{number}", number=case.intake_number),
            say("案由：{title}", title=case.title),
            say("调解组织：{name}", name=folder.organisation.name),
            say(
                "导出：{day}　{name}",
                day=self._desk.formats.day(self._desk.today),
                name=self._desk.actor.name,
            ),
            say("签名原件另行递交。"),
            missing_words(self._desk, pack.missing) or say("材料齐全"),
            "",
        ]
        for place, file in enumerate(pack.files, start=1):
            lines += [f"{place}. {file.name}　{file.what}", f"   SHA-256 {file.digest}"]
        return ("\ufeff" + _ENDS.join(lines) + _ENDS).encode()
