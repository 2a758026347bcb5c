from datetime import timedelta

import pytest

from app.domain.duties.four_duties import DutyKind
from app.presenters.duties.duty_form import duty_form
from tests.support.entry_forms import SeenEntry
from tests.support.list_desks import Recorder


class Opened:
    """The form of a duty with both its views."""

    def __init__(self, desk, window, case, kind):
        self.told = []
        self.form = duty_form(desk, window, case.id, kind, self.told.append)
        self.entry = SeenEntry(self.form.entry)
        self.beside = Recorder()
        self.form.attach(self.beside)


@pytest.fixture
def opened(desk, window):
    return lambda case, kind=DutyKind.INVESTIGATE: Opened(desk, window, case, kind)


def duty_of(centre, case, kind=DutyKind.INVESTIGATE):
    return centre.services.cases.folder(case.id).duties.duty(kind)


def test_every_field_is_kept(centre, opened):
    case = centre.registered()
    form = opened(case)
    form.entry.fill(
        lead_official="周敏",
        responsible_unit="石油社区",
        responsible_person="赵永安",
        co_units="派出所，物业公司",
        measures="入户走访。",
        due_on="2026-11-05",
        completed_on="今天",
        outcome="事实已查清。",
    ).send()
    duty = duty_of(centre, case)
    assert (duty.lead_official, duty.responsible_unit, duty.responsible_id) == (
        "周敏",
        "石油社区",
        centre.mediator.id,
    )
    assert (duty.co_units, duty.measures, duty.outcome) == (
        ("派出所", "物业公司"),
        "入户走访。",
        "事实已查清。",
    )
    assert duty.completed_on == centre.today
    assert form.told[0].told == "包调查已完成"


def test_completion_is_never_filled_in_and_the_due_date_is_explained(centre, opened):
    form = opened(centre.registered())
    assert form.entry.values["completed_on"] == form.entry.values["outcome"] == ""
    assert form.entry.values["due_on"] == "2026-11-05"
    assert "三个工作日" in form.form.entry.form.words[0]
    assert "未核实" in form.form.entry.form.words[0]


def test_a_person_who_is_not_on_the_roster_may_be_typed(centre, opened):
    case = centre.registered()
    opened(case).entry.fill(responsible_person="网格员小马").send()
    assert (duty_of(centre, case).responsible_person, duty_of(centre, case).responsible_id) == (
        "网格员小马",
        None,
    )


