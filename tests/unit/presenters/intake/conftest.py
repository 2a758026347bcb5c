from collections.abc import Callable

import pytest

from app.persistence.store import Store
from app.presenters.desk import Desk
from app.presenters.intake.presenter import IntakePresenter
from app.services.services import Services
from tests.support.intake_desk import RecordingNavigator, desk_of, services_of


class RecordingView:
    """Keeps the last thing the presenter showed of each kind."""

    def __init__(self):
        self.shown = {}
        self.values = {}
        self.words = {}
        self.saved = []
        self.focus = []
        self.busy = []
        self.saves_expected = 0

    def show_entry(self, entry):
        self.shown["entry"] = entry

    def show_side(self, side, parties):
        self.shown[side] = parties

    def show_party_words(self, party_id, words):
        self.words[party_id] = words

    def show_value(self, key, value):
        self.values[key] = value

    def show_saved(self, note):
        self.saved.append(note)

    def focus_field(self, key, cursor=-1):
        self.focus.append((key, cursor))

    def set_busy(self, *, is_busy):
        self.busy.append(is_busy)

    def expect_save(self):
        self.saves_expected += 1

    def __getattr__(self, name):
        if not name.startswith("show_"):
            raise AttributeError(name)
        return lambda value: self.shown.__setitem__(name.removeprefix("show_"), value)


@pytest.fixture
def services(sqlite_store: Store, tmp_path, clock) -> Services:
    return services_of(sqlite_store, tmp_path / "file-data", clock)


@pytest.fixture
def desk(services: Services, clock) -> Desk:
    return desk_of(services, clock)


@pytest.fixture
def navigator() -> RecordingNavigator:
    return RecordingNavigator()


@pytest.fixture
def view() -> RecordingView:
    return RecordingView()


@pytest.fixture
def presenter(desk: Desk, view: RecordingView, navigator: RecordingNavigator) -> IntakePresenter:
    made = IntakePresenter(desk, view, navigator)
    made.open()
    return made


@pytest.fixture
def reopened(
    desk: Desk, navigator: RecordingNavigator
) -> Callable[[], tuple[IntakePresenter, RecordingView]]:
    """Open the page as another start of the program would, with nothing but the database."""

    def reopen():
        fresh = RecordingView()
        made = IntakePresenter(desk, fresh, navigator)
        made.open()
        return made, fresh

    return reopen
