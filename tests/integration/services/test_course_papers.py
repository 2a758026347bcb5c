"""Papers between application and closing: offered once their step is there, frozen from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.documents.kinds import CONTENTS_OF
from app.domain.contents.channels.worded import titled
from app.domain.contents.course.investigating import InvestigationAnswers
from app.domain.disputes.disclosures import Disclosure, RecusalRequest
from app.domain.disputes.handling import TriageDecision
from app.domain.disputes.periods.extensions import Extension, ExtensionConsent
from app.domain.disputes.sources import MediationChannel
from app.domain.errors import InvalidInput, NotFound, RuleRefusal
from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.sessions import Participant, ParticipantRole, SessionResult
from app.domain.people.agents import Agent, AgentKind, AuthorityScope
from app.domain.settlements.agreements import AgreementState
from app.domain.values.ids import new_id
from app.domain.values.plain import from_json, to_json
from app.services.papers.offered import offered_papers
from tests.support.builders import a_payment, some_parties

_K = DocumentKind


def offered(centre, case):
    return {paper.kind: paper for paper in offered_papers(centre.services.cases.folder(case.id))}


def issued(centre, case, paper):
    document = centre.services.issuing.issue(paper.kind, case.id, paper.subject_id, actor=centre.actor).value
    contents = from_json(CONTENTS_OF[paper.kind], document.contents)
    assert to_json(contents) == document.contents
    return document, contents


def with_agents():
    lawyer = Agent(
        id=new_id(), kind=AgentKind.LAWYER, name="韩律师", authority=(AuthorityScope.SIGN,)
    )  # fmt: skip
    mother = Agent(id=new_id(), kind=AgentKind.STATUTORY, name="母亲")
    first, second = some_parties(2)
    return first, replace(second, language="维吾尔语", agents=(lawyer, mother))


def heard(centre, case, **given):
    session = replace(
        centre.services.mediation.new_session(case.id),
        record="双方陈述了经过。",
        rights_told=True,
        result=SessionResult.TO_BE_CONTINUED,
        **given,
    )
    return centre.services.mediation.finish(session, actor=centre.actor).value


def test_before_acceptance_those_are_asked_who_have_not_agreed(centre):
    case = centre.registered()
    paper = offered(centre, case)[_K.CONSENT_INQUIRY]
    assert paper.about == case.parties[1].name
    _document, contents = issued(centre, case, paper)
    assert contents.addressee == case.parties[1].name
    assert contents.applicants == (case.parties[0].name,)
    assert _K.ACCEPTANCE_NOTICE not in offered(centre, case)
    with pytest.raises(RuleRefusal, match="not_accepted_yet"):
        centre.services.issuing.issue(_K.ACCEPTANCE_NOTICE, case.id, actor=centre.actor)
    with pytest.raises(NotFound):
        centre.services.issuing.contents(_K.CONSENT_INQUIRY, case.id, new_id())


def test_the_notice_of_acceptance_has_a_number_of_its_own_and_one_copy_a_party(centre):
    case = centre.assigned(3)
    document, contents = issued(centre, case, offered(centre, case)[_K.ACCEPTANCE_NOTICE])
    assert "人调受字第1号" in document.number
    assert document.copies == 4
    assert contents.addressees == tuple(party.name for party in case.parties)
    assert contents.mediators == (centre.mediator.name,)
    with pytest.raises(RuleRefusal, match="already_issued"):
        issued(centre, case, offered(centre, case)[_K.ACCEPTANCE_NOTICE])


def test_an_agent_gets_an_authority_unless_the_law_gives_it(centre):
    case = centre.registered(with_agents())
    papers = [
        p for p in offered_papers(centre.services.cases.folder(case.id)) if p.kind is _K.AUTHORITY_LETTER
    ]
    assert [paper.about for paper in papers] == ["韩律师"]
    document, contents = issued(centre, case, papers[0])
    assert document.copies == 2
    assert contents.agent.authority == (AuthorityScope.SIGN.term,)
    assert contents.party.agents == ()
    assert [signer.label for signer in contents.signers] == ["委托人"]
    mother = case.parties[1].agents[1]
    with pytest.raises(RuleRefusal, match="statutory_agent"):
        centre.services.issuing.contents(_K.AUTHORITY_LETTER, case.id, mother.id)


def test_a_session_gives_the_interpreters_statement_and_the_undisputed_facts_without_concessions(centre):
    case = centre.assigned()
    interpreter = Participant(id=new_id(), name="阿依古丽", role=ParticipantRole.INTERPRETER)
    heard(
        centre,
        case,
        participants=(interpreter,),
        undisputed_facts="漏水发生在十月二十日。",
        concessions="愿意少要两千元。",
    )
    papers = offered(centre, case)
    _document, facts = issued(centre, case, papers[_K.UNDISPUTED_FACTS])
    assert facts.facts == "漏水发生在十月二十日。"
    assert "两千元" not in to_json(facts)
    _document, statement = issued(centre, case, papers[_K.INTERPRETER_STATEMENT])
    assert (statement.interpreter, statement.sequence) == ("阿依古丽", 1)
    bare = heard(centre, case)
    with pytest.raises(RuleRefusal, match="no_undisputed_facts"):
        centre.services.issuing.contents(_K.UNDISPUTED_FACTS, case.id, bare.id)


def test_disclosure_recusal_and_extension_are_printed_as_they_were_recorded(centre):
    case = centre.mediating()
    applicant, respondent = case.parties
    told = Disclosure(
        id=new_id(), staff_id=centre.mediator.id, staff_name=centre.mediator.name, what="曾是同事。",
        disclosed_on=centre.today, accepting=(respondent.id,),
    )  # fmt: skip
    recusal = centre.services.recusal
    case = recusal.disclose(case.id, told, actor=centre.actor, version=case.version).value
    _document, disclosure = issued(centre, case, offered(centre, case)[_K.DISCLOSURE_STATEMENT])
    assert [answer.answer for answer in disclosure.answers] == ["未表态", "同意继续由其调解"]
    day = next(c.last_day for c in centre.services.cases.folder(case.id).clocks if c.extension_by is not None)
    extension = Extension(
        id=new_id(), previous_last_day=day, new_last_day=day + timedelta(days=15), is_written=True,
        consents=tuple(
            ExtensionConsent(id=new_id(), party_id=party.id, agreed_on=centre.today) for party in case.parties
        ),
        note="等鉴定意见",
    )  # fmt: skip
    case = replace(case, extensions=(extension,), recusals=(
        RecusalRequest(
            id=new_id(), staff_id=centre.mediator.id, staff_name=centre.mediator.name, asked_by=applicant.id,
            asked_by_name=applicant.name, reason="与对方相熟", asked_on=centre.today, decided_by="主任",
            replaced_by_id=new_id(), replaced_by_name="李娟",
        ),
    ))  # fmt: skip
    from app.domain.contents.course.proceedings import extension_consent_contents, recusal_contents

    consent = extension_consent_contents(case, "调委会", extension.id)
    assert (consent.previous_last_day, consent.new_last_day) == (day, day + timedelta(days=15))
    assert [answer.on for answer in consent.answers] == [centre.today, centre.today]
    decision = recusal_contents(case, "调委会", case.recusals[0].id)
    assert (decision.mediator, decision.replaced_by) == (centre.mediator.name, "李娟")
    assert [signer.name for signer in decision.signers] == [applicant.name]


def test_evidence_is_listed_and_scans_of_other_items_are_not(centre):
    case = centre.accepted()
    assert _K.EVIDENCE_LIST not in offered(centre, case)
    add = centre.services.attachments.add
    add(case.id, b"\x89PNG a", "墙面.png", "申请人提供", FileItem.EVIDENCE, actor=centre.actor)
    add(case.id, b"\x89PNG b", "身份证.png", "", FileItem.IDENTITY, actor=centre.actor)
    _document, contents = issued(centre, case, offered(centre, case)[_K.EVIDENCE_LIST])
    assert [(item.name, item.source) for item in contents.items] == [("墙面.png", "申请人提供")]


def test_each_party_gets_its_summary_when_the_agreement_is_issued_and_the_report_waits_for_the_end(centre):
    draft = centre.drafted()
    case = centre.case(draft.case_id)
    assert _K.PLAIN_SUMMARY not in offered(centre, case)
    centre.services.settlements.issue(draft.id, actor=centre.actor, version=draft.version)
    papers = [p for p in offered_papers(centre.services.cases.folder(case.id)) if p.kind is _K.PLAIN_SUMMARY]
    assert [paper.about for paper in papers] == [party.name for party in case.parties]
    _document, contents = issued(centre, case, papers[1])
    assert [part.amount for part in contents.duties] == ["3,090.00元"]
    assert _K.CLOSING_REPORT not in offered(centre, case)
    with pytest.raises(RuleRefusal, match="case_not_over"):
        centre.services.issuing.contents(_K.CLOSING_REPORT, case.id)


def test_an_investigation_is_issued_as_it_was_told_and_refuses_what_is_missing(centre):
    case = centre.assigned()
    told = InvestigationAnswers(
        held_at=centre.clock.now(), place="邻居家", asked="邻居老马", investigators=(centre.mediator.name,),
        recorder=centre.recorder.name, record="问：看到漏水了吗？\n答：看到了。",
    )  # fmt: skip
    record = centre.services.investigations.record
    document = record(case.id, told, actor=centre.actor, version=case.version).value
    contents = from_json(CONTENTS_OF[_K.INVESTIGATION_RECORD], document.contents)
    assert (contents.asked, contents.matter) == ("邻居老马", case.title)
    assert [signer.label for signer in contents.signers] == ["被调查人", "调查人", "记录人"]
    for field, wrong in (
        ("place", {"place": " "}),
        ("asked", {"asked": " "}),
        ("investigators", {"investigators": ()}),
        ("recorder", {"recorder": ""}),
        ("record", {"record": " "}),
        ("to", {"ended_at": told.held_at - timedelta(hours=1)}),
        ("from", {"held_at": told.held_at + timedelta(days=1)}),
    ):
        with pytest.raises(InvalidInput) as refused:
            record(case.id, replace(told, **wrong), actor=centre.actor, version=case.version)
        assert refused.value.field == field


def test_an_administrative_case_has_the_same_papers_under_its_own_names(centre):
    sent = TriageDecision(
        id=new_id(), decided_at=centre.clock.now(), decided_by="李娟", unit_name="区住房和城乡建设局",
        channel=MediationChannel.ADMINISTRATIVE,
    )  # fmt: skip
    case = centre.assigned(
        channel=MediationChannel.ADMINISTRATIVE, channel_code="administrative", decision=sent
    )
    document, contents = issued(centre, case, offered(centre, case)[_K.ACCEPTANCE_NOTICE])
    assert document.title == titled(contents) == "行政调解受理通知书"
    assert contents.committee == "区住房和城乡建设局"
    assert "人调" not in document.number
    assert "人民调解法" not in to_json(contents)


@pytest.mark.parametrize(
    ("code", "told"), [("medical", "医疗纠纷预防和处理条例第三十九条"), ("traffic", "第八十五条")]
)
def test_medical_and_traffic_agreements_tell_what_their_law_asks(centre, code, told):
    case = centre.assigned(channel=MediationChannel.INDUSTRY, channel_code=code, dispute_type=code)
    draft = centre.services.settlements.new_agreement(case.id, actor=centre.actor).value
    draft = replace(draft, terms=(a_payment(case.parties[1], case.parties[0]),))
    assert draft.state is AgreementState.DRAFT
    notes = centre.services.settlements.preview(draft).notes
    assert any(told in note and "三十日内" in note for note in notes)
    ordinary = centre.assigned()
    plain = centre.services.settlements.new_agreement(ordinary.id, actor=centre.actor).value
    assert centre.services.settlements.preview(plain).notes == ()
