"""Agreements: issued once, signed by each, in effect with the last signature, voided only before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.contents.forms import AgreementContents
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.states import CaseState
from app.domain.duties.next_steps import NextStepKind
from app.domain.errors import InvalidInput, RuleRefusal, StaleWrite
from app.domain.filing.kinds import NumberSeries
from app.domain.people.organisations import OrganisationKind
from app.domain.settlements.agreements import AgreementState, SignerRole
from app.domain.values.plain import from_json
from tests.support.builders import a_payment, a_signature
from tests.support.centres import NOT_IN_ANY_FONT


def numbers(centre):
    with centre.store.unit_of_work(centre.actor) as work:
        return work.numbers.of_series(NumberSeries.AGREEMENT, centre.committee.id, 2026)


def test_a_draft_takes_over_facts_and_parties(centre):
    case = centre.mediating(parties=3)
    draft = centre.services.settlements.new_agreement(case.id, actor=centre.actor).value
    assert draft.facts == case.facts
    assert draft.party_ids == tuple(party.id for party in case.parties)
    assert draft.copies == 4


def test_a_case_that_was_never_accepted_has_no_agreement(centre):
    case = centre.registered()
    with pytest.raises(RuleRefusal, match=r"agreement\.case_not_in_mediation"):
        centre.services.settlements.new_agreement(case.id, actor=centre.actor)


def test_issuing_numbers_freezes_draws_and_moves_the_case(centre):
    agreement, document = centre.issued(parties=3)
    assert (agreement.state, agreement.number) == (AgreementState.ISSUED, "（2026）石社人调字第1号")
    assert (document.number, document.copies, document.pages) == (agreement.number, 4, 1)
    contents = from_json(AgreementContents, document.contents)
    assert len(contents.parties) == 3
    assert "人民币叁仟零玖拾元整" in contents.clauses[0].text
    assert centre.services.issuing.bytes_of(document.id).startswith(b"%PDF issued")
    case = centre.case(agreement.case_id)
    assert case.state is CaseState.AGREED
    # Issued on 2 November: seven days end on Monday the 9th.
    line = centre.services.lists.line(case.id)
    assert (line.due_on, line.due_kind) == (date(2026, 11, 9), ClockKind.SIGNING)


def test_what_must_be_mended_blocks_the_issue_and_takes_no_number(centre):
    draft = centre.drafted()
    wrong = replace(draft, terms=(replace(draft.terms[0], amount=None),))
    saved = centre.services.settlements.save(wrong, actor=centre.actor).value
    findings = centre.services.settlements.check(saved)
    assert findings[0].rule == "term.amount_missing"
    with pytest.raises(RuleRefusal, match=r"agreement\.must_fix") as refused:
        centre.services.settlements.issue(saved.id, actor=centre.actor, version=saved.version)
    assert (refused.value.field, refused.value.facts["count"]) == ("amount", 1)
    assert numbers(centre) == ()


def test_a_character_no_font_has_is_refused_before_the_number(centre):
    draft = centre.drafted()
    odd = centre.services.settlements.save(
        replace(draft, facts=f"当事人张{NOT_IN_ANY_FONT}"), actor=centre.actor
    ).value
    with pytest.raises(RuleRefusal, match=r"document\.unprintable_character") as refused:
        centre.services.settlements.issue(odd.id, actor=centre.actor, version=odd.version)
    assert refused.value.field == "facts"
    assert refused.value.facts == {"character": NOT_IN_ANY_FONT, "codepoint": "U+10FFFD"}
    assert numbers(centre) == ()
    assert centre.case(draft.case_id).state is CaseState.MEDIATING


def test_a_stumble_before_the_commit_leaves_the_draft(centre, monkeypatch):
    draft = centre.drafted()
    before = centre.services.cases.folder(draft.case_id)

    def broken(*_args, **_kwargs):
        raise RuntimeError("everything was written, nothing is committed")

    with monkeypatch.context() as patch:
        patch.setattr("app.services.settlements.agreements.wind", broken)
        with pytest.raises(RuntimeError):
            centre.services.settlements.issue(draft.id, actor=centre.actor, version=draft.version)
    assert centre.services.cases.folder(draft.case_id) == before
    assert numbers(centre) == ()
    assert centre.renderer.drawn == 0


def test_only_a_committee_issues_agreements(centre):
    draft = centre.drafted()
    people = centre.services.people
    people.save_organisation(
        replace(people.organisation(centre.committee.id), kind=OrganisationKind.CENTRE), actor=centre.actor
    )
    with pytest.raises(RuleRefusal, match=r"agreement\.not_a_committee"):
        centre.services.settlements.issue(draft.id, actor=centre.actor, version=draft.version)


def test_the_last_signature_puts_agreement_and_case_into_effect(centre):
    agreement, _ = centre.issued()
    settlements = centre.services.settlements
    places = [place for place in settlements.places(agreement) if place.is_required]
    centre.clock.moment += timedelta(days=10)
    for offset, place in enumerate(places):
        assert centre.case(agreement.case_id).state is CaseState.AGREED
        # The seal comes last in the row but was put on the paper first.
        day = date(2026, 11, 10) - timedelta(days=offset)
        signature = a_signature(place.role, place.signer_id, place.name, day)
        agreement = settlements.sign(
            agreement.id, signature, actor=centre.actor, version=agreement.version
        ).value
    assert (agreement.state, agreement.effective_on) == (AgreementState.EFFECTIVE, date(2026, 11, 10))
    case = centre.case(agreement.case_id)
    assert (case.state, case.effective_on) == (CaseState.EFFECTIVE, date(2026, 11, 10))
    clocks = {clock.kind: clock for clock in centre.services.cases.folder(case.id).clocks}
    assert clocks[ClockKind.CONFIRMATION].last_day == date(2026, 12, 10)
    assert centre.services.lists.line(case.id).due_kind is ClockKind.PERFORMANCE


def test_without_mediator_and_seal_nothing_is_in_effect(centre):
    agreement, _ = centre.issued()
    settlements = centre.services.settlements
    for place in settlements.places(agreement):
        if place.role is SignerRole.PARTY:
            signature = a_signature(place.role, place.signer_id, place.name, centre.today)
            agreement = settlements.sign(
                agreement.id, signature, actor=centre.actor, version=agreement.version
            ).value
    assert (agreement.state, agreement.effective_on) == (AgreementState.ISSUED, None)
    assert centre.case(agreement.case_id).state is CaseState.AGREED


def test_a_signature_by_mistake_is_taken_back(centre):
    agreement, _ = centre.issued()
    settlements = centre.services.settlements
    place = settlements.places(agreement)[0]
    signature = a_signature(place.role, place.signer_id, place.name, centre.today)
    signed = settlements.sign(agreement.id, signature, actor=centre.actor, version=agreement.version).value
    freed = settlements.withdraw_signature(
        agreement.id, place.role, place.signer_id, actor=centre.actor, version=signed.version
    ).value
    assert freed.signatures == ()


def test_signatures_have_their_places_and_days(centre):
    agreement, _ = centre.issued()
    sign = centre.services.settlements.sign
    stranger = a_signature(SignerRole.PARTY, centre.registrar.id, "生面孔", centre.today)
    with pytest.raises(InvalidInput, match=r"signature\.no_such_place"):
        sign(agreement.id, stranger, actor=centre.actor, version=agreement.version)
    tomorrow = a_signature(SignerRole.SEAL, None, "章", centre.today + timedelta(days=1))
    with pytest.raises(InvalidInput, match=r"date\.in_future"):
        sign(agreement.id, tomorrow, actor=centre.actor, version=agreement.version)


def test_an_issued_text_does_not_change(centre):
    agreement, document = centre.issued()
    with pytest.raises(RuleRefusal, match=r"agreement\.not_draft"):
        centre.services.settlements.save(replace(agreement, facts="改写"), actor=centre.actor)
    case = centre.case(agreement.case_id)
    renamed = replace(case.parties[0], name="改名")
    centre.services.cases.update_details(
        replace(case, parties=(renamed, *case.parties[1:])), actor=centre.actor
    )
    shown = centre.services.settlements.preview(agreement)
    assert shown == from_json(AgreementContents, document.contents)
    assert shown.parties[0].name == "买买提·艾力"


def test_a_voided_number_stays_and_the_case_goes_back_to_mediation(centre):
    agreement, document = centre.issued()
    settlements = centre.services.settlements
    with pytest.raises(InvalidInput, match=r"reason\.words_missing"):
        settlements.void(agreement.id, " ", actor=centre.actor, version=agreement.version)
    voided = settlements.void(agreement.id, "金额有误", actor=centre.actor, version=agreement.version).value
    assert (voided.state, voided.void_reason) == (AgreementState.VOIDED, "金额有误")
    folder = centre.services.cases.folder(agreement.case_id)
    assert folder.case.state is CaseState.MEDIATING
    assert folder.documents[0].void_reason == "金额有误"
    assert [(number.text, number.void_reason) for number in numbers(centre)] == [
        ("（2026）石社人调字第1号", "金额有误")
    ]
    again = settlements.new_agreement(agreement.case_id, actor=centre.actor).value
    case = folder.case
    again = settlements.save(
        replace(again, terms=(a_payment(case.parties[1], case.parties[0]),)), actor=centre.actor
    ).value
    settlements.issue(again.id, actor=centre.actor, version=again.version)
    assert [number.sequence for number in numbers(centre)] == [1, 2]
    assert centre.services.issuing.bytes_of(document.id).startswith(b"%PDF issued")


def test_an_effective_agreement_is_changed_by_a_supplement_only(centre):
    agreement, _ = centre.issued()
    agreement = centre.signed(agreement)
    settlements = centre.services.settlements
    with pytest.raises(RuleRefusal, match=r"agreement\.effective_stays"):
        settlements.void(agreement.id, "反悔", actor=centre.actor, version=agreement.version)
    draft = settlements.supplement(agreement.id, actor=centre.actor).value
    case = centre.case(agreement.case_id)
    draft = settlements.save(
        replace(draft, terms=(a_payment(case.parties[1], case.parties[0], "500"),)), actor=centre.actor
    ).value
    document = settlements.issue(draft.id, actor=centre.actor, version=draft.version).value
    contents = from_json(AgreementContents, document.contents)
    assert contents.supplements_number == agreement.number
    assert centre.case(case.id).state is CaseState.EFFECTIVE


def supplement_of(centre, agreement):
    settlements, case = centre.services.settlements, centre.case(agreement.case_id)
    draft = settlements.supplement(agreement.id, actor=centre.actor).value
    terms = (a_payment(case.parties[1], case.parties[0], "500"),)
    draft = settlements.save(replace(draft, terms=terms), actor=centre.actor).value
    settlements.issue(draft.id, actor=centre.actor, version=draft.version)
    return settlements.agreement(draft.id)


def test_a_supplement_signed_first_waits_for_what_it_changes(centre, clock):
    first, _ = centre.issued()
    supplement = centre.signed(supplement_of(centre, first))
    assert (supplement.state, supplement.effective_on) == (AgreementState.ISSUED, None)
    assert centre.case(first.case_id).state is CaseState.AGREED
    folder = centre.services.cases.folder(first.case_id)
    step = folder.next_step
    assert (step.kind, step.subject_id) == (NextStepKind.SIGN, first.id)
    clock.moment += timedelta(days=3)
    first = centre.signed(first)
    supplement = centre.services.settlements.agreement(supplement.id)
    assert supplement.state is AgreementState.EFFECTIVE
    assert supplement.effective_on == first.effective_on == centre.today
    case = centre.case(first.case_id)
    assert (case.state, case.effective_on) == (CaseState.EFFECTIVE, first.effective_on)
    acts = [entry.act for entry in centre.services.cases.folder(case.id).history]
    assert acts.count("agreement.took_effect") == acts.count("case.took_effect") == 1


def test_what_a_supplement_changes_is_voided_after_it(centre):
    first, _ = centre.issued()
    supplement = supplement_of(centre, first)
    void = centre.services.settlements.void
    with pytest.raises(RuleRefusal, match=r"agreement\.has_supplement"):
        void(first.id, "重拟", actor=centre.actor, version=first.version)
    void(supplement.id, "重拟", actor=centre.actor, version=supplement.version)
    draft = centre.services.settlements.supplement(first.id, actor=centre.actor).value
    void(first.id, "重拟", actor=centre.actor, version=first.version)
    case = centre.case(first.case_id)
    assert case.state is CaseState.MEDIATING
    terms = (a_payment(case.parties[1], case.parties[0], "500"),)
    draft = centre.services.settlements.save(replace(draft, terms=terms), actor=centre.actor).value
    with pytest.raises(RuleRefusal, match=r"agreement\.supplement_needs_issued"):
        centre.services.settlements.issue(draft.id, actor=centre.actor, version=draft.version)


def test_a_supplement_of_a_draft_makes_no_sense(centre):
    draft = centre.drafted()
    with pytest.raises(RuleRefusal, match=r"agreement\.supplement_needs_issued"):
        centre.services.settlements.supplement(draft.id, actor=centre.actor)


def test_steps_on_an_old_version_are_refused(centre):
    draft = centre.drafted()
    with pytest.raises(StaleWrite):
        centre.services.settlements.issue(draft.id, actor=centre.actor, version=draft.version - 1)
    assert numbers(centre) == ()


def test_the_printed_day_is_neither_future_nor_before_the_request(centre):
    draft = centre.drafted()
    issue = centre.services.settlements.issue
    with pytest.raises(InvalidInput, match=r"date\.in_future"):
        issue(draft.id, actor=centre.actor, version=draft.version, on=date(2027, 1, 1))
    with pytest.raises(InvalidInput, match=r"date\.before_registration"):
        issue(draft.id, actor=centre.actor, version=draft.version, on=date(2026, 11, 1))
    assert numbers(centre) == ()


def test_the_printed_day_is_not_before_acceptance(file_centre, clock):
    received = file_centre.registered()
    clock.moment += timedelta(days=2)
    draft = file_centre.drafted()
    assert file_centre.case(draft.case_id).received_at > received.received_at
    with file_centre.store.unit_of_work(file_centre.actor) as work:
        case = work.cases.get(draft.case_id)
        work.cases.save(replace(case, received_at=received.received_at), act="case.corrected")
        work.commit()
    with pytest.raises(InvalidInput, match=r"date\.before_acceptance"):
        file_centre.services.settlements.issue(
            draft.id, actor=file_centre.actor, version=draft.version, on=date(2026, 11, 3)
        )
