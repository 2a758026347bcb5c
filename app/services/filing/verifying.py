"""Verifying paper: whose a page is, whether its document still stands, and what the page must bear."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from app.archive.files import FileStore
from app.archive.signing.keys import public_pem
from app.documents.reading.papers import ReadPage, is_pdf, read_image, read_pdf, texts_of_pdf
from app.domain.errors import NotFound, StorageRefusal
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.proofs.pages import PageKey, PageProof, QrContents, read_code
from app.domain.filing.proofs.verdicts import (
    PageFinding,
    PageVerdict,
    PaperVerdict,
    Standing,
    differences,
    standing_of,
)
from app.domain.settlements.agreements import AgreementState
from app.domain.trust.actors import Actor
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.filing.seals.judging import copy_of, with_seals
from app.services.transactions.looking import look
from app.services.transactions.proofs.page_keys import PageKeys


@dataclass(frozen=True, slots=True)
class _Known:
    """A registered document with its proofs, and how the text of each stored page reads in a PDF."""

    document: IssuedDocument
    proofs: tuple[PageProof, ...]
    texts: tuple[str, ...]


class VerifyingService:
    """Reads a paper and compares it with the register; writes nothing but a new key on request."""

    def __init__(self, store: Store, files: FileStore, keys: PageKeys) -> None:
        self._store = store
        self._files = files
        self._keys = keys

    def verify_code(self, typed: str) -> PaperVerdict:
        """Find a page by the twelve characters at its foot; NotFound ``proof.code_unknown``."""
        code = read_code(typed)
        with look(self._store) as work:
            proofs = work.proofs.with_code(code)
            if not proofs:
                raise NotFound("proof.code_unknown")
            return self._one_page(work, proofs[0])

    def verify_paper(self, content: bytes) -> PaperVerdict:
        """Verify a PDF page by page, or the QR code in a picture.

        Raises InvalidInput ``proof…`` for a file that cannot be read or bears no code of ours.
        """
        if not is_pdf(content):
            return self.verify_qr(read_image(content).qr)
        pages = read_pdf(content)
        with look(self._store) as work:
            verdict = self._paper(work, pages, hashlib.sha256(content).hexdigest())
            if verdict.document is None:
                verdict = self._stored(work, content) or verdict
            return with_seals(work, self._files, content, verdict)

    def verify_qr(self, qr: QrContents | None) -> PaperVerdict:
        """Verify what a QR code says; a forged one is told from one of ours that is not in this register."""
        if qr is None:
            raise NotFound("proof.no_code")
        with look(self._store) as work:
            proof = _proof_of(work, qr)
            if proof is not None and proof.signature == qr.signature.hex():
                return self._one_page(work, proof)
        is_ours = self._keys.is_ours(qr.claim, qr.key_id, qr.signature)
        finding = PageFinding.NOT_REGISTERED if is_ours else PageFinding.NOT_SIGNED_BY_US
        verdict = PageVerdict(place=1, finding=finding, page=qr.claim.page, pages=qr.claim.pages)
        return PaperVerdict(document=None, standing=None, pages=(verdict,))

    def proofs_of(self, document_id: UUID) -> PaperVerdict:
        """Tell what every page of an issued document must bear, and how the document stands."""
        with look(self._store) as work:
            document = work.documents.get(document_id)
            pages = tuple(self._to_compare(document, proof) for proof in work.proofs.of_document(document_id))
            return _told(work, document, pages)

    # keys
    def keys(self) -> tuple[PageKey, ...]:
        """Give the keys that signed pages, the newest first; none before the first issue."""
        return self._keys.all()

    def public_keys(self) -> bytes:
        """Give all public keys as PEM, each under a line with its id: for checking without this program."""
        return b"".join(
            f"{key.id}\n".encode() + public_pem(bytes.fromhex(key.public)) for key in self._keys.all()
        )

    def renew_key(self, *, actor: Actor) -> Done[str]:
        """Sign with a new key from now on; pages signed before stay verifiable."""
        return self._keys.renew(actor=actor)

    # one page
    def _one_page(self, work: UnitOfWork, proof: PageProof) -> PaperVerdict:
        document = work.documents.get(proof.document_id)
        return _told(work, document, (self._to_compare(document, proof),))

    def _to_compare(self, document: IssuedDocument, proof: PageProof) -> PageVerdict:
        holds = self._holds(document, proof)
        return PageVerdict(
            place=proof.page,
            finding=PageFinding.TO_COMPARE if holds else PageFinding.REGISTER_CHANGED,
            page=proof.page,
            pages=proof.pages,
            code=proof.code,
            text=proof.text,
        )

    def _holds(self, document: IssuedDocument, proof: PageProof) -> bool:
        claim = proof.claim(document.number)
        return self._keys.is_ours(claim, proof.key_id, bytes.fromhex(proof.signature))

    # a PDF
    def _paper(self, work: UnitOfWork, pages: Sequence[ReadPage], digest: str) -> PaperVerdict:
        proofs = [self._registered(work, page) for page in pages]
        first = next((proof for proof in proofs if proof is not None), None)
        if first is None:
            verdicts = [self._unknown(place, page) for place, page in enumerate(pages, start=1)]
            return PaperVerdict(document=None, standing=None, pages=tuple(verdicts))
        known = self._known(work, first.document_id)
        verdicts = [
            self._page_of(work, known, place, page, proof)
            for place, (page, proof) in enumerate(zip(pages, proofs, strict=True), start=1)
        ]
        seen = {
            proof.page for proof in proofs if proof is not None and proof.document_id == first.document_id
        }
        verdicts += [
            _of(proof, place=proof.page, finding=PageFinding.MISSING)
            for proof in known.proofs
            if proof.page not in seen
        ]
        is_stored = digest == known.document.sha256
        return _told(work, known.document, tuple(verdicts), is_stored_file=is_stored)

    def _stored(self, work: UnitOfWork, content: bytes) -> PaperVerdict | None:
        """Know a stored file itself by its bytes, where it was issued before pages carried codes.

        The files are asked first: a digest that is none of theirs need not be looked for in the table.
        """
        digest = hashlib.sha256(content).hexdigest()
        try:
            self._files.get(digest)
        except StorageRefusal:
            return None
        for document in work.documents.of_digest(digest):
            return _told(work, document, (), is_stored_file=True)
        copy = copy_of(work, content)
        return None if copy is None else _told(work, work.documents.get(copy.document_id), ())

    def _registered(self, work: UnitOfWork, page: ReadPage) -> PageProof | None:
        if page.code:
            return next(iter(work.proofs.with_code(page.code)), None)
        if page.qr is None:
            return None
        proof = _proof_of(work, page.qr)
        return proof if proof is not None and proof.signature == page.qr.signature.hex() else None

    def _known(self, work: UnitOfWork, document_id: UUID) -> _Known:
        document = work.documents.get(document_id)
        try:
            texts = texts_of_pdf(self._files.get(document.sha256))
        except StorageRefusal:
            # The stored page is gone or was changed: what the register keeps of its text still tells.
            texts = ()
        return _Known(document, work.proofs.of_document(document_id), texts)

    def _page_of(
        self, work: UnitOfWork, known: _Known, place: int, page: ReadPage, proof: PageProof | None
    ) -> PageVerdict:
        if proof is None:
            return self._unknown(place, page)
        if page.has_two_minds:
            return self._two_minds(work, page, _of(proof, place=place, finding=PageFinding.TWO_MINDS))
        if proof.document_id != known.document.id:
            other = work.documents.get(proof.document_id)
            name = f"{other.title} {other.number}".strip()
            found = _of(proof, place=place, finding=PageFinding.OTHER_DOCUMENT)
            return replace(found, other=name, other_standing=_standing(work, other)[0])
        if not self._holds(known.document, proof):
            return _of(proof, place=place, finding=PageFinding.REGISTER_CHANGED)
        if proof.page != place or not page.text.strip():
            is_here = proof.page == place
            finding = PageFinding.TO_COMPARE if is_here else PageFinding.OUT_OF_PLACE
            return _of(proof, place=place, finding=finding)
        issued = known.texts[proof.page - 1] if proof.page <= len(known.texts) else proof.text
        changed = differences(issued, page.text)
        finding = PageFinding.TEXT_DIFFERS if changed else PageFinding.AS_ISSUED
        return replace(_of(proof, place=place, finding=finding), differences=changed)

    def _two_minds(self, work: UnitOfWork, page: ReadPage, found: PageVerdict) -> PageVerdict:
        """Name the page the QR code was taken from; nothing where this register does not know it."""
        proof = None if page.qr is None else _proof_of(work, page.qr)
        if proof is None:
            return found
        other = work.documents.get(proof.document_id)
        name = f"{other.title} {other.number}".strip()
        standing = _standing(work, other)[0]
        return replace(found, other=name, other_page=proof.page, other_standing=standing)

    def _unknown(self, place: int, page: ReadPage) -> PageVerdict:
        if page.code:
            return PageVerdict(place=place, finding=PageFinding.NOT_REGISTERED, code=page.code)
        if page.qr is None:
            return PageVerdict(place=place, finding=PageFinding.UNMARKED)
        is_ours = self._keys.is_ours(page.qr.claim, page.qr.key_id, page.qr.signature)
        finding = PageFinding.NOT_REGISTERED if is_ours else PageFinding.NOT_SIGNED_BY_US
        return PageVerdict(place=place, finding=finding, page=page.qr.claim.page, pages=page.qr.claim.pages)


def _of(proof: PageProof, *, place: int, finding: PageFinding) -> PageVerdict:
    return PageVerdict(
        place=place,
        finding=finding,
        page=proof.page,
        pages=proof.pages,
        code=proof.code,
        text=proof.text,
    )


def _proof_of(work: UnitOfWork, qr: QrContents) -> PageProof | None:
    """Find the registered page a QR code names."""
    for proof in work.proofs.of_document(qr.claim.document_id):
        if proof.page == qr.claim.page:
            return proof
    return None


def _told(
    work: UnitOfWork,
    document: IssuedDocument,
    pages: tuple[PageVerdict, ...],
    *,
    is_stored_file: bool = False,
) -> PaperVerdict:
    """Say how a document stands, with the pages found."""
    standing, later = _standing(work, document)
    return PaperVerdict(
        document=document,
        standing=standing,
        reason=document.void_reason,
        later=later,
        pages=pages,
        is_stored_file=is_stored_file,
    )


def _standing(work: UnitOfWork, document: IssuedDocument) -> tuple[Standing, str]:
    others = [
        other
        for other in (() if document.case_id is None else work.documents.of_case(document.case_id))
        if other.kind is document.kind and other.subject_id == document.subject_id
    ]
    return standing_of(document, others, _supplements(work, document))


def _supplements(work: UnitOfWork, document: IssuedDocument) -> list[IssuedDocument]:
    """Give the papers of supplementary agreements in effect: one that nobody signed yet changes nothing."""
    if document.kind is not DocumentKind.AGREEMENT or document.case_id is None:
        return []
    changing = {
        agreement.document_id
        for agreement in work.agreements.of_case(document.case_id)
        if agreement.supplements_id == document.subject_id and agreement.state is AgreementState.EFFECTIVE
    }
    return [paper for paper in work.documents.of_case(document.case_id) if paper.id in changing]
