"""Two computers on one server: what one stores, the other reads; out of reach nothing is called saved."""

from __future__ import annotations

import shutil

import pytest

from app.archive.data_folder import DataFolder
from app.archive.shared_files import MARKER
from app.bootstrap import build_services
from app.domain.errors import InvalidInput, RuleRefusal, StorageRefusal
from app.domain.filing.kinds import NumberSeries
from app.presenters.settings.sharing import SharingPresenter
from tests.support.centres import PlainRenderer, open_centre_at, program_rules
from tests.support.list_desks import Recorder, desk_of

pytestmark = pytest.mark.postgres


@pytest.fixture
def first(postgres_store, clock, tmp_path):
    return open_centre_at(postgres_store, tmp_path / "first", clock)


@pytest.fixture
def second(first, postgres_store, clock, tmp_path):
    folder = DataFolder(tmp_path / "second")
    return build_services(postgres_store, folder, clock, program_rules(), PlainRenderer())


@pytest.fixture
def share(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


def refused(act):
    with pytest.raises((StorageRefusal, RuleRefusal, InvalidInput)) as refusal:
        act()
    return refusal.value.code


def evidence(centre, case, content):
    return centre.services.attachments.add(case.id, content, "收条.txt", actor=centre.actor).value


def test_what_one_computer_stores_the_other_reads(first, second, share):
    case = first.registered()
    before = evidence(first, case, b"before")
    assert refused(lambda: second.attachments.bytes_of(before.id)) == "file.missing"
    assert first.services.sharing.share(str(share), actor=first.actor).value == 1
    after = evidence(first, case, b"after")
    assert second.attachments.bytes_of(before.id) == b"before"
    assert second.attachments.bytes_of(after.id) == b"after"
    shutil.rmtree(share)
    assert second.attachments.bytes_of(after.id) == b"after"  # the copy it read stays here


def test_out_of_reach_nothing_is_saved_and_no_number_taken(first, share):
    draft = first.drafted()
    first.services.sharing.share(str(share), actor=first.actor)
    case = first.case(draft.case_id)
    share.rename(share.with_name("gone"))
    share.mkdir()  # the mount point is there, the share is not
    issue = first.services.settlements.issue
    assert refused(lambda: issue(draft.id, actor=first.actor, version=draft.version)) == "files.unreachable"
    assert refused(lambda: evidence(first, case, b"lost")) == "files.unreachable"
    assert first.services.attachments.of_case(case.id) == ()
    with first.store.look() as work:
        assert work.numbers.of_series(NumberSeries.AGREEMENT, first.committee.id, 2026) == ()
    assert isinstance(first.services.sharing.info().refusal, StorageRefusal)
    share.rmdir()
    share.with_name("gone").rename(share)
    document = issue(draft.id, actor=first.actor, version=draft.version).value
    assert (share / document.sha256[:2] / document.sha256).exists()


def test_older_files_of_the_other_computer_come_with_its_next_start(first, second, share):
    case = first.registered()
    there = second.attachments.add(case.id, b"there", "照片.jpg", actor=first.actor).value
    first.services.sharing.share(str(share), actor=first.actor)
    assert refused(lambda: first.services.attachments.bytes_of(there.id)) == "files.not_shared_yet"
    assert not first.services.integrity.check().is_sound
    second.sharing.hand_over()
    assert first.services.attachments.bytes_of(there.id) == b"there"
    assert first.services.integrity.check().is_sound


def test_a_damaged_shared_file_is_found_though_the_copy_here_is_whole(first, share):
    first.services.sharing.share(str(share), actor=first.actor)
    kept = evidence(first, first.registered(), b"whole")
    (share / kept.sha256[:2] / kept.sha256).write_bytes(b"half")
    assert first.services.attachments.bytes_of(kept.id) == b"whole"
    assert [problem.code for problem in first.services.integrity.check().problems] == ["file.changed"]


def test_only_a_folder_that_is_ours_and_writable_is_taken(first, share, tmp_path):
    use = first.services.sharing.share
    assert refused(lambda: use(" ", actor=first.actor)) == "files.path_missing"
    assert refused(lambda: use("share", actor=first.actor)) == "files.no_folder"
    assert refused(lambda: use(str(tmp_path / "none"), actor=first.actor)) == "files.no_folder"
    (share / MARKER).write_text("another")
    assert refused(lambda: use(str(share), actor=first.actor)) == "files.of_another_centre"
    assert first.services.sharing.info().path is None


def test_another_folder_takes_everything_along(first, second, share, tmp_path):
    first.services.sharing.share(str(share), actor=first.actor)
    kept = second.attachments.add(first.registered().id, b"x", "a.txt", actor=first.actor).value
    other = tmp_path / "other"
    other.mkdir()
    assert first.services.sharing.share(str(other), actor=first.actor).value == 1
    assert first.services.attachments.bytes_of(kept.id) == b"x"


def test_the_card_says_how_it_stands(first, share):
    view = Recorder()
    presenter = SharingPresenter(desk_of(first), view)
    presenter.refresh()
    assert view.last("show_sharing") == ("还没有设置：出具的文书和证据只在存它的那台电脑上。", "", True)
    presenter.share(str(share / "none"))
    assert view.last("show_problem").endswith("不是这台电脑能到的文件夹，请写完整路径")
    presenter.share(f" {share} ")
    assert view.last("show_sharing")[1:] == (str(share), False)
    (share / MARKER).unlink()
    presenter.refresh()
    words, path, is_warning = view.last("show_sharing")
    assert (words, path, is_warning) == (
        f"连不上共用文件夹 {share}，没有保存；接通网络后重试",
        str(share),
        True,
    )


def test_a_database_on_this_computer_needs_no_share(file_centre):
    assert refused(lambda: file_centre.services.sharing.share("/srv/share", actor=file_centre.actor)) == (
        "files.server_only"
    )
    view = Recorder()
    SharingPresenter(desk_of(file_centre), view).refresh()
    assert view.count("hide_sharing") == 1
