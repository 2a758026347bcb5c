"""登记签字: one row per place on the paper, and the day, manner and agent to record there."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.settlements.agreements import SignerRole, SigningManner
from app.domain.values.days.calendar_days import parse_day
from app.presenters.agreement.shown import SigningRow, SigningWords
from app.presenters.agreement.signing import AgreementSigning, SigningForm
from app.ui.kit import Kit
from app.ui.screens.agreement.due_fields import TermGrid
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields import Choice, ChoiceField, DayField, FieldBox
from app.ui.widgets.fields.initials import initials
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.switches import Segmented
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel
from app.ui.widgets.texts import Text

_HIMSELF = ""
_TABLE_LEAST = 112
"""Its head and one place to sign: in large type on a small screen the rest scrolls."""


class SigningPanel(QWidget):
    """Space in the list signs or takes back; 全部登记 signs every empty place on the day given."""

    def __init__(self, kit: Kit, signing: AgreementSigning, today: date) -> None:
        super().__init__()
        self._kit, self._signing, self._today = kit, signing, today
        self._words: SigningWords | None = None
        say = kit.translator.text
        self.setObjectName("plain")
        self._strip = ErrorStrip(kit)
        self._note = Text(kit, "", tone="text2", wrap=True)
        self._gist = Text(kit, "", size="small", tone="text2", wrap=True)
        self._model = TableModel(self._columns(), sentence=self._sentence, key=_key)
        self.table = ListTable(kit, self._model, name=say("签名处"))
        self.table.on_ticked(self._tick)
        self.table.on_opened(self._tick)
        self.table.on_current(self._on_current)
        self._form = TermGrid(kit)
        self.day = DayField(kit, lambda typed: parse_day(typed, self._today))
        self.day.show_parsed(today)
        manners = [(manner.value, say(manner.term)) for manner in SigningManner]
        self.manner = Segmented(kit, manners, name=say("方式"))
        self.manner.show_value(SigningManner.SIGNATURE.value)
        self.agent: ChoiceField[str] = ChoiceField(kit, initials)
        self._form.add(FieldBox(kit, say("日期"), self.day), 3)
        self._form.add(FieldBox(kit, say("方式"), self.manner), 5)
        self._form.add(FieldBox(kit, say("谁签"), self.agent), 4)
        self._one = Button(kit, say("登记此处"), keys="Space")
        self._all = Button(kit, say("全部登记"), icon="check", keys="Ctrl+Enter")
        self._one.clicked.connect(lambda _on=False: self._press_one())
        self._all.clicked.connect(lambda _on=False: self.sign_all())
        self._lay_out()

    def show_signing(self, words: SigningWords) -> None:
        """Show the places and what is still missing."""
        self._words = words
        self._follow_day(words.today)
        if words.is_effective:
            self._strip.tell(words.summary, kind="info")
        else:
            self._strip.tell(words.summary, kind="warning" if words.can_sign else "error")
        self._note.setText(words.note)
        self._note.setVisible(bool(words.note))
        self._gist.setText(words.gist)
        self._model.show_items(words.rows)
        for widget in (self._form, self._one, self._all):
            widget.setVisible(words.can_sign)
        self._on_current(self.table.current())

    def focus(self) -> None:
        """Take the user to the first place that is not signed."""
        empty = next((row for row in self._rows() if not row.is_signed), None)
        if empty is not None:
            self.table.select(_key(empty))
        self.table.setFocus()

    def sign_all(self) -> None:
        """Record every empty place on the day and in the manner given."""
        if self._words is not None and self._words.can_sign:
            self._signing.sign_all(self._entered())

    def _follow_day(self, today: date) -> None:
        """Go on to a day that began while the panel stood open; a day that was typed stays."""
        before, self._today = self._today, today
        if before != today and self.day.value() == before.isoformat():
            self.day.show_parsed(today)

    def _tick(self, row: SigningRow) -> None:
        if self._words is None or not self._words.can_sign:
            return
        if row.is_signed:
            self._signing.withdraw(row)
        else:
            self._signing.sign((row,), self._entered())

    def _press_one(self) -> None:
        row = self.table.current()
        if row is not None:
            self._tick(row)

    def _entered(self) -> SigningForm:
        manner = next(one for one in SigningManner if one.value == self.manner.value())
        return SigningForm(self.day.value(), manner, self.agent.value() or "")

    def _on_current(self, row: SigningRow | None) -> None:
        say = self._kit.translator.text
        agents = row.agents if row is not None else ()
        is_seal = row is not None and row.role is SignerRole.SEAL
        oneself = say("加盖印章") if is_seal else say("本人")
        told = [Choice(_HIMSELF, oneself)]
        told += [Choice(agent, say("代理人 {name}", name=agent)) for agent in agents]
        self.agent.show_choices(told)
        if self.agent.value() is None:
            self.agent.show_value(_HIMSELF)
        self._one.set_text(say("收回此处") if row is not None and row.is_signed else say("登记此处"))

    def _rows(self) -> tuple[SigningRow, ...]:
        return self._words.rows if self._words is not None else ()

    def _columns(self) -> list[Column[SigningRow]]:
        say = self._kit.translator.text
        return [
            Column("", lambda row: Cell(ticked=row.is_signed), width=44),
            Column(say("签名处"), lambda row: row.role_word, width=108),
            Column(say("姓名、名称"), lambda row: Cell(row.name, is_title=True), share=1.0),
            Column(say("登记"), self._how, width=196),
        ]

    def _how(self, row: SigningRow) -> Cell:
        say = self._kit.translator.text
        if row.is_signed:
            return Cell(row.how, tone="ok")
        return Cell(say("未签") if row.is_required else say("未签（可不签）"), tone="text3")

    def _sentence(self, row: SigningRow) -> str:
        say = self._kit.translator.text
        told = row.how if row.is_signed else say("未签")
        return say("{role} {name}：{told}", role=row.role_word, name=row.name, told=told)

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        self._kit.style.lay(acts, gap=8)
        acts.addWidget(self._gist, 1)
        acts.addWidget(self._one)
        acts.addWidget(self._all)
        page = ScrollBody(self._kit, (16, 12, 16, 10), gap=10)
        for widget in (self._strip, self._note):
            page.body.addWidget(widget)
        self._kit.style.least(self.table, height=_TABLE_LEAST)
        page.body.addWidget(self.table, 1)
        page.body.addWidget(self._form)
        foot = QVBoxLayout()
        self._kit.style.lay(foot, (16, 0, 16, 12))
        foot.addLayout(acts)
        column = QVBoxLayout(self)
        self._kit.style.lay(column)
        column.addWidget(page, 1)
        column.addLayout(foot)


def _key(row: SigningRow) -> tuple[str, str]:
    return row.role.value, str(row.signer_id)
