"""The migrations lead to the tables the program knows, on both databases, and need nothing of the program."""

import ast
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import inspect

from app.persistence.opening.engine import postgresql_engine, sqlite_engine, writing
from app.persistence.opening.upgrading import migrations_folder

VERSIONS = sorted((migrations_folder() / "versions").glob("*.py"))


@pytest.fixture
def connection(location):
    engine = (
        postgresql_engine(location.database_url) if location.is_postgresql else sqlite_engine(location.file)
    )
    with writing(engine).connect() as opened:
        yield opened
    engine.dispose()


@pytest.fixture
def config(connection):
    made = Config()
    made.set_main_option("script_location", str(migrations_folder()))
    made.attributes["connection"] = connection
    return made


def test_the_tables_are_those_of_the_program(config):
    command.check(config)


def test_down_to_nothing_and_up_again(config, connection):
    command.downgrade(config, "base")
    connection.commit()
    assert set(inspect(connection).get_table_names()) == {"alembic_version"}
    connection.rollback()
    command.upgrade(config, "head")
    connection.commit()
    command.check(config)


@pytest.mark.parametrize("file", VERSIONS, ids=lambda file: file.stem)
def test_a_migration_imports_nothing_of_the_program(file: Path):
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        assert not any(name.split(".")[0] == "app" for name in names)
