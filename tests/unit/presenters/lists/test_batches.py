"""One batch at a desk: what it says on the way, how it stops, goes on, and prints."""

import io
from dataclasses import dataclass, field

import pikepdf
import pytest

from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.filing.kinds import DocumentKind
from app.presenters.batches.opening import BatchOpening
from app.presenters.batches.presenter import EACH_COPY, ONCE, BatchPresenter
from tests.support.list_desks import Recorder, desk_of


def a_page():
    made, target = pikepdf.new(), io.BytesIO()
    made.add_blank_page(page_size=(595, 842))
    made.save(target)
    return target.getvalue()


@dataclass
class Page:
    pdf: bytes = field(default_factory=a_page)
    pages: int = 1
    proofs: tuple = ()


class Waiting:
    """A runner that works when it is told to, as the real one does between two answers."""

    def __init__(self):
        self.jobs = []

    def submit(self, work, done, failed, *, lane="database"):
        self.jobs.append((work, done, failed))

    def go(self, times=100):
        while self.jobs and times:
            times -= 1
            work, done, failed = self.jobs.pop(0)
            try:
                answer = work()
            except Exception as problem:  # noqa: BLE001 - as the real runner hands it on
                failed(problem)
            else:
                done(answer)


@pytest.fixture
def runner():
    return Waiting()


@pytest.fixture
def desk(centre, runner, monkeypatch):
    monkeypatch.setattr(centre.renderer, "render", lambda *_given, **_named: Page())
    return desk_of(centre, runner=runner)


@pytest.fixture
def navigator():
    return Recorder()


@pytest.fixture
def view():
    return Recorder()


@pytest.fixture
def batch(centre, desk, navigator, view):
    def make(kind=DocumentKind.RIGHTS_NOTICE):
        cases = centre.services.batches.found(CaseFilter(view=CaseView.ALL))
        made = BatchPresenter(desk, navigator, cases, scope="三件", kind=kind)
        made.attach(view)
        return made

    return make


def test_it_asks_first_and_says_what_each_kind_does(batch, view):
    made = batch(DocumentKind.MEDIATION_NOTICE)
    scope, kinds, chosen = view.last("show_choice")
    assert (scope, chosen) == ("三件", "mediation_notice")
    assert ("agreement", "人民调解协议书（只打印已出具的）") in kinds
    hints = {view.last("show_hint")}
    for kind in ("urging_letter", "agreement", "application"):
        made.choose(kind)
        hints.add(view.last("show_hint"))
    assert len(hints) == 4


def test_it_goes_case_by_case_and_announces_once_at_the_end(centre, batch, view, runner, desk):
    for _ in range(3):
        centre.registered()
    centre.clock.now()
    heard = []
    desk.feed.on_change(heard.append)
    made = batch()
    made.start()
    assert made.is_running
    first = view.last("show_running")
    assert (first.done, first.total, first.count) == (0, 3, "第 1 件，共 3 件")
    runner.go(1)
    assert view.last("show_running").so_far == "出具 1 份（1 件）"
    assert not heard
    runner.go()
    result = view.last("show_result")
    assert (result.words, result.papers, result.again) == ("出具 3 份（3 件）", 3, "")
    assert [row.outcome for row in result.rows] == ["已出具"] * 3
    assert len(heard) == 1
    assert "document" in heard[0].kinds


def test_stopping_ends_the_paper_in_hand_and_going_on_issues_nothing_twice(centre, batch, view, runner):
    for _ in range(3):
        centre.registered()
    made = batch()
    made.start()
    made.cancel()
    assert view.last("show_stopping") == "办完手上这一件就停"
    runner.go()
    result = view.last("show_result")
    assert result.words == "已停止：出具 1 份（1 件）；还有 2 件没有办。已出具的照样有效。"
    assert result.again == "接着办 2 件"
    made.start()
    runner.go()
    assert view.last("show_result").papers == 3
    cases = centre.services.batches.found(CaseFilter(view=CaseView.ALL))
    assert [len(centre.services.cases.folder(case.id).documents) for case in cases] == [1, 1, 1]


def test_refusals_stand_in_their_rows_and_failures_are_tried_again(centre, batch, view, runner, monkeypatch):
    centre.registered()
    centre.registered()
    issue, failing = type(centre.services.batches)._written, {"on": True}

    def broken(service, wish, case, actor):
        if failing["on"]:
            raise OSError("gone")
        return issue(service, wish, case, actor)

    monkeypatch.setattr(type(centre.services.batches), "_written", broken)
    made = batch(DocumentKind.ACCEPTANCE_REGISTER)
    made.start()
    runner.go()
    result = view.last("show_result")
    assert (result.words, result.papers, result.again) == ("出具 0 份（0 件），出错 2 件", 0, "重试 2 件")
    assert result.rows[0].told == "出了意外，这一件没有出具，可以重试"
    failing["on"] = False
    made.start()
    runner.go()
    result = view.last("show_result")
    assert (result.words, result.again) == ("出具 0 份（0 件），未出具 2 件", "")
    assert result.rows[0].told == "案件尚未受理，受理后出具"


@pytest.fixture
def save_to(navigator, tmp_path, monkeypatch):
    def choose(folder):
        path = tmp_path / folder / "print.pdf"
        monkeypatch.setattr(navigator, "ask_save", lambda _title, _name: path, raising=False)
        return path

    return choose


def test_everything_is_printed_as_one_job_or_saved_as_one_file(centre, batch, view, runner, save_to):
    for _ in range(3):
        centre.registered()
    made = batch()
    made.start()
    runner.go()
    made.print()
    runner.go()
    pdf, title, copies = made._navigator.last("print_document")
    assert (title, copies) == ("人民调解当事人权利义务告知书", 1)
    with pikepdf.open(io.BytesIO(pdf)) as printed:
        assert len(printed.pages) == 3
    saved = save_to("")
    made.save()
    runner.go()
    assert saved.exists()
    assert view.last("show_told") == ("已存到 print.pdf，共 3 页", False)
    made.choose_copies(EACH_COPY)
    made.save()
    runner.go()
    assert view.last("show_told") == ("已存到 print.pdf，共 9 页", False), "two parties and one kept, each"
    made.choose_copies(ONCE)
    save_to("no such folder")
    made.save()
    runner.go()
    words, is_error = view.last("show_told")
    assert is_error
    assert "print.pdf" in words


def test_a_window_that_closes_ends_the_batch_and_what_was_issued_is_told(
    centre, batch, view, runner, navigator
):
    centre.registered()
    centre.registered()
    made = batch()
    made.start()
    made.detach()
    runner.go()
    assert view.count("show_result") == 0
    assert navigator.last("toast") == "出具 1 份（1 件）"


def test_it_opens_for_chosen_cases_for_a_list_and_for_a_day(centre, desk, runner, navigator):
    failed = []
    opening = BatchOpening(desk, navigator, failed.append)
    case = centre.assigned()
    opening.chosen([case.id])
    opening.found(CaseFilter(view=CaseView.ALL))
    opening.on_day(centre.today)
    runner.go()
    assert navigator.count("open_form") == 2
    assert navigator.last("toast") == "没有可办的案件"
    appointment = centre.services.appointments.prepare(centre.mediator, case_id=case.id).appointment
    centre.services.appointments.save(appointment, actor=centre.actor)
    opening.on_day(appointment.day)
    runner.go()
    opened = navigator.last("open_form")
    assert (opened._wish.kind, opened._wish.on) == (DocumentKind.MEDIATION_NOTICE, appointment.day)
    assert opened._scope.endswith("有约定的 1 件案件")
    assert not failed
