"""The running program: one application, one centre, one window at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.domain.people.staff import StaffMember
from app.i18n import SOURCE_LOCALE, Formats, load_translator
from app.presenters.centre import Centre
from app.presenters.desk import Desk
from app.presenters.kept_preferences import KeptPreferences
from app.presenters.navigation import PAGE_WORKBENCH
from app.presenters.settings.looks import read_look
from app.ui.dialogs.unexpected import UnexpectedDialog
from app.ui.hub import Hub
from app.ui.kit import Kit
from app.ui.looks import wear_look
from app.ui.native_words import speak_natively
from app.ui.runner import Runner
from app.ui.style import Style
from app.ui.style.style import Theme
from app.ui.window import Window

if TYPE_CHECKING:
    # Dialogs that few starts show are imported on use: the window opens a tenth sooner.
    from app.presenters.first_start import FirstStartPresenter, FirstStartView
    from app.ui.dialogs.first_start import FirstStartDialog


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """How the window is to look, where the command line says so; None leaves it to the user."""

    theme: Theme | None = None
    scale: float | None = None
    locale: str = SOURCE_LOCALE


class Desktop:
    """Opens the first start or the window, and changes centre or user without a restart."""

    def __init__(
        self,
        app: QApplication,
        centre: Centre,
        open_demo: Callable[[], Centre],
        resources: Path,
        looks: Looks,
        *,
        on_open: Callable[[], None] = lambda: None,
    ) -> None:
        self._app, self._centre, self._open_demo, self._looks = app, centre, open_demo, looks
        self._on_open = on_open
        translator = load_translator(resources / "locales", looks.locale)
        self.kit = Kit(Style(resources), translator, Formats(looks.locale))
        self.kit.style.apply(app)
        app.setWindowIcon(self.kit.style.window_icon())
        speak_natively(app, looks.locale)
        self.runner = Runner(self.unexpected)
        self.window: Window | None = None
        self.first_start: FirstStartDialog | None = None

    def begin(self) -> None:
        """Open the window of whoever sits here, or ask the three questions of the first start."""
        settings = self._centre.services.settings
        if not settings.is_set_up():
            self._ask_first()
            return
        member = settings.me()
        if member is None:
            self.switch_user()
        else:
            self.open_window(member)

    def open_window(self, member: StaffMember) -> None:
        """Open the window of one member of staff; the window before it closes."""
        desk = Desk(
            services=self._centre.services,
            me=member,
            translator=self.kit.translator,
            formats=self.kit.formats,
            clock=self._centre.clock,
            runner=self.runner,
            feed=Hub(),
        )
        self._wear(KeptPreferences(desk))
        before, self.window = self.window, Window(self.kit, desk, self.runner, self.switch_user)
        self.window.lock.lock_if_guarded()
        self.window.frame.show()
        self.window.open_page(PAGE_WORKBENCH)
        if before is not None and before.frame.close():
            before.leave()

    def switch_user(self) -> None:
        """Ask who sits here now."""
        from app.ui.dialogs.switch_user import SwitchUserDialog

        people = self._centre.services.people.staff()
        parent = self.window.frame if self.window is not None else None
        SwitchUserDialog(self.kit, people, self._switch_to, parent).open()

    def unexpected(self, error: BaseException) -> None:
        """Say that something unforeseen happened; never a traceback alone, never silence."""
        dialog = UnexpectedDialog(self.kit, error, self.window.frame if self.window is not None else None)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def on_uncaught(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """Take what no slot caught, as ``sys.excepthook``."""
        if isinstance(error, KeyboardInterrupt):
            self._app.quit()
            return
        self.unexpected(error)

    def run(self) -> int:
        """Begin and stay until the last window is closed; gives the exit code."""
        sys.excepthook = self.on_uncaught
        self.begin()
        self._on_open()
        self.runner.settle_in()
        code = self._app.exec()
        self.runner.close()
        return code

    def _ask_first(self) -> None:
        from app.presenters.first_start import FirstStartPresenter
        from app.ui.dialogs.first_start import FirstStartDialog

        settings, translator = self._centre.services.settings, self.kit.translator

        def presenter(view: FirstStartView, finish: Callable[[StaffMember], None]) -> FirstStartPresenter:
            return FirstStartPresenter(settings, translator, self.runner, view, finish)

        self.first_start = FirstStartDialog(self.kit, presenter, self.open_window, self._see_demo)
        self.first_start.finished.connect(self._asked_first)
        self.first_start.begin()

    def _asked_first(self, _result: int) -> None:
        """Let the first start go: its three hundred widgets would dress with every look from now on."""
        if self.first_start is not None:
            self.first_start.deleteLater()
            self.first_start = None

    def _see_demo(self) -> None:
        if self.first_start is not None:
            self.first_start.reject()
        self._centre = self._open_demo()
        self.begin()

    def _switch_to(self, member: StaffMember) -> None:
        self._centre.services.settings.switch_to(member.id, actor=member.actor)
        self.open_window(member)

    def _wear(self, preferences: KeptPreferences) -> None:
        """Dress as this user likes it, unless the command line says how."""
        wear_look(self.kit, read_look(preferences))
        asked = self._looks
        self.kit.style.use(theme=asked.theme, scale=asked.scale)
