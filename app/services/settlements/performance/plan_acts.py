"""Recording performance: what came in, what was countered, arranged and urged; each is one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from app.archive.files import FileStore
from app.domain.disputes.cases import Case
from app.domain.disputes.states import CaseState
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput, NotFound, RuleRefusal
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.performance import acts
from app.domain.settlements.performance.arrangements import Arrangement
from app.domain.settlements.performance.plans import PerformancePlan
from app.domain.settlements.performance.receipts import PerformanceManner, Receipt
from app.domain.settlements.performance.urgings import Urging
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.filing.attachments import kept_file
from app.services.transactions.as_seen import as_seen
from app.services.transactions.channels.citing import in_its_law
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.moving import refuse_locked
from app.services.transactions.numbered import Issue, number_and_freeze
from app.services.transactions.performing import plan_of
from app.services.transactions.printing import Printing

_OVER = frozenset({CaseState.PERFORMED, CaseState.FOLLOWED_UP, CaseState.CLOSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A file that proves a receipt, by its path or bytes, under the name it is kept by."""

    content: Path | bytes
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """What came in, as it was told at the desk."""

    item_id: UUID
    received_on: date
    amount: Money | None = None
    manner: PerformanceManner = PerformanceManner.IN_HAND
    completes: bool = False
    payer_id: UUID | None = None
    payee_id: UUID | None = None
    note: str = ""
    proof: Proof | None = None
    allows_excess: bool = False


