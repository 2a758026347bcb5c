"""The card of the case to begin with: its time as a figure, who, what is in place, and its next step."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.presenters.due_words import ChipKind
from app.presenters.workbench.words import Check, HeroCase
from app.ui.kit import Kit
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.chips import Tag
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.texts import ElidedText, Text

_PANEL, _PANEL_LARGE = 150, 176


class HeroCard(Card):
    """One case, larger than the others; ``step`` is the filled button, ``notice`` prints."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, accent="primary", flush=True, parent=parent)
        say = kit.translator.text
        self._time = _Time(kit)
        self._title = ElidedText(kit, "", size="title2", bold=True)
        self._tag = Tag(kit)
        self._people = ElidedText(kit, "", tone="text2")
        self._checks = [_CheckMark(kit) for _place in range(3)]
        self.step = Button(kit, "", kind="primary", height="large", keys="F9")
        self.notice = Button(kit, say("打印告知书"), icon="print", height="small")
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_hero(self, hero: HeroCase) -> None:
        """Show a case."""
        self._time.show_time(hero)
        self._title.setText(hero.title)
        self._tag.set_text(hero.stage)
        self._people.setText(hero.people)
        for mark, check in zip(self._checks, hero.checks, strict=True):
            mark.show_check(check)
        self.step.set_text(hero.step.text)
        self.step.set_icon_name(hero.step.icon)
        self.notice.setVisible(hero.prints_notice)
        self.setAccessibleName(f"{hero.title} {hero.chip.text} {hero.people}")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        self._kit.style.lay(row, gap=16)
        row.addWidget(self._time)
        middle = QVBoxLayout()
        self._kit.style.lay(middle, (0, 16, 0, 16), gap=6)
        top = QHBoxLayout()
        self._kit.style.lay(top, gap=8)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        top.addWidget(self._title)
        top.addWidget(self._tag)
        top.addStretch(1)
        marks = FlowLayout()
        self._kit.style.lay(marks, gap=10)
        for mark in self._checks:
            marks.addWidget(mark)
        middle.addLayout(top)
        middle.addWidget(self._people)
        middle.addLayout(marks)
        row.addLayout(middle, 1)
        verbs = QVBoxLayout()
        self._kit.style.lay(verbs, (0, 16, 16, 16), gap=8)
        verbs.addStretch(1)
        verbs.addWidget(self.step)
        verbs.addWidget(self.notice)
        verbs.addStretch(1)
        row.addLayout(verbs)
        self.body.addLayout(row)


class _Time(QWidget):
    """The tinted panel at the reading side: caption, figure, and which clock it is."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._hero: HeroCase | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        kit.style.watch(self, self.updateGeometry)

    def show_time(self, hero: HeroCase) -> None:
        """Show how long there is; the tooltip explains the date."""
        self._hero = hero
        said = (hero.caption, hero.figure, hero.foot)
        self.setAccessibleName(" ".join(part for part in said if part))
        self.setToolTip("\n".join(part for part in (hero.chip.text, hero.chip.detail) if part))
        self.update()

    def sizeHint(self) -> QSize:
        wide = _PANEL_LARGE if self._kit.style.is_large else self._kit.style.px(_PANEL)
        return QSize(wide, self._kit.style.px(124))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._hero is None:
            return
        style, painter = self._kit.style, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        late = self._hero.chip.kind is ChipKind.OVERDUE
        painter.fillPath(self._shape(), style.color("errBg" if late else "tint"))
        painter.setPen(style.color("err" if late else "onTint"))
        px, y = style.px, self.height() // 2 - style.px(46)
        for text, font, tall in (
            (self._hero.caption, style.font(), 24),
            (self._hero.figure, style.font("hero", bold=True), 44),
            (self._hero.foot, style.font("small", bold=True), 24),
        ):
            painter.setFont(font)
            box = QRect(0, y, self.width(), px(tall))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
            y += px(tall)

    def _shape(self) -> QPainterPath:
        """Round the corners at the card's edge only."""
        radius = self._kit.style.px(10)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = QRectF(self.rect()).adjusted(0 if rtl else 1, 1, -1 if rtl else 0, -1)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, radius, radius)
        half = box.width() / 2
        path.addRect(box.adjusted(0, 0, -half, 0) if rtl else box.adjusted(half, 0, 0, 0))
        return path


class _CheckMark(QWidget):
    """A tick with words, or a ring where something is missing."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._is_done = True
        row = QHBoxLayout(self)
        kit.style.lay(row, gap=6)
        self._icon = QLabel()
        self._words = Text(kit, "", size="small")
        row.addWidget(self._icon)
        row.addWidget(self._words)
        kit.style.watch(self, self._on_style)

    def show_check(self, check: Check) -> None:
        """Show whether something is in place."""
        self._is_done = check.is_done
        self._words.setText(check.words)
        self._words.set_tone("ok" if check.is_done else "warn")
        self._on_style()

    def _on_style(self) -> None:
        name, tone = ("check", "ok") if self._is_done else ("circle", "warn")
        self._icon.setPixmap(self._kit.style.picture(name, tone, 16, self.devicePixelRatioF()))
        self.updateGeometry()
