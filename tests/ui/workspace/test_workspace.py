from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit

from app.domain.mediation.sessions import SessionResult
from app.presenters.navigation import (
    PAGE_CASES,
    TAB_DOCUMENTS,
    TAB_EVIDENCE,
    TAB_OVERVIEW,
    TAB_SESSIONS,
)
from app.presenters.workspace import menu
from app.ui.screens.workspace.panes import CasePane
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields.masked import MaskedNumberText
from tests.support.builders import a_party, some_parties

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def dialog(qtbot, screen):
    """The form that is open, once the window system has made it the active window."""
    form = [found for found in screen.findChildren(Dialog) if found.isVisible()][-1]
    qtbot.waitUntil(form.isActiveWindow)
    return form


def back_to(qtbot, screen):
    """Without a window manager nobody activates the window when its dialog closes."""
    screen.window_around.activateWindow()
    qtbot.waitUntil(screen.window_around.isActiveWindow)


def focused():
    return QApplication.focusWidget()


def in_session(screen):
    """Begin a record without an appointment, as for people who just came."""
    screen.show_tab(TAB_SESSIONS)
    screen._middle.pane(TAB_SESSIONS)._empty._button.click()
    return screen


def test_the_next_step_is_taken_by_keys_alone(qtbot, opened, centre):
    case = centre.registered()
    screen = opened(case)
    for party in case.parties:
        back_to(qtbot, screen)
        screen._header.step.setFocus()
        qtbot.keyClick(screen._header.step, Qt.Key.Key_F9)
        form = dialog(qtbot, screen)
        form._rows["answer"].focus()
        qtbot.keyClick(focused(), Qt.Key.Key_1)
        form._rows["manner"].focus()
        qtbot.keyClick(focused(), Qt.Key.Key_2)
        qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
        assert centre.case(case.id).consent_of(party.id) is not None
    assert screen._header.step.text() == "受理"
    back_to(qtbot, screen)
    qtbot.keyClick(screen._header.step, Qt.Key.Key_F9)
    qtbot.keyClick(dialog(qtbot, screen), Qt.Key.Key_Return, CTRL)
    assert screen._header.step.text() == "指派调解员"


def test_an_identity_number_is_shown_on_record_only(qtbot, opened, centre):
    told = replace(a_party("马小军"), identity_number="650203197904124528")
    case = centre.registered((told, *some_parties()[1:2]))
    screen = opened(case, TAB_OVERVIEW)
    number = screen.findChild(MaskedNumberText)
    qtbot.waitUntil(number.isVisible)
    assert number.words.text() == "居民身份证　650203********4528"
    number.button.setFocus()
    qtbot.keyClick(number.button, Qt.Key.Key_Space)
    assert number.words.text() == "650203197904124528"
    assert number.button.hasFocus()
    entry = screen.presenter.folder.history[0]
    assert (entry.act, entry.note) == ("party.revealed", "马小军　证件号")


def test_a_refusal_stands_beside_its_field_and_takes_the_focus(qtbot, opened, centre):
    screen = opened(centre.registered())
    screen.presenter.press_step()
    form = dialog(qtbot, screen)
    form._rows["answer"].editor._choose(0)
    form._rows["manner"].editor._choose(0)
    row = form._rows["asked_on"]
    row.editor.selectAll()
    qtbot.keyClicks(row.editor, "2026-2-30")
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert form.isVisible()
    assert focused() is row.editor
    assert "没有这一天" in row.editor.accessibleDescription()
    assert row.editor.text() == "2026-2-30"


def test_a_note_closed_by_esc_waits_with_its_text(qtbot, opened, centre):
    screen = opened(centre.registered())
    qtbot.keyClick(screen._header.step, Qt.Key.Key_J, CTRL)
    form = dialog(qtbot, screen)
    qtbot.keyClicks(form._rows["note"].editor, "half")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    screen.ask(menu.NOTE)
    again = dialog(qtbot, screen)
    assert again._rows["note"].editor.value() == "half"
    assert again._kept.isVisible()
    again._kept._retry.click()
    assert again._rows["note"].editor.value() == ""


