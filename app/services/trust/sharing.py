"""Where several computers on one server keep issued pages and evidence: one folder that all of them reach."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from app.archive.shared_files import SharedFiles, SharedPlace
from app.domain.errors import InvalidInput, RuleRefusal, StorageRefusal
from app.domain.trust.actors import Actor
from app.domain.values.ids import new_id
from app.persistence.desk import INSTALLATION
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.looking import look

_PATH, _MARK = "files.shared_path", "files.shared_mark"
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SharingInfo:
    """Which folder is shared, if any; ``refusal`` says why it cannot be used from this computer now."""

    is_server: bool
    path: Path | None
    refusal: StorageRefusal | None


class SharingService:
    """Names the shared folder in the database and brings this computer's files there."""

    def __init__(self, store: Store, files: SharedFiles) -> None:
        self._store = store
        self._files = files

    def info(self) -> SharingInfo:
        """Tell which folder is shared and whether it can be reached."""
        place, refusal = shared_place(self._store), None
        try:
            if place is not None:
                place.refuse_unreachable()
        except StorageRefusal as error:
            refusal = error
        return SharingInfo(self._is_server, place.path if place else None, refusal)

    def share(self, typed: str, *, actor: Actor) -> Done[int]:
        """Keep all files in a folder from now on; gives how many of this computer's were copied there.

        The folder is tried for writing and this computer's files are copied before anything is recorded:
        a refusal changes nothing. Raises RuleRefusal ``files.server_only``, InvalidInput
        ``files.path_missing``, StorageRefusal ``files.no_folder``, ``.of_another_centre``, ``.unreachable``.
        """
        if not self._is_server:
            raise RuleRefusal("files.server_only")
        if not typed.strip():
            raise InvalidInput("files.path_missing", field="path")
        before = shared_place(self._store)
        place = SharedPlace(Path(typed.strip()), before.mark if before else str(new_id()))
        place.prepare()
        copied = self._files.hand_over(place)
        if before is not None and before.path != place.path:
            before.refuse_unreachable()
            copied += _copy_all(before, place)
        with self._store.unit_of_work(actor) as work:
            work.preferences.put(None, _PATH, str(place.path))
            work.preferences.put(None, _MARK, place.mark)
            work.history.note(
                act="settings.files_shared", kind="settings", subject_id=INSTALLATION, note=str(place.path)
            )
            return Done(copied, work.commit())

    def hand_over(self) -> None:
        """Bring files of this computer there that were stored before the folder was shared.

        Called at every start; a folder out of reach is logged and must not keep the program from opening.
        """
        place = shared_place(self._store)
        if place is None:
            return
        try:
            self._files.hand_over(place)
        except StorageRefusal:
            _LOG.exception("files of this computer wait for the shared folder %s", place.path)

    @property
    def _is_server(self) -> bool:
        return self._store.backend == "postgresql"


def shared_place(store: Store) -> SharedPlace | None:
    """Give the shared folder named in the database."""
    if store.backend != "postgresql":
        return None
    with look(store) as work:
        path, mark = work.preferences.get(None, _PATH), work.preferences.get(None, _MARK)
    return SharedPlace(Path(path), mark) if path and mark else None


def _copy_all(before: SharedPlace, place: SharedPlace) -> int:
    there = frozenset(place.store.digests())
    missing = [digest for digest in before.store.digests() if digest not in there]
    for digest in missing:
        place.store.put(before.store.get(digest))
    return len(missing)
