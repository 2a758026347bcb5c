"""Printing a finished document through the system's own dialog, with the copies preset."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

_POINTS_PER_INCH = 72


def print_pdf(pdf: bytes, title: str, copies: int, parent: QWidget) -> bool:
    """Ask for a printer and print every page as it is; answers whether the user went on."""
    return print_pdfs((pdf,), title, copies, parent)


def print_pdfs(pdfs: Sequence[bytes], title: str, copies: int, parent: QWidget) -> bool:
    """Ask once for a printer and print several documents as one job."""
    opened = [_opened(pdf, parent) for pdf in pdfs]
    documents = [document for document, _held in opened]
    if not documents:
        return False
    try:
        printer = _printer(documents[0], title, copies)
        if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
            return False
        draw_pages(documents, printer)
    finally:
        for document, held in opened:
            document.close()
            document.deleteLater()
            held.close()
    return True


def draw_pages(documents: Sequence[QPdfDocument], printer: QPrinter) -> None:
    """Draw the chosen pages at the printer's own resolution, at true size on the whole sheet."""
    pages = [(document, number) for document in documents for number in range(document.pageCount())]
    first = max(printer.fromPage(), 1)
    chosen = pages[first - 1 : printer.toPage() or len(pages)]
    options = QPdfDocumentRenderOptions()
    options.setRenderFlags(QPdfDocumentRenderOptions.RenderFlag.Annotations)  # numbers of copies are stamps
    painter = QPainter(printer)
    try:
        for place, (document, number) in enumerate(chosen):
            if place:
                printer.newPage()
            size = document.pagePointSize(number)
            dots = printer.resolution() / _POINTS_PER_INCH
            sheet = QSize(round(size.width() * dots), round(size.height() * dots))
            drawn = document.render(number, sheet, options)
            painter.drawImage(QRectF(0, 0, sheet.width(), sheet.height()), drawn)
    finally:
        painter.end()


def _opened(pdf: bytes, parent: QWidget) -> tuple[QPdfDocument, QBuffer]:
    held = QBuffer()
    held.setData(QByteArray(pdf))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(parent)
    document.load(held)
    return document, held


def _printer(document: QPdfDocument, title: str, copies: int) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCopyCount(max(copies, 1))
    printer.setCollateCopies(True)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    first = document.pagePointSize(0)
    lies = QPageLayout.Orientation.Landscape if first.width() > first.height() else None
    printer.setPageOrientation(lies or QPageLayout.Orientation.Portrait)
    return printer
