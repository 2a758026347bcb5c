"""The four duties: order, status, extension, and who follows up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.duties.four_duties import (
    Duty,
    DutyExtension,
    DutyKind,
    DutyStatus,
    FourDuties,
    check_duty,
    extend,
    follow_up_by_mediator,
)
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.ids import new_id

TODAY = date(2026, 11, 18)


def four(**people: str) -> FourDuties:
    return FourDuties(
        id=new_id(),
        case_id=new_id(),
        duties=tuple(
            Duty(
                id=new_id(),
                kind=kind,
                responsible_person=people.get(kind.value, ""),
                due_on=date(2026, 11, 20),
            )
            for kind in DutyKind
        ),
    )


def test_a_duty_without_a_person_is_unassigned_whatever_its_date():
    duties = four()
    assert {duties.status(kind, date(2027, 1, 1)) for kind in DutyKind} == {DutyStatus.UNASSIGNED}


def test_only_the_first_unfinished_duty_runs():
    duties = four(investigate="赵永安", mediate="赵永安", close="李娟", follow_up="帕丽旦")
    assert [duties.status(kind, TODAY) for kind in DutyKind] == [
        DutyStatus.RUNNING,
        DutyStatus.NOT_STARTED,
        DutyStatus.NOT_STARTED,
        DutyStatus.NOT_STARTED,
    ]
    first = replace(duties.duty(DutyKind.INVESTIGATE), completed_on=TODAY, outcome="已查清")
    duties = duties.with_duty(first)
    assert duties.status(DutyKind.INVESTIGATE, TODAY) is DutyStatus.DONE
    assert duties.status(DutyKind.MEDIATE, TODAY) is DutyStatus.RUNNING


def test_a_duty_is_overdue_from_the_day_after_its_last_day():
    duties = four(investigate="赵永安")
    assert duties.status(DutyKind.INVESTIGATE, date(2026, 11, 20)) is DutyStatus.RUNNING
    assert duties.status(DutyKind.INVESTIGATE, date(2026, 11, 21)) is DutyStatus.OVERDUE


def an_extension(new_due: date, *, reason: str = "鉴定未出", approver: str = "周敏") -> DutyExtension:
    return DutyExtension(
        id=new_id(),
        reason=reason,
        approver=approver,
        approved_on=TODAY,
        previous_due=date(2026, 11, 20),
        new_due=new_due,
    )


def test_an_extension_moves_the_date_and_keeps_the_old_one():
    duty = extend(four().duties[0], an_extension(date(2026, 11, 30)))
    assert duty.due_on == date(2026, 11, 30)
    assert duty.extensions[0].previous_due == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("extension", "code"),
    [
        (an_extension(date(2026, 11, 20)), "extension.not_later"),
        (an_extension(date(2026, 11, 30), reason=" "), "extension.reason_missing"),
        (an_extension(date(2026, 11, 30), approver=""), "extension.approver_missing"),
    ],
)
def test_an_extension_needs_reason_approver_and_a_later_day(extension, code):
    with pytest.raises(InvalidInput, match=code):
        extend(four().duties[0], extension)


def test_a_finished_duty_is_not_extended():
    duty = replace(four(investigate="赵永安").duties[0], completed_on=TODAY, outcome="查清")
    with pytest.raises(RuleRefusal, match="already_done"):
        extend(duty, an_extension(date(2026, 11, 30)))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"due_on": date(2026, 11, 1)}, "duty.due_before_registration"),
        ({"completed_on": date(2026, 11, 1)}, "duty.done_before_registration"),
        ({"completed_on": TODAY, "outcome": "x"}, "duty.person_missing"),
        ({"completed_on": TODAY, "responsible_person": "赵永安"}, "duty.outcome_missing"),
    ],
)
def test_what_a_duty_may_not_say(fields, code):
    duty = replace(four().duties[0], **fields)
    with pytest.raises(InvalidInput, match=code):
        check_duty(duty, date(2026, 11, 9))


def test_follow_up_by_the_mediator_is_noticed():
    assert follow_up_by_mediator(four(follow_up="赵永安"), ("赵永安", "李娟"))
    assert not follow_up_by_mediator(four(follow_up="帕丽旦"), ("赵永安",))
    assert not follow_up_by_mediator(four(), ("赵永安", ""))
