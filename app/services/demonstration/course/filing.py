"""Make the file of a demo case whole before it is archived: papers issued, scans filed, record and shelf."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from app.domain.disputes.cases import Case
from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind
from app.domain.people.staff import StaffRole
from app.domain.trust.actors import Actor
from app.services.disputes.case_folder import CaseFolder
from app.services.services import Services

if TYPE_CHECKING:
    from PIL.Image import Image

_A4 = (1240, 1754)
"""A sheet at 150 dots an inch."""
_PHOTO = (1600, 1200)
_INK, _PAPER, _EDGE = 70, 250, 120
_LINE, _FIRST, _LAST = 46, 220, 1500


class Filing:
    """What whoever closes a case does with its papers."""

    def __init__(self, services: Services, actor: Actor) -> None:
        self._services, self._actor = services, actor

    def make_whole(self, case: Case, number: int, on: date) -> Case:
        """Issue what is missing, take scans in, write the record of the file and put it on its shelf."""
        folder = self._services.cases.folder(case.id)
        self._issue(folder)
        self._take_scans(folder, number)
        self._record(case, number, on)
        return self._services.cases.folder(case.id).case

    def _issue(self, folder: CaseFolder) -> None:
        case, issue = folder.case, self._services.issuing.issue
        first = () if case.is_initiative else (DocumentKind.APPLICATION,)
        known = {paper.kind for paper in folder.documents if not paper.void_reason}
        wanted = (*first, DocumentKind.ACCEPTANCE_REGISTER, DocumentKind.RIGHTS_NOTICE)
        for kind in (kind for kind in wanted if kind not in known):
            issue(kind, case.id, actor=self._actor)
        for session in folder.sessions:
            issue(DocumentKind.SESSION_RECORD, case.id, session.id, actor=self._actor)
        issued = {paper.subject_id for paper in folder.documents}
        for oral in folder.oral_agreements:
            if oral.id not in issued:
                issue(DocumentKind.ORAL_REGISTER, case.id, oral.id, actor=self._actor)
        for plan in folder.performance.plans:
            for receipt in plan.receipts:
                issue(DocumentKind.PERFORMANCE_RECEIPT, case.id, receipt.id, actor=self._actor)
        for visit in folder.performance.visits:
            issue(DocumentKind.FOLLOW_UP_RECORD, case.id, visit.id, actor=self._actor)

    def _take_scans(self, folder: CaseFolder, number: int) -> None:
        add, case_id = self._services.attachments.add, folder.case.id
        for place, party in enumerate(folder.case.parties, start=1):
            add(
                case_id,
                _scanned(number * 10 + place),
                f"身份证明{place}（演示）.png",
                f"{party.name}的身份证明，演示用，没有真实内容",
                FileItem.IDENTITY,
                actor=self._actor,
            )
        add(
            case_id,
            photographed(number),
            "现场照片（演示）.jpg",
            "现场情况，演示用图形",
            FileItem.EVIDENCE,
            actor=self._actor,
        )

    def _record(self, case: Case, number: int, on: date) -> None:
        files, file = self._services.case_files, self._services.cases.folder(case.id).file
        directors = [
            member.name
            for member in self._services.people.staff()
            if StaffRole.DIRECTOR in member.roles and member.name != self._actor.name
        ]
        told = replace(
            file,
            compiler=self._actor.name,
            compiled_on=on,
            checker=directors[0] if directors else "",
            checked_on=on if directors else None,
            remarks="转账回单为电子凭证，打印件未另附。",
        )
        kept = files.save(told, actor=self._actor).value
        shelf = replace(kept, cabinet="2", box=str(number % 9 + 1), volume=str(number), originals="在本卷")
        files.shelve(shelf, actor=self._actor)


def _scanned(seed: int) -> bytes:
    """Draw a sheet with grey bars for lines of writing: nobody's paper."""
    from PIL import Image as Images
    from PIL import ImageDraw

    sheet = Images.new("L", _A4, _PAPER)
    pen = ImageDraw.Draw(sheet)
    for place, top in enumerate(range(_FIRST, _LAST, _LINE)):
        right = _A4[0] - _EDGE - (seed * 37 + place * 89) % 400
        pen.rectangle((_EDGE, top, right, top + 14), fill=_INK)
    return _written(sheet, "PNG")


def photographed(seed: int) -> bytes:
    """Draw a wall with a wet patch, lying on its side."""
    from PIL import Image as Images
    from PIL import ImageDraw

    picture = Images.new("RGB", _PHOTO, (226, 218, 204))
    pen = ImageDraw.Draw(picture)
    left = 200 + seed * 53 % 600
    pen.ellipse((left, 180, left + 620, 640), fill=(176, 158, 132))
    pen.rectangle((0, 1000, *_PHOTO), fill=(122, 98, 74))
    return _written(picture, "JPEG")


def _written(picture: Image, kind: str) -> bytes:
    out = BytesIO()
    picture.save(out, kind)
    return out.getvalue()
