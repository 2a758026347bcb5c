"""A centre on a migrated SQLite copy, and desks in it."""

import pytest

from tests.support.centres import open_centre_at


@pytest.fixture
def centre(sqlite_store, sqlite_location, clock):
    return open_centre_at(sqlite_store, sqlite_location.data_folder, clock)
