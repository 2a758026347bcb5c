"""Agreements that other bodies mediated: each on the paper of its channel, waiting for signatures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.cases import Case
from app.domain.disputes.handling import CoOrganisation
from app.domain.settlements.terms import Due, DueKind, Term, TermKind
from app.domain.trust.actors import Actor
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.services.services import Services


@dataclass(frozen=True, slots=True)
class AgreedTerms:
    """What the respondent pays and who mediated along with the leading body."""

    nature: str
    yuan: int
    matters: str
    responsibilities: str
    co_units: tuple[str, ...] = ()


def share(services: Services, case: Case, terms: AgreedTerms, actor: Actor) -> Case:
    """Name the units that mediate together with the leading one."""
    if not terms.co_units:
        return case
    units = tuple(CoOrganisation(id=new_id(), name=name, duty="参加调解") for name in terms.co_units)
    return services.triage.share(case.id, units, actor=actor, version=case.version).value


def agree(services: Services, case: Case, terms: AgreedTerms, on: date, actor: Actor) -> None:
    """Draft the agreement with one payment and issue it."""
    settlements = services.settlements
    drafted = settlements.new_agreement(case.id, actor=actor).value
    payment = Term(
        id=new_id(),
        kind=TermKind.PAYMENT,
        payer_ids=tuple(party.id for party in case.on_side(PartySide.RESPONDENT)),
        payee_ids=tuple(party.id for party in case.on_side(PartySide.APPLICANT)),
        amount=Money.of_yuan(terms.yuan),
        nature=terms.nature,
        due=Due(kind=DueKind.ON_DAY, day=on + timedelta(days=30)),
        manner="银行转账",
        consequence="未按期支付的，对方可以就未付款项向人民法院起诉",
    )
    told = replace(drafted, matters=terms.matters, responsibilities=terms.responsibilities, terms=(payment,))
    saved = settlements.save(told, actor=actor).value
    settlements.issue(saved.id, actor=actor, version=saved.version)