class PlanActs:
    """Writes plans; ``version`` is that of the plan the user saw.

    Kill-safety of proofs is that of attachments: the file lies on the disk before the row that names it.
    """

    def __init__(
        self, store: Store, clock: Clock, rules: Rules, files: FileStore, printing: Printing
    ) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules
        self._files = files
        self._printing = printing

    def record(
        self, case_id: UUID, plan_id: UUID, incoming: Incoming, *, actor: Actor, version: int
    ) -> Done[PerformancePlan]:
        """Record what came in for an item, with its proof, in one transaction.

        Raises InvalidInput ``receipt…``, RuleRefusal ``performance…``, or what a file is refused for.
        """
        self._not_in_future(incoming.received_on, "received_on")
        kept = None
        if incoming.proof is not None:
            kept = kept_file(self._files, incoming.proof.content, incoming.proof.name)
        with self._store.unit_of_work(actor) as work:
            self._not_before_registration(work, case_id, incoming.received_on)
            stored = self._stored(work, case_id, plan_id, version)
            proof_id = None
            if kept is not None:
                attachment = kept.attachment(
                    case_id, incoming.note, self._clock.now(), actor.name, FileItem.PERFORMANCE
                )
                proof_id = work.attachments.add(attachment).id
            receipt = Receipt(
                id=new_id(),
                item_id=incoming.item_id,
                received_on=incoming.received_on,
                amount=incoming.amount,
                manner=incoming.manner,
                completes=incoming.completes,
                payer_id=incoming.payer_id,
                payee_id=incoming.payee_id,
                note=incoming.note,
                proof_id=proof_id,
                recorded_at=self._clock.now(),
                recorded_by=actor.name,
            )
            moved = acts.record_receipt(stored, receipt, allows_excess=incoming.allows_excess)
            return self._saved(work, moved, "performance.received", told_of(moved, receipt))

    def reverse(
        self, case_id: UUID, plan_id: UUID, receipt_id: UUID, reason: str, *, actor: Actor, version: int
    ) -> Done[PerformancePlan]:
        """Counter an entry recorded by mistake; both stay."""
        with self._store.unit_of_work(actor) as work:
            stored = self._stored(work, case_id, plan_id, version)
            _refuse_over(work.cases.get(case_id))
            now = self._clock.now()
            counter = Receipt(
                id=new_id(),
                item_id=receipt_id,
                received_on=local_day(now),
                note=reason,
                reverses_id=receipt_id,
                recorded_at=now,
                recorded_by=actor.name,
            )
            moved = acts.reverse_receipt(stored, counter)
            return self._saved(work, moved, "performance.reversed", reason)

    def arrange(
        self, case_id: UUID, plan_id: UUID, arrangement: Arrangement, *, actor: Actor, version: int
    ) -> Done[PerformancePlan]:
        """Record what both sides agreed about an item since."""
        self._not_in_future(arrangement.agreed_on, "agreed_on")
        return self._step(
            case_id,
            plan_id,
            lambda plan: acts.arrange(plan, self._signed(arrangement, actor)),
            "performance.arranged",
            actor=actor,
            version=version,
            note=f"{arrangement.kind.term}：{arrangement.reason}",
        )

    def urge(
        self, case_id: UUID, plan_id: UUID, urging: Urging, *, actor: Actor, version: int
    ) -> Done[PerformancePlan]:
        """Record that the other side was urged, by whatever manner but a letter of ours."""
        self._not_in_future(urging.urged_on, "urged_on")
        return self._step(
            case_id,
            plan_id,
            lambda plan: acts.urge(plan, self._urged(urging, actor)),
            "performance.urged",
            actor=actor,
            version=version,
            note=urging.in_one_line,
        )

    def urge_by_letter(
        self, case_id: UUID, plan_id: UUID, urging: Urging, *, actor: Actor, version: int
    ) -> Done[IssuedDocument]:
        """Record an urging and issue its letter (履行催告书) in the same transaction."""
        self._not_in_future(urging.urged_on, "urged_on")
        with self._store.unit_of_work(actor) as work:
            stored = self._stored(work, case_id, plan_id, version)
            urged = acts.urge(stored, self._urged(urging, actor))
            saved = work.plans.save(urged, act="performance.urged", note=urging.in_one_line)
            issue = Issue(work, self._printing, self._rules, actor, self._clock.now())
            case = work.cases.get(case_id)
            document = number_and_freeze(issue, DocumentKind.URGING_LETTER, case, urging.id)
            lettered = acts.attach_letter(saved, urging.id, document.id)
            changes = self._saved(work, lettered, "performance.letter_issued", document.title).changes
        drawn = self._printing.draw(document, actor=actor)
        return Done(drawn.value, changes | drawn.changes)

    def answer(
        self,
        case_id: UUID,
        plan_id: UUID,
        urging_id: UUID,
        answer: str,
        on: date,
        *,
        actor: Actor,
        version: int,
    ) -> Done[PerformancePlan]:
        """Write what somebody answered to an urging, once."""
        self._not_in_future(on, "answered_on")
        return self._step(
            case_id,
            plan_id,
            lambda plan: acts.answer_urging(plan, urging_id, answer, on),
            "performance.answered",
            actor=actor,
            version=version,
            note=answer,
        )

    def _step(
        self,
        case_id: UUID,
        plan_id: UUID,
        move: Callable[[PerformancePlan], PerformancePlan],
        act: str,
        *,
        actor: Actor,
        version: int,
        note: str,
    ) -> Done[PerformancePlan]:
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, case_id):
            stored = self._stored(work, case_id, plan_id, version)
            return self._saved(work, move(stored), act, note)

    def _saved(self, work: UnitOfWork, plan: PerformancePlan, act: str, note: str) -> Done[PerformancePlan]:
        saved = work.plans.save(plan, act=act, note=note)
        wind(work, self._rules, plan.case_id, self._today())
        return Done(saved, work.commit())

    def _stored(self, work: UnitOfWork, case_id: UUID, plan_id: UUID, version: int) -> PerformancePlan:
        case = work.cases.get(case_id)
        refuse_locked(case)
        found = plan_of(work, self._rules, case, plan_id)
        if found is None:
            raise NotFound("performance.not_found", id=str(plan_id))
        return as_seen("performance", found, max(version, 1))

    def _signed(self, arrangement: Arrangement, actor: Actor) -> Arrangement:
        return replace(arrangement, recorded_at=self._clock.now(), recorded_by=actor.name)

    def _urged(self, urging: Urging, actor: Actor) -> Urging:
        return replace(urging, recorded_at=self._clock.now(), recorded_by=actor.name)

    def _not_before_registration(self, work: UnitOfWork, case_id: UUID, on: date) -> None:
        if on < local_day(work.cases.get(case_id).received_at):
            raise InvalidInput("date.before_registration", field="received_on", day=on.isoformat())

    def _not_in_future(self, on: date, field: str) -> None:
        if on > self._today():
            raise InvalidInput("date.in_future", field=field, day=on.isoformat())

    def _today(self) -> date:
        return local_day(self._clock.now())


def _refuse_over(case: Case) -> None:
    """Refuse to open again what a case rests on that was told performed; that comes back first."""
    if case.state in _OVER:
        raise RuleRefusal("receipt.case_over", state=case.state.term)


def told_of(plan: PerformancePlan, receipt: Receipt) -> str:
    """Say an entry in one line for the history: what, how much, how."""
    item = plan.item(receipt.item_id)
    place = item.place if item is not None else ""
    amount = f"{receipt.amount.yuan:,.2f} 元" if receipt.amount is not None else ""
    return "，".join(part for part in (place, amount, receipt.manner.term, receipt.note) if part)
