"""What a channel asks of a case: from when it may begin, consent to publicity, the agreed fee."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.disputes.channels.fees import AgreedFee, check_fee
from app.domain.disputes.channels.publicity import PublicityConsent, check_consents
from app.domain.disputes.channels.rules import Channel
from app.domain.disputes.channels.starting import StartGround, check_grounds
from app.domain.errors import RuleRefusal
from app.domain.trust.actors import Actor
from app.services.disputes.turning import Turning
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.moving import refuse_locked

_Asked = Callable[[Case, Channel | None], Case]


class ChannelFacts(Turning):
    """Records what only some channels ask; elsewhere each of them is refused."""

    def record_start(
        self, case_id: UUID, grounds: tuple[StartGround, ...], *, actor: Actor, version: int
    ) -> Done[Case]:
        """Say anew what the accident did and what of it is over; the clock of the channel follows."""
        told = "；".join(
            f"{ground.harm} {ground.over} {ground.over_on.isoformat() if ground.over_on else '未结束'}"
            for ground in grounds
        )

        def asked(case: Case, channel: Channel | None) -> Case:
            check_grounds(channel.start if channel else None, grounds, self._today())
            return replace(case, start_grounds=grounds)

        return self._note(case_id, asked, "case.start_recorded", told, actor=actor, version=version)

    def record_publicity(
        self, case_id: UUID, consents: tuple[PublicityConsent, ...], *, actor: Actor, version: int
    ) -> Done[Case]:
        """Record what each party said about publicity; every answer is kept, the last one counts."""
        for consent in consents:
            self._not_in_future(consent.on)
        told = "；".join(
            f"{consent.party_name}：{'、'.join(scope.term for scope in consent.covers) or '不同意公开'}"
            for consent in consents
        )

        def asked(case: Case, channel: Channel | None) -> Case:
            check_consents(channel, consents, tuple((party.id, party.name) for party in case.parties))
            return replace(case, publicity=(*case.publicity, *consents))

        return self._note(case_id, asked, "case.publicity_recorded", told, actor=actor, version=version)

    def agree_fee(self, case_id: UUID, fee: AgreedFee, *, actor: Actor, version: int) -> Done[Case]:
        """Record the fee the parties agreed to; refused in every channel that may not charge."""
        self._not_in_future(fee.on)

        def asked(case: Case, channel: Channel | None) -> Case:
            check_fee(channel, fee)
            return replace(case, fees=(*case.fees, fee))

        told = f"{fee.amount} {fee.basis}".strip()
        return self._note(case_id, asked, "case.fee_agreed", told, actor=actor, version=version)

    def _note(
        self, case_id: UUID, asked: _Asked, act: str, note: str, *, actor: Actor, version: int
    ) -> Done[Case]:
        with self._store.unit_of_work(actor) as work:
            case = as_seen("case", work.cases.get(case_id), version)
            refuse_locked(case)
            if not case.is_open:
                raise RuleRefusal("channel.case_closed", state=case.state.term)
            channel = self._rules.channel_of(case)
            return self._done(work, work.cases.save(asked(case, channel), act=act, note=note))
