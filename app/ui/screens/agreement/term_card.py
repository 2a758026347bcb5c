"""One term: who, to whom, what or how much, by when, how, what if not, and its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.settlements.terms import BINDING, TermKind
from app.domain.values.money import Money
from app.presenters.agreement.entries import TermEntry
from app.presenters.agreement.shown import PartyLine, TermWords
from app.presenters.agreement.terms import AgreementTerms
from app.presenters.agreement.words import AgreementWords
from app.ui.kit import Kit
from app.ui.screens.agreement.due_fields import DueFields, TermGrid
from app.ui.screens.agreement.fields import Fields
from app.ui.screens.agreement.lines import InstalmentTable, LineActs, ShareTable
from app.ui.screens.agreement.party_picker import PartyPicker
from app.ui.screens.agreement.sentence_box import SentenceBox
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.fields import FieldBox, LineField, MoneyField, TextField, TickField, Today
from app.ui.widgets.texts import Text


@dataclass(frozen=True, slots=True)
class TermTools:
    """What every card is given."""

    kit: Kit
    fields: Fields
    acts: AgreementTerms
    words: AgreementWords
    today: Today


class _TermHead(QWidget):
    """The number and kind of a term; what moves and removes it. Keys do the same, so Tab passes by."""

    def __init__(self, kit: Kit, acts: AgreementTerms, term_id: UUID) -> None:
        super().__init__()
        say = kit.translator.text
        self.setObjectName("plain")
        row = QHBoxLayout(self)
        kit.style.lay(row, gap=4)
        self.title = Text(kit, "", bold=True)
        row.addWidget(self.title)
        row.addStretch(1)
        for icon, name, keys, act in (
            ("upc", say("上移"), "Alt+Up", lambda: acts.move(term_id, -1)),
            ("down", say("下移"), "Alt+Down", lambda: acts.move(term_id, 1)),
            ("x", say("删除这一条"), "Ctrl+Shift+Del", lambda: acts.remove(term_id)),
        ):
            button = IconButton(kit, icon, name, keys=keys)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.clicked.connect(lambda _on=False, do=act: do())
            row.addWidget(button)


class TermCard(QWidget):
    """The fields of one term; which are shown follows its kind and its lines."""

    def __init__(self, tools: TermTools, term: TermEntry, parties: Sequence[PartyLine]) -> None:
        super().__init__()
        self._tools, self._kit, self.term_id, self.kind = tools, tools.kit, term.id, term.kind
        self._path = f"terms.{term.id}"
        self._names = {party.id: party.name for party in parties}
        self.setObjectName("plain")
        say = self._kit.translator.text
        is_payment = term.kind is TermKind.PAYMENT
        column = QVBoxLayout(self)
        self._kit.style.lay(column, (0, 2, 0, 6), gap=8)
        self._head = _TermHead(self._kit, tools.acts, term.id)
        column.addWidget(self._head)
        self._payers = self._picker("payer_ids", say("付款人") if is_payment else say("由谁履行"), parties)
        self._payees = self._picker("payee_ids", say("收款人") if is_payment else say("向谁履行"), parties)
        self._who = TermGrid(self._kit)
        self._money = TermGrid(self._kit)
        self._how = TermGrid(self._kit)
        self._instalments: InstalmentTable | None = None
        self._shares: ShareTable | None = None
        self._place_for_lines = QVBoxLayout()
        self._buttons: list[QWidget] = []
        if term.kind is TermKind.PAYMENT:
            self._build_payment(column)
        elif term.kind is not TermKind.DROPPED:
            self._build_act(column)
        acts = tools.acts
        self.sentence = SentenceBox(
            self._kit, lambda: acts.edit_text(term.id), lambda: acts.restore_text(term.id)
        )
        self._bind("edited_text", self.sentence.editor)
        if term.kind is TermKind.DROPPED:
            self.sentence.hold()
        column.addWidget(self.sentence)

    # presenter → view

    def show_parties(self, parties: Sequence[PartyLine]) -> None:
        """Offer these parties."""
        self._names = {party.id: party.name for party in parties}
        self._payers.show_parties(parties)
        self._payees.show_parties(parties)

    def show_term(self, term: TermEntry) -> None:
        """Show every field, and only those this term needs."""
        self._payers.show_value(term.payer_ids)
        self._payees.show_value(term.payee_ids)
        fields = self._tools.fields
        for name in ("amount", "nature", "manner", "place", "act", "consequence", "is_joint"):
            fields.show_value(f"{self._path}.{name}", getattr(term, name))
        self.sentence.show_edited(term.edited_text)
        if term.kind not in BINDING:
            return
        self._due.show_due(term.due)
        if term.kind is TermKind.PAYMENT:
            self._joint.setVisible(len(term.payer_ids) > 1 or term.is_joint)
            self._show_lines(term)
        due = set() if term.instalments else self._due.shown(term.due)
        self._how.show_only({self._manner, self._place, self._consequence, *due})

    def show_words(self, words: TermWords) -> None:
        """Show title, capitals, totals and sentence."""
        self._head.title.setText(words.title)
        self.setAccessibleName(words.title)
        self.sentence.show_words(words)
        if self.kind is not TermKind.PAYMENT:
            return
        self._capital.show_value(words.capital)
        say = self._kit.translator.text
        self._capital_box.set_note(say("✓ 一致") if words.capital else "", "ok")
        if self._instalments is not None:
            self._instalments.total.show_line(words.instalments)
        if self._shares is not None:
            self._shares.total.show_line(words.shares)

    def order(self) -> list[QWidget]:
        """Give the fields in the order of Tab and Enter: as they are read."""
        fields = self._tools.fields

        def of(*names: str) -> list[QWidget]:
            found = (fields.find(f"{self._path}.{name}") for name in names)
            return [editor for editor in found if editor is not None]

        lines = [table.order() for table in (self._instalments, self._shares) if table is not None]
        due = self._due.order() if self.kind in BINDING else []
        return [
            *of("payer_ids", "payee_ids", "nature", "is_joint", "amount", "act"),
            *(field for table in lines for field in table),
            *self._buttons,
            *due,
            *of("manner", "place", "consequence"),
            *self.sentence.order(),
        ]

    def release(self) -> None:
        """Forget its fields: the card goes away."""
        self._tools.fields.release(f"{self._path}.")

    # building

    def _build_payment(self, column: QVBoxLayout) -> None:
        kit = self._kit
        say = kit.translator.text
        nature = self._line("nature", self._tools.words.natures())
        self._who.add(FieldBox(kit, say("付款人"), self._payers), 4)
        self._who.add(FieldBox(kit, say("收款人"), self._payees), 4)
        self._who.add(FieldBox(kit, say("款项"), nature), 4)
        amount = MoneyField(kit, Money.parse)
        self._bind("amount", amount)
        self._capital = LineField(kit, name=say("大写"))
        self._capital.setReadOnly(True)
        self._capital.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._capital_box = FieldBox(kit, say("大写（自动生成）"), self._capital)
        self._money.add(FieldBox(kit, say("总额（元）"), amount, required=True), 4)
        self._money.add(self._capital_box, 8)
        self._joint = TickField(kit, say("付款人承担连带责任"))
        self._bind("is_joint", self._joint)
        kit.style.lay(self._place_for_lines, gap=8)
        self._add_how()
        column.addWidget(self._who)
        column.addWidget(self._joint)
        column.addWidget(self._money)
        column.addLayout(self._place_for_lines)
        line_acts = LineActs(kit, self._tools.acts, self.term_id)
        self._buttons = line_acts.order()
        column.addWidget(line_acts)
        column.addWidget(self._how)

    def _build_act(self, column: QVBoxLayout) -> None:
        kit = self._kit
        say = kit.translator.text
        is_clause = self.kind is TermKind.CLAUSE
        act = TextField(kit, least=2, most=10)
        self._bind("act", act)
        if not is_clause:
            self._who.add(FieldBox(kit, say("由谁履行"), self._payers), 6)
            self._who.add(FieldBox(kit, say("向谁履行（可不选）"), self._payees), 6)
            self._add_how()
            column.addWidget(self._who)
        column.addWidget(FieldBox(kit, say("约定内容") if is_clause else say("做什么"), act, required=True))
        if not is_clause:
            column.addWidget(self._how)

    def _add_how(self) -> None:
        kit = self._kit
        say = kit.translator.text
        is_payment = self.kind is TermKind.PAYMENT
        self._due = DueFields(kit, self._tools.fields, self.term_id, self._how, self._tools.today)
        manner = self._line("manner", self._tools.words.manners() if is_payment else ())
        self._manner = FieldBox(kit, say("支付方式") if is_payment else say("履行方式"), manner)
        self._place = FieldBox(kit, say("履行地点"), self._line("place", ()))
        self._consequence = FieldBox(kit, say("逾期怎么办"), self._line("consequence", ()))
        self._how.add(self._manner, 4)
        self._how.add(self._place, 4)
        self._how.add(self._consequence, 8)

    def _picker(self, name: str, words: str, parties: Sequence[PartyLine]) -> PartyPicker:
        picker = PartyPicker(self._kit, words)
        picker.show_parties(parties)
        picker.setParent(self)
        picker.setVisible(self.kind in BINDING)
        self._bind(name, picker)
        return picker

    def _line(self, name: str, suggestions: Sequence[str]) -> LineField:
        field = LineField(self._kit)
        key = self._bind(name, field)
        if suggestions:
            self._tools.fields.suggest(key, field, suggestions)
        return field

    def _bind(self, name: str, editor: QWidget) -> str:
        key = f"{self._path}.{name}"
        self._tools.fields.bind(key, editor)
        return key

    def _show_lines(self, term: TermEntry) -> None:
        tools = self._tools

        def remove(line_id: UUID) -> None:
            tools.acts.remove_line(term.id, line_id)

        if term.instalments and self._instalments is None:
            made = InstalmentTable(self._kit, tools.fields, term.id, remove, tools.acts.paste)
            self._instalments = made
            self._place_for_lines.insertWidget(0, made)
        if term.shares and self._shares is None:
            self._shares = ShareTable(self._kit, tools.fields, term.id, remove, tools.acts.paste)
            self._place_for_lines.addWidget(self._shares)
        if self._instalments is not None:
            self._instalments.show_lines(term.instalments)
            self._instalments.setVisible(bool(term.instalments))
        if self._shares is not None:
            self._shares.show_lines(term.shares, self._names)
            self._shares.setVisible(bool(term.shares))
