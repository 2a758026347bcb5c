"""The steps of a case: each one transaction, on the version the user saw, with its history and clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.disputes.case_parties import ConsentAnswer, PartySide
from app.domain.disputes.cases import MediatorRole, NonAcceptanceReason, TerminationReason
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.states import CaseState
from app.domain.errors import InvalidInput, NotFound, RuleRefusal, StaleWrite
from app.domain.filing.kinds import DocumentKind, NumberSeries
from app.domain.mediation.sessions import PartyStatement
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from tests.support.builders import a_mediator, a_party, an_inquiry


def test_a_case_is_accepted_with_the_consent_of_all(centre):
    case = centre.accepted(parties=3)
    assert (case.state, case.accepted_on, len(case.consents)) == (CaseState.ACCEPTED, date(2026, 11, 2), 3)
    line = centre.services.lists.line(case.id)
    # 2 November + 30 days = Wednesday 2 December.
    assert (line.due_on, line.due_kind) == (date(2026, 12, 2), ClockKind.MEDIATION)


def test_many_cases_are_read_at_once_as_each_alone(centre):
    cases = [centre.mediating(), centre.registered(), centre.effective()]
    ids = [case.id for case in reversed(cases)]
    read = centre.services.cases.at_work(ids)
    assert [one.case for one in read] == [centre.services.cases.folder(id_).case for id_ in ids]
    assert [len(one.agreements) for one in read] == [1, 0, 0]
    assert read[0].performance == centre.services.cases.folder(ids[0]).performance
    with pytest.raises(NotFound):
        centre.services.cases.at_work([new_id()])


def test_without_a_consent_nothing_is_accepted_or_written(centre):
    case = centre.registered()
    before = centre.services.cases.folder(case.id)
    with pytest.raises(RuleRefusal, match=r"case\.consent_missing"):
        centre.services.cases.accept(case.id, centre.today, actor=centre.actor, version=case.version)
    assert centre.services.cases.folder(case.id) == before


def test_a_refusal_is_a_hard_stop_that_ends_as_a_numbered_notice(centre):
    case = centre.registered()
    cases = centre.services.cases
    refused = an_inquiry(case.parties[1].id, ConsentAnswer.REFUSED)
    case = cases.record_consent(case.id, refused, actor=centre.actor, version=case.version).value
    with pytest.raises(RuleRefusal, match=r"case\.party_refused"):
        cases.accept(case.id, centre.today, actor=centre.actor, version=case.version)
    done = cases.decline(
        case.id,
        NonAcceptanceReason.PARTY_REFUSED,
        "",
        centre.today,
        actor=centre.actor,
        version=case.version,
    )
    folder = cases.folder(case.id)
    assert folder.case == done.value
    assert folder.case.state is CaseState.NOT_ACCEPTED
    (notice,) = folder.documents
    assert (notice.kind, notice.number) == (DocumentKind.NON_ACCEPTANCE, "（2026）石社人调不字第1号")
    assert "第1号" in centre.services.issuing.bytes_of(notice.id).decode()
    assert folder.clocks == ()
    assert centre.services.lists.line(case.id).due_on is None
    assert {"case", "document"} <= done.changes.kinds


def test_a_notice_that_cannot_be_written_takes_back_the_decision_and_its_number(centre):
    case = centre.registered(title="张\U0010fffd与李四邻里纠纷")
    with pytest.raises(RuleRefusal, match=r"document\.unprintable_character"):
        centre.services.cases.decline(
            case.id, NonAcceptanceReason.UNCLEAR, "", centre.today, actor=centre.actor, version=case.version
        )
    assert centre.case(case.id) == case
    with centre.store.unit_of_work(centre.actor) as work:
        assert work.numbers.of_series(NumberSeries.NON_ACCEPTANCE, centre.committee.id, 2026) == ()


def test_a_step_on_an_old_version_is_refused(centre):
    case = centre.registered()
    centre.services.cases.record_consent(
        case.id,
        an_inquiry(case.parties[0].id, ConsentAnswer.AGREED),
        actor=centre.actor,
        version=case.version,
    )
    with pytest.raises(StaleWrite) as refused:
        centre.services.cases.decline(
            case.id, NonAcceptanceReason.UNCLEAR, "", centre.today, actor=centre.actor, version=case.version
        )
    assert dict(refused.value.conflicts) == {"version": (str(case.version), str(case.version + 1))}


def test_details_typed_over_somebody_elses_show_both(centre):
    case = centre.registered()
    mine, theirs = replace(case, facts="我方记录"), replace(case, facts="他方记录")
    saved = centre.services.cases.update_details(theirs, actor=centre.actor).value
    with pytest.raises(StaleWrite) as refused:
        centre.services.cases.update_details(mine, actor=centre.mediator.actor)
    assert set(refused.value.conflicts["facts"]) == {"我方记录", "他方记录"}
    assert centre.case(case.id) == saved


def test_what_only_steps_may_change_is_refused_as_a_detail(centre):
    case = centre.registered()
    for changed in (
        replace(case, state=CaseState.CLOSED),
        replace(case, received_at=case.received_at - timedelta(days=1)),
        replace(case, intake_number="2026-9999"),
    ):
        with pytest.raises(RuleRefusal, match=r"case\.frozen_field"):
            centre.services.cases.update_details(changed, actor=centre.actor)
    assert centre.case(case.id) == case


def test_a_party_that_answered_cannot_be_taken_out(centre):
    case = centre.accepted(parties=3)
    with pytest.raises(RuleRefusal, match=r"case\.party_is_bound"):
        centre.services.cases.update_details(replace(case, parties=case.parties[:2]), actor=centre.actor)


def test_mediators_are_appointed_and_the_first_leads(centre):
    case = centre.assigned()
    assert case.state is CaseState.ASSIGNED
    line = centre.services.lists.line(case.id)
    assert (line.lead_id, line.lead_name) == (centre.mediator.id, "赵永安")
    assert centre.services.people.loads() == {centre.mediator.id: 1}
    only_recorder = (a_mediator(centre.recorder, MediatorRole.RECORDER),)
    with pytest.raises(RuleRefusal, match=r"case\.one_first_mediator"):
        centre.services.cases.assign(case.id, only_recorder, actor=centre.actor, version=case.version)


def test_termination_needs_the_other_routes_told_and_starts_the_follow_up_clock(centre):
    case = centre.mediating()
    cases = centre.services.cases
    reason = TerminationReason.TOO_FAR_APART
    with pytest.raises(RuleRefusal, match=r"case\.routes_not_told"):
        cases.terminate(case.id, reason, "", False, centre.today, actor=centre.actor, version=case.version)
    done = cases.terminate(
        case.id, reason, "", True, centre.today, actor=centre.actor, version=case.version
    ).value
    assert done.state is CaseState.TERMINATED
    assert centre.services.lists.line(case.id).due_kind is ClockKind.FOLLOW_UP


def test_a_performed_case_is_followed_up_and_closed(centre):
    case = centre.performed()
    cases = centre.services.cases
    case = cases.follow_up(case.id, centre.today, actor=centre.actor, version=case.version).value
    case = cases.close(case.id, centre.today, actor=centre.actor, version=case.version).value
    assert (case.state, case.closed_on) == (CaseState.CLOSED, date(2026, 11, 2))
    assert [clock.kind for clock in cases.folder(case.id).clocks] == [ClockKind.ARCHIVING]
    acts = [entry.act for entry in reversed(cases.folder(case.id).history)]
    wanted = ["case.registered", "case.accepted", "agreement.issued", "case.took_effect", "case.closed"]
    assert [act for act in acts if act in wanted] == wanted


def test_no_step_is_recorded_before_it_happens(centre):
    case = centre.registered()
    tomorrow = centre.today + timedelta(days=1)
    with pytest.raises(InvalidInput, match=r"date\.in_future"):
        centre.services.cases.accept(case.id, tomorrow, actor=centre.actor, version=case.version)


def test_a_note_stands_in_the_history_alone(centre):
    case = centre.registered()
    centre.services.cases.note(case.id, "当事人来电询问进度", actor=centre.mediator.actor)
    entry = centre.services.cases.folder(case.id).history[0]
    assert (entry.act, entry.note, entry.actor_name) == ("case.note", "当事人来电询问进度", "赵永安")
    assert centre.case(case.id).version == case.version


def test_a_case_is_found_by_its_number_or_a_tail_only_it_has(centre):
    first = centre.registered()
    for _ in range(10):
        last = centre.registered()
    assert centre.services.cases.by_number("2026-0001") == first.id
    assert centre.services.cases.by_number("0011") == last.id
    with pytest.raises(NotFound):
        centre.services.cases.by_number("2026-0099")
    with pytest.raises(NotFound):
        centre.services.cases.by_number(" ")


def test_clocks_that_the_calendar_moved_are_wound_once_a_day(centre):
    case = centre.effective()
    assert centre.services.lists.line(case.id).due_on == date(2026, 12, 31)
    centre.clock.moment += timedelta(days=70)
    assert centre.services.cases.rewind_passed_clocks() == 1
    # All parts are past: the last one stays and is overdue.
    assert centre.services.lists.line(case.id).due_on == date(2026, 12, 31)
    assert centre.services.cases.rewind_passed_clocks() == 0


def test_a_case_is_read_while_another_use_case_is_open(centre):
    case = centre.registered()
    with centre.store.unit_of_work(centre.actor) as work:
        work.cases.get(case.id)
        assert centre.services.cases.folder(case.id).case == case
        assert centre.services.drafts.all(centre.actor) == ()


def test_whoever_spoke_in_a_session_stays_in_the_case(centre):
    case = centre.mediating()
    witness = a_party("目击者", PartySide.THIRD_PARTY)
    case = centre.services.cases.update_details(
        replace(case, parties=(*case.parties, witness)), actor=centre.actor
    ).value
    session = centre.services.mediation.new_session(case.id)
    said = PartyStatement(id=new_id(), party_id=witness.id, text="亲见漏水。")
    centre.services.mediation.save(replace(session, statements=(said,)), actor=centre.actor)
    case = centre.case(case.id)
    with pytest.raises(RuleRefusal, match=r"case\.party_is_bound"):
        centre.services.cases.update_details(replace(case, parties=case.parties[:2]), actor=centre.actor)


@pytest.mark.parametrize(
    ("changed", "code"),
    [({"amount": Money(-1)}, r"money\.negative"), ({"headcount": -1}, r"intake\.headcount")],
)
def test_details_take_no_negative_sum_or_count(centre, changed, code):
    case = centre.registered()
    with pytest.raises(InvalidInput, match=code):
        centre.services.cases.update_details(replace(case, **changed), actor=centre.actor)


def test_no_step_lies_before_the_request(centre):
    case = centre.effective()
    cases, early = centre.services.cases, local_day(case.received_at) - timedelta(days=1)
    with pytest.raises(InvalidInput, match=r"date\.before_registration"):
        cases.perform(case.id, early, "收条", actor=centre.actor, version=case.version)
    case = cases.perform(case.id, centre.today, "收条", actor=centre.actor, version=case.version).value
    with pytest.raises(InvalidInput, match=r"date\.before_registration"):
        cases.follow_up(case.id, early, actor=centre.actor, version=case.version)
    with pytest.raises(InvalidInput, match=r"date\.before_registration"):
        cases.close(case.id, early, actor=centre.actor, version=case.version)


def test_a_notice_bears_one_number_of_the_year_printed_on_it(file_centre, clock):
    case = file_centre.registered()
    decided_on = file_centre.today
    clock.moment = clock.moment.replace(year=2027, month=1, day=4)
    file_centre.services.cases.decline(
        case.id, NonAcceptanceReason.UNCLEAR, "", decided_on, actor=file_centre.actor, version=case.version
    )
    (notice,) = file_centre.services.cases.folder(case.id).documents
    assert notice.number == "（2026）石社人调不字第1号"
    issuing = file_centre.services.issuing
    with pytest.raises(RuleRefusal, match=r"document\.already_issued"):
        issuing.issue(DocumentKind.NON_ACCEPTANCE, case.id, actor=file_centre.actor)
    issuing.void(notice.id, "写错", actor=file_centre.actor)
    again = issuing.issue(DocumentKind.NON_ACCEPTANCE, case.id, actor=file_centre.actor).value
    assert again.number == "（2026）石社人调不字第2号"
