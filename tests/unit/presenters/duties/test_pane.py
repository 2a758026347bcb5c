from dataclasses import replace

from app.domain.duties.four_duties import DutyKind, DutyStatus
from app.presenters.duties.pane import DutiesPanePresenter
from tests.support.entry_forms import SeenEntry
from tests.support.list_desks import Recorder


def shown(desk, window, centre, case):
    view = Recorder()
    presenter = DutiesPanePresenter(desk, window, view)
    presenter.show_case(centre.services.cases.folder(case.id))
    return presenter, view


def all_done(centre, case):
    duties = centre.services.cases.folder(case.id).duties
    done = tuple(
        replace(duty, responsible_person="李娟", completed_on=centre.today, outcome="办结。")
        for duty in duties.duties
    )
    centre.services.duties.save(replace(duties, duties=done), actor=centre.actor)


def test_four_cards_tell_everything_recorded(desk, window, centre):
    case = centre.registered()
    _presenter, view = shown(desk, window, centre, case)
    panels = view.last("show_panels")
    assert [panel.title for panel in panels] == [kind.term for kind in DutyKind]
    assert {panel.verb for panel in panels} == {"指定责任人"}
    assert dict(panels[0].lines)["责任人"] == "未填"
    acts = view.last("show_acts")
    assert (acts.assign_all, acts.discharge) == ("一次指定 4 项", "完成 4 项后销号")


def test_one_form_gives_all_four_to_one_person(desk, window, centre):
    case = centre.assigned()
    presenter, view = shown(desk, window, centre, case)
    presenter.assign_all()
    form = SeenEntry(view.last("open_form"))
    form.send()
    assert form.notes["responsible_person"] == (True, "先指定责任人")
    form.fill(responsible_person="赵永安").send()
    assert form.notes["same_person_reason"][0]
    form.fill(same_person_reason="人手不足。").send()
    duties = centre.services.cases.folder(case.id).duties
    assert {duty.responsible_person for duty in duties.duties} == {"赵永安"}
    assert duties.duty(DutyKind.FOLLOW_UP).same_person_reason == "人手不足。"


def test_striking_off_leads_to_what_is_left_and_then_asks(desk, window, centre):
    case = centre.performed()
    presenter, view = shown(desk, window, centre, case)
    presenter.discharge()
    assert view.last("open_duty").entry.record.kind is DutyKind.INVESTIGATE
    all_done(centre, case)
    presenter, view = shown(desk, window, centre, case)
    assert {panel.status for panel in view.last("show_panels")} == {DutyStatus.DONE}
    presenter.discharge()
    form = SeenEntry(view.last("open_form"))
    form.fill(discharged_on="明天").send()
    assert form.notes["discharged_on"][0]
    form.fill(discharged_on="今天", discharge_note="已回访。").send()
    presenter, view = shown(desk, window, centre, case)
    acts = view.last("show_acts")
    assert (acts.discharge, acts.discharged) == ("", "2026 年 11 月 2 日 已销号：已回访。")


def test_the_record_is_previewed_as_a_draft_and_printed_as_issued(desk, window, centre):
    case = centre.registered()
    presenter, view = shown(desk, window, centre, case)
    presenter.preview()
    pdf, title = view.last("open_preview")
    assert pdf.startswith(b"%PDF draft")
    assert title == "四包责任记录"
    presenter.print_record()
    presenter.print_record()
    assert [page[0][:11] for page in window.printed] == [b"%PDF issued"] * 2
    assert len(centre.services.cases.folder(case.id).documents) == 1
