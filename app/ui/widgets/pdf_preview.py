"""The paper beside what is typed: a PDF that changes without flashing or jumping."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, QPointF
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.kit import Kit
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.texts import ShortenedText, Text

_STEP = 1.2
_SMALLEST, _LARGEST = 0.25, 4.0


class PdfPreview(QWidget):
    """``show_pdf(data)`` loads into a second document and swaps, keeping page, offset and zoom.

    The bar has ``bar_end`` (a layout) at its end for 打印草稿 and the like.
    """

    def __init__(self, kit: Kit, title: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._document: QPdfDocument | None = None
        self._buffer: QBuffer | None = None
        self._mark = ""
        self._view = QPdfView(self)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setAccessibleName(title)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._search = QPdfSearchModel(self)
        self._view.setSearchModel(self._search)
        self._page = ShortenedText(kit, size="small", tone="text2")
        self._fit = Button(kit, kit.translator.text("整页"), kind="quiet", height="small")
        self.bar_end = QHBoxLayout()
        """Where the pane puts its own buttons."""
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(self._bar(title))
        column.addWidget(self._view, 1)
        self._view.pageNavigator().currentPageChanged.connect(self._show_page)
        self._view.zoomModeChanged.connect(self._show_fit)
        kit.style.watch(self, self._on_style)
        self._on_style()

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self._document.pageCount() if self._document is not None else 0

    def show_pdf(self, data: bytes) -> bool:
        """Show other bytes; answers whether they are a PDF. What cannot be read changes nothing."""
        fresh = QPdfDocument(self)
        buffer = QBuffer(fresh)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        fresh.load(buffer)
        if fresh.status() != QPdfDocument.Status.Ready or fresh.pageCount() < 1:
            fresh.deleteLater()
            return False
        self._swap(fresh)
        return True

    def light_up(self, text: str) -> None:
        """Light up every place of ``text`` on the pages; an empty text puts the lights out."""
        self._mark = text
        self._search.setSearchString(text)

    def go_to(self, page: int) -> None:
        """Show page ``page`` (from 1)."""
        if 1 <= page <= self.page_count:
            self._view.pageNavigator().jump(page - 1, QPointF(), self._view.zoomFactor())

    def fit_width(self) -> None:
        """Make a page as wide as the pane."""
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def fit_page(self) -> None:
        """Show a whole page."""
        self._view.setZoomMode(QPdfView.ZoomMode.FitInView)

    def zoom(self, factor: float) -> None:
        """Enlarge by ``factor`` (less than 1 makes smaller)."""
        now = self._view.zoomFactor()
        if self._view.zoomMode() != QPdfView.ZoomMode.Custom and self._document is not None:
            page = self._document.pagePointSize(max(0, self._view.pageNavigator().currentPage()))
            dots = self.logicalDpiX() / 72
            margins = self._view.documentMargins()
            if page.width() > 0:
                room = self._view.viewport().width() - margins.left() - margins.right()
                now = room / (page.width() * dots)
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(max(_SMALLEST, min(_LARGEST, now * factor)))

    def _bar(self, title: str) -> QFrame:
        words = self._kit.translator.text
        bar = QFrame()
        bar.setObjectName("head")
        row = QHBoxLayout(bar)
        self._kit.style.lay(row, (14, 3, 10, 3), gap=4)
        row.addWidget(Text(self._kit, title, bold=True))
        row.addWidget(self._page, 1)
        smaller = IconButton(self._kit, "zoomout", words("缩小"))
        larger = IconButton(self._kit, "zoomin", words("放大"))
        smaller.clicked.connect(lambda _on=False: self.zoom(1 / _STEP))
        larger.clicked.connect(lambda _on=False: self.zoom(_STEP))
        self._fit.clicked.connect(lambda _on=False: self._fit_other())
        for button in (smaller, self._fit, larger):
            row.addWidget(button)
        row.addLayout(self.bar_end)
        return bar

    def _swap(self, fresh: QPdfDocument) -> None:
        across, down = self._view.horizontalScrollBar().value(), self._view.verticalScrollBar().value()
        old = self._document
        self._document = fresh
        self._view.setDocument(fresh)
        self._search.setDocument(fresh)
        if self._mark:
            self._search.setSearchString(self._mark)
        if old is not None:
            self._view.horizontalScrollBar().setValue(across)
            self._view.verticalScrollBar().setValue(down)
            old.deleteLater()
        self._show_page()

    def _show_page(self) -> None:
        words = self._kit.translator.text
        page = min(self._view.pageNavigator().currentPage() + 1, max(1, self.page_count))
        forms = (
            words("第 {page} 页，共 {count} 页", page=page, count=self.page_count),
            f"{page}/{self.page_count}",
        )
        self._page.show_forms(forms if self.page_count else ("",))

    def _fit_other(self) -> None:
        """Show a whole page where the width is fitted, else fit the width."""
        if self._view.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            self.fit_page()
        else:
            self.fit_width()

    def _show_fit(self) -> None:
        words = self._kit.translator.text
        fitted = self._view.zoomMode() == QPdfView.ZoomMode.FitToWidth
        self._fit.set_text(words("整页") if fitted else words("适宽"))

    def _on_style(self) -> None:
        """Lay the paper on the desk of the theme; QPdfView paints around the pages with the Dark role."""
        palette = self._view.palette()
        palette.setColor(QPalette.ColorRole.Dark, self._kit.style.color("desk"))
        self._view.setPalette(palette)
        side = self._kit.style.px(14)
        self._view.setDocumentMargins(QMargins(side, side, side, side))
        self._view.setPageSpacing(side)
