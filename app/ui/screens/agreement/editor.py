"""The draft in the order of 人民调解法 art. 29: parties, facts, responsibilities, terms, signatures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise, zip_longest
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.domain.settlements.terms import TermKind
from app.presenters.agreement.entries import AgreementEntry, TermEntry
from app.presenters.agreement.original.lines import OriginalWords
from app.presenters.agreement.presenter import AgreementPresenter
from app.presenters.agreement.shown import (
    DUTIES,
    FACTS,
    PARTIES,
    SIGNING,
    TERMS,
    PartyLine,
    SectionWords,
    TermWords,
)
from app.ui.kit import Kit
from app.ui.screens.agreement.fields import Fields, put_cursor
from app.ui.screens.agreement.library.picker import open_clause_picker
from app.ui.screens.agreement.parties import KEY as PARTY_KEY
from app.ui.screens.agreement.parties import PartiesPart
from app.ui.screens.agreement.supplement.original import OriginalPart
from app.ui.screens.agreement.term_card import TermCard, TermTools
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields import FieldBox, TextField, TickField
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.sections import Section
from app.ui.widgets.texts import Text, rule

_SECTION_OF = {
    "party_ids": PARTIES,
    "facts": FACTS,
    "matters": FACTS,
    "responsibilities": DUTIES,
    "court_copy": SIGNING,
}
_AROUND = (20, 60)
"""How much is seen beside and above a field that is scrolled to."""


class _InView(ScrollBody):
    """Keeps the field somebody is in before their eyes."""

    def bring_to_view(self, editor: QWidget) -> None:
        """Scroll to a field; that of a new term has no place until the layout has run."""
        self.ensureWidgetVisible(editor, *_AROUND)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._follow, Qt.ConnectionType.UniqueConnection)

    def _follow(self) -> None:
        here = self.focusWidget()
        if here is not None and here is self.window().focusWidget():
            self.ensureWidgetVisible(here, *_AROUND)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay with the field that has the focus when 检查 below takes some of the room."""
        super().resizeEvent(event)
        self._follow()


