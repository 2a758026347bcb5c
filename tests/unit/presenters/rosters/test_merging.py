from dataclasses import replace

import pytest

from app.domain.people.parties import PartyRecord
from app.domain.trust.reveals import MaskedNumber
from app.domain.values.ids import new_id
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.rosters.merging import MergePresenter
from app.presenters.rosters.parties import PartiesPresenter
from app.presenters.rosters.party_form import party_form
from tests.support.entry_forms import SeenEntry
from tests.support.list_desks import Recorder

FIRST, SECOND = "650203197904124528", "650203197904124536"


@pytest.fixture
def pair(desk):
    told = {
        "王德顺": {"identity_number": FIRST, "phone": "13900000001", "note": "带翻译"},
        "汪德顺": {"identity_number": SECOND, "phone": "13900000001", "note": "耳背", "address": "友谊路1号"},
    }
    return [
        desk.services.people.save_party(PartyRecord(id=new_id(), name=name, **fields), actor=desk.actor).value
        for name, fields in told.items()
    ]


def begun(desk, record, other_id=None):
    view, navigator = Recorder(), Recorder()
    presenter = MergePresenter(desk, navigator, record, other_id)
    presenter.attach(view)
    return presenter, view, navigator


def test_whom_it_may_be_is_offered_first_and_anybody_is_found(desk, pair):
    presenter, view, _ = begun(desk, pair[0])
    _, offers = view.last("show_offers")
    assert [(offer.id, offer.facts) for offer in offers] == [
        (pair[1].id, "电话相同　650203********4536　139****0001　0 件")
    ]
    desk.services.people.save_party(PartyRecord(id=new_id(), name="李雪梅"), actor=desk.actor)
    presenter.search("lxm")
    assert [offer.name for offer in view.last("show_offers")[1]] == ["李雪梅"]
    presenter.search("王德顺")
    assert view.last("show_offers") == ("没有符合的当事人，换个词再找。", ())


def test_both_stand_side_by_side_and_only_differences_are_asked(desk, pair):
    _, view, _ = begun(desk, pair[0], pair[1].id)
    question = view.last("show_question")
    rows = {row.label: row for row in question.rows}
    assert (rows["证件"].ours, rows["证件"].theirs) == (f"居民身份证　{FIRST}", f"居民身份证　{SECOND}")
    assert (rows["电话"].ours, rows["电话"].choices) == ("139****0001", ())
    assert rows["住址"].kept.value == "absorbed"
    assert [key for key, _ in rows["备注"].choices] == ["survivor", "absorbed", "both"]
    assert "职业" not in rows


def test_what_was_chosen_stays_and_the_toast_takes_it_back(desk, pair):
    presenter, view, navigator = begun(desk, pair[0], pair[1].id)
    presenter.keep("name", "absorbed")
    presenter.merge()
    assert view.count("finish") == 1
    people = desk.services.people
    stands = people.party(pair[0].id)
    assert (stands.name, stands.note, stands.address) == ("汪德顺", "带翻译\n耳背", "友谊路1号")
    words, undo = navigator.last("toast")
    assert words == "已并入汪德顺"
    undo()
    assert replace(people.party(pair[0].id), version=pair[0].version) == pair[0]
    assert navigator.last("toast") == "已分开：汪德顺"


def test_a_refusal_is_said_in_the_window_and_nothing_is_merged(desk, pair):
    presenter, view, _ = begun(desk, pair[0], pair[1].id)
    desk.services.people.save_party(replace(pair[1], note="改过"), actor=desk.actor)
    presenter.merge()
    assert view.count("finish") == 0
    assert view.last("show_failure")
    assert view.last("show_busy") is False
    presenter.choose(pair[0].id)
    assert view.last("show_failure") == "选择另一位当事人"


def test_the_card_offers_the_likely_one_and_takes_merged_ones_apart(desk, pair, window):
    view = Recorder()
    presenter = PartiesPresenter(desk, window, view)
    presenter.start()
    presenter.look_at(pair[0].id)
    assert [(other.id, other.name) for other in view.last("show_card").alike] == [(pair[1].id, "汪德顺")]
    presenter.merge(pair[0].id, pair[1].id)
    merging = view.last("open_merging")
    merging.attach(Recorder())
    merging.merge()
    presenter.look_at(pair[1].id)
    assert view.last("show_card").standing.id == pair[0].id
    presenter.search("汪德顺")
    found = []
    presenter.request(0, 50, found.extend)
    assert [row.about for row in found] == ["已并入 王德顺　自然人"]
    presenter.look_at(pair[0].id)
    card = view.last("show_card")
    assert [(other.name, other.can_part) for other in card.absorbed] == [("汪德顺", True)]
    assert card.history[0][1] == "并入本条：汪德顺"
    presenter.part(card.absorbed[0].id)
    assert view.last("show_card").absorbed == ()


def test_a_number_shown_is_in_the_history_of_the_card(desk, pair, window):
    view, shown = Recorder(), []
    presenter = PartiesPresenter(desk, window, view)
    presenter.start()
    presenter.look_at(pair[0].id)
    masked = {line.number: line.value for line in view.last("show_card").lines if line.number}
    assert masked == {MaskedNumber.IDENTITY: "650203********4528", MaskedNumber.PHONE: "139****0001"}
    presenter.reveals.of_record(pair[0].id, MaskedNumber.IDENTITY, shown.append)
    assert shown == [FIRST]
    assert view.last("show_card").history[0][1] == "查看完整号码：证件号"
    assert FIRST not in repr(view.last("show_card"))
    presenter.edit(pair[0].id)
    presenter.look_at(pair[0].id)
    assert [act for _, act in view.last("show_card").history[:2]] == [
        "查看完整号码：电话",
        "查看完整号码：证件号",
    ]


def test_consent_to_be_contacted_has_its_day(desk, window):
    form = party_form(desk, None)
    entry = SeenEntry(EntryPresenter(desk, form, lambda _saved: None))
    entry.fill(name="王德顺", contact_consent="agreed").send()
    assert entry.notes["contact_consent_on"] == (True, "填写日期")
    entry.fill(contact_consent_on="2027-1-1").send()
    assert entry.notes["contact_consent_on"] == (True, "日期晚于今天，请核对")
    entry.fill(contact_consent_on="2026-10-30").send()
    assert entry.is_finished
    view = Recorder()
    presenter = PartiesPresenter(desk, window, view)
    presenter.look_at(form.seen.id)
    lines = {line.label: line.value for line in view.last("show_card").lines}
    assert lines["联系意愿"] == "同意联系　2026-10-30 征询"
