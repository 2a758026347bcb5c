"""What belongs to the UI goes on the UI thread: neither workers nor their garbage may end a widget."""

import gc
import threading
import weakref

import pytest

from app.ui.collecting import Collector
from app.ui.runner import Job, Runner


class Belongings:
    """Something of the UI that a piece of work holds; tells on which thread it went."""

    def __init__(self, gone):
        weakref.finalize(self, lambda: gone.append(threading.get_ident()))


def job_holding(held, answered):
    """Make a job whose work and answer both hold something."""
    return Job(lambda: held is not None, lambda _there: answered.append(held is not None), pytest.fail, None)


def test_an_answer_lets_go_of_everything_while_the_worker_still_has_the_job(qapp):
    gone, answered = [], []
    job = job_holding(Belongings(gone), answered)
    is_done, may_end = threading.Event(), threading.Event()

    def work(one):
        one.run()
        is_done.set()
        may_end.wait(10)

    worker = threading.Thread(target=work, args=(job,))
    worker.start()
    is_done.wait(10)
    assert gone == []
    job.deliver()
    assert answered == [True]
    assert gone == [threading.get_ident()]
    may_end.set()
    worker.join()


def test_a_cycle_is_collected_by_the_ui_thread_alone(qtbot):
    runner = Runner(pytest.fail)
    assert not gc.isenabled()
    gone = []
    first, second = Belongings(gone), Belongings(gone)
    first.other, second.other = second, first
    del first, second
    made = []
    runner.submit(lambda: [[] for _ in range(50_000)], made.append, made.append)
    qtbot.waitUntil(lambda: len(made) == 1)
    assert gone == [], "a worker that makes much collects nothing"
    qtbot.waitUntil(lambda: len(gone) == 2, timeout=10_000)
    assert set(gone) == {threading.get_ident()}
    runner.close()
    assert gc.isenabled()


def test_python_collects_again_only_after_the_last_one_stopped(qapp):
    first, second = Collector(), Collector()
    first.stop()
    first.stop()
    assert not gc.isenabled()
    second.stop()
    assert gc.isenabled()
