"""What is shown when something went wrong that nobody foresaw: a sentence, and details to copy."""

from __future__ import annotations

import logging
import platform
import sys
import traceback

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app import __version__
from app.ui.kit import Kit
from app.ui.widgets.dialog import Dialog

_LOG = logging.getLogger(__name__)


def details_of(error: BaseException) -> str:
    """Gather version, system and where it happened; never what anybody typed."""
    trace = "".join(traceback.format_tb(error.__traceback__))
    return (
        f"MapleBridge {__version__}, Python {platform.python_version()}, {sys.platform}\n"
        f"{type(error).__name__}\n{trace}"
    )


class UnexpectedDialog(Dialog):
    """Says that what was typed is safe, and offers the details for whoever looks after the program."""

    def __init__(self, kit: Kit, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(kit, kit.translator.text("出了意外"), width=720, parent=parent)
        _LOG.error("unexpected", exc_info=error)
        self._details = details_of(error)
        self.say(kit.translator.text("这一步没有完成。已保存的内容不受影响，输入中的文字仍在。"))
        shown = QPlainTextEdit(self._details)
        shown.setReadOnly(True)
        shown.setAccessibleName(kit.translator.text("详情"))
        kit.style.least(shown, height=180)
        self.body.addWidget(shown)
        self.add_verb(kit.translator.text("复制详情"), self._copy)
        self.add_verb(kit.translator.text("继续"), kind="primary", is_default=True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
