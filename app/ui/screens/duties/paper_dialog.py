"""A page as it would print, with the verb that prints it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.kit import Kit
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.pdf_preview import PdfPreview


class PaperDialog(Dialog):
    """Shows a draft; printing issues the form, so the printed page bears no draft mark."""

    def __init__(
        self, kit: Kit, title: str, pdf: bytes, print_it: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, title, width=720, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._print = print_it
        self.preview = PdfPreview(kit, title)
        kit.style.least(self.preview, height=480)
        self.body.addWidget(self.preview, 1)
        if not self.preview.show_pdf(pdf):
            strip = ErrorStrip(kit)
            strip.tell(kit.translator.text("预览打不开。可以直接打印"))
            self.body.insertWidget(0, strip)
        self.add_verb(kit.translator.text("返回"))
        self.add_verb(kit.translator.text("打印"), self._on_print, kind="primary", keys="Ctrl+Enter")

    def _on_print(self) -> None:
        self.accept()
        self._print()
