"""A centre on both databases whose clock a test may turn to another day."""

import pytest

from tests.support.centres import open_centre_at


@pytest.fixture
def centre(store, location, clock):
    return open_centre_at(store, location.data_folder, clock)


@pytest.fixture
def file_centre(sqlite_store, sqlite_location, clock):
    return open_centre_at(sqlite_store, sqlite_location.data_folder, clock)


@pytest.fixture
def go_to(clock):
    def turn(day):
        clock.moment = clock.moment.replace(year=day.year, month=day.month, day=day.day)

    return turn
