"""Facts of case files, stored papers and scans to bind: nobody's papers, drawn by the tests."""

from __future__ import annotations

from base64 import b64decode
from datetime import date, datetime
from io import BytesIO
from uuid import UUID

import pikepdf
from PIL import Image, ImageDraw

from app.domain.case_file.facts import FileFacts
from app.domain.case_file.records import CaseFile, empty_file
from app.domain.disputes.cases import Case
from app.domain.filing.documents import Attachment, IssuedDocument
from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.ids import new_id
from tests.support.agreement_samples import shipped_book

COMMITTEE = "石油社区人民调解委员会"
ON = date(2026, 11, 28)
AT = datetime(2026, 11, 5, 10, 0, tzinfo=SHANGHAI)
HEIC = b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAX1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAA"
    "AAAAACJpbG9jAAAAAERAAAEAAQAAAAABoQABAAAAAAAAAFkAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAA"
    "AA5waXRtAAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNw"
    "AAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFz"
    "wIkAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAA"
    "Av////AAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAAGFtZGF0AAAAVSgBr1jm9Oq//+Vr"
    "v/6j/IfJ//9X/+Fc9V7jRP+et1aV9s7/g9QpoMXYGQZGtOr8OaP39uEjITmYDE8jXnGEVVYCNWdEeSO4rwE/GkPkm/ut+bz1"
    "Qpw="
)
"""A picture of 64 by 48 pixels, its left half red, as telephones write them."""


def file_facts(case: Case, **given: object) -> FileFacts:
    """Make the facts of a file of which only the case is known, but for what is given."""
    told: dict[str, object] = {
        "file": empty_file(case.id),
        "committee": COMMITTEE,
        "today": ON,
        "book": shipped_book(),
    }
    told |= given
    return FileFacts(case=case, **told)  # type: ignore[arg-type]  # what is given fits its field


def a_record(case: Case) -> CaseFile:
    """Make the record of a file that two people bound and checked."""
    return CaseFile(
        id=case.id,
        case_id=case.id,
        compiler="赵永安",
        compiled_on=ON,
        checker="周敏",
        checked_on=ON,
        retention="长期",
    )


def a_paper(
    kind: DocumentKind, *, subject: UUID | None = None, number: str = "", **given: str
) -> IssuedDocument:
    """Make an issued paper whose page is stored."""
    return IssuedDocument(
        id=new_id(),
        kind=kind,
        case_id=None,
        subject_id=subject,
        organisation_id=new_id(),
        number=number,
        title=kind.term,
        issued_at=AT,
        issuer_id=new_id(),
        issuer_name="赵永安",
        contents="{}",
        sha256=given.get("sha256", "0" * 64),
        void_reason=given.get("void_reason", ""),
    )


def a_file(item: FileItem, name: str = "扫描件.png", note: str = "说明") -> Attachment:
    """Make an attachment under an item."""
    return Attachment(
        id=new_id(),
        case_id=new_id(),
        name=name,
        media_type="image/png" if name.endswith("png") else "video/mp4",
        size=4,
        sha256="1" * 64,
        note=note,
        item=item,
        added_at=AT,
        added_by="赵永安",
    )


def a_picture(
    size: tuple[int, int] = (600, 800), kind: str = "PNG", mode: str = "RGB", **how: object
) -> bytes:
    """Draw a picture whose left half is red, or black where there are no colours."""
    picture = Image.new(mode, size, "white")
    red = "red" if mode in {"RGB", "RGBA", "CMYK"} else 0
    ImageDraw.Draw(picture).rectangle((0, 0, size[0] // 2, size[1]), fill=red)
    out = BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def many_pages(count: int, kind: str = "TIFF") -> bytes:
    """Draw a scan of several pages."""
    sheets = [Image.new("L", (200, 300), 40 * number) for number in range(1, count + 1)]
    out = BytesIO()
    sheets[0].save(out, kind, save_all=True, append_images=sheets[1:])
    return out.getvalue()


def turned(pdf: bytes, *turns: int) -> bytes:
    """Give the first page of a PDF once for each turn."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as source, pikepdf.new() as target:
        for turn in turns:
            target.pages.append(source.pages[0])
            target.pages[-1].Rotate = turn
        target.save(out)
    return out.getvalue()


def locked(pdf: bytes) -> bytes:
    """Give a PDF that opens with a password alone."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as source:
        source.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()
