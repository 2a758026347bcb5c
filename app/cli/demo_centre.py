"""Open a copy of the demo centre, made once a day, for its dates are told from today."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import platformdirs

from app import __version__
from app.archive.clock import SystemClock
from app.archive.demo_shelf import DemoShelf
from app.archive.resources import resources_folder
from app.cli.verbs.self_test import OpenedCentre
from app.domain.values.days.moments import Clock
from app.presenters.centre import Centre
from app.services.demonstration import MovableClock, fill_demo

_PAST = timedelta(days=100)

OpenWithClock = Callable[[Path, Clock], OpenedCentre]


def open_demo(opened: ExitStack, open_centre: OpenWithClock) -> Centre:
    """Open the demo in a temporary folder that goes when ``opened`` closes."""
    real = SystemClock()
    shelf = DemoShelf(Path(platformdirs.user_cache_dir("maplebridge", appauthor=False)), __version__, real)
    temporary = tempfile.TemporaryDirectory(prefix="maplebridge-demo-", ignore_cleanup_errors=True)
    folder = Path(opened.enter_context(temporary))
    if not shelf.copy_to(folder):
        sys.stderr.write("正在准备演示中心，约需半分钟……\n")
        clock = MovableClock(real)
        clock.set(real.now() - _PAST)  # the clocks of its cases are wound to today once they are there
        making = open_centre(folder, clock)
        try:
            fill_demo(making.services, clock, resources_folder())
        finally:
            making.close()
        shelf.keep(folder)
    centre = open_centre(folder, real)
    opened.callback(centre.close)
    return Centre(centre.services, real)
