"""Papers as a forger would hand them in: made from what the forger has, which is never the key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import pypdf
import pypdfium2

from app.archive.resources import fonts_folder
from app.documents.rendering import Renderer
from app.domain.contents.forms import AgreementContents
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.proofs.pages import PageProof, ProvenPage, QrContents
from app.domain.values.plain import from_json


@dataclass(frozen=True, slots=True)
class Copied:
    """Puts the proofs of true pages on whatever is drawn."""

    document: IssuedDocument
    proofs: Sequence[PageProof]
    glued: str = ""
    """What the QR code of another paper says, glued over the one of the first page."""

    @property
    def copies(self) -> int:
        """How many copies of the document there are."""
        return self.document.copies

    def prove(self, page: int, pages: int, text: str) -> ProvenPage:
        """Copy the proof of the true page."""
        del pages, text
        proof = self.proofs[page - 1]
        return ProvenPage(proof, self.glued if self.glued and page == 1 else qr_of(self.document, proof))


def altered(document: IssuedDocument, proofs: Sequence[PageProof], before: str, after: str) -> bytes:
    """Draw an agreement with other words under its own codes: what an editor of PDF files makes."""
    contents = from_json(AgreementContents, document.contents.replace(before, after))
    drawn = Renderer(fonts_folder()).render(contents, is_draft=False, prover=Copied(document, proofs))
    return drawn.pdf


def glued(document: IssuedDocument, proofs: Sequence[PageProof], qr: str) -> bytes:
    """Draw an agreement as it was issued, with the QR code of another paper over its first page's."""
    contents = from_json(AgreementContents, document.contents)
    prover = Copied(document, proofs, qr)
    return Renderer(fonts_folder()).render(contents, is_draft=False, prover=prover).pdf


def qr_of(document: IssuedDocument, proof: PageProof) -> str:
    """Copy what the QR code of a page says."""
    claim = proof.claim(document.number)
    return QrContents(claim, proof.key_id, bytes.fromhex(proof.signature)).packed()


def pages_of(*chosen: tuple[bytes, int]) -> bytes:
    """Bind single pages, counted from 0, of several files to one."""
    writer = pypdf.PdfWriter()
    for pdf, page in chosen:
        writer.add_page(pypdf.PdfReader(BytesIO(pdf)).pages[page])
    bound = BytesIO()
    writer.write(bound)
    return bound.getvalue()


def photo(pdf: bytes, page: int = 0, *, dots_per_inch: int = 200, turned: float = 0.0) -> bytes:
    """Photograph a page in grey, a little askew, as a PNG."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[page].render(scale=dots_per_inch / 72, grayscale=True).to_pil()
    document.close()
    held = BytesIO()
    picture.rotate(turned, fillcolor=255, expand=True).save(held, "PNG")
    return held.getvalue()
