"""What a signing session records beside plain signatures: refusals, and signatures drawn on the screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.archive.files import FileStore
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput
from app.domain.filing.items import FileItem
from app.domain.settlements import signing
from app.domain.settlements.agreements import MediationAgreement, Signature, SigningManner, SigningRefusal
from app.domain.settlements.signers import refuse_status_paper
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.persistence.store import Store
from app.services.done import Done
from app.services.filing.attachments import kept_file
from app.services.transactions.as_seen import as_seen
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.settling.agreement_steps import sign_agreement

_NOTE = "屏上手写签名，各方约定使用电子签名；不是协议原页的一部分"


class SigningService:
    """Writes refusals and drawn signatures; the frozen page of the agreement is never touched."""

    def __init__(self, store: Store, clock: Clock, rules: Rules, files: FileStore) -> None:
        self._store, self._clock, self._rules, self._files = store, clock, rules, files

    def refuse(
        self, agreement_id: UUID, refusal: SigningRefusal, *, actor: Actor, version: int
    ) -> Done[MediationAgreement]:
        """Record that somebody would not sign, with the reason told.

        Raises InvalidInput ``signature.refusal_reason_missing`` or ``.before_issue``, RuleRefusal
        ``signature.already_signed`` or ``agreement.not_waiting_for_signatures``.
        """
        self._not_in_future(refusal.refused_on, "refused_on")
        with self._store.unit_of_work(actor) as work:
            agreement = as_seen("agreement", work.agreements.get(agreement_id), version)
            told = signing.refuse(agreement, refusal)
            note = f"{refusal.name}：{refusal.reason}"
            saved = work.agreements.save(told, act="agreement.signing_refused", note=note)
            return Done(saved, work.commit())

    def withdraw_refusal(
        self, agreement_id: UUID, refusal_id: UUID, *, actor: Actor, version: int
    ) -> Done[MediationAgreement]:
        """Take back a refusal recorded by mistake, before the agreement is effective."""
        with self._store.unit_of_work(actor) as work:
            agreement = as_seen("agreement", work.agreements.get(agreement_id), version)
            names = [entry.name for entry in agreement.refusals if entry.id == refusal_id]
            freed = signing.withdraw_refusal(agreement, refusal_id)
            saved = work.agreements.save(freed, act="agreement.refusal_withdrawn", note="".join(names))
            return Done(saved, work.commit())

    def sign_drawn(
        self, agreement_id: UUID, signature: Signature, picture: bytes, *, actor: Actor, version: int
    ) -> Done[MediationAgreement]:
        """Record a signature drawn on the screen; its picture is kept as a file of the case.

        Raises RuleRefusal ``signature.status_by_hand`` for a paper about personal status, and what
        signing itself refuses; then neither signature nor file is recorded.
        """
        self._not_in_future(signature.signed_on, "signed_on")
        with self._store.unit_of_work(actor) as work:
            agreement = as_seen("agreement", work.agreements.get(agreement_id), version)
            refuse_status_paper(work.cases.get(agreement.case_id), agreement)
            kept = kept_file(self._files, picture, f"屏上手写签名 {signature.name}.png")
            entry = kept.attachment(
                agreement.case_id, _NOTE, self._clock.now(), actor.name, FileItem.AGREEMENT
            )
            drawn = replace(signature, manner=SigningManner.DRAWN, image_id=entry.id)
            work.attachments.add(entry)
            saved = sign_agreement(work, agreement, drawn)
            today = local_day(self._clock.now())
            wind(work, self._rules, agreement.case_id, today)
            return Done(saved, work.commit())

    def _not_in_future(self, on: date, field: str) -> None:
        if on > local_day(self._clock.now()):
            raise InvalidInput("date.in_future", field=field, day=on.isoformat())
