"""What a use case writes is there wholly or not at all, never over another's write, and in the history."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from app.domain.disputes.case_lines import CaseFilter, CaseView, SavedView
from app.domain.disputes.case_parties import PartySide
from app.domain.errors import NotFound, RuleRefusal, StaleWrite
from app.domain.filing.documents import Attachment, IssuedDocument
from app.domain.filing.drafts import Draft
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.sessions import SessionRecord
from app.domain.trust.actors import Actor
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from tests.support.casebook import a_case, a_party, an_organisation
from tests.support.databases import REGISTRAR, START

OTHER = Actor(id=new_id(), name="阿曼古丽")


@pytest.fixture
def case(store):
    ours = an_organisation()
    with store.unit_of_work(REGISTRAR) as work:
        work.organisations.add(ours, act="organisation.added")
        stored = work.cases.add(a_case(ours), act="case.registered", note="窗口登记")
        work.commit()
    return stored


def test_without_commit_nothing_stays(store, case):
    with store.unit_of_work(REGISTRAR) as work:
        work.cases.save(replace(case, title="不应留下"), act="case.corrected")
        work.sessions.add(
            SessionRecord(id=new_id(), case_id=case.id, sequence=1, held_at=START), act="session.added"
        )
        work.preferences.put(None, "theme", "dark")
    with store.unit_of_work(REGISTRAR) as work:
        assert work.cases.get(case.id) == case
        assert work.sessions.of_case(case.id) == ()
        assert work.preferences.get(None, "theme") is None
        assert [entry.act for entry in work.history.of_case(case.id, 9)] == ["case.registered"]


def test_an_error_inside_undoes_everything(store, case):
    def fails():
        with store.unit_of_work(REGISTRAR) as work:
            work.cases.save(replace(case, title="不应留下"), act="case.corrected")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    with store.unit_of_work(REGISTRAR) as work:
        assert work.cases.get(case.id) == case


def test_a_stale_write_shows_both_values_and_writes_nothing(store, case):
    theirs = replace(case, title="他们改的", amount=Money(309_000))
    ours = replace(case, title="我们改的", place="北泉镇", parties=case.parties[:1])
    with store.unit_of_work(OTHER) as work:
        saved = work.cases.save(theirs, act="case.corrected")
        work.commit()
    with pytest.raises(StaleWrite) as refused, store.unit_of_work(REGISTRAR) as work:
        work.cases.save(ours, act="case.corrected")
    assert refused.value.facts["kind"] == "case"
    conflicts = dict(refused.value.conflicts)
    assert conflicts["title"] == ("他们改的", "我们改的")
    assert conflicts["place"] == ("", "北泉镇")
    assert conflicts["amount"] == ("3090.00", "")
    assert conflicts["parties.1.name"] == ("李四", "")
    with store.unit_of_work(REGISTRAR) as work:
        assert work.cases.get(case.id) == saved
        assert [entry.actor_name for entry in work.history.of_case(case.id, 9)] == ["阿曼古丽", "巴合提古丽"]


def test_saving_what_was_never_added_is_refused(store, case):
    with store.unit_of_work(REGISTRAR) as work:
        with pytest.raises(NotFound):
            work.cases.save(replace(case, id=new_id()), act="case.corrected")
        with pytest.raises(NotFound) as missing:
            work.sessions.get(new_id())
        assert missing.value.code == "session.not_found"
        assert work.agreements.find(new_id()) is None


def test_history_tells_the_fields_before_and_after(store, case):
    third = a_party("马六", PartySide.THIRD_PARTY)
    changed = replace(
        case, title="新案由", headcount=32, parties=(replace(case.parties[1], phone="13909904172"), third)
    )
    with store.unit_of_work(OTHER) as work:
        work.cases.save(changed, act="case.corrected", note="当事人更正")
        work.commit()
    with store.reads() as reads:
        entry = reads.history.of_case(case.id, 1)[0]
    assert (entry.actor_id, entry.act, entry.kind, entry.subject_id) == (
        OTHER.id,
        "case.corrected",
        "case",
        case.id,
    )
    assert (entry.note, entry.case_id) == ("当事人更正", case.id)
    assert entry.at > START
    changes = {change.field: (change.before, change.after) for change in entry.changes}
    assert changes["title"] == ("张三与李四房屋漏水纠纷", "新案由")
    assert changes["headcount"] == ("0", "32")
    assert changes["parties.0.phone"] == ("", "13909904172")
    assert ("张三", "") in changes.values()
    assert ("", "马六") in changes.values()
    assert "version" not in changes


def test_what_is_said_in_caucus_is_not_in_the_history(store, case):
    session = SessionRecord(id=new_id(), case_id=case.id, sequence=1, held_at=START, caucus_notes="底线五万")
    with store.unit_of_work(REGISTRAR) as work:
        stored = work.sessions.add(session, act="session.added")
        work.sessions.save(replace(stored, caucus_notes="底线四万", matter="赔偿"), act="session.saved")
        work.commit()
    with store.reads() as reads:
        saved, added = reads.history.of_subject(session.id, 9)
        assert reads.sessions.of_case(case.id)[0].caucus_notes == "底线四万"
    written = {(change.field, change.before, change.after) for change in saved.changes + added.changes}
    assert ("caucus_notes", "", "changed") in written
    assert ("matter", "", "赔偿") in written
    assert not any("底线" in part for change in written for part in change)


@pytest.mark.parametrize("statement", ["UPDATE history SET note = 'x'", "DELETE FROM history"])
def test_history_can_be_neither_changed_nor_removed(store, case, statement):
    with store.unit_of_work(REGISTRAR) as work, pytest.raises(DBAPIError, match="append-only"):
        work._session.execute(text(statement))


def test_changes_tell_what_was_touched(store, case):
    with store.unit_of_work(REGISTRAR) as work:
        session = SessionRecord(id=new_id(), case_id=case.id, sequence=1, held_at=START)
        work.sessions.add(session, act="session.added")
        work.cases.save(replace(case, place="北泉镇"), act="case.corrected")
        changes = work.commit()
    assert changes.touched == {("session", session.id), ("case", case.id)}


def test_two_cases_of_one_organisation_cannot_share_a_number(store, case):
    with pytest.raises(IntegrityError), store.unit_of_work(REGISTRAR) as work:
        work.cases.add(replace(case, id=new_id()), act="case.registered")


def test_a_reference_to_nothing_is_refused_at_commit(store, case):
    session = SessionRecord(id=new_id(), case_id=new_id(), sequence=1, held_at=START)
    with store.unit_of_work(REGISTRAR) as work:
        work.sessions.add(session, act="session.added")
        with pytest.raises(IntegrityError):
            work.commit()


def test_values_outlive_their_session(store, case):
    with store.unit_of_work(REGISTRAR) as work:
        read = work.cases.get(case.id)
    with store.reads() as reads:
        page = reads.cases.page(CaseFilter(view=CaseView.ALL), START.date())
    store.close()
    assert [party.name for party in read.parties] == ["张三", "李四"]
    assert page[0].applicants == "张三"


def test_documents_keep_their_contents_and_one_page(store, case):
    document = IssuedDocument(
        id=new_id(),
        kind=DocumentKind.AGREEMENT,
        case_id=case.id,
        subject_id=None,
        organisation_id=case.organisation_id,
        number="（2026）石红人调字第1号",
        title="人民调解协议书",
        issued_at=START,
        issuer_id=REGISTRAR.id,
        issuer_name=REGISTRAR.name,
        contents='{"甲":"𬱖"}',
    )
    with store.unit_of_work(REGISTRAR) as work:
        work.documents.add(document)
        assert work.documents.unstored() == (document,)
        stored = work.documents.stored(document.id, sha256="ab" * 32, pages=3)
        work.commit()
    assert stored == replace(document, sha256="ab" * 32, pages=3)
    with store.unit_of_work(REGISTRAR) as work:
        assert work.documents.unstored() == ()
        with pytest.raises(RuleRefusal):
            work.documents.stored(document.id, sha256="cd" * 32, pages=3)
        with pytest.raises(RuleRefusal):
            work.documents.void(document.id, " ")
        voided = work.documents.void(document.id, "金额有误")
        work.commit()
    with store.reads() as reads:
        assert reads.documents.of_case(case.id) == (voided,)
        assert reads.history.of_subject(document.id)[0].act == "document.voided"


def test_a_removed_attachment_is_out_of_the_file_and_still_known(store, case):
    photo = Attachment(
        id=new_id(),
        case_id=case.id,
        name="现场.jpg",
        media_type="image/jpeg",
        size=12,
        sha256="ef" * 32,
        added_at=START,
        added_by=REGISTRAR.name,
    )
    with store.unit_of_work(REGISTRAR) as work:
        work.attachments.add(photo)
        assert work.attachments.of_case(case.id) == (photo,)
        with pytest.raises(RuleRefusal):
            work.attachments.remove(photo.id, "")
        work.attachments.remove(photo.id, "传错案件")
        assert work.attachments.of_case(case.id) == ()
        work.commit()
    with store.unit_of_work(REGISTRAR) as work:
        assert work.attachments.get(photo.id) == photo
        assert work.attachments.all_digests() == {photo.sha256}
        assert [entry.act for entry in work.history.of_subject(photo.id)] == [
            "attachment.removed",
            "attachment.added",
        ]
        with pytest.raises(RuleRefusal):
            work.attachments.remove(photo.id, "再次")


def test_drafts_preferences_and_views(store):
    user = new_id()
    draft = Draft(key="intake", user_id=user, payload='{"facts":"𬱖…', focus="facts", saved_at=START)
    view = SavedView(id=new_id(), user_id=user, name="欠薪", filter=CaseFilter(types=("wages",), text="工资"))
    with store.unit_of_work(REGISTRAR) as work:
        work.drafts.put(draft)
        work.preferences.put(user, "size", "large")
        work.preferences.put(None, "size", "normal")
        work.views.add(view)
        assert work.views.of_user(user) == (view,)
        work.commit()
    later = replace(draft, payload="{}", saved_at=START + timedelta(seconds=1))
    with store.unit_of_work(REGISTRAR) as work:
        assert work.drafts.get(user, "intake") == draft
        work.drafts.put(later)
        work.preferences.put(user, "size", "huge")
        work.views.remove(view.id)
        with pytest.raises(NotFound):
            work.views.remove(view.id)
        assert work.drafts.all_of(user) == (later,)
        assert work.commit().kinds == {"draft", "settings", "view"}
    with store.unit_of_work(REGISTRAR) as work:
        assert (work.preferences.get(user, "size"), work.preferences.get(None, "size")) == ("huge", "normal")
        assert work.views.of_user(user) == ()
        work.drafts.discard(user, "intake")
        work.drafts.discard(user, "never kept")
        assert work.drafts.get(user, "intake") is None


def test_history_may_be_noted_without_a_change(store, case):
    with store.unit_of_work(REGISTRAR) as work:
        work.history.note(
            act="document.printed", kind="document", subject_id=case.id, case_id=case.id, note="2份"
        )
        assert work.history.of_case(case.id, 1)[0].note == "2份"
        work.commit()


def test_looking_waits_for_nobody_and_sees_what_was_committed(store, case):
    with store.unit_of_work(REGISTRAR) as work:
        work.cases.save(replace(case, title="尚未提交"), act="case.corrected")
        with store.look() as look:
            assert look.cases.get(case.id) == case


def test_an_uncaught_error_names_nobody(store, case):
    with pytest.raises(IntegrityError) as told, store.unit_of_work(REGISTRAR) as work:
        work.cases.add(replace(case, facts="某某的隐私"), act="case.registered")
    assert "某某的隐私" not in str(told.value)


def test_what_no_database_can_hold_is_left_out_and_the_rest_is_kept(store, case):
    typed = replace(case, facts="前\x00后\ud83d。", title="题\x00名")
    with store.unit_of_work(REGISTRAR) as work:
        work.cases.save(typed, act="case.corrected", note="记\ud800")
        work.drafts.put(
            Draft(
                key="intake",
                user_id=REGISTRAR.id,
                payload='{"facts":"字\ud800"}',
                focus="",
                saved_at=START,
            )
        )
        work.commit()
    with store.look() as work:
        assert (work.cases.get(case.id).facts, work.cases.get(case.id).title) == ("前后。", "题名")
        assert work.drafts.get(REGISTRAR.id, "intake").payload == '{"facts":"字"}'
