"""风险分级: what each level of risk is called here, what it demands, and the scales to begin from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.disputes.risk.scales import LocalRiskScale
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.settings.organisations import NamedLine
from app.presenters.settings.risks.presenter import RisksPresenter
from app.ui.kit import Kit
from app.ui.screens.rosters.entry_dialog import EntryDialog
from app.ui.screens.settings.named_list import NamedList
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.cards import Card
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.texts import Text


class RisksSection(QWidget):
    """The section as widgets; every decision is :class:`RisksPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._kit = kit
        say = kit.translator.text
        self.presenter = RisksPresenter(desk, navigator, self)
        self._strip = ErrorStrip(kit)
        self._own = NamedList(kit, self.presenter.edit, say("没有分级，只按低、中、高、极高。"))
        self._steps = Text(kit, "", wrap=True)
        self._presets = NamedList(kit, self.presenter.adopt, "", verb=say("启用"))
        self._build()

    def refresh(self) -> None:
        """Read everything again."""
        self.presenter.refresh()

    # presenter → view

    def show_scale(self, scale: Sequence[NamedLine], steps: Sequence[str]) -> None:
        """Show the scale in force."""
        self._own.show_lines(scale)
        self._steps.setText("\n".join(steps))

    def show_presets(self, presets: Sequence[NamedLine]) -> None:
        """Show what may be taken over."""
        self._presets.show_lines(presets)

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        if words:
            self._strip.tell(words, retry=self.refresh)
        else:
            self._strip.clear()

    def open_scale(self, form: EntryPresenter[LocalRiskScale]) -> None:
        """Open the form of a scale."""
        EntryDialog(self._kit, form, self).open()

    # pieces

    def _build(self) -> None:
        kit = self._kit
        say = self._kit.translator.text
        page = ScrollBody(kit, (0, 4, 8, 20), gap=16)
        page.body.addWidget(self._strip)
        own = Card(kit, say("正在使用"), icon="alert", note=say("没有全国统一的分级，按当地规定设置"))
        own.body.addWidget(self._own)
        own.body.addWidget(self._steps)
        presets = Card(kit, say("可以启用的"), icon="raise", note=say("启用后可改，都未核实"))
        presets.body.addWidget(self._presets)
        for card in (own, presets):
            page.body.addWidget(card)
        page.body.addStretch(1)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(page)