def test_a_session_is_written_by_keys_stamped_and_kept(qtbot, opened, centre, desk):
    case = centre.assigned()
    screen = opened(case)
    pane = in_session(screen)._middle.pane(TAB_SESSIONS)
    record = pane._editor._boxes["record"].editor
    assert focused() is record
    qtbot.keyClick(record, Qt.Key.Key_T, CTRL)
    qtbot.keyClicks(record, "begun")
    qtbot.keyClick(record, Qt.Key.Key_2, CTRL)
    assert focused() is pane._editor._speakers.boxes[1][1].editor
    qtbot.keyClicks(focused(), "said")
    assert pane.has_unsaved()
    assert pane._keep.isActive()
    pane._keep.timeout.emit()
    assert not pane.has_unsaved()
    assert desk.services.drafts.all(desk.actor)
    assert "已保存" in pane._saved.accessibleName()
    screen.show_tab(TAB_OVERVIEW)
    saved = centre.services.cases.folder(case.id).sessions[0]
    assert saved.record == "［09:30］begun"
    assert [(s.party_id, s.text) for s in saved.statements] == [(case.parties[1].id, "said")]


def test_private_notes_are_covered_until_asked_for_and_again_when_left(qtbot, opened, centre):
    case = centre.assigned()
    screen = in_session(opened(case))
    pane = screen._middle.pane(TAB_SESSIONS)
    caucus = pane._editor.caucus
    assert caucus.is_covered
    assert not caucus.field.isVisible()
    qtbot.keyClick(pane._editor._boxes["record"].editor, Qt.Key.Key_S, CTRL | SHIFT)
    assert focused() is caucus.field
    qtbot.keyClicks(caucus.field, "floor is eight")
    pane._editor._boxes["record"].editor.setFocus()
    assert caucus.is_covered
    assert "floor" not in caucus._said.text()
    screen.save_now()
    assert centre.services.cases.folder(case.id).sessions[0].caucus_notes == "floor is eight"


def test_typing_survives_another_desk_s_write(qtbot, opened, centre, desk):
    case = centre.assigned()
    screen = in_session(opened(case))
    record = screen._middle.pane(TAB_SESSIONS)._editor._boxes["record"].editor
    qtbot.keyClicks(record, "one two")
    place = record.textCursor().position()
    done = centre.services.cases.note(case.id, "来电", actor=centre.actor)
    desk.feed.announce(done.changes)
    assert (record.value(), record.textCursor().position()) == ("one two", place)
    assert focused() is record


def test_ending_a_session_asks_for_what_is_missing_then_closes_it_for_good(qtbot, opened, centre):
    case = centre.assigned()
    screen = in_session(opened(case))
    pane = screen._middle.pane(TAB_SESSIONS)
    record = pane._editor._boxes["record"].editor
    qtbot.keyClicks(record, "text")
    qtbot.keyClick(record, Qt.Key.Key_Return, CTRL)
    assert pane._strip.isVisible()
    pane._editor._choose_result(SessionResult.FAILED)
    assert pane._editor._ticks["routes_told"].isVisibleTo(pane)
    assert pane._editor._ticks["rights_told"].isChecked()  # remembered from the notice
    assert "记录告知" in pane._editor._ticks["rights_told"].text()
    pane._editor._ticks["routes_told"].click()
    qtbot.keyClick(record, Qt.Key.Key_Return, CTRL)
    assert record.isReadOnly()
    assert not pane._finish.isVisible()
    assert screen._header.step.text() == "终止调解"


