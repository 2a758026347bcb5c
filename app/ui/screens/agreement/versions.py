"""版本对照: two versions side by side, what was changed marked by lines as well as by colour."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QWidget

from app.presenters.agreement.difference import Change, Piece
from app.presenters.agreement.page import AgreementPage
from app.presenters.agreement.versions.comparing import Facing
from app.presenters.agreement.versions.offered import Version
from app.presenters.agreement.versions.presenter import VersionsPresenter
from app.ui.kit import Kit
from app.ui.shell.pages import bind
from app.ui.widgets.buttons import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import Choice, ChoiceField, FieldBox
from app.ui.widgets.fields.initials import initials
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.texts import Text

_WIDTH, _HEIGHT = 980, 620
_ANCHOR = "row{n}"


class VersionsDialog(Dialog):
    """Both are one table, so that they scroll together; F8 and Shift+F8 go from change to change."""

    def __init__(self, kit: Kit, page: AgreementPage, parent: QWidget) -> None:
        say = kit.translator.text
        super().__init__(kit, say("版本对照"), parent=parent)
        kit.style.fix(self, width=_WIDTH)
        self._kit = kit
        self._rows: tuple[Facing, ...] = ()
        self._at = -1
        self._strip = ErrorStrip(kit)
        self.left: ChoiceField[str] = ChoiceField(kit, initials, name=say("左边的版本"))
        self.right: ChoiceField[str] = ChoiceField(kit, initials, name=say("右边的版本"))
        self.summary = Text(kit, "", wrap=True, bold=True)
        self.table = QTextBrowser()
        self.table.setAccessibleName(say("两个版本"))
        self.table.setOpenLinks(False)
        kit.style.least(self.table, height=_HEIGHT // 2)
        self._build()
        self.presenter = VersionsPresenter(page, self)
        for field in (self.left, self.right):
            field.on_chosen(lambda _value: self._choose())
        bind(self, "F8", lambda: self.walk(1), everywhere=True)
        bind(self, "Shift+F8", lambda: self.walk(-1), everywhere=True)
        kit.style.watch(self, self._draw)
        self.presenter.start()

    # presenter → view

    def show_choices(self, lines: Sequence[Version], left: str, right: str) -> None:
        """Show which versions there are."""
        for field, chosen in ((self.left, left), (self.right, right)):
            field.show_choices([Choice(line.key, line.words) for line in lines])
            field.show_value(chosen)

    def show_rows(self, rows: Sequence[Facing], summary: str) -> None:
        """Show both versions from their beginning."""
        self._strip.clear()
        self._rows, self._at = tuple(rows), -1
        self.summary.setText(summary)
        changed = any(row.is_changed for row in rows)
        for button in (self.back, self.forth):
            button.setEnabled(changed)
        self._draw()

    def show_failure(self, sentence: str) -> None:
        """Say what could not be read."""
        self._strip.tell(sentence)

    # user → view

    def walk(self, step: int) -> None:
        """Go to the next change, or to the one before; after the last comes the first."""
        changed = [n for n, row in enumerate(self._rows) if row.is_changed]
        if not changed:
            return
        if step > 0:
            self._at = next((n for n in changed if n > self._at), changed[0])
        else:
            self._at = next((n for n in reversed(changed) if n < self._at), changed[-1])
        self._draw()
        self.table.scrollToAnchor(_ANCHOR.format(n=self._at))

    @property
    def current(self) -> Facing | None:
        """Give the change gone to."""
        return self._rows[self._at] if 0 <= self._at < len(self._rows) else None

    def _choose(self) -> None:
        left, right = self.left.value(), self.right.value()
        if left is not None and right is not None:
            self.presenter.choose(left, right)

    # building

    def _build(self) -> None:
        kit, say = self._kit, self._kit.translator.text
        choices = QHBoxLayout()
        kit.style.lay(choices, gap=12)
        choices.addWidget(FieldBox(kit, say("左边"), self.left), 1)
        choices.addWidget(FieldBox(kit, say("右边"), self.right), 1)
        self.body.addWidget(self._strip)
        self.body.addLayout(choices)
        self.body.addWidget(self.summary)
        self.body.addWidget(
            Text(kit, say("下划线是右边多的，删除线是左边有而右边没有的"), size="small", tone="text2")
        )
        self.body.addWidget(self.table, 1)
        self.back = Button(kit, say("上一处"), keys="Shift+F8")
        self.forth = Button(kit, say("下一处"), keys="F8")
        self.back.clicked.connect(lambda _on=False: self.walk(-1))
        self.forth.clicked.connect(lambda _on=False: self.walk(1))
        self.add_note(self.forth)
        self.add_note(self.back)
        self.add_verb(say("关闭"), keys="Esc", is_default=True)

    def _draw(self) -> None:
        color, say = self._kit.style.color, self._kit.translator.text
        line, quiet, here = (color(token).name() for token in ("line2", "text2", "sel"))
        cells, told = [], []
        for n, row in enumerate(self._rows):
            back = f' bgcolor="{here}"' if n == self._at else ""
            mark = "●" if row.is_changed else ""
            cells.append(
                f"<tr{back}><td width='14%' style='color:{quiet}'><a name='{_ANCHOR.format(n=n)}'></a>"
                f"{mark}{escape(row.name)}</td><td width='43%'>{self._html(row.left)}</td>"
                f"<td width='43%'>{self._html(row.right)}</td></tr>"
            )
            if row.is_changed:
                told.append(
                    say(
                        "{name}：{before}，改为：{after}",
                        name=row.name,
                        before=_plain(row.left),
                        after=_plain(row.right),
                    )
                )
        self.table.setHtml(
            f"<table width='100%' cellspacing='0' cellpadding='6' border='1' bordercolor='{line}'"
            f" style='border-collapse:collapse;border-color:{line}'>{''.join(cells)}</table>"
        )
        self.table.setAccessibleDescription("；".join(told))

    def _html(self, pieces: Sequence[Piece]) -> str:
        color = self._kit.style.color
        looks = {
            Change.SAME: (color("text"), "none"),
            Change.ADDED: (color("warn"), "underline"),
            Change.REMOVED: (color("err"), "line-through"),
        }
        return "".join(
            f'<span style="color:{looks[piece.change][0].name()};text-decoration:{looks[piece.change][1]}">'
            f"{escape(piece.text)}</span>"
            for piece in pieces
        )


def _plain(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
