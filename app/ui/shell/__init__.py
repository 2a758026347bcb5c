"""The window: rail, top bar, page stack and what hangs over all pages."""

from app.ui.shell.frame import FrameParts, MainFrame
from app.ui.shell.headers import CommandBar, PageHeader, ScrollBody
from app.ui.shell.pages import Badge, Page, Preferences, User, bind
from app.ui.shell.palette import PaletteEntry

__all__ = [
    "Badge",
    "CommandBar",
    "FrameParts",
    "MainFrame",
    "Page",
    "PageHeader",
    "PaletteEntry",
    "Preferences",
    "ScrollBody",
    "User",
    "bind",
]
