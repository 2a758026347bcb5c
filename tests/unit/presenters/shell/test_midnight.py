"""A window left open past midnight: everything that says today follows the clock."""

from datetime import timedelta

from app.presenters.agreement.presenter import AgreementPresenter
from app.presenters.rail_counts import RailPresenter
from app.presenters.rosters.entry_form import EntryField, EntryForm, FieldKind, Saved
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.workbench.presenter import WorkbenchPresenter
from app.presenters.workspace import menu
from app.presenters.workspace.presenter import WorkspacePresenter
from tests.support.appointment_windows import SeenWindows
from tests.support.entry_forms import SeenEntry
from tests.support.list_desks import Recorder
from tests.support.workspace_desk import SeenWorkspace


def night(centre, rail):
    """Let midnight pass and the window's minute tick."""
    centre.clock.moment += timedelta(days=1)
    rail.tick()


def test_the_day_is_told_once_and_is_no_write(centre, desk):
    saved = []
    rail = RailPresenter(desk, lambda _counts: None, saved.append)
    days = []
    end = desk.on_new_day(lambda: days.append(desk.today))
    rail.tick()
    assert days == []
    night(centre, rail)
    rail.tick()
    assert days == [centre.today]
    assert saved == [], "nothing was saved"
    end()
    night(centre, rail)
    assert len(days) == 1


def test_heading_and_chips_follow(centre, desk, window):
    case = centre.assigned()
    rail = RailPresenter(desk, lambda _counts: None, lambda _time: None)
    bench, view = Recorder(), SeenWorkspace()
    workbench = WorkbenchPresenter(desk, window, bench)
    workbench.start()
    workspace = WorkspacePresenter(desk, window, view, SeenWindows())
    workspace.open(case.id)
    before = (bench.last("show_facts"), view.header.chip.text, bench.last("show_todo")[0][1].chip.text)
    night(centre, rail)
    after = (bench.last("show_facts"), view.header.chip.text, bench.last("show_todo")[0][1].chip.text)
    assert all(old != new for old, new in zip(before, after, strict=True)), (before, after)
    assert after[0].startswith("11 月 3 日　星期二")
    workbench.close()
    workspace.close()


def test_the_signing_panel_is_told_the_new_day(centre, desk, window):
    agreement, _document = centre.issued()
    rail = RailPresenter(desk, lambda _counts: None, lambda _time: None)
    signing = Recorder()
    pane = AgreementPresenter(desk, signing, window)

    class View(SeenWorkspace):
        def show_folder(self, folder):
            super().show_folder(folder)
            pane.show_case(folder)

    workspace = WorkspacePresenter(desk, window, View(), SeenWindows())
    workspace.open(agreement.case_id)
    assert signing.last("show_signing").today == centre.today
    night(centre, rail)
    assert signing.last("show_signing").today == centre.today
    workspace.close()


def test_a_day_nobody_typed_follows_and_a_typed_one_stays(centre, desk, window):
    case = centre.assigned()
    rail = RailPresenter(desk, lambda _counts: None, lambda _time: None)
    view = SeenWorkspace()
    workspace = WorkspacePresenter(desk, window, view, SeenWindows())
    workspace.open(case.id)
    workspace.ask(menu.TERMINATE)
    untouched = view.form
    assert untouched.values["ended_on"] == centre.today.isoformat()
    night(centre, rail)
    night(centre, rail)
    assert untouched.values["ended_on"] == centre.today.isoformat()
    untouched.fill(ended_on="2026-11-03", note="对方出国")
    night(centre, rail)
    assert (untouched.values["ended_on"], untouched.values["note"]) == ("2026-11-03", "对方出国")
    untouched.presenter.close()
    night(centre, rail)
    workspace.close()


def test_a_form_of_a_register_follows_too(centre, desk):
    rail = RailPresenter(desk, lambda _counts: None, lambda _time: None)
    form = EntryForm(
        draft_key="trial",
        title="试",
        verb="保存",
        fields=(EntryField(key="on", label="日期", kind=FieldKind.DAY), EntryField(key="why", label="原因")),
        seen=None,
        read=lambda: None,
        values=lambda _stored: {"on": desk.formats.day(desk.today), "why": ""},
        write=lambda _values, _stored: Saved(None, ""),
        check=lambda _values: (),
    )
    presenter = EntryPresenter(desk, form, lambda _saved: None)
    seen = SeenEntry(presenter)
    presenter.type("why", "写到一半")
    night(centre, rail)
    assert dict(presenter.values) == {"on": centre.today.isoformat(), "why": "写到一半"}
    assert seen is not None
    presenter.close()
