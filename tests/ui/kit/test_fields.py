from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.errors import InvalidInput
from app.domain.values.money import Money
from app.ui.shell import bind
from app.ui.widgets.fields import (
    ChipGroup,
    ChipItem,
    Choice,
    ChoiceField,
    DayField,
    FieldBox,
    LineField,
    MoneyField,
    TextField,
    TickField,
)

CTRL = Qt.KeyboardModifier.ControlModifier


def read_day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidInput("day.unreadable") from None


def shown(qtbot, *widgets):
    page = QWidget()
    column = QVBoxLayout(page)
    for widget in widgets:
        column.addWidget(widget)
    qtbot.addWidget(page)
    qtbot.kept = page  # qtbot itself holds it weakly
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    widgets[0].setFocus()
    return page


def compose(widget, preedit="", commit=""):
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("make", [LineField, TextField])
def test_text_of_any_length_stays_whole(kit, qtbot, make):
    field = make(kit)
    qtbot.addWidget(field)
    text = "纠纷经过" * 20_000
    field.insert(text)
    assert field.value() == text


def test_showing_a_value_is_not_typing(kit, qtbot):
    for field in (LineField(kit), TextField(kit)):
        typed = []
        field.on_typed(typed.append)
        shown(qtbot, field)
        field.show_value("甲")
        assert typed == []
        qtbot.keyClick(field, "x")
        assert len(typed) == 1


@pytest.mark.parametrize("make", [LineField, TextField])
def test_a_refresh_never_sweeps_away_what_is_being_composed(kit, qtbot, make):
    field = make(kit)
    shown(qtbot, field)
    compose(field, preedit="nihao")
    field.show_value("别人的值")
    compose(field, commit="你好")
    assert field.value() == "你好"


@pytest.mark.parametrize("make", [LineField, TextField])
@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_J, Qt.Key.Key_H])
def test_page_commands_reach_the_page_and_delete_nothing(kit, qtbot, make, key):
    field = make(kit)
    page = shown(qtbot, field)
    field.show_value("一二三")
    heard = []
    shortcut = QShortcut(QKeySequence(QKeySequence.fromString("Ctrl+" + chr(key.value))), page)
    shortcut.activated.connect(lambda: heard.append(1))
    override = QKeyEvent(QEvent.Type.ShortcutOverride, key, CTRL)
    override.setAccepted(False)
    QApplication.sendEvent(field, override)
    assert not override.isAccepted()
    press = QKeyEvent(QEvent.Type.KeyPress, key, CTRL)
    QApplication.sendEvent(field, press)
    assert field.value() == "一二三"
    heard.clear()
    qtbot.keyClick(field, key, CTRL)
    assert heard == [1]
    assert field.value() == "一二三"


@pytest.mark.parametrize("keys", ["Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F", "w", "1"])
def test_keys_of_input_methods_cannot_be_bound(kit, qtbot, keys):
    page = QWidget()
    qtbot.addWidget(page)
    with pytest.raises(ValueError, match="belongs"):
        bind(page, keys, lambda: None)


def test_enter_goes_on_and_control_enter_is_left_to_the_form(kit, qtbot):
    first, second = LineField(kit), LineField(kit)
    page = shown(qtbot, first, second)
    submitted = []
    bind(page, "Ctrl+Return", lambda: submitted.append(1))
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return, CTRL)
    assert submitted == [1]


def test_money_stands_in_its_own_form_after_leaving(kit, qtbot):
    money, other = MoneyField(kit, Money.parse), LineField(kit)
    shown(qtbot, money, other)
    money.insert("1.28万")
    other.setFocus()
    assert money.value() == "12,800.00"
    assert money.read() == Money(1280000)


def test_what_cannot_be_read_stays_and_is_checked_again_while_typing(kit, qtbot):
    money, other = MoneyField(kit, Money.parse), LineField(kit)
    problems = []
    money.on_problem(problems.append)
    shown(qtbot, money, other)
    money.insert("一大笔")
    other.setFocus()
    assert money.value() == "一大笔"
    assert money.property("state") == "error"
    with pytest.raises(InvalidInput):
        money.read()
    money.setFocus()
    money.selectAll()
    qtbot.keyClicks(money, "600")
    assert money.property("state") == "normal"
    assert problems[-1] is None
    assert problems[0] is not None


def test_day_moves_by_arrows_and_keeps_what_is_not_a_day(kit, qtbot):
    day = DayField(kit, read_day)
    shown(qtbot, day)
    day.show_parsed(date(2026, 12, 31))
    qtbot.keyClick(day, Qt.Key.Key_Up)
    assert day.read() == date(2027, 1, 1)
    day.show_value("下周")
    qtbot.keyClick(day, Qt.Key.Key_Down)
    assert day.value() == "下周"
    day.show_value("")
    assert day.read() is None


