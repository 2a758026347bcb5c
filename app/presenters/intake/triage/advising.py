"""Advice and warnings while a dispute is being typed: asked for a breath after typing, never in the way."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from app.domain.disputes.handling import HandlingMode, TriageDecision
from app.domain.disputes.risk.rules import RiskScale
from app.domain.disputes.risk_dismissals import RiskDismissal
from app.domain.disputes.sources import MediationChannel
from app.domain.disputes.triage.advice import Suggestion
from app.domain.values.ids import new_id
from app.presenters.channel_words import limit_words
from app.presenters.intake.entries import DismissedRisk
from app.presenters.intake.page import IntakePage
from app.presenters.intake.triage.offering import Offering
from app.presenters.triage.scale_words import level_words
from app.presenters.triage.shown import AdviceView
from app.services.disputes.intake import Intake

Answer = tuple[tuple[Suggestion, ...], HandlingMode | None, RiskScale | None]


class Advising:
    """Asks the triage service about the page as it stands; an answer for an older page is dropped."""

    def __init__(self, page: IntakePage, view: AdviceView) -> None:
        self._page, self._view = page, view
        self._desk = page.desk
        self._offering = Offering(page.desk, self._limit_of)
        self._suggestions: tuple[Suggestion, ...] = ()
        self._mode: HandlingMode | None = None
        self._scale: RiskScale | None = None
        self._asked = 0

    # page → advice

    def ask(self) -> None:
        """Ask anew: something was typed, chosen or brought back."""
        self._show_risks()
        self._asked += 1
        ticket, intake, level = self._asked, self._page.verdict.reading.intake, self._page.risk_level()
        services, own = self._desk.services, self._desk.me.organisation_id
        triage = services.triage

        def read() -> Answer:
            facts = triage.facts_of(intake, level)
            return triage.advice(facts, own), triage.mode_for(facts), services.risk_scales.in_force(own)

        def arrived(answer: Answer) -> None:
            if ticket == self._asked:
                self._suggestions, self._mode, self._scale = answer
                self._show()

        self._desk.runner.submit(read, arrived, lambda _error: self._view.show_advice(None))

    def start_over(self) -> None:
        """Forget what was advised: another page is shown."""
        self._suggestions, self._mode = (), None
        self._view.show_advice(None)
        self.ask()

    # user → advice

    def take(self) -> None:
        """Take what is advised (Alt+Y): its channel and tier go into the form."""
        if self._suggestions:
            self._choose(self._suggestions[0], reason="")

    def choose(self, unit_id: UUID) -> None:
        """Send the dispute to another unit; the reason is asked for beside it."""
        found = next((one for one in self._suggestions if one.unit_id == unit_id), None)
        if found is not None:
            self._choose(found, reason=self._page.entry.override_reason)

    def type_reason(self, text: str) -> None:
        """Note why another unit was chosen."""
        self._page.entry.override_reason = text
        self._page.touched()

    def dismiss(self, code: str, reason: str) -> None:
        """Set a warning aside; without a reason it stays."""
        finding = next((f for f in self._page.risks() if f.trigger.code == code), None)
        if finding is None or not reason.strip():
            return
        kept = tuple(entry for entry in self._page.entry.dismissed if entry.code != code)
        told = DismissedRisk(code=code, name=finding.trigger.name, reason=reason.strip())
        self._page.entry.dismissed = (*kept, told)
        self._page.touched()
        self.ask()

    def restore(self, code: str) -> None:
        """Take a warning back that was set aside."""
        self._page.entry.dismissed = tuple(e for e in self._page.entry.dismissed if e.code != code)
        self._page.touched()
        self.ask()

    # advice → registration

    def lacks_reason(self) -> bool:
        """Tell whether another choice than advised still has no reason."""
        chosen = self._chosen()
        if chosen is None:
            return False
        return not self._decision(chosen).is_as_advised and not self._page.entry.override_reason.strip()

    def complete(self, intake: Intake) -> Intake:
        """Give the intake as it is to be registered: level, decision, mode and what was set aside.

        Who registers without choosing takes what is shown (F-1); a centre without units decides nothing.
        """
        chosen = self._chosen()
        entry = self._page.entry
        return intake.completed(
            risk=intake.risk or self._page.risk_level(),
            decision=None if chosen is None else self._decision(chosen),
            handling_mode=self._mode,
            risk_dismissals=tuple(
                RiskDismissal(
                    id=new_id(),
                    code=set_aside.code,
                    name=set_aside.name,
                    reason=set_aside.reason,
                    dismissed_by=self._desk.me.name,
                    dismissed_on=self._desk.today,
                )
                for set_aside in entry.dismissed
            ),
        )

    def _decision(self, chosen: Suggestion) -> TriageDecision:
        first, entry = self._suggestions[0], self._page.entry
        channel = entry.channel if entry.unit_id is not None else chosen.channel
        return TriageDecision(
            id=new_id(),
            decided_at=self._desk.clock.now(),
            decided_by=self._desk.me.name,
            advised_unit=first.unit_name,
            advised_channel=first.channel,
            advised_points=first.points,
            advised_reasons=self._offering.reasons_told(first),
            unit_id=chosen.unit_id,
            unit_name=chosen.unit_name,
            channel=channel,
            override_reason=entry.override_reason.strip(),
        )

    # pieces

    def _choose(self, chosen: Suggestion, *, reason: str) -> None:
        entry = self._page.entry
        entry.unit_id, entry.channel, entry.tier = chosen.unit_id, chosen.channel, chosen.tier
        entry.override_reason = reason
        for key in ("channel", "tier"):
            self._page.view.show_value(key, getattr(entry, key))
        self._page.touched()
        self._show()

    def _chosen(self) -> Suggestion | None:
        if not self._suggestions:
            return None
        wanted = self._page.entry.unit_id
        return next((one for one in self._suggestions if one.unit_id == wanted), self._suggestions[0])

    def _limit_of(self, family: MediationChannel) -> str:
        entry = self._page.entry
        return limit_words(self._desk, family, entry.source, entry.dispute_type)

    def _show(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            self._view.show_advice(None)
            return
        taken = self._page.entry.unit_id
        demands = level_words(self._desk.translator, self._scale, self._page.risk_level())
        offer = self._offering.offer(self._suggestions, chosen, self._mode, taken)
        self._view.show_advice(replace(offer, demand=demands))

    def _show_risks(self) -> None:
        aside = {entry.code: entry.reason for entry in self._page.entry.dismissed}
        self._view.show_risks(
            tuple(
                self._offering.warning(found, aside.get(found.trigger.code, ""))
                for found in self._page.risks()
            )
        )
