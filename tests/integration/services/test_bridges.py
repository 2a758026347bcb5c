"""Joint applications on both databases: frozen, drawn, refused, and taken out as a folder."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.periods.triggers import Trigger
from app.domain.duties.bridges.security import SecurityExclusion
from app.domain.duties.next_steps import NextStepKind
from app.domain.errors import InvalidInput, NotFound, RuleRefusal, StaleWrite, StorageRefusal
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.submissions import Submission
from app.domain.values.ids import new_id
from tests.support.bridge_samples import a_failed_accident, a_proof, security_answers, traffic_answers


def applied(centre, case, *proofs, **given):
    return centre.services.bridges.apply_for_recognition(
        case.id,
        security_answers(case, centre.today, **given),
        tuple(UUID(proof) for proof in proofs),
        actor=centre.actor,
        version=case.version,
    ).value


def asked(centre, case, **given):
    return centre.services.bridges.request_traffic_police(
        case.id, traffic_answers(case, centre.today, **given), actor=centre.actor, version=case.version
    ).value


def handed(centre, paper, **given):
    """Hand a paper in today."""
    submission = Submission(
        id=new_id(),
        case_id=paper.case_id,
        document_id=paper.id,
        handed_on=centre.today,
        organ="区公安分局",
        receiver="张警官",
    )
    return replace(submission, **given)


def documents(centre, case, kind):
    return [d for d in centre.services.cases.folder(case.id).documents if d.kind is kind]


def test_the_application_is_frozen_drawn_and_names_what_goes_along(centre):
    case = centre.performed()
    paper = applied(centre, case, a_proof(centre, case))
    assert paper.kind is DocumentKind.SECURITY_APPLICATION
    assert (paper.number, paper.copies) == (case.intake_number, 3)
    assert centre.services.issuing.bytes_of(paper.id).startswith(b"%PDF issued")
    frozen = json.loads(paper.contents)
    assert frozen["offenders"] == [case.parties[1].name]
    assert [one["label"] for one in frozen["signers"]] == ["被侵害人", "行为人"]
    names = [one["name"] for one in frozen["outgoing"]]
    assert names == ["人民调解协议书", "转账截图.png"]
    assert all(len(one["digest"]) == 64 for one in frozen["outgoing"])
    assert len(frozen["conditions"]) == 14
    folder = centre.services.cases.folder(case.id)
    assert folder.history[0].act == "document.issued"
    assert folder.case == case, "an application changes nothing about the case"


def test_what_is_refused_issues_nothing(centre):
    case = centre.performed()
    proof = a_proof(centre, case)
    with pytest.raises(RuleRefusal, match="condition_not_met"):
        applied(centre, case, proof, exclusions=(SecurityExclusion.GANG,))
    with pytest.raises(InvalidInput, match="proof_missing"):
        applied(centre, case)
    with pytest.raises(StaleWrite):
        applied(centre, replace(case, version=case.version + 1), proof)
    other = centre.performed()
    with pytest.raises(InvalidInput, match="proof_missing"):
        applied(centre, other, proof)  # a file of another case proves nothing here
    unperformed = centre.effective()
    other_proof = a_proof(centre, unperformed, "别的.png")
    with pytest.raises(RuleRefusal, match="not_performed"):
        applied(centre, unperformed, other_proof)
    assert not documents(centre, case, DocumentKind.SECURITY_APPLICATION)


def test_a_second_application_needs_the_first_voided(centre):
    case = centre.performed()
    proof = a_proof(centre, case)
    paper = applied(centre, case, proof)
    with pytest.raises(RuleRefusal, match="stands_already"):
        applied(centre, case, proof)
    centre.services.issuing.void(paper.id, "写错了派出所", actor=centre.actor)
    assert applied(centre, case, proof, station="团结派出所").id != paper.id


def test_neither_paper_is_issued_without_its_form(centre):
    case = centre.performed()
    for kind in (DocumentKind.SECURITY_APPLICATION, DocumentKind.TRAFFIC_REQUEST):
        with pytest.raises(RuleRefusal, match="asked_in_its_form"):
            centre.services.issuing.issue(kind, case.id, actor=centre.actor)


def test_the_folder_holds_the_papers_byte_for_byte_and_leaves_a_trace(centre, tmp_path):
    case = centre.performed()
    bridges = centre.services.bridges
    with pytest.raises(NotFound, match="not_applied"):
        bridges.files_for_police(case.id, actor=centre.actor)
    paper = applied(centre, case, a_proof(centre, case))
    files = bridges.files_for_police(case.id, actor=centre.actor)
    assert [one.name for one in files] == [
        "01-治安案件不予处罚共同申请书.pdf",
        "02-人民调解协议书.pdf",
        "03-转账截图.png",
    ]
    agreement = documents(centre, case, DocumentKind.AGREEMENT)[0]
    assert files[1].content == centre.services.issuing.bytes_of(agreement.id)
    place = tmp_path / "治安材料"
    content = [(one.name, one.content) for one in files]
    bridges.export(case.id, place, content, actor=centre.actor)
    assert sorted(one.name for one in place.iterdir()) == [one.name for one in files]
    entry = centre.services.cases.folder(case.id).history[0]
    assert (entry.act, entry.subject_id, entry.note) == ("security.exported", paper.id, "治安材料")
    with pytest.raises(StorageRefusal, match="exists"):
        bridges.export(case.id, place, content, actor=centre.actor)
    trace = [one for one in centre.services.cases.folder(case.id).history if one.act == "security.exported"]
    assert len(trace) == 1, "what was not written is not noted"


def test_a_page_that_a_full_disk_left_undrawn_is_drawn_before_it_goes_along(centre):
    case = centre.performed()
    proof = a_proof(centre, case)
    centre.renderer.is_broken = True
    centre.services.issuing.issue(DocumentKind.RIGHTS_NOTICE, case.id, actor=centre.actor)
    centre.renderer.is_broken = False
    applied(centre, case, proof)
    assert all(d.sha256 for d in centre.services.cases.folder(case.id).documents)


def test_d_09_runs_leads_to_the_request_and_ends_with_it(centre):
    case = a_failed_accident(centre)
    folder = centre.services.cases.folder(case.id)
    [clock] = [one for one in folder.clocks if one.kind is ClockKind.POLICE_REQUEST]
    assert clock.explanation == (
        "最后一日 2026-11-05（周四）：11-02 终止调解，次日起算三日；依据道路交通事故处理程序规定第八十五条"
    )
    assert folder.next_step.kind is NextStepKind.ASK_TRAFFIC_POLICE
    with pytest.raises(RuleRefusal, match="not_joint"):
        asked(centre, case, requester_ids=(case.parties[0].id,))
    notice = centre.services.issuing.issue(DocumentKind.TERMINATION, case.id, actor=centre.actor).value
    paper = asked(centre, case)
    frozen = json.loads(paper.contents)
    assert frozen["termination_number"] == notice.number
    assert frozen["due"] == clock.explanation
    assert len(frozen["signers"]) == len(case.parties)
    folder = centre.services.cases.folder(case.id)
    assert ClockKind.POLICE_REQUEST in {one.kind for one in folder.clocks}, "it lies in a drawer"
    assert folder.next_step.kind is NextStepKind.HAND_IN_REQUEST
    entry = centre.services.submissions.hand_in(handed(centre, paper), actor=centre.actor).value
    folder = centre.services.cases.folder(case.id)
    assert ClockKind.POLICE_REQUEST not in {one.kind for one in folder.clocks}
    assert folder.next_step.kind is NextStepKind.FOLLOW_UP
    assert centre.services.lists.line(case.id).due_kind is not ClockKind.POLICE_REQUEST
    with centre.store.reads() as reads:
        [timed] = reads.clocks.timed((case.id,))
    assert timed.facts.days == {Trigger.POLICE_REQUESTED: centre.today}
    with pytest.raises(RuleRefusal, match="handed_in_already"):
        centre.services.submissions.hand_in(handed(centre, paper), actor=centre.actor)
    centre.services.submissions.take_back(entry.id, "是别的案件", actor=centre.actor, version=entry.version)
    assert centre.services.cases.folder(case.id).next_step.kind is NextStepKind.HAND_IN_REQUEST
    acts = [one.act for one in centre.services.cases.folder(case.id).history]
    assert acts[:2] == ["submission.taken_back", "submission.made"]
    centre.services.submissions.hand_in(handed(centre, paper), actor=centre.actor)
    with pytest.raises(RuleRefusal, match="stands_already"):
        asked(centre, case)
    centre.services.issuing.void(paper.id, "事故日期有误", actor=centre.actor)
    assert centre.services.cases.folder(case.id).next_step.kind is NextStepKind.ASK_TRAFFIC_POLICE


def test_d_09_is_over_with_its_last_day(centre, clock):
    case = a_failed_accident(centre)
    clock.moment = clock.moment.replace(day=6)
    folder = centre.services.cases.folder(case.id)
    assert folder.next_step.kind is NextStepKind.FOLLOW_UP
    with pytest.raises(RuleRefusal, match="too_late") as refused:
        asked(centre, case)
    assert refused.value.facts["day"] == "2026-11-05"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"organ": " "}, "organ_missing"),
        ({"receiver": ""}, "receiver_missing"),
        ({"handed_on": date(2026, 11, 1)}, "before_issue"),
        ({"handed_on": date(2026, 11, 3)}, "in_future"),
    ],
)
def test_a_paper_handed_in_says_where_to_whom_and_when(centre, given, code):
    case = centre.performed()
    paper = applied(centre, case, a_proof(centre, case))
    submissions = centre.services.submissions
    with pytest.raises(InvalidInput, match=code):
        submissions.hand_in(handed(centre, paper, **given), actor=centre.actor)
    notice = centre.services.issuing.issue(DocumentKind.RIGHTS_NOTICE, case.id, actor=centre.actor).value
    with pytest.raises(RuleRefusal, match="not_of_this_paper"):
        submissions.hand_in(handed(centre, notice), actor=centre.actor)
    known = submissions.hand_in(handed(centre, paper), actor=centre.actor).value
    folder = centre.services.cases.folder(case.id)
    assert folder.submissions == (known,)
    assert folder.history[0].note == "治安案件不予处罚共同申请书，区公安分局，张警官"