@pytest.mark.parametrize(
    ("typed", "key", "words"),
    [
        ({"completed_on": "今天"}, "responsible_person", "先指定责任人"),
        ({"completed_on": "今天", "responsible_person": "赵永安"}, "outcome", "填写完成情况"),
        ({"completed_on": "明天"}, "completed_on", "日期晚于今天，请核对"),
        ({"due_on": "2026-10-1"}, "due_on", "期限早于登记日，请核对"),
        ({"due_on": "下周"}, "due_on", "填写日期，如 2026-1-5"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(centre, opened, typed, key, words):
    form = opened(centre.registered())
    form.entry.fill(**typed).send()
    assert not form.entry.is_finished
    assert form.entry.notes[key] == (True, words)


def test_a_mediator_follows_up_only_with_a_reason(centre, opened):
    case = centre.assigned()
    form = opened(case, DutyKind.FOLLOW_UP)
    asked = next(field for field in form.entry.fields if field.key == "same_person_reason")
    assert asked.shown_if == ("responsible_person", ("赵永安",))
    form.entry.fill(responsible_person="赵永安").send()
    assert not form.entry.is_finished
    assert form.entry.notes["same_person_reason"][0]
    form.entry.fill(same_person_reason="社区只有一名调解员。").send()
    assert duty_of(centre, case, DutyKind.FOLLOW_UP).same_person_reason == "社区只有一名调解员。"


def test_the_others_nobody_has_go_to_the_same_person_but_not_the_follow_up_of_a_mediator(centre, opened):
    case = centre.assigned()
    form = opened(case)
    form.entry.fill(lead_official="周敏", responsible_person="赵永安", assign_all="1").send()
    people = [duty_of(centre, case, kind).responsible_person for kind in DutyKind]
    assert people == ["赵永安", "赵永安", "赵永安", ""]
    assert form.told[0].told == "已指定 3 项，由赵永安负责"


def test_putting_off_needs_an_extension(centre, opened):
    case = centre.registered()
    opened(case).entry.fill(responsible_person="赵永安").send()
    form = opened(case)
    form.entry.fill(due_on="2026-11-20").send()
    assert form.entry.notes["due_on"] == (True, "包调查的期限要改，请用“延期”")
    form.entry.fill(due_on="2026-11-05", measures="再走访一次。")
    form.form.extend()
    extension = SeenEntry(form.beside.last("open_extension"))
    extension.send()
    assert extension.notes["new_due"][0]
    extension.fill(new_due="2026-11-03", approver="周敏", reason="证人外出").send()
    assert extension.notes["new_due"] == (True, "新期限应晚于原期限")
    extension.fill(new_due="2026-11-20").send()
    assert extension.is_finished
    assert form.entry.values["due_on"] == "2026-11-20"
    assert form.entry.values["measures"] == "再走访一次。"
    lines, may_extend = form.beside.last("show_extensions")
    assert lines == ("2026-11-05 延至 2026-11-20：证人外出（周敏 2026-11-02 批准）",)
    assert may_extend
    form.entry.send()
    assert (duty_of(centre, case).measures, len(duty_of(centre, case).extensions)) == ("再走访一次。", 1)


def test_a_file_is_added_to_the_case_and_ticked(centre, opened, window, tmp_path):
    case = centre.registered()
    window.file = tmp_path / "现场照片.jpg"
    window.file.write_bytes(b"picture")
    form = opened(case)
    form.entry.fill(measures="拍照。")
    form.form.add_file()
    (attachment,) = centre.services.attachments.of_case(case.id)
    assert form.entry.values["evidence"] == str(attachment.id)
    assert form.entry.fields[-1].options == ((str(attachment.id), "现场照片.jpg"),)
    form.entry.send()
    assert duty_of(centre, case).evidence_ids == (attachment.id,)
    assert duty_of(centre, case).measures == "拍照。"


def test_an_empty_file_is_refused_beside_the_fields(centre, opened, window, tmp_path):
    window.file = tmp_path / "空.jpg"
    window.file.write_bytes(b"")
    form = opened(centre.registered())
    form.form.add_file()
    assert "空文件" in form.beside.last("show_trouble")


def test_two_desks_on_one_duty_see_both_values(centre, opened):
    case = centre.registered()
    mine, theirs = opened(case), opened(case)
    theirs.entry.fill(responsible_person="李娟").send()
    mine.entry.fill(responsible_person="赵永安", measures="走访").send()
    assert [(c.label, c.ours, c.theirs) for c in mine.entry.clashes] == [("责任人", "赵永安", "李娟")]
    assert duty_of(centre, case).responsible_person == "李娟"
    mine.entry.send()
    assert duty_of(centre, case).responsible_person == "赵永安"


def test_two_desks_on_two_duties_do_not_disturb_each_other(centre, opened):
    case = centre.registered()
    mine, theirs = opened(case, DutyKind.MEDIATE), opened(case, DutyKind.CLOSE)
    theirs.entry.fill(responsible_person="李娟").send()
    mine.entry.fill(responsible_person="赵永安").send()
    assert mine.entry.is_finished
    assert duty_of(centre, case, DutyKind.CLOSE).responsible_person == "李娟"


def test_a_late_extension_does_not_reach_beyond_what_was_seen(centre, opened, clock):
    case = centre.registered()
    opened(case).entry.fill(responsible_person="赵永安").send()
    clock.moment += timedelta(days=30)
    form = opened(case)
    form.entry.fill(completed_on="2026-11-04", outcome="已查清").send()
    assert duty_of(centre, case).completed_on.isoformat() == "2026-11-04"