class AgreementEditor(_InView):
    """The sections; parties and terms are built when they are first shown."""

    def __init__(self, kit: Kit, presenter: AgreementPresenter) -> None:
        super().__init__(kit, (16, 12, 16, 16), gap=8)
        self._kit, self._presenter = kit, presenter
        say = kit.translator.text
        self.fields = Fields(presenter, self)
        self._parties: tuple[PartyLine, ...] = ()
        self._entry = AgreementEntry()
        self._cards: dict[UUID, TermCard] = {}
        self._rules: list[QWidget] = []
        self._adders: list[QWidget] = []
        self._copies = Text(kit, "", wrap=True)
        self._signers = Text(kit, "", size="small", tone="text2", wrap=True)
        self.sections = {
            PARTIES: Section(kit, say("当事人基本情况")),
            FACTS: Section(kit, say("主要事实与争议事项")),
            DUTIES: Section(kit, say("各方责任")),
            TERMS: Section(kit, say("协议内容与履行"), is_open=True),
            SIGNING: Section(kit, say("签名与份数")),
        }
        self._party_part = PartiesPart(kit, self.fields, presenter.edit_parties)
        self._build_texts()
        self._build_terms()
        self._build_signing()
        self.sections[PARTIES].body.addWidget(self._party_part)
        self.sections[PARTIES].on_folded(lambda _open: self._show_parties())
        for section in self.sections.values():
            self.body.addWidget(section)
        self.body.addStretch(1)

    # presenter → view

    def show_entry(self, entry: AgreementEntry, parties: Sequence[PartyLine]) -> None:
        """Show a draft as a whole."""
        is_new = tuple(parties) != self._parties
        self._entry, self._parties = entry, tuple(parties)
        for key in ("facts", "matters", "responsibilities", "court_copy"):
            self.fields.show_value(key, getattr(entry, key))
        if is_new:
            for card in self._cards.values():
                card.show_parties(self._parties)
        self._show_parties()
        self.show_terms(entry.terms)

    def show_terms(self, terms: Sequence[TermEntry]) -> None:
        """Show these terms in this order; cards of terms that stay are kept."""
        for gone in [one for one in self._cards if one not in {term.id for term in terms}]:
            card = self._cards.pop(gone)
            card.release()
            self._terms.removeWidget(card)
            card.setParent(None)
            card.deleteLater()
        self._cards = {term.id: self._cards.get(term.id) or self._card(term) for term in terms}
        self._place_terms()
        for term in terms:
            self._cards[term.id].show_term(term)
        self._nothing.setVisible(not terms)
        self._chain()

    def show_original(self, words: OriginalWords) -> None:
        """Show the terms of the agreement that a supplement changes."""
        self.original.show_words(words)
        self._chain()

    def show_term(self, term: TermEntry) -> None:
        """Show one term anew."""
        if term.id in self._cards:
            self._cards[term.id].show_term(term)
            self._chain()

    def show_term_words(self, term_id: UUID, words: TermWords) -> None:
        """Show what a term says about itself."""
        if term_id in self._cards:
            self._cards[term_id].show_words(words)

    def show_sections(self, sections: Mapping[str, SectionWords]) -> None:
        """Show how every section stands."""
        for name, words in sections.items():
            self.sections[name].set_state(words.state, words.gist)

    def show_copies(self, copies: str, signers: str) -> None:
        """Show copies and signers in words."""
        self._copies.setText(copies)
        self._signers.setText(signers)

    def focus_field(self, key: str, cursor: int = -1) -> None:
        """Open what hides a field and take the user there."""
        section = TERMS if key.startswith("terms") else _SECTION_OF.get(key, TERMS)
        self.sections[section].set_open(True)
        self._show_parties()
        if key == PARTY_KEY:
            self._party_part.focus()
            return
        editor = self.fields.find(key)
        if editor is None or not editor.isEnabled():
            self._add.setFocus()
            return
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        put_cursor(editor, cursor)
        self.bring_to_view(editor)

    def here(self) -> tuple[UUID | None, UUID | None]:
        """Tell the term and the line the user is in."""
        parts = self.fields.key_of(self.focusWidget()).split(".")
        if parts[0] != "terms" or len(parts) < 2:  # noqa: PLR2004 - terms.<id>
            return None, None
        is_line = len(parts) > 4 and parts[2] in ("instalments", "shares")  # noqa: PLR2004 - …<id>.amount
        return UUID(parts[1]), UUID(parts[3]) if is_line else None

    # building

    def _build_texts(self) -> None:
        kit = self._kit
        say = kit.translator.text
        for section, key, label, least in (
            (FACTS, "facts", say("纠纷主要事实"), 4),
            (FACTS, "matters", say("争议事项"), 2),
            (DUTIES, "responsibilities", say("各方责任"), 3),
        ):
            field = TextField(kit, least=least, most=14)
            self.fields.bind(key, field)
            box = FieldBox(kit, label, field, required=key == "facts", counted=True)
            self.sections[section].body.addWidget(box)

    def _build_terms(self) -> None:
        kit, body = self._kit, self.sections[TERMS].body
        say = kit.translator.text
        self._terms = QVBoxLayout()
        kit.style.lay(self._terms, gap=8)
        self.original = OriginalPart(kit, self._presenter.amending)
        self._nothing = Text(kit, say("还没有条款。选一种加上"), tone="text2")
        row = FlowLayout()
        kit.style.lay(row, gap=8)
        add = self._presenter.terms.add
        self._add = self._adder(row, say("给付金钱"), "Alt+G", lambda: add(TermKind.PAYMENT))
        self._adder(row, say("履行行为"), "Alt+X", lambda: add(TermKind.ACT))
        self._adder(row, say("其他约定"), "Alt+Q", lambda: add(TermKind.CLAUSE))
        library = self._presenter.library
        self._adder(row, say("条款库"), "Alt+K", lambda: open_clause_picker(kit, library, self))
        body.addWidget(self.original)
        body.addWidget(self._nothing)
        body.addLayout(self._terms)
        body.addLayout(row)

    def _adder(self, row: FlowLayout, text: str, keys: str, act: Callable[[], None]) -> Button:
        button = Button(self._kit, text, icon="plus", keys=keys, height="small")
        button.clicked.connect(lambda _on=False: act())
        row.addWidget(button)
        self._adders.append(button)
        return button

    def _build_signing(self) -> None:
        kit, body = self._kit, self.sections[SIGNING].body
        say = kit.translator.text
        court = TickField(kit, say("另备一份送法院（拟申请司法确认）"))
        self.fields.bind("court_copy", court)
        for widget in (self._copies, court, self._signers):
            body.addWidget(widget)

    def _show_parties(self) -> None:
        """Fill the ticks when they can be seen: sixty parties cost nothing while folded."""
        if self.sections[PARTIES].is_open:
            self._party_part.show_parties(self._parties, self._entry.party_ids)
            self._chain()

    def _chain(self) -> None:
        """Let Tab go as people read: section by section, term by term."""
        order: list[QWidget] = []
        for name, section in self.sections.items():
            order.append(section.findChildren(QPushButton)[0])
            if name == PARTIES:
                order += self._party_part.order()
            elif name == TERMS:
                order += self.original.order()
                order += [field for card in self._cards.values() for field in card.order()]
                order += self._adders
            else:
                keys = [key for key, place in _SECTION_OF.items() if place == name]
                order += [field for key in keys if (field := self.fields.find(key)) is not None]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _card(self, term: TermEntry) -> TermCard:
        presenter, page = self._presenter, self._presenter.page
        tools = TermTools(self._kit, self.fields, presenter.terms, page.words, lambda: page.today)
        return TermCard(tools, term, self._parties)

    def _place_terms(self) -> None:
        while self._terms.takeAt(0) is not None:
            pass
        for line in self._rules:
            line.setParent(None)
            line.deleteLater()
        self._rules = [rule() for _card in list(self._cards)[1:]]
        for card, line in zip_longest(self._cards.values(), self._rules):
            self._terms.addWidget(card)
            if line is not None:
                self._terms.addWidget(line)
