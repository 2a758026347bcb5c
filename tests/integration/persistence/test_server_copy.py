"""A server's database is saved before it is upgraded, or left as it is."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text
from sqlalchemy.engine import make_url

from app.domain.errors import StorageRefusal
from app.persistence.opening.engine import postgresql_engine, writing
from app.persistence.opening.server_copy import dump_before_upgrade
from app.persistence.opening.upgrading import HEAD, migrations_folder
from app.persistence.store import Store, StoreLocation
from tests.support.databases import REGISTRAR, START


@pytest.fixture
def old_server(postgres_server, clock, tmp_path):
    """Give the place of a server's database that is one revision older than the program."""
    address = postgres_server.create_database()
    location = StoreLocation(address, tmp_path / "server-data")
    Store.open(location, clock).close()
    engine = postgresql_engine(address)
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    with writing(engine).connect() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "-1")
        connection.commit()
    engine.dispose()
    yield location
    postgres_server.drop_database(address)


def tools_of(location):
    """Find the tools that belong to the running server: those of another release would refuse it."""
    engine = postgresql_engine(location.database_url)
    with engine.connect() as connection:
        data = connection.scalar(text("SELECT setting FROM pg_settings WHERE name = 'data_directory'"))
    engine.dispose()
    return str(Path(Path(data, "postmaster.opts").read_text().split()[0].strip('"')).parent)


def refusal(location, clock):
    with pytest.raises(StorageRefusal) as refused:
        Store.open(location, clock)
    return refused.value


def path_with(monkeypatch, folder, script=""):
    """Put one folder alone on the PATH, with a pg_dump of the test's own when there is a script."""
    folder.mkdir()
    if script:
        tool = folder / "pg_dump"
        tool.write_text(f"#!/bin/sh\n{script}\n")
        tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/bin" if script else str(folder))


@pytest.mark.postgres
def test_a_server_is_dumped_before_it_is_upgraded(old_server, clock, monkeypatch):
    monkeypatch.setenv("PATH", tools_of(old_server))
    with Store.open(old_server, clock).closing() as store:
        copy = store.backup_before_upgrade
        with store.unit_of_work(REGISTRAR) as work:
            assert work.parties.all() == ()
    assert copy.name.startswith(f"before-{HEAD}-")
    assert copy.read_bytes().startswith(b"PGDMP")
    with Store.open(old_server, clock).closing() as store:
        assert store.backup_before_upgrade is None


@pytest.mark.postgres
@pytest.mark.skipif(sys.platform == "win32", reason="the tool of the test is a shell script")
def test_a_server_is_not_upgraded_without_a_copy(old_server, clock, monkeypatch, tmp_path):
    path_with(monkeypatch, tmp_path / "empty")
    assert refusal(old_server, clock).code == "store.backup_first"
    path_with(monkeypatch, tmp_path / "broken", "echo 'pg_dump: error: server version mismatch' >&2; exit 1")
    refused = refusal(old_server, clock)
    assert (refused.code, refused.facts["reason"]) == (
        "store.backup_failed",
        "pg_dump: error: server version mismatch",
    )
    assert not any((old_server.data_folder / "backups").iterdir())
    saved = replace(old_server, is_backed_up=True)
    with Store.open(saved, clock).closing() as store:
        assert store.backup_before_upgrade is None
        with store.unit_of_work(REGISTRAR) as work:
            assert work.parties.all() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="the tool of the test is a shell script")
def test_the_password_of_a_server_stands_on_no_command_line(monkeypatch, tmp_path):
    said = tmp_path / "said"
    script = f"""
    echo "$@" >{said}
    echo "$PGPASSWORD" >>{said}
    for given; do case $given in --file=*) : >"${{given#--file=}}";; esac; done
    """
    path_with(monkeypatch, tmp_path / "bin", script)
    url = make_url("postgresql+psycopg://clerk:s3cret@db.example/centre")
    copy = dump_before_upgrade(url, tmp_path, HEAD, START)
    command_line, password = said.read_text().splitlines()
    assert copy.exists()
    assert "s3cret" not in command_line
    assert "--dbname=postgresql://clerk@db.example/centre" in command_line
    assert password == "s3cret"
