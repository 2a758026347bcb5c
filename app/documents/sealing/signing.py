"""Seals a PDF: PAdES B-B behind its bytes, which stay as they are; nothing is drawn on the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from uuid import UUID

from app.documents.sealing.installed import refuse_without
from app.domain.errors import InvalidInput


@dataclass(frozen=True, slots=True, kw_only=True)
class SealWords:
    """What a seal says of itself: who sealed, why, where, when; ``id`` makes its field's name unique."""

    id: UUID
    name: str
    reason: str
    location: str
    at: datetime


def seal(content: bytes, pkcs12: bytes, password: str, words: SealWords) -> bytes:
    """Give the PDF with a seal appended; the bytes handed in are the beginning of those given back.

    The seal is dated by the clock that was handed in: without a timestamp server it says when itself.
    """
    refuse_without()
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.writer import BasePdfFileWriter
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
    from pyhanko.sign.signers.pdf_signer import PdfSigningSession

    class Dated(PdfSigner):
        def init_signing_session(
            self,
            pdf_out: BasePdfFileWriter,
            existing_fields_only: bool = False,  # noqa: FBT001, FBT002 - pyHanko's own argument
        ) -> PdfSigningSession:
            """Date the session by the clock that was handed in, not by that of the machine."""
            session = super().init_signing_session(pdf_out, existing_fields_only)
            session.system_time = words.at
            return session

    meta = PdfSignatureMetadata(
        field_name=f"Seal{words.id.hex}",
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        name=words.name,
        reason=words.reason,
        location=words.location or None,
    )
    try:
        signer = SimpleSigner.load_pkcs12_data(pkcs12, other_certs=(), passphrase=password.encode())
        sealed: BytesIO = Dated(meta, signer).sign_pdf(IncrementalPdfFileWriter(BytesIO(content)))
    except (PdfError, SigningError, ValueError, NotImplementedError):
        raise InvalidInput("seal.unknown_key", field="file") from None
    return sealed.getvalue()
