"""Draft, issue and sign the agreement of a demo case."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.cases import Case
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.clause_library import clauses_for
from app.domain.settlements.terms import Due, DueKind, Instalment, Term, TermKind
from app.domain.trust.actors import Actor
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.services.demonstration.telling import Told
from app.services.services import Services

_MISTYPED = "4"
"""Ends the registration numbers whose first agreement was issued with a wrong sum."""
_FROM_LIBRARY = {"neighbours": "general.settled", "migrant_wages": "labour.labour_arbitration"}
"""Which clause of the library an agreement of a type of dispute takes over."""


class Settling:
    """Takes one case from agreement reached to agreement in effect."""

    def __init__(self, services: Services, actor: Actor, chance: random.Random) -> None:
        self._services, self._actor, self._chance = services, actor, chance

    def issue(self, case: Case, told: Told, on: date, *, left_open: str = "") -> None:
        """Draft the agreement and issue it; ``left_open`` makes it a partial one."""
        saved = self.draft(case, told, on)
        if left_open:
            saved = self._services.settlements.leave_open(
                saved.id, left_open, actor=self._actor, version=saved.version
            ).value
        elif case.intake_number.endswith(_MISTYPED):
            saved = self._again(saved)
        self._services.settlements.issue(saved.id, actor=self._actor, version=saved.version)

    def _again(self, right: MediationAgreement) -> MediationAgreement:
        """Issue it first with the sum of somebody who mistyped, void that, and draft it right."""
        settlements = self._services.settlements
        payment, *rest = right.terms
        if payment.amount is None or payment.instalments:
            return right
        wrong = replace(payment, amount=payment.amount + Money(90_00))
        typed = settlements.save(replace(right, terms=(wrong, *rest)), actor=self._actor).value
        settlements.issue(typed.id, actor=self._actor, version=typed.version)
        issued = settlements.agreement(typed.id)
        settlements.void(issued.id, "金额写错", actor=self._actor, version=issued.version)
        drafted = settlements.new_agreement(right.case_id, actor=self._actor).value
        told = replace(
            drafted, matters=right.matters, responsibilities=right.responsibilities, terms=right.terms
        )
        return settlements.save(told, actor=self._actor).value

    def draft(self, case: Case, told: Told, on: date) -> MediationAgreement:
        """Draft the terms, in one payment or three instalments."""
        settlements = self._services.settlements
        drafted = settlements.new_agreement(case.id, actor=self._actor).value
        words = {"a": case.parties[0].name, "b": case.parties[-1].name, "place": case.place, "n": 1, "m": 1}
        drafted = replace(
            drafted,
            matters=drafted.matters or "赔偿数额和履行时间。",
            responsibilities=told.scenario.responsibility.format(**words),
            terms=(
                self._payment(case, told, on),
                self._act(case, told, on, words),
                *self._from_library(case, on),
            ),
        )
        return settlements.save(drafted, actor=self._actor).value

    def _payment(self, case: Case, told: Told, on: date) -> Term:
        agreed = Money(told.amount.fen * 8 // 10)
        parts = self._instalments(agreed, on) if self._chance.choice((True, False)) else ()
        return Term(
            id=new_id(),
            kind=TermKind.PAYMENT,
            payer_ids=tuple(p.id for p in case.on_side(PartySide.RESPONDENT)),
            payee_ids=tuple(p.id for p in case.on_side(PartySide.APPLICANT)),
            amount=agreed,
            nature=told.scenario.nature,
            due=Due() if parts else Due(kind=DueKind.ON_DAY, day=on + timedelta(days=30)),
            manner="" if parts else "银行转账",
            consequence="未按期支付的，对方可以就未付款项向人民法院起诉",
            instalments=parts,
        )

    def _from_library(self, case: Case, on: date) -> tuple[Term, ...]:
        """Take over a clause of the library, as the mediator does with Alt+K."""
        library = clauses_for(self._services.settlements.model_clauses(), case.dispute_type, on)
        wanted = _FROM_LIBRARY.get(case.dispute_type)
        parties = [party.id for party in case.parties]
        return tuple(clause.term(new_id(), case, parties) for clause in library if clause.code == wanted)

    def _instalments(self, total: Money, on: date) -> tuple[Instalment, ...]:
        each = Money(total.fen // 3)
        amounts = (each, each, total - each - each)
        return tuple(
            Instalment(
                id=new_id(),
                amount=amount,
                due=Due(kind=DueKind.ON_DAY, day=on + timedelta(days=days)),
                manner="银行转账",
            )
            for amount, days in zip(amounts, (5, 35, 65), strict=True)
        )

    def _act(self, case: Case, told: Told, on: date, words: dict[str, object]) -> Term:
        return Term(
            id=new_id(),
            kind=TermKind.ACT,
            payer_ids=tuple(p.id for p in case.on_side(PartySide.RESPONDENT)),
            act=told.scenario.act.format(**words),
            due=Due(kind=DueKind.ON_DAY, day=on + timedelta(days=10)),
        )
