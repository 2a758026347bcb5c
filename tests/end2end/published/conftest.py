"""The real window on an empty data folder, set to the day of the dispute."""

import os
from pathlib import Path

import pytest

from tests.support.day_clock import DayClock
from tests.support.window_acts import Mediator
from tests.support.window_driver import WindowDriver


@pytest.fixture
def sit_down(qapp, tmp_path, monkeypatch, request):
    """Open the program on the day a dispute came in; the printer is the only thing that is not real."""
    opened = []

    def begin(day, size=(1440, 900)):
        driver = WindowDriver(tmp_path / "data", DayClock(day), qapp, size)
        monkeypatch.setattr("app.ui.window.print_pdf", driver.take_print)
        monkeypatch.setattr("app.ui.window.print_pdfs", driver.take_prints)
        opened.append(driver)
        return Mediator(driver)

    yield begin
    kept = os.environ.get("MAPLEBRIDGE_PICTURES")
    for driver in opened:
        if kept and not driver.is_closed:
            _keep(driver, Path(kept), request.node.name)
        driver.close()


def _keep(driver, folder, name):
    """Keep the last window and every issued page for somebody to look at."""
    folder.mkdir(parents=True, exist_ok=True)
    driver.picture(folder / f"{name}.png")
    for hit in driver.services.lists.search_cases(str(driver.clock.now().year), 9):
        for document in driver.services.cases.folder(hit.line.id).documents:
            pdf = driver.services.issuing.bytes_of(document.id)
            (folder / f"{name}-{document.kind.value}.pdf").write_bytes(pdf)
