"""A case with an agreement in effect whose terms a test chooses, and what is recorded about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.duties.follow_up.visits import FollowUpVisit, Litigation, Satisfaction, VisitManner
from app.domain.settlements.confirmation import JudicialConfirmation
from app.domain.settlements.legal_actions import LegalAction, LegalActionKind
from app.domain.settlements.performance.arrangements import Arrangement, ArrangementKind
from app.domain.settlements.performance.plans import PerformancePlan
from app.domain.settlements.performance.urgings import Urging, UrgingManner
from app.domain.settlements.terms import Due, DueKind, Instalment, PeriodWord, Term
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.services.settlements.performance.plan_acts import Incoming
from tests.support.builders import REGISTERED_AT, a_payment
from tests.support.centres import Centre

ON_SIGNING = Due(kind=DueKind.ON_SIGNING)
IN_TWO_MONTHS = Due(kind=DueKind.AFTER_SIGNING, amount=2, unit=PeriodWord.MONTH)


def on_day(day: date) -> Due:
    """Make a due day."""
    return Due(kind=DueKind.ON_DAY, day=day)


def in_parts(case: Case, *parts: tuple[str, Due]) -> Term:
    """Make a payment of the second party to the first in parts of (yuan, due)."""
    total = sum(int(yuan) for yuan, _due in parts)
    instalments = tuple(
        Instalment(id=new_id(), amount=Money.of_yuan(yuan), due=due, manner="现金") for yuan, due in parts
    )
    whole = a_payment(case.parties[1], case.parties[0], str(total))
    return replace(whole, due=Due(), manner="", instalments=instalments)


def in_effect(centre: Centre, *terms: Term, case: Case | None = None) -> tuple[Case, PerformancePlan]:
    """Bring an agreement with these terms into effect today and give its plan."""
    case = case or centre.mediating()
    draft = centre.services.settlements.new_agreement(case.id, actor=centre.actor).value
    given = terms or (in_parts(case, ("40000", ON_SIGNING), ("20000", IN_TWO_MONTHS)),)
    saved = centre.services.settlements.save(
        replace(draft, matters="赔偿。", terms=given), actor=centre.actor
    ).value
    centre.services.settlements.issue(saved.id, actor=centre.actor, version=saved.version)
    centre.signed(centre.services.settlements.agreement(saved.id))
    return centre.case(case.id), plan_of(centre, case.id)


def plan_of(centre: Centre, case_id: UUID) -> PerformancePlan:
    """Read the first plan of a case."""
    return centre.services.cases.folder(case_id).performance.plans[0]


def pay(
    centre: Centre, plan: PerformancePlan, place: int, yuan: str = "", **given: object
) -> PerformancePlan:
    """Record what came in today for an item by its place; without a sum all that is owed."""
    plan = plan_of(centre, plan.case_id)
    item = plan.items[place]
    amount = Money.of_yuan(yuan) if yuan else plan.owed(item) if item.is_payment else None
    incoming = Incoming(
        item_id=item.id, received_on=centre.today, amount=amount, completes=not item.is_payment
    )
    told = replace(incoming, **given)  # type: ignore[arg-type]  # the caller names fields of Incoming
    return centre.services.performance.record(
        plan.case_id, plan.id, told, actor=centre.actor, version=plan.version
    ).value


def an_urging(plan: PerformancePlan, place: int, on: date, **given: object) -> Urging:
    """Make an urging by phone for one item."""
    item = plan.items[place]
    urging = Urging(
        id=new_id(),
        urged_on=on,
        manner=UrgingManner.PHONE,
        item_ids=(item.id,),
        addressee_ids=item.payer_ids,
        addressees=item.payers,
        recorded_at=REGISTERED_AT,
        recorded_by="",
    )
    return replace(urging, **given)  # type: ignore[arg-type]  # the caller names fields of Urging


def an_arrangement(
    plan: PerformancePlan, place: int, kind: ArrangementKind, on: date, **given: object
) -> Arrangement:
    """Make an arrangement about one item to which all consent."""
    arrangement = Arrangement(
        id=new_id(),
        item_id=plan.items[place].id,
        kind=kind,
        reason="双方商定",
        consented_ids=plan.party_ids,
        agreed_on=on,
        recorded_at=REGISTERED_AT,
        recorded_by="",
    )
    return replace(arrangement, **given)  # type: ignore[arg-type]  # the caller names fields of Arrangement


def an_application(case: Case, plan: PerformancePlan, on: date, **given: object) -> JudicialConfirmation:
    """Make a joint application of all parties."""
    application = JudicialConfirmation(
        id=new_id(),
        case_id=case.id,
        agreement_id=plan.id,
        applied_on=on,
        applicant_ids=plan.party_ids,
        court="某某区人民法院",
        handled_by="赵永安",
    )
    return replace(application, **given)  # type: ignore[arg-type]  # the caller names fields of the class


def confirm(centre: Centre, case: Case, plan: PerformancePlan) -> JudicialConfirmation:
    """Apply today, and have the court take and confirm it today."""
    service, today = centre.services.performance, centre.today
    application = an_application(case, plan, today)
    known = service.apply_for_confirmation(application, is_suitable=True, actor=centre.actor).value
    known = service.court_accepted(
        known.id, today, "（2026）调确字第1号", actor=centre.actor, version=known.version
    ).value
    return service.court_confirmed(
        known.id, today, "（2026）民特1号", actor=centre.actor, version=known.version
    ).value


def an_action(plan: PerformancePlan, kind: LegalActionKind, on: date, **given: object) -> LegalAction:
    """Make an application or a suit of the first party."""
    action = LegalAction(
        id=new_id(),
        case_id=plan.case_id,
        agreement_id=plan.id,
        kind=kind,
        applied_on=on,
        applicant_ids=plan.party_ids[:1],
        organ="某某区人民法院",
    )
    return replace(action, **given)  # type: ignore[arg-type]  # the caller names fields of LegalAction


def a_visit(case: Case, on: date, **given: object) -> FollowUpVisit:
    """Make the record of a visit by somebody who did not mediate."""
    visit = FollowUpVisit(
        id=new_id(),
        case_id=case.id,
        planned_on=on,
        why="按规定回访",
        visited_on=on,
        manner=VisitManner.PHONE,
        visitor="单国强",
        visited_ids=tuple(party.id for party in case.parties),
        performance="第一期已付，第二期未到期。",
        satisfaction=Satisfaction.FAIRLY,
        said="先看第二期付不付。",
        litigation=Litigation.NONE,
    )
    return replace(visit, **given)  # type: ignore[arg-type]  # the caller names fields of FollowUpVisit
