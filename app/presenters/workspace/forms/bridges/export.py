"""导出治安材料: one folder where the user says, with a list of what is in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from app.domain.duties.bridges.security import BASIS
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.workspace.folder import CaseFolder
from app.services.done import Done
from app.services.filing.bridges import OutgoingFile

_ENDS = "\r\n"
"""Line ends and mark of the encoding as the notepad of the oldest system at a police desk reads them."""


class SecurityExport:
    """Asks for the place, writes, and says what was written."""

    def __init__(self, desk: Desk, navigator: Navigator, failed: Callable[[Exception], None]) -> None:
        self._desk, self._navigator, self._failed = desk, navigator, failed
        self._say = desk.translator.text

    def export(self, folder: CaseFolder) -> None:
        """Write the folder; a step back writes nothing."""
        case, say = folder.case, self._say
        suggested = say("治安材料 {number}", number=case.intake_number)
        place = self._navigator.ask_save(say("导出治安材料到新文件夹"), suggested)
        if place is None:
            return
        bridges, actor = self._desk.services.bridges, self._desk.actor

        def write() -> tuple[Done[Path], int]:
            files = bridges.files_for_police(case.id, actor=actor)
            listing = (say("00-材料清单.txt"), self._listing(folder, files))
            content = [(file.name, file.content) for file in files]
            return bridges.export(case.id, place, (listing, *content), actor=actor), len(files)

        self._desk.runner.submit(write, self._written, self._failed)

    def _written(self, answer: tuple[Done[Path], int]) -> None:
        done, count = answer
        self._desk.feed.announce(done.changes)
        self._navigator.toast(self._say("已导出 {n} 份材料和清单到 {name}", n=count, name=done.value.name))

    def _listing(self, folder: CaseFolder, files: Sequence[OutgoingFile]) -> bytes:
        say, case = self._say, folder.case
        lines = [
            say("治安案件材料清单"),
            say("登记编号：{number}", number=case.intake_number),
            say("案由：{title}", title=case.title),
            say("调解组织：{name}", name=folder.organisation.name),
            say(
                "导出：{day}　{name}",
                day=self._desk.formats.day(self._desk.today),
                name=self._desk.actor.name,
            ),
            say("依据：{article}", article=BASIS),
            say("是否认可、是否处罚由公安机关依法决定。签名原件另行递交。"),
            "",
        ]
        for place, file in enumerate(files, start=1):
            lines += [f"{place}. {file.name}　{file.what}", f"   SHA-256 {file.digest}"]
        return ("\ufeff" + _ENDS.join(lines) + _ENDS).encode()
