"""The window of a batch: by keyboard alone from the list to the print, stopped by Esc and by the cross."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.filing.kinds import DocumentKind
from app.presenters.batches.presenter import BatchPresenter
from app.ui.page_maker import open_form
from app.ui.screens.batches.dialog import BatchDialog
from app.ui.screens.calendar.screen import CalendarScreen
from app.ui.screens.cases.screen import CasesScreen
from tests.support.list_desks import desk_of

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


class Stepping:
    """A runner that does one job at a time, when a test says so."""

    def __init__(self):
        self.jobs = []

    def submit(self, work, done, failed, *, lane="database"):
        self.jobs.append((work, done, failed))

    def go(self):
        while self.jobs:
            self.step()

    def step(self):
        work, done, failed = self.jobs.pop(0)
        try:
            answer = work()
        except Exception as problem:  # noqa: BLE001 - as the real runner hands it on
            failed(problem)
        else:
            done(answer)


@pytest.fixture
def runner():
    return Stepping()


@pytest.fixture
def desk(centre, runner):
    return desk_of(centre, runner=runner)


def dialogs_of(page):
    return page.findChildren(BatchDialog)


@pytest.fixture
def opened(kit, desk, on_stage, monkeypatch, navigator):
    def make(screen=CasesScreen):
        page = on_stage(screen(kit, desk, navigator))
        monkeypatch.setattr(navigator, "open_form", lambda form: open_form(kit, form, page), raising=False)
        desk.runner.go()
        return page

    return make


def batch_over(page, qtbot, runner, key):
    """Press Ctrl+P and give the dialog that comes."""
    qtbot.keyClick(key, KEY.Key_P, CTRL)
    runner.go()
    (dialog,) = dialogs_of(page)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_from_ticks_to_the_print_by_keyboard(centre, opened, qtbot, runner, monkeypatch):
    for _ in range(3):
        centre.registered()
    page = opened()
    table = page.table.view
    qtbot.keyClick(table, KEY.Key_Space)
    qtbot.keyClick(table, KEY.Key_Down)
    qtbot.keyClick(table, KEY.Key_Space)
    assert page.foot.batch.text() == "批量文书 2 件"
    dialog = batch_over(page, qtbot, runner, table)
    assert dialog._scope.text() == "已选的 2 件案件"
    assert dialog.kinds.hasFocus()
    dialog.kinds.setCurrentIndex(dialog.kinds.findText("人民调解当事人权利义务告知书"))
    dialog._presenter.choose("rights_notice")
    qtbot.keyClick(dialog.kinds, KEY.Key_Return, CTRL)
    assert dialog.stop.isVisible()
    assert dialog._count.text() == "第 1 件，共 2 件"
    qtbot.keyClick(dialog.stop, KEY.Key_Return, CTRL)
    assert dialog._presenter.is_running
    runner.go()
    assert dialog._summary.text() == "出具 2 份（2 件）"
    assert dialog.print.hasFocus()
    monkeypatch.setattr(
        type(centre.services.batches), "join", lambda _self, _parts, path, **_how: path.write_bytes(b"%PDF")
    )
    qtbot.keyClick(dialog.print, KEY.Key_P, CTRL)
    runner.go()
    navigator = dialog._presenter._navigator
    assert navigator.last("print_document") == (b"%PDF", "人民调解当事人权利义务告知书", 1)
    qtbot.keyClick(dialog, KEY.Key_Escape)
    assert not dialog.isVisible()


def test_escape_and_the_cross_stop_before_they_close(centre, opened, qtbot, runner):
    for _ in range(3):
        centre.registered()
    page = opened()
    dialog = batch_over(page, qtbot, runner, page.table.view)
    assert dialog._scope.text() == "列表中的 3 件案件"
    dialog._presenter.choose("rights_notice")
    qtbot.keyClick(dialog.kinds, KEY.Key_Return, CTRL)
    qtbot.keyClick(dialog, KEY.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.stop.isEnabled()
    runner.step()
    assert dialog.again.text() == "接着办 2 件"
    assert dialog.rows.items[0].outcome == "已出具"
    qtbot.keyClick(dialog.again, KEY.Key_Space)
    assert dialog.stop.isEnabled()
    dialog.close()
    assert dialog.isVisible()
    runner.go()
    assert dialog._summary.text() == "已停止：出具 2 份（2 件）；还有 1 件没有办。已出具的照样有效。"
    dialog.close()
    assert not dialog.isVisible()


def test_refused_cases_are_told_row_by_row_and_nothing_is_left_to_print(centre, opened, qtbot, runner):
    centre.registered()
    page = opened()
    dialog = batch_over(page, qtbot, runner, page.table.view)
    qtbot.keyClick(dialog.kinds, KEY.Key_Return, CTRL)
    runner.go()
    assert dialog.table.hasFocus()
    assert dialog._told.text() == "没有待举行的约定，先在日程里约定时间"
    assert not dialog.print.isEnabled()
    assert not dialog.again.isVisible()
    dialog.close()


def test_the_calendar_opens_the_notices_of_the_day_on_show(centre, opened, qtbot, runner):
    case = centre.assigned()
    service = centre.services.appointments
    appointment = service.prepare(centre.mediator, case_id=case.id).appointment
    service.save(appointment, actor=centre.actor)
    page = opened(CalendarScreen)
    page._presenter.open_day(appointment.day)
    runner.go()
    dialog = batch_over(page, qtbot, runner, page.grid)
    assert dialog.kinds.value() == DocumentKind.MEDIATION_NOTICE.value
    qtbot.keyClick(dialog.kinds, KEY.Key_Return, CTRL)
    runner.go()
    assert dialog._summary.text() == "出具 2 份（1 件）"
    dialog.close()
    page.modes.show_value("month")
    page._presenter.choose_mode("month")
    runner.go()
    assert not page.notices.isVisible()


def test_it_fits_at_large_type_in_the_dark(centre, desk, kit, navigator, qtbot):
    centre.registered()
    kit.style.use(theme="dark", scale=1.3)
    cases = centre.services.batches.found(CaseFilter(view=CaseView.ALL))
    dialog = BatchDialog(kit, BatchPresenter(desk, navigator, cases, scope="一件"))
    qtbot.addWidget(dialog)
    dialog.show()
    for verb in (dialog.back, dialog.begin):
        assert dialog.rect().contains(verb.geometry().translated(verb.parentWidget().pos()))
    QApplication.processEvents()
    assert dialog.height() < 720
