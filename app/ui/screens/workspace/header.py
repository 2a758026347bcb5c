"""The head of the workspace: who and what, the clock, everything else, and the one next step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.domain.disputes.states import Stage
from app.presenters.workspace.menu import MenuEntry
from app.presenters.workspace.words.frame import HeaderWords
from app.ui.kit import Kit
from app.ui.screens.workspace.clocks import ClockButton
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.chips import Tag
from app.ui.widgets.notices import BusyBar
from app.ui.widgets.risk import RiskBars
from app.ui.widgets.stepper import Stepper
from app.ui.widgets.texts import ElidedText


class WorkspaceHeader(QFrame):
    """Head and stepper; ``back``, ``step`` and ``stepper`` are connected by the screen."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        say = kit.translator.text
        self.setObjectName("head")
        self.back = IconButton(kit, "left", say("返回案件列表"), kind="secondary", keys="Alt+Left")
        self._title = ElidedText(kit, "", size="title2", bold=True)
        # As wide as its words where there is room, so that the tags follow it; elided where there is not.
        self._title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._tags: list[Tag] = []
        self._tag_words: tuple[str, ...] = ()
        self._tag_row = QHBoxLayout()
        kit.style.lay(self._tag_row, gap=6)
        self._risk = RiskBars(kit)
        self._facts = ElidedText(kit, "", size="small", tone="text2")
        self.clock = ClockButton(kit)
        self.more = Button(kit, say("更多"), icon="dots")
        self.step = Button(kit, "", kind="primary", keys="F9")
        self.stepper = Stepper(kit, [say(stage.term) for stage in Stage])
        self._entries: tuple[MenuEntry, ...] = ()
        self._chosen: list[Callable[[str], None]] = []
        self.busy = BusyBar(kit)
        self._lay_out()
        self.more.clicked.connect(lambda _on=False: self._open_menu())

    def show_header(self, header: HeaderWords, step_words: str = "") -> None:
        """Show another head; ``step_words`` are a pane's own words for the button."""
        self._title.setText(header.title)
        self._facts.setText(header.facts)
        self._show_tags(header.tags)
        self._risk.show_risk(header.risk_level, header.risk)
        self.clock.show_clocks(header.chip, header.clocks)
        self.clock.setVisible(bool(header.chip.text))
        self.step.set_text(step_words or header.step.text)
        self.step.set_icon_name(header.step.icon)
        self.stepper.show_step(header.stage, missing=header.missing)
        self._fit_tags()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tags()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_tags()  # chip and buttons have their width only now
        return done

    def show_menu(self, entries: Sequence[MenuEntry]) -> None:
        """Offer these entries; without any there is no button."""
        self._entries = tuple(entries)
        self.more.setVisible(bool(entries))

    def on_chosen(self, callback: Callable[[str], None]) -> None:
        """Call back with the key of the entry the user chooses."""
        self._chosen.append(callback)

    def menu_keys(self) -> tuple[str, ...]:
        """Give the keys of the entries offered now."""
        return tuple(entry.key for entry in self._entries)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        section = 0
        for entry in self._entries:
            if entry.section != section:
                menu.addSeparator()
                section = entry.section
            text = f"{entry.text}\t{entry.keys}" if entry.keys else entry.text
            action = menu.addAction(text)
            action.triggered.connect(lambda _on=False, key=entry.key: self._choose(key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))

    def _choose(self, key: str) -> None:
        for callback in self._chosen:
            callback(key)

    def _show_tags(self, words: Sequence[str]) -> None:
        while len(self._tags) < len(words):
            tag = Tag(self._kit)
            self._tags.append(tag)
            self._tag_row.addWidget(tag)
        for place, tag in enumerate(self._tags):
            tag.setVisible(place < len(words))
            if place < len(words):
                tag.set_text(words[place])
        self._tag_words = tuple(words)

    def _fit_tags(self) -> None:
        """Leave out tags, the first ones first, where the name of the case would be cut for them."""
        gap = self._kit.style.px(8)
        shown = self._tags[: len(self._tag_words)]
        room = self._facts.width() - self._title.sizeHint().width() - self._risk.sizeHint().width() - 2 * gap
        for tag in reversed(shown):
            room -= tag.sizeHint().width() + gap
            tag.setVisible(room >= 0)
        self.setAccessibleDescription("，".join(self._tag_words))

    def _lay_out(self) -> None:
        style = self._kit.style
        first = QHBoxLayout()
        style.lay(first, gap=8)
        first.addWidget(self._title)
        first.addLayout(self._tag_row)
        first.addWidget(self._risk)
        first.addStretch(1)
        words = QVBoxLayout()
        style.lay(words, gap=2)
        words.addLayout(first)
        words.addWidget(self._facts)
        top = QHBoxLayout()
        style.lay(top, gap=12)
        top.addWidget(self.back)
        top.addLayout(words, 1)
        for widget in (self.clock, self.more, self.step):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        style.lay(column, (24, 12, 24, 0), gap=6)
        column.addLayout(top)
        foot = QVBoxLayout()
        style.lay(foot)
        foot.addWidget(self.stepper)
        foot.addWidget(self.busy)
        column.addLayout(foot)
