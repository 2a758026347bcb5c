"""锁屏: it opens only when it knows that it may, and makes people wait who guess."""

from datetime import timedelta

import pytest

from app.presenters.shell.lock import LockPresenter, LockTries, read_minutes
from tests.support.list_desks import Recorder


@pytest.fixture
def locked(desk):
    view, opened = Recorder(), []

    def begin(tries=None):
        presenter = LockPresenter(desk, tries or LockTries(), view, lambda: opened.append(True))
        presenter.begin()
        return presenter

    return begin, view, opened


@pytest.fixture
def guarded(centre):
    centre.services.screen_lock.set_own("", "枫桥2026", actor=centre.mediator.actor)


def test_without_a_password_enter_opens(locked):
    begin, view, opened = locked
    presenter = begin()
    assert view.last("show_door") == ("按回车继续", False)
    presenter.press("")
    assert opened == [True]


def test_the_clock_is_shown(locked):
    begin, view, _opened = locked
    begin()
    time, day = view.last("show_clock")
    assert time.startswith("09:")
    assert day == "11 月 2 日　星期一"


@pytest.mark.usefixtures("guarded")
def test_the_password_opens_and_nothing_else(locked):
    begin, view, opened = locked
    presenter = begin()
    assert view.last("show_door") == ("输入锁屏密码，按回车", True)
    presenter.press("")
    presenter.press("枫桥2025")
    assert opened == []
    assert "密码不对" in view.last("show_problem")
    presenter.press("枫桥2026")
    assert opened == [True]


@pytest.mark.usefixtures("guarded")
def test_after_every_five_wrong_ones_the_wait_doubles(locked, centre):
    begin, view, opened = locked
    tries = LockTries()
    presenter = begin(tries)
    for _ in range(5):
        presenter.press("falsch")
    assert "请等" in view.last("show_problem")
    presenter.press("枫桥2026")
    assert opened == [], "nobody may try while waiting"
    assert 25 < tries.seconds_left(centre.clock.now()) <= 30
    presenter = begin(tries)
    presenter.press("枫桥2026")
    assert opened == [], "locking again is no way around the wait"
    centre.clock.moment += timedelta(seconds=31)
    presenter.tick()
    assert view.last("show_problem") == ""
    for _ in range(5):
        presenter.press("falsch")
    assert 50 < tries.seconds_left(centre.clock.now()) <= 60
    centre.clock.moment += timedelta(minutes=2)
    presenter.tick()
    presenter.press("枫桥2026")
    assert opened == [True]
    assert tries == LockTries()


def test_the_wait_never_grows_beyond_a_quarter_of_an_hour(centre):
    tries, now = LockTries(), centre.clock.now()
    for _ in range(100):
        tries.note_wrong(now)
    assert tries.seconds_left(now) == 15 * 60


def test_what_cannot_be_read_stays_locked(locked, centre, monkeypatch):
    begin, view, opened = locked

    def broken(_staff_id):
        raise OSError("gone")

    with monkeypatch.context() as patch:
        patch.setattr(centre.services.screen_lock, "has_password", broken)
        presenter = begin()
        presenter.press("")
        assert opened == []
        assert view.last("show_problem")
    presenter.press("")
    presenter.press("")
    assert opened == [True]


@pytest.mark.parametrize(("kept", "minutes"), [(None, 10), ("5", 5), ("0", 0), ("7", 10), ("x", 10)])
def test_ten_minutes_unless_another_choice_is_kept(kept, minutes):
    assert read_minutes(kept) == minutes
