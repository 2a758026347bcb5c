"""Sealed copies: made over the frozen bytes of an issued paper, read again, withdrawn with a reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from app.archive.files import FileStore
from app.documents.sealing.certificates import read_certificate
from app.documents.sealing.installed import refuse_without
from app.documents.sealing.signing import SealWords, seal
from app.domain.case_file.sealing import check_agreed, check_sealing
from app.domain.disputes.channels.papers import seal_holder
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput, NotFound, RuleRefusal
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.seals.certificates import SealCertificate, check_certificate
from app.domain.filing.seals.copies import SealedCopy, withdrawn
from app.domain.people.organisations import Organisation
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.ids import new_id
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.filing.seals.certificates import file_of
from app.services.transactions.as_seen import as_seen
from app.services.transactions.looking import look
from app.services.transactions.moving import refuse_locked


@dataclass(frozen=True, slots=True, kw_only=True)
class SealWish:
    """What somebody seals with: the file, its password for this once, and how the parties agreed on it.

    Without a ``path`` the file is looked for where it lay when the certificate was chosen.
    """

    path: Path | None = None
    password: str = field(repr=False)
    agreed: str = ""


class SealingService:
    """Makes and withdraws sealed copies; the frozen page is never touched.

    Kill-safety: the sealed file is on the disk before the row that names it is committed.
    """

    def __init__(self, store: Store, clock: Clock, rules: Rules, files: FileStore) -> None:
        self._store, self._clock, self._rules, self._files = store, clock, rules, files

    def certificate_for(self, document_id: UUID) -> SealCertificate:
        """Give the certificate a paper would be sealed with; refuses what ``seal`` would but for the file."""
        refuse_without()
        with look(self._store) as work:
            _document, _organisation, certificate = self._checked(work, document_id)
        return certificate

    def seal(self, document_id: UUID, wish: SealWish, *, actor: Actor) -> Done[SealedCopy]:
        """Seal a copy of an issued paper.

        Raises RuleRefusal ``seal…`` for papers the law keeps on paper, void or unsigned ones, another body's
        seal, a missing or other certificate; InvalidInput for file, password and what was agreed.
        """
        refuse_without()
        with look(self._store) as work:
            document, organisation, certificate = self._checked(work, document_id)
        check_agreed(document, wish.agreed)
        at, id_ = self._clock.now(), new_id()
        pkcs12 = file_of(wish.path or Path(certificate.path))
        facts = read_certificate(pkcs12, wish.password)
        if facts.fingerprint != certificate.fingerprint:
            raise InvalidInput("seal.other_certificate", field="file", subject=certificate.subject)
        check_certificate(facts, at)
        words = SealWords(
            id=id_,
            name=organisation.name,
            reason=f"{organisation.name}对{document.title}加盖电子签章",
            location=organisation.address,
            at=at,
        )
        sealed = seal(self._files.get(document.sha256), pkcs12, wish.password, words)
        copy = SealedCopy(
            id=id_,
            case_id=_case_of(document),
            document_id=document_id,
            sha256=self._files.put(sealed),
            size=len(sealed),
            subject=facts.subject,
            fingerprint=facts.fingerprint,
            reason=words.reason,
            location=words.location,
            agreed=wish.agreed.strip(),
            sealed_at=at,
            sealed_by=actor.name,
        )
        with self._store.unit_of_work(actor) as work:
            self._checked(work, document_id)  # what somebody else did while it was sealed
            note = f"{document.title} {document.number}，{facts.subject}"
            return Done(work.sealed_copies.add(copy, act="sealed_copy.made", note=note), work.commit())

    def withdraw(self, copy_id: UUID, reason: str, *, actor: Actor, version: int) -> Done[SealedCopy]:
        """Withdraw a sealed copy: whoever verifies it is told so, with the reason; the file stays."""
        with self._store.unit_of_work(actor) as work:
            known = as_seen("sealed_copy", work.sealed_copies.get(copy_id), version)
            refuse_locked(work.cases.get(known.case_id))
            given_up = withdrawn(known, reason)
            return Done(
                work.sealed_copies.save(given_up, act="sealed_copy.withdrawn", note=reason), work.commit()
            )

    def bytes_of(self, copy_id: UUID) -> bytes:
        """Give the stored bytes of a sealed copy, verified."""
        with look(self._store) as work:
            digest = work.sealed_copies.get(copy_id).sha256
        return self._files.get(digest)

    def _checked(
        self, work: UnitOfWork, document_id: UUID
    ) -> tuple[IssuedDocument, Organisation, SealCertificate]:
        document = work.documents.get(document_id)
        case = work.cases.get(_case_of(document))
        refuse_locked(case)
        check_sealing(document, case, work.agreements.of_case(case.id))
        organisation = work.organisations.get(document.organisation_id)
        if document.kind is DocumentKind.AGREEMENT:
            day = local_day(case.registered_at)
            channel = self._rules.all_channels().ruling(case.channel_code, case.dispute_type, day)
            holder = seal_holder(channel, case.triages, organisation)
            if holder != organisation.name:
                raise RuleRefusal("seal.other_body", holder=holder)
        certificate = work.seal_certificates.of_organisation(organisation.id)
        if certificate is None or not certificate.is_in_use:
            raise NotFound("seal.no_certificate")
        return document, organisation, certificate


def _case_of(document: IssuedDocument) -> UUID:
    if document.case_id is None:
        raise RuleRefusal("original.no_case", title=document.title)
    return document.case_id
