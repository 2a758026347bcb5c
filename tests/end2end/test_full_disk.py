"""On a full disk the program refuses in a sentence; what it had kept is there, and room makes it go on."""

import contextlib
import shutil
import subprocess
import sys

import pytest

from app.archive.clock import SystemClock
from app.bootstrap import location_of
from app.domain.errors import StorageRefusal
from app.persistence.store import DATABASE_NAME, Store
from app.services.transactions.printing import LateRenderer
from tests.support.centres import open_centre_at
from tests.support.terminal import CARD, Terminal

HUGE = {**CARD, "facts": "经过很长。" * 40_000}
ROOM = 4096
"""Bytes left on a disk that is full for every practical purpose."""


@pytest.fixture
def small_disk(tmp_path):
    """A disk of six megabytes of its own; only root can make one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode != 0:
        pytest.skip("making a small disk takes root; the limit on files is tried in its place")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(disk, leaving=ROOM):
    """Take the room of a disk up to so many bytes."""
    filler = disk / "filler"
    with filler.open("wb") as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 65536)
            file.flush()
    with filler.open("rb+") as file:
        file.truncate(max(filler.stat().st_size - leaving, 0))
    return filler


def is_refused(said):
    assert (said.code, said.out) == (4, ""), said
    assert "Traceback" not in said.err
    assert len(said.err.splitlines()) == 1
    assert "磁盘" in said.err
    return True


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_files_that_may_not_grow_refuse_the_case_and_keep_the_others(terminal):
    import resource

    limit = (terminal.data / DATABASE_NAME).stat().st_size + 65536

    def no_growth():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    assert is_refused(terminal.run("register", terminal.card("huge.json", HUGE), before=no_growth))
    assert terminal.call("show", "0002").code == 5
    assert terminal.call("show", "0001").code == 0
    assert terminal.call("check").code == 0
    assert terminal.register(title="重试").endswith("-0002")


def test_a_full_disk_refuses_the_case_and_takes_the_next_number_later(small_disk, template, tmp_path):
    terminal = Terminal(small_disk / "data")
    shutil.copytree(template, terminal.data)
    card = tmp_path / "huge.json"
    card.write_text(terminal.card("huge.json", HUGE).read_text(encoding="utf-8"), encoding="utf-8")
    filler = fill(small_disk, leaving=400_000)
    assert is_refused(terminal.run("register", card))
    assert terminal.call("show", "0001").code == 0
    filler.unlink()
    assert terminal.call("check").code == 0
    said = terminal.call("register", card)
    assert said.json["number"].endswith("-0002")


def test_a_disk_full_from_the_start_is_refused(small_disk):
    filler = fill(small_disk)
    assert is_refused(Terminal(small_disk / "data").run("check"))
    filler.unlink()
    assert Terminal(small_disk / "data").call("check").code == 0


def attempt(centre, draft):
    """Issue; gives the document or the refusal."""
    try:
        done = centre.services.settlements.issue(draft.id, actor=centre.actor, version=draft.version)
    except StorageRefusal as refusal:
        return None, refusal
    return done.value, None


@pytest.mark.parametrize("leaving", [ROOM, 40_000, 90_000, 130_000, 200_000])
def test_an_issue_on_a_full_disk_is_undone_or_waits_for_its_page(small_disk, leaving):
    data = small_disk / "data"
    with Store.open(location_of(data), SystemClock()).closing() as store:
        centre = open_centre_at(store, data, SystemClock())
        services = centre.services
        draft = centre.drafted()
        services.issuing._printing.renderer = LateRenderer()
        services.issuing.missing_characters(services.settlements.preview(draft))
        filler = fill(small_disk, leaving)
        issued, refusal = attempt(centre, draft)
        filler.unlink()
        if issued is None:
            assert refusal.code == "store.disk_full"
            assert services.settlements.agreement(draft.id) == draft
            issued, _ = attempt(centre, draft)
        assert issued.number.endswith("第1号")
        assert services.issuing.finish_unstored() == (0 if issued.sha256 else 1)
        assert services.issuing.bytes_of(issued.id).startswith(b"%PDF-")
        assert services.integrity.check().is_sound
