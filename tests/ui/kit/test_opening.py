"""The card that is up while the program opens: painted at once, and gone with the first window."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from app.archive.resources import resources_folder
from app.ui.opening.card import OpeningCard, close_opening_card, show_opening_card


def test_the_card_is_painted_when_it_is_shown_and_goes_when_told(qapp):
    card = show_opening_card(resources_folder())
    assert card.isVisible()
    assert card.accessibleName() == "正在打开……"
    image = card.grab().toImage()
    rail = QColor("#0F2F2B")
    assert image.pixelColor(QPoint(2, 2)) == rail
    inked = sum(
        image.pixelColor(x, y) != rail for x in range(image.width()) for y in range(0, image.height(), 4)
    )
    assert inked > 500
    close_opening_card()
    qapp.processEvents()
    assert not [
        widget for widget in qapp.topLevelWidgets() if isinstance(widget, OpeningCard) and widget.isVisible()
    ]
