"""The form in which a field stands once it is left: 12,800.00, 139 0990 4172, 650203…X."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.errors import InvalidInput
from app.domain.people.parties import IdentityKind
from app.domain.values.credit_code import UnifiedCreditCode
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.identity_numbers import ResidentNumber
from app.domain.values.money import Money
from app.domain.values.naming.names import clean_name
from app.domain.values.phones import Phone
from app.domain.values.texts import one_line
from app.presenters.desk import Desk
from app.presenters.intake.entries import AgentEntry, IntakeEntry, PartyEntry


def written(desk: Desk, holder: IntakeEntry | PartyEntry | AgentEntry, name: str) -> str | None:
    """Give the written form of what stands in a field; None where there is none or it cannot be read yet."""
    typed = getattr(holder, name)
    if not isinstance(typed, str) or not typed.strip():
        return None
    form = _forms(desk, holder).get(name)
    if form is None:
        return None
    try:
        return form(typed)
    except InvalidInput:
        return None


def _forms(desk: Desk, holder: IntakeEntry | PartyEntry | AgentEntry) -> dict[str, Callable[[str], str]]:
    forms: dict[str, Callable[[str], str]] = {"phone": lambda typed: Phone.parse(typed).grouped()}
    if isinstance(holder, IntakeEntry):
        days = dict.fromkeys(
            ("order_sent", "order_arrived", "order_due"),
            lambda typed: parse_day(typed, desk.today).isoformat(),
        )
        return {"amount": lambda typed: desk.formats.money(Money.parse(typed)), **days}
    forms["name"] = lambda typed: clean_name(one_line(typed))
    is_resident = isinstance(holder, AgentEntry) or holder.identity_kind is IdentityKind.RESIDENT_CARD
    if is_resident:
        forms["identity_number"] = lambda typed: ResidentNumber.parse(typed, desk.today).number
    forms["credit_code"] = lambda typed: UnifiedCreditCode.parse(typed).code
    forms["birth_date"] = lambda typed: parse_day(typed, desk.today).isoformat()
    return forms
