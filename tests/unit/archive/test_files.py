"""Files by content: what is read is what was written, or a refusal that says what happened."""

from __future__ import annotations

import errno
import hashlib
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.archive.files import FileStore
from app.domain.errors import StorageRefusal
from app.domain.values.days.moments import SHANGHAI

NOW = datetime(2026, 11, 2, tzinfo=SHANGHAI)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(content=st.binary(max_size=5_000))
def test_bytes_come_back_under_their_digest(tmp_path, content):
    files = FileStore(tmp_path)
    digest = files.put(content)
    assert digest == hashlib.sha256(content).hexdigest()
    assert files.get(digest) == content
    assert files.put(content) == digest
    assert list(files.digests()).count(digest) == 1


def test_a_damaged_file_is_refused_and_mended_by_storing_again(tmp_path):
    files = FileStore(tmp_path)
    digest = files.put(b"page")
    (tmp_path / digest[:2] / digest).write_bytes(b"pag")
    with pytest.raises(StorageRefusal, match=r"file\.changed"):
        files.get(digest)
    files.put(b"page")
    assert files.get(digest) == b"page"


@pytest.mark.parametrize("digest", ["0" * 64, "", "../../etc/passwd", "F" * 64])
def test_what_is_not_there_is_missing(tmp_path, digest):
    with pytest.raises(StorageRefusal, match=r"file\.missing"):
        FileStore(tmp_path).get(digest)


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    files = FileStore(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(StorageRefusal, match=r"disk\.full"):
            files.put(b"page")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_kill_before_the_rename_leaves_only_what_sweep_takes(tmp_path, monkeypatch):
    class Killed(BaseException):
        pass

    def killed(_self, _target):
        raise Killed

    files = FileStore(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        patch.setattr(Path, "unlink", lambda _self, **_missing: None)
        with pytest.raises(Killed):
            files.put(b"page")
    assert list(files.digests()) == []
    assert files.sweep(NOW - timedelta(days=36_500)) == 0
    assert files.sweep(NOW + timedelta(days=36_500)) == 1
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "files").write_bytes(b"not a folder")
    with pytest.raises(StorageRefusal, match=r"file\.not_writable"):
        FileStore(tmp_path / "files").put(b"page")
