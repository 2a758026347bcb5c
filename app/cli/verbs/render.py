"""``render CASE KIND -o FILE.pdf``: the issued document, a draft where none was issued, or the whole file."""

from __future__ import annotations

import sys
from pathlib import Path

from app.cli.outcome import Exit
from app.domain.duties.board import BoardFilter
from app.domain.errors import InvalidInput, NotFound, StorageRefusal
from app.domain.filing.kinds import FILE_PAPERS, DocumentKind
from app.domain.trust.actors import Actor
from app.services.disputes.case_folder import CaseFolder
from app.services.services import Services
from app.services.transactions.freezing import Contents


def render(services: Services, number: str, kind: DocumentKind, output: Path, *, actor: Actor) -> Exit:
    """Write the PDF; what was issued is written as it is stored, never drawn anew."""
    pdf = _document(services, number, kind, actor)
    try:
        output.write_bytes(pdf)
    except OSError as error:
        raise StorageRefusal("file.not_written", name=str(output), reason=str(error)) from error
    print(output)
    return Exit.DONE


def bind_file(services: Services, number: str, output: Path, *, actor: Actor) -> Exit:
    """Bind the whole file into one PDF and say, on the side, what became of its files."""
    case_id = services.cases.by_number(number)
    plan = services.case_files.plan(case_id, actor=actor)
    bound = services.case_files.bind(plan, output)
    services.case_files.note_bound(plan, bound, actor=actor)
    for name in bound.left_out:
        print(f"{name}：不能成页，以说明页代替", file=sys.stderr)
    for name in bound.loose_fonts:
        print(f"{name}：自带的字体没有嵌入", file=sys.stderr)
    print(_ARCHIVAL[bound.is_validated], file=sys.stderr)
    print(output)
    return Exit.DONE


_ARCHIVAL = {
    None: "归档设置（PDF/A-2b），未经验证：这台电脑没有验证程序",
    True: "已通过 PDF/A-2b 验证",
    False: "归档设置（PDF/A-2b）没有通过验证，文件里没有声明",
}
"""What is said of the archival settings, by the validator's answer; None where there is no validator."""


def _document(services: Services, number: str, kind: DocumentKind, actor: Actor) -> bytes:
    if kind is DocumentKind.FOUR_DUTIES_LEDGER:
        return services.issuing.ledger(BoardFilter(), actor=actor)
    folder = services.cases.folder(services.cases.by_number(number))
    issued = [entry for entry in folder.documents if entry.kind is kind and not entry.void_reason]
    if issued:
        return services.issuing.bytes_of(max(issued, key=lambda entry: entry.issued_at).id)
    contents = _draft_contents(services, folder, kind)
    for missing in services.issuing.missing_characters(contents):
        raise InvalidInput(
            "document.unprintable_character",
            field=missing.field,
            character=missing.character,
            codepoint="、".join(f"U+{ord(sign):04X}" for sign in missing.character),
        )
    return services.issuing.render(contents, is_draft=True)


def _draft_contents(services: Services, folder: CaseFolder, kind: DocumentKind) -> Contents:
    number = folder.case.intake_number
    if kind in FILE_PAPERS:
        return services.case_files.contents(kind, folder.case.id)
    if kind is DocumentKind.AGREEMENT:
        if not folder.agreements:
            raise NotFound("agreement.none_yet", number=number)
        return services.settlements.preview(folder.agreements[-1])
    subject = folder.sessions[-1].id if kind is DocumentKind.SESSION_RECORD and folder.sessions else None
    if kind is DocumentKind.SESSION_RECORD and subject is None:
        raise NotFound("session.none_yet", number=number)
    if kind is DocumentKind.SERVICE_ADDRESS:
        subject = folder.case.parties[0].id
    if kind is DocumentKind.MEDIATION_NOTICE:
        invited = [party for planned in folder.appointments if planned.is_active for party in planned.invited]
        if not invited:
            raise NotFound("appointment.none_yet", number=number)
        subject = invited[0].id
    return services.issuing.contents(kind, folder.case.id, subject)
