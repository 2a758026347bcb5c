import pytest

from app.presenters.calendar.flow import AppointmentFlow
from tests.support.appointment_windows import SeenWindows
from tests.support.centres import open_centre_at
from tests.support.workspace_desk import WindowAround, mediators_desk


@pytest.fixture
def centre(sqlite_store, sqlite_location, clock):
    return open_centre_at(sqlite_store, sqlite_location.data_folder, clock)


@pytest.fixture
def desk(centre):
    return mediators_desk(centre)


@pytest.fixture
def navigator():
    return WindowAround()


@pytest.fixture
def windows():
    return SeenWindows()


@pytest.fixture
def flow(desk, navigator, windows):
    return AppointmentFlow(desk, navigator, windows)
