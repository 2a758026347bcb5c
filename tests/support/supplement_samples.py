"""Makes an agreement a supplement to one in effect: which terms it changes, what was paid of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.disputes.cases import Case
from app.domain.duties.performance.opening import opened_plan
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.check.findings import Supplemented
from app.domain.settlements.performance.receipts import Receipt
from app.domain.settlements.terms import Term
from app.domain.values.days.working_days import WorkCalendar
from app.domain.values.ids import new_id
from app.domain.values.money import Money


def supplemented(
    agreement: MediationAgreement,
    case: Case,
    terms: tuple[Term, ...],
    numbers: Sequence[int | None],
    *,
    paid: str = "",
    overtaken: int | None = None,
) -> tuple[MediationAgreement, Supplemented | None]:
    """Give the supplement and what it changes; ``numbers`` are those of the terms of the original.

    ``paid`` came in for the first item, ``overtaken`` was changed by another supplement in effect.
    """
    signed = agreement.created_at.date()
    original = replace(
        agreement,
        id=new_id(),
        number="（2026）友谊人调字第9号",
        state=AgreementState.EFFECTIVE,
        effective_on=signed,
        issued_day=signed,
        terms=terms,
    )
    meant = dict(enumerate((term.id for term in terms), start=1))
    amending = tuple(
        replace(term, amends_id=meant.get(number, new_id())) if number else term
        for term, number in zip(agreement.terms, numbers, strict=True)
    )
    supplement = replace(agreement, terms=amending, supplements_id=original.id)
    others: tuple[MediationAgreement, ...] = (original,)
    if overtaken is not None:
        done = replace(amending[0], id=new_id(), amends_id=meant[overtaken])
        others += (replace(original, id=new_id(), supplements_id=original.id, terms=(done,)),)
    plan = opened_plan(original, case, WorkCalendar())
    assert plan is not None
    if paid:
        receipt = Receipt(
            id=new_id(),
            item_id=plan.items[0].id,
            received_on=signed,
            amount=Money.of_yuan(paid),
            recorded_at=agreement.created_at,
            recorded_by="赵永安",
        )
        plan = replace(plan, receipts=(receipt,))
    return supplement, Supplemented.by(supplement, others, (plan,))
