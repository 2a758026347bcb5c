import pytest

from app.presenters.workspace.presenter import WorkspacePresenter
from tests.support.appointment_windows import SeenWindows
from tests.support.centres import open_centre_at
from tests.support.workspace_desk import SeenWorkspace, WindowAround, mediators_desk


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
def view():
    return SeenWorkspace()


@pytest.fixture
def windows():
    return SeenWindows()


@pytest.fixture
def presenter(desk, navigator, view, windows):
    made = WorkspacePresenter(desk, navigator, view, windows)
    yield made
    made.close()
