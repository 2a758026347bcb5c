from hypothesis import given
from hypothesis import strategies as st

from app.presenters.rosters.entry_form import merge
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.rosters.staff_form import staff_form
from tests.support.entry_forms import SeenEntry

FIELDS = ("name", "phone", "note")
values = st.fixed_dictionaries({key: st.sampled_from(["", "甲", "乙", "丙"]) for key in FIELDS})


@given(values, values, values)
def test_nothing_typed_is_lost_and_nothing_stored_is_overwritten_unseen(base, ours, theirs):
    merged, clashes = merge(base, ours, theirs)
    for key in FIELDS:
        typed, stored_anew = ours[key] != base[key], theirs[key] != base[key]
        assert merged[key] == (ours[key] if typed else theirs[key])
        assert (key in clashes) == (typed and stored_anew and ours[key] != theirs[key])


def opened(desk, centre, saved=None):
    form = staff_form(desk, centre.mediator.id)
    return SeenEntry(EntryPresenter(desk, form, saved or (lambda _saved: None)))


def test_a_draft_is_taken_up_where_it_was_left(desk, centre):
    first = opened(desk, centre).fill(specialties="邻里、物业")
    first.presenter.leave("specialties")
    again = opened(desk, centre)
    assert again.values["specialties"] == "邻里、物业"
    assert again.focus == "specialties"
    assert again.kept
    again.presenter.start_over()
    assert again.values["specialties"] == ""
    assert opened(desk, centre).kept == ""


def test_a_draft_typed_over_an_older_record_takes_what_was_stored_since(desk, centre):
    first = opened(desk, centre).fill(specialties="邻里")
    first.presenter.save_draft()
    other = opened(desk, centre)
    other.presenter.start_over()
    other.fill(grade="二级").send()
    first.presenter.save_draft()
    again = opened(desk, centre)
    assert (again.values["grade"], again.clashes) == ("二级", ())


def test_saving_over_another_field_of_a_newer_record_needs_no_question(desk, centre):
    mine, theirs = opened(desk, centre), opened(desk, centre)
    theirs.fill(grade="一级").send()
    mine.fill(phone="13900001111").send()
    stored = staff_form(desk, centre.mediator.id).seen
    assert mine.is_finished
    assert (stored.grade, stored.phone) == ("一级", "13900001111")


def test_the_same_field_shows_both_values_and_saves_only_on_asking_again(desk, centre):
    mine, theirs = opened(desk, centre), opened(desk, centre)
    theirs.fill(grade="一级").send()
    mine.fill(grade="三级").send()
    assert not mine.is_finished
    assert [(c.label, c.ours, c.theirs) for c in mine.clashes] == [("等级", "三级", "一级")]
    assert staff_form(desk, centre.mediator.id).seen.grade == "一级"
    mine.send()
    assert mine.is_finished
    assert staff_form(desk, centre.mediator.id).seen.grade == "三级"


def test_what_is_wrong_stands_at_its_field_and_stays_as_typed(desk, centre):
    view = opened(desk, centre).fill(name=" ", left_on="2026-2-30").send()
    assert not view.is_finished
    assert view.notes["name"] == (True, "填写姓名")
    assert view.notes["left_on"] == (True, "没有这一天，请核对")
    assert view.focus == "name"
    assert view.presenter.values["left_on"] == "2026-2-30"


def test_a_refusal_of_the_service_goes_to_its_field(desk, centre):
    view = opened(desk, centre).fill(appointed_on="2026-3-1", left_on="2026-2-1").send()
    assert view.notes["left_on"][0]
    assert view.focus == "left_on"
    assert view.saved.value == "saved"
