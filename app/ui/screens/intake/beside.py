"""Beside the form: the person who may be known, the same dispute, and what registering will do."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.presenters.intake.presenter import IntakePresenter
from app.presenters.intake.shown import AheadLine, CompareRow, KnownOffer, SimilarCase
from app.ui.kit import Kit
from app.ui.screens.intake.emptying import emptied
from app.ui.screens.intake.triage.advice_card import AdviceCard
from app.ui.screens.intake.triage.risk_card import RiskCard
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.texts import Text


class KnownCard(Card):
    """What was typed beside what the register has; numbers show their end only."""

    def __init__(self, kit: Kit, presenter: IntakePresenter) -> None:
        text = kit.translator.text
        super().__init__(kit, text("名册中已有此人"), icon="alert", accent="warn", ruled=False)
        inside = QWidget()
        inside.setObjectName("plain")
        self._rows = inside
        self._is_narrow = False
        self._offer: KnownOffer | None = None
        self._table = QGridLayout(inside)
        kit.style.lay(self._table, gap=(16, 4))
        self._table.setColumnStretch(1, 1)
        self._table.setColumnStretch(2, 1)
        self.body.addWidget(inside)
        self._others = Text(kit, "", size="small", tone="text2")
        self.body.addWidget(self._others)
        self.link = Button(kit, text("关联此人"), kind="primary", keys="Alt+L")
        self.link.clicked.connect(lambda _on=False: presenter.parties.link_known())
        self.other = Button(kit, text("不是同一人"), kind="link", keys="Alt+N")
        self.other.clicked.connect(lambda _on=False: presenter.parties.not_same())
        row = QHBoxLayout()
        kit.style.lay(row, gap=8)
        row.addWidget(self.link)
        row.addWidget(self.other)
        row.addStretch(1)
        self.body.addLayout(row)
        self.setVisible(False)

    def show_offer(self, offer: KnownOffer | None) -> None:
        """Show the comparison, or nothing."""
        self._offer = offer
        self.setVisible(offer is not None)
        if offer is None:
            return
        kit, text = self._kit, self._kit.translator.text
        self.set_title(offer.title)
        emptied(self._table)
        for column, head in enumerate(("", text("本次"), text("名册"))):
            self._table.addWidget(Text(kit, head, size="small", tone="text2"), 0, column)
        for row, line in enumerate(offer.rows, start=1):
            self._table.addWidget(Text(kit, line.label, size="small", tone="text2"), row, 0)
            self._table.addWidget(Text(kit, line.here, size="small"), row, 1)
            differs = line.is_same is False
            there = Text(
                kit,
                line.register + self._end(line),
                size="small",
                bold=differs,
                tone="ok" if line.is_same else "text",
            )
            self._table.addWidget(there, row, 2)
        self._others.setText(offer.others)
        self._others.setVisible(bool(offer.others))
        self._shorten()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Say it in one line where there is no room for the comparison."""
        self._is_narrow = is_narrow
        self._shorten()

    def _shorten(self) -> None:
        self._rows.setVisible(not self._is_narrow)
        rows = self._offer.rows if self._offer is not None and self._is_narrow else ()
        said = (f"{line.label} {line.register}{self._end(line)}" for line in rows if line.register)
        self.set_note("　".join(said))

    def _end(self, line: CompareRow) -> str:
        text = self._kit.translator.text
        return {True: " ✓", False: text(" 不同"), None: ""}[line.is_same]


class SimilarCard(Card):
    """Open cases between the same names."""

    def __init__(self, kit: Kit, open_case: Callable[[SimilarCase], None]) -> None:
        super().__init__(
            kit, kit.translator.text("疑似同一纠纷在办"), icon="alert", accent="warn", ruled=False
        )
        self._open = open_case
        self._list = QVBoxLayout()
        kit.style.lay(self._list, gap=6)
        self.body.addLayout(self._list)
        self.setVisible(False)

    def show_cases(self, cases: tuple[SimilarCase, ...]) -> None:
        """Show the cases, each a link; or nothing."""
        emptied(self._list)
        self.setVisible(bool(cases))
        for case in cases:
            link = Button(self._kit, case.number, kind="link", height="small")
            link.setAccessibleDescription(case.text)
            link.clicked.connect(lambda _on=False, which=case: self._open(which))
            self._list.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self._list.addWidget(Text(self._kit, case.text, wrap=True))


class AheadCard(Card):
    """What registering will do: the number, the clocks with their dates, the register."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, kit.translator.text("登记后"), icon="clock", accent="", ruled=False)
        self._list = QVBoxLayout()
        kit.style.lay(self._list, gap=6)
        self.body.addLayout(self._list)

    def show_lines(self, lines: tuple[AheadLine, ...]) -> None:
        """Show the lines, each with its reason below it."""
        emptied(self._list)
        for line in lines:
            self._list.addWidget(Text(self._kit, line.text, wrap=True))
            if line.detail:
                self._list.addWidget(Text(self._kit, line.detail, size="small", tone="text2", wrap=True))


class Beside(QWidget):
    """The column at the right; where the page is narrow it stands below and leaves out what can wait."""

    def __init__(
        self, kit: Kit, presenter: IntakePresenter, open_case: Callable[[SimilarCase], None]
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.known = KnownCard(kit, presenter)
        self.similar = SimilarCard(kit, open_case)
        self.advice = AdviceCard(kit, presenter.advising)
        self.risks = RiskCard(kit, presenter.advising)
        self.ahead = AheadCard(kit)
        column = QVBoxLayout(self)
        kit.style.lay(column, gap=16)
        for card in (self.known, self.similar, self.risks, self.advice, self.ahead):
            column.addWidget(card)
        column.addStretch(1)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Keep only the offers, or show everything."""
        self.known.set_narrow(is_narrow=is_narrow)
        self.ahead.setVisible(not is_narrow)

    @property
    def has_offers(self) -> bool:
        """Tell whether there is something the user should look at now."""
        cards = (self.known, self.similar, self.risks, self.advice)
        return any(not card.isHidden() for card in cards)

    def stops(self) -> Iterator[QWidget]:
        """Give what takes the focus."""
        yield from (self.known.link, self.known.other)
        yield from self.risks.stops()
        yield from self.advice.stops()
