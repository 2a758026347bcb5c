"""The scale of risk an organisation sets, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.disputes.risk.scales import begun_from
from app.domain.disputes.sources import RiskLevel
from app.domain.errors import InvalidInput, RuleRefusal, StaleWrite


def test_a_shipped_scale_stands_until_one_is_set_and_what_was_confirmed_is_confirmed_anew(centre):
    scales, own = centre.services.risk_scales, centre.committee.id
    assert scales.own(own) is None
    assert scales.in_force(own) == scales.shipped[0]
    begun = replace(begun_from(scales.shipped[0], own), is_verified=True, basis="市委政法委〔2026〕3号")
    saved = scales.save(begun, actor=centre.actor).value
    assert (saved.version, scales.in_force(own).is_verified) == (1, True)
    step = saved.steps[0]
    changed = replace(saved, steps=(replace(step, response="当日会商"), *saved.steps[1:]))
    again = scales.save(changed, actor=centre.actor).value
    assert (again.is_verified, again.steps[0].id) == (False, step.id)
    folder = centre.services.cases.folder(centre.registered().id)
    assert folder.risk_scale == again
    with centre.store.unit_of_work(centre.actor) as work:
        (latest, _first) = work.history.of_subject(saved.id)
    assert latest.act == "risk_scale.set"
    assert ("steps.0.response", step.response, "当日会商") in [
        (change.field, change.before, change.after) for change in latest.changes
    ]
    with pytest.raises(StaleWrite):
        scales.save(saved, actor=centre.actor)
    with pytest.raises(RuleRefusal, match=r"risk_scale\.one_only"):
        scales.save(begun_from(scales.shipped[1], own), actor=centre.actor)


@pytest.mark.parametrize(
    ("given", "field"),
    [({"name": " "}, "name"), ({"basis": ""}, "basis"), ({"steps": ()}, "name_low")],
)
def test_a_scale_names_every_level_and_its_basis(file_centre, given, field):
    scales = file_centre.services.risk_scales
    begun = replace(begun_from(scales.shipped[0], file_centre.committee.id), **given)
    with pytest.raises(InvalidInput) as refused:
        scales.save(begun, actor=file_centre.actor)
    assert refused.value.field == field
    assert {step.level for step in scales.shipped[0].steps} == set(RiskLevel)
