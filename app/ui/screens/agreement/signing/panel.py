"""登记签字: one row per place on the paper, and the day, manner and agent to record there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.settlements.agreements import SignerRole, SigningManner
from app.domain.values.days.calendar_days import parse_day
from app.presenters.agreement.shown import SigningRow, SigningWords
from app.presenters.agreement.signing.session import AgreementSigning, SigningForm
from app.presenters.workspace.forms.presenter import FormPresenter
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.kit import Kit
from app.ui.screens.agreement.due_fields import TermGrid
from app.ui.screens.agreement.signing.drawing import DrawingDialog
from app.ui.screens.agreement.signing.table import row_key, signing_model
from app.ui.screens.agreement.signing.ways import SigningWays
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields import Choice, ChoiceField, DayField, FieldBox
from app.ui.widgets.fields.initials import initials
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.switches import Segmented
from app.ui.widgets.tables import ListTable
from app.ui.widgets.texts import Text

_HIMSELF = ""
_TABLE_LEAST = 112
"""Its head and one place to sign: in large type on a small screen the rest scrolls."""


class SigningPanel(QWidget):
    """Space in the list signs or takes back; Enter asks everything about one signature.

    全部登记 signs every empty place on the day given, but for whoever refused.
    """

    def __init__(self, kit: Kit, signing: AgreementSigning, today: date) -> None:
        super().__init__()
        self._kit, self._signing, self._today = kit, signing, today
        self._words: SigningWords | None = None
        self._drawing: DrawingDialog | None = None
        say = kit.translator.text
        self.setObjectName("plain")
        self._strip = ErrorStrip(kit)
        self._note = Text(kit, "", tone="text2", wrap=True)
        self._gist = Text(kit, "", size="small", tone="text2", wrap=True)
        self._model = signing_model(kit)
        self.table = ListTable(kit, self._model, name=say("签名处"))
        self.table.on_ticked(self._tick)
        self.table.on_opened(lambda _row: self.open_detail())
        self.table.on_current(self._on_current)
        self._form = TermGrid(kit)
        self.day = DayField(kit, lambda typed: parse_day(typed, self._today))
        self.day.show_parsed(today)
        manners = [
            (manner.value, say(manner.term)) for manner in SigningManner if manner is not SigningManner.DRAWN
        ]
        self.manner = Segmented(kit, manners, name=say("方式"))
        self.manner.show_value(SigningManner.SIGNATURE.value)
        self.agent: ChoiceField[str] = ChoiceField(kit, initials)
        self._form.add(FieldBox(kit, say("日期"), self.day), 3)
        self._form.add(FieldBox(kit, say("方式"), self.manner), 5)
        self._form.add(FieldBox(kit, say("谁签"), self.agent), 4)
        self._refused = Text(kit, "", tone="err", wrap=True)
        self._ways = SigningWays(kit)
        self._ways.detail.clicked.connect(lambda _on=False: self.open_detail())
        self._ways.refuse.clicked.connect(lambda _on=False: self.open_refusal())
        self._ways.draw.clicked.connect(lambda _on=False: self.open_drawing())
        self._one = Button(kit, say("登记此处"), keys="Space")
        self._all = Button(kit, say("全部登记"), icon="check", keys="Ctrl+Enter")
        self._one.clicked.connect(lambda _on=False: self._in_row(self._tick))
        self._all.clicked.connect(lambda _on=False: self.sign_all())
        self._lay_out()
        signing.attach(self)

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
        self._refused.setText(words.refused)
        self._refused.setVisible(bool(words.refused))
        before = self.table.current()
        self._model.show_items(words.rows)
        for widget in (self._form, self._one, self._all, self._ways):
            widget.setVisible(words.can_sign)
        self._walk_on(before)
        self._on_current(self.table.current())

    # presenter → panel

    def open_form(self, form: FormPresenter) -> None:
        """Open the window of a form."""
        FormDialog(self._kit, form, self).open()

    def ask_drawing(self, name: str, draw: Callable[[bytes, str], None]) -> None:
        """Open the window in which somebody signs."""
        self._drawing = DrawingDialog(self._kit, name, self._today, draw, self)
        self._drawing.open()

    def drawn(self) -> None:
        """Close the window in which somebody signed."""
        if self._drawing is not None:
            self._drawing.accept()
            self._drawing = None

    def refuse_drawing(self, sentence: str) -> None:
        """Say in that window why the signature was not recorded."""
        if self._drawing is not None:
            self._drawing.refuse(sentence)

    # user → presenter

    def focus(self) -> None:
        """Take the user to the first place that is not signed."""
        empty = next((row for row in self._rows() if not row.is_signed), None)
        if empty is not None:
            self.table.select(row_key(empty))
        self.table.setFocus()

    def sign_all(self) -> None:
        """Record every empty place on the day and in the manner given."""
        if self._words is not None and self._words.can_sign:
            self._signing.sign_all(self._entered())

    def open_detail(self) -> None:
        """Ask everything about the signature in the row the user stands on."""
        self._in_row(self._signing.open_detail)

    def open_refusal(self) -> None:
        """Record that whoever belongs to the row will not sign, or take that back."""
        self._in_row(self._signing.open_refusal)

    def open_drawing(self) -> None:
        """Let whoever belongs to the row sign on the screen."""
        if self._ways.draw.isEnabled():
            self._in_row(self._signing.open_drawing)

    def _in_row(self, act: Callable[[SigningRow], None]) -> None:
        row = self.table.current()
        if row is not None and self._words is not None and self._words.can_sign:
            act(row)

    def _walk_on(self, before: SigningRow | None) -> None:
        """Go to the next empty place once the one the user stood on was filled."""
        rows = self._rows()
        place = next((n for n, row in enumerate(rows) if before and row_key(row) == row_key(before)), None)
        if place is None or before is None or before.is_signed or not rows[place].is_signed:
            return
        following = (*rows[place + 1 :], *rows[:place])
        empty = next((row for row in following if not row.is_signed and not row.is_refused), None)
        if empty is not None:
            self.table.select(row_key(empty))

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
        self._ways.follow(row, self._words.drawing if self._words is not None else "")
        self._one.set_text(say("收回此处") if row is not None and row.is_signed else say("登记此处"))

    def _rows(self) -> tuple[SigningRow, ...]:
        return self._words.rows if self._words is not None else ()

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        self._kit.style.lay(acts, gap=8)
        acts.addWidget(self._gist, 1)
        acts.addWidget(self._one)
        acts.addWidget(self._all)
        page = ScrollBody(self._kit, (16, 12, 16, 10), gap=10)
        for widget in (self._strip, self._refused, self._note):
            page.body.addWidget(widget)
        self._kit.style.least(self.table, height=_TABLE_LEAST)
        page.body.addWidget(self.table, 1)
        page.body.addWidget(self._form)
        page.body.addWidget(self._ways)
        foot = QVBoxLayout()
        self._kit.style.lay(foot, (16, 0, 16, 12))
        foot.addLayout(acts)
        column = QVBoxLayout(self)
        self._kit.style.lay(column)
        column.addWidget(page, 1)
        column.addLayout(foot)
