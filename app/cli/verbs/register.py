"""``register FILE.json``: take a case card in as the window would."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

from app.cli.cards import Card, read_card
from app.cli.outcome import Exit, tell_refusal
from app.domain.disputes.particulars.traffic import plate_of
from app.domain.errors import InvalidInput
from app.domain.people.staff import StaffMember
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.domain.values.plain import Plain, from_plain
from app.i18n import Translator
from app.services.disputes.intake import Intake
from app.services.services import Services


def register(services: Services, me: StaffMember, file: Path, schema: Path, translator: Translator) -> Exit:
    """Check the card against its schema and the rules, then register it; prints number and id as JSON."""
    intake = intake_of(read_card(file, schema), me)
    problems = services.registration.check(intake)
    for problem in problems:
        tell_refusal(translator, problem)
    if problems:
        return Exit.BAD_INPUT
    case = services.registration.register(intake, actor=me.actor).value
    print(json.dumps({"id": str(case.id), "number": case.intake_number}, ensure_ascii=False))
    return Exit.DONE


def intake_of(card: Card, me: StaffMember) -> Intake:
    """Turn a checked card into what the registration service takes; an amount is read as it is typed."""
    plain: Card = dict(card)
    plain["organisation_id"] = str(me.organisation_id)
    plain["studio_id"] = str(me.studio_id) if me.studio_id else None
    amount = plain.pop("amount", "")
    if isinstance(amount, str) and amount:
        plain["amount"] = _amount(amount).fen
    for name in _PARTICULARS:
        told = cast(Card | None, plain.pop(name, None))
        if told is not None:
            plain[f"{name}s"] = [_particulars(told, f"{name}s.0")]
    parties = cast(list[Card], card.get("parties", []))
    plain["parties"] = [_with_ids(party) for party in parties]
    return cast(Intake, from_plain(Intake, plain))


_PARTICULARS = ("accident", "treatment")
_SUMS = frozenset({"compulsory", "commercial", "coverage"})


def _particulars(told: Card, place: str) -> Card:
    """Give an accident or a treatment, or one side of it, its id; sums are read as they are typed."""
    plain: Card = {"id": str(new_id())}
    for name, value in told.items():
        if name in _SUMS and isinstance(value, str):
            plain[name] = _amount(value, f"{place}.{name}").fen if value else None
        elif name == "plate" and isinstance(value, str):
            plain[name] = plate_of(value)
        elif name == "road_users":
            sides = enumerate(cast(list[Card], value))
            plain[name] = [_particulars(side, f"{place}.{name}.{number}") for number, side in sides]
        else:
            plain[name] = value
    return plain


def _amount(typed: str, field: str = "amount") -> Money:
    try:
        return Money.parse(typed)
    except InvalidInput as refusal:
        raise InvalidInput(refusal.code, field=field, **refusal.facts) from refusal


def _with_ids(party: Card) -> Plain:
    agents = cast(list[Card], party.get("agents", []))
    named: list[Plain] = [{**agent, "id": str(new_id())} for agent in agents]
    return {**party, "id": str(new_id()), "agents": named}
