"""Cases that belong together: merged, split, begun anew, linked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from app.domain.disputes import side_steps
from app.domain.disputes.cases import Case
from app.domain.disputes.dispute_types import list_valid_on
from app.domain.disputes.lifecycle.links import CaseLink, LinkKind
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.disputes.states import CaseEvent
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.kinds import NumberSeries
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import local_day
from app.domain.values.ids import new_id
from app.persistence.work import UnitOfWork
from app.services.disputes.intake import Intake, check_intake
from app.services.disputes.new_case import register_case
from app.services.disputes.turning import Turning
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.channels.citing import in_its_law
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.moving import circumstances, log_move, refuse_locked, save_moved

BEGUN_ANEW = (LinkKind.RELAPSE, LinkKind.REOPENED, LinkKind.CHANNEL_CHANGE)
"""Why a new case may be begun from an earlier one."""


class Linking(Turning):
    """Merges, splits, begins anew and links; every act leaves its entry in both histories."""

    def merge(
        self, case_id: UUID, into_id: UUID, *, reason: str, on: date, actor: Actor, version: int
    ) -> Done[Case]:
        """Merge a case into another open one; its number stays recorded as voided, naming the other.

        Gives the case that took it in.
        """
        self._not_in_future(on)
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, case_id):
            case = as_seen("case", work.cases.get(case_id), version)
            into = work.cases.get(into_id)
            if into.organisation_id != case.organisation_id:
                raise RuleRefusal("merger.other_committee", field="number", number=into.intake_number)
            left, grown = side_steps.merge(
                case, into, reason=reason, on=on, around=circumstances(work, case_id)
            )
            link = self._link(work, LinkKind.MERGED, case, into, reason)
            told, taken = f"{into.intake_number}：{reason}", f"{case.intake_number}：{reason}"
            save_moved(work, case, left, CaseEvent.MERGE, act="case.merged", note=told, twin_id=link.id)
            saved = save_moved(
                work, into, grown, CaseEvent.TAKE_IN, act="case.took_in", note=taken, twin_id=link.id
            )
            for number in work.numbers.of_subject(case_id):
                if number.series is NumberSeries.INTAKE:
                    work.numbers.void(number.id, f"并入 {into.intake_number}：{reason}")
            wind(work, self._rules, case_id, self._today())
            return self._done(work, saved)

    def split(
        self,
        case_id: UUID,
        party_ids: tuple[UUID, ...],
        *,
        facts: str,
        requests: str,
        reason: str,
        actor: Actor,
        version: int,
    ) -> Done[Case]:
        """Take a part of a dispute out as a case of its own, with chosen parties; gives the new case."""
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, case_id):
            case = as_seen("case", work.cases.get(case_id), version)
            kept, parties = side_steps.split(case, party_ids=party_ids, reason=reason)
            intake = replace(
                again(case),
                parties=parties,
                facts=facts,
                requests=requests,
                accidents=case.accidents,
                treatments=case.treatments,
            )
            new = self._register(work, intake, actor)
            saved = work.cases.save(kept, act="case.split", note=f"{new.intake_number}：{reason}")
            log_move(work, case, saved, CaseEvent.SPLIT, note=reason)
            self._link(work, LinkKind.SPLIT, new, case, reason)
            work.history.note(
                act="case.split_off", kind="case", subject_id=new.id, case_id=new.id,
                note=f"{case.intake_number}：{reason}",
            )  # fmt: skip
            return self._done(work, new)

    def open_anew(
        self,
        case_id: UUID,
        kind: LinkKind,
        *,
        facts: str,
        requests: str,
        reason: str = "",
        source: CaseSource | None = None,
        channel: MediationChannel | None = None,
        actor: Actor,
    ) -> Done[Case]:
        """Begin a new case from one that is over: same parties, place and type, facts told anew."""
        if kind not in BEGUN_ANEW:
            raise InvalidInput("choice.missing", field="kind")
        with self._store.unit_of_work(actor) as work:
            case = work.cases.get(case_id)
            if not may_begin_anew(case):
                raise RuleRefusal("link.case_under_way", state=case.state.term)
            told = replace(
                again(case),
                source=source or case.source,
                channel=channel or case.channel,
                parties=side_steps.parties_again(case, [party.id for party in case.parties]),
                facts=facts,
                requests=requests,
            )
            new = self._register(work, told, actor)
            self._link(work, kind, new, case, reason)
            for ours, other in ((new, case), (case, new)):
                work.history.note(
                    act="case.linked", kind="case", subject_id=ours.id, case_id=ours.id,
                    note=f"{kind.term}　{other.intake_number}",
                )  # fmt: skip
            return self._done(work, new)

    def relate(self, case_id: UUID, other_id: UUID, reason: str, *, actor: Actor) -> Done[Case]:
        """Link two cases that have to do with each other."""
        with self._store.unit_of_work(actor) as work:
            case, other = work.cases.get(case_id), work.cases.get(other_id)
            if case.id == other.id:
                raise InvalidInput("merger.same_case", field="number")
            refuse_locked(case)
            if any(
                linked.case_id == other_id and linked.link.kind is LinkKind.RELATED
                for linked in work.links.of_case(case_id)
            ):
                raise InvalidInput("link.exists", field="number", number=other.intake_number)
            self._link(work, LinkKind.RELATED, case, other, reason)
            for ours, theirs in ((case, other), (other, case)):
                told = f"{LinkKind.RELATED.term}　{theirs.intake_number}"
                work.history.note(
                    act="case.linked", kind="case", subject_id=ours.id, case_id=ours.id,
                    note=f"{told}：{reason}" if reason.strip() else told,
                )  # fmt: skip
            return Done(case, work.commit())

    def unrelate(self, link_id: UUID, *, actor: Actor) -> Done[None]:
        """Take away a link made by hand; links that came of an act stay."""
        with self._store.unit_of_work(actor) as work:
            link = work.links.get(link_id)
            if link.kind is not LinkKind.RELATED:
                raise RuleRefusal("link.came_of_an_act", kind=link.kind.term)
            for case_id in (link.from_id, link.to_id):
                refuse_locked(work.cases.get(case_id))
            work.links.remove(link)
            for ours, theirs in ((link.from_id, link.to_id), (link.to_id, link.from_id)):
                work.history.note(
                    act="case.unlinked", kind="case", subject_id=ours, case_id=ours,
                    note=work.cases.get(theirs).intake_number,
                )  # fmt: skip
            return Done(None, work.commit())

    def _register(self, work: UnitOfWork, intake: Intake, actor: Actor) -> Case:
        now: datetime = self._clock.now()
        types = list_valid_on(self._rules.dispute_types, local_day(now))
        for problem in check_intake(intake, types, now):
            raise problem
        return register_case(work, intake, self._rules, actor=actor, now=now)

    def _link(self, work: UnitOfWork, kind: LinkKind, ours: Case, other: Case, reason: str) -> CaseLink:
        return work.links.add(
            CaseLink(
                id=new_id(),
                kind=kind,
                from_id=ours.id,
                to_id=other.id,
                reason=reason,
                linked_at=self._clock.now(),
                actor_id=work.actor.id,
                actor_name=work.actor.name,
            )
        )


def may_begin_anew(case: Case) -> bool:
    """Tell whether a case is far enough for the dispute to break out again: settled, ended or closed."""
    is_over = not case.is_open or case.termination_reason is not None
    return is_over or case.effective_on is not None


def again(case: Case) -> Intake:
    """Tell of a case what a new one begins with; facts and parties are the caller's."""
    return Intake(
        source=case.source,
        dispute_type=case.dispute_type,
        place=case.place,
        facts="",
        risk_flags=case.risk_flags,
        risk=case.risk,
        channel=case.channel,
        tier=case.tier,
        organisation_id=case.organisation_id,
        studio_id=case.studio_id,
    )
