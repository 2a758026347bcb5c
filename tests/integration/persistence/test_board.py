"""The board of the four duties counts and narrows by who answers, what is late and what nobody has."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.disputes.states import CaseState
from app.domain.duties.board import BoardFilter, BoardHead, BoardView
from app.domain.duties.four_duties import Duty, DutyExtension, DutyKind, DutyStatus, FourDuties
from app.domain.values.ids import new_id
from tests.support.casebook import a_case, an_organisation
from tests.support.databases import REGISTRAR, START

TODAY = START.date()
ALMA = new_id()


def duty(kind, *, person="", due=None, done=False, lead=""):
    return Duty(
        id=new_id(),
        kind=kind,
        responsible_person=person,
        responsible_id=ALMA if person == "阿曼古丽" else None,
        lead_official=lead,
        due_on=None if due is None else TODAY + timedelta(days=due),
        completed_on=TODAY if done else None,
        outcome="查明" if done else "",
        extensions=(
            DutyExtension(
                id=new_id(),
                reason="鉴定",
                approver="赵主任",
                approved_on=TODAY,
                previous_due=TODAY,
                new_due=TODAY + timedelta(days=1),
            ),
        ),
    )


PLANS = (
    # 1: investigated, mediation runs, the rest waits, follow-up has nobody
    (
        {"person": "阿曼古丽", "done": True, "lead": "赵主任"},
        {"person": "阿曼古丽", "due": 3},
        {"person": "马六", "due": 9},
        {},
    ),
    # 2: the investigation is late
    (
        {"person": "马六", "due": -1, "lead": "孙书记"},
        {"person": "马六", "due": 5},
        {"person": "马六"},
        {"person": "马六"},
    ),
    # 3: nobody has anything
    ({}, {}, {}, {}),
    # 4: closed, not on the board
    ({}, {}, {}, {}),
)


@pytest.fixture
def board(store):
    ours = an_organisation()
    made = []
    with store.unit_of_work(REGISTRAR) as work:
        work.organisations.add(ours, act="organisation.added")
        for place, plan in enumerate(PLANS):
            state = CaseState.CLOSED if place == 3 else CaseState.MEDIATING
            case = work.cases.add(
                a_case(ours, number=f"2026-{place + 1}", state=state), act="case.registered"
            )
            work.cases.set_clock(case.id, due_on=TODAY + timedelta(days=place), kind=None)
            duties = tuple(duty(kind, **given) for kind, given in zip(DutyKind, plan, strict=True))
            four = FourDuties(id=new_id(), case_id=case.id, duties=duties)
            made.append(work.duties.add(four, act="duties.opened"))
        work.commit()
    return store, made


def shown(board, **wanted):
    store, made = board
    with store.reads() as reads:
        lines = reads.duties.board(BoardFilter(**wanted), TODAY)
        survey = reads.duties.survey(BoardFilter(**wanted), TODAY)
        assert survey.count(BoardFilter(**wanted).view) == len(lines)
    for line in lines:
        assert line.duties in made
    return [int(line.case.intake_number[-1]) for line in lines]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, [1, 2, 3]),
        ({"view": BoardView.OVERDUE}, [2]),
        ({"view": BoardView.UNASSIGNED}, [1, 3]),
        ({"view": BoardView.MINE, "staff_id": ALMA}, [1]),
        ({"view": BoardView.MINE, "staff_id": new_id()}, []),
        ({"view": BoardView.MINE}, []),
        ({"lead_official": "孙书记"}, [2]),
        ({"view": BoardView.OVERDUE, "lead_official": "赵主任"}, []),
        ({"text": "2026-2"}, [2]),
        ({"text": "没有此人"}, []),
        ({"text": "2026-2", "view": BoardView.UNASSIGNED}, []),
    ],
)
def test_views(board, wanted, expected):
    assert shown(board, **wanted) == expected


def test_heads_count_what_each_duty_says_of_itself(board):
    store, made = board
    with store.reads() as reads:
        heads = reads.duties.survey(BoardFilter(), TODAY).heads(BoardView.ALL)
    for head in heads:
        statuses = [duties.status(head.kind, TODAY) for duties in made[:3]]
        assert head == BoardHead(
            kind=head.kind,
            done=statuses.count(DutyStatus.DONE),
            running=statuses.count(DutyStatus.RUNNING),
            overdue=statuses.count(DutyStatus.OVERDUE),
            waiting=statuses.count(DutyStatus.NOT_STARTED) + statuses.count(DutyStatus.UNASSIGNED),
        )
    assert [head.kind for head in heads] == list(DutyKind)


def test_heads_follow_a_completed_duty(board):
    store, made = board
    late = made[1]
    done = replace(late.duty(DutyKind.INVESTIGATE), completed_on=TODAY, outcome="查明")
    with store.unit_of_work(REGISTRAR) as work:
        work.duties.save(late.with_duty(done), act="duties.saved")
        work.commit()
    with store.reads() as reads:
        investigate, mediate, *_ = reads.duties.survey(BoardFilter(), TODAY).heads(BoardView.ALL)
    assert (investigate.done, investigate.overdue) == (2, 0)
    assert mediate.running == 2


def test_lead_officials_and_what_is_due(board):
    store, _ = board
    with store.reads() as reads:
        assert reads.duties.lead_officials() == ("孙书记", "赵主任")
        (owed,) = reads.duties.owed_by(ALMA)
        assert (owed.case.intake_number, owed.kind) == ("2026-1", owed.kind)
        assert reads.duties.owed_by(new_id()) == ()


def test_the_counts_of_the_views_are_those_of_their_lists(board):
    store, _ = board
    with store.reads() as reads:
        for staff_id in (ALMA, None):
            counted = {
                view: len(reads.duties.board(BoardFilter(view=view, staff_id=staff_id), TODAY))
                for view in BoardView
            }
            survey = reads.duties.survey(BoardFilter(staff_id=staff_id), TODAY)
            assert {view: survey.count(view) for view in BoardView} == counted
            assert counted[BoardView.UNASSIGNED] == 2


def test_an_empty_board(store):
    with store.reads() as reads:
        assert reads.duties.lead_officials() == ()
        assert reads.duties.board(BoardFilter(), TODAY) == ()
        survey = reads.duties.survey(BoardFilter(), TODAY)
        assert survey.count(BoardView.ALL) == 0
        assert [head.done for head in survey.heads(BoardView.ALL)] == [0, 0, 0, 0]
