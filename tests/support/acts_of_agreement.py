"""Drafting, checking, issuing and signing an agreement through the window alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.domain.settlements.agreements import MediationAgreement
from app.ui.screens.agreement.dialogs import IssueDialog
from app.ui.screens.agreement.term_card import TermCard
from app.ui.screens.workspace.screen import WorkspaceScreen
from app.ui.widgets.fields import FieldBox, LineField
from app.ui.widgets.tables import ListTable
from tests.support.acts_of_case import CaseActs
from tests.support.window_driver import ALT, CTRL


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """A payment as it is typed; ``due`` is the kind of due date and the day that goes with it."""

    amount: str
    nature: str = ""
    due: tuple[str, str] = ("", "")
    manner: str = ""
    consequence: str = ""
    payers: tuple[str, ...] = ()
    payees: tuple[str, ...] = ()
    instalments: tuple[tuple[str, str, str], ...] = ()


class AgreementActs(CaseActs):
    """Writes an agreement term by term and has it signed."""

    @property
    def agreement(self) -> MediationAgreement:
        """Give its newest agreement as stored."""
        return max(self.folder.agreements, key=lambda agreement: agreement.created_at)

    def draft(self, *, matters: str, responsibilities: str = "") -> None:
        """Begin the agreement: disputed matters, and who is responsible for what."""
        w = self.window
        self.take("起草协议")
        w.until(lambda: any(box.label == "争议事项" for box in w.all(FieldBox)), "the editor")
        w.fill("争议事项", matters)
        if responsibilities:
            self.unfold("各方责任")
            w.fill("各方责任", responsibilities)

    def begin_draft(self) -> None:
        """Begin an agreement from its tab, whatever the next step is."""
        w = self.window
        w.click("起草协议", w.all(WorkspaceScreen)[0])
        w.until(lambda: any(box.label == "争议事项" for box in w.all(FieldBox)), "the editor")

    def print_draft(self) -> bytes:
        """Print the draft on show."""
        w = self.window
        before = len(w.printed)
        w.press(Qt.Key.Key_P, CTRL)
        w.until(lambda: len(w.printed) > before, "the draft on the printer")
        return w.printed[-1].pdf

    def paste_here(self) -> None:
        """Paste what lies on the clipboard where the focus is."""
        self.window.press(Qt.Key.Key_V, CTRL)
        self.window.settle()

    def unfold(self, section: str) -> None:
        """Open a section of the editor."""
        w = self.window
        heads = [one for one in w.all(QAbstractButton) if one.text() == section and one.isCheckable()]
        if not heads[0].isChecked():
            QTest.mouseClick(heads[0], Qt.MouseButton.LeftButton)
        w.settle()

    def add_payment(self, payment: Payment) -> TermCard:
        """Add a payment and fill it in."""
        w = self.window
        card = self._new_term(Qt.Key.Key_G)
        self._who(card, "付款人", payment.payers)
        self._who(card, "收款人", payment.payees)
        w.fill("款项", payment.nature, card)
        w.fill("总额（元）", payment.amount, card)
        for place, (due, amount, manner) in enumerate(payment.instalments):
            w.click("加一期", card)
            for name, text in (("付款日", due), ("金额（元）", amount), ("方式", manner)):
                lines = [one for one in w.all(LineField, card) if one.accessibleName() == name]
                w.overwrite(lines[place], text)
        if not payment.instalments:
            self.set_due(card, *payment.due)
            if payment.manner:
                w.fill("支付方式", payment.manner, card)
        if payment.consequence:
            w.fill("逾期怎么办", payment.consequence, card)
        return card

    def add_act(
        self,
        act: str,
        who: tuple[str, ...],
        *,
        to_whom: tuple[str, ...] = (),
        due: tuple[str, str] = ("", ""),
        manner: str = "",
    ) -> TermCard:
        """Add a duty that is no payment."""
        card = self._new_term(Qt.Key.Key_X)
        self._who(card, "由谁履行", who)
        self._who(card, "向谁履行（可不选）", to_whom)
        self.window.fill("做什么", act, card)
        self.set_due(card, *due)
        if manner:
            self.window.fill("履行方式", manner, card)
        return card

    def add_clause(self, text: str) -> None:
        """Add a clause of the parties' own."""
        card = self._new_term(Qt.Key.Key_Q)
        self.window.fill("约定内容", text, card)

    def set_due(self, card: TermCard, kind: str, detail: str) -> None:
        """Say by when."""
        w = self.window
        if not kind:
            return
        w.pick("期限", kind, card)
        if kind == "某日前":
            w.fill("哪一日前", detail, card)
        elif kind == "条件成就时":
            w.fill("什么条件", detail, card)

    def issue(self) -> None:
        """Send the agreement to signing and print its copies."""
        w = self.window
        self.take("送签")
        w.until(lambda: isinstance(w.front(), IssueDialog), "the question before 送签")
        before = len(w.printed)
        self.send_form()
        w.until(lambda: len(w.printed) > before, "the copies")
        self.expect_step("登记签字")

    def sign_all(self) -> None:
        """Record every signature and the seal on today's day."""
        w = self.window
        self.take("登记签字")
        w.press(Qt.Key.Key_Return, CTRL)
        self.expect_step("记录履行")

    def sign(self, *names: str, agent: str = "") -> None:
        """Record single signatures by Space."""
        w = self.window
        self.take("登记签字")
        table = w.part("签名处", ListTable)
        for name in names:
            count = len(self.agreement.signatures)
            self._go_to_row(table, name)
            if agent:
                w.pick("谁签", f"代理人 {agent}")
                table.setFocus()
            w.press(Qt.Key.Key_Space)
            w.until(lambda: len(self.agreement.signatures) == count + 1, name)  # noqa: B023 - waited for at once
            w.settle()

    def _new_term(self, key: Qt.Key) -> TermCard:
        w = self.window
        before = set(w.all(TermCard))
        w.press(key, ALT)
        w.until(lambda: set(w.all(TermCard)) - before, "a new term")
        w.settle()
        (card,) = set(w.all(TermCard)) - before
        return card

    def _who(self, card: TermCard, label: str, names: tuple[str, ...]) -> None:
        if not names:
            return
        w = self.window
        picker = w.box(label, card).editor
        w.click(picker.accessibleName(), card)
        w.menu(*names)

    def _go_to_row(self, table: ListTable[object], name: str) -> None:
        model = table.model()
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Home)
        for row in range(model.rowCount()):
            cells = [str(model.index(row, place).data()) for place in range(model.columnCount())]
            if any(name in cell for cell in cells):
                return
            QTest.keyClick(table, Qt.Key.Key_Down)
        raise AssertionError(f"no row {name}")
