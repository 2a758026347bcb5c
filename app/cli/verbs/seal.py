"""``seal CASE PAPER``: a copy of an issued paper with the organisation's electronic seal."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path

from app.cli.outcome import Exit
from app.domain.errors import InvalidInput, NotFound, StorageRefusal
from app.domain.filing.documents import IssuedDocument
from app.domain.trust.actors import Actor
from app.services.filing.seals.sealing import SealWish
from app.services.services import Services

PASSWORD_VARIABLE = "MAPLEBRIDGE_SEAL_PASSWORD"  # noqa: S105 - the name of a variable, not what stands in it


@dataclass(frozen=True, slots=True, kw_only=True)
class SealAsked:
    """What the command line asks: the case, the paper by number or kind, the file, and where to write."""

    case: str
    paper: str
    certificate: Path | None
    agreed: str
    output: Path


def seal(services: Services, asked: SealAsked, *, actor: Actor) -> Exit:
    """Seal a paper and write the copy; the password is asked for or in the environment, never in argv."""
    document = _paper(services, asked)
    wish = SealWish(path=asked.certificate, password=_password(), agreed=asked.agreed)
    copy = services.sealing.seal(document.id, wish, actor=actor).value
    try:
        asked.output.write_bytes(services.sealing.bytes_of(copy.id))
    except OSError as error:
        raise StorageRefusal("file.not_written", name=str(asked.output), reason=str(error)) from error
    print(asked.output)
    return Exit.DONE


def _paper(services: Services, asked: SealAsked) -> IssuedDocument:
    folder = services.cases.folder(services.cases.by_number(asked.case))
    wanted = asked.paper.strip()
    found = [paper for paper in folder.documents if wanted in (paper.number, paper.kind.value)]
    if not found:
        raise NotFound("document.not_found", id=wanted)
    standing = [paper for paper in found if not paper.void_reason]
    return max(standing or found, key=lambda paper: paper.issued_at)


def _password() -> str:
    told = os.environ.get(PASSWORD_VARIABLE, "")
    if told:
        return told
    if not sys.stdin.isatty():
        raise InvalidInput("seal.password_missing", field="password")
    return getpass("证书密码：", stream=sys.stderr)
