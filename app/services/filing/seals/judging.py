"""What the seals in a file that is handed in add to the verdict on its paper."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from app.archive.files import FileStore
from app.documents.sealing.reading import read_seals
from app.domain.errors import StorageRefusal
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.proofs.verdicts import PaperVerdict
from app.domain.filing.seals.copies import SealedCopy
from app.domain.filing.seals.verdicts import SealVerdict
from app.persistence.work import UnitOfWork


def copy_of(work: UnitOfWork, content: bytes) -> SealedCopy | None:
    """Give the registered sealed copy a file is, or None."""
    return work.sealed_copies.of_digest(hashlib.sha256(content).hexdigest())


def with_seals(work: UnitOfWork, files: FileStore, content: bytes, verdict: PaperVerdict) -> PaperVerdict:
    """Add the seals of a file, the copy it is registered as, and whether the stored page is whole in it."""
    seals = tuple(_told_whose(work, seal) for seal in read_seals(content))
    if not seals:
        return verdict
    return replace(
        verdict,
        seals=seals,
        copy=copy_of(work, content),
        holds_stored_file=verdict.document is not None and _holds(files, content, verdict.document),
    )


def _told_whose(work: UnitOfWork, seal: SealVerdict) -> SealVerdict:
    if seal.certificate is None:
        return seal
    fingerprint = seal.certificate.fingerprint
    is_own = work.seal_certificates.is_known(fingerprint) or work.sealed_copies.has_seals_of(fingerprint)
    return replace(seal, is_own=is_own)


def _holds(files: FileStore, content: bytes, document: IssuedDocument) -> bool:
    try:
        return bool(document.sha256) and content.startswith(files.get(document.sha256))
    except StorageRefusal:
        return False  # the stored page is gone or changed: what the register keeps of its text still tells
