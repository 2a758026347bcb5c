"""Ladders kept, confirmed and used: levels of cases and due days of duties; on both databases."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.disputes.clocks import ClockKind
from app.domain.duties.four_duties import DutyKind
from app.domain.errors import InvalidInput, RuleRefusal, StaleWrite


@pytest.fixture
def ladder(centre):
    ladders = centre.services.ladders
    adopted = replace(ladders.presets[0], effective_from=centre.today - timedelta(days=30))
    return ladders.save(adopted, actor=centre.actor).value


def raise_it(centre, case, **given):
    told = {"reason": "到期未化解", "agreed_by": "周敏", "receiver": "石化社区"} | given
    return centre.services.ladders.raise_level(
        case.id, **told, actor=centre.actor, version=case.version
    ).value


def test_without_a_ladder_nothing_changes(centre):
    case = centre.registered()
    assert (case.levels, centre.services.ladders.in_force()) == ((), None)
    with pytest.raises(RuleRefusal, match=r"level\.no_ladder"):
        raise_it(centre, case)


def test_a_new_case_stands_on_its_level_and_its_duties_are_placed(centre, ladder):
    case = centre.registered()
    assert case.level.name == "社区"  # the committee's tier
    folder = centre.services.cases.folder(case.id)
    level = next(clock for clock in folder.clocks if clock.kind is ClockKind.LEVEL)
    assert "社区级" in level.explanation
    duty = folder.duties.duty(DutyKind.INVESTIGATE)
    assert (duty.due_on, duty.due_basis) == (date(2026, 11, 5), "登记次日起按335730累计：网格3日")
    line = centre.services.lists.line(case.id)
    assert (line.due_on, line.due_kind) == (level.last_day, level.kind) or line.due_on <= level.last_day


def test_raising_is_one_step_with_who_agreed_and_history(centre, ladder):
    case = centre.registered()
    with pytest.raises(InvalidInput, match=r"level\.agreed_by_missing"):
        raise_it(centre, case, agreed_by="")
    up = raise_it(centre, case)
    assert (up.level.name, up.tier, up.level.receiver) == ("街道", "街道", "石化社区")
    assert [level.name for level in up.levels] == ["社区", "街道"]
    folder = centre.services.cases.folder(case.id)
    assert (folder.case, folder.history[0].act) == (up, "case.raised")
    with pytest.raises(StaleWrite):
        raise_it(centre, case)


def test_a_changed_ladder_moves_no_clock_of_an_old_case(centre, ladder):
    case = centre.registered()
    before = centre.services.cases.folder(case.id).clocks
    longer = replace(ladder, rungs=tuple(replace(rung, limit=rung.limit + 10) for rung in ladder.rungs))
    centre.services.ladders.save(longer, actor=centre.actor)
    assert centre.services.cases.folder(case.id).clocks == before
    assert raise_it(centre, case).level.limit == 15


def test_confirming_names_the_document_and_new_clocks_lose_the_mark(centre, ladder):
    ladders = centre.services.ladders
    with pytest.raises(InvalidInput, match=r"ladder\.document_missing"):
        ladders.confirm(ladder.id, " ", actor=centre.actor, version=ladder.version)
    ladders.confirm(ladder.id, "红政法〔2026〕3号", actor=centre.actor, version=ladder.version)
    case = centre.registered()
    clock = next(c for c in centre.services.cases.folder(case.id).clocks if c.kind is ClockKind.LEVEL)
    assert clock.is_verified
    assert "未核实" not in clock.explanation


def test_expiry_never_ends_a_mediation(centre, ladder):
    case = centre.mediating()
    centre.clock.moment += timedelta(days=200)
    centre.services.cases.rewind_passed_clocks()
    assert centre.case(case.id).state is case.state
