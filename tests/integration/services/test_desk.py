"""People, settings, drafts, lists, attachments and the integrity check."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.disputes.case_lines import CaseFilter, CaseView, SavedView
from app.domain.errors import InvalidInput, NotFound, RuleRefusal, StaleWrite, StorageRefusal
from app.domain.filing.kinds import NumberSeries
from app.domain.people.parties import PartyRecord
from app.domain.trust.actors import SYSTEM
from app.domain.values.ids import new_id
from app.services.trust.settings import FirstStart
from tests.support.builders import a_committee, a_member


def test_the_first_start_happens_once(centre):
    settings = centre.services.settings
    assert settings.is_set_up()
    me = settings.me()
    assert me is not None
    assert me.name == "巴合提古丽"
    committee = a_committee("友谊路社区人民调解委员会", "友社")
    member = a_member(committee, "马文武")
    again = FirstStart(organisation=committee, staff=(member,), me=member.id)
    with pytest.raises(RuleRefusal, match=r"settings\.already_set_up"):
        settings.set_up(again, actor=SYSTEM)
    with pytest.raises(InvalidInput, match=r"settings\.me_missing"):
        settings.set_up(replace(again, me=new_id()), actor=SYSTEM)
    assert len(centre.services.people.organisations()) == 1


def test_another_person_sits_down(centre):
    centre.services.settings.switch_to(centre.mediator.id, actor=centre.mediator.actor)
    me = centre.services.settings.me()
    assert me is not None
    assert me.id == centre.mediator.id


def test_a_pattern_is_checked_shown_and_used(centre):
    settings = centre.services.settings
    org = centre.committee.id
    with pytest.raises(InvalidInput, match=r"number_pattern\.seq_missing"):
        settings.set_pattern(org, NumberSeries.INTAKE, "{year}", actor=centre.actor)
    assert settings.next_numbers("石登〔{year}〕{seq:03}号", "石社") == (
        "石登〔2026〕001号",
        "石登〔2026〕002号",
        "石登〔2026〕1000号",
    )
    assert centre.registered().intake_number == "2026-0001"
    settings.set_pattern(org, NumberSeries.INTAKE, "石登〔{year}〕{seq:03}号", actor=centre.actor)
    assert settings.patterns(org)[NumberSeries.INTAKE] == "石登〔{year}〕{seq:03}号"
    assert centre.registered().intake_number == "石登〔2026〕002号"


def test_preferences_are_kept_per_user(centre):
    settings = centre.services.settings
    settings.put_preference(centre.mediator.id, "scale", "large", actor=centre.actor)
    settings.put_preference(centre.mediator.id, "scale", "huge", actor=centre.actor)
    assert settings.preference(centre.mediator.id, "scale") == "huge"
    assert settings.preference(centre.registrar.id, "scale") is None


def test_the_data_folder_is_described(centre, location):
    centre.registered()
    info = centre.services.settings.data_folder()
    assert (info.path, info.backend, info.case_count) == (location.data_folder, centre.store.backend, 1)
    assert info.free > 0


def test_staff_and_organisations_are_checked_and_versioned(centre):
    people = centre.services.people
    mediator = next(member for member in people.staff() if member.id == centre.mediator.id)
    saved = people.save_staff(replace(mediator, phone="0990-6221234"), actor=centre.actor).value
    assert saved.version == mediator.version + 1
    with pytest.raises(StaleWrite):
        people.save_staff(replace(mediator, phone="1"), actor=centre.actor)
    with pytest.raises(InvalidInput, match=r"staff\.studio_of_another_committee"):
        people.save_staff(replace(saved, studio_id=new_id()), actor=centre.actor)
    with pytest.raises(InvalidInput, match=r"staff\.left_before_appointed"):
        people.save_staff(
            replace(saved, appointed_on=date(2026, 1, 2), left_on=date(2026, 1, 1)), actor=centre.actor
        )
    with pytest.raises(InvalidInput, match=r"organisation\.code_missing"):
        people.save_organisation(replace(centre.committee, number_code=" "), actor=centre.actor)
    studio = people.organisation(centre.committee.id).studios[0]
    assert (
        people.save_staff(replace(saved, studio_id=studio.id), actor=centre.actor).value.studio_id
        == studio.id
    )


def test_two_committees_never_number_alike(file_centre):
    people, actor = file_centre.services.people, file_centre.actor
    other = a_committee("友谊路社区人民调解委员会", f" {file_centre.committee.number_code}")
    with pytest.raises(InvalidInput, match=r"organisation\.code_taken"):
        people.save_organisation(other, actor=actor)
    added = people.save_organisation(replace(other, number_code="友社"), actor=actor).value
    people.save_organisation(replace(added, phone="0990-6221234"), actor=actor)


def test_the_register_is_written_without_touching_cases(centre):
    case = centre.registered()
    record_id = case.parties[0].record_id
    assert record_id is not None
    record = centre.services.people.party(record_id)
    centre.services.people.save_party(replace(record, phone="13912345678"), actor=centre.actor)
    assert centre.services.people.party(record_id).phone == "13912345678"
    assert centre.case(case.id).parties[0].phone == "13900001234"
    added = centre.services.people.save_party(PartyRecord(id=new_id(), name="帕丽旦"), actor=centre.actor)
    assert centre.services.people.parties("帕丽旦")[0].id == added.value.id
    with pytest.raises(InvalidInput, match=r"party\.name_missing"):
        centre.services.people.save_party(PartyRecord(id=new_id(), name=" "), actor=centre.actor)


def test_the_list_of_types_is_that_of_the_day(centre):
    assert len(centre.services.people.dispute_types(date(2016, 6, 1)).types) == 15
    assert len(centre.services.people.dispute_types(date(2026, 11, 2)).types) == 18


def test_drafts_belong_to_their_user_and_come_back_as_typed(centre):
    drafts = centre.services.drafts
    payload = '{"name": "张\\u0000三", "amount": "1.28万还没打完'
    saved_at = drafts.put("intake", payload, "amount", actor=centre.actor)
    drafts.put("agreement:1", "{}", "facts", actor=centre.actor)
    found = drafts.get("intake", actor=centre.actor)
    assert found is not None
    assert (found.payload, found.focus, found.saved_at) == (payload, "amount", saved_at)
    assert drafts.get("intake", actor=centre.mediator.actor) is None
    assert [draft.key for draft in drafts.all(centre.actor)] == ["agreement:1", "intake"]
    drafts.discard("intake", actor=centre.actor)
    drafts.discard("intake", actor=centre.actor)
    assert [draft.key for draft in drafts.all(centre.actor)] == ["agreement:1"]


def test_lists_page_count_and_search(centre):
    case = centre.assigned()
    centre.registered()
    lists = centre.services.lists
    assert lists.count(CaseFilter()) == 2
    assert len(lists.page(CaseFilter(), limit=1)) == 1
    mine = lists.page(CaseFilter(view=CaseView.MINE), staff_id=centre.mediator.id)
    assert [line.id for line in mine] == [case.id]
    assert lists.view_counts(centre.mediator.id)[CaseView.MINE] == 1
    assert [line.id for line in lists.due(centre.mediator.id, date(2026, 12, 31))] == [case.id]
    assert {hit.line.id for hit in lists.search_cases("秀兰")} == {case.id, lists.page(CaseFilter())[0].id}
    assert [line.name for line in lists.search_parties("秀兰", limit=1)] == ["王秀兰"]


def test_a_view_is_kept_replaced_and_removed(centre):
    lists = centre.services.lists
    view = SavedView(id=new_id(), user_id=centre.mediator.id, name="漏水", filter=CaseFilter(text="漏水"))
    lists.save_view(view, actor=centre.actor)
    renamed = replace(view, name="楼上漏水")
    lists.save_view(renamed, actor=centre.actor)
    assert lists.saved_views(centre.mediator.id) == (renamed,)
    lists.remove_view(view.id, actor=centre.actor)
    assert lists.saved_views(centre.mediator.id) == ()
    with pytest.raises(InvalidInput, match=r"view\.name_missing"):
        lists.save_view(replace(view, name=" "), actor=centre.actor)


def test_a_file_is_kept_by_content_and_given_back(centre, tmp_path):
    case = centre.registered()
    photo = tmp_path / "现场.jpg"
    photo.write_bytes(b"\xff\xd8 picture")
    attachments = centre.services.attachments
    added = attachments.add(case.id, photo, "现场照片\n.jpg", "一楼", actor=centre.actor).value
    assert (added.name, added.media_type, added.size) == ("现场照片 .jpg", "image/jpeg", 10)
    assert attachments.bytes_of(added.id) == photo.read_bytes()
    again = attachments.add(case.id, photo.read_bytes(), "副本.jpg", actor=centre.actor).value
    assert again.sha256 == added.sha256
    assert centre.services.integrity.check().attachments == 2
    attachments.remove(again.id, "重复", actor=centre.actor)
    assert attachments.of_case(case.id) == (added,)


def test_what_cannot_be_attached_is_told(centre, tmp_path):
    case = centre.registered()
    add = centre.services.attachments.add
    with pytest.raises(InvalidInput, match=r"attachment\.empty"):
        add(case.id, b"", "空.txt", actor=centre.actor)
    with pytest.raises(InvalidInput, match=r"attachment\.name_missing"):
        add(case.id, b"x", " ", actor=centre.actor)
    with pytest.raises(StorageRefusal, match=r"file\.unreadable"):
        add(case.id, tmp_path / "无.jpg", "无.jpg", actor=centre.actor)
    with pytest.raises(NotFound):
        add(new_id(), b"x", "x.txt", actor=centre.actor)


def test_a_sound_centre_has_nothing_to_report(centre):
    centre.effective()
    centre.registered()
    report = centre.services.integrity.check()
    assert report.is_sound
    assert (report.cases, report.documents, report.numbers) == (2, 1, 3)
