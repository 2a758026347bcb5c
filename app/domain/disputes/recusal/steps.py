"""Steps of recusal: what a mediator discloses, and who takes over from one who steps back."""

from __future__ import annotations

from dataclasses import replace

from app.domain.disputes.cases import Case, CaseMediator, SelectedBy
from app.domain.disputes.disclosures import Disclosure, RecusalRequest, check_disclosure, check_request
from app.domain.disputes.states import CaseEvent
from app.domain.disputes.steps import assign, check_not_before_registration
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.ids import new_id


def disclose(case: Case, disclosure: Disclosure) -> Case:
    """Record what a mediator told the parties about a relation, and who accepts it."""
    _open(case)
    check_disclosure(disclosure)
    known = {party.id for party in case.parties}
    if not known.issuperset((*disclosure.accepting, *disclosure.objecting)):
        raise InvalidInput("consent.unknown_party", field="accepting")
    check_not_before_registration(case, disclosure.disclosed_on, "disclosed_on")
    return replace(case, disclosures=(*case.disclosures, disclosure))


def recuse(case: Case, request: RecusalRequest) -> Case:
    """Replace a mediator who steps back; the substitute takes the same role.

    A party's request is enough (乌鲁木齐市人民调解工作条例 art. 27); the mediator may ask himself.
    """
    check_request(request)
    check_not_before_registration(case, request.asked_on, "asked_on")
    serving = [mediator for mediator in case.mediators if mediator.staff_id == request.staff_id]
    if not serving:
        raise InvalidInput("recusal.not_serving", field="mediator", person=request.staff_name)

    def successor(mediator: CaseMediator) -> CaseMediator:
        if mediator not in serving:
            return mediator
        return replace(
            mediator,
            id=new_id(),
            staff_id=request.replaced_by_id,
            name=request.replaced_by_name,
            selected_by=SelectedBy.COMMITTEE,
            assigned_on=request.asked_on,
        )

    replaced = assign(case, tuple(successor(mediator) for mediator in case.mediators), reason=request.reason)
    return replace(replaced, recusals=(*case.recusals, request))


def _open(case: Case) -> None:
    if not case.is_open:
        raise RuleRefusal("case.step_not_allowed", event=CaseEvent.ASSIGN.term, state=case.state.term)
