"""On a full disk the program refuses in a sentence; what it had kept is there, and room makes it go on."""

import contextlib
import shutil
import subprocess
import sys
import tempfile

import pytest

from app.archive.clock import SystemClock
from app.bootstrap import location_of
from app.domain.errors import StorageRefusal
from app.persistence.store import DATABASE_NAME, Store
from app.services.transactions.printing import LateRenderer
from tests.support.centres import open_centre_at
from tests.support.terminal import CARD, Terminal

if sys.platform != "win32":
    import resource

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
HUGE = {**CARD, "facts": "经过很长。" * 40_000}
ROOM = 4096
"""Bytes left on a disk that is full for every practical purpose."""


class MountedDisk:
    """A disk of six megabytes of its own; only root can make one."""

    refusals = frozenset({"store.disk_full"})

    def __init__(self, place):
        self.place = place
        self._filler = place / "filler"
        mount(place)

    def fill(self, leaving):
        """Take the room up to so many bytes."""
        with self._filler.open("wb") as file, contextlib.suppress(OSError):
            while True:
                file.write(b"x" * 65536)
                file.flush()
        with self._filler.open("rb+") as file:
            file.truncate(max(self._filler.stat().st_size - leaving, 0))

    def empty(self):
        """Make room again."""
        self._filler.unlink(missing_ok=True)

    def close(self):
        subprocess.run(["umount", "--lazy", str(self.place)], check=True)


class LimitedDisk:
    """A place where no file may grow beyond a limit, for this process and the programs it starts."""

    refusals = frozenset({"store.disk_full", "store.disk_failure"})

    def __init__(self, place):
        self.place = place
        self._usual = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(self, leaving):
        """Let no file here grow by more than so many bytes beyond the largest."""
        sizes = [path.stat().st_size for path in self.place.rglob("*") if path.is_file()]
        resource.setrlimit(resource.RLIMIT_FSIZE, (max(sizes, default=0) + leaving, self._usual[1]))

    def empty(self):
        """Let files grow again."""
        resource.setrlimit(resource.RLIMIT_FSIZE, self._usual)

    def close(self):
        self.empty()


def mount(place):
    """Mount six megabytes of memory; raises OSError or CalledProcessError where that is not allowed."""
    command = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)]
    subprocess.run(command, capture_output=True, check=True)


def may_mount():
    """Tell whether a disk can be made here."""
    with tempfile.TemporaryDirectory() as place:
        try:
            mount(place)
        except (OSError, subprocess.CalledProcessError):
            return False
        subprocess.run(["umount", place], check=True)
    return True


@pytest.fixture(params=[LimitedDisk, MountedDisk] if may_mount() else [LimitedDisk])
def small_disk(request, tmp_path):
    place = tmp_path / "disk"
    place.mkdir()
    disk = request.param(place)
    yield disk
    disk.close()


def is_refused(said):
    assert (said.code, said.out) == (4, ""), said
    assert "Traceback" not in said.err
    assert len(said.err.splitlines()) == 1
    assert "磁盘" in said.err
    return True


def test_files_that_may_not_grow_refuse_the_case_and_keep_the_others(terminal):
    limit = (terminal.data / DATABASE_NAME).stat().st_size + 65536

    def no_growth():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    assert is_refused(terminal.run("register", terminal.card("huge.json", HUGE), before=no_growth))
    assert terminal.call("show", "0002").code == 5
    assert terminal.call("show", "0001").code == 0
    assert terminal.call("check").code == 0
    assert terminal.register(title="重试").endswith("-0002")


def test_a_full_disk_refuses_the_case_and_takes_the_next_number_later(small_disk, template, tmp_path):
    terminal = Terminal(small_disk.place / "data")
    shutil.copytree(template, terminal.data)
    card = tmp_path / "huge.json"
    card.write_text(terminal.card("huge.json", HUGE).read_text(encoding="utf-8"), encoding="utf-8")
    small_disk.fill(leaving=400_000)
    assert is_refused(terminal.run("register", card))
    assert terminal.call("show", "0001").code == 0
    small_disk.empty()
    assert terminal.call("check").code == 0
    said = terminal.call("register", card)
    assert said.json["number"].endswith("-0002")


def test_a_disk_full_from_the_start_is_refused(small_disk):
    small_disk.fill(ROOM)
    assert is_refused(Terminal(small_disk.place / "data").run("check"))
    small_disk.empty()
    assert Terminal(small_disk.place / "data").call("check").code == 0


def attempt(centre, draft):
    """Issue; gives the document or the refusal."""
    try:
        done = centre.services.settlements.issue(draft.id, actor=centre.actor, version=draft.version)
    except StorageRefusal as refusal:
        return None, refusal
    return done.value, None


@pytest.mark.parametrize("leaving", [ROOM, 40_000, 90_000, 130_000, 200_000])
def test_an_issue_on_a_full_disk_is_undone_or_waits_for_its_page(small_disk, leaving):
    data = small_disk.place / "data"
    with Store.open(location_of(data), SystemClock()).closing() as store:
        centre = open_centre_at(store, data, SystemClock())
        services = centre.services
        draft = centre.drafted()
        services.issuing._printing.renderer = LateRenderer()
        services.issuing.missing_characters(services.settlements.preview(draft))
        small_disk.fill(leaving)
        issued, refusal = attempt(centre, draft)
        small_disk.empty()
        if issued is None:
            assert refusal.code in small_disk.refusals
            assert services.settlements.agreement(draft.id) == draft
            issued, _ = attempt(centre, draft)
        assert issued.number.endswith("第1号")
        assert services.issuing.finish_unstored() == (0 if issued.sha256 else 1)
        assert services.issuing.bytes_of(issued.id).startswith(b"%PDF-")
        assert services.integrity.check().is_sound
