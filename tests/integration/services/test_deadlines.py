"""The centre's own holidays and periods: compared, kept, and wound into every clock, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.archive.data_folder import DataFolder
from app.bootstrap import build_services
from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.disputes.clocks import ClockKind
from app.domain.duties.deadlines.local_periods import LocalPeriod
from app.domain.errors import InvalidInput, NotFound, RuleRefusal, StaleWrite
from app.domain.values.days.periods import PeriodUnit
from app.domain.values.ids import new_id
from app.services.duties import deadlines as service
from tests.support.centres import program_rules
from tests.support.notices import NOTICE_2026, NOTICE_2027

PUSHED = NOTICE_2026.replace(
    "七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。",
    "七、国庆节：10月1日（周四）至7日（周三）、11月5日（周四）放假调休，共8天。",
)
"""2026 with one invented day off more: 5 November, the last day to accept what came on the 2nd."""


def own(amount=5, **given):
    told = {"rule_id": "D-02", "unit": PeriodUnit.WORKING_DAY, "basis": "区司法局通知"}
    return LocalPeriod(id=new_id(), amount=amount, **(told | given))


def another_program(centre, location):
    """Build the services once more over the same database, as another computer does."""
    return build_services(
        centre.store, DataFolder(location.data_folder), centre.clock, program_rules(), centre.renderer
    )


def due_days(centre):
    lines = centre.services.lists.page(CaseFilter(view=CaseView.ALL), 0, 100)
    return [line.due_on for line in lines]


def test_a_notice_shows_what_it_moves_before_it_is_kept_and_winds_all_clocks_after(centre):
    cases = [centre.registered() for _ in range(3)]
    deadlines = centre.services.deadlines
    assert due_days(centre) == [date(2026, 11, 5)] * 3
    notice = deadlines.read_notice(2026, PUSHED, "某号")
    seen = deadlines.preview(notice=notice)
    assert (seen.looked_at, seen.last) == (3, None)
    assert {(clock.kind, clock.before, clock.after) for clock in seen.moved} == {
        (ClockKind.ACCEPTANCE, date(2026, 11, 5), date(2026, 11, 6))
    }
    assert deadlines.notice(2026) is None
    assert due_days(centre) == [date(2026, 11, 5)] * 3

    done = deadlines.save_notice(notice, actor=centre.actor)
    assert deadlines.notice(2026) == done.value
    # Whoever opens a case sees the new day at once, before its line is wound.
    assert centre.services.cases.folder(cases[0].id).clocks[0].last_day == date(2026, 11, 6)
    wound = deadlines.rewind()
    assert (wound.looked_at, wound.last) == (3, None)
    assert wound.changes.ids("case") == {case.id for case in cases}
    assert due_days(centre) == [date(2026, 11, 6)] * 3
    assert deadlines.rewind().looked_at == 0


def test_what_a_centre_keeps_is_in_the_history_with_its_author(centre):
    deadlines = centre.services.deadlines
    notice = deadlines.save_notice(deadlines.read_notice(2027, NOTICE_2027), actor=centre.actor).value
    period = deadlines.save_period(own(), actor=centre.actor).value
    with centre.store.look() as work:
        entries = [*work.history.of_subject(notice.id), *work.history.of_subject(period.id)]
    assert [(entry.act, entry.actor_name) for entry in entries] == [
        ("holidays.saved", centre.actor.name),
        ("local_period.saved", centre.actor.name),
    ]


def test_batches_go_on_where_the_last_one_ended_and_a_crash_is_finished_at_the_next_start(
    centre, location, monkeypatch
):
    monkeypatch.setattr(service, "BATCH", 2)
    for _ in range(5):
        centre.registered()
    deadlines = centre.services.deadlines
    notice = deadlines.read_notice(2026, PUSHED)
    looked, moved, after = 0, 0, None
    while True:
        batch = deadlines.preview(notice=notice, after=after)
        looked, moved, after = looked + batch.looked_at, moved + len(batch.moved), batch.last
        if after is None:
            break
    assert (looked, moved) == (5, 5)
    deadlines.save_notice(notice, actor=centre.actor)
    assert deadlines.rewind().looked_at == 2
    assert sorted(due_days(centre)) == [date(2026, 11, 5)] * 3 + [date(2026, 11, 6)] * 2
    # The program stops here; another one opens the same data.
    again = another_program(centre, location)
    assert again.deadlines.finish_rewinding() == 5  # what it ships is new to this database too
    assert due_days(centre) == [date(2026, 11, 6)] * 5
    assert again.deadlines.finish_rewinding() == 0


def test_another_computer_counts_by_the_new_rules_at_its_next_look(centre, location):
    other = another_program(centre, location)
    case = centre.registered()
    assert other.cases.folder(case.id).clocks[0].last_day == date(2026, 11, 5)
    centre.services.deadlines.save_period(own(2), actor=centre.actor)
    assert other.cases.folder(case.id).clocks[0].last_day == date(2026, 11, 4)
    assert "本地设置（区司法局通知）" in other.cases.folder(case.id).clocks[0].explanation


def test_two_people_never_overwrite_each_others_year_or_period(centre):
    deadlines = centre.services.deadlines
    first = deadlines.save_notice(deadlines.read_notice(2027, NOTICE_2027), actor=centre.actor).value
    with pytest.raises(StaleWrite):
        deadlines.save_notice(deadlines.read_notice(2027, NOTICE_2027, "别号"), actor=centre.actor)
    second = deadlines.save_notice(replace(first, basis="补正"), actor=centre.actor).value
    assert second.version == 2
    with pytest.raises(StaleWrite):
        deadlines.save_notice(replace(first, basis="旧"), actor=centre.actor)
    deadlines.save_period(own(), actor=centre.actor)
    with pytest.raises(StaleWrite):
        deadlines.save_period(own(7), actor=centre.actor)


def test_law_is_not_set_here(centre):
    deadlines = centre.services.deadlines
    with pytest.raises(RuleRefusal, match=r"local_period\.of_law"):
        deadlines.save_period(own(rule_id="D-12"), actor=centre.actor)
    with pytest.raises(RuleRefusal, match=r"local_period\.of_law"):
        deadlines.preview(period=own(rule_id="D-12"))
    with pytest.raises(InvalidInput, match=r"holidays"):
        deadlines.read_notice(2027, "元旦放假")


def test_a_rule_is_worked_out_from_any_day(centre):
    example = centre.services.deadlines.example("D-12", date(2026, 1, 16))
    assert example.last_day == date(2026, 2, 24)
    assert "逢春节顺延" in example.explanation
    assert centre.services.deadlines.example("D-20", date(2026, 1, 16)) is None
    assert centre.services.deadlines.example("D-01", date(2026, 1, 16)) is None
    with pytest.raises(NotFound):
        centre.services.deadlines.example("D-99", date(2026, 1, 16))
