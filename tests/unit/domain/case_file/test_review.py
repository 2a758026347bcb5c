"""The score sheet: what costs points, what costs nothing, and that all adds up."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.archive.resources import resource_path
from app.archive.ruled.review import load_review
from app.domain.case_file.review import FULL_MARKS, ReviewHeading, checks_in_force, review
from app.domain.case_file.review_checks import CHECKS
from app.domain.disputes.recusal.findings import (
    ConflictFact,
    ConflictFinding,
    ConflictGround,
    ConflictStrength,
)
from app.domain.disputes.states import CaseState
from app.domain.duties.follow_up.visits import FollowUpVisit
from app.domain.duties.performance.facts import PerformanceFacts
from app.domain.errors import StorageRefusal
from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.sessions import SessionRecord
from app.domain.settlements.agreements import AgreementState
from app.domain.values.ids import new_id
from tests.support.builders import a_case, a_payment, an_effective_agreement, consents
from tests.support.file_samples import AT, ON, a_file, a_paper, a_record, file_facts

SHEET, CLASSES = load_review(resource_path("rules"))
FIRST = date(2026, 11, 3)
K, ITEM = DocumentKind, FileItem


@pytest.fixture
def whole():
    """A file without a fault: mediated, agreed, performed, visited by another, bound and shelved."""
    case = a_case(state=CaseState.ARCHIVED, accepted_on=FIRST, rights_notice_on=FIRST, performed_on=ON)
    case = replace(case, consents=consents(case, FIRST), effective_on=FIRST + timedelta(days=3))
    first, second = case.parties
    session = SessionRecord(
        id=new_id(), case_id=case.id, sequence=1, held_at=AT, undisputed_facts="无异议", finished_at=AT
    )
    agreement = an_effective_agreement(case, a_payment(second, first), on=FIRST + timedelta(days=3))
    visit = FollowUpVisit(
        id=new_id(), case_id=case.id, planned_on=ON, why="回访", visited_on=ON, visitor="马晓燕"
    )
    subjects = (
        (K.APPLICATION, None),
        (K.RIGHTS_NOTICE, None),
        (K.SESSION_RECORD, session.id),
        (K.AGREEMENT, agreement.id),
        (K.PERFORMANCE_RECEIPT, None),
        (K.FOLLOW_UP_RECORD, visit.id),
    )
    return file_facts(
        case,
        file=replace(a_record(case), cabinet="2"),
        sessions=(session,),
        agreements=(agreement,),
        documents=tuple(a_paper(kind, subject=subject) for kind, subject in subjects),
        attachments=(a_file(ITEM.IDENTITY), a_file(ITEM.EVIDENCE)),
        performance=PerformanceFacts(visits=(visit,)),
        archived_at=AT,
    )


def faults(facts, check):
    [line] = [line for line in review(facts, SHEET).lines if line.check.id == check]
    return [lack.code for lack in line.lacks], line.check.points - line.kept


def test_the_sheet_knows_every_check_and_adds_up_to_a_hundred():
    in_force = checks_in_force(SHEET, ON)
    assert {check.id for check in in_force} == set(CHECKS)
    assert sum(check.points for check in in_force) == FULL_MARKS
    assert {check.heading for check in in_force} == set(ReviewHeading)
    assert not any(check.is_verified for check in in_force), "no local sheet was confirmed"
    assert not any(entry.is_verified for entry in CLASSES), "no law says how long these files are kept"


def test_a_file_without_a_fault_keeps_what_the_agreement_check_leaves_it(whole):
    found = review(whole, SHEET)
    wrong = {line.check.id for line in found.lines if line.lacks}
    assert wrong == {"agreement_advice", "agreement_must"}, "the sample's agreement is bare"
    codes, lost = faults(whole, "agreement_must")
    assert codes == ["review.agreement_must"]
    assert lost > 0
    assert found.score == FULL_MARKS - sum(line.check.points - line.kept for line in found.lines)
    assert found.score >= 85


def test_what_a_case_does_not_need_costs_nothing():
    case = a_case()
    found = review(file_facts(case, documents=(a_paper(K.APPLICATION),)), SHEET)
    assert found.score == FULL_MARKS
    assert any(not line.applies for line in found.lines)


def test_items_missing_cost_in_proportion(whole):
    less = tuple(paper for paper in whole.documents if paper.kind is not K.RIGHTS_NOTICE)
    codes, lost = faults(replace(whole, documents=less), "items")
    assert codes == ["review.item"]
    assert lost == 25 * 1 // 7


@pytest.mark.parametrize(
    ("check", "code", "change"),
    [
        ("consent", "review.consent", lambda f: replace(f, case=replace(f.case, consents=()))),
        ("accepted_in_order", "review.accepted_before_request",
         lambda f: replace(f, case=replace(f.case, accepted_on=date(2026, 11, 1)))),
        ("dates", "review.notice_after_session",
         lambda f: replace(f, case=replace(f.case, rights_notice_on=ON))),
        ("dates", "review.session_before_acceptance",
         lambda f: replace(f, case=replace(f.case, accepted_on=ON))),
        ("stored", "review.page_waits", lambda f: replace(f, documents=(a_paper(K.APPLICATION, sha256=""),))),
        ("facts_supported", "review.no_support",
         lambda f: replace(f, attachments=(), sessions=(replace(f.sessions[0], undisputed_facts=""),))),
        ("described", "review.not_described",
         lambda f: replace(f, attachments=(a_file(ITEM.EVIDENCE, note=""),))),
        ("visited", "review.not_visited", lambda f: replace(f, performance=PerformanceFacts())),
        ("visit_is_real", "review.visit_same_day",
         lambda f: replace(f, case=replace(f.case, effective_on=ON))),
        ("bound", "review.no_shelf_mark", lambda f: replace(f, file=a_record(f.case))),
        ("retention", "review.no_retention",
         lambda f: replace(f, file=replace(f.file, retention=""))),
        ("printable", "review.not_printable",
         lambda f: replace(f, attachments=(a_file(ITEM.EVIDENCE, "录像.mp4"),))),
    ],
)  # fmt: skip
def test_each_fault_is_found_and_costs_points(whole, check, code, change):
    assert faults(whole, check) == ([], 0)
    codes, lost = faults(change(whole), check)
    assert code in codes
    assert lost > 0


def test_a_missing_signature_names_whose(whole):
    [agreement] = whole.agreements
    waiting = replace(agreement, state=AgreementState.ISSUED, signatures=(), effective_on=None)
    codes, lost = faults(replace(whole, agreements=(waiting,)), "signed")
    assert len(codes) >= 3, "both parties and the seal"
    assert lost == 8


def test_a_mediator_who_visits_says_why_and_one_who_must_step_back_is_named(whole):
    [visit] = whole.performance.visits
    own = replace(visit, visitor="赵永安")
    mediating = replace(whole.case, mediators=(_first_mediator("赵永安"),))
    facts = replace(whole, case=mediating, performance=PerformanceFacts(visits=(own,)))
    assert faults(facts, "visited_by_another")[0] == ["review.visit_by_mediator"]
    told = PerformanceFacts(visits=(replace(own, same_person_reason="只有一名调解员"),))
    assert faults(replace(facts, performance=told), "visited_by_another") == ([], 0)
    finding = ConflictFinding(
        staff_id=mediating.mediators[0].staff_id,
        staff_name="赵永安",
        subject_name="张三",
        ground=ConflictGround.PARTY_OR_KIN,
        fact=ConflictFact.DECLARED,
        strength=ConflictStrength.MUST_RECUSE,
    )
    assert faults(replace(facts, conflicts=(finding,)), "recusal")[0] == ["review.recusal"]


def _first_mediator(name):
    from app.domain.disputes.cases import CaseMediator, MediatorRole

    return CaseMediator(id=new_id(), staff_id=new_id(), name=name, role=MediatorRole.FIRST, assigned_on=FIRST)


@pytest.mark.parametrize(
    ("old", "new"),
    [('id = "retention"', 'id = "unknown"'), ("points = 25", "points = 26"), ("points = 25", 'points = "x"')],
)
def test_a_sheet_that_does_not_add_up_is_refused(tmp_path, old, new):
    folder = tmp_path / "review"
    folder.mkdir()
    for name in ("score_sheet.toml", "retention.toml"):
        text = (resource_path("rules") / "review" / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(StorageRefusal, match="unreadable"):
        load_review(tmp_path)
