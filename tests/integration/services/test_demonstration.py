"""The demo centre: cases in every step, made by the services of real work, with clocks as of today."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import ExitStack
from datetime import timedelta

import pytest

from app.archive.clock import SystemClock
from app.archive.resources import resources_folder
from app.bootstrap import location_of, open_centre
from app.cli.verbs.show import folder_plain
from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.disputes.clocks import ClockKind, leading
from app.domain.disputes.states import CaseState
from app.domain.duties.case_clocks import APPOINTED, PLANNED
from app.domain.duties.deadlines.local_periods import LocalPeriod
from app.domain.duties.level_clocks import OF_LEVEL
from app.domain.duties.next_steps import NextStepKind
from app.domain.duties.performance_clocks import AGREED
from app.domain.duties.referrals.clocks import NAMED
from app.domain.duties.referrals.transit import TransitFilter, TransitView
from app.domain.duties.watch.clocks import BLOWN, ORDERED
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.originals import missing_pages
from app.domain.settlements.terms import TermKind
from app.domain.trust.actors import SYSTEM
from app.domain.values.days.moments import local_day
from app.domain.values.days.periods import PeriodUnit
from app.domain.values.identity_numbers import ResidentNumber
from app.domain.values.ids import new_id
from app.services.demonstration import MovableClock, centre, fill_demo
from app.services.demonstration.course.channels import PLANS
from app.services.disputes.case_folder import CaseAtWork


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """A small demo: one case of each end."""
    with pytest.MonkeyPatch.context() as patch:
        yield from _filled(tmp_path_factory.mktemp("demo"), patch)


def _filled(folder, patch):
    patch.setattr(centre, "ENDS", tuple((end, 1, low, high) for end, _n, low, high in centre.ENDS))
    clock = MovableClock(SystemClock())
    clock.set(clock.now() - timedelta(days=100))
    with ExitStack() as opened:
        made = open_centre(location_of(folder), clock)
        opened.callback(made.close)
        added = len(
            (
                "told twice",
                "split off",
                "begun anew",
                "first accident",
                "second accident",
                "kicked door",
                "papers",
            )
        )
        assert fill_demo(made.services, clock, resources_folder()) == len(centre.ENDS) + added + len(PLANS)
        yield made.services


def test_there_is_a_case_in_every_state_and_everything_is_sound(demo):
    today = local_day(SystemClock().now())
    lines = demo.lists.page(CaseFilter(view=CaseView.ALL), 0, 100)
    states = Counter(line.state for line in lines)
    assert set(states) == set(CaseState) - {CaseState.REGISTERED}
    assert demo.integrity.check().is_sound
    for line in lines:
        folder = demo.cases.folder(line.id)
        own = [c for c in folder.clocks if folder.case.is_open or c.kind is ClockKind.ARCHIVING]
        first = leading(tuple(own))
        assert line.due_on == (first.last_day if first and not first.is_paused else None), line.title
        names = [party.name for party in folder.case.parties]
        assert len(set(names)) == len(names)
        for party in folder.case.parties:
            if party.identity_number:
                number = ResidentNumber.parse(party.identity_number, today)
                assert (number.birth_date, number.sex) == (party.birth_date, party.sex)


def test_agreements_of_two_types_take_over_a_clause_of_the_library(demo):
    lines = demo.lists.page(CaseFilter(view=CaseView.ALL), 0, 100)
    cases = [demo.cases.folder(line.id) for line in lines]
    kinds = {
        tuple(term.kind for term in agreement.terms)
        for folder in cases
        if folder.case.dispute_type in ("neighbours", "migrant_wages")
        for agreement in folder.agreements
        if agreement.supplements_id is None
    }
    assert kinds == {(TermKind.PAYMENT, TermKind.ACT, TermKind.CLAUSE)}


def test_what_is_to_be_done_in_many_cases_is_what_each_folder_tells(demo):
    ids = [line.id for line in demo.lists.page(CaseFilter(view=CaseView.ALL), 0, 100)]
    read = demo.cases.at_work(ids)
    folders = [demo.cases.folder(id_) for id_ in ids]
    parts = CaseAtWork.__dataclass_fields__
    for one, folder in zip(read, folders, strict=True):
        assert {name: getattr(one, name) for name in parts} == {name: getattr(folder, name) for name in parts}
        assert one.next_step == folder.next_step
    assert sum(1 for one in read if one.supervision or one.whistles) > 1


def test_there_is_one_of_each_joint_application_and_an_accident_whose_days_still_run(demo):
    folders = [demo.cases.folder(line.id) for line in demo.lists.page(CaseFilter(view=CaseView.ALL), 0, 100)]
    kinds = Counter(paper.kind for folder in folders for paper in folder.documents)
    assert kinds[DocumentKind.SECURITY_APPLICATION] == 1
    assert kinds[DocumentKind.TRAFFIC_REQUEST] == 1
    waiting = [f for f in folders if f.next_step.kind is NextStepKind.ASK_TRAFFIC_POLICE]
    assert len(waiting) == 1


def test_agreements_are_signed_with_all_that_belongs_to_it_and_their_originals_shelved(demo):
    folders = [demo.cases.folder(line.id) for line in demo.lists.page(CaseFilter(view=CaseView.ALL), 0, 100)]
    signed = [s for folder in folders for agreement in folder.agreements for s in agreement.signatures]
    assert sum(signature.has_fingerprint for signature in signed) > len(folders) // 10
    assert all(s.was_read_out and s.witness for s in signed if s.interpreter)
    [archived] = [folder for folder in folders if folder.case.state is CaseState.ARCHIVED]
    [original] = archived.originals
    [paper] = [paper for paper in archived.documents if paper.id == original.document_id]
    assert original.location.startswith("2柜")
    assert missing_pages(original, paper, archived.attachments) == ()


def test_what_is_handed_in_is_on_record(demo):
    folders = [demo.cases.folder(line.id) for line in demo.lists.page(CaseFilter(view=CaseView.ALL), 0, 100)]
    kinds = sorted(
        paper.kind.value
        for folder in folders
        for one in folder.submissions
        for paper in folder.documents
        if paper.id == one.document_id
    )
    assert kinds == ["security_application", "traffic_request"]


def test_counting_many_cases_at_once_gives_what_each_case_was_given_alone(demo):
    def shown():
        lines = demo.lists.page(CaseFilter(view=CaseView.ALL), 0, 100)
        passing = {line.id: line.due_on for view in TransitView for line in handed_over(view)}
        return {line.id: (line.due_on, line.due_kind) for line in lines}, passing

    def handed_over(view):
        return demo.dealings.page(TransitFilter(view=view), 0, 100)

    before = shown()
    assert any(before[1].values())
    # A receipt nobody waits for: the same length as before, so that no day moves.
    own = LocalPeriod(id=new_id(), rule_id="L-01", amount=7, unit=PeriodUnit.DAY, basis="本室决定")
    demo.deadlines.save_period(own, actor=SYSTEM)
    assert demo.deadlines.finish_rewinding() >= len([due for due in before[0].values() if due[0]])
    assert shown() == before


def test_there_are_cases_in_channels_of_every_kind_with_what_they_ask(demo):
    folders = [demo.cases.folder(line.id) for line in demo.lists.page(CaseFilter(view=CaseView.ALL), 0, 100)]
    by_code = {folder.case.channel_code: folder for folder in folders if folder.case.title in _TITLES}
    assert set(by_code) == {plan.code for plan in PLANS}
    assert {f.case.state for f in by_code.values()} >= {CaseState.ASSIGNED, CaseState.MEDIATING}
    assert len(by_code["traffic_police"].case.start_grounds) == 2
    assert by_code["medical"].case.publicity
    assert by_code["commercial"].case.fees
    assert by_code["traffic"].case.accidents
    assert by_code["medical"].case.treatments
    for code in ("court_delegated", "court_entrusted", "labour", "medical"):
        assert any(clock.kind is ClockKind.MEDIATION for clock in by_code[code].clocks), code


_TITLES = {plan.title for plan in PLANS}


NOT_OF_THE_CATALOGUE = {APPOINTED, PLANNED, NAMED, AGREED, OF_LEVEL, ORDERED, BLOWN}
"""What clocks bear instead of a rule's id where people set the day, the ladder or the agreement does."""


