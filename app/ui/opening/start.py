"""Start the window, or draw its pages into pictures."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from app.domain.errors import DomainError
from app.i18n import Formats, load_translator
from app.presenters.centre import Centre
from app.presenters.sentences import sentence
from app.ui.desktop import Desktop, Looks
from app.ui.kit import Kit
from app.ui.opening.application import application
from app.ui.opening.card import close_opening_card
from app.ui.style import Style
from app.ui.widgets.dialog import Dialog

_UNSEEN = frozenset({"offscreen", "minimal"})
"""Platforms without a screen: nobody could close a dialog there, and the terminal has said it already."""


def run_window(centre: Centre, open_demo: Callable[[], Centre], resources: Path) -> int:
    """Open the window on a centre and stay until it is closed."""
    return Desktop(application(), centre, open_demo, resources, Looks(), on_open=close_opening_card).run()


def show_refusal(resources: Path, refusal: DomainError) -> None:
    """Say in a window why the data cannot be opened: who started by a double click sees no terminal."""
    app = application()
    close_opening_card()
    if app.platformName() in _UNSEEN:
        return
    translator = load_translator(resources / "locales")
    kit = Kit(Style(resources), translator, Formats())
    kit.style.apply(app)
    dialog = Dialog(kit, translator.text("数据打不开"), width=520)
    dialog.say(sentence(translator, refusal))
    dialog.add_verb(translator.text("退出"), kind="primary", is_default=True)
    dialog.exec()


def take_screenshots(centre: Centre, resources: Path, arguments: argparse.Namespace) -> int:
    """Draw every page of a centre into the folder that was named; needs no screen."""
    from app.ui import screenshots

    looks = Looks(theme=arguments.theme, scale=arguments.scale, locale=arguments.lang)
    folder: Path = arguments.folder
    size: tuple[int, int] = arguments.size
    return screenshots.take_screenshots(centre, application(), resources, folder, looks, size=size)
