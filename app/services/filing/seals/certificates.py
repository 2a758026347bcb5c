"""The certificate an organisation seals with: chosen by its file and password, of which neither is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from app.documents.sealing.certificates import read_certificate
from app.domain.errors import InvalidInput, NotFound
from app.domain.filing.seals.certificates import (
    CertificateFacts,
    SealCertificate,
    check_certificate,
    chosen,
)
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock
from app.domain.values.ids import new_id
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.looking import look

LARGEST = 1024 * 1024
"""Bytes of the largest certificate file read: real ones have a few thousand."""


class SealCertificateService:
    """Records what a certificate says; the file with its key stays where the organisation keeps it.

    A copy in the data folder would go along into every backup and onto every server: a key that may sign
    for an organisation has one place, which the organisation alone controls (电子签名法 art. 13, 15).
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def of_organisation(self, organisation_id: UUID) -> SealCertificate | None:
        """Give the certificate an organisation seals with, or None."""
        with look(self._store) as work:
            known = work.seal_certificates.of_organisation(organisation_id)
        return known if known is not None and known.is_in_use else None

    def read(self, path: Path, password: str) -> CertificateFacts:
        """Read a certificate and refuse one that may not seal now; InvalidInput, RuleRefusal ``seal…``."""
        facts = read_certificate(file_of(path), password)
        check_certificate(facts, self._clock.now())
        return facts

    def choose(
        self, organisation_id: UUID, path: Path, password: str, *, actor: Actor
    ) -> Done[SealCertificate]:
        """Seal with this certificate from now on; copies sealed with another one stay."""
        facts = self.read(path, password)
        with self._store.unit_of_work(actor) as work:
            known = work.seal_certificates.of_organisation(organisation_id)
            act, note = "seal_certificate.chosen", facts.subject
            if known is None:
                begun = chosen(facts, str(path), id_=new_id(), organisation_id=organisation_id)
                return Done(work.seal_certificates.add(begun, act=act, note=note), work.commit())
            changed = chosen(
                facts, str(path), id_=known.id, version=known.version, organisation_id=organisation_id
            )
            return Done(work.seal_certificates.save(changed, act=act, note=note), work.commit())

    def give_up(self, organisation_id: UUID, *, actor: Actor, version: int) -> Done[SealCertificate]:
        """Seal with no certificate any more; copies that were sealed stay."""
        with self._store.unit_of_work(actor) as work:
            known = work.seal_certificates.of_organisation(organisation_id)
            if known is None or not known.is_in_use:
                raise NotFound("seal.no_certificate")
            seen = as_seen("seal_certificate", known, version)
            given_up = replace(seen, is_in_use=False)
            act, note = "seal_certificate.given_up", known.subject
            return Done(work.seal_certificates.save(given_up, act=act, note=note), work.commit())


def file_of(path: Path) -> bytes:
    """Read a certificate file; InvalidInput ``seal.file_unreadable`` or ``.not_pkcs12``."""
    try:
        if path.stat().st_size > LARGEST:
            raise InvalidInput("seal.not_pkcs12", field="file")
        return path.read_bytes()
    except OSError as error:
        raise InvalidInput(
            "seal.file_unreadable", field="file", name=path.name, reason=error.strerror or ""
        ) from None
