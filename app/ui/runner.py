"""Work off the UI thread: one worker for the database, a few for drawing; answers come by one queue."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Generic, Literal, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from app.ui.collecting import Collector

R = TypeVar("R")
Lane = Literal["database", "drawing"]
Failed = Callable[[Exception], None]
_DRAWERS = 2


class Job(Generic[R]):
    """One piece of work; what it holds of the UI is let go on the UI thread, never on a worker."""

    def __init__(
        self, work: Callable[[], R], done: Callable[[R], None], failed: Failed, owner: QObject | None
    ) -> None:
        self._held: tuple[Callable[[], R], Callable[[R], None], Failed, QObject | None] | None
        self._held = (work, done, failed, owner)
        self._outcome: Callable[[], None] | None = None

    def run(self) -> None:
        """Do the work, on a worker; no name here may outlive the call."""
        try:
            self._outcome = partial(self._succeeded, self._held[0]())  # type: ignore[index]  # held until delivered
        except Exception as problem:  # noqa: BLE001 - handed on: the UI thread decides
            self._outcome = partial(self._failed, problem)

    def deliver(self) -> None:
        """Answer, on the UI thread, and let everything go."""
        outcome, self._outcome = self._outcome, None
        try:
            if outcome is not None:
                outcome()
        finally:
            self._held = None

    def _succeeded(self, result: R) -> None:
        if self._held is not None:
            _work, done, _failed, owner = self._held
            _hand(owner, done, result)

    def _failed(self, problem: Exception) -> None:
        if self._held is not None:
            _work, _done, failed, owner = self._held
            _hand(owner, failed, problem)


class _Answers(QObject):
    """Carries finished work to the UI thread."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def post(self, job: Job[R]) -> None:
        """Queue a finished job to be delivered on the UI thread (any thread may post)."""
        self.arrived.emit(job)

    def _deliver(self, job: Job[R]) -> None:
        job.deliver()


class Runner:
    """``submit(work, done, failed)``: ``work`` runs on a lane, one of the others on the UI thread.

    Work of the database lane runs one after another in the order submitted. ``work`` must
    touch no widget. With ``owner`` the answer is dropped once that widget is gone. Without
    ``failed`` an exception goes to ``unexpected``.
    """

    def __init__(self, unexpected: Failed) -> None:
        self._unexpected = unexpected
        self._answers = _Answers()
        self._collector = Collector()
        self._lanes: dict[Lane, ThreadPoolExecutor] = {
            "database": ThreadPoolExecutor(max_workers=1, thread_name_prefix="database"),
            "drawing": ThreadPoolExecutor(max_workers=_DRAWERS, thread_name_prefix="drawing"),
        }

    def submit(
        self,
        work: Callable[[], R],
        done: Callable[[R], None],
        failed: Failed | None = None,
        *,
        lane: Lane = "database",
        owner: QObject | None = None,
    ) -> None:
        """Run ``work``; then call ``done`` with its result or ``failed`` with its exception."""
        job = Job(work, done, failed or self._unexpected, owner)
        self._lanes[lane].submit(self._run, job)

    def _run(self, job: Job[R]) -> None:
        job.run()
        self._answers.post(job)

    def settle_in(self) -> None:
        """Tell that the program stands: garbage is looked for only among what is made from now on."""
        self._collector.leave_out_what_is_here()

    def close(self) -> None:
        """Finish what is running and queued, then stop: nothing being saved is cut off."""
        for lane in self._lanes.values():
            lane.shutdown(wait=True)
        self._collector.stop()


def _hand(owner: QObject | None, answer: Callable[[R], None], value: R) -> None:
    if owner is None or isValid(owner):
        answer(value)


class Latest:
    """For previews and searches: only the newest question is worked on, only its answer shown.

    :meth:`ask` waits ``delay_ms`` for the user to pause; while one question is being worked
    on, the newest one waits and older ones are forgotten.
    """

    def __init__(self, runner: Runner, owner: QObject, *, delay_ms: int = 0, lane: Lane = "drawing") -> None:
        self._runner, self._owner, self._lane = runner, owner, lane
        self._next: Callable[[], None] | None = None
        self._is_busy = False
        self._asked = 0
        self._timer = QTimer(owner)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay_ms)
        self._timer.timeout.connect(self._start)

    def ask(self, work: Callable[[], R], done: Callable[[R], None], failed: Failed | None = None) -> None:
        """Ask anew; earlier questions that have not been answered are dropped."""
        self._asked += 1
        mine = self._asked

        def finished(result: R) -> None:
            self._free()
            if mine == self._asked:
                done(result)

        def broke(problem: Exception) -> None:
            self._free()
            if mine == self._asked and failed is not None:
                failed(problem)

        self._next = lambda: self._runner.submit(work, finished, broke, lane=self._lane, owner=self._owner)
        self._timer.start()

    def forget(self) -> None:
        """Drop whatever was asked (the screen shows something else now)."""
        self._asked += 1
        self._next = None
        self._timer.stop()

    def _start(self) -> None:
        if self._is_busy or self._next is None:
            return
        self._is_busy = True
        start, self._next = self._next, None
        start()

    def _free(self) -> None:
        self._is_busy = False
        if self._next is not None and not self._timer.isActive():
            self._start()
