"""A process that issues an agreement and dies at one place of the issue; arguments: FOLDER PLACE."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Never
from unittest.mock import patch

from app.archive.clock import SystemClock
from app.archive.data_folder import DataFolder
from app.archive.files import FileStore
from app.bootstrap import build_services, location_of
from app.persistence.documents import DocumentStore
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.transactions.printing import LateRenderer
from tests.support.centres import open_centre_at, program_rules

PLACES: dict[str, tuple[type, str]] = {
    "before the commit": (UnitOfWork, "commit"),
    "before drawing": (LateRenderer, "render"),
    "before storing the page": (FileStore, "put"),
    "before recording the page": (DocumentStore, "stored"),
}
"""What the process dies in instead of doing it."""


def die(*_: object, **__: object) -> Never:
    """End as a power cut ends a process: nothing is flushed, closed or said."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("the dead do not go on")


def main(folder: Path, place: str) -> None:
    """Draft an agreement, then begin to issue it."""
    clock = SystemClock()
    store = Store.open(location_of(folder), clock)
    centre = open_centre_at(store, folder, clock)
    draft = centre.drafted()
    services = build_services(store, DataFolder(folder), clock, program_rules())
    owner, name = PLACES[place]
    with patch.object(owner, name, die):
        services.settlements.issue(draft.id, actor=centre.actor, version=draft.version)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
