"""The small tables of a payment: its instalments, and what each payee receives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.presenters.agreement.entries import InstalmentEntry, ShareEntry
from app.presenters.agreement.shown import SumLine
from app.presenters.agreement.terms import AgreementTerms
from app.ui.kit import Kit
from app.ui.screens.agreement.fields import Fields, SumField
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.fields import LineField
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.texts import ElidedText, Text

Remove = Callable[[UUID], None]
Paste = Callable[[str, str], bool]
_USUAL_PARTS = "3"
_NUMBER, _CROSS = 32, 40
_DUE, _SUM, _MANNER, _NAME = 12, 11, 19, 16
"""Shares of a line's width: in 特大 a line is as narrow as its pane."""


class TotalLine(QWidget):
    """The running total with its mark: 合计 12,500.00，比总额少 300.00."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._line: SumLine | None = None
        row = QHBoxLayout(self)
        kit.style.lay(row, (0, 2, 0, 0), gap=6)
        self._mark, self._words = QLabel(), Text(kit, "", bold=True)
        row.addWidget(self._mark)
        row.addWidget(self._words)
        row.addStretch(1)
        kit.style.watch(self, self._on_style)

    def show_line(self, line: SumLine | None) -> None:
        """Show a total, or nothing."""
        self._line = line
        self.setVisible(line is not None)
        if line is not None:
            self._words.setText(line.text)
            self._words.set_tone("ok" if line.is_right else "err")
        self._on_style()

    def _on_style(self) -> None:
        if self._line is not None:
            name, tone = ("check", "ok") if self._line.is_right else ("stop", "err")
            self._mark.setPixmap(self._kit.style.picture(name, tone, 16, self.devicePixelRatioF()))


class _Line(QWidget):
    """One line of a table: its fields and ✕."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.number = Text(kit, "", tone="text2")
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        kit.style.fix(self.number, width=_NUMBER)
        self.row = QHBoxLayout(self)
        kit.style.lay(self.row, gap=8)
        self.row.addWidget(self.number)
        self.fields: dict[str, LineField] = {}
        self.name: ElidedText | None = None

    def close_with(self, kit: Kit, remove: Callable[[], None]) -> None:
        """Put ✕ at the end; Ctrl+Delete is its key, so Tab and Enter pass it by."""
        button = IconButton(kit, "x", kit.translator.text("删除这一行"), keys="Ctrl+Del")
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        kit.style.fix(button, width=_CROSS)
        button.clicked.connect(lambda _on=False: remove())
        self.row.addWidget(button)


class LineTable(QWidget):
    """Heads, lines and total; lines keep their widgets while they live."""

    def __init__(self, kit: Kit, fields: Fields, path: str, remove: Remove, paste: Paste) -> None:
        super().__init__()
        self._kit, self._fields, self._path = kit, fields, path
        self._remove, self._paste = remove, paste
        self._lines: dict[UUID, _Line] = {}
        self.setObjectName("plain")
        column = QVBoxLayout(self)
        kit.style.lay(column, gap=4)
        self._heads = QHBoxLayout()
        kit.style.lay(self._heads, (0, 2, 0, 0), gap=8)
        self._body = QVBoxLayout()
        kit.style.lay(self._body, gap=5)
        self.total = TotalLine(kit)
        column.addLayout(self._heads)
        column.addLayout(self._body)
        column.addWidget(self.total)

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def _begin_heads(self, number: str) -> None:
        words = Text(self._kit, number, size="small", tone="text2")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._kit.style.fix(words, width=_NUMBER)
        self._heads.addWidget(words)

    def _end_heads(self) -> None:
        """Leave the room of ✕."""
        room = QWidget()
        self._kit.style.fix(room, width=_CROSS)
        self._heads.addWidget(room)

    def order(self) -> list[QWidget]:
        """Give the fields in the order of Tab and Enter."""
        return [field for line in self._lines.values() for field in line.fields.values()]

    def _head(self, text: str, share: int, *, at_end: bool = False) -> None:
        words = Text(self._kit, text, size="small", tone="text2")
        if at_end:
            words.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        words.setMinimumWidth(1)
        self._heads.addWidget(words, share)

    def _arrange(self, ids: Sequence[UUID], make: Callable[[UUID], _Line]) -> None:
        """Keep the lines that stay, drop those that go, make the new ones, all in order."""
        for gone in [line for line in self._lines if line not in ids]:
            self._fields.release(f"{self._path}.{gone}.")
            widget = self._lines.pop(gone)
            self._body.removeWidget(widget)
            widget.setParent(None)
            widget.deleteLater()
        if list(self._lines) == list(ids):
            return
        self._lines = {one: self._lines[one] if one in self._lines else make(one) for one in ids}
        for place, line in enumerate(self._lines.values()):
            if self._body.indexOf(line) != place:
                self._body.insertWidget(place, line)
            line.number.setText(str(place + 1))

    def _sum(self, line_id: UUID, name: str) -> SumField:
        key = f"{self._path}.{line_id}.amount"
        return SumField(self._kit, lambda text: self._paste(key, text), name=name)

    def _bind(self, line_id: UUID, line: _Line) -> None:
        for name, field in line.fields.items():
            self._fields.bind(f"{self._path}.{line_id}.{name}", field)


