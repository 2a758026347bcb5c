"""风险提示: what warns of worse, what set it off and what it demands; set aside with a reason alone."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.presenters.intake.triage.advising import Advising
from app.presenters.triage.shown import RiskWarning
from app.ui.kit import Kit
from app.ui.screens.intake.emptying import emptied
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.fields import LineField
from app.ui.widgets.texts import Text


class RiskCard(Card):
    """One row a warning; 排除 asks for the reason in place, Enter sets it aside."""

    def __init__(self, kit: Kit, advising: Advising) -> None:
        super().__init__(kit, kit.translator.text("风险提示"), icon="alert", accent="orange", ruled=False)
        self._advising = advising
        self._shown: tuple[RiskWarning, ...] = ()
        self._buttons: list[QWidget] = []
        self._list = QVBoxLayout()
        kit.style.lay(self._list, gap=10)
        self.body.addLayout(self._list)
        self.setVisible(False)

    def show_warnings(self, warnings: tuple[RiskWarning, ...]) -> None:
        """Show the warnings; none hides the card."""
        if warnings == self._shown:
            return
        self._shown = warnings
        self._buttons = []
        emptied(self._list)
        for warning in warnings:
            self._list.addWidget(self._row(warning))
        self.setVisible(bool(warnings))

    def stops(self) -> Iterator[QWidget]:
        """Give what takes the focus."""
        yield from self._buttons

    def _row(self, warning: RiskWarning) -> QWidget:
        kit = self._kit
        say = self._kit.translator.text
        row = QWidget()
        row.setObjectName("plain")
        column = QVBoxLayout(row)
        kit.style.lay(column, gap=2)
        head = QHBoxLayout()
        kit.style.lay(head, gap=8)
        tone = "text3" if warning.dismissed else "err" if warning.is_grave else "warn"
        head.addWidget(Text(kit, warning.title, bold=True, tone=tone), 1)
        verb = Button(kit, say("恢复") if warning.dismissed else say("排除"), kind="link", height="small")
        head.addWidget(verb)
        column.addLayout(head)
        if warning.dismissed:
            told = say("已排除：{reason}", reason=warning.dismissed)
            column.addWidget(Text(kit, told, size="small", tone="text2", wrap=True))
            verb.clicked.connect(lambda _on=False: self._advising.restore(warning.code))
        else:
            told = say("提到：{words}", words=warning.told)
            column.addWidget(Text(kit, told, size="small", tone="text2", wrap=True))
            column.addWidget(Text(kit, warning.demand, size="small", wrap=True))
            reason = LineField(kit, placeholder=say("写明理由，按 Enter 排除"), name=say("排除的理由"))
            reason.enter_moves_on = False
            reason.setVisible(False)
            reason.returnPressed.connect(lambda: self._advising.dismiss(warning.code, reason.value()))
            column.addWidget(reason)
            verb.clicked.connect(lambda _on=False: _open(reason))
            self._buttons.append(reason)
        verb.setAccessibleName(f"{verb.text()} {warning.title}")
        self._buttons.append(verb)
        return row


def _open(field: LineField) -> None:
    field.setVisible(True)
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