def test_show_json_tells_of_every_clock_all_that_makes_its_day(demo):
    lines = demo.lists.page(CaseFilter(view=CaseView.ALL), 0, 100)
    told, channels = Counter(), set()
    for line in lines:
        folder = demo.cases.folder(line.id)
        plain = json.loads(json.dumps(folder_plain(folder), ensure_ascii=False))
        channels.add(plain["case"]["channel_code"])
        for clock in plain["clocks"]:
            told[clock["rule_id"]] += 1
            assert clock.keys() >= {"trigger", "start", "exclusions", "extension", "is_verified", "source"}
            assert clock["trigger"], clock
            assert clock["start"] <= clock["last_day"] or clock["rule_id"] in NOT_OF_THE_CATALOGUE, clock
            assert_explained(clock)
        for waiting in plain["waiting_periods"]:
            assert waiting["rule"]["source"]
    rules = {rule.id for rule in demo.deadlines.rules().catalogue.rows}
    assert set(told) <= rules | NOT_OF_THE_CATALOGUE
    assert len(told) >= 12
    assert len(channels) >= 8


def assert_explained(clock):
    """The sentence names the last day, its arithmetic or who set it, the source, and what is unverified."""
    said = clock["explanation"]
    assert said.startswith(("最后一日", "最后时刻")) or "停走" in said or clock["is_paused"], said
    assert clock["last_day"] in said, said
    assert clock["source"] in said, said
    assert ("未核实" in said) is not clock["is_verified"], said
    for span in clock["exclusions"]:
        assert span["kind"] in {"appraisal", "suspension"}


def test_a_supplement_in_effect_puts_off_what_was_still_to_be_paid(demo):
    ids = [line.id for line in demo.lists.page(CaseFilter(view=CaseView.ALL), 0, 100)]
    signed = [
        (agreement, folder)
        for folder in map(demo.cases.folder, ids)
        for agreement in folder.agreements
        if agreement.supplements_id is not None and agreement.effective_on is not None
    ]
    assert signed
    for agreement, folder in signed:
        before = folder.performance.plan(agreement.supplements_id)
        assert before.arrangements
        assert [item for item in before.open_items if item.is_payment] == []
        assert folder.performance.plan(agreement.id).open_items
