"""The fee agreed with the parties: commercial mediation may charge, people's mediation never (art. 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.disputes.channels.rules import Channel, ChannelFee
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.values.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedFee:
    """What the parties agreed to pay, on what basis and by whom; a later one takes its place."""

    id: UUID
    amount: Money
    basis: str
    payers: str
    on: date


def may_charge(channel: Channel | None) -> bool:
    """Tell whether a fee may be asked for at all."""
    return channel is not None and channel.fee is ChannelFee.MAY_CHARGE


def check_fee(channel: Channel | None, fee: AgreedFee) -> None:
    """Refuse a fee where none may be taken, and one without its sum or basis."""
    if not may_charge(channel):
        raise RuleRefusal("channel.no_fee", channel="" if channel is None else channel.name)
    if fee.amount < Money.zero():
        raise InvalidInput("money.negative", field="amount", typed=str(fee.amount))
    if not fee.basis.strip():
        raise InvalidInput("channel.fee_basis_missing", field="basis")
