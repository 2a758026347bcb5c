"""Opening: made, upgraded after a copy, or refused with a reason and left as it was."""

import json
import os
import platform
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path, PurePosixPath
from uuid import uuid4

import pytest
import sqlcipher3.dbapi2
from alembic.script import ScriptDirectory
from sqlalchemy.engine import make_url

from app.domain.errors import StorageRefusal
from app.persistence.opening.folders import is_unc, network_type
from app.persistence.opening.locking import LOCK_NAME, FolderLock
from app.persistence.opening.upgrading import HEAD, migrations_folder
from app.persistence.store import DATABASE_NAME, Store, StoreLocation
from tests.support.casebook import a_case, an_organisation
from tests.support.databases import REGISTRAR, SteppingClock


def refusal(location, **options):
    with pytest.raises(StorageRefusal) as refused:
        Store.open(location, SteppingClock(), **options)
    return refused.value


def test_a_new_database_is_made_with_its_folder(tmp_path):
    location = StoreLocation(None, tmp_path / "新 文件夹 100%" / "data")
    with Store.open(location, SteppingClock()).closing() as store:
        assert (store.backend, store.check(), store.backup_before_upgrade) == ("sqlite", (), None)
    assert location.file.name == DATABASE_NAME


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in lists, not in modes")
def test_a_new_folder_is_open_to_this_login_alone(tmp_path):
    Store.open(StoreLocation(None, tmp_path / "data"), SteppingClock()).close()
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0


def test_the_head_is_the_newest_migration():
    assert ScriptDirectory(str(migrations_folder())).get_current_head() == HEAD


def test_the_file_is_safe_against_power_loss_and_crossed_references(sqlite_store):
    with sqlite_store._engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}


def test_an_address_of_a_file_is_as_good_as_a_folder(tmp_path, clock):
    file = tmp_path / "elsewhere" / "mine.db"
    Store.open(StoreLocation(f"sqlite:///{file}", tmp_path / "data"), clock).close()
    assert file.exists()


def test_a_second_program_is_refused_and_told_who_has_the_folder(sqlite_location, clock):
    with Store.open(sqlite_location, clock).closing():
        error = refusal(sqlite_location)
        assert (error.code, error.facts["host"], error.facts["pid"]) == (
            "store.in_use",
            platform.node(),
            os.getpid(),
        )
    Store.open(sqlite_location, clock).close()


def test_another_process_holds_the_folder_until_it_is_killed(sqlite_location, clock):
    holding = (
        "import sys, time; from pathlib import Path; from app.persistence.opening.locking import FolderLock; "
        f"lock = FolderLock(Path({str(sqlite_location.data_folder)!r})); "
        "print('held', flush=True); time.sleep(600)"
    )
    root = Path(__file__).parents[3]
    with subprocess.Popen([sys.executable, "-c", holding], stdout=subprocess.PIPE, cwd=root) as other:
        other.stdout.readline()
        error = refusal(sqlite_location)
        assert (error.code, error.facts["pid"]) == ("store.in_use", other.pid)
        other.kill()
    Store.open(sqlite_location, clock).close()


def test_a_lock_left_by_a_dead_process_is_taken_over(sqlite_location, clock):
    lock = sqlite_location.data_folder / LOCK_NAME
    lock.write_text(json.dumps({"host": platform.node(), "pid": os.getpid()}), encoding="utf-8")
    with Store.open(sqlite_location, clock).closing():
        assert json.loads(lock.read_text(encoding="utf-8"))["pid"] == os.getpid()
    left = FolderLock(sqlite_location.data_folder)
    assert left.was_left_over is False
    left.release()
    left.release()


def test_a_newer_database_is_refused_and_untouched(sqlite_location):
    with closing(sqlcipher3.dbapi2.connect(str(sqlite_location.file))) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    before = sqlite_location.file.read_bytes()
    error = refusal(sqlite_location)
    assert (error.code, error.facts["revision"]) == ("store.newer_database", "9999")
    assert sqlite_location.file.read_bytes() == before
    assert refusal(sqlite_location).code == "store.newer_database"


