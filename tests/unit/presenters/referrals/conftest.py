"""A centre on a migrated SQLite copy, its mediator's desk, and a window that remembers."""

import pytest

from tests.support.centres import open_centre_at
from tests.support.workspace_desk import WindowAround, mediators_desk


@pytest.fixture
def centre(sqlite_store, sqlite_location, clock):
    return open_centre_at(sqlite_store, sqlite_location.data_folder, clock)


@pytest.fixture
def desk(centre):
    return mediators_desk(centre)


@pytest.fixture
def window():
    return WindowAround()
