"""The thirteen items follow what the case is: required, there, missing, not needed, not yet."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.case_file.checklist import FilePresence, checklist, missing_items
from app.domain.case_file.items import parts_in_order
from app.domain.case_file.records import CaseFile, check_file, empty_file
from app.domain.disputes.cases import NonAcceptanceReason, TerminationReason
from app.domain.disputes.sources import CaseSource
from app.domain.disputes.states import CaseState
from app.domain.errors import InvalidInput
from app.domain.filing.catalogue.entries import DRAWN_WITH_OTHERS, ITEM_OF
from app.domain.filing.items import THIRTEEN, FileItem
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.sessions import SessionRecord, SessionResult
from app.domain.people.agents import Agent, AgentKind
from app.domain.settlements.agreements import AgreementState
from app.domain.values.ids import new_id
from tests.support.builders import a_case, a_payment, an_agreement, an_effective_agreement
from tests.support.file_samples import AT, ON, a_file, a_paper, a_record, file_facts

FIRST = date(2026, 11, 3)
K, ITEM, P = DocumentKind, FileItem, FilePresence


def presence(facts):
    return {entry.item: entry.presence for entry in checklist(facts)}


def lacks(facts, item):
    [entry] = [entry for entry in checklist(facts) if entry.item is item]
    return [lack.code for lack in entry.lacks]


def accepted(state=CaseState.MEDIATING, **given):
    return a_case(state=state, accepted_on=FIRST, **given)


def a_session(case, *, finished=True, sequence=1):
    return SessionRecord(
        id=new_id(),
        case_id=case.id,
        sequence=sequence,
        held_at=AT,
        result=SessionResult.AGREED,
        finished_at=AT if finished else None,
    )


def test_thirteen_items_stand_in_the_order_of_the_form_and_every_kind_has_its_place():
    assert [entry.item for entry in checklist(file_facts(a_case()))] == list(THIRTEEN)
    assert [entry.position for entry in checklist(file_facts(a_case()))] == list(range(1, 14))
    assert set(K) - set(ITEM_OF) == DRAWN_WITH_OTHERS | {K.FOUR_DUTIES_LEDGER}


def test_a_new_case_needs_its_request_and_nothing_else_yet():
    found = presence(file_facts(a_case()))
    assert [item for item, how in found.items() if how is P.MISSING] == [ITEM.REQUEST]
    assert found[ITEM.RIGHTS] is found[ITEM.SESSIONS] is found[ITEM.AGREEMENT] is P.NOT_YET
    assert found[ITEM.AUTHORITY] is found[ITEM.EVIDENCE] is found[ITEM.CONFIRMATION] is P.NOT_NEEDED
    assert found[ITEM.BACK_COVER] is P.PRESENT


def test_an_initiative_has_no_application_but_needs_the_register():
    case = accepted(source=CaseSource.INITIATIVE)
    assert lacks(file_facts(case), ITEM.REQUEST) == ["request.register"]
    assert lacks(file_facts(case, documents=(a_paper(K.ACCEPTANCE_REGISTER),)), ITEM.REQUEST) == []
    asked = accepted()
    assert lacks(file_facts(asked), ITEM.REQUEST) == ["request.application"]
    assert presence(file_facts(asked, attachments=(a_file(ITEM.REQUEST),)))[ITEM.REQUEST] is P.PRESENT


def test_a_voided_paper_is_no_paper():
    case = accepted()
    paper = a_paper(K.RIGHTS_NOTICE)
    assert presence(file_facts(case, documents=(paper,)))[ITEM.RIGHTS] is P.PRESENT
    voided = replace(paper, void_reason="写错")
    assert lacks(file_facts(case, documents=(voided,)), ITEM.RIGHTS) == ["rights.none"]


def test_an_authorised_agent_calls_for_the_authority_letter_a_guardian_does_not():
    case = accepted()
    first, second = case.parties
    for kind, needed in ((AgentKind.LAWYER, ["authority.none"]), (AgentKind.STATUTORY, [])):
        agent = Agent(id=new_id(), kind=kind, name="李强")
        facts = file_facts(replace(case, parties=(replace(first, agents=(agent,)), second)))
        assert lacks(facts, ITEM.AUTHORITY) == needed


def test_every_session_needs_its_own_issued_record():
    case = accepted()
    first, second, third = (a_session(case, sequence=n, finished=n < 3) for n in (1, 2, 3))
    record = a_paper(K.SESSION_RECORD, subject=first.id)
    facts = file_facts(case, sessions=(first, second, third), documents=(record,))
    assert lacks(facts, ITEM.SESSIONS) == ["sessions.not_issued", "sessions.open"]


def test_an_agreement_in_the_file_must_be_in_effect():
    case = accepted(CaseState.EFFECTIVE)
    first, second = case.parties
    effective = an_effective_agreement(case, a_payment(second, first), on=ON)
    paper = a_paper(K.AGREEMENT, subject=effective.id)
    facts = file_facts(case, agreements=(effective,), documents=(paper,))
    assert presence(facts)[ITEM.AGREEMENT] is P.PRESENT
    waiting = replace(effective, state=AgreementState.ISSUED)
    assert lacks(replace(facts, agreements=(waiting,)), ITEM.AGREEMENT) == ["agreement.unsigned"]
    drafted = an_agreement(case)
    assert presence(file_facts(case, agreements=(drafted,)))[ITEM.AGREEMENT] is P.NOT_YET


@pytest.mark.parametrize(
    ("given", "item", "code"),
    [
        ({"termination_reason": TerminationReason.OTHER, "state": CaseState.TERMINATED}, ITEM.AGREEMENT,
         "agreement.termination"),
        ({"state": CaseState.WITHDRAWN}, ITEM.AGREEMENT, "agreement.withdrawal"),
        ({"non_acceptance_reason": NonAcceptanceReason.OTHER, "state": CaseState.NOT_ACCEPTED}, ITEM.REQUEST,
         "request.non_acceptance"),
        ({"performed_on": ON, "state": CaseState.PERFORMED}, ITEM.PERFORMANCE, "performance.none"),
        ({"followed_up_on": ON, "state": CaseState.CLOSED}, ITEM.FOLLOW_UP, "follow_up.none"),
    ],
)  # fmt: skip
def test_each_way_a_case_ends_asks_for_its_paper(given, item, code):
    assert code in lacks(file_facts(a_case(**given)), item)


def test_the_note_must_say_who_bound_and_checked_and_word_every_gap():
    case = accepted(CaseState.CLOSED)
    assert lacks(file_facts(case), ITEM.NOTE) == ["note.compiler", "note.checker", "note.unexplained"]
    facts = file_facts(case, file=a_record(case))
    assert lacks(facts, ITEM.NOTE) == ["note.unexplained"]
    told = replace(a_record(case), remarks="申请人未提供身份证明。")
    assert presence(replace(facts, file=told))[ITEM.NOTE] is P.PRESENT
    assert missing_items(replace(facts, file=told)), "a gap that is explained is still a gap"


def test_parts_go_by_item_then_papers_before_scans_then_by_day():
    late, early = a_paper(K.SESSION_RECORD), a_paper(K.APPLICATION)
    scan, other = a_file(ITEM.SESSIONS), a_paper(K.WHISTLE)
    parts = parts_in_order((late, other, early), (scan, a_file(ITEM.IDENTITY)))
    assert [part.item for part in parts] == [
        ITEM.REQUEST,
        ITEM.IDENTITY,
        ITEM.SESSIONS,
        ITEM.SESSIONS,
        ITEM.OTHER,
    ]
    assert [part.is_issued for part in parts] == [True, False, True, False, True]


def test_a_record_is_checked_by_another_person_and_not_before_it_was_bound():
    case = a_case()
    check_file(a_record(case), ON)
    for given, code in (
        ({"checker": "赵永安"}, "checked_by_compiler"),
        ({"checked_on": date(2026, 11, 27)}, "checked_before"),
        ({"compiled_on": date(2026, 11, 29), "checked_on": None}, "in_future"),
    ):
        with pytest.raises(InvalidInput, match=code):
            check_file(replace(a_record(case), **given), ON)


def test_a_shelf_mark_names_what_is_known_and_a_term_of_keeping_needs_its_paper():
    file = empty_file(new_id())
    assert (file.shelf_mark, file.is_retention_verified) == ("", False)
    told = CaseFile(id=new_id(), case_id=new_id(), cabinet="2", volume="17", retention="长期")
    assert told.shelf_mark == "2柜 17卷"
    assert not told.is_retention_verified
    assert replace(told, retention_basis="某档〔2026〕3号").is_retention_verified
