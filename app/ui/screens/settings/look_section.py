"""外观: theme, size, key caps and motion, applied at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.presenters.settings.looks import (
    DARK,
    LIGHT,
    SYSTEM,
    Look,
    Preferences,
    keep_look,
    read_look,
)
from app.ui.kit import Kit
from app.ui.looks import wear_look
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.cards import Card
from app.ui.widgets.fields import TickField
from app.ui.widgets.switches import Segmented
from app.ui.widgets.texts import Text


class LookSection(QWidget):
    """Every choice is worn and kept at once; there is nothing to save."""

    def __init__(self, kit: Kit, preferences: Preferences) -> None:
        super().__init__()
        self._kit = kit
        self._preferences = preferences
        say = kit.translator.text
        self.theme = Segmented(
            kit,
            [(LIGHT, say("浅色")), (DARK, say("深色")), (SYSTEM, say("跟随系统"))],
            name=say("颜色"),
        )
        self.scale = Segmented(
            kit, [("1", say("标准")), ("1.3", say("大字")), ("1.5", say("特大"))], name=say("字号")
        )
        self.keys = TickField(kit, say("按钮上显示快捷键"))
        self.still = TickField(kit, say("减少动画"))
        page = ScrollBody(kit, (0, 4, 8, 20), gap=16)
        card = Card(kit, say("外观"), icon="textsize", note=say("只改您自己的，马上生效"))
        for label, widget in ((say("颜色"), self.theme), (say("字号"), self.scale)):
            card.body.addWidget(Text(kit, label, size="small", tone="text2"))
            row = QHBoxLayout()
            kit.style.lay(row)
            row.addWidget(widget)
            row.addStretch(1)
            card.body.addLayout(row)
        card.body.addWidget(self.keys)
        card.body.addWidget(self.still)
        system = say("跟随系统：系统改深浅后，下次打开程序时跟上。")
        card.body.addWidget(Text(kit, system, size="small", tone="text2", wrap=True))
        page.body.addWidget(card)
        page.body.addStretch(1)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(page)
        self.theme.on_chosen(lambda key: self._wear(replace(self._look(), theme=key)))
        self.scale.on_chosen(lambda key: self._wear(replace(self._look(), scale=key)))
        self.keys.on_ticked(lambda on: self._wear(replace(self._look(), shows_keys=on)))
        self.still.on_ticked(lambda on: self._wear(replace(self._look(), is_still=on)))
        self.refresh()

    def refresh(self) -> None:
        """Show the look as it is kept."""
        look = self._look()
        self.theme.show_value(look.theme)
        self.scale.show_value(look.scale)
        self.keys.show_value(look.shows_keys)
        self.still.show_value(look.is_still)

    def _look(self) -> Look:
        return read_look(self._preferences)

    def _wear(self, look: Look) -> None:
        keep_look(self._preferences, look)
        wear_look(self._kit, look)
