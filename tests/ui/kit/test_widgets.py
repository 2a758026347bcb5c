import time

import pytest
from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.cards import Card
from app.ui.widgets.chips import CountPill, DeadlineChip
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.filters import FilterButton
from app.ui.widgets.notices import BusyBar, EmptyState, ErrorStrip, SavedMark
from app.ui.widgets.pdf_preview import PdfPreview
from app.ui.widgets.risk import RiskBars
from app.ui.widgets.sections import Section
from app.ui.widgets.stepper import Stepper
from app.ui.widgets.switches import Segmented, ViewTabs
from app.ui.widgets.texts import ElidedText, ShortenedText, wrapped
from app.ui.widgets.timeline import Timeline, TimelineEntry
from app.ui.widgets.toast import Toast

STEPS = ["登记", "分流", "受理", "调查", "调解", "协议", "履行", "回访", "归档"]


def has_color(widget, color):
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_ARGB32)
    wanted = QColor(color).rgb()
    return any(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def focused(qtbot, widget):
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def test_button_says_verb_and_key(kit, qtbot):
    button = Button(kit, "登记并分流", kind="primary", keys="Ctrl+Enter")
    qtbot.addWidget(button)
    assert button.accessibleName() == "登记并分流"
    assert "Ctrl+Enter" in button.toolTip()
    wide = button.sizeHint().width()
    kit.style.shows_keys = False
    assert button.sizeHint().width() < wide
    kit.style.shows_keys = True


def test_button_grows_with_the_type_and_never_clips(kit, qtbot):
    button = Button(kit, "改 1 处后送签", icon="sign")
    qtbot.addWidget(button)
    small = button.sizeHint()
    kit.style.use(scale=1.5)
    assert button.sizeHint().width() > small.width()
    assert button.minimumSizeHint() == button.sizeHint()
    tiny = Button(kit, "填写", height="small")
    qtbot.addWidget(tiny)
    assert tiny.sizeHint().height() >= 44


def test_shortcut_of_a_disabled_button_stays_quiet(kit, qtbot):
    button = Button(kit, "送签")
    focused(qtbot, button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    button.setEnabled(False)
    button.click_if_enabled()
    button.setEnabled(True)
    button.click_if_enabled()
    assert pressed == [1]


def test_icon_button_has_a_name(kit, qtbot):
    button = IconButton(kit, "lock", "锁屏", keys="Ctrl+L")
    qtbot.addWidget(button)
    assert button.accessibleName() == "锁屏"
    assert button.toolTip() == "锁屏  Ctrl+L"


@pytest.mark.parametrize(
    ("kind", "token"), [("overdue", "errSolid"), ("today", "orangeBg"), ("near", "warnBg"), ("done", "okBg")]
)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_chip_has_the_ground_of_its_state(kit, qtbot, kind, token, theme):
    kit.style.use(theme=theme)
    chip = DeadlineChip(kit, kind, "超期 3 天", spoken="超期 3 天，街道级 5 日钟")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    assert has_color(chip, kit.style.palette.get(token))
    assert chip.accessibleName() == "超期 3 天，街道级 5 日钟"


def test_shapes_differ_without_colour(kit, qtbot):
    pictures = set()
    for kind in ("ample", "near", "today", "overdue", "paused", "done"):
        chip = DeadlineChip(kit, kind, "")
        qtbot.addWidget(chip)
        chip.resize(chip.sizeHint())
        image = chip.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == 6


def test_risk_needs_a_level(kit, qtbot):
    bars = RiskBars(kit, 4, "极高")
    qtbot.addWidget(bars)
    assert bars.accessibleName() == "极高"
    with pytest.raises(ValueError, match="5"):
        bars.show_risk(5, "")


def test_stepper_is_nine_items_and_moves_by_keys(kit, qtbot):
    stepper = Stepper(kit, STEPS)
    stepper.show_step(5, missing=["", "", "", "", "", "", "先签协议"])
    focused(qtbot, stepper)
    nodes = stepper.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert [node.accessibleName() for node in nodes][4:7] == ["5 调解 已完成", "6 协议 当前", "7 履行 未开始"]
    assert nodes[6].accessibleDescription() == "先签协议"
    looked = []
    stepper.on_looked(looked.append)
    nodes[5].setFocus()
    qtbot.keyClick(nodes[5], Qt.Key.Key_Left)
    qtbot.keyClick(stepper.focusWidget(), Qt.Key.Key_Return)
    assert looked == [4]
    stepper.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(stepper.focusWidget(), Qt.Key.Key_Left)
    assert nodes[5].hasFocus()


def test_section_folds_by_key_and_says_its_state(kit, qtbot):
    section = Section(kit, "各方责任")
    section.set_state("must", "孙国强承担主要责任")
    focused(qtbot, section)
    head = section.findChild(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert head.accessibleName() == "各方责任, 须改, 孙国强承担主要责任"
    folded = []
    section.on_folded(folded.append)
    qtbot.keyClick(head, Qt.Key.Key_Space)
    assert (section.is_open, folded) == (True, [True])


def test_segmented_and_tabs_move_by_arrows(kit, qtbot):
    for switch in (
        Segmented(kit, [("a", "甲"), ("b", "乙"), ("c", "丙")], name="排序"),
        ViewTabs(kit, [("a", "甲", "1"), ("b", "乙", ""), ("c", "丙", "3")], name="视图"),
    ):
        focused(qtbot, switch)
        chosen = []
        switch.on_chosen(chosen.append)
        switch.show_value("b")
        assert chosen == []
        cells = switch.findChildren(QAbstractButton)
        cells[1].setFocus()
        qtbot.keyClick(cells[1], Qt.Key.Key_Right)
        qtbot.keyClick(switch.focusWidget(), Qt.Key.Key_Right)
        assert chosen == ["c", "c"]
        assert switch.value() == "c"


def test_tabs_without_room_go_on_in_a_second_line_and_cut_no_word(kit, qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    tabs = ViewTabs(kit, [(str(n), "单位与网格", "12") for n in range(9)])
    column.addWidget(tabs)
    column.addWidget(QWidget(), 1)
    qtbot.addWidget(page)
    page.resize(600, 500)
    page.show()
    cells = tabs.findChildren(QAbstractButton)
    qtbot.waitUntil(lambda: max(cell.geometry().bottom() for cell in cells) < tabs.height())
    assert all(cell.width() >= cell.sizeHint().width() for cell in cells)
    lines = len({cell.y() for cell in cells})
    assert lines > 1
    page.resize(3000, 500)
    qtbot.waitUntil(lambda: len({cell.y() for cell in cells}) == 1)
    qtbot.waitUntil(lambda: tabs.height() == cells[0].height())


def test_tabs_keep_the_choice_when_counts_change(kit, qtbot):
    tabs = ViewTabs(kit, [("a", "甲", "1"), ("b", "乙", "2")])
    qtbot.addWidget(tabs)
    tabs.show_value("b")
    tabs.show_tabs([("a", "甲", "9"), ("b", "乙", "8")])
    assert tabs.value() == "b"
    tabs.show_tabs([("b", "乙", "8"), ("c", "丙", "1")])
    assert tabs.value() == "b"


def test_filter_says_what_it_is_set_to(kit, qtbot):
    chosen = []
    button = FilterButton(kit, "渠道", [("w", "窗口"), ("p", "电话")])
    qtbot.addWidget(button)
    button.on_chosen(chosen.append)
    button.show_value(["p"])
    assert (button.text(), button.isChecked()) == ("渠道：电话", True)
    button._toggle("w")
    assert chosen == [("w", "p")]
    button.show_options([("p", "电话")])
    assert button.value() == ("p",)
    button.show_value([])
    assert (button.text(), button.isChecked()) == ("渠道", False)


def test_strip_has_only_live_buttons(kit, qtbot):
    strip = ErrorStrip(kit)
    qtbot.addWidget(strip)
    tried = []
    strip.tell("没连上打印机，协议已保存", retry=lambda: tried.append(1))
    buttons = {button.text(): button for button in strip.findChildren(Button)}
    assert not buttons["重试"].isHidden()
    assert buttons["详情"].isHidden()
    buttons["重试"].click()
    assert tried == [1]
    assert strip.isHidden()


def test_saved_mark_offers_to_try_again(kit, qtbot):
    mark = SavedMark(kit)
    qtbot.addWidget(mark)
    mark.show_saved("10:46")
    assert mark.accessibleName() == "10:46 已保存"
    again = []
    mark.on_retry(lambda: again.append(1))
    mark.show_failed()
    assert mark.accessibleName() == "未保存，重试"
    mark.findChild(Button).click()
    assert again == [1]


def test_busy_bar_does_not_flash_for_short_work(kit, qtbot):
    bar = BusyBar(kit)
    qtbot.addWidget(bar)
    bar.begin()
    bar.end()
    time.sleep(0.45)
    qtbot.wait(10)
    assert bar.isHidden()
    bar.begin()
    qtbot.waitUntil(lambda: not bar.isHidden())


def test_toast_undoes_once(kit, qtbot):
    window = QWidget()
    focused(qtbot, window)
    toast = Toast(kit, window)
    undone = []
    toast.tell("已督办 2 件", undo=lambda: undone.append(1))
    button = toast.findChild(Button)
    assert button.text() == "撤销"
    button.click()
    button.click()
    assert undone == [1]
    toast.tell("已保存")
    assert button.isHidden()


def test_dialog_default_is_the_safe_act_and_control_enter_the_main_one(kit, qtbot):
    dialog = Dialog(kit, "终止调解")
    acted = []
    safe = dialog.add_verb("再想想", is_default=True)
    dialog.add_verb("终止", lambda: acted.append(1), kind="danger")
    focused(qtbot, dialog)
    assert safe.isDefault()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert acted == [1]
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert (acted, dialog.isVisible()) == ([1], False)


def test_empty_state_hides_a_button_without_words(kit, qtbot):
    empty = EmptyState(kit, "今天没有待办。")
    qtbot.addWidget(empty)
    assert empty.findChild(Button).isHidden()
    empty.say("没有符合的案件。", "清除筛选")
    assert not empty.findChild(Button).isHidden()


def test_elided_text_tells_the_whole_in_its_tooltip(kit, qtbot):
    text = ElidedText(kit, "买合木提等十二人对西域筑路劳务公司")
    qtbot.addWidget(text)
    text.resize(60, 30)
    text.show()
    assert text.toolTip() == text.text()
    text.resize(900, 30)
    assert text.toolTip() == ""


def test_timeline_opens_by_key(kit, qtbot, qtmodeltester):
    timeline = Timeline(kit, name="经过")
    timeline.show_entries([TimelineEntry(str(n), "今天", f"事{n}", "谁") for n in range(4)])
    qtmodeltester.check(timeline.model())
    focused(qtbot, timeline)
    opened = []
    timeline.on_opened(opened.append)
    timeline.setCurrentIndex(timeline.model().index(2, 0))
    qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert opened == ["2"]
    timeline.grab()


def test_timeline_shows_long_entries_whole_and_says_the_rest_in_the_tip(kit, qtbot):
    timeline = Timeline(kit, name="经过")
    short, long = "起草协议", "制发文书：人民调解当事人权利义务告知书" * 4
    timeline.show_entries([TimelineEntry("1", "今天", short, "谁"), TimelineEntry("2", "今天", long, "谁")])
    timeline.resize(180, 500)
    focused(qtbot, timeline)
    heights = [timeline.visualRect(timeline.model().index(row, 0)).height() for row in range(2)]
    line = QFontMetrics(kit.style.font()).height()
    assert heights[1] == heights[0] + 2 * line
    assert long in timeline.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_wrapped_text_keeps_every_character_but_those_it_says_it_leaves_out(kit, qtbot):
    font = kit.style.font()
    text = "人民调解协议书（2026）石社人调字第19号"
    assert "".join(wrapped(text, font, 90, 20)) == text
    cut = wrapped(text, font, 90, 2)
    assert len(cut) == 2
    assert cut[1].endswith("…")
    assert wrapped("", font, 90, 3) == []


def test_shortened_text_shows_the_longest_form_that_fits(kit, qtbot):
    label = ShortenedText(kit)
    focused(qtbot, label)
    label.show_forms(("第 1 页，共 12 页", "1/12"))
    label.resize(400, 30)
    assert (label.text(), label.toolTip()) == ("第 1 页，共 12 页", "")
    label.resize(60, 30)
    assert (label.text(), label.toolTip()) == ("1/12", "第 1 页，共 12 页")
    assert label.accessibleName() == "第 1 页，共 12 页"


def test_toast_fades_and_stands_still_where_motion_is_not_wanted(kit, qtbot):
    window = QWidget()
    focused(qtbot, window)
    toast = Toast(kit, window)
    kit.style.is_still = False
    toast.tell("已登记")
    assert toast.isVisible()
    assert toast.graphicsEffect().isEnabled()
    qtbot.waitUntil(lambda: not toast.graphicsEffect().isEnabled())
    toast._go()
    qtbot.waitUntil(toast.isHidden)
    kit.style.is_still = True
    toast.tell("已登记")
    assert not toast.graphicsEffect().isEnabled()
    toast._go()
    assert toast.isHidden()


def test_card_and_pill_paint_in_both_themes(kit, qtbot):
    card = Card(kit, "待办", icon="ok", note="9 件", accent="sup")
    card.add_action(CountPill(kit, "2", tone="orange"))
    qtbot.addWidget(card)
    card.resize(300, 200)
    kit.style.use(theme="dark")
    assert has_color(card, kit.style.palette.get("sup"))


def a_pdf(pages):
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    for page in range(pages):
        if page:
            writer.newPage()
        painter.drawText(QPointF(500, 500), f"page {page + 1}")
    painter.end()
    return bytes(buffer.data().data())


def test_preview_keeps_its_place_when_the_paper_changes(kit, qtbot):
    preview = PdfPreview(kit, "预览")
    preview.resize(420, 500)
    focused(qtbot, preview)
    assert preview.show_pdf(a_pdf(3))
    qtbot.waitUntil(lambda: preview._view.verticalScrollBar().maximum() > 0)
    preview.zoom(1.0)
    preview._view.verticalScrollBar().setValue(700)
    zoom = preview._view.zoomFactor()
    assert preview.show_pdf(a_pdf(4))
    qtbot.wait(50)
    assert preview.page_count == 4
    assert preview._view.verticalScrollBar().value() == 700
    assert preview._view.zoomFactor() == zoom
    assert "共 4 页" in preview._page.text()


def test_bytes_that_are_no_pdf_leave_the_old_paper(kit, qtbot):
    preview = PdfPreview(kit, "预览")
    qtbot.addWidget(preview)
    assert preview.show_pdf(a_pdf(2))
    assert not preview.show_pdf(b"not a pdf")
    assert preview.page_count == 2


def test_large_type_and_right_to_left_paint_without_warning(kit, qtbot):
    stepper, chip = Stepper(kit, STEPS), DeadlineChip(kit, "near", "剩 2 天")
    for widget in (stepper, chip, Button(kit, "登记", icon="plus", keys="F2")):
        qtbot.addWidget(widget)
        widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        kit.style.use(scale=1.5)
        widget.resize(widget.sizeHint())
        assert not widget.grab().isNull()
    assert QEvent.Type.Paint
