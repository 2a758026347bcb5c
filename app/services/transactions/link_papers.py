"""Freezing the papers that pass between organs: each from its referral, guidance or work order."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.domain.contents.link_forms import (
    Sender,
    guidance_letter_contents,
    order_reply_contents,
    referral_letter_contents,
    referral_receipt_contents,
    referral_reply_contents,
)
from app.domain.contents.links import (
    GuidanceLetterContents,
    OrderReplyContents,
    ReferralLetterContents,
    ReferralReceiptContents,
    ReferralReplyContents,
)
from app.domain.disputes.cases import Case
from app.domain.duties.referrals.clocks import referral_clocks
from app.domain.duties.referrals.links import Link
from app.domain.duties.referrals.referrals import Referral
from app.domain.duties.rules import Rules
from app.domain.errors import NotFound
from app.domain.people.organisations import Organisation
from app.domain.settlements.agreements import AgreementState
from app.persistence.work import UnitOfWork


class LinkPapers:
    """Copies contents for what one case has with others, inside one transaction."""

    def __init__(
        self, work: UnitOfWork, rules: Rules, case: Case, organisation: Organisation, on: date
    ) -> None:
        self._work, self._rules, self._case = work, rules, case
        self._organisation, self._on = organisation, on

    def letter(self, referral_id: UUID | None, *, number: str, dispute_type: str) -> ReferralLetterContents:
        """Copy 移送函."""
        referral = self._referral(referral_id)
        return referral_letter_contents(
            referral,
            self._case,
            self._sender(referral),
            number=number or referral.our_number,
            dispute_type=dispute_type,
            on=referral.sent_on,
        )

    def receipt(self, referral_id: UUID | None) -> ReferralReceiptContents:
        """Copy 签收回执, with the day it is due back and how that day was counted."""
        referral = self._referral(referral_id)
        clocks = referral_clocks(referral, self._rules)
        due = clocks[0].explanation if clocks else ""
        return referral_receipt_contents(
            referral, self._case, self._sender(referral), due=due, on=referral.signed_on or self._on
        )

    def reply(self, referral_id: UUID | None, *, number: str) -> ReferralReplyContents:
        """Copy 调解结果回函; it names the agreement in force, if there is one."""
        referral = self._referral(referral_id)
        in_force = [
            agreement.number
            for agreement in self._work.agreements.of_case(self._case.id)
            if agreement.state is AgreementState.EFFECTIVE
        ]
        return referral_reply_contents(
            referral,
            self._case,
            self._sender(referral),
            number=number or referral.reply_number,
            agreement_number="、".join(in_force),
            on=referral.returned_on or self._on,
        )

    def guidance(self, guidance_id: UUID | None, *, number: str) -> GuidanceLetterContents:
        """Copy 引导函."""
        found = None if guidance_id is None else self._work.dealings.guidance.find(guidance_id)
        if found is None or found.case_id != self._case.id:
            raise NotFound("guidance.not_found", id=str(guidance_id))
        return guidance_letter_contents(
            found, self._case, self._sender(found), number=number or found.number, on=found.guided_on
        )

    def order_reply(self, order_id: UUID | None) -> OrderReplyContents:
        """Copy 工单回复单."""
        found = None if order_id is None else self._work.dealings.orders.find(order_id)
        if found is None or found.case_id != self._case.id:
            raise NotFound("order.not_found", id=str(order_id))
        return order_reply_contents(found, self._case, self._sender(found))

    def _referral(self, referral_id: UUID | None) -> Referral:
        found = None if referral_id is None else self._work.dealings.referrals.find(referral_id)
        if found is None or found.case_id != self._case.id:
            raise NotFound("referral.not_found", id=str(referral_id))
        return found

    def _sender(self, link: Link) -> Sender:
        """Name who answers for it; the organisation's number where that person has none."""
        owner = self._work.staff.find(link.owner_id)
        phone = owner.phone if owner is not None and owner.phone else self._organisation.phone
        return Sender(
            organisation=self._organisation.name, contact_person=link.owner_name, contact_phone=phone
        )
