"""交通事故情况: the accident, then each side with its vehicle, blame and insurance; one empty side waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from app.domain.disputes.particulars.traffic import Responsibility, RoadUser, TrafficAccident, plate_of
from app.domain.errors import InvalidInput
from app.domain.values.days.clock_times import parse_time
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import FieldKind, Form, FormField, Sent, Values

_AT = "accidents.0"
_SIDES = 2
_SIDE = ("name", "plate", "responsibility", "insurer", "policy_number", "compulsory", "commercial")


def accident_form(desk: Desk, folder: CaseFolder) -> Form:
    """Ask for the accident; everything emptied takes it out again."""
    case, say = folder.case, desk.translator.text
    known = case.accidents[0] if case.accidents else TrafficAccident(id=new_id())
    places = max(_SIDES, len(known.road_users) + 1)

    def send(values: Values, seen: CaseFolder) -> Sent:
        filled = _filled(values, places)
        told = _told(desk, values, known, filled)
        corrected = replace(seen.case, accidents=(told,) if _says_anything(told) else ())
        try:
            done = desk.services.cases.update_details(corrected, actor=desk.actor)
        except InvalidInput as error:
            raise _in_its_group(error, filled) from error
        return Sent(done.changes, say("已记下事故情况，印在协议书和受理登记表上"))

    return Form(
        key="accident",
        case_id=case.id,
        title=say("交通事故情况"),
        words=(say("照交通事故认定书和保险单填；行人、非机动车没有车牌就空着。空着的一方不记。"),),
        verb=say("保存"),
        fields=(*_head(desk, known), *(f for n in range(places) for f in _side(desk, known, n))),
        send=send,
        is_wide=True,
    )


def _head(desk: Desk, known: TrafficAccident) -> tuple[FormField, ...]:
    say = desk.translator.text
    at = None if known.happened_at is None else known.happened_at.astimezone(SHANGHAI)
    return (
        FormField(
            key=f"{_AT}.happened_on",
            label=say("事故日期"),
            kind=FieldKind.DAY,
            value="" if at is None else desk.formats.day(at.date()),
            is_half=True,
        ),
        FormField(
            key=f"{_AT}.time",
            label=say("几点"),
            value="" if at is None else f"{at:%H:%M}",
            hint=say("如 9:30"),
            is_half=True,
        ),
        FormField(key=f"{_AT}.scene", label=say("事故地点"), value=known.scene, is_half=True),
        FormField(
            key=f"{_AT}.finding_number",
            label=say("事故认定书编号"),
            value=known.finding_number,
            is_half=True,
        ),
    )


def _side(desk: Desk, known: TrafficAccident, place: int) -> Iterator[FormField]:
    say = desk.translator.text
    user = known.road_users[place] if place < len(known.road_users) else RoadUser(id=new_id(), name="")
    labels = {
        "name": say("当事方 {n}：姓名", n=place + 1),
        "plate": say("车牌号"),
        "responsibility": say("事故责任"),
        "insurer": say("保险公司"),
        "policy_number": say("保险单号"),
        "compulsory": say("交强险赔付（元）"),
        "commercial": say("商业险赔付（元）"),
    }
    for name in _SIDE:
        value = getattr(user, name)
        # A name has a line to itself: where a side begins is then seen at once.
        field = FormField(key=_key(place, name), label=labels[name], is_half=name != "name")
        if isinstance(value, Money):
            value = desk.formats.money(value)
        if name in {"compulsory", "commercial"}:
            field = replace(field, kind=FieldKind.MONEY)
        if name == "responsibility":
            options = (("", "—"), *terms(desk.translator, Responsibility))
            field = replace(field, kind=FieldKind.CHOICE, options=options)
        yield replace(field, value=str(value or ""))


def _filled(values: Values, places: int) -> tuple[int, ...]:
    """Give the places of the sides of which anything is told."""
    return tuple(
        place for place in range(places) if any(values.get(_key(place, name), "").strip() for name in _SIDE)
    )


def _in_its_group(error: InvalidInput, filled: tuple[int, ...]) -> InvalidInput:
    """Say what is wrong in the group of fields it was typed into: empty groups before it are not kept."""
    head, _, rest = error.field.partition(".road_users.")
    number, _, name = rest.partition(".")
    place = _key(filled[int(number)], name) if head == _AT and number.isdigit() else error.field
    return InvalidInput(error.code, field=place, **error.facts)


def _told(desk: Desk, values: Values, known: TrafficAccident, filled: tuple[int, ...]) -> TrafficAccident:
    ids = [user.id for user in known.road_users]
    users = [_user(values, place, ids[place] if place < len(ids) else new_id()) for place in filled]
    return replace(
        known,
        happened_at=_happened_at(desk, values),
        scene=read.line(values, f"{_AT}.scene"),
        finding_number=read.line(values, f"{_AT}.finding_number"),
        road_users=tuple(users),
    )


def _user(values: Values, place: int, user_id: UUID) -> RoadUser:
    name = _key(place, "name")
    return RoadUser(
        id=user_id,
        name=read.needed(read.line(values, name) or None, name, "accident.name_missing"),
        plate=plate_of(read.line(values, _key(place, "plate"))),
        responsibility=read.member(Responsibility, values.get(_key(place, "responsibility"), "")),
        insurer=read.line(values, _key(place, "insurer")),
        policy_number=read.line(values, _key(place, "policy_number")),
        compulsory=read.money(values, _key(place, "compulsory")),
        commercial=read.money(values, _key(place, "commercial")),
    )


def _happened_at(desk: Desk, values: Values) -> datetime | None:
    day = read.day_or_none(values, f"{_AT}.happened_on", desk.today)
    time = read.parsed(values, f"{_AT}.time", parse_time)
    if day is None and time is None:
        return None
    if day is None:
        raise InvalidInput("date.missing", field=f"{_AT}.happened_on")
    if time is None:
        raise InvalidInput("time.missing", field=f"{_AT}.time")
    return datetime.combine(day, time, SHANGHAI)


def _says_anything(told: TrafficAccident) -> bool:
    return bool(told.happened_at or told.scene or told.finding_number or told.road_users)


def _key(place: int, name: str) -> str:
    return f"{_AT}.road_users.{place}.{name}"
