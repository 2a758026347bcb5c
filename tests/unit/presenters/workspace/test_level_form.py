"""Raising a case through the form of the workspace."""

from dataclasses import replace
from datetime import timedelta

from app.presenters.workspace import menu


def test_a_case_is_raised_with_who_agreed(presenter, view, centre):
    ladders = centre.services.ladders
    ladders.save(replace(ladders.presets[0], effective_from=centre.today), actor=centre.actor)
    case = centre.registered()
    centre.clock.moment += timedelta(days=10)
    presenter.open(case.id)
    presenter.ask(menu.RAISE)
    assert view.form.presenter.form.initial()["reason"] == "社区级时限已到，尚未化解"
    view.form.send()
    assert view.form.problems["agreed_by"] == "填写谁同意升级"
    view.form.fill(agreed_by="周敏", receiver="街道调委会").send()
    assert view.form.is_finished, view.form.problems
    assert view.folder.case.level.name == "街道"


def test_without_a_ladder_nothing_can_be_raised(presenter, view, centre):
    case = centre.registered()
    presenter.open(case.id)
    assert "升级" not in view.menu
