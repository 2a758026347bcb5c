"""The bar at the foot: what is missing, save, clear, and the one main button, which is never dead."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.presenters.intake.presenter import IntakePresenter
from app.presenters.intake.shown import Footer
from app.ui.kit import Kit
from app.ui.widgets.buttons import Button
from app.ui.widgets.texts import ElidedText, Text


class FootBar(QFrame):
    """Missing fields at the left, verbs at the right."""

    def __init__(self, kit: Kit, presenter: IntakePresenter) -> None:
        super().__init__()
        self._kit = kit
        self.setObjectName("bar")
        text = kit.translator.text
        row = QHBoxLayout(self)
        kit.style.lay(row, (24, 10, 24, 10), gap=8)
        self._mark = QLabel()
        self._count = Text(kit, "", tone="err")
        self._names = ElidedText(kit, "", tone="err", bold=True)
        self._jump = Button(kit, text("跳到"), kind="link", keys="F8", height="small")
        self._jump.clicked.connect(lambda _on=False: presenter.next_problem())
        clear = Button(kit, text("清空"), kind="quiet")
        clear.clicked.connect(lambda _on=False: presenter.clear())
        save = Button(kit, text("存草稿"), keys="Ctrl+S")
        save.clicked.connect(lambda _on=False: presenter.save_draft())
        self.register = Button(kit, text("登记"), kind="primary", keys="Ctrl+Enter", height="large")
        self.register.clicked.connect(lambda _on=False: presenter.submit())
        for widget in (self._mark, self._count):
            row.addWidget(widget)
        row.addWidget(self._names, 1)
        for button in (self._jump, clear, save, self.register):
            row.addWidget(button)
        self._stops = (self._jump, clear, save, self.register)
        kit.style.watch(self, self._on_style)
        self._on_style()
        self.show_missing(Footer())

    def show_triage(self, *, is_advised: bool) -> None:
        """Name the verb by what it does: registering alone, or sending the dispute on as well."""
        say = self._kit.translator.text
        self.register.set_text(say("登记并分流") if is_advised else say("登记"))

    def show_missing(self, footer: Footer) -> None:
        """Say what is missing."""
        self._count.setText(footer.text or self._kit.translator.text("已填齐"))
        self._count.set_tone("err" if footer.text else "ok")
        self._names.setText(footer.names)
        for widget in (self._mark, self._jump):
            widget.setVisible(bool(footer.text))
        self.setAccessibleName(f"{footer.text}{footer.names}")

    def stops(self) -> Iterator[QWidget]:
        """Give what takes the focus."""
        yield from self._stops

    def _on_style(self) -> None:
        self._mark.setPixmap(self._kit.style.picture("stop", "err", 18, self.devicePixelRatioF()))
