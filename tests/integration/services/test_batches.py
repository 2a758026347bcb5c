"""A kind for many cases: each case by itself, nothing twice, and a print of all of them."""

import io
from dataclasses import replace
from datetime import timedelta

import pikepdf
import pytest

from app.archive.resources import fonts_folder
from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.errors import StorageRefusal
from app.domain.filing.batches import BATCH_KINDS, PRINTED_ALONE, BatchOutcome, BatchWish
from app.domain.filing.catalogue.entries import DRAWN_WITH_OTHERS
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.schedule.appointments import MeetingPlace, NoticeManner
from app.persistence.store import Store
from tests.support.builders import some_parties
from tests.support.centres import NOT_IN_ANY_FONT
from tests.support.performing import in_effect

NOTICES = BatchWish(kind=DocumentKind.MEDIATION_NOTICE)
LETTERS = BatchWish(kind=DocumentKind.URGING_LETTER)
RIGHTS = BatchWish(kind=DocumentKind.RIGHTS_NOTICE)


def planned(centre, case, days=0):
    service = centre.services.appointments
    appointment = service.prepare(centre.mediator, case_id=case.id).appointment
    later = timedelta(days=days)
    made = replace(
        appointment,
        starts_at=appointment.starts_at + later,
        ends_at=appointment.ends_at + later,
        clash_reason="同一天几件",
    )
    return service.save(made, actor=centre.actor).value


def run(centre, wish, cases=None):
    batches = centre.services.batches
    cases = batches.found(CaseFilter(view=CaseView.ALL)) if cases is None else cases
    return [batches.issue(wish, case, actor=centre.actor).value for case in cases]


def documents(centre, case_id):
    return centre.services.cases.folder(case_id).documents


def test_every_kind_of_one_case_is_either_issued_or_printed_as_it_stands():
    offered = {*BATCH_KINDS, *PRINTED_ALONE}
    assert offered == set(DocumentKind) - DRAWN_WITH_OTHERS - {DocumentKind.FOUR_DUTIES_LEDGER}
    assert not set(BATCH_KINDS) & set(PRINTED_ALONE)


def test_notices_tell_whoever_does_not_know_and_a_second_run_issues_nothing(centre):
    case = centre.assigned()
    appointment = planned(centre, case)
    without = centre.assigned()
    cases = centre.services.batches.chosen([case.id, without.id])
    first = run(centre, NOTICES, cases)
    assert [line.outcome for line in first] == [BatchOutcome.ISSUED, BatchOutcome.SKIPPED]
    assert first[0].issued == len(case.parties) == len(first[0].document_ids)
    assert first[1].trouble.code == "batch.no_appointment_ahead"
    told = centre.services.appointments.appointment(appointment.id)
    assert not told.untold()
    assert {invitation.manner for invitation in told.invited} == {NoticeManner.WRITTEN}
    again = run(centre, NOTICES, cases)
    assert again[0].outcome is BatchOutcome.STANDING
    assert again[0].document_ids == first[0].document_ids
    assert len(documents(centre, case.id)) == len(case.parties)


def test_a_moved_appointment_gets_new_notices_and_a_day_keeps_to_its_own(file_centre):
    centre = file_centre
    case = centre.assigned()
    appointment = planned(centre, case)
    day = appointment.day
    assert [found.id for found in centre.services.batches.on_day(day)] == [case.id]
    (line,) = run(centre, NOTICES, centre.services.batches.on_day(day))
    to = MeetingPlace(
        starts_at=appointment.starts_at + timedelta(days=7),
        ends_at=appointment.ends_at + timedelta(days=7),
        room_id=appointment.room_id,
        place=appointment.place,
    )
    seen = centre.services.appointments.appointment(appointment.id)
    centre.services.appointments.move(
        seen.id, to, actor=centre.actor, version=seen.version, reason="一方生病", clash_reason="都可以"
    )
    cases = centre.services.batches.chosen([case.id])
    (other,) = run(centre, BatchWish(kind=DocumentKind.MEDIATION_NOTICE, on=day), cases)
    assert other.outcome is BatchOutcome.SKIPPED
    (fresh,) = run(centre, BatchWish(kind=DocumentKind.MEDIATION_NOTICE, on=day + timedelta(days=7)), cases)
    assert fresh.outcome is BatchOutcome.ISSUED
    assert not set(fresh.document_ids) & set(line.document_ids)


def test_letters_urge_what_is_overdue_once_and_record_it(centre, clock):
    case, plan = in_effect(centre)
    clock.moment += timedelta(days=30)
    cases = centre.services.batches.chosen([case.id])
    (line,) = run(centre, LETTERS, cases)
    assert (line.outcome, line.issued) == (BatchOutcome.ISSUED, 1)
    kept = centre.services.cases.folder(case.id).performance.plans[0]
    (urging,) = kept.urgings
    assert urging.document_id == line.document_ids[0]
    assert urging.item_ids == tuple(item.id for item in plan.overdue(centre.today))
    (again,) = run(centre, LETTERS, cases)
    assert (again.outcome, again.issued) == (BatchOutcome.STANDING, 0)
    assert again.document_ids == line.document_ids


def test_what_cannot_be_printed_is_refused_alone_and_loses_no_number(centre):
    good = centre.registered()
    bad = centre.registered((replace(some_parties(2)[0], name=f"王{NOT_IN_ANY_FONT}"), some_parties(2)[1]))
    cases = centre.services.batches.chosen([bad.id, good.id])
    refused, issued = run(centre, RIGHTS, cases)
    assert (refused.outcome, refused.trouble.code) == (
        BatchOutcome.SKIPPED,
        "document.unprintable_character",
    )
    assert issued.outcome is BatchOutcome.ISSUED
    assert documents(centre, bad.id) == ()
    assert centre.services.integrity.check().is_sound


