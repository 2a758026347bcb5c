from app.domain.people.parties import IdentityKind, PartyKind
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.rosters.parties import PartiesPresenter
from app.presenters.rosters.party_form import party_form
from tests.support.entry_forms import SeenEntry
from tests.support.list_desks import Recorder

RESIDENT = "650203197904124528"


def rows(presenter):
    found = []
    presenter.request(0, 50, found.extend)
    return found


def started(desk, window):
    view = Recorder()
    presenter = PartiesPresenter(desk, window, view)
    presenter.start()
    return presenter, view


def new_party(desk, **typed):
    view = SeenEntry(EntryPresenter(desk, party_form(desk, None), lambda _saved: None))
    return view.fill(**typed).send()


def test_the_register_is_masked_and_found_by_name_initials_and_tails(desk, window):
    new_party(desk, name="古丽娜尔·艾力", identity_number=RESIDENT, phone="13912340028")
    new_party(desk, name="王德顺", phone="13712345678")
    presenter, view = started(desk, window)
    assert view.last("show_count") == (2, True)
    shown = {row.name: row for row in rows(presenter)}
    assert shown["古丽娜尔·艾力"].identity == "650203********4528"
    assert shown["古丽娜尔·艾力"].phone == "139****0028"
    assert RESIDENT not in repr(shown)
    for text, name in (("wds", "王德顺"), ("5678", "王德顺"), ("4528", "古丽娜尔·艾力"), ("德顺", "王德顺")):
        presenter.search(text)
        assert [row.name for row in rows(presenter)] == [name], text


def test_the_details_stay_masked_and_lead_to_the_cases(desk, centre, window):
    case = centre.registered(2)
    presenter, view = started(desk, window)
    record = desk.services.people.party(case.parties[0].record_id)
    presenter.look_at(record.id)
    card = view.last("show_card")
    assert record.phone not in repr(card)
    assert [linked.case_id for linked in card.cases] == [case.id]
    presenter.open_case(case.id)
    assert window.pages == [str(case.id)]


def test_an_entry_is_checked_as_the_intake_does(desk):
    view = new_party(desk, name="王德顺", identity_number="650203197904124529")
    assert not view.is_finished
    assert view.notes["identity_number"] == (True, "校验位不符，改正或清空")
    view.fill(identity_number=RESIDENT, phone="123").send()
    assert view.is_finished


def test_a_number_tells_birth_and_sex_and_a_stated_age_its_day(desk):
    saved = []
    form = party_form(desk, None)
    view = SeenEntry(EntryPresenter(desk, form, saved.append))
    view.fill(name="古丽娜尔", identity_number=RESIDENT, kind=PartyKind.NATURAL_PERSON.value).send()
    stored = desk.services.people.party(form.seen.id)
    assert (stored.birth_date.isoformat(), stored.sex.term) == ("1979-04-12", "女")
    form = party_form(desk, None)
    SeenEntry(EntryPresenter(desk, form, saved.append)).fill(name="王某", stated_age="45岁").send()
    stored = desk.services.people.party(form.seen.id)
    assert (stored.stated_age, stored.age_stated_on) == (45, desk.today)


def test_changing_one_field_leaves_all_others(desk):
    form = party_form(desk, None)
    view = SeenEntry(EntryPresenter(desk, form, lambda _saved: None))
    view.fill(name="约翰", identity_kind=IdentityKind.PASSPORT.value, identity_number="E12345678").send()
    before = desk.services.people.party(form.seen.id)
    SeenEntry(EntryPresenter(desk, party_form(desk, before), lambda _saved: None)).fill(note="带翻译").send()
    after = desk.services.people.party(form.seen.id)
    assert (after.note, after.identity_number, after.identity_kind) == (
        "带翻译",
        "E12345678",
        IdentityKind.PASSPORT,
    )


def test_an_empty_register_and_a_fruitless_search_say_so(desk, window):
    presenter, view = started(desk, window)
    assert view.last("show_empty") == ("名册还是空的。登记案件时当事人会进入名册。", "")
    presenter.search("无此人")
    assert view.last("show_empty") == ("没有符合的当事人。", "清除筛选")
