"""Sending on anew, setting warnings aside and mediating jointly through the forms of the workspace."""

from app.domain.disputes.sources import MediationChannel, RiskLevel
from app.domain.disputes.triage.units import HandlingUnit
from app.domain.values.ids import new_id
from app.presenters.workspace import menu
from app.presenters.workspace.forms.course.handling import read_units, unit_lines


def test_a_case_is_sent_on_anew_with_a_reason(presenter, view, centre):
    own = HandlingUnit(id=new_id(), name=centre.committee.name, organisation_id=centre.committee.id)
    other = HandlingUnit(id=new_id(), name="区住建局", channel=MediationChannel.ADMINISTRATIVE)
    for unit in (own, other):
        centre.services.places.save_unit(unit, actor=centre.actor)
    case = centre.registered()
    presenter.open(case.id)
    presenter.ask(menu.TRIAGE)
    view.form.fill(unit=str(other.id)).send()
    assert "理由" in str(view.form.problems)
    view.form.fill(override_reason="须由主管部门查处", risk="high").send()
    assert view.form.is_finished, view.form.problems
    kept = view.folder.case
    assert (kept.channel, kept.risk) == (MediationChannel.ADMINISTRATIVE, RiskLevel.HIGH)
    assert kept.triages[-1].advised_unit == own.name


def test_a_warning_is_set_aside_from_the_case(presenter, view, centre):
    case = centre.registered(facts="索赔被拒后扬言报复")
    presenter.open(case.id)
    presenter.ask(menu.RISK)
    view.form.fill(reason="核实为气话").send()
    assert view.form.is_finished, view.form.problems
    assert view.folder.case.risk_dismissals[0].code == "threat"


def test_units_that_help_are_typed_one_a_line_and_keep_their_ids(presenter, view, centre):
    case = centre.registered()
    presenter.open(case.id)
    presenter.ask(menu.SHARE)
    view.form.fill(units="区住建局，核实室温，刘科长，0990-6225504\n石化派出所").send()
    assert view.form.is_finished, view.form.problems
    units = view.folder.case.co_organisations
    assert [(u.name, u.duty, u.contact, u.phone) for u in units] == [
        ("区住建局", "核实室温", "刘科长", "0990-6225504"),
        ("石化派出所", "", "", ""),
    ]
    assert read_units(unit_lines(units), units) == units