def test_documents_are_previewed_issued_and_printed(qtbot, opened, centre, navigator):
    screen = opened(centre.registered(), TAB_DOCUMENTS)
    pane = screen._middle.pane(TAB_DOCUMENTS)
    assert not pane._issue.isVisible()
    pane._choices["application/"].click()
    assert pane._preview.page_count >= 1
    assert screen._middle.context.isVisible()
    pane._issue.click()
    assert pane._model.rowCount() == 1
    pane._table.setFocus()
    qtbot.keyClick(pane._table, Qt.Key.Key_P, CTRL)
    pdf, _title, copies = navigator.printed[0]
    assert (pdf[:4], copies) == (b"%PDF", 1)


def test_evidence_is_taken_in_by_dropping_it(qtbot, opened, centre, tmp_path):
    case = centre.registered()
    screen = opened(case, TAB_EVIDENCE)
    pane = screen._middle.pane(TAB_EVIDENCE)
    source = tmp_path / "合同.pdf"
    source.write_bytes(b"scan")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(source))])
    action, button, no_keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    pane.dropEvent(QDropEvent(QPointF(5, 5), action, dropped, button, no_keys))
    form = next(found for found in pane.findChildren(Dialog) if found.isVisible())
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert [entry.name for entry in centre.services.cases.folder(case.id).attachments] == ["合同.pdf"]
    assert pane._model.rowCount() == 1


def test_short_of_room_the_timeline_is_a_tab(opened, centre):
    case = centre.registered()
    wide = opened(case)
    assert wide._history.isVisible()
    assert "timeline" not in [choice.key for choice in wide._middle._tabs._choices]
    narrow = opened(case, size=(1280, 720))
    assert not narrow._history.isVisible()
    narrow.show_tab("timeline")
    assert narrow._history.isVisible()
    narrow.window_around.resize(1440, 900)
    assert narrow._splitter.indexOf(narrow._history) == 0


def test_esc_leaves_the_field_then_the_case(qtbot, opened, centre, navigator):
    screen = in_session(opened(centre.assigned()))
    record = screen._middle.pane(TAB_SESSIONS)._editor._boxes["record"].editor
    qtbot.keyClicks(record, "kept")
    qtbot.keyClick(record, Qt.Key.Key_Escape)
    assert navigator.pages == []
    assert focused() is screen._header.step
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert navigator.pages == [PAGE_CASES]


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.3), ("light", 1.5)])
def test_every_form_opens_in_every_look_and_fits_the_smallest_window(
    qtbot, opened, centre, style, *, theme, scale
):
    style.use(theme=theme, scale=scale)
    case = centre.assigned(3)
    screen = opened(case, size=(1280, 720))
    party = case.parties[0].id
    asked = [(entry, None) for entry in screen._header.menu_keys() if entry not in menu.WATCHED]
    asked += [(menu.PARTY, party), (menu.ADD_AGENT, party), (menu.CONSENT, party)]
    for key, subject in asked:
        screen.ask(key, subject)
        form = dialog(qtbot, screen)
        assert form.width() <= 1280
        assert form.height() <= 720, key
        form.close()


def test_every_pane_keeps_the_contract_and_everything_has_a_name(opened, centre):
    screen = opened(centre.assigned())
    for spec in screen._middle._specs:
        screen.show_tab(spec.key)
        pane: CasePane = screen._middle.pane(spec.key)
        assert pane.has_unsaved() is False
        pane.save_now()
    screen.presenter.press_step()
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
    nameless = [
        widget
        for kind in kinds
        for widget in screen.findChildren(kind)
        if widget.isVisible() and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.5])
def test_a_long_title_never_makes_the_window_wider(opened, centre, style, scale):
    style.use(scale=scale)
    screen = opened(
        centre.registered(4, title="石油新城小区三号楼供暖不热集体要求退费并赔偿财产损失纠纷"),
        size=(1280, 720),
    )
    for spec in screen._middle._specs:
        screen.show_tab(spec.key)
    assert screen.window_around.width() == 1280
    assert screen.minimumSizeHint().width() <= 1280 - style.px(76)
