"""What can be done when an agreement is not kept, in words: until when, why, and the button that does it."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.duties.performance.legal_steps import LegalStep, LegalStepKind
from app.domain.settlements.legal_actions import LegalActionKind
from app.domain.settlements.performance.plans import PerformancePlan
from app.presenters.cases.rows import GAP
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.court.applications import enforceable
from app.presenters.workspace.forms.performance.menu import ACTION_OF, COURT, ENFORCEMENT_PACK, URGE
from app.presenters.workspace.forms.performance.parts import reason_words, until_words
from app.presenters.workspace.performance.cards import PlanCard, PlanRow, RowAct
from app.presenters.workspace.turn_menu import ANEW

_FORM_OF_STEP: dict[LegalStepKind, str] = {
    LegalStepKind.URGE: URGE,
    LegalStepKind.CONFIRM: COURT,
    LegalStepKind.PAYMENT_ORDER: ACTION_OF[LegalActionKind.PAYMENT_ORDER],
    LegalStepKind.ENFORCE: ACTION_OF[LegalActionKind.ENFORCEMENT],
    LegalStepKind.SUE: ACTION_OF[LegalActionKind.SUIT],
    LegalStepKind.ARBITRATE: ACTION_OF[LegalActionKind.ARBITRATION],
    LegalStepKind.MEDIATE_AGAIN: ANEW,
}


class WayWords:
    """Words 不履行怎么办 for one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._say = desk.translator.text

    def card(self, folder: CaseFolder, plan: PerformancePlan, steps: tuple[LegalStep, ...]) -> PlanCard:
        """Give the ways of one agreement, the gentlest first."""
        return PlanCard(
            key=f"ways/{plan.id}",
            title=self._say("不履行怎么办"),
            note=self._say("由当事人自己决定，告知时写明期限"),
            rows=tuple(self._way(folder, plan, step) for step in steps),
        )

    def _way(self, folder: CaseFolder, plan: PerformancePlan, step: LegalStep) -> PlanRow:
        say = self._say
        form = _FORM_OF_STEP.get(step.kind)
        subject = plan.id if form == COURT or form in ACTION_OF.values() else None
        acts = (RowAct(form, self._verb(step), subject),) if form is not None else ()
        until = until_words(self._desk, step)
        why = reason_words(self._desk, step)
        return PlanRow(
            key=step.kind.value,
            text=GAP.join(part for part in (say(step.kind.term), until) if part),
            second=GAP.join(part for part in (why, step.explanation) if part),
            acts=(*self._paper(folder, plan, step), *acts),
        )

    def _paper(self, folder: CaseFolder, plan: PerformancePlan, step: LegalStep) -> Iterator[RowAct]:
        """Offer the application that can be written here."""
        may_be_written = plan.id in {agreement.id for agreement in enforceable(folder)}
        if step.kind is LegalStepKind.ENFORCE and may_be_written:
            yield RowAct(ENFORCEMENT_PACK, self._say("出具申请书"), plan.id)

    def _verb(self, step: LegalStep) -> str:
        """Say what the button does: some ways are taken elsewhere and only recorded here."""
        is_elsewhere = _FORM_OF_STEP.get(step.kind) in ACTION_OF.values()
        return self._say("已申请，记下") if is_elsewhere else self._say("办理")
