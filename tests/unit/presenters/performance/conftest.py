"""A centre on a migrated SQLite copy, its mediator's desk, and a window that remembers."""

import pytest

from app.presenters.workspace.forms.performance.menu import performance_form
from app.presenters.workspace.forms.presenter import FormPresenter
from tests.support.centres import open_centre_at
from tests.support.workspace_desk import SeenForm, WindowAround, mediators_desk


@pytest.fixture
def centre(sqlite_store, sqlite_location, clock):
    return open_centre_at(sqlite_store, sqlite_location.data_folder, clock)


@pytest.fixture
def go_to(clock):
    def turn(day):
        clock.moment = clock.moment.replace(year=day.year, month=day.month, day=day.day)

    return turn


@pytest.fixture
def desk(centre):
    return mediators_desk(centre)


@pytest.fixture
def window():
    return WindowAround()


@pytest.fixture
def open_form(desk, window, centre):
    """Open a form of performance on a case."""

    def opened(case, key, subject=None):
        folder = centre.services.cases.folder(case.id)
        form = performance_form(desk, folder, key, subject)
        return SeenForm(FormPresenter(desk, window, form, folder))

    return opened
