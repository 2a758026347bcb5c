"""建议分流: the unit advised with reasons and points, second and third, or another with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from app.presenters.intake.triage.advising import Advising
from app.presenters.triage.shown import AdviceOffer, OtherLine, ReasonLine
from app.ui.kit import Kit
from app.ui.screens.intake.emptying import emptied
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.fields import Choice, ChoiceField, FieldBox, LineField
from app.ui.widgets.fields.initials import initials
from app.ui.widgets.texts import Text

_ONE_LINE = 10_000
"""A width that no sentence fills."""


class AdviceCard(Card):
    """Every decision is the presenter's; taking the advice is one key, another unit needs a reason."""

    def __init__(self, kit: Kit, advising: Advising) -> None:
        say = kit.translator.text
        super().__init__(kit, say("建议分流"), icon="route", accent="primary", ruled=False)
        self._advising = advising
        self._is_showing = False
        self._channel = Text(kit, "", size="title2", bold=True)
        self._unit = Text(kit, "", wrap=True)
        self._who = Text(kit, "", size="small", tone="text2", wrap=True)
        self._reasons, self._others = _Table(kit), _Table(kit)
        self._points = Text(kit, "", size="small", tone="text2")
        self.add_action(self._points)
        self.take = Button(kit, say("采用"), kind="primary", keys="Alt+Y")
        self.take.clicked.connect(lambda _on=False: advising.take())
        self.other = Button(kit, say("改派"), keys="Alt+U")
        self.other.setCheckable(True)
        self.other.toggled.connect(self._show_choice)
        self._units: ChoiceField[UUID] = ChoiceField(kit, initials, name=say("改派到"))
        self._units.on_chosen(self._chosen)
        self._reason = LineField(kit, placeholder=say("如：当事人要求就近"), name=say("改派的理由"))
        self._reason.on_typed(advising.type_reason)
        self._reason_box = FieldBox(kit, say("改派的理由"), self._reason, required=True)
        self._why = _Table(kit)
        self._build(kit)
        self.setVisible(False)

    def show_offer(self, offer: AdviceOffer | None) -> None:
        """Show the advice, or nothing."""
        self.setVisible(offer is not None)
        if offer is None:
            return
        say = self._kit.translator.text
        self._is_showing = True
        self._channel.setText(offer.channel)
        self._unit.setText(offer.unit)
        who = "　".join(part for part in (offer.who, offer.mode) if part)
        told = "\n".join(part for part in (who, offer.demand) if part)
        self._who.setText(told)
        self._who.setVisible(bool(told))
        self._points.setText(say("匹配 {points}", points=offer.points))
        self._reasons.show_reasons(offer.reasons)
        self._others.show_others(offer.others)
        self._units.show_choices([Choice(id_, words) for id_, words in offer.units])
        self._units.show_value(offer.chosen)
        self._reason_box.setVisible(offer.asks_reason)
        self._why.show_reasons(offer.why_chosen)
        self.take.set_text(say("已采用") if offer.is_taken and not offer.asks_reason else say("采用"))
        if offer.asks_reason:
            self.other.setChecked(True)
        self._is_showing = False

    def show_reason(self, text: str) -> None:
        """Show a reason typed before (a draft that was reopened)."""
        self._reason.show_value(text)

    def ask_reason(self) -> None:
        """Take the user to the reason, which is missing."""
        self.other.setChecked(True)
        self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stops(self) -> Iterator[QWidget]:
        """Give what takes the focus."""
        yield from (self.take, self.other, self._units, self._reason)

    # pieces

    def _build(self, kit: Kit) -> None:
        for widget in (self._channel, self._unit, self._who):
            self.body.addWidget(widget)
        self.body.addWidget(self._reasons)
        self.body.addWidget(self._others)
        row = QHBoxLayout()
        kit.style.lay(row, gap=8)
        row.addWidget(self.take)
        row.addWidget(self.other)
        row.addStretch(1)
        self.body.addLayout(row)
        self._choice = FieldBox(kit, kit.translator.text("改派到"), self._units)
        self._choice.setVisible(False)
        self.body.addWidget(self._choice)
        self.body.addWidget(self._why)
        self.body.addWidget(self._reason_box)
        self._reason_box.setVisible(False)

    def _show_choice(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._choice.setVisible(is_open)
        if is_open and not self._is_showing:
            self._units.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _chosen(self, unit_id: UUID | None) -> None:
        if unit_id is not None and not self._is_showing:
            self._advising.choose(unit_id)


class _Table(QWidget):
    """Rows of mark or word, sentence and points."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._kit = kit
        self._grid = QGridLayout(self)
        kit.style.lay(self._grid, gap=(10, 4))
        self._grid.setColumnStretch(1, 1)

    def show_reasons(self, reasons: tuple[ReasonLine, ...]) -> None:
        """Show reasons, those that speak for it with a tick."""
        kit, top = self._kit, Qt.AlignmentFlag.AlignTop
        emptied(self._grid)
        for row, line in enumerate(reasons):
            mark = QLabel()
            icon, tone = ("check", "ok") if line.is_met else ("minus", "text3")
            mark.setPixmap(kit.style.picture(icon, tone, 16, self.devicePixelRatioF()))
            words = Text(kit, line.text, size="small", tone="text" if line.is_met else "text2", wrap=True)
            mark.setFixedHeight(words.heightForWidth(_ONE_LINE))  # beside the first line, however many follow
            self._grid.addWidget(mark, row, 0, top)
            self._grid.addWidget(words, row, 1, top)
            self._grid.addWidget(Text(kit, line.points, size="small", tone="text2"), row, 2, top)
        self.setVisible(bool(reasons))

    def show_others(self, others: tuple[OtherLine, ...]) -> None:
        """Show the second and the third suggestion."""
        kit = self._kit
        emptied(self._grid)
        for row, line in enumerate(others):
            self._grid.addWidget(Text(kit, line.place, size="small", tone="text2"), row, 0)
            self._grid.addWidget(Text(kit, line.text, size="small", wrap=True), row, 1)
            self._grid.addWidget(Text(kit, line.points, size="small", tone="text2"), row, 2)
        self.setVisible(bool(others))
