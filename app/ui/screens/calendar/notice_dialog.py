"""Telling the parties: who, the text message, and three ways to tell them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.mediation.schedule.appointments import NoticeManner
from app.presenters.calendar.notices import NoticePresenter, NoticeRow
from app.ui.kit import Kit
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import TextField, TickField
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.texts import Text


class NoticeDialog(Dialog):
    """Enter prints the notices; the message can be copied, a call or word of mouth can be noted."""

    def __init__(self, kit: Kit, presenter: NoticePresenter, parent: QWidget | None = None) -> None:
        super().__init__(kit, presenter.title, width=720, parent=parent)
        self._presenter = presenter
        self._ticks: list[tuple[UUID, TickField]] = []
        say = kit.translator.text
        self._strip = ErrorStrip(kit)
        self._words = Text(kit, "", wrap=True)
        self._message = TextField(kit, least=3, most=8, name=say("短信"))
        self._message.setReadOnly(True)
        self._large = TickField(kit, say("通知书用大字"))
        for widget in (self._strip, self._words):
            self.body.addWidget(widget)
        self._rows_at = self.body.count()
        self.body.addWidget(self._large)
        self.body.addWidget(Text(kit, say("短信（复制后粘贴发送）"), size="small", tone="text2"))
        self.body.addWidget(self._message)
        self.add_verb(say("返回"))
        self._verbs = [
            self.add_verb(say("当面已告知"), lambda: presenter.note(NoticeManner.IN_PERSON)),
            self.add_verb(say("电话已告知"), lambda: presenter.note(NoticeManner.PHONE)),
            self.add_verb(say("复制短信"), presenter.copy_message),
            self.add_verb(say("打印通知书"), self._print, kind="primary", keys="Ctrl+Enter", is_default=True),
        ]
        presenter.attach(self)

    # presenter → view

    def show_rows(self, words: str, rows: Sequence[NoticeRow]) -> None:
        """Show the parties."""
        self._words.setText(words)
        for place, row in enumerate(rows):
            tick = TickField(self._kit, f"{row.name}　{row.about}", name=row.name)
            tick.show_value(row.is_ticked)
            tick.on_ticked(lambda _on: self._presenter.tick(self._chosen()))
            self._ticks.append((row.id, tick))
            self.body.insertWidget(self._rows_at + place, tick)

    def show_message(self, words: str) -> None:
        """Show the text message."""
        self._message.show_value(words)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def show_error(self, words: str) -> None:
        """Say what failed."""
        if words:
            self._strip.tell(words)
        else:
            self._strip.clear()

    def show_busy(self, *, is_busy: bool) -> None:
        """Let nobody tell twice."""
        for verb in self._verbs:
            verb.setEnabled(not is_busy)

    def finish(self) -> None:
        """Close: the parties are told."""
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._verbs[-1].setFocus()

    def _chosen(self) -> list[UUID]:
        return [id_ for id_, tick in self._ticks if tick.value()]

    def _print(self) -> None:
        self._presenter.print(is_large=self._large.value())