@pytest.mark.parametrize("spoil", ["text", "cut", "middle", "zeros"])
def test_a_damaged_database_is_refused_and_untouched(sqlite_location, spoil):
    file = sqlite_location.file
    whole = file.read_bytes()
    file.write_bytes(
        {
            "text": "这不是数据库".encode() * 999,
            "cut": whole[: len(whole) // 2],
            "middle": whole[:4096] + b"\xff" * 8192 + whole[12288:],
            "zeros": b"\0" * 8192,
        }[spoil]
    )
    before = file.read_bytes()
    assert refusal(sqlite_location).code == "store.damaged"
    assert file.read_bytes() == before
    assert {path.name for path in sqlite_location.data_folder.iterdir()} <= {DATABASE_NAME, LOCK_NAME}


def test_a_database_found_damaged_after_a_crash_is_looked_at_whole_each_time(sqlite_location):
    (sqlite_location.data_folder / LOCK_NAME).write_text('{"host": "gone", "pid": 1}')
    sqlite_location.file.write_bytes(b"no database" * 1000)
    for _ in range(2):
        assert refusal(sqlite_location).code == "store.damaged"
    lock = FolderLock(sqlite_location.data_folder)
    assert lock.was_left_over is True
    lock.release()


@pytest.mark.parametrize("url", ["mysql://user:secret@host/cases", "cases.db", "sqlite:///", "http://host/x"])
def test_an_address_of_no_known_database_is_refused_and_makes_nothing(tmp_path, monkeypatch, url):
    monkeypatch.chdir(tmp_path)
    error = refusal(StoreLocation(url, tmp_path / "data"))
    assert (error.code, dict(error.facts)) == ("store.unknown_address", {})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path):
    (tmp_path / "data" / DATABASE_NAME / "full").mkdir(parents=True)
    assert refusal(StoreLocation(None, tmp_path / "data")).code == "store.disk_failure"


@pytest.mark.postgres
def test_a_user_without_rights_is_told(postgres_server, tmp_path):
    role = f"guest_{uuid4().hex}"
    postgres_server.run(f"CREATE ROLE {role} LOGIN")
    address = postgres_server.create_database()
    url = make_url(address).set(username=role).render_as_string(hide_password=False)
    assert refusal(StoreLocation(url, tmp_path)).code == "store.access_refused"
    postgres_server.drop_database(address)
    postgres_server.run(f"DROP ROLE {role}")


def test_what_a_killed_program_had_committed_is_there(sqlite_location, clock):
    """The log of a program that was killed is read, first for checking and then for good."""
    saving = (
        "import os, sys; from pathlib import Path; from app.persistence.store import Store, StoreLocation; "
        "from tests.support.databases import REGISTRAR, SteppingClock; "
        "from tests.support.casebook import a_case, an_organisation; "
        f"place = StoreLocation(None, Path({str(sqlite_location.data_folder)!r})); "
        "store = Store.open(place, SteppingClock()); "
        "work = store.unit_of_work(REGISTRAR); ours = an_organisation(); "
        "work.organisations.add(ours, act='organisation.added'); "
        "work.cases.add(a_case(ours), act='case.registered'); work.commit(); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", saving], cwd=Path(__file__).parents[3], check=False)
    assert sqlite_location.file.with_name(f"{DATABASE_NAME}-wal").stat().st_size > 0
    with Store.open(sqlite_location, clock).closing() as store, store.unit_of_work(REGISTRAR) as work:
        assert [case.title for case in work.cases.all()] == ["张三与李四房屋漏水纠纷"]


def test_another_programs_database_is_refused(tmp_path):
    with closing(sqlcipher3.dbapi2.connect(str(tmp_path / DATABASE_NAME))) as raw:
        raw.execute("CREATE TABLE notes (id INTEGER)")
        raw.commit()
    assert refusal(StoreLocation(None, tmp_path)).code == "store.foreign_database"


def test_an_older_database_is_copied_and_then_upgraded(sqlite_location, clock, tmp_path):
    """The step to a later release: a migration that adds a column, run by the program of that release."""
    ours = an_organisation()
    with Store.open(sqlite_location, clock).closing() as store, store.unit_of_work(REGISTRAR) as work:
        work.organisations.add(ours, act="organisation.added")
        work.cases.add(a_case(ours), act="case.registered")
        work.commit()
    with closing(sqlcipher3.dbapi2.connect(str(sqlite_location.file))) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0000'")
        raw.commit()
    migrations = tmp_path / "migrations"
    shutil.copytree(migrations_folder(), migrations, ignore=shutil.ignore_patterns("__pycache__"))
    versions = migrations / "versions"
    for file in versions.glob("*.py"):
        file.unlink()
    head = 'revision, down_revision, branch_labels, depends_on = "{}", {}, None, None\n'
    (versions / "0000_old.py").write_text(head.format("0000", None) + "def upgrade():\n    pass\n")
    (versions / "0001_new.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        + head.format(HEAD, '"0000"')
        + "def upgrade():\n"
        + '    with op.batch_alter_table("cases") as batch:\n'
        + '        batch.add_column(sa.Column("later", sa.Text(), nullable=False, server_default=""))\n'
    )
    with Store.open(sqlite_location, clock, migrations=migrations).closing() as store:
        copy = store.backup_before_upgrade
        assert store.check() == ()
        with store.unit_of_work(REGISTRAR) as work:
            assert [party.name for party in work.cases.all()[0].parties] == ["张三", "李四"]
            assert work._session.connection().exec_driver_sql("SELECT later FROM cases").scalar() == ""
    assert copy.parent == sqlite_location.data_folder / "backups"
    assert copy.name.startswith(f"before-{HEAD}-")
    with closing(sqlcipher3.dbapi2.connect(str(copy))) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("0000",)
        assert raw.execute("SELECT count(*) FROM cases").fetchone() == (1,)


