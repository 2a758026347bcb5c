"""Consent to publicity: a medical dispute is mediated in public only with both sides (条例 art. 42)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.disputes.channels.rules import Channel, ChannelRule
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.termed import Termed

MEDICAL_PRIVATE = "medical_private"


class PublicityScope(Termed):
    """What may be public: the meeting, or what was agreed."""

    MEETING = "meeting", "公开进行调解"
    AGREEMENT = "agreement", "公开调解协议的内容"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicityConsent:
    """What one party said about publicity; an empty ``covers`` takes an earlier consent back."""

    id: UUID
    party_id: UUID
    party_name: str
    covers: tuple[PublicityScope, ...]
    on: date
    note: str = ""


def private_rule(channel: Channel | None) -> ChannelRule | None:
    """Give the rule that keeps mediation in a channel private, if it has one."""
    return None if channel is None else channel.rule(MEDICAL_PRIVATE)


def consent_of(consents: tuple[PublicityConsent, ...], party_id: UUID) -> PublicityConsent | None:
    """Give what a party said last."""
    return next((entry for entry in reversed(consents) if entry.party_id == party_id), None)


def not_agreeing(
    consents: tuple[PublicityConsent, ...], parties: tuple[tuple[UUID, str], ...], scope: PublicityScope
) -> tuple[str, ...]:
    """Name the parties whose consent to publicity is not on record."""
    latest = {party_id: consent_of(consents, party_id) for party_id, _name in parties}
    return tuple(
        name for party_id, name in parties if (found := latest[party_id]) is None or scope not in found.covers
    )


def check_consents(
    channel: Channel | None, consents: tuple[PublicityConsent, ...], parties: tuple[tuple[UUID, str], ...]
) -> None:
    """Refuse a consent where the channel asks for none, and one of somebody else."""
    if private_rule(channel) is None:
        raise RuleRefusal("channel.publicity_not_asked")
    if unknown := {entry.party_id for entry in consents} - {party_id for party_id, _name in parties}:
        raise InvalidInput("consent.unknown_party", field="publicity", count=len(unknown))


def check_public_meeting(
    channel: Channel | None, consents: tuple[PublicityConsent, ...], parties: tuple[tuple[UUID, str], ...]
) -> None:
    """Refuse a public meeting to which a party did not consent."""
    rule = private_rule(channel)
    if rule is None:
        return
    missing = not_agreeing(consents, parties, PublicityScope.MEETING)
    if missing:
        raise RuleRefusal(
            "channel.public_without_consent", field="is_public", party=missing[0], article=rule.article
        )
