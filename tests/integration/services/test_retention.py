"""How long files are kept, on both databases: set by an organisation, taken by a file when it is archived."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.case_file.retention import FileEnding, RetentionRule, ending_of
from app.domain.disputes.cases import NonAcceptanceReason
from app.domain.errors import InvalidInput, RuleRefusal, StaleWrite
from app.domain.values.ids import new_id

BASIS = "市档案局〔2026〕5号"


def rule(retention, dispute_type="", ending=None):
    return RetentionRule(id=new_id(), retention=retention, dispute_type=dispute_type, ending=ending)


def test_classes_are_set_confirmed_and_confirmed_anew_with_their_history(centre):
    retention, own = centre.services.retention, centre.committee.id
    shipped = retention.book(own)
    assert (retention.own(own), shipped.classes[-1], shipped.is_verified) == (None, "定期30年", False)
    begun = replace(shipped, classes=("永久", "定期30年"), basis=BASIS, is_verified=True)
    saved = retention.save(begun, actor=centre.actor).value
    assert (saved.version, saved.is_verified) == (1, True)
    changed = replace(saved, rules=(rule("永久", ending=FileEnding.AGREED),))
    again = retention.save(changed, actor=centre.actor).value
    assert (again.is_verified, retention.own(own)) == (False, again)
    with centre.store.unit_of_work(centre.actor) as work:
        (latest, _first) = work.history.of_subject(saved.id)
    assert latest.act == "retention_book.set"
    assert {"is_verified", "rules.0.retention"} <= {change.field for change in latest.changes}
    with pytest.raises(StaleWrite):
        retention.save(saved, actor=centre.actor)
    with pytest.raises(RuleRefusal, match=r"retention\.one_only"):
        retention.save(replace(shipped, id=new_id()), actor=centre.actor)


def test_a_file_without_a_class_gets_the_default_when_it_is_archived_and_no_other(centre):
    services, actor = centre.services, centre.actor
    case, chosen = (closed(centre) for _round in range(2))
    rules = (rule("短期"), rule("永久", case.dispute_type), rule("长期", case.dispute_type, ending_of(case)))
    book = replace(services.retention.book(centre.committee.id), rules=rules, basis=BASIS, is_verified=True)
    services.retention.save(book, actor=actor)
    file = services.cases.folder(chosen.id).file
    services.case_files.save(replace(file, retention="十五年"), actor=actor)
    usual = services.cases.folder(case.id).usual_retention
    assert (usual, usual.ending) == (rules[-1], FileEnding.DECLINED)
    for one in (case, chosen):
        services.lifecycle.archive(one.id, actor=actor, version=centre.case(one.id).version)
    folder = services.cases.folder(case.id)
    assert (folder.file.retention, folder.file.retention_basis) == ("长期", BASIS)
    assert "case_file.kept_by_default" in [entry.act for entry in folder.history[:3]]
    assert services.cases.folder(chosen.id).file.retention == "十五年"


def closed(centre):
    case = centre.registered()
    services, unclear = centre.services, NonAcceptanceReason.UNCLEAR
    return services.cases.decline(
        case.id, unclear, "", centre.today, actor=centre.actor, version=case.version
    ).value


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"classes": ()}, "no_classes"),
        ({"classes": ("永久", "永久")}, "class_twice"),
        ({"rules": (rule("百年"),)}, "class_in_use"),
        ({"rules": (rule("永久"), rule("长期"))}, "rule_twice"),
        ({"is_verified": True, "basis": " "}, "basis_missing"),
    ],
)
def test_a_book_that_cannot_stand_is_refused(file_centre, given, code):
    retention = file_centre.services.retention
    with pytest.raises(InvalidInput, match=code):
        retention.save(replace(retention.book(file_centre.committee.id), **given), actor=file_centre.actor)
