"""What is told inside a page: nothing here, something failed, all is saved, work goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from app.ui.kit import Kit
from app.ui.voice import announce
from app.ui.widgets.buttons import Button
from app.ui.widgets.texts import Text, repolish

StripKind = Literal["error", "warning", "info"]
Saved = Literal["saved", "saving", "failed"]
_STRIP = {"error": ("stop", "err"), "warning": ("alert", "warn"), "info": ("info", "info")}
_SHOW_AFTER_MS = 400


class EmptyState(QWidget):
    """An icon, one sentence and one button in the middle of an empty pane."""

    def __init__(
        self, kit: Kit, sentence: str, *, icon: str = "ok", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit, self._icon_name = kit, icon
        column = QVBoxLayout(self)
        kit.style.lay(column, (24, 24, 24, 24), gap=12)
        self._icon = QLabel()
        self._sentence = Text(kit, sentence, tone="text2", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = Button(kit, action)
        self._button.setVisible(bool(action))
        column.addStretch(1)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        kit.style.watch(self, self._on_style)
        self._on_style()

    def say(self, sentence: str, action: str = "") -> None:
        """Change sentence and button; an empty action hides the button."""
        self._sentence.setText(sentence)
        self._button.set_text(action)
        self._button.setVisible(bool(action))

    def on_action(self, callback: Callable[[], None]) -> None:
        """Call back when the button is pressed."""
        self._button.clicked.connect(lambda _on=False: callback())

    def _on_style(self) -> None:
        picture = self._kit.style.picture(self._icon_name, "line2", 40, self.devicePixelRatioF())
        self._icon.setPixmap(picture)


class ErrorStrip(QFrame):
    """A strip at the top of a pane: what failed, what is safe, what to do. Hidden until told."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._kind: StripKind = "error"
        self._retry_call: Callable[[], None] | None = None
        self._details_call: Callable[[], None] | None = None
        self.setObjectName("strip")
        row = QHBoxLayout(self)
        kit.style.lay(row, (12, 6, 8, 6), gap=8)
        self._icon = QLabel()
        self._sentence = Text(kit, "", wrap=True)
        self._retry = Button(kit, kit.translator.text("重试"), height="small")
        self._details = Button(kit, kit.translator.text("详情"), kind="link", height="small")
        row.addWidget(self._icon, 0)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._retry)
        row.addWidget(self._details)
        self._retry.clicked.connect(self._on_retry)
        self._details.clicked.connect(self._on_details)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        kit.style.watch(self, self._on_style)
        self.setVisible(False)

    def tell(
        self,
        sentence: str,
        *,
        kind: StripKind = "error",
        retry: Callable[[], None] | None = None,
        details: Callable[[], None] | None = None,
        retry_text: str = "",
    ) -> None:
        """Show ``sentence``; a button appears only where there is something to call."""
        self._kind, self._retry_call, self._details_call = kind, retry, details
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self._retry.set_text(retry_text or self._kit.translator.text("重试"))
        self._retry.setVisible(retry is not None)
        self._details.setVisible(details is not None)
        self.setProperty("kind", kind)
        self._on_style()
        repolish(self)
        self.setVisible(True)
        announce(self, sentence)

    def clear(self) -> None:
        """Hide the strip."""
        self.setVisible(False)

    def _on_retry(self) -> None:
        self.clear()
        if self._retry_call is not None:
            self._retry_call()

    def _on_details(self) -> None:
        if self._details_call is not None:
            self._details_call()

    def _on_style(self) -> None:
        name, tone = _STRIP[self._kind]
        self._icon.setPixmap(self._kit.style.picture(name, tone, 20, self.devicePixelRatioF()))


class SavedMark(QWidget):
    """A mark of saving: "10:46 已保存", 正在保存, or 未保存，重试 as a red button."""

    def __init__(self, kit: Kit, *, on_rail: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._on_rail = kit, on_rail
        self._state: Saved = "saved"
        self._said = ""
        row = QHBoxLayout(self)
        kit.style.lay(row, gap=6)
        self._icon = QLabel()
        self._words = Text(kit, "", size="small", tone="railText2" if on_rail else "text2")
        self._again = Button(kit, kit.translator.text("未保存，重试"), kind="danger", height="small")
        row.addWidget(self._icon)
        row.addWidget(self._words)
        row.addWidget(self._again)
        row.addStretch(1)
        kit.style.watch(self, self._on_style)
        self.show_saved("")

    def show_saved(self, time: str) -> None:
        """Show when it was saved (``"10:46"``); an empty time shows nothing."""
        self._words.setText(self._kit.translator.text("{time} 已保存", time=time) if time else "")
        self._show("saved")

    def show_saving(self) -> None:
        """Show that it is being saved."""
        self._words.setText(self._kit.translator.text("正在保存"))
        self._show("saving")

    def show_failed(self) -> None:
        """Show that it is not saved; the text is safe on this PC."""
        self._words.setText("")
        self._show("failed")

    def on_retry(self, callback: Callable[[], None]) -> None:
        """Call back when the user wants to save again."""
        self._again.clicked.connect(lambda _on=False: callback())

    def _show(self, state: Saved) -> None:
        self._state = state
        self._again.setVisible(state == "failed")
        self._words.setVisible(state != "failed")
        said = self._words.text() or (self._again.text() if state == "failed" else "")
        if state != "saving" and said != self._said and self.isVisible():
            self._said = said
            announce(self, said)
        self.setAccessibleName(said)
        self._on_style()

    def _on_style(self) -> None:
        name = {"saved": "ok", "saving": "clock", "failed": "stop"}[self._state]
        tone = {"saved": "ok", "saving": "text3", "failed": "err"}[self._state]
        if self._on_rail and self._state != "failed":
            tone = "railText2"
        self._icon.setVisible(bool(self._words.text()) and self._state != "failed")
        self._icon.setPixmap(self._kit.style.picture(name, tone, 16, self.devicePixelRatioF()))


class BusyBar(QProgressBar):
    """A thin bar under a header; it appears only when work lasts longer than 0.4 s."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("busy")
        self.setRange(0, 0)
        self.setTextVisible(False)
        self.setAccessibleName(kit.translator.text("正在办理"))
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SHOW_AFTER_MS)
        self._wait.timeout.connect(self.show)
        self.setVisible(False)

    def begin(self) -> None:
        """Work has started."""
        self._wait.start()

    def end(self) -> None:
        """Work is over."""
        self._wait.stop()
        self.setVisible(False)
