"""The two questions asked: 送签 and 作废."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.values.days.calendar_days import parse_day
from app.presenters.agreement.shown import IssueForm
from app.ui.kit import Kit
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import DayField, FieldBox, TextField, TickField
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.texts import Text


class IssueDialog(Dialog):
    """送签: copies, day, pages; Enter or Ctrl+Enter issues, Esc changes nothing."""

    def __init__(
        self,
        kit: Kit,
        form: IssueForm,
        pages: int,
        issue: Callable[[str, bool, bool], None],
        parent: QWidget,
    ) -> None:
        say = kit.translator.text
        super().__init__(kit, say("送签"), parent=parent)
        self._issue = issue
        self._strip = ErrorStrip(kit)
        self.body.addWidget(self._strip)
        if form.supplements:
            self.say(form.supplements)
        self.say(form.copies_words)
        if pages:
            sheets = say("每份 {pages} 页，共 {all} 页", pages=pages, all=pages * form.copies)
            self.body.addWidget(Text(kit, sheets, tone="text2"))
        self.day = DayField(kit, lambda typed: parse_day(typed, form.day))
        self.day.show_parsed(form.day)
        self.day.enter_moves_on = False
        self.body.addWidget(FieldBox(kit, say("协议日期"), self.day, hint=say("各方签字不早于这一天")))
        self.prints = TickField(kit, say("送签后打印 {n} 份", n=form.copies))
        self.prints.show_value(True)
        self.body.addWidget(self.prints)
        self.summarises = TickField(kit, say("同时给每方出一份大字要点单"))
        self.body.addWidget(self.summarises)
        self.body.addWidget(Text(kit, form.number_note, size="small", tone="text2", wrap=True))
        self.add_verb(say("再改改"))
        self.verb = self.add_verb(
            say("送签"), self.confirm, kind="primary", keys="Ctrl+Enter", is_default=True
        )

    def confirm(self) -> None:
        """Issue on the day that stands in the field."""
        self._issue(self.day.value(), self.prints.value(), self.summarises.value())

    def refuse(self, sentence: str) -> None:
        """Say why it was not issued."""
        self._strip.tell(sentence)


class VoidDialog(Dialog):
    """作废: a reason in words; the number stays recorded with it."""

    def __init__(self, kit: Kit, title: str, void: Callable[[str], None], parent: QWidget) -> None:
        say = kit.translator.text
        super().__init__(kit, say("作废{title}", title=title), parent=parent)
        self._kit, self._void = kit, void
        self.say(say("作废后不能恢复。编号和原因留在经过里，案件可以另行起草协议"))
        self.reason = TextField(kit, least=2, most=6)
        self._box = FieldBox(kit, say("作废原因"), self.reason, required=True)
        self.body.addWidget(self._box)
        self.add_verb(say("不作废"), is_default=True)
        self.verb = self.add_verb(say("作废"), self.confirm, kind="danger", keys="Ctrl+Enter")
        self.reason.setFocus()

    def confirm(self) -> None:
        """Void with the reason typed; without one say what is wanted."""
        if not self.reason.value().strip():
            self._box.set_problem("error", self._kit.translator.text("写明具体原因"))
            self.reason.setFocus()
            return
        self._void(self.reason.value())
        self.accept()
