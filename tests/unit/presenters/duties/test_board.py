from dataclasses import replace
from datetime import timedelta

from app.domain.duties.board import BoardView
from app.domain.duties.four_duties import DutyKind, DutyStatus
from app.presenters.due_words import ChipKind
from app.presenters.duties.board import BoardPresenter
from tests.support.entry_forms import SeenEntry
from tests.support.list_desks import Recorder


def started(desk, window):
    view = Recorder()
    presenter = BoardPresenter(desk, window, view)
    presenter.start()
    return presenter, view


def rows(presenter):
    found = []
    presenter.request(0, 50, found.extend)
    return found


def duties_of(centre, case):
    return centre.services.cases.folder(case.id).duties


def assigned(centre, case, **changes):
    duties = duties_of(centre, case)
    kept = replace(
        duties.duty(DutyKind.INVESTIGATE),
        responsible_person=centre.mediator.name,
        responsible_id=centre.mediator.id,
        lead_official="周敏",
        **changes,
    )
    centre.services.duties.save_duty(case.id, kept, actor=centre.actor, version=duties.version)


def test_a_case_is_a_row_with_four_cards_in_words(desk, centre, window):
    case = centre.registered(tier="街道")
    assigned(centre, case, due_on=centre.today)
    presenter, view = started(desk, window)
    (row,) = rows(presenter)
    assert (row.case_id, row.tier) == (case.id, "街道级")
    statuses = [cell.status for cell in row.cells]
    assert statuses == [DutyStatus.RUNNING, *[DutyStatus.UNASSIGNED] * 3]
    first = row.cells[0]
    assert first.chip is not None
    assert first.chip.kind is ChipKind.TODAY
    assert first.spoken == "包调查，进行中，今天到期，责任领导周敏，责任人赵永安，2026 年 11 月 2 日 到期"
    assert "可指定责任人" in row.cells[1].spoken
    assert [head.running for head in view.last("show_heads")] == [1, 0, 0, 0]


def test_the_views_narrow_and_count(desk, centre, window):
    mine, late = centre.registered(), centre.registered()
    assigned(centre, mine)
    assigned(centre, late, due_on=centre.today)
    centre.clock.moment += timedelta(days=2)
    presenter, view = started(desk, window)
    shown, chosen = view.last("show_views")
    assert [(word, count) for _key, word, count in shown] == [
        ("全部", "2"),
        ("我负责", "2"),
        ("超期", "1"),
        ("未定人", "2"),
    ]
    assert chosen == BoardView.ALL.value
    presenter.choose_view(BoardView.OVERDUE.value)
    assert [row.case_id for row in rows(presenter)] == [late.id]
    assert rows(presenter)[0].cells[0].chip.text == "超期 2 天"


def test_a_lead_official_narrows_and_clearing_brings_all_back(desk, centre, window):
    assigned(centre, centre.registered())
    centre.registered()
    presenter, view = started(desk, window)
    assert view.last("show_officials") == (("周敏",), "")
    presenter.choose_official("周敏")
    assert view.last("show_count") == (1, True)
    presenter.choose_view(BoardView.OVERDUE.value)
    assert view.last("show_empty") == ("没有符合的案件。", "清除筛选")
    presenter.clear()
    assert view.last("show_count") == (2, True)


def test_a_name_narrows_and_clearing_empties_the_box(desk, centre, window):
    case = centre.registered(3)
    centre.registered(2)
    presenter, view = started(desk, window)
    presenter.narrow(" 阿依古丽 ")
    assert [row.case_id for row in rows(presenter)] == [case.id]
    assert [head.waiting for head in view.last("show_heads")] == [1, 1, 1, 1]
    presenter.narrow("没有此人")
    assert view.last("show_empty") == ("没有符合的案件。", "清除筛选")
    presenter.clear()
    assert view.last("show_text") == ""
    assert len(rows(presenter)) == 2


def test_saving_a_duty_brings_the_new_card(desk, centre, window):
    case = centre.registered()
    presenter, view = started(desk, window)
    presenter.open_duty(case.id, DutyKind.MEDIATE)
    form = view.last("open_form")
    assert SeenEntry(form.entry).fill(responsible_person="赵永安").send().is_finished
    assert rows(presenter)[0].cells[1].person == "赵永安"
    assert view.last("show_count") == (1, False)
    assert window.toasts[-1][0] == "包调处由赵永安负责"


def test_the_ledger_prints_what_the_board_shows(desk, centre, window):
    case = centre.registered()
    presenter, _view = started(desk, window)
    presenter.print_ledger()
    pdf, title, copies = window.printed[-1]
    assert (title, copies) == ("四包责任台账", 1)
    assert case.intake_number in pdf.decode()


def test_a_case_opens_at_its_duties(desk, centre, window):
    case = centre.registered()
    presenter, _view = started(desk, window)
    presenter.open_case(rows(presenter)[0])
    assert window.pages == [str(case.id)]


def test_an_empty_board_says_so(desk, window):
    _presenter, view = started(desk, window)
    assert view.last("show_empty") == ("还没有在办案件。登记后四包会列在这里。", "")
