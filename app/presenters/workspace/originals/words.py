"""The signed original in one line, and what reading the stored page again found."""

from __future__ import annotations

from app.domain.filing.documents import IssuedDocument
from app.domain.filing.originals import SignedOriginal, empty_original, missing_pages
from app.domain.filing.stored import StoredPaper, StoredState
from app.i18n.translator import Translator
from app.presenters.workspace.evidence import size_words
from app.presenters.workspace.folder import CaseFolder

_SHOWN = 12
"""So many signs of a digest tell two files apart at a glance."""
_STORED: dict[StoredState, str] = {
    StoredState.WHOLE: "《{title}》与出具时存下的一字未变（{size}，SHA-256 {digest}…）。"
    "手里的一份用“查验”核对",
    StoredState.CHANGED: "《{title}》存下的文件已被改动，不是出具时的那一份（应为 SHA-256 {digest}…）。"
    "不要打印，请从备份恢复",
    StoredState.MISSING: "《{title}》存下的文件不见了（SHA-256 {digest}…），请从备份恢复",
    StoredState.WAITING: "《{title}》已编号，还没有存成文件；重新打开程序即补画",
}


def original_of(folder: CaseFolder, document: IssuedDocument) -> SignedOriginal:
    """Give what is recorded of the original of a paper."""
    found = [entry for entry in folder.originals if entry.document_id == document.id]
    return found[0] if found else empty_original(document)


def original_words(translator: Translator, folder: CaseFolder, document: IssuedDocument) -> str:
    """Say where the original lies and which of its pages no scan shows; empty where nothing is recorded."""
    if document.case_id is None:
        return ""
    say, original = translator.text, original_of(folder, document)
    told = [say("原件 {where}", where=original.location)] if original.location else []
    if original.pages:
        missing = missing_pages(original, document, folder.attachments)
        pages = "、".join(str(page) for page in missing)
        told.append(
            say("扫描缺第 {pages} 页", pages=pages) if missing else say("扫描 {n} 页齐", n=document.pages)
        )
    return "；".join(told)


def stored_words(translator: Translator, document: IssuedDocument, stored: StoredPaper) -> str:
    """Say plainly what the stored page is now."""
    return translator.text(
        _STORED[stored.state],
        title=f"{document.title} {document.number}".strip(),
        size=size_words(stored.size),
        digest=stored.sha256[:_SHOWN],
    )
