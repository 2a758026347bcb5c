"""A centre on both databases, and cases that came with a paper."""

from __future__ import annotations

import pytest

from tests.support.centres import open_centre_at


@pytest.fixture
def centre(store, location, clock):
    return open_centre_at(store, location.data_folder, clock)


@pytest.fixture
def file_centre(sqlite_store, sqlite_location, clock):
    return open_centre_at(sqlite_store, sqlite_location.data_folder, clock)
