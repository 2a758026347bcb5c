"""节假日: the years, what one arranges, and its notice to paste in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.settings.holidays import HolidaysPresenter
from app.presenters.settings.previewing import PreviewView
from app.ui.kit import Kit
from app.ui.screens.settings.facts_grid import FactsGrid
from app.ui.screens.settings.preview_card import PreviewCard
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.cards import Card
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.switches import Segmented
from app.ui.widgets.texts import Text


class HolidaySection(QWidget):
    """The section as widgets; every decision is :class:`HolidaysPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        say = kit.translator.text
        self._kit = kit
        self._offered: list[tuple[str, str]] = []
        self._error, self._warning = ErrorStrip(kit), ErrorStrip(kit)
        self.years = Segmented(kit, [], name=say("看哪一年"))
        self._arranged = Card(kit, say("放假安排"), icon="calendar")
        self._facts = FactsGrid(kit)
        self._presenter = HolidaysPresenter(desk, navigator, self)
        self.form_card = PreviewCard(
            kit,
            say("录入放假安排"),
            "register",
            press=self._presenter.press,
            typed=self._presenter.typed,
            opened=lambda line: navigator.open_case(line.case_id),
        )
        self._build()
        self.years.on_chosen(self._presenter.choose)

    @property
    def card(self) -> PreviewView:
        """The card with the form of the chosen year."""
        return self.form_card

    def refresh(self) -> None:
        """Read the chosen year again."""
        self._presenter.refresh()

    # presenter → view

    def show_years(self, years: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer the years."""
        if list(years) != self._offered:
            self._offered = list(years)
            self.years.show_choices(years)
        self.years.show_value(chosen)

    def show_warning(self, words: str) -> None:
        """Warn of years without a notice."""
        if words:
            self._warning.tell(words, kind="warning")
        else:
            self._warning.clear()

    def show_year(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show what a year arranges."""
        self._arranged.set_title(title)
        self._facts.show_lines(lines)
        self._facts.setVisible(bool(lines))

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._error.tell(words, retry=self.refresh)
        else:
            self._error.clear()

    # pieces

    def _build(self) -> None:
        kit, say = self._kit, self._kit.translator.text
        page = ScrollBody(kit, (0, 4, 8, 20), gap=16)
        self._arranged.add_action(self.years)
        self._arranged.body.addWidget(self._facts)
        told = say("贴国务院办公厅的通知原文。星期、天数对不上的会指出来；保存前先看哪些时钟会变。")
        self.form_card.body.insertWidget(0, Text(kit, told, size="small", tone="text2", wrap=True))
        for widget in (self._error, self._warning, self._arranged, self.form_card):
            page.body.addWidget(widget)
        page.body.addStretch(1)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(page)
