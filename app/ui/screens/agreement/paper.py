"""The paper beside the editor: a draft as typed, or the stored page of what was issued."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.kit import Kit
from app.ui.widgets.buttons import Button
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.pdf_preview import PdfPreview


class PaperColumn(QWidget):
    """A preview that keeps page and zoom, with 打印 at the end of its bar."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        say = kit.translator.text
        self.setObjectName("desk")
        self.preview = PdfPreview(kit, say("预览"))
        self.print = Button(kit, say("打印草稿"), icon="print", height="small")
        self.check = Button(kit, say("核对存档"), height="small")
        self.check.setVisible(False)
        self.preview.bar_end.addWidget(self.print)
        self._strip = ErrorStrip(kit)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(self._strip)
        column.addWidget(self.preview, 1)
        foot = QHBoxLayout()
        kit.style.lay(foot, (8, 6, 8, 6))
        foot.addStretch(1)
        foot.addWidget(self.check)
        column.addLayout(foot)
        self.show_nothing()

    @property
    def page_count(self) -> int:
        """How many pages the paper has."""
        return self.preview.page_count

    def show_paper(self, pdf: bytes, *, is_draft: bool) -> None:
        """Show the paper; one that cannot be read leaves the old one and says so."""
        say = self._kit.translator.text
        self.print.set_text(say("打印草稿") if is_draft else say("打印"))
        self.check.setVisible(not is_draft)
        if self.preview.show_pdf(pdf):
            self.preview.setVisible(True)
        else:
            self._strip.tell(say("预览没画出来，输入已保留"))

    def show_failure(self, sentence: str) -> None:
        """Say why the paper is not what is typed."""
        if sentence:
            self._strip.tell(sentence, kind="warning")
        else:
            self._strip.clear()

    def light_up(self, text: str) -> None:
        """Light up a text."""
        self.preview.light_up(text)

    def show_nothing(self) -> None:
        """Show an empty column: there is no agreement."""
        self._strip.clear()
        self.check.setVisible(False)
        self.preview.setVisible(False)
