"""A centre on both databases; ``file_centre`` on SQLite alone, for what is not about the database."""

from __future__ import annotations

import pytest

from tests.support.centres import open_centre_at


@pytest.fixture
def centre(store, location, clock):
    return open_centre_at(store, location.data_folder, clock)


@pytest.fixture
def file_centre(sqlite_store, sqlite_location, clock):
    return open_centre_at(sqlite_store, sqlite_location.data_folder, clock)
