"""``init FILE.json``: the first start for scripts, what the window asks in its wizard."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from app.cli.cards import Card, read_card
from app.cli.outcome import Exit
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.people.organisations import Organisation
from app.domain.people.staff import StaffMember
from app.domain.trust.actors import SYSTEM
from app.domain.values.ids import new_id
from app.domain.values.plain import Plain, from_plain
from app.services.services import Services
from app.services.trust.settings import FirstStart


def init(services: Services, file: Path, schema: Path) -> Exit:
    """Set the centre up once; RuleRefusal ``settings.already_set_up`` the second time."""
    first = first_start_of(read_card(file, schema))
    if services.settings.is_set_up():
        raise RuleRefusal("settings.already_set_up")
    me = services.settings.set_up(first, actor=SYSTEM).value
    print(f"{first.organisation.name}\t{me.name}")
    return Exit.DONE


def first_start_of(card: Card) -> FirstStart:
    """Turn a checked card into the first start; people name their studio and ``me`` by name."""
    told = cast(Card, card["organisation"])
    studios = [_with_id(studio) for studio in cast(list[Card], told.get("studios", []))]
    organisation = cast(Organisation, from_plain(Organisation, _with_id({**told, "studios": list(studios)})))
    staff = tuple(
        _member(member, organisation, f"staff.{place}")
        for place, member in enumerate(cast(list[Card], card["staff"]))
    )
    me = [member for member in staff if member.name == card["me"]]
    if len(me) != 1:
        raise InvalidInput("settings.me_missing", field="me")
    return FirstStart(organisation=organisation, staff=staff, me=me[0].id)


def _member(told: Card, organisation: Organisation, place: str) -> StaffMember:
    plain: Card = {**told, "organisation_id": str(organisation.id)}
    if name := plain.pop("studio", ""):
        found = [studio for studio in organisation.studios if studio.name == name]
        if len(found) != 1:
            raise InvalidInput("staff.studio_of_another_committee", field=f"{place}.studio")
        plain["studio_id"] = str(found[0].id)
    return cast(StaffMember, from_plain(StaffMember, _with_id(plain)))


def _with_id(card: Card) -> dict[str, Plain]:
    return {**card, "id": str(new_id())}