class InstalmentTable(LineTable):
    """期, 付款日, 金额, 方式."""

    def __init__(self, kit: Kit, fields: Fields, term_id: UUID, remove: Remove, paste: Paste) -> None:
        super().__init__(kit, fields, f"terms.{term_id}.instalments", remove, paste)
        say = kit.translator.text
        self._begin_heads(say("期"))
        self._head(say("付款日"), _DUE)
        self._head(say("金额（元）"), _SUM, at_end=True)
        self._head(say("方式"), _MANNER)
        self._end_heads()

    def show_lines(self, lines: Sequence[InstalmentEntry]) -> None:
        """Show these instalments."""
        self._arrange([line.id for line in lines], self._make)
        for line in lines:
            shown = self._lines[line.id].fields
            shown["due"].show_value(line.due)
            shown["amount"].show_value(line.amount)
            shown["manner"].show_value(line.manner)

    def _make(self, line_id: UUID) -> _Line:
        kit, line = self._kit, _Line(self._kit)
        say = kit.translator.text
        due = LineField(kit, name=say("付款日"), compact=True)
        amount = self._sum(line_id, say("金额（元）"))
        manner = LineField(kit, placeholder=say("未填写"), name=say("方式"), compact=True)
        line.fields = {"due": due, "amount": amount, "manner": manner}
        line.row.addWidget(due, _DUE)
        line.row.addWidget(amount, _SUM)
        line.row.addWidget(manner, _MANNER)
        line.close_with(kit, lambda: self._remove(line_id))
        self._bind(line_id, line)
        return line


class ShareTable(LineTable):
    """The name of each payee and the sum."""

    def __init__(self, kit: Kit, fields: Fields, term_id: UUID, remove: Remove, paste: Paste) -> None:
        super().__init__(kit, fields, f"terms.{term_id}.shares", remove, paste)
        say = kit.translator.text
        self._begin_heads(say("序"))
        self._head(say("收款人"), _NAME)
        self._head(say("应得金额（元）"), _SUM, at_end=True)
        self._head("", _MANNER)
        self._end_heads()

    def show_lines(self, lines: Sequence[ShareEntry], names: dict[UUID, str]) -> None:
        """Show these shares."""
        self._arrange([line.id for line in lines], self._make)
        for line in lines:
            shown = self._lines[line.id]
            name = names.get(line.party_id, "")
            if shown.name is not None:
                shown.name.setText(name)
            shown.fields["amount"].show_value(line.amount)
            shown.fields["amount"].setAccessibleName(name)

    def _make(self, line_id: UUID) -> _Line:
        kit, line = self._kit, _Line(self._kit)
        line.name = ElidedText(kit, "")
        amount = self._sum(line_id, "")
        line.fields = {"amount": amount}
        line.row.addWidget(line.name, _NAME)
        line.row.addWidget(amount, _SUM)
        line.row.addStretch(_MANNER)
        line.close_with(kit, lambda: self._remove(line_id))
        self._bind(line_id, line)
        return line


class LineActs(QWidget):
    """加一期, 平均分期, 列各人金额."""

    def __init__(self, kit: Kit, acts: AgreementTerms, term_id: UUID) -> None:
        super().__init__()
        say = kit.translator.text
        self.setObjectName("plain")
        row = FlowLayout(self)
        kit.style.lay(row, gap=8)
        add = Button(kit, say("加一期"), icon="plus", keys="Alt+I", kind="quiet", height="small")
        split = Button(kit, say("平均分期，期数"), kind="quiet", height="small")
        count = LineField(kit, name=say("期数"), compact=True)
        count.show_value(_USUAL_PARTS)
        kit.style.fix(count, width=48)
        shares = Button(kit, say("列各人金额"), kind="quiet", height="small")
        add.clicked.connect(lambda _on=False: acts.add_instalment(term_id))
        split.clicked.connect(lambda _on=False: acts.split_as_typed(term_id, count.value()))
        shares.clicked.connect(lambda _on=False: acts.list_shares(term_id))
        self._order: list[QWidget] = [add, split, count, shares]
        for widget in self._order:
            row.addWidget(widget)

    def order(self) -> list[QWidget]:
        """Give what Tab goes through."""
        return list(self._order)
