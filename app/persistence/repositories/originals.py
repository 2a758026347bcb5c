"""Signed originals of papers under the ids of their documents, sealed copies, and whom the seals name."""

from __future__ import annotations

from uuid import UUID

from app.domain.filing.originals import SignedOriginal
from app.domain.filing.seals.certificates import SealCertificate
from app.domain.filing.seals.copies import SealedCopy
from app.persistence.repositories.aggregates import Repository
from app.persistence.rows.filing import SealCertificateRow, SealedCopyRow, SignedOriginalRow


class OriginalRepository(Repository[SignedOriginal]):
    """Where originals lie and which scans show them."""

    kind = "original"
    _row = SignedOriginalRow
    _entity = SignedOriginal

    def of_case(self, case_id: UUID) -> tuple[SignedOriginal, ...]:
        """Give what is recorded of the originals of a case."""
        return self._of_case(case_id)


class SealCertificateRepository(Repository[SealCertificate]):
    """The certificates that organisations seal with, one for each."""

    kind = "seal_certificate"
    _row = SealCertificateRow
    _entity = SealCertificate

    def of_organisation(self, organisation_id: UUID) -> SealCertificate | None:
        """Give what an organisation chose, in use or not, or None."""
        found = self._where(SealCertificateRow.organisation_id == organisation_id)
        return found[0] if found else None

    def is_known(self, fingerprint: str) -> bool:
        """Tell whether a certificate is one that is sealed with here."""
        return bool(self._where(SealCertificateRow.fingerprint == fingerprint))


class SealedCopyRepository(Repository[SealedCopy]):
    """Every sealed copy, withdrawn ones too."""

    kind = "sealed_copy"
    _row = SealedCopyRow
    _entity = SealedCopy

    def of_case(self, case_id: UUID) -> tuple[SealedCopy, ...]:
        """Give the sealed copies of a case, the oldest first."""
        return self._of_case(case_id)

    def of_digest(self, sha256: str) -> SealedCopy | None:
        """Give the copy that is a file, or None."""
        found = self._where(SealedCopyRow.sha256 == sha256)
        return found[0] if found else None

    def has_seals_of(self, fingerprint: str) -> bool:
        """Tell whether a certificate has ever sealed a paper here."""
        return bool(self._where(SealedCopyRow.fingerprint == fingerprint))
