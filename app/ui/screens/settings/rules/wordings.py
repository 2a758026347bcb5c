"""文书用语: kinds and their blocks, the block in hand, and beside it the paper as it would be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.domain.filing.wordings.places import BlockState
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.settings.wordings.presenter import BlockRow, WordingsPresenter
from app.ui.kit import Kit
from app.ui.screens.settings.rules.section import RuleSection, RuleTable
from app.ui.screens.settings.rules.wording_card import WordingCard
from app.ui.widgets.fields import Choice, ChoiceField
from app.ui.widgets.fields.initials import initials
from app.ui.widgets.pdf_preview import PdfPreview
from app.ui.widgets.tables import Cell, Column

_AFTER_TYPING_MS = 300


class WordingsSection(RuleSection[BlockRow]):
    """The section as widgets; every decision is :class:`WordingsPresenter`'s."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        say = kit.translator.text
        told: RuleTable[BlockRow] = RuleTable(
            say("用语"), _columns(kit), spoken=lambda row: row.spoken, key=lambda row: row.key
        )
        super().__init__(kit, told, say("用语"))
        self._presenter = WordingsPresenter(desk, navigator, self)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_AFTER_TYPING_MS)
        self._wait.timeout.connect(self._presenter.typed)
        self._is_filling = False
        self._offered: list[tuple[str, str]] = []
        self.kinds: ChoiceField[str] = ChoiceField(kit, initials, name=say("文书种类"))
        self.card = WordingCard(
            kit, before=self.table, typed=self._wait.start, restore=self._presenter.restore
        )
        self.preview = PdfPreview(kit, say("示例"))
        self.details.body.addWidget(self.facts)
        self.lay_out(
            (self.card, self.details),
            list_width=270,
            pane_width=400,
            head=self._head(kit),
            beside=self._desk_of_paper(kit),
        )
        self.kinds.on_chosen(lambda code: self._presenter.choose_kind(code) if code else None)
        self.table.on_current(self._on_current)

    def refresh(self) -> None:
        """Read what is set again."""
        self._presenter.refresh()

    # presenter → view

    def show_kinds(self, kinds: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer the kinds of paper."""
        if list(kinds) != self._offered:
            self._offered = list(kinds)
            self.kinds.show_choices([Choice(code, words) for code, words in kinds])
        self.kinds.show_value(chosen)

    def show_rules(self, rows: Sequence[BlockRow]) -> None:
        """Show the blocks of a kind; which one is in hand is told next."""
        self._is_filling = True
        super().show_rules(rows)
        self._is_filling = False

    def show_chosen(self, key: str) -> None:
        """Mark the block in hand."""
        self._is_filling = True
        self.table.select(key)
        self._is_filling = False

    def show_details(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show what is to be known of the block in hand."""
        self.fill_details(title, lines)

    def show_form(self, form: EntryPresenter[BlockState], fields: Sequence[str]) -> None:
        """Show the form of a block."""
        self.card.show_form(form, fields)

    def show_fixed(self, words: str) -> None:
        """Say why a block has no form."""
        self.card.show_fixed(words)

    def show_restore(self, *, is_own: bool) -> None:
        """Offer to bring the default back."""
        self.card.show_restore(is_own=is_own)

    def show_paper(self, pdf: bytes) -> None:
        """Show the example."""
        self.preview.show_pdf(pdf)

    def show_trial(self, words: str, *, is_good: bool) -> None:
        """Say whether what is typed can be put in force."""
        self.card.show_trial(words, is_good=is_good)

    # pieces

    def _on_current(self, row: BlockRow | None) -> None:
        if row is not None and not self._is_filling:
            self._presenter.look_at(row.key)

    def _head(self, kit: Kit) -> QFrame:
        head = QFrame()
        column = QVBoxLayout(head)
        kit.style.lay(column, (12, 12, 12, 8))
        column.addWidget(self.kinds)
        return head

    def _desk_of_paper(self, kit: Kit) -> QFrame:
        desk = QFrame()
        desk.setObjectName("desk")
        column = QVBoxLayout(desk)
        kit.style.lay(column)
        column.addWidget(self.preview)
        return desk


def _columns(kit: Kit) -> tuple[Column[BlockRow], ...]:
    say = kit.translator.text
    return (
        Column(say("用语"), lambda row: Cell(row.name, row.text, is_title=True), share=1),
        Column(say("状态"), lambda row: Cell(row.state, tone="ok" if row.is_own else "text2"), width=76),
    )
