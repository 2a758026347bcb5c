"""Sessions: begun once, kept as typed, closed once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.disputes.states import CaseState
from app.domain.errors import InvalidInput, RuleRefusal, StaleWrite
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.sessions import SessionResult
from tests.support.builders import some_parties


def test_a_new_session_is_prefilled_and_unsaved(centre):
    case = centre.assigned(parties=3)
    session = centre.services.mediation.new_session(case.id)
    assert (session.sequence, session.mediator_names, session.recorder_name) == (1, ("赵永安",), "李娟")
    assert session.attending == tuple(party.id for party in case.parties)
    assert (session.result, session.record, session.rights_told) == (None, "", True)
    assert centre.services.cases.folder(case.id).sessions == ()


def test_that_rights_were_told_is_remembered_until_a_party_comes_who_was_not(centre):
    case = centre.assigned()
    corrected = replace(case.parties[1], phone="13909900000")
    told = replace(case, parties=(case.parties[0], corrected))
    case = centre.services.cases.update_details(told, actor=centre.actor).value
    assert centre.services.mediation.new_session(case.id).rights_told
    (third,) = some_parties(3)[2:]
    case = centre.services.cases.update_details(
        replace(case, parties=(*case.parties, third)), actor=centre.actor
    ).value
    assert not centre.services.mediation.new_session(case.id).rights_told
    centre.services.cases.serve_rights_notice(case.id, centre.today, actor=centre.actor, version=case.version)
    assert centre.services.mediation.new_session(case.id).rights_told


def test_the_first_save_begins_mediation_and_later_ones_only_keep(centre):
    case = centre.assigned()
    session = centre.services.mediation.new_session(case.id)
    saved = centre.services.mediation.save(session, actor=centre.actor).value
    assert centre.case(case.id).state is CaseState.MEDIATING
    version = centre.case(case.id).version
    longer = replace(saved, record="字" * 20_000, caucus_notes="只给调解员看")
    kept = centre.services.mediation.save(longer, actor=centre.actor).value
    assert centre.services.mediation.session(session.id) == kept
    assert centre.case(case.id).version == version
    assert centre.services.mediation.new_session(case.id).sequence == 2


def test_without_the_rights_notice_no_session_is_held(centre):
    case = centre.accepted()
    session = centre.services.mediation.new_session(case.id)
    with pytest.raises(RuleRefusal, match=r"case\.step_not_allowed"):
        centre.services.mediation.save(session, actor=centre.actor)
    assert centre.services.cases.folder(case.id).sessions == ()


def test_two_desks_get_two_numbers(centre):
    case = centre.assigned()
    first, second = (centre.services.mediation.new_session(case.id) for _ in range(2))
    saved = [centre.services.mediation.save(session, actor=centre.actor).value for session in (first, second)]
    assert [session.sequence for session in saved] == [1, 2]


def test_a_finished_record_never_changes(centre):
    case = centre.mediating()
    (session,) = centre.services.cases.folder(case.id).sessions
    assert session.finished_at is not None
    for write in (centre.services.mediation.save, centre.services.mediation.finish):
        with pytest.raises(RuleRefusal):
            write(replace(session, finished_at=None, record="改写"), actor=centre.actor)
    assert centre.services.mediation.session(session.id) == session


def test_a_failed_session_must_tell_the_other_routes(centre):
    case = centre.assigned()
    session = replace(
        centre.services.mediation.new_session(case.id),
        record="分歧较大。",
        rights_told=True,
        result=SessionResult.FAILED,
    )
    with pytest.raises(InvalidInput, match=r"session\.routes_not_told"):
        centre.services.mediation.finish(session, actor=centre.actor)
    assert centre.case(case.id).state is CaseState.ASSIGNED


def test_a_session_before_the_request_is_refused(centre):
    case = centre.assigned()
    session = centre.services.mediation.new_session(case.id)
    early = replace(session, held_at=case.received_at - timedelta(days=1))
    with pytest.raises(InvalidInput, match=r"session\.before_registration"):
        centre.services.mediation.save(early, actor=centre.actor)


def test_a_session_still_to_come_is_not_finished(centre):
    case = centre.assigned()
    session = centre.services.mediation.new_session(case.id)
    ahead = replace(
        session,
        held_at=session.held_at + timedelta(days=1),
        record="双方陈述。",
        rights_told=True,
        result=SessionResult.TO_BE_CONTINUED,
    )
    with pytest.raises(InvalidInput, match=r"date\.in_future"):
        centre.services.mediation.finish(ahead, actor=centre.actor)


def test_a_stale_record_is_not_written_over(centre):
    case = centre.assigned()
    saved = centre.services.mediation.save(
        centre.services.mediation.new_session(case.id), actor=centre.actor
    ).value
    centre.services.mediation.save(replace(saved, record="先保存"), actor=centre.actor)
    with pytest.raises(StaleWrite):
        centre.services.mediation.save(replace(saved, record="后保存"), actor=centre.actor)


def test_what_was_said_in_confidence_never_reaches_paper(centre):
    case = centre.assigned()
    session = replace(
        centre.services.mediation.new_session(case.id),
        record="双方陈述。",
        rights_told=True,
        caucus_notes="底线三千",
        concessions="愿让五百",
        result=SessionResult.TO_BE_CONTINUED,
    )
    finished = centre.services.mediation.finish(session, actor=centre.actor).value
    document = centre.services.issuing.issue(
        DocumentKind.SESSION_RECORD, case.id, finished.id, actor=centre.actor
    ).value
    assert "底线三千" not in document.contents
    assert "愿让五百" not in document.contents


def test_an_unfinished_record_is_previewed_but_not_issued(centre):
    case = centre.assigned()
    saved = centre.services.mediation.save(
        centre.services.mediation.new_session(case.id), actor=centre.actor
    ).value
    preview = centre.services.issuing.preview(DocumentKind.SESSION_RECORD, case.id, saved.id)
    assert preview.startswith(b"%PDF draft")
    with pytest.raises(RuleRefusal, match=r"document\.session_not_finished"):
        centre.services.issuing.issue(DocumentKind.SESSION_RECORD, case.id, saved.id, actor=centre.actor)
