"""``verify``: whether a paper is ours, still stands, and what its pages must bear."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from app.cli.outcome import Exit
from app.domain.errors import InvalidInput
from app.domain.filing.proofs.verdicts import PageVerdict, PaperVerdict
from app.domain.filing.seals.verdicts import SealVerdict
from app.i18n import Formats, Translator
from app.presenters.verify.words import told, what_it_proves
from app.services.services import Services


def verify(services: Services, what: str, translator: Translator, *, as_json: bool = False) -> Exit:
    """Verify a PDF, a picture, or the twelve characters; exit code 1 when something speaks against it."""
    verdict = _verdict(services, what)
    if as_json:
        print(json.dumps(_record(verdict), ensure_ascii=False, indent=2))
        return Exit.DONE if verdict.is_sound else Exit.PROBLEMS_FOUND
    words = told(translator, Formats(), verdict)
    print(words.headline)
    for fact in words.facts:
        print(fact)
    for page in words.pages:
        print(" ".join(part for part in (page.name, page.code, page.finding) if part))
        for difference in page.differences:
            print(f"  {difference}")
        if page.text and not verdict.is_stored_file:
            print(translator.text("应有的文字："))
            print("\n".join(f"  {line}" for line in page.text.splitlines()))
    print("\n".join(what_it_proves(translator.text)), file=sys.stderr)
    return Exit.DONE if verdict.is_sound else Exit.PROBLEMS_FOUND


def _record(verdict: PaperVerdict) -> dict[str, object]:
    """Give the verdict by codes, for programs; of the document what its own pages tell, not its contents."""
    document = verdict.document
    told = document and {
        "kind": document.kind.value,
        "title": document.title,
        "number": document.number,
        "issued_at": document.issued_at.isoformat(),
        "issuer": document.issuer_name,
        "pages": document.pages,
        "copies": document.copies,
    }
    return {
        "is_sound": verdict.is_sound,
        "document": told,
        "standing": verdict.standing and verdict.standing.value,
        "reason": verdict.reason,
        "later": verdict.later,
        "is_stored_file": verdict.is_stored_file,
        "holds_stored_file": verdict.holds_stored_file,
        "seals": [_seal(seal) for seal in verdict.seals],
        "sealed_copy": verdict.copy
        and {
            "sealed_at": verdict.copy.sealed_at.isoformat(),
            "sealed_by": verdict.copy.sealed_by,
            "withdrawn": verdict.copy.void_reason,
        },
        "pages": [_page(page) for page in verdict.pages],
    }


def _seal(seal: SealVerdict) -> dict[str, object]:
    certificate = seal.certificate
    return {
        "finding": seal.finding.value,
        "is_sound": seal.is_sound,
        "sealed_at": seal.sealed_at and seal.sealed_at.isoformat(),
        "reason": seal.reason,
        "location": seal.location,
        "is_own": seal.is_own,
        "certificate": certificate
        and {
            "subject": certificate.subject,
            "issuer": certificate.issuer,
            "serial": certificate.serial,
            "sha256": certificate.fingerprint,
            "valid_from": certificate.valid_from.isoformat(),
            "valid_until": certificate.valid_until.isoformat(),
            "usages": [usage.value for usage in certificate.usages],
            "is_self_made": certificate.is_self_made,
        },
    }


def _page(page: PageVerdict) -> dict[str, object]:
    return {
        "place": page.place,
        "finding": page.finding.value,
        "page": page.page,
        "pages": page.pages,
        "code": page.code,
        "text": page.text,
        "differences": [asdict(found) for found in page.differences],
        "other": page.other,
        "other_standing": page.other_standing and page.other_standing.value,
    }


def _verdict(services: Services, what: str) -> PaperVerdict:
    path = Path(what)
    if not path.is_file():
        return services.verifying.verify_code(what)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InvalidInput("proof.unreadable_file", field="paper", reason=error.strerror) from error
    return services.verifying.verify_paper(content)
