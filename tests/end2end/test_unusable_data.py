"""Data that cannot be used is refused in a sentence and left as it was; data that were changed are told."""

import os
import re
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2

from app.persistence.store import DATABASE_NAME
from tests.support.terminal import CARD, MAIN, Terminal, give_up_root


def refused(said, *words):
    """A sentence on standard error with code 4, and nothing else."""
    assert (said.code, said.out) == (4, ""), said
    assert "Traceback" not in said.err
    assert len(said.err.splitlines()) == 1
    assert re.search("[一-鿿]{4}", said.err)
    for word in words:
        assert word in said.err
    return True


def everything_in(folder):
    """All files with their bytes; the lock file is emptied by whoever leaves."""
    files = (path for path in Path(folder).rglob("*") if path.is_file() and path.suffix != ".lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def with_a_file(terminal, content=b"%PDF what was handed in"):
    """Hand a file in, by the program's own service."""
    from app.archive.clock import SystemClock
    from app.bootstrap import location_of, open_centre

    centre = open_centre(location_of(terminal.data), SystemClock())
    try:
        case_id = centre.services.cases.by_number("0001")
        me = centre.services.settings.me()
        return centre.services.attachments.add(case_id, content, "收据.pdf", "", actor=me.actor).value
    finally:
        centre.close()


def stored_file(terminal, attachment):
    return terminal.data / "files" / attachment.sha256[:2] / attachment.sha256


def test_whole_data_are_sound(terminal):
    with_a_file(terminal)
    said = terminal.run("check")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == ["案件 1 件，文书 0 份，附件 1 个，编号 1 个", "核对完毕，没有问题"]


def test_a_changed_file_is_told_with_its_name(terminal):
    file = stored_file(terminal, with_a_file(terminal))
    file.chmod(0o644)
    file.write_bytes(file.read_bytes().replace(b"handed", b"turned"))
    said = terminal.run("check")
    assert (said.code, said.err) == (1, "")
    assert "附件 收据.pdf：文件与入卷时不一致，请从备份恢复" in said.out.splitlines()


def test_a_missing_file_is_told_with_its_name(terminal):
    stored_file(terminal, with_a_file(terminal)).unlink()
    said = terminal.call("check")
    assert said.code == 1
    assert "附件 收据.pdf：文件不在数据文件夹里，请从备份恢复" in said.out.splitlines()


def test_a_number_that_is_gone_is_told(terminal):
    for _ in range(2):
        terminal.call("register", terminal.card("card.json", CARD))
    with closing(sqlcipher3.dbapi2.connect(str(terminal.data / DATABASE_NAME))) as raw:
        raw.execute("DELETE FROM issued_numbers WHERE sequence = 2")
        raw.commit()
    said = terminal.call("check")
    assert said.code == 1
    assert "登记号应为第 2 号，却是第 3 号" in said.out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no folder that its owner may not write")
def test_a_folder_that_cannot_be_written_is_refused_and_untouched(terminal):
    before = everything_in(terminal.data)
    terminal.data.chmod(0o555)
    try:
        assert refused(terminal.run("check", before=give_up_root), str(terminal.data), "不能写入")
    finally:
        terminal.data.chmod(0o755)
    assert everything_in(terminal.data) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no folder that its owner may not write")
def test_no_folder_is_made_where_none_can_be(tmp_path):
    tmp_path.chmod(0o555)
    try:
        said = Terminal(tmp_path / "data").run("check", before=give_up_root)
    finally:
        tmp_path.chmod(0o755)
    assert refused(said, "不能写入")


def test_a_file_in_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "data").write_text("a letter", encoding="utf-8")
    assert refused(Terminal(tmp_path / "data").call("check"), "不能写入")
    assert (tmp_path / "data").read_text(encoding="utf-8") == "a letter"


def test_a_newer_database_is_refused_and_untouched(terminal):
    with closing(sqlcipher3.dbapi2.connect(str(terminal.data / DATABASE_NAME))) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    before = everything_in(terminal.data)
    for verb in (["check"], ["register", terminal.card("card.json", CARD)], ["search", "张"]):
        assert refused(terminal.call(*verb), DATABASE_NAME, "升级")
    assert refused(terminal.run("check"))
    assert everything_in(terminal.data) == before


DAMAGES = {
    "head": lambda whole: b"\x00" * 100 + whole[100:],
    "middle": lambda whole: whole[:4096] + os.urandom(4096) * 20 + whole[4096 * 21 :],
    "cut off": lambda whole: whole[: len(whole) // 2],
    "another file": lambda whole: b"PK\x03\x04 not a database at all",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_database_is_refused_and_untouched(terminal, damage):
    file = terminal.data / DATABASE_NAME
    file.write_bytes(damage(file.read_bytes()))
    before = everything_in(terminal.data)
    assert refused(terminal.call("check"), DATABASE_NAME, "备份")
    assert refused(terminal.call("register", terminal.card("card.json", CARD)))
    assert everything_in(terminal.data) == before


def test_a_database_of_another_program_is_refused_and_untouched(tmp_path):
    with closing(sqlcipher3.dbapi2.connect(str(tmp_path / DATABASE_NAME))) as raw:
        raw.execute("CREATE TABLE letters (text)")
        raw.commit()
    before = everything_in(tmp_path)
    assert refused(Terminal(tmp_path).call("check"), "别的程序")
    assert everything_in(tmp_path) == before


def test_the_folder_of_a_running_program_is_refused_with_its_pid(terminal):
    holding = (
        "import sys; from pathlib import Path; from app.bootstrap import location_of, open_centre; "
        "centre = open_centre(location_of(Path(sys.argv[1]))); print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", holding, str(terminal.data)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=MAIN.parent) as other:
        assert other.stdout.readline().strip() == b"open"
        assert refused(terminal.run("check"), str(other.pid), str(terminal.data))
        other.stdin.close()
    assert other.returncode == 0
    assert terminal.call("check").code == 0


def test_a_log_left_by_a_killed_program_is_read(terminal):
    """What was committed lies in the log beside the file until somebody closes the database."""
    dying = (
        "import os, sys; from pathlib import Path; from app.bootstrap import location_of, open_centre; "
        "centre = open_centre(location_of(Path(sys.argv[1]))); services = centre.services; "
        "me = services.settings.me(); "
        "services.cases.note(services.cases.by_number('0001'), '最后一句', actor=me.actor); "
        "os.kill(os.getpid(), 9)"
    )
    command = [sys.executable, "-c", dying, str(terminal.data)]
    assert subprocess.run(command, cwd=MAIN.parent, check=False).returncode == -9
    copy = Terminal(terminal.data.parent / "copy")
    shutil.copytree(terminal.data, copy.data)
    for place in (terminal, copy):
        assert any("最后一句" in str(entry) for entry in place.call("show", "0001", "--json").json["history"])
        assert place.call("check").code == 0
