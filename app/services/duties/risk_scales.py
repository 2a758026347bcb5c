"""The scale an organisation grades risk by: shipped, taken over, or its own."""

from __future__ import annotations

from uuid import UUID

from app.domain.disputes.risk.rules import RiskRules, RiskScale
from app.domain.disputes.risk.scales import LocalRiskScale, check_scale, corrected, scale_in_force
from app.domain.errors import RuleRefusal
from app.domain.trust.actors import Actor
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.looking import look


class RiskScaleService:
    """Keeps one scale for each organisation; levels of cases stay what they are, only their words follow."""

    def __init__(self, store: Store, risk: RiskRules) -> None:
        self._store = store
        self.shipped = risk.scales
        """What an organisation may begin from; none of them is a national scale."""

    def own(self, organisation_id: UUID) -> LocalRiskScale | None:
        """Give what an organisation set, or None where a shipped scale stands."""
        with look(self._store) as work:
            return work.risk_scales.of_organisation(organisation_id)

    def in_force(self, organisation_id: UUID) -> RiskScale | None:
        """Give the scale an organisation grades by."""
        return scale_in_force(self.own(organisation_id), self.shipped)

    def save(self, scale: LocalRiskScale, *, actor: Actor) -> Done[LocalRiskScale]:
        """Keep an organisation's scale; steps that change have to be confirmed anew.

        Raises InvalidInput ``risk_scale…`` for what it lacks, RuleRefusal ``risk_scale.one_only`` where
        somebody else set one meanwhile.
        """
        check_scale(scale)
        with self._store.unit_of_work(actor) as work:
            stored = work.risk_scales.of_organisation(scale.organisation_id)
            if stored is None:
                return Done(work.risk_scales.add(scale, act="risk_scale.set"), work.commit())
            if stored.id != scale.id:
                raise RuleRefusal("risk_scale.one_only", name=stored.name)
            as_seen("risk_scale", stored, scale.version)
            saved = work.risk_scales.save(corrected(stored, scale), act="risk_scale.set")
            return Done(saved, work.commit())
