"""Lists answer alike on both databases: views, filters, orders, paging and counts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.disputes.case_lines import CaseFilter, CaseSort, CaseView
from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.sources import MediationChannel, RiskLevel
from app.domain.disputes.states import CaseState
from app.domain.errors import NotFound
from app.domain.values.ids import new_id
from tests.support.casebook import a_case, a_mediator, a_party, an_organisation
from tests.support.databases import REGISTRAR, START

TODAY = START.date()


@pytest.fixture
def book(store):
    """Six cases in known states with known clocks."""
    ours = an_organisation()
    lead = new_id()
    plan = (
        (CaseState.MEDIATING, TODAY + timedelta(days=2), RiskLevel.LOW),
        (CaseState.MEDIATING, TODAY - timedelta(days=3), RiskLevel.HIGH),
        (CaseState.REGISTERED, None, RiskLevel.VERY_HIGH),
        (CaseState.PERFORMED, TODAY + timedelta(days=9), RiskLevel.MEDIUM),
        (CaseState.CLOSED, None, RiskLevel.LOW),
        (CaseState.MEDIATING, TODAY, RiskLevel.MEDIUM),
    )
    cases = []
    with store.unit_of_work(REGISTRAR) as work:
        work.organisations.add(ours, act="test.added")
        for place, (state, due, risk) in enumerate(plan):
            case = a_case(
                ours,
                number=f"2026-{place + 1:04}",
                state=state,
                risk=risk,
                registered_at=START + timedelta(days=place),
                mediators=(a_mediator(lead, "阿曼古丽"),) if place < 2 else (),
            )
            cases.append(work.cases.add(case, act="case.registered"))
            work.cases.set_clock(case.id, due_on=due, kind=ClockKind.MEDIATION if due else None)
        work.commit()
    return store, cases, lead


def numbers(lines):
    return [int(line.intake_number[-4:]) for line in lines]


def page(book, staff_id=None, **wanted):
    store, _, _ = book
    with store.reads() as reads:
        found = reads.cases.page(CaseFilter(**wanted), TODAY, staff_id=staff_id)
        assert reads.cases.count(CaseFilter(**wanted), TODAY, staff_id=staff_id) == len(found)
        assert reads.cases.ids(CaseFilter(**wanted), TODAY, staff_id=staff_id, limit=99) == tuple(
            line.id for line in found
        )
    return numbers(found)


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (CaseView.OPEN, [2, 6, 1, 4, 3]),
        (CaseView.DUE_SOON, [6, 1]),
        (CaseView.OVERDUE, [2]),
        (CaseView.TO_FOLLOW_UP, [4]),
        (CaseView.CLOSED, [5]),
        (CaseView.ALL, [2, 6, 1, 4, 5, 3]),
        (CaseView.MINE, []),
    ],
)
def test_each_view_shows_its_cases_by_due_day_and_then_the_newest_first(book, view, expected):
    assert page(book, view=view) == expected


def test_what_i_carry(book):
    assert page(book, staff_id=book[2], view=CaseView.MINE) == [2, 1]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (CaseSort.REGISTERED, [6, 5, 4, 3, 2, 1]),
        (CaseSort.RISK, [1, 5, 6, 4, 2, 3]),
        (CaseSort.STAGE, [3, 2, 6, 1, 4, 5]),
        (CaseSort.TITLE, [2, 6, 1, 4, 5, 3]),
    ],
)
def test_every_order_and_its_reverse(book, sort, expected):
    assert page(book, view=CaseView.ALL, sort=sort) == expected
    assert page(book, view=CaseView.ALL, sort=sort, is_descending=True) == expected[::-1]


def test_filters_narrow(book):
    _, cases, lead = book
    assert page(book, view=CaseView.ALL, risks=(RiskLevel.LOW, RiskLevel.VERY_HIGH)) == [1, 5, 3]
    assert page(book, view=CaseView.ALL, lead_ids=(lead,)) == [2, 1]
    assert page(book, view=CaseView.ALL, channels=(MediationChannel.JUDICIAL,)) == []
    assert page(book, view=CaseView.ALL, stages=(cases[2].stage,)) == [3]
    day = TODAY + timedelta(days=1)
    assert page(book, view=CaseView.ALL, registered_from=day, registered_to=day) == [2]
    assert page(book, view=CaseView.ALL, text="2026-0004") == [4]
    assert page(book, view=CaseView.ALL, text="没有这样的案件") == []


def test_pages_follow_each_other_without_gap_or_repeat(book):
    store, _, _ = book
    with store.reads() as reads:
        pages = [
            reads.cases.page(CaseFilter(view=CaseView.ALL), TODAY, offset=offset, limit=2)
            for offset in (0, 2, 4, 6)
        ]
    assert [numbers(found) for found in pages] == [[2, 6], [1, 4], [5, 3], []]


def test_counts_of_views(book):
    store, _, lead = book
    with store.reads() as reads:
        counts = reads.cases.view_counts(TODAY, staff_id=lead)
        assert reads.counts.open_by_lead() == {lead: 2}
    assert counts == {
        CaseView.OPEN: 5,
        CaseView.MINE: 2,
        CaseView.DUE_SOON: 2,
        CaseView.OVERDUE: 1,
        CaseView.TO_FOLLOW_UP: 1,
        CaseView.CLOSED: 1,
        CaseView.ALL: 6,
    }


def test_what_is_due(book):
    store, cases, lead = book
    with store.reads() as reads:
        assert numbers(reads.cases.due_between(None, TODAY)) == [2, 6]
        assert numbers(reads.cases.due_between(TODAY, TODAY + timedelta(days=3))) == [6, 1]
        assert numbers(reads.cases.due_between(None, date(2027, 1, 1), staff_id=lead)) == [2, 1]
        assert reads.cases.ids_due_by(TODAY, kinds={ClockKind.MEDIATION}) == (cases[1].id, cases[5].id)
        assert reads.cases.ids_due_by(TODAY, kinds={ClockKind.SIGNING}) == ()


@pytest.mark.parametrize("typed", ["0004", "4", "2026-0004", "6-0004"])
def test_number_tails(book, typed):
    store, _, _ = book
    with store.reads() as reads:
        assert numbers(reads.cases.by_number_tail(typed)) == [4]


@pytest.mark.parametrize("typed", ["", "04号楼", "2025-0004", "40", "九"])
def test_no_number_ends_so(book, typed):
    store, _, _ = book
    with store.reads() as reads:
        assert reads.cases.by_number_tail(typed) == ()


def test_a_line_follows_its_case_and_keeps_its_clock(book):
    store, cases, _ = book
    case = cases[0]
    parties = (*case.parties, a_party("热合曼", PartySide.RESPONDENT))
    with store.unit_of_work(REGISTRAR) as work:
        work.cases.save(replace(case, title="改过的案由", parties=parties), act="case.corrected")
        work.commit()
    with store.reads() as reads:
        line = reads.cases.line(case.id)
    assert (line.title, line.respondents) == ("改过的案由", "李四、热合曼")
    assert (line.due_on, line.due_kind) == (TODAY + timedelta(days=2), ClockKind.MEDIATION)


def test_a_clock_alone_touches_the_case_but_neither_version_nor_history(book):
    store, cases, _ = book
    with store.unit_of_work(REGISTRAR) as work:
        entries = len(work.history.of_case(cases[0].id, 99))
        work.cases.set_clock(cases[0].id, due_on=None, kind=None)
        changes = work.commit()
    assert changes.touched == {("case", cases[0].id)}
    with store.unit_of_work(REGISTRAR) as work:
        assert work.cases.get(cases[0].id).version == 1
        assert len(work.history.of_case(cases[0].id, 99)) == entries
        with pytest.raises(NotFound):
            work.cases.set_clock(new_id(), due_on=None, kind=None)
    with store.reads() as reads:
        assert reads.cases.line(cases[0].id).due_on is None


def test_no_line_of_an_unknown_case(store):
    with store.reads() as reads, pytest.raises(NotFound):
        reads.cases.line(new_id())
