"""Opening a centre, and doing what the command line asks."""

from __future__ import annotations

import argparse
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import platformdirs

from app.archive.clock import SystemClock
from app.archive.data_folder import DataFolder
from app.archive.resources import resource_path, resources_folder
from app.archive.rules import load_rules
from app.bootstrap.wiring import build_services
from app.cli.arguments import WINDOW_VERBS, draws_the_demo
from app.cli.outcome import tell_refusal
from app.domain.errors import DomainError
from app.domain.values.days.moments import Clock
from app.i18n import Translator
from app.persistence.store import Store, StoreLocation
from app.presenters.centre import Centre
from app.services.services import Services


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened centre: its services, and the store to close at the end."""

    services: Services
    store: Store

    def close(self) -> None:
        """Let go of database and data folder."""
        self.store.close()


def open_centre(location: StoreLocation, clock: Clock | None = None) -> Opened:
    """Open a centre's data with this program's own rules, then finish what a crash left undone.

    Raises StorageRefusal for a database or folder that cannot be used; nothing was changed then.
    """
    clock = clock or SystemClock()
    rules = load_rules(resource_path("rules"))
    store = Store.open(location, clock)
    try:
        services = build_services(store, DataFolder(location.data_folder), clock, rules)
        services.cases.rewind_passed_clocks()
        services.deadlines.finish_rewinding()
        services.sharing.hand_over()
        services.issuing.finish_unstored()
    except BaseException:
        store.close()
        raise
    return Opened(services, store)


@dataclass(frozen=True, slots=True)
class _Lent:
    """The services of a centre that somebody else closes."""

    services: Services

    def close(self) -> None:
        """Close nothing."""


def _lent_demo(opened: ExitStack) -> _Lent:
    return _Lent(_open_demo(opened).services)


def location_of(data: Path, database_url: str | None = None, *, is_backed_up: bool = False) -> StoreLocation:
    """Name a centre's place: a folder, and a database server when there is one."""
    return StoreLocation(database_url, data, is_backed_up)


def run(arguments: argparse.Namespace) -> int:
    """Do what the command line asks: open the window, or a verb without one."""
    data = arguments.data or Path(platformdirs.user_data_dir("maplebridge", appauthor=False))
    location = location_of(data, arguments.database, is_backed_up=arguments.backed_up)
    if arguments.verb in WINDOW_VERBS:
        return _run_window(arguments, location)
    from app.cli.dispatch import run_verb

    with ExitStack() as opened:
        return run_verb(
            arguments,
            open_chosen=lambda: _lent_demo(opened) if draws_the_demo(arguments) else open_centre(location),
            open_folder=lambda folder: open_centre(location_of(folder)),
            now=SystemClock().now,
            resources=resources_folder(),
        )


def _run_window(arguments: argparse.Namespace, location: StoreLocation) -> int:
    from app.ui.opening.start import run_window, show_refusal, take_screenshots

    with ExitStack() as opened:
        demo = partial(_open_demo, opened)
        if arguments.verb == "screenshots":
            return take_screenshots(demo(), resources_folder(), arguments)
        try:
            centre = demo() if arguments.verb == "demo" else _open_kept(opened, location)
        except DomainError as refusal:
            show_refusal(resources_folder(), refusal)
            return tell_refusal(Translator(), refusal)
        return run_window(centre, demo, resources_folder())


def _open_kept(opened: ExitStack, location: StoreLocation) -> Centre:
    return Centre(opened.enter_context(closing(open_centre(location))).services, SystemClock())


def _open_demo(opened: ExitStack) -> Centre:
    from app.cli.demo_centre import open_demo

    return open_demo(opened, lambda folder, clock: open_centre(location_of(folder), clock))
