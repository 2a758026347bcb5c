"""Qt's own words (standard buttons, the menu of a line edit) in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator


def speak_natively(app: QCoreApplication, locale: str) -> bool:
    """Install Qt's catalogue of ``locale``; answers whether there is one.

    English is what Qt speaks by itself, so it has no catalogue worth loading.
    """
    words = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not words.load(f"qtbase_{locale}", folder):
        words.deleteLater()
        return False
    return app.installTranslator(words)
