"""Issuing: frozen before it is drawn, drawn from what was frozen, the stored bytes for ever."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from app.archive.data_folder import DataFolder
from app.bootstrap import build_services
from app.domain.disputes.sources import CaseSource
from app.domain.errors import InvalidInput, RuleRefusal, StorageRefusal
from app.domain.filing.kinds import DocumentKind, NumberSeries
from app.persistence.store import Store
from tests.support.builders import a_party
from tests.support.centres import PlainRenderer, program_rules

EACH = (
    DocumentKind.APPLICATION,
    DocumentKind.ACCEPTANCE_REGISTER,
    DocumentKind.RIGHTS_NOTICE,
    DocumentKind.FOUR_DUTIES,
)


@pytest.mark.parametrize("kind", EACH)
def test_every_form_of_a_case_is_issued_under_its_number(centre, kind):
    case = centre.assigned(parties=3)
    document = centre.services.issuing.issue(kind, case.id, actor=centre.actor).value
    assert (document.kind, document.number, document.issuer_name) == (kind, "2026-0001", "巴合提古丽")
    assert document.copies == (4 if kind is DocumentKind.RIGHTS_NOTICE else 1)
    stored = centre.services.issuing.bytes_of(document.id).decode()
    for party in case.parties:
        assert party.name in stored
    acts = [entry.act for entry in centre.services.cases.folder(case.id).history]
    assert "document.issued" in acts


def test_forms_refuse_a_case_that_is_not_that_far(centre):
    case = centre.registered(parties=(a_party("王秀兰"), *centre.intake().parties[1:]))
    issue = centre.services.issuing.issue
    with pytest.raises(RuleRefusal, match=r"document\.not_accepted_yet"):
        issue(DocumentKind.ACCEPTANCE_REGISTER, case.id, actor=centre.actor)
    with pytest.raises(RuleRefusal, match=r"document\.not_declined"):
        issue(DocumentKind.NON_ACCEPTANCE, case.id, actor=centre.actor)
    with pytest.raises(RuleRefusal, match=r"document\.agreement_has_its_own_issue"):
        issue(DocumentKind.AGREEMENT, case.id, actor=centre.actor)
    own = centre.registered(source=CaseSource.INITIATIVE)
    with pytest.raises(RuleRefusal, match=r"document\.no_application_on_initiative"):
        issue(DocumentKind.APPLICATION, own.id, actor=centre.actor)
    with pytest.raises(InvalidInput, match=r"document\.copies"):
        issue(DocumentKind.APPLICATION, case.id, actor=centre.actor, copies=0)


def test_a_full_disk_after_the_commit_loses_nothing(centre):
    centre.renderer.is_broken = True
    agreement, document = centre.issued()
    assert (document.sha256, document.number) == ("", agreement.number)
    with pytest.raises(StorageRefusal, match=r"disk\.full"):
        centre.services.issuing.bytes_of(document.id)
    assert centre.services.issuing.finish_unstored() == 0
    report = centre.services.integrity.check()
    assert [problem.code for problem in report.problems] == ["check.document_not_stored"]
    centre.renderer.is_broken = False
    assert centre.services.issuing.finish_unstored() == 1
    assert agreement.number in centre.services.issuing.bytes_of(document.id).decode()
    assert centre.services.integrity.check().is_sound


def test_a_page_a_dead_process_left_undrawn_is_drawn_at_the_next_start(centre, location, clock, monkeypatch):
    class Died(BaseException):
        """The process is gone: nothing after the commit runs."""

    def dies(*_args, **_kwargs):
        raise Died

    draft = centre.drafted()
    with monkeypatch.context() as patch:
        patch.setattr(PlainRenderer, "render", dies)
        with pytest.raises(Died):
            centre.services.settlements.issue(draft.id, actor=centre.actor, version=draft.version)
    case = centre.case(draft.case_id)
    # What the case says now must not find its way into the page that was frozen before.
    centre.services.cases.update_details(replace(case, facts="后来改写的事实"), actor=centre.actor)
    centre.store.close()
    with Store.open(location, clock).closing() as again:
        folder = DataFolder(location.data_folder)
        services = build_services(again, folder, clock, program_rules(), PlainRenderer())
        assert services.issuing.finish_unstored() == 1
        (document,) = services.cases.folder(draft.case_id).documents
        page = services.issuing.bytes_of(document.id).decode()
        assert document.contents in page
        assert "后来改写的事实" not in page
        assert services.issuing.finish_unstored() == 0


def test_a_reprint_is_the_stored_page_whatever_the_case_says_now(centre):
    case = centre.assigned()
    document = centre.services.issuing.issue(DocumentKind.APPLICATION, case.id, actor=centre.actor).value
    first = centre.services.issuing.bytes_of(document.id)
    centre.services.cases.update_details(replace(case, facts="改写"), actor=centre.actor)
    drawn = centre.renderer.drawn
    assert centre.services.issuing.bytes_of(document.id) == first
    assert centre.renderer.drawn == drawn


def test_a_page_changed_on_disk_is_never_printed(centre, location):
    case = centre.assigned()
    document = centre.services.issuing.issue(DocumentKind.APPLICATION, case.id, actor=centre.actor).value
    stored = location.data_folder / "files" / document.sha256[:2] / document.sha256
    stored.write_bytes(stored.read_bytes() + b" ")
    with pytest.raises(StorageRefusal, match=r"file\.changed"):
        centre.services.issuing.bytes_of(document.id)
    assert [p.code for p in centre.services.integrity.check().problems] == ["file.changed"]
    stored.unlink()
    assert [p.code for p in centre.services.integrity.check().problems] == ["file.missing"]


def test_a_voided_document_keeps_number_and_reason(centre):
    case = centre.assigned()
    document = centre.services.issuing.issue(DocumentKind.RIGHTS_NOTICE, case.id, actor=centre.actor).value
    voided = centre.services.issuing.void(document.id, "日期有误", actor=centre.actor).value
    assert (voided.void_reason, voided.number) == ("日期有误", document.number)
    with pytest.raises(RuleRefusal, match=r"document\.already_voided"):
        centre.services.issuing.void(document.id, "再次", actor=centre.actor)
    agreement, paper = centre.issued()
    assert agreement.document_id == paper.id
    with pytest.raises(RuleRefusal, match=r"document\.agreement_has_its_own_void"):
        centre.services.issuing.void(paper.id, "绕过", actor=centre.actor)


def test_a_preview_keeps_nothing(centre):
    case = centre.assigned()
    shown = centre.services.issuing.preview(DocumentKind.APPLICATION, case.id)
    assert shown.startswith(b"%PDF draft")
    assert centre.services.cases.folder(case.id).documents == ()


def test_two_desks_issuing_at_once_leave_no_hole(centre):
    drafts = [centre.drafted() for _ in range(6)]
    halves = (drafts[:3], drafts[3:])
    failures: list[BaseException] = []

    def work(mine):
        for draft in mine:
            try:
                centre.services.settlements.issue(draft.id, actor=centre.actor, version=draft.version)
            except BaseException as error:  # noqa: BLE001 - told to the test, which fails by it
                failures.append(error)

    threads = [threading.Thread(target=work, args=(half,)) for half in halves]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with centre.store.unit_of_work(centre.actor) as work_unit:
        taken = work_unit.numbers.of_series(NumberSeries.AGREEMENT, centre.committee.id, 2026)
    assert [number.sequence for number in taken] == [1, 2, 3, 4, 5, 6]
    assert {number.subject_id for number in taken} == {draft.id for draft in drafts}
    assert centre.services.integrity.check().is_sound


def test_one_of_two_desks_with_the_same_draft_is_told(centre):
    draft = centre.drafted()
    answers: list[object] = []
    gate = threading.Barrier(2)

    def work():
        gate.wait()
        try:
            done = centre.services.settlements.issue(draft.id, actor=centre.actor, version=draft.version)
            answers.append(done.value.number)
        except Exception as error:  # noqa: BLE001 - told to the test
            answers.append(type(error).__name__)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, answers)) == ["StaleWrite", "（2026）石社人调字第1号"]
    with centre.store.unit_of_work(centre.actor) as work_unit:
        assert len(work_unit.numbers.of_series(NumberSeries.AGREEMENT, centre.committee.id, 2026)) == 1


def test_a_paper_that_lacks_what_it_must_tell_is_not_issued_and_says_what_it_lacks(centre):
    case = centre.registered(requests=" ")
    with pytest.raises(RuleRefusal) as refused:
        centre.services.issuing.issue(DocumentKind.APPLICATION, case.id, actor=centre.actor)
    assert (refused.value.code, refused.value.facts["fields"]) == ("document.fields_missing", "请求事项")
    assert centre.services.cases.folder(case.id).documents == ()
