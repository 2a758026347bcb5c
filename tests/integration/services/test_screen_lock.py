"""锁屏: who may set, try and clear a password, and what history tells of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.people.staff import StaffRole
from app.persistence.work import UnitOfWork


def told(centre, staff_id):
    work: UnitOfWork
    with centre.store.unit_of_work(centre.actor) as work:
        return [
            (entry.act, entry.actor_name, entry.note, entry.changes)
            for entry in work.history.of_subject(staff_id)
        ]


def test_without_a_password_anything_opens(centre):
    lock = centre.services.screen_lock
    assert not lock.has_password(centre.mediator.id)
    assert lock.opens(centre.mediator.id, "")


def test_one_sets_changes_and_removes_ones_own(centre):
    lock, actor = centre.services.screen_lock, centre.mediator.actor
    lock.set_own("", "2026-abc", actor=actor)
    assert lock.has_password(centre.mediator.id)
    assert lock.with_password() == {centre.mediator.id}
    assert lock.opens(centre.mediator.id, "2026-abc")
    assert not lock.opens(centre.mediator.id, "")
    with pytest.raises(InvalidInput, match=r"lock\.wrong_password") as refused:
        lock.set_own("2026-abd", "5555", actor=actor)
    assert refused.value.field == "old"
    lock.set_own("2026-abc", "5555", actor=actor)
    assert lock.opens(centre.mediator.id, "5555")
    lock.set_own("5555", "", actor=actor)
    assert not lock.has_password(centre.mediator.id)
    acts = [act for act, *_rest in told(centre, centre.mediator.id)]
    assert acts[:3] == ["staff.lock_password_removed", "staff.lock_password_set", "staff.lock_password_set"]


def test_history_says_that_it_was_set_and_nothing_of_it(centre):
    centre.services.screen_lock.set_own("", "geheim-77", actor=centre.mediator.actor)
    act, who, note, changes = told(centre, centre.mediator.id)[0]
    assert (act, who, note, changes) == ("staff.lock_password_set", centre.mediator.name, "", ())


def test_a_forgotten_one_is_cleared_by_a_director_alone(centre):
    lock = centre.services.screen_lock
    lock.set_own("", "vergessen", actor=centre.mediator.actor)
    with pytest.raises(RuleRefusal, match=r"lock\.director_only"):
        lock.clear(centre.mediator.id, actor=centre.registrar.actor)
    assert lock.has_password(centre.mediator.id)
    people = centre.services.people
    registrar = next(member for member in people.staff() if member.id == centre.registrar.id)
    director = people.save_staff(replace(registrar, roles=(StaffRole.DIRECTOR,)), actor=centre.actor).value
    assert lock.clear(centre.mediator.id, actor=director.actor).value == centre.mediator.name
    assert lock.opens(centre.mediator.id, "")
    assert told(centre, centre.mediator.id)[0][:2] == ("staff.lock_password_cleared", director.name)
