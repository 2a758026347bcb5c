"""文书用语: blocks of a kind, a form for those that may be changed, a reason for those that may not."""

import pytest

from app.domain.filing.kinds import DocumentKind
from app.domain.filing.wordings.catalogue import blocks_of
from app.presenters.settings.wordings.form import TEXT, VALID_FROM
from app.presenters.settings.wordings.presenter import WordingsPresenter
from tests.support.list_desks import Recorder

KIND = DocumentKind.NON_ACCEPTANCE


@pytest.fixture
def shown(desk, window):
    view = Recorder()
    presenter = WordingsPresenter(desk, window, view)
    presenter.choose_kind(KIND.value)
    return presenter, view


@pytest.fixture
def form(shown):
    _presenter, view = shown
    form, _fields = view.last("show_form")
    form.attach(Recorder())
    return form


def row(view, key):
    return next(row for row in view.last("show_rules") if row.key == key)


def test_every_kind_is_offered_and_its_blocks_are_rows(shown):
    presenter, view = shown
    kinds, chosen = view.last("show_kinds")
    assert [code for code, _words in kinds] == [kind.value for kind in DocumentKind]
    assert chosen == KIND.value
    for kind in DocumentKind:
        presenter.choose_kind(kind.value)
        assert [row.key for row in view.last("show_rules")] == [block.key for block in blocks_of(kind)]


def test_a_statutory_title_has_no_form_and_says_why(shown):
    presenter, view = shown
    presenter.choose_kind(DocumentKind.AGREEMENT.value)
    presenter.look_at("title")
    assert "司发通〔2010〕239号" in view.last("show_fixed")
    assert row(view, "title").state == "不能改"


def test_a_wording_is_typed_put_in_force_and_taken_back(shown, form, desk):
    presenter, view = shown
    assert form.form.draft_key.endswith("non_acceptance/decision")
    text = "经审查，{出具单位}于{收到日期}收到的{纠纷名称}一案，决定不予受理。"
    form.type(TEXT, text)
    presenter.typed()
    words, is_good = view.last("show_trial")
    assert is_good
    assert words.startswith("可以启用")
    assert text in view.last("show_paper").decode()
    form.send()
    [own] = desk.services.wordings.of_organisation(desk.me.organisation_id)
    assert own.text_on(desk.today) == text
    presenter.refresh()
    assert (row(view, "decision").state, row(view, "decision").text) == ("本单位", text)
    told = dict(view.last("show_details")[1])
    assert told["现行用语"] == text
    assert desk.me.name in told["改动记录"]
    presenter.restore()
    presenter.refresh()
    assert row(view, "decision").state == "默认"
    assert form.values[TEXT] == blocks_of(KIND)[1].text
    assert "恢复默认" not in dict(view.last("show_details")[1])["现行用语"]


def test_bad_wording_is_told_kept_as_draft_and_not_put_in_force(shown, form, desk):
    presenter, view = shown
    form.type(TEXT, "决定不予受理。")
    presenter.typed()
    words, is_good = view.last("show_trial")
    assert not is_good
    assert "缺少字段 {出具单位}、{收到日期}、{纠纷名称}" in words
    form.send()
    assert desk.services.wordings.of_organisation(desk.me.organisation_id) == ()
    form.save_draft()
    assert "决定不予受理。" in desk.services.drafts.get(form.form.draft_key, actor=desk.actor).payload


def test_a_later_day_is_planned_and_an_earlier_one_refused(shown, form, desk):
    presenter, view = shown
    form.type(TEXT, form.values[TEXT] + "特此告知。")
    form.type(VALID_FROM, "2020-1-1")
    form.send()
    assert desk.services.wordings.of_organisation(desk.me.organisation_id) == ()
    form.type(VALID_FROM, "2027-1-1")
    form.send()
    presenter.refresh()
    assert row(view, "decision").state == "待启用"
    assert "2027-01-01" in dict(view.last("show_details")[1])["待启用"]


def test_going_to_another_block_keeps_what_is_typed(shown, form, desk):
    presenter, view = shown
    form.type(TEXT, "写到一半")
    presenter.look_at("closing")
    presenter.look_at("decision")
    again, _fields = view.last("show_form")
    again.attach(Recorder())
    assert again.values[TEXT] == "写到一半"
