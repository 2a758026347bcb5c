"""``register FILE.json``: take a case card in as the window would."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

from jsonschema import Draft202012Validator

from app.cli.outcome import Exit, tell_refusal
from app.domain.errors import DomainError, InvalidInput
from app.domain.people.staff import StaffMember
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.domain.values.plain import Plain, from_plain
from app.i18n import Translator
from app.services.intake import Intake
from app.services.services import Services

Card = dict[str, Plain]


def register(services: Services, me: StaffMember, file: Path, schema: Path, translator: Translator) -> Exit:
    """Check the card against its schema and the rules, then register it; prints number and id as JSON."""
    try:
        card = read_card(file, schema)
        intake = intake_of(card, me)
    except DomainError as error:
        return tell_refusal(translator, error)
    problems = services.registration.check(intake)
    for problem in problems:
        tell_refusal(translator, problem)
    if problems:
        return Exit.BAD_INPUT
    case = services.registration.register(intake, actor=me.actor).value
    print(json.dumps({"id": str(case.id), "number": case.intake_number}, ensure_ascii=False))
    return Exit.DONE


def read_card(file: Path, schema: Path) -> Card:
    """Read a card; InvalidInput ``card.unreadable`` or ``card.shape`` names the place in it."""
    try:
        card = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InvalidInput("card.unreadable", file=file.name, reason=str(error)) from error
    validator = Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))
    for flaw in sorted(validator.iter_errors(card), key=lambda entry: list(map(str, entry.absolute_path))):
        place = ".".join(str(part) for part in flaw.absolute_path)
        raise InvalidInput("card.shape", field=place, reason=flaw.message)
    return cast(Card, card)


def intake_of(card: Card, me: StaffMember) -> Intake:
    """Turn a checked card into what the registration service takes."""
    plain: Card = dict(card)
    plain["organisation_id"] = str(me.organisation_id)
    plain["studio_id"] = str(me.studio_id) if me.studio_id else None
    if isinstance(amount := card.get("amount"), str):
        plain["amount"] = Money.parse(amount).fen
    parties = cast(list[Card], card.get("parties", []))
    plain["parties"] = [_with_ids(party) for party in parties]
    return cast(Intake, from_plain(Intake, plain))


def _with_ids(party: Card) -> Plain:
    agents = cast(list[Card], party.get("agents", []))
    named: list[Plain] = [{**agent, "id": str(new_id())} for agent in agents]
    return {**party, "id": str(new_id()), "agents": named}
