"""Appointments and the duty roster through their services, on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.risk.rules import RiskDemand
from app.domain.disputes.risk_dismissals import RiskDismissal
from app.domain.disputes.sources import MediationChannel
from app.domain.errors import InvalidInput, RuleRefusal, StaleWrite
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.schedule.appointments import (
    AppointmentPurpose,
    AppointmentState,
    MeetingPlace,
    NoticeManner,
)
from app.domain.mediation.schedule.clashes import ClashKind
from app.domain.mediation.sessions import ParticipantRole
from app.domain.people.duty_roster import Leave, Presence
from app.domain.people.staff import ResidencyMode
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.services.mediation.planning import invitations
from tests.support.builders import some_parties


@pytest.fixture
def service(centre):
    return centre.services.appointments


def prepared(centre, case):
    return centre.services.appointments.prepare(centre.mediator, case_id=case.id).appointment


def made(centre, case=None, **given):
    case = case or centre.assigned()
    appointment = replace(prepared(centre, case), **given)
    return centre.services.appointments.save(appointment, actor=centre.actor).value


def acts(centre, case_id):
    return [entry.act for entry in centre.services.cases.folder(case_id).history]


def test_a_prepared_one_brings_the_case_and_lies_at_the_best_slot(centre, service):
    case = centre.assigned()
    planned = service.prepare(centre.mediator, case_id=case.id)
    appointment = planned.appointment
    assert appointment.title == case.title
    assert [m.name for m in appointment.mediators] == ["赵永安"]
    assert [i.name for i in appointment.invited] == [party.name for party in case.parties]
    assert len(planned.offers) == 3
    assert appointment.starts_at == planned.offers[0].starts_at
    assert appointment.starts_at >= centre.clock.now() + timedelta(hours=23)
    assert service.clashes(appointment) == ()


def test_saved_read_back_and_in_the_folder_of_its_case(centre, service):
    appointment = made(centre, wish_note="下午接孩子")
    assert service.appointment(appointment.id) == appointment
    folder = centre.services.cases.folder(appointment.case_id)
    assert folder.appointments == (appointment,)
    assert folder.history[0].act == "appointment.made"
    agenda = service.agenda(appointment.day, appointment.day)
    assert agenda.appointments == (appointment,)
    assert agenda.room_name(appointment) == "老赵调解室"


def test_a_clash_is_kept_only_with_a_reason_and_forgotten_with_it(centre, service):
    first = made(centre)
    case = centre.assigned()
    there = {"starts_at": first.starts_at, "ends_at": first.ends_at, "room_id": first.room_id}
    with pytest.raises(RuleRefusal) as refused:
        made(centre, case, **there)
    assert (refused.value.code, refused.value.field) == ("appointment.clashes", "clash_reason")
    kept = made(centre, case, **there, clash_reason="先到先谈")
    agenda = service.agenda(first.day, first.day)
    assert {clash.kind for clash in agenda.clashes[kept.id]} == {ClashKind.ROOM, ClashKind.MEDIATOR}
    assert first.id in agenda.clashes
    later = replace(
        kept, starts_at=kept.starts_at + timedelta(hours=2), ends_at=kept.ends_at + timedelta(hours=2)
    )
    assert service.save(later, actor=centre.actor).value.clash_reason == ""


def test_moved_by_form_or_by_hand_with_history_and_undone(centre, service):
    first = made(centre)
    ids = [invitation.id for invitation in first.invited]
    told = service.tell(first.id, ids, NoticeManner.PHONE, actor=centre.actor, version=1).value
    assert told.untold() == ()
    to = MeetingPlace(
        starts_at=told.starts_at + timedelta(days=1),
        ends_at=told.ends_at + timedelta(days=1),
        room_id=told.room_id,
    )
    with pytest.raises(InvalidInput, match=r"appointment\.move_reason_missing"):
        service.move(told.id, to, actor=centre.actor, version=2)
    moved = service.move(told.id, to, actor=centre.actor, version=2, reason="来电请求").value
    assert (moved.state, len(moved.untold())) == (AppointmentState.MOVED, 2)
    with pytest.raises(StaleWrite):
        service.move_back(moved.id, actor=centre.actor, version=2)
    back = service.move_back(moved.id, actor=centre.actor, version=3).value
    assert (back.starts_at, back.untold()) == (first.starts_at, ())
    assert acts(centre, first.case_id)[:4] == [
        "appointment.moved_back",
        "appointment.moved",
        "appointment.told",
        "appointment.made",
    ]
    changed = replace(back, wish_note="只有下午")
    assert service.save(changed, actor=centre.actor).value.moves == ()


def test_the_past_is_refused_and_cancelling_frees_the_room(centre, service):
    first = made(centre)
    yesterday = MeetingPlace(
        starts_at=first.starts_at - timedelta(days=9),
        ends_at=first.ends_at - timedelta(days=9),
        room_id=first.room_id,
    )
    with pytest.raises(InvalidInput, match=r"appointment\.in_past"):
        service.move(first.id, yesterday, actor=centre.actor, version=1)
    cancelled = service.cancel(first.id, "住院", actor=centre.actor, version=1).value
    other = made(centre, starts_at=first.starts_at, ends_at=first.ends_at, room_id=first.room_id)
    again = service.reopen(cancelled.id, actor=centre.actor, version=2).value
    assert again.is_active
    assert service.agenda(first.day, first.day).clashes.keys() == {again.id, other.id}


def test_a_notice_to_each_party_is_issued_and_counts_as_told(centre, service):
    first = made(centre)
    ids = [invitation.id for invitation in first.invited]
    done = service.issue_notices(first.id, ids, actor=centre.actor, version=1, is_large=True)
    assert [document.kind for document in done.value] == [DocumentKind.MEDIATION_NOTICE] * 2
    assert all(document.sha256 for document in done.value)
    texts = [centre.services.issuing.bytes_of(document.id).decode() for document in done.value]
    for invitation, text in zip(first.invited, texts, strict=True):
        assert f'"addressee":"{invitation.name}"' in text
        assert '"is_large":true' in text
    after = service.appointment(first.id)
    assert {invitation.manner for invitation in after.invited} == {NoticeManner.WRITTEN}
    with pytest.raises(InvalidInput, match=r"appointment\.nobody_told"):
        service.issue_notices(first.id, [], actor=centre.actor, version=after.version)
    message = service.message(first.id, ids[0])
    assert first.invited[0].name in message
    assert first.title not in message
    assert len(message) < 140


def test_the_record_takes_over_what_was_planned_and_the_appointment_is_held(centre, service):
    first = made(centre, interpreter="古丽", interpreter_language="维吾尔语")
    centre.clock.moment = first.starts_at + timedelta(minutes=12)
    session = centre.services.mediation.new_session(first.case_id)
    assert (session.held_at, session.place) == (first.starts_at, "老赵调解室")
    assert session.mediator_names == ("赵永安",)
    assert [(p.name, p.role) for p in session.participants] == [("古丽", ParticipantRole.INTERPRETER)]
    centre.services.mediation.save(session, actor=centre.actor)
    held = service.appointment(first.id)
    assert (held.state, held.session_id) == (AppointmentState.HELD, session.id)
    assert "appointment.held" in acts(centre, first.case_id)


def test_a_record_without_an_appointment_holds_none_of_another_day(centre, service):
    first = made(centre)
    session = centre.services.mediation.new_session(first.case_id)
    assert local_day(session.held_at) < first.day
    centre.services.mediation.save(session, actor=centre.actor)
    assert service.appointment(first.id).is_active


def test_the_day_is_counted_and_a_visit_without_a_case_is_held_by_hand(centre, service):
    hour = centre.clock.now().replace(hour=16, minute=0)
    at = MeetingPlace(starts_at=hour, ends_at=hour + timedelta(hours=1))
    visit = replace(
        service.prepare(centre.mediator, at=at).appointment,
        purpose=AppointmentPurpose.HOME_VISIT,
        title="入户回访",
        place="友谊路 12 号",
        room_id=None,
    )
    saved = service.save(visit, actor=centre.actor).value
    assert service.count_today() == 1
    held = service.hold(saved.id, actor=centre.actor, version=1).value
    assert held.state is AppointmentState.HELD
    assert service.count_today() == 0
    with pytest.raises(RuleRefusal, match=r"appointment\.no_case_no_notice"):
        service.issue_notices(saved.id, [new_id()], actor=centre.actor, version=2)


def test_the_file_for_the_telephone_names_nobody(centre, service):
    first = made(centre)
    made(centre, starts_at=first.starts_at + timedelta(days=1), ends_at=first.ends_at + timedelta(days=1))
    mine = service.export(centre.mediator).decode()
    assert mine.count("BEGIN:VEVENT") == 2
    assert all(i.name not in mine for i in first.invited)
    assert first.title not in mine
    assert first.invited[0].name in service.export(centre.mediator, is_masked=False).decode()
    assert "BEGIN:VEVENT" not in service.export(centre.recorder).decode()


def test_shifts_leaves_and_a_week_copied(centre):
    rosters, member, today = centre.services.rosters, centre.mediator, centre.today
    stored = next(one for one in centre.services.people.staff() if one.id == member.id)
    rotating = replace(stored, residency=ResidencyMode.ROTATING)
    centre.services.people.save_staff(rotating, actor=centre.actor)
    week = rosters.week(today)
    assert week.roster.presence(rotating, week.days[1]) is Presence.OFF
    rosters.set_day(member.id, week.days[1], is_on_duty=True, actor=centre.actor)
    copied = rosters.copy_week(week.days[0] + timedelta(days=7), actor=centre.actor)
    assert copied.value == 1
    following = rosters.week(week.days[0] + timedelta(days=7))
    assert following.roster.presence(rotating, following.days[1]) is Presence.ON_DUTY
    with pytest.raises(RuleRefusal, match=r"roster\.nothing_to_copy"):
        rosters.copy_week(following.days[0], actor=centre.actor)
    off = rosters.set_day(member.id, week.days[1], is_on_duty=False, actor=centre.actor).value
    assert (off.is_on_duty, off.version) == (False, 2)


def test_leave_is_refused_twice_withdrawn_and_shows_as_a_clash(centre, service):
    rosters, member = centre.services.rosters, centre.mediator
    first = made(centre)
    leave = Leave(id=new_id(), staff_id=member.id, first_day=first.day, last_day=first.day, reason="培训")
    rosters.add_leave(leave, actor=centre.actor)
    assert [c.kind for c in service.agenda(first.day, first.day).clashes[first.id]] == [ClashKind.LEAVE]
    for wrong, code in (
        (replace(leave, id=new_id()), r"leave\.overlaps"),
        (replace(leave, id=new_id(), reason=" "), r"reason\.words_missing"),
        (
            replace(leave, id=new_id(), last_day=first.day - timedelta(days=3)),
            r"leave\.ends_before_start",
        ),
    ):
        with pytest.raises(InvalidInput, match=code):
            rosters.add_leave(wrong, actor=centre.actor)
    rosters.withdraw_leave(leave.id, actor=centre.actor)
    assert service.agenda(first.day, first.day).clashes == {}
    with pytest.raises(RuleRefusal, match=r"leave\.withdrawn_already"):
        rosters.withdraw_leave(leave.id, actor=centre.actor)


def test_where_there_is_violence_at_home_nobody_is_made_to_meet(centre, service):
    case = centre.assigned(facts="多次家暴，妻子要求分开谈。", dispute_type="marriage_family")
    both = prepared(centre, case)
    (found,) = service.clashes(both)
    assert (found.kind, "家暴" in found.subject) == (ClashKind.FACE_TO_FACE, True)
    assert "反家庭暴力法" in found.note
    with pytest.raises(RuleRefusal, match=r"appointment\.clashes"):
        service.save(both, actor=centre.actor)
    kept = service.save(replace(both, clash_reason="双方坚持，派出所在场"), actor=centre.actor).value
    assert service.agenda(kept.day, kept.day).clashes[kept.id] == (found,)
    apart = replace(kept, invited=both.invited[:1])
    assert service.save(apart, actor=centre.actor).value.clash_reason == ""
    dismissal = RiskDismissal(
        id=new_id(), code=found_code(centre, case), name="疑似家庭暴力", reason="核实不是",
        dismissed_by="李娟", dismissed_on=centre.today,
    )  # fmt: skip
    centre.services.triage.dismiss_risk(case.id, dismissal, actor=centre.actor, version=case.version)
    assert service.clashes(replace(both, id=new_id(), starts_at=both.starts_at + timedelta(days=7),
                                   ends_at=both.ends_at + timedelta(days=7))) == ()  # fmt: skip


def test_what_the_roster_says_against_a_meeting_is_remarked_until_it_is_past(centre, service):
    planned, rosters, who = made(centre), centre.services.rosters, centre.mediator
    assert service.agenda(planned.day, planned.day).remarks == {}
    rosters.set_day(who.id, planned.day, is_on_duty=False, actor=centre.actor)
    (remark,) = service.agenda(planned.day, planned.day).remarks[planned.id]
    assert (remark.kind, remark.subject) == (ClashKind.OFF_DUTY, who.name)
    assert service.clashes(planned) == (), "a remark asks for no reason"
    centre.clock.moment = planned.ends_at + timedelta(days=1)
    assert service.agenda(planned.day, planned.day).remarks == {}


def found_code(centre, case):
    return next(
        found.trigger.code
        for found in centre.services.triage.risks_of_case(case)
        if found.trigger.demand is RiskDemand.PROTECT
    )


def test_the_traffic_police_invite_three_of_a_side_three_days_before(centre, service):
    crowd = (*some_parties(2), *(replace(some_parties(1)[0], id=new_id(), name=name) for name in "甲乙丙"))
    told = {"channel": MediationChannel.ADMINISTRATIVE, "dispute_type": "traffic"}
    case = centre.registered(crowd, **told)
    planned = service.prepare(centre.mediator, case_id=case.id)
    invited = {one.party_id for one in planned.appointment.invited}
    assert sum(party.id in invited for party in case.on_side(PartySide.APPLICANT)) == 3
    assert (planned.offers[0].starts_at.date() - centre.today).days >= 3
    everybody = replace(planned.appointment, invited=invitations(case))
    with pytest.raises(RuleRefusal) as refused:
        service.save(everybody, actor=centre.actor)
    assert (refused.value.code, refused.value.field) == ("channel.too_many_people", "parties")
    soon = centre.clock.now() + timedelta(days=1)
    early = replace(planned.appointment, starts_at=soon, ends_at=soon + timedelta(hours=1))
    (late,) = [clash for clash in service.clashes(early) if clash.kind is ClashKind.NOTICE]
    assert "三日前通知" in late.subject
    made = service.save(replace(early, clash_reason="各方同意"), actor=centre.actor).value
    assert late in service.agenda(made.day, made.day).clashes[made.id]
