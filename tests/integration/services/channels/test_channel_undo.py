"""Taking a change of channel back, and what stays reachable after one; both databases."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.disputes.sources import CaseSource
from app.domain.disputes.states import CaseState
from app.domain.errors import RuleRefusal
from app.domain.filing.kinds import DocumentKind, NumberSeries
from tests.support.builders import consents


def changed(centre, case, code="administrative"):
    return centre.services.lifecycle.change_channel(
        case.id, code, reason="双方愿意", routes_told=True, on=centre.today,
        actor=centre.actor, version=case.version,
    ).value  # fmt: skip


def undone(centre, case):
    return centre.services.lifecycle.undo(
        case.id, actor=centre.actor, version=centre.case(case.id).version
    ).value


@pytest.mark.parametrize("made", ["registered", "accepted", "mediating"])
def test_undoing_a_change_brings_the_case_back_and_ends_the_new_one(centre, made):
    case = getattr(centre, made)()
    new = changed(centre, case)
    back = undone(centre, case)
    assert (back.state, back.channel_code) == (case.state, case.channel_code)
    assert (back.ended_on, back.termination_reason, back.departures) == (None, None, ())
    ended = centre.case(new.id)
    assert ended.state is CaseState.GUIDED_OUT
    assert case.intake_number in ended.departures[-1].reason
    for ours, other in ((case, new), (new, case)):
        folder = centre.services.cases.folder(ours.id)
        assert folder.links == ()
        notes = [entry.note for entry in folder.history if entry.act == "case.channel_unchanged"]
        assert len(notes) == 1
        assert other.intake_number in notes[0]
    assert centre.services.cases.folder(new.id).clocks == ()
    with centre.store.unit_of_work(centre.actor) as work:
        taken = {n.text: n for n in work.numbers.of_series(NumberSeries.INTAKE, centre.committee.id, 2026)}
    assert case.intake_number in taken[new.intake_number].void_reason
    assert not taken[case.intake_number].void_reason


def test_the_ended_case_is_not_brought_back_by_another_undo(centre):
    case = centre.registered()
    new = changed(centre, case)
    undone(centre, case)
    with pytest.raises(RuleRefusal, match=r"undo\."):
        undone(centre, new)
    again = changed(centre, centre.case(case.id))  # and the channel may be changed once more
    assert again.intake_number not in (case.intake_number, new.intake_number)


def test_a_new_case_that_went_on_is_not_taken_away(centre):
    case = centre.registered()
    new = changed(centre, case)
    centre.services.cases.record_consents(
        new.id, consents(new, centre.today), actor=centre.actor, version=new.version
    )
    before = centre.case(case.id)
    with pytest.raises(RuleRefusal) as refused:
        undone(centre, case)
    assert refused.value.code == "undo.channel_went_on"
    assert refused.value.facts["number"] == new.intake_number
    assert centre.case(case.id) == before


def test_a_paper_of_the_new_case_keeps_the_change(centre):
    case = centre.registered()
    new = changed(centre, case, "medical")
    centre.services.issuing.issue(DocumentKind.APPLICATION, new.id, actor=centre.actor)
    with pytest.raises(RuleRefusal, match=r"undo\.channel_went_on"):
        undone(centre, case)


def test_evidence_stays_with_the_old_case_and_is_reached_from_the_new_one(centre, tmp_path):
    case = centre.registered()
    photo = tmp_path / "漏水照片.jpg"
    photo.write_bytes(b"photo")
    kept = centre.services.attachments.add(case.id, photo, "漏水照片", "楼下墙面", actor=centre.actor).value
    new = changed(centre, case)
    folder = centre.services.cases.folder(new.id)
    assert folder.attachments == ()
    assert folder.earlier_evidence == ((case.intake_number, kept),)
    assert centre.services.attachments.bytes_of(kept.id) == b"photo"
    assert centre.services.cases.folder(case.id).earlier_evidence == ()


def test_a_medical_dispute_from_the_police_is_asked_for_a_pending_suit_all_the_same(centre):
    case = centre.registered(source=CaseSource.POLICE, dispute_type="medical")
    assert case.channel_code == "police_link"
    channel = centre.services.cases.folder(case.id).channel
    assert {"police_bridge", "medical_pending", "medical_private"} <= {rule.code for rule in channel.rules}
    for asked in consents(case, centre.today):
        case = centre.services.cases.record_consent(
            case.id, asked, actor=centre.actor, version=case.version
        ).value
    with pytest.raises(RuleRefusal, match=r"channel\.medical_pending"):
        centre.services.cases.accept(
            case.id, date(2026, 11, 2), is_pending=True, actor=centre.actor, version=case.version
        )
