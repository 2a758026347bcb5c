"""The other ways a place may go: told in full, refused, or signed on the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.settlements.agreements import SignerRole
from app.presenters.agreement.shown import SigningRow
from app.ui.kit import Kit
from app.ui.widgets.buttons import Button


class SigningWays(QWidget):
    """Three buttons that follow the row the user stands on; a forbidden one says why."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._say = kit.translator.text
        self.setObjectName("plain")
        self.draw = Button(kit, self._say("屏上手写"), keys="Alt+H", height="small")
        self.refuse = Button(kit, self._say("拒签"), keys="Alt+J", height="small")
        self.detail = Button(kit, self._say("逐项登记"), keys="Alt+D", height="small")
        row = QHBoxLayout(self)
        kit.style.lay(row, gap=8)
        row.addStretch(1)
        for button in (self.draw, self.refuse, self.detail):
            row.addWidget(button)

    def follow(self, row: SigningRow | None, forbidden: str) -> None:
        """Offer what may be done in this row; ``forbidden`` is why nothing is signed on the screen."""
        is_empty = row is not None and not row.is_signed
        is_seal = row is not None and row.role is SignerRole.SEAL
        self.detail.setEnabled(row is not None)
        self.refuse.setEnabled(is_empty)
        self.refuse.set_text(
            self._say("收回拒签") if row is not None and row.is_refused else self._say("拒签")
        )
        self.draw.setEnabled(is_empty and not is_seal and not forbidden)
        self.draw.setToolTip(forbidden)
