"""The real window over a small centre whose people all have names of their own."""

from datetime import date

import pytest

from tests.support.centres import open_centre_at
from tests.support.day_clock import DayClock
from tests.support.window_driver import WindowDriver

DAY = date(2026, 11, 2)


@pytest.fixture
def sitting(qapp, tmp_path, monkeypatch):
    """Open the program where ``prepare`` has worked; the printer is the only thing that is not real."""
    opened = []

    def begin(prepare=lambda _centre: None, size=(1440, 900)):
        driver = WindowDriver(tmp_path / "data", DayClock(DAY), qapp, size)
        opened.append(driver)
        monkeypatch.setattr("app.ui.window.print_pdf", driver.take_print)
        monkeypatch.setattr("app.ui.window.print_pdfs", driver.take_prints)
        driver.centre = open_centre_at(driver.opened.store, tmp_path / "data", driver.clock)
        prepare(driver.centre)
        driver.begin()
        driver.widen()
        return driver

    yield begin
    for driver in opened:
        driver.close()
