"""时钟 (335730): ladders in use, presets to take over, and an example for a day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.duties.ladder import EscalationLadder
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.settings.ladders import LadderLine, LaddersPresenter
from app.presenters.settings.organisations import NamedLine
from app.ui.kit import Kit
from app.ui.screens.rosters.entry_dialog import EntryDialog
from app.ui.screens.settings.named_list import NamedList
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.cards import Card
from app.ui.widgets.fields import FieldBox, LineField
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.texts import Text


class LaddersSection(QWidget):
    """The section as widgets; every decision is :class:`LaddersPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._kit = kit
        say = kit.translator.text
        self.presenter = LaddersPresenter(desk, navigator, self)
        self._strip = ErrorStrip(kit)
        self._own = NamedList(kit, self.presenter.edit, say("还没有启用层级，案件不按层级计时。"))
        self._waiting = NamedList(kit, self.presenter.confirm, say("都已核实。"), verb=say("核实"))
        self._presets = NamedList(kit, self.presenter.adopt, "", verb=say("启用"))
        self._day = LineField(kit, name=say("登记日期"))
        self._day.on_typed(self.presenter.show_example)
        self._example = Text(kit, "", wrap=True)
        self._build()
        self._day.show_value(desk.formats.day(desk.today))

    def refresh(self) -> None:
        """Read everything again."""
        self.presenter.refresh()

    # presenter → view

    def show_ladders(self, ladders: Sequence[LadderLine]) -> None:
        """Show the ladders of the centre, and those that wait to be confirmed."""
        self._own.show_lines([one.line for one in ladders])
        self._waiting.show_lines([one.line for one in ladders if one.can_confirm])

    def show_presets(self, presets: Sequence[NamedLine]) -> None:
        """Show what may be taken over."""
        self._presets.show_lines(presets)

    def show_example(self, words: str, *, is_wrong: bool) -> None:
        """Show what the ladder in force gives."""
        self._example.set_tone("err" if is_wrong else "text")
        self._example.setText(words)

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._strip.tell(words, retry=self.refresh)
        else:
            self._strip.clear()

    def open_ladder(self, form: EntryPresenter[EscalationLadder]) -> None:
        """Open a form of a ladder."""
        EntryDialog(self._kit, form, self).open()

    # pieces

    def _build(self) -> None:
        kit = self._kit
        say = self._kit.translator.text
        page = ScrollBody(kit, (0, 4, 8, 20), gap=16)
        page.body.addWidget(self._strip)
        own = Card(kit, say("层级与时限"), icon="clock", note=say("到期只提醒和提请，不终止调解"))
        own.body.addWidget(self._own)
        waiting = Card(kit, say("待核实"), icon="shield", note=say("请与当地政法委核实"))
        waiting.body.addWidget(self._waiting)
        presets = Card(kit, say("可以启用的"), icon="raise", note=say("启用后可改，都未核实"))
        presets.body.addWidget(self._presets)
        for card in (own, waiting, presets, self._worked_out()):
            page.body.addWidget(card)
        page.body.addStretch(1)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(page)

    def _worked_out(self) -> Card:
        kit = self._kit
        say = self._kit.translator.text
        card = Card(kit, say("算一算"), icon="calendar", note=say("按正在使用的层级，逐级到期"))
        row = QHBoxLayout()
        kit.style.lay(row, gap=12)
        box = FieldBox(kit, say("登记日期"), self._day)
        kit.style.fix(box, width=220)
        row.addWidget(box)
        row.addWidget(self._example, 1)
        card.body.addLayout(row)
        return card