def test_a_page_that_could_not_be_stored_fails_and_is_finished_on_another_try(file_centre):
    centre = file_centre
    case = centre.registered()
    cases = centre.services.batches.chosen([case.id])
    centre.renderer.is_broken = True
    (failed,) = run(centre, RIGHTS, cases)
    assert failed.outcome is BatchOutcome.FAILED
    assert isinstance(failed.trouble, StorageRefusal)
    assert centre.services.batches.parts(failed.document_ids) == ()
    centre.renderer.is_broken = False
    (retried,) = run(centre, RIGHTS, cases)
    assert retried.outcome is BatchOutcome.STANDING
    assert retried.document_ids == failed.document_ids
    assert centre.services.batches.parts(retried.document_ids)[0].digest


def test_trouble_that_is_no_refusal_fails_one_case_and_not_the_next(file_centre, monkeypatch):
    centre = file_centre
    first, second = centre.registered(), centre.registered()
    cases = centre.services.batches.chosen([first.id, second.id])
    unit, asked = Store.unit_of_work, []

    def once_broken(store, actor):
        asked.append(actor)
        if len(asked) == 1:
            raise OSError("connection lost")
        return unit(store, actor)

    monkeypatch.setattr(Store, "unit_of_work", once_broken)
    lines = run(centre, RIGHTS, cases)
    assert [line.outcome for line in lines] == [BatchOutcome.FAILED, BatchOutcome.ISSUED]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (DocumentKind.AGREEMENT, "document.agreement_has_its_own_issue"),
        (DocumentKind.CONFIRMATION_APPLICATION, "document.asked_in_its_form"),
        (DocumentKind.SUPERVISION_ORDER, "document.watch_has_its_own_issue"),
        (DocumentKind.REFERRAL_LETTER, "batch.in_its_own_step"),
        (DocumentKind.SESSION_RECORD, "batch.nothing_to_print"),
        (DocumentKind.PERFORMANCE_RECEIPT, "batch.nothing_to_print"),
        (DocumentKind.FOLLOW_UP_RECORD, "batch.nothing_to_print"),
        (DocumentKind.TRANSFER, "batch.nothing_to_print"),
        (DocumentKind.TERMINATION, "document.not_terminated"),
        (DocumentKind.URGING_LETTER, "batch.nothing_overdue"),
        (DocumentKind.ACCEPTANCE_REGISTER, "document.not_accepted_yet"),
    ],
)
def test_a_case_without_such_a_paper_says_why(registered_case, kind, code):
    centre, case = registered_case
    (line,) = run(centre, BatchWish(kind=kind), centre.services.batches.chosen([case.id]))
    assert (line.outcome, line.trouble.code) == (BatchOutcome.SKIPPED, code)


@pytest.fixture
def registered_case(file_centre):
    return file_centre, file_centre.registered()


def test_agreements_and_finished_sessions_come_into_the_print_as_they_stand(file_centre):
    centre = file_centre
    agreement, document = centre.issued()
    cases = centre.services.batches.chosen([agreement.case_id])
    (line,) = run(centre, BatchWish(kind=DocumentKind.AGREEMENT), cases)
    assert (line.outcome, line.document_ids) == (BatchOutcome.STANDING, (document.id,))
    (records,) = run(centre, BatchWish(kind=DocumentKind.SESSION_RECORD), cases)
    assert (records.outcome, records.issued) == (BatchOutcome.ISSUED, 1)


def test_a_filter_finds_its_cases_in_order_page_by_page(file_centre, monkeypatch):
    monkeypatch.setattr("app.services.filing.batches.service._PAGE", 2)
    cases = [file_centre.registered() for _ in range(5)]
    found = file_centre.services.batches.found(CaseFilter(view=CaseView.ALL))
    lines = file_centre.services.lists.page(CaseFilter(view=CaseView.ALL), 0, 50)
    assert [case.number for case in found] == [line.intake_number for line in lines]
    assert {case.id for case in found} == {case.id for case in cases}


def a_pdf(pages, width):
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page(page_size=(width, 842))
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def test_the_print_holds_every_paper_in_order_with_an_outline(tmp_path, monkeypatch):
    from app.documents.binding import joining

    monkeypatch.setattr(joining, "_AT_ONCE", 2)
    papers = [joining.JoinedPaper(f"第{turn}份", a_pdf(turn % 2 + 1, 400 + turn)) for turn in range(5)]
    output = tmp_path / "print.pdf"
    assert joining.join(papers, output, fonts_folder()) == 7
    with pikepdf.open(output) as whole, whole.open_outline() as outline:
        widths = [int(page.mediabox[2]) for page in whole.pages]
        assert widths == [400, 401, 401, 402, 403, 403, 404]
        assert [item.title for item in outline.root] == [paper.title for paper in papers]


def test_a_print_that_cannot_be_written_leaves_what_was_there(file_centre, tmp_path):
    case = file_centre.registered()
    (line,) = run(file_centre, RIGHTS, file_centre.services.batches.chosen([case.id]))
    parts = file_centre.services.batches.parts(line.document_ids)
    with pytest.raises(StorageRefusal) as refused:
        file_centre.services.batches.join([], tmp_path / "nowhere" / "print.pdf")
    assert refused.value.code == "file.not_written"
    assert parts[0].title.startswith(case.intake_number)
