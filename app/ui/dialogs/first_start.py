"""The wizard of the first start: committee, staff, who sits here; or a look at the demo centre."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain.people.staff import StaffMember
from app.presenters.first_start import STEP_ME, FirstStartPresenter, FirstStartView, StaffEntry, StudioEntry
from app.ui.dialogs.first_start_steps import CommitteeStep, MeStep, StaffStep
from app.ui.kit import Kit
from app.ui.widgets.buttons import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import FieldBox
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.texts import Text

_HEIGHT = 460
MakePresenter = Callable[[FirstStartView, Callable[[StaffMember], None]], FirstStartPresenter]
"""Makes the presenter for a view; it is told who sits here once the centre is set up."""


class FirstStartDialog(Dialog):
    """Three steps, one page each; Ctrl+Enter goes on, Esc goes back, nothing typed is lost between them."""

    def __init__(
        self,
        kit: Kit,
        make_presenter: MakePresenter,
        finish: Callable[[StaffMember], None],
        see_demo: Callable[[], None],
        *,
        parent: QWidget | None = None,
    ) -> None:
        text = kit.translator.text
        super().__init__(kit, text("欢迎使用枫桥调解"), width=720, parent=parent)
        self._presenter = make_presenter(self, self._finished)
        self._finish = finish
        self._where = Text(kit, "", tone="text2")
        self._strip = ErrorStrip(kit)
        self._committee = CommitteeStep(kit, self._presenter)
        self._staff = StaffStep(kit, self._presenter)
        self._me = MeStep(kit, self._presenter)
        self._pages = QStackedWidget()
        for step in (self._committee, self._staff, self._me):
            self._pages.addWidget(self._scrolled(step))
        kit.style.least(self._pages, height=_HEIGHT)
        for widget in (self._where, self._strip, self._pages):
            self.body.addWidget(widget)
        demo = Button(kit, text("看演示中心"), kind="link")
        demo.clicked.connect(lambda _on=False: see_demo())
        self.add_note(demo)
        self._back = self.add_verb(text("上一步"), self._presenter.back, keys="Esc")
        self._next = self.add_verb(text("下一步"), self._presenter.next, kind="primary", keys="Ctrl+Enter")

    def begin(self) -> None:
        """Show the first step and open the dialog."""
        self._presenter.open()
        self.open()
        self._committee.focus_key("name")

    # presenter → view

    def show_step(self, step: int) -> None:
        """Show one step."""
        text = self._kit.translator.text
        names = (text("调委会"), text("工作人员"), text("您是哪一位"))
        self._where.setText(text("第 {n} 步，共 3 步：{name}", n=step + 1, name=names[step]))
        self._pages.setCurrentIndex(step)
        self._back.setVisible(step > 0)
        self._next.set_text(text("开始使用") if step == STEP_ME else text("下一步"))

    def show_studios(self, studios: tuple[StudioEntry, ...]) -> None:
        """Show a line for each studio."""
        self._committee.show_studios(studios)

    def show_staff(self, staff: tuple[StaffEntry, ...], studios: tuple[StudioEntry, ...]) -> None:
        """Show the fields of everybody."""
        self._staff.show_staff(staff, studios)

    def show_people(self, people: tuple[tuple[UUID, str], ...], me: UUID | None) -> None:
        """Offer those who work here."""
        self._me.show_people(people, me)

    def show_problems(self, problems: dict[str, str]) -> None:
        """Show these sentences at their fields and none at any other."""
        for step in (self._committee, self._staff, self._me):
            step.show_problems(problems)

    def show_failure(self, words: str) -> None:
        """Say at the top what failed."""
        if words:
            self._strip.tell(words)
        else:
            self._strip.clear()

    def focus_field(self, key: str) -> None:
        """Take the user to a field."""
        for step in (self._committee, self._staff, self._me):
            box = step.focus_key(key)
            if box is not None:
                self._reveal(box)
                return

    def set_busy(self, *, is_busy: bool) -> None:
        """Hold still while the centre is being set up."""
        self._pages.setEnabled(not is_busy)

    # pieces

    def _finished(self, me: StaffMember) -> None:
        self.accept()
        self._finish(me)

    def _scrolled(self, inside: QWidget) -> QScrollArea:
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        self._kit.style.lay(column, (0, 0, 12, 0))
        column.addWidget(inside)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _reveal(self, box: FieldBox) -> None:
        area = self._pages.currentWidget()
        if isinstance(area, QScrollArea):
            # A line just added has no place yet: wait for the layout.
            QTimer.singleShot(0, box, lambda: area.ensureWidgetVisible(box))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._presenter.back()  # what was typed must not go with a slip of the finger
            return
        super().keyPressEvent(event)