def test_a_failing_upgrade_leaves_the_database_as_it_was(sqlite_location, clock, tmp_path):
    with closing(sqlcipher3.dbapi2.connect(str(sqlite_location.file))) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0000'")
        raw.commit()
    migrations = tmp_path / "migrations"
    shutil.copytree(migrations_folder(), migrations, ignore=shutil.ignore_patterns("__pycache__"))
    for file in (migrations / "versions").glob("*.py"):
        file.unlink()
    head = 'revision, down_revision, branch_labels, depends_on = "{}", {}, None, None\n'
    (migrations / "versions" / "0000_old.py").write_text(head.format("0000", None) + "def upgrade(): pass\n")
    (migrations / "versions" / "0001_new.py").write_text(
        "from alembic import op\n"
        + head.format(HEAD, '"0000"')
        + 'def upgrade():\n    op.execute("CREATE TABLE half (id INTEGER)")\n    raise ZeroDivisionError\n'
    )
    with pytest.raises(ZeroDivisionError):
        Store.open(sqlite_location, clock, migrations=migrations)
    with closing(sqlcipher3.dbapi2.connect(str(sqlite_location.file))) as raw:
        names = {row[0] for row in raw.execute("SELECT name FROM sqlite_master")}
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("0000",)
    assert "half" not in names
    FolderLock(sqlite_location.data_folder).release()


def test_a_full_disk_is_a_refusal_and_loses_only_the_write_at_hand(sqlite_store):
    ours = an_organisation()
    with sqlite_store.unit_of_work(REGISTRAR) as work:
        work.organisations.add(ours, act="organisation.added")
        kept = work.cases.add(a_case(ours), act="case.registered")
        work.commit()
    long = a_case(ours, number="2026-0002", facts="漏水" * 100_000)
    with sqlite_store.unit_of_work(REGISTRAR) as work:
        pages = work._session.connection().exec_driver_sql("PRAGMA page_count").scalar()
        work._session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StorageRefusal) as refused:
            work.cases.add(long, act="case.registered")
    assert refused.value.code == "store.disk_full"
    with sqlite_store.unit_of_work(REGISTRAR) as work:
        assert work.cases.all() == (kept,)


def test_another_writer_makes_the_store_busy(sqlite_store, sqlite_location):
    with closing(sqlcipher3.dbapi2.connect(str(sqlite_location.file), isolation_level=None)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        with sqlite_store._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 1")
        with pytest.raises(StorageRefusal) as refused, sqlite_store.unit_of_work(REGISTRAR) as work:
            work.organisations.add(an_organisation(), act="organisation.added")
    assert refused.value.code == "store.busy"


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_text("")
    assert refusal(StoreLocation(None, tmp_path / "file" / "data")).code == "store.read_only_folder"


@pytest.mark.postgres
def test_a_newer_or_absent_server_is_refused(postgres_store, postgres_server, tmp_path):
    with postgres_store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        address = connection.engine.url.render_as_string(hide_password=False)
    assert refusal(StoreLocation(address, tmp_path)).code == "store.newer_database"
    gone = f"postgresql://nobody@/nothing?host={tmp_path}"
    assert refusal(StoreLocation(gone, tmp_path)).code == "store.unreachable"


MOUNTS = """
/dev/vda / ext4 rw 0 0
server:/export /srv/nfs nfs4 rw 0 0
//server/share /mnt/my\\040share cifs rw 0 0
C:\\\\ /mnt/c 9p rw 0 0
tmpfs /srv/nfs/local tmpfs rw 0 0
overlay /var/lib/containers overlay rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/mediator/data", ""),
        ("/srv/nfs", "nfs4"),
        ("/srv/nfs/deep/data", "nfs4"),
        ("/srv/nfsx/data", ""),
        ("/srv/nfs/local/data", ""),
        ("/mnt/my share/data", "cifs"),
        ("/mnt/c/data", "9p"),
        ("/var/lib/containers/x", ""),
    ],
)
def test_network_folders_are_told_by_the_mount_table(path, kind):
    assert network_type(PurePosixPath(path), MOUNTS) == kind


def test_a_sandboxed_root_is_no_share():
    assert network_type(PurePosixPath("/data"), "none / 9p rw 0 0") == ""
    assert network_type(PurePosixPath("/data"), "none / 9p rw 0 0\ns:/x /data nfs rw 0 0") == "nfs"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (r"\\server\share\data", True),
        ("//server/share", True),
        (r"\\?\UNC\server\share", True),
        (r"\\?\C:\data", False),
        (r"C:\data", False),
        ("/home/x", False),
    ],
)
def test_shares_of_windows(path, expected):
    assert is_unc(path) is expected