def test_choice_is_narrowed_by_initials_and_ignores_the_wheel(kit, qtbot):
    initials = {"物业服务": "wyfw", "婚姻家庭": "hyjt", "网络": "wl"}
    choice = ChoiceField(kit, initials.__getitem__, [Choice(word, word) for word in initials])
    shown(qtbot, choice)
    chosen = []
    choice.on_chosen(chosen.append)
    assert choice.value() is None
    qtbot.keyClicks(choice, "wl")
    assert choice.value() == "网络"
    assert chosen[-1] == "网络"
    where = choice.rect().center()
    wheel = QWheelEvent(
        where,
        choice.mapToGlobal(where),
        where * 0,
        where * 0 - where,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, wheel)
    assert choice.value() == "网络"
    choice.show_choices([Choice("其他", "其他"), Choice("网络", "网络")])
    assert choice.value() == "网络"
    choice.show_value("没有")
    assert choice.value() is None


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_choice_popup_hides_what_does_not_fit_and_shows_all_next_time(kit, qtbot):
    initials = {"物业服务": "wyfw", "婚姻家庭": "hyjt"}
    choice = ChoiceField(kit, initials.__getitem__, [Choice(word, word) for word in initials])
    shown(qtbot, choice)
    choice.showPopup()
    qtbot.keyClicks(choice.view(), "hy")
    assert choice.view().isRowHidden(0)
    assert not choice.view().isRowHidden(1)
    choice.hidePopup()
    assert not choice.view().isRowHidden(0)


def test_chips_take_their_key_only_with_the_focus(kit, qtbot):
    words = [str(n) for n in range(12)]
    group, line = ChipGroup(kit, [ChipItem(word, word) for word in words], name="来源"), LineField(kit)
    page = shown(qtbot, group, line)
    chosen = []
    group.on_chosen(chosen.append)
    line.setFocus()
    qtbot.keyClicks(line, "3q")
    assert (chosen, line.value()) == ([], "3q")
    group.focus_chosen()
    for key in ("3", "0", "q", "W"):
        qtbot.keyClicks(page.focusWidget(), key)
    assert chosen == ["2", "9", "10", "11"]
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert group.value() == "0"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert line.hasFocus()


def test_field_box_says_the_problem_to_the_eye_and_the_reader(kit, qtbot):
    box = FieldBox(kit, "电话", LineField(kit), required=True, hint="手机或座机")
    qtbot.addWidget(box)
    assert box.editor.accessibleName() == "电话 必填"
    box.set_problem("error", "填写电话，便于通知")
    assert box.editor.property("state") == "error"
    assert box.editor.accessibleDescription() == "填写电话，便于通知"
    box.set_problem(None)
    assert box.editor.property("state") == "normal"
    assert box.editor.accessibleDescription() == "手机或座机"


def test_text_field_grows_and_counts(kit, qtbot):
    field = TextField(kit, least=2, most=6)
    counts = []
    field.on_counted(counts.append)
    shown(qtbot, field)
    low = field.height()
    field.insert("一 二\n三")
    assert counts == [0, 3]
    field.insert("\n" * 20)
    assert field.height() > low


def test_text_field_inserts_as_one_step(kit, qtbot):
    field = TextField(kit)
    qtbot.addWidget(field)
    field.insert("第一条。\n第二条。")
    field.undo()
    assert field.value() == ""


def test_tick_is_its_whole_rectangle(kit, qtbot):
    tick = TickField(kit, "涉未成年人")
    shown(qtbot, tick)
    ticked = []
    tick.on_ticked(ticked.append)
    corner = tick.rect().bottomRight()
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=corner)
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert ticked == [True, False]


@pytest.mark.parametrize(
    ("make", "left"), [(LineField, "王 德顺 男 友谊路"), (TextField, "王 德顺\t男\n友谊路")]
)
def test_what_nobody_sees_is_taken_out_on_leaving(kit, qtbot, make, left):
    pasted = "王\u200b 德\x00\x07顺\u2060\t男\n友\ufeff谊\ud800路\xad"
    field, other = make(kit), LineField(kit)
    typed = []
    shown(qtbot, field, other)
    field.on_typed(typed.append)
    if make is TextField:
        field.insert(pasted)
    else:
        field.insert(pasted)
        field.textEdited.emit(field.text())
    other.setFocus()
    assert field.value() == left
    assert typed[-1] == left
    field.undo()
    assert field.value() != left


def test_joiners_of_uyghur_and_spaces_stay_on_leaving(kit, qtbot):
    field, other = LineField(kit), LineField(kit)
    typed = []
    shown(qtbot, field, other)
    kept = " مە\u200cھ\u200dمۇت  A·B　"
    field.insert(kept)
    field.on_typed(typed.append)
    other.setFocus()
    assert field.value() == kept
    assert typed == []
