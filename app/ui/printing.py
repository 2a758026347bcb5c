"""Printing a finished document through the system's own dialog, with the copies preset."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

_POINTS_PER_INCH = 72


def print_pdf(pdf: bytes, title: str, copies: int, parent: QWidget) -> bool:
    """Ask for a printer and print every page as it is; answers whether the user went on."""
    held = QBuffer()
    held.setData(QByteArray(pdf))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(parent)
    document.load(held)
    try:
        printer = _printer(document, title, copies)
        if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
            return False
        draw_pages(document, printer)
    finally:
        document.close()
        document.deleteLater()
        held.close()
    return True


def draw_pages(document: QPdfDocument, printer: QPrinter) -> None:
    """Draw the chosen pages at the printer's own resolution, at true size on the whole sheet."""
    first = max(printer.fromPage(), 1)
    last = printer.toPage() or document.pageCount()
    painter = QPainter(printer)
    try:
        for number in range(first - 1, min(last, document.pageCount())):
            if number > first - 1:
                printer.newPage()
            size = document.pagePointSize(number)
            dots = printer.resolution() / _POINTS_PER_INCH
            sheet = QSize(round(size.width() * dots), round(size.height() * dots))
            painter.drawImage(QRectF(0, 0, sheet.width(), sheet.height()), document.render(number, sheet))
    finally:
        painter.end()


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
