"""Changing the channel (更换渠道): the case ends with its reason, a linked new one goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.disputes import side_steps
from app.domain.disputes.cases import Case
from app.domain.disputes.channels.rules import Channel
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.lifecycle.links import LinkKind
from app.domain.disputes.sources import CaseSource, MediationChannel
from app.domain.duties.deadlines.catalogue import DeadlineRule
from app.domain.errors import InvalidInput
from app.domain.trust.actors import Actor
from app.services.disputes.linking import Linking, again
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.channels.citing import in_its_law
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.moving import refuse_locked, save_moved


class ChannelChanging(Linking):
    """Tells of channels, and ends a case in one to begin it in another: one transaction, both histories."""

    def channels(self) -> tuple[Channel, ...]:
        """Give the channels of mediation in force today."""
        return self._rules.all_channels().in_force(self._today())

    def channel_of(self, case: Case) -> Channel | None:
        """Give the channel a case goes through, as it stood when the case was registered."""
        return self._rules.channel_of(case)

    def proposed_channel(self, case: Case, family: MediationChannel) -> Channel | None:
        """Propose a channel of a family for a case."""
        return self._rules.all_channels().proposed(family, case.source, case.dispute_type, self._today())

    def channel_for(self, family: MediationChannel, source: CaseSource, dispute_type: str) -> Channel | None:
        """Propose a channel of a family for a dispute that is not registered yet."""
        return self._rules.all_channels().proposed(family, source, dispute_type, self._today())

    def period_of(self, channel: Channel) -> DeadlineRule | None:
        """Give the rule that limits mediation in a channel; None where no law limits it."""
        rules = (self._rules.catalogue.row(rule_id) for rule_id in channel.deadlines)
        return next((rule for rule in rules if rule is not None and rule.kind is ClockKind.MEDIATION), None)

    def change_channel(
        self,
        case_id: UUID,
        code: str,
        *,
        reason: str,
        routes_told: bool,
        on: date,
        actor: Actor,
        version: int,
    ) -> Done[Case]:
        """Close and link; gives the new case, which takes over parties, facts and requests.

        Raises RuleRefusal ``channel.change_too_late`` once an agreement or the end of mediation stands,
        ``case.routes_not_told`` for an accepted case whose parties were not told of the other routes.
        """
        self._not_in_future(on)
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, case_id):
            case = as_seen("case", work.cases.get(case_id), version)
            refuse_locked(case)
            chosen = self._other_channel(case, code)
            told = f"改走{chosen.name}：{reason.strip()}"
            event = side_steps.channel_ending(case)
            ended = side_steps.change_channel(case, reason=reason, told=told, routes_told=routes_told, on=on)
            intake = replace(
                again(case),
                channel=case.channel if case.channel in chosen.families else chosen.family,
                channel_code=chosen.code,
                parties=side_steps.parties_again(case, [party.id for party in case.parties]),
                facts=case.facts,
                requests=case.requests,
                amount=case.amount,
                headcount=case.headcount,
                accidents=case.accidents,
                treatments=case.treatments,
            )
            new = self._register(work, intake, actor)
            link = self._link(work, LinkKind.CHANNEL_CHANGE, new, case, reason)
            act = "case.channel_changed"
            save_moved(
                work, case, ended, event, act=act, note=f"{told}　{new.intake_number}", twin_id=link.id
            )
            work.history.note(
                act=act, kind="case", subject_id=new.id, case_id=new.id,
                note=f"{case.intake_number}　{told}",
            )  # fmt: skip
            wind(work, self._rules, case_id, self._today())
            return self._done(work, new)

    def _other_channel(self, case: Case, code: str) -> Channel:
        chosen = self._rules.all_channels().needed(code, self._today())
        if code == case.channel_code:
            raise InvalidInput("channel.same", field="channel_code", channel=chosen.name)
        return chosen
