"""The whole table of the lifecycle on top of the ordinary steps: side exits, links, archive, undoing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import rule

from app.domain.disputes.case_parties import ConsentAnswer
from app.domain.disputes.cases import TerminationReason
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.lifecycle.links import LinkKind
from app.domain.disputes.lifecycle.transitions import TRANSITIONS, is_allowed, is_open_to, pairs
from app.domain.disputes.periods.suspensions import Suspension, SuspensionReason
from app.domain.disputes.side_steps import TIER_ORDER
from app.domain.disputes.sources import RiskLevel
from app.domain.disputes.states import BEFORE_ACCEPTANCE, IN_MEDIATION, CaseEvent, CaseState
from app.domain.disputes.turns import HandOver, PoliceReport, Route
from app.domain.errors import RuleRefusal
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.sessions import SessionResult
from app.domain.settlements.agreements import AgreementState
from app.domain.settlements.oral import OralAgreement
from app.domain.values.ids import new_id
from app.presenters.workspace.turn_menu import circumstances_of
from app.services.disputes.linking import may_begin_anew
from tests.integration.services.lives.ordinary import CASES, MOST_CASES, CaseLife
from tests.support.builders import an_inquiry

_E = CaseEvent
_LEAVING = (_E.WITHDRAW, _E.GUIDE_OUT, _E.REFUSE, _E.MERGE)
_TURNS = (
    _E.UPGRADE,
    _E.TRANSFER,
    _E.TAKE_BACK,
    _E.REPORT_TO_POLICE,
    _E.ARCHIVE,
    _E.REOPEN,
    _E.SPLIT,
    _E.END_REST,
    _E.AGREE_ORALLY,
)
WAYS = st.lists(st.integers(0, 40), min_size=1, max_size=8)
WALKED: Counter[tuple[CaseEvent, CaseState, CaseState]] = Counter()
"""How often each way of the table was walked, over all lives of this run."""
LIVES: Counter[str] = Counter()


def statistics() -> str:
    """Tell how many lives were walked and how much of the table."""
    ways = {way for row in TRANSITIONS for way in pairs(row) if way[1] is not CaseState.REGISTERED}
    walked = ways & set(WALKED)
    rows = [row for row in TRANSITIONS if any(way in WALKED for way in pairs(row))]
    return (
        f"lives {LIVES['centres']}, cases {LIVES['cases']}, moves {sum(WALKED.values())}, "
        f"undone {LIVES['undone']}, refused {LIVES['refused']}; "
        f"rows {len(rows)} of {len(TRANSITIONS)}, single ways {len(walked)} of {len(ways)}"
    )


def rows_never_walked() -> list[str]:
    """Name the rows of the table that no life has walked."""
    return [
        f"{row.event.value} → {row.target or 'same'}"
        for row in TRANSITIONS
        if not any(way in WALKED for way in pairs(row))
    ]


class FullLife(CaseLife):
    """Every event of the table, legal or not, by the services."""

    def __init__(self):
        super().__init__()
        self.walked: set[tuple[CaseEvent, CaseState]] = set()

    @rule(index=CASES, choices=WAYS)
    def walk(self, index, choices):
        self.take_any_way(index, choices)

    @rule(index=CASES, choices=WAYS)
    def walk_on(self, index, choices):
        self.take_any_way(index, choices)

    @rule(index=CASES, choices=WAYS)
    def walk_far(self, index, choices):
        self.take_any_way(index, choices)

    def take_any_way(self, index, choices):
        """Take legal ways one after the other, first those this life has not walked yet."""
        for choice in choices:
            folder = self.pick(index)
            legal = [e for e in self._ways() if is_open_to(folder.case, e, circumstances_of(folder))]
            fresh = [e for e in legal if (e, folder.case.state) not in self.walked]
            if not legal:
                return
            event = (fresh or legal)[choice % len(fresh or legal)]
            self.walked.add((event, folder.case.state))
            self._ways()[event](index)
            self.keeps_the_promises(self.pick(index))

    def _ways(self):
        """Give, for every event a clerk can choose, how it is done to the case at an index."""

        def turned(event):
            return lambda index: self._turn(index, event)

        return {
            _E.ASK_CONSENT: self._ask,
            _E.ACCEPT: lambda index: self.step(self.pick(index), "accept", self.today),
            _E.DECLINE: lambda index: self.decline(index, seldom=False),
            _E.ASSIGN: self.assign_and_tell_rights,
            _E.MEDIATE: lambda index: self.hold_a_session(index, SessionResult.AGREED),
            _E.SUSPEND: self._suspend,
            _E.RESUME: self._resume,
            _E.AGREE: self.draft_and_issue,
            _E.VOID_AGREEMENT: self.void,
            _E.TAKE_EFFECT: self.wait_and_sign,
            _E.TAKE_EFFECT_IN_PART: self._settle_a_part_of_it,
            _E.TERMINATE: lambda index: self.terminate(index, seldom=False),
            **{event: turned(event) for event in (*_TURNS, *_LEAVING)},
            **{
                event: lambda index, name=event.value: self.go_on(index, name)
                for event in (_E.PERFORM, _E.FOLLOW_UP, _E.CLOSE)
            },
        }

    def _ask(self, index):
        folder = self.pick(index)
        party = (folder.case.not_yet_consenting() or folder.case.parties)[0]
        self.step(folder, "record_consent", an_inquiry(party.id, ConsentAnswer.AGREED, self.today))

    def _suspend(self, index):
        folder = self.pick(index)
        pause = Suspension(
            id=new_id(),
            reason=SuspensionReason.APPRAISAL,
            from_day=self.today,
            from_state=folder.case.state,
        )
        suspend = self.services.periods.suspend
        self.attempt(folder, suspend, folder.case.id, pause, version=folder.case.version)

    def _resume(self, index):
        folder = self.pick(index)
        resume = self.services.periods.resume
        self.attempt(folder, resume, folder.case.id, self.today, "", version=folder.case.version)

    def _settle_a_part_of_it(self, index):
        """Void what waits for signatures, and settle a part instead."""
        self.void(index)
        self.settle_a_part(index)

    def teardown(self):
        LIVES["centres"] += 1
        LIVES["cases"] += len(self.ids)
        for case_id in self.ids:
            for move in self.services.cases.folder(case_id).moves:
                WALKED[move.event, move.before, move.after] += 1
                LIVES["undone"] += move.is_undone
        super().teardown()

    @rule(index=CASES, event=st.sampled_from(_TURNS))
    def turn(self, index, event):
        self._turn(index, event)

    @rule(index=CASES, event=st.sampled_from(_LEAVING), seldom=st.integers(0, 3))
    def leave(self, index, event, seldom):
        if seldom == 0:
            self._turn(index, event)

    @rule(index=CASES)
    def undo(self, index):
        folder = self.pick(index)
        undo = self.services.lifecycle.undo
        if self.attempt(folder, undo, folder.case.id, version=folder.case.version):
            again = self.pick(index)
            last = [move for move in folder.moves if not move.is_undone][-1]
            assert again.case.state is last.before
            assert [move.id for move in again.moves] == [move.id for move in folder.moves]
            assert again.history[0].act == "case.undone"

    @rule(index=CASES)
    def leave_a_part_open(self, index):
        drafts = [a.id for a in self.pick(index).agreements if a.state is AgreementState.DRAFT]
        for draft_id in drafts:
            folder = self.pick(index)
            [draft] = [a for a in folder.agreements if a.id == draft_id]
            leave = self.services.settlements.leave_open
            self.attempt(folder, leave, draft.id, "院墙归属另行处理。", version=draft.version)

    @rule(index=CASES)
    def settle_a_part(self, index):
        """Lead a case that is being mediated to a partial agreement: chance alone seldom gets there."""
        if self.pick(index).case.state is CaseState.MEDIATING:
            self.draft(index)
            self.leave_a_part_open(index)
            self.issue_an_agreement(index)
            self.wait_and_sign(index)

    @rule(index=CASES)
    def decline_or_accept_again(self, index):
        """Let a case that was reopened before acceptance be decided anew."""
        if self.pick(index).case.state is CaseState.REOPENED:
            self.consent(index)

    @rule(index=CASES, kind=st.sampled_from([LinkKind.RELAPSE, LinkKind.REOPENED, LinkKind.CHANNEL_CHANGE]))
    def begin_anew(self, index, kind):
        if len(self.ids) >= MOST_CASES:
            return
        folder = self.pick(index)
        anew = self.services.lifecycle.open_anew
        if not may_begin_anew(folder.case):
            with pytest.raises(RuleRefusal):
                anew(folder.case.id, kind, facts="又漏水了。", requests="", actor=self.actor)
            assert self.services.cases.folder(folder.case.id) == folder
            return
        done = anew(folder.case.id, kind, facts="又漏水了。", requests="", actor=self.actor)
        self.ids.append(done.value.id)
        links = self.services.cases.folder(folder.case.id).links
        assert any(linked.case_id == done.value.id for linked in links)

    def _turn(self, index, event):
        folder = self.pick(index)
        around = circumstances_of(folder)
        is_open = is_open_to(folder.case, event, around)
        is_taken = getattr(self, f"_{event.value}")(folder)
        assert is_open or not is_taken, (event, folder.case.state)
        if not is_taken:
            LIVES["refused"] += 1
            return
        after = self.services.cases.folder(folder.case.id)
        acts = [entry for entry in after.history if entry.act.startswith("case.")]
        earlier = [entry for entry in folder.history if entry.act.startswith("case.")]
        extra = 1 if event is _E.AGREE_ORALLY and after.case.state is CaseState.PERFORMED else 0
        assert len(acts) == len(earlier) + 1 + extra
        assert is_allowed(folder.case.state, event)

    def _life(self, folder, name, *arguments, **named):
        step = getattr(self.services.lifecycle, name)
        return self.attempt(folder, step, folder.case.id, *arguments, version=folder.case.version, **named)

    def _routes(self):
        return (
            HandOver(
                id=new_id(), route=Route.COURT, organ="某某区人民法院", papers=("协议",), told_on=self.today
            ),
        )

    @property
    def today(self):
        return self.centre.today

    def _upgrade(self, folder):
        case = folder.case
        tier = TIER_ORDER[min(TIER_ORDER.index(case.tier) + 1, len(TIER_ORDER) - 1)]
        risks = list(RiskLevel)
        risk = risks[min(risks.index(case.risk) + 1, len(risks) - 1)]
        return self._life(folder, "escalate", tier=tier, risk=risk, reason="扩大", on=self.today)

    def _transfer(self, folder):
        receiver = f"{len(folder.case.transfers)}号街道调委会"
        return self._life(folder, "transfer", receiver, reason="归口", papers=("登记表",), on=self.today)

    def _take_back(self, folder):
        return self._life(folder, "take_back", reason="退回", on=self.today)

    def _report_to_police(self, folder):
        now: datetime = self.clock.moment
        report = PoliceReport(id=new_id(), at=now, receiver="派出所", told="扬言报复", measures="已劝离")
        return self._life(folder, "report_to_police", report)

    def _archive(self, folder):
        return self._life(folder, "archive")

    def _reopen(self, folder):
        return self._life(folder, "reopen", reason="又有新证据", approver="主任", on=self.today)

    def _withdraw(self, folder):
        party = folder.case.parties[0]
        return self._life(folder, "withdraw", party.id, reason="自行和解", on=self.today)

    def _guide_out(self, folder):
        return self._life(folder, "guide_out", reason="属于仲裁", hand_overs=self._routes(), on=self.today)

    def _refuse(self, folder):
        inquiry = an_inquiry(folder.case.parties[-1].id, ConsentAnswer.REFUSED, self.today)
        return self._life(folder, "refuse", inquiry, routes_told=True, hand_overs=self._routes())

    def _end_rest(self, folder):
        reason = TerminationReason.TOO_FAR_APART
        return self._life(
            folder,
            "end_rest",
            reason,
            note="",
            routes_told=True,
            hand_overs=self._routes(),
            on=self.today,
        )

    def _merge(self, folder):
        for case_id in self.ids:
            if case_id != folder.case.id and self._life(
                folder, "merge", case_id, reason="同一纠纷", on=self.today
            ):
                return True
        return False

    def _split(self, folder):
        if len(self.ids) >= MOST_CASES:
            return False
        known = {linked.case_id for linked in folder.links}
        ids = tuple(party.id for party in folder.case.parties)
        is_taken = self._life(folder, "split", ids, facts="另有一处漏水。", requests="", reason="两件事")
        if is_taken:
            links = self.services.cases.folder(folder.case.id).links
            self.ids += [linked.case_id for linked in links if linked.case_id not in known]
        return is_taken

    def _agree_orally(self, folder):
        told = OralAgreement(
            id=new_id(),
            case_id=folder.case.id,
            reached_on=self.today,
            facts=folder.case.facts,
            terms="三日内修好。",
            due_on=self.today,
            party_ids=tuple(party.id for party in folder.case.parties),
            recorded_at=self.clock.moment,
        )
        note = "当场修好" if len(folder.history) % 2 else None
        agree = self.services.lifecycle.agree_orally
        return self.attempt(folder, agree, told, performed_note=note, version=folder.case.version)

    @rule(index=CASES, result=st.sampled_from([SessionResult.FAILED]))
    def a_session_fails(self, index, result):
        folder = self.pick(index)
        session = replace(
            self.services.mediation.new_session(folder.case.id),
            record="双方陈述。",
            rights_told=True,
            result=result,
            routes_told=True,
        )
        self.attempt(folder, self.services.mediation.finish, session)

    @rule(index=CASES)
    def issue_a_notice_of_the_end(self, index):
        folder = self.pick(index)
        issue = self.services.issuing.issue
        self.attempt(folder, issue, DocumentKind.TERMINATION, folder.case.id)

    # what must always hold besides
    def keeps_the_promises(self, folder):
        super().keeps_the_promises(folder)
        self.clocks_follow_the_state(folder)
        self.history_is_only_added_to(folder)
        self.a_locked_case_stays_and_a_merged_one_points_on(folder)

    def clocks_follow_the_state(self, folder):
        case, kinds = folder.case, {clock.kind for clock in folder.clocks}
        is_undecided = case.state is CaseState.REOPENED and case.accepted_on is None
        still = {CaseState.SUSPENDED, CaseState.PARTIAL, CaseState.REOPENED}
        is_mediated = case.state in IN_MEDIATION | still
        assert (case.suspension is not None) == (case.state is CaseState.SUSPENDED)
        is_over = case.state in {CaseState.PERFORMED, CaseState.TERMINATED}
        owed = {ClockKind.ARCHIVING} if case.state is CaseState.CLOSED else set()
        assert case.is_open or kinds == owed
        assert (ClockKind.ACCEPTANCE in kinds) == (case.state in BEFORE_ACCEPTANCE or is_undecided)
        assert (ClockKind.MEDIATION in kinds) == (is_mediated and case.accepted_on is not None)
        assert (ClockKind.FOLLOW_UP in kinds) == is_over

    def history_is_only_added_to(self, folder):
        earlier = self.told.get(folder.case.id, ())
        assert folder.history[len(folder.history) - len(earlier) :] == earlier
        self.told[folder.case.id] = folder.history

    def a_locked_case_stays_and_a_merged_one_points_on(self, folder):
        case = folder.case
        if case.state is CaseState.MERGED:
            assert any(linked.link.kind is LinkKind.MERGED for linked in folder.links)
            with self.centre.store.look() as work:
                [number] = work.numbers.of_subject(case.id)
            assert number.void_reason
        if case.state is CaseState.ARCHIVED:
            add = self.services.attachments.add
            assert not self.attempt(folder, add, case.id, b"x", "证据.txt")
