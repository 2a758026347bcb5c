"""Disclosing and stepping back through the forms of the workspace."""

from dataclasses import replace

import pytest

from app.domain.people.relations import read_relations
from app.presenters.workspace import menu
from tests.support.builders import a_member


@pytest.fixture
def kin(centre):
    """A case in acceptance whose respondent is the mediator's sister."""
    case = centre.accepted()
    people = centre.services.people
    member = next(m for m in people.staff() if m.id == centre.mediator.id)
    told = read_relations(f"妹妹 {case.parties[1].name}")
    people.save_staff(replace(member, relations=told), actor=centre.actor)
    return case


def test_the_form_of_appointing_warns_and_refuses_beside_the_name(presenter, view, centre, kin):
    presenter.open(kin.id)
    presenter.ask(menu.ASSIGN)
    options = dict(view.form.presenter.form.fields[0].options)
    assert options[str(centre.mediator.id)].endswith("须回避")
    view.form.fill(first=str(centre.mediator.id)).send()
    assert not view.form.is_finished
    assert "须回避" in str(view.form.problems)


def test_after_disclosure_and_the_yes_of_all_the_appointment_goes_through(presenter, view, centre, kin):
    presenter.open(kin.id)
    presenter.ask(menu.DISCLOSE)
    assert view.form.presenter.form.initial()["mediator"] == str(centre.mediator.id)
    assert "妹妹" in view.form.presenter.form.initial()["what"]
    answers = {f"answer/{party.id}": "accepts" for party in kin.parties}
    view.form.fill(**answers).send()
    assert view.form.is_finished, view.form.problems
    presenter.ask(menu.ASSIGN)
    view.form.fill(first=str(centre.mediator.id)).send()
    assert view.form.is_finished, view.form.problems
    assert view.folder.case.lead.staff_id == centre.mediator.id


def test_a_party_asks_and_the_form_replaces_the_mediator(presenter, view, centre):
    case = centre.assigned()
    other = centre.services.people.save_staff(
        a_member(centre.committee, "帕提古丽"), actor=centre.actor
    ).value
    presenter.open(case.id)
    presenter.ask(menu.RECUSE)
    view.form.fill(
        mediator=str(centre.mediator.id),
        asked_by=str(case.parties[1].id),
        reason="认为与申请人相熟",
        replacement=str(other.id),
        decided_by="调委会主任周敏",
    ).send()
    assert view.form.is_finished, view.form.problems
    assert view.folder.case.lead.name == "帕提古丽"
    assert view.folder.case.recusals[0].asked_by_name == case.parties[1].name
