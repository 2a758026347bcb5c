"""``verify``: whether a paper is ours, still stands, and what its pages must bear."""

from __future__ import annotations

import sys
from pathlib import Path

from app.cli.outcome import Exit
from app.domain.errors import InvalidInput
from app.domain.filing.proofs.verdicts import PaperVerdict
from app.i18n import Formats, Translator
from app.presenters.verify.words import told, what_it_proves
from app.services.services import Services


def verify(services: Services, what: str, translator: Translator) -> Exit:
    """Verify a PDF, a picture, or the twelve characters; exit code 1 when something speaks against it."""
    verdict = _verdict(services, what)
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


def _verdict(services: Services, what: str) -> PaperVerdict:
    path = Path(what)
    if not path.is_file():
        return services.verifying.verify_code(what)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InvalidInput("proof.unreadable_file", field="paper", reason=error.strerror) from error
    return services.verifying.verify_paper(content)
