"""Reads the seals of a PDF that is handed in: whole, added to or changed, and what the certificate says.

No chain of trust is built: this program has no list of whom to trust, and says so instead.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from app.documents.sealing.certificates import facts_of
from app.documents.sealing.installed import is_installed
from app.domain.filing.seals.certificates import CertificateFacts
from app.domain.filing.seals.verdicts import SealFinding, SealVerdict

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

_MARK = b"/ByteRange"


def read_seals(content: bytes) -> tuple[SealVerdict, ...]:
    """Judge every seal in a file, in the order in which they were put; none where there is none."""
    if _MARK not in content:
        return ()
    if not is_installed():
        return (SealVerdict(finding=SealFinding.NOT_CHECKED),)
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        seals = PdfFileReader(BytesIO(content), strict=False).embedded_regular_signatures
    except Exception:  # noqa: BLE001 - a stranger's file may break any part of any parser
        return (SealVerdict(finding=SealFinding.UNREADABLE),)
    # A mark without a seal that can be found is a seal somebody cut out of the file's tables.
    return tuple(_judged(seal) for seal in seals) or (SealVerdict(finding=SealFinding.UNREADABLE),)


def _judged(seal: EmbeddedPdfSignature) -> SealVerdict:
    try:
        facts = _certificate(seal)
        at = seal.self_reported_timestamp
        finding = _finding(seal)
        if finding is SealFinding.WHOLE and at is not None and not facts.covers(at):
            finding = SealFinding.OUT_OF_DATE
        return SealVerdict(
            finding=finding,
            certificate=facts,
            sealed_at=at,
            reason=str(seal.sig_object.get("/Reason", "")),
            location=str(seal.sig_object.get("/Location", "")),
        )
    except Exception:  # noqa: BLE001 - a stranger's file may break any part of any parser
        return SealVerdict(finding=SealFinding.UNREADABLE)


def _finding(seal: EmbeddedPdfSignature) -> SealFinding:
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    if seal.reader.xrefs.hybrid_xrefs_present:
        return SealFinding.NOT_ALL  # two tables of contents: what one reader shows another need not
    is_intact, is_valid = validate_sig_integrity(
        seal.signer_info, seal.signer_cert, expected_content_type="data", actual_digest=seal.compute_digest()
    )
    if not (is_intact and is_valid):
        return SealFinding.CHANGED
    coverage = seal.evaluate_signature_coverage()
    if coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return SealFinding.WHOLE
    if coverage is SignatureCoverageLevel.ENTIRE_REVISION:
        return SealFinding.ADDED_TO
    return SealFinding.NOT_ALL


def _certificate(seal: EmbeddedPdfSignature) -> CertificateFacts:
    from cryptography.x509 import load_der_x509_certificate

    return facts_of(load_der_x509_certificate(seal.signer_cert.dump()))
