"""Orders and whistles in words: chips, states, one row of the lists, one card beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.duties.watch.loop import OrderLine, WatchLine, WhistleLine
from app.domain.duties.watch.supervision import SupervisionOrder
from app.domain.duties.watch.whistles import Whistle
from app.domain.people.staff import StaffMember
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.due_words import Chip, ChipKind, moment_chip
from app.presenters.watch.acts import OfferedAct, order_acts, whistle_acts

GAP = "\u3000"


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchRow:
    """One order or whistle ready to be drawn; ``sought`` is what the filter looks through."""

    id: UUID
    is_whistle: bool
    case_id: UUID | None
    chip: Chip
    verb: str
    title: str
    facts: str
    addressee: str
    sender: str
    status: str
    main: OfferedAct
    spoken: str
    is_by_me: bool
    is_to_me: bool

    @property
    def sought(self) -> str:
        """Give everything the row says, for narrowing."""
        return f"{self.spoken} {self.facts} {self.sender}".casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchCard:
    """Everything about one order or whistle, with what may be done; ``told`` are its lines in order."""

    id: UUID
    is_whistle: bool
    case_id: UUID | None
    title: str
    status: str
    chip: Chip
    told: tuple[tuple[str, str], ...]
    acts: tuple[OfferedAct, ...]


class WatchWords:
    """Makes rows and cards for one member of staff in one language."""

    def __init__(self, translator: Translator, formats: Formats, me: StaffMember) -> None:
        self._translator, self._formats, self._me = translator, formats, me
        self._say = translator.text

    def row(self, line: WatchLine, now: datetime) -> WatchRow:
        """Word one row as it stands at a moment."""
        return self._order_row(line, now) if isinstance(line, OrderLine) else self._whistle_row(line, now)

    def card(self, line: WatchLine, now: datetime) -> WatchCard:
        """Word everything about one."""
        if isinstance(line, OrderLine):
            return self.order_card(line.order, now, f"{line.case.intake_number}{GAP}{line.case.title}")
        return self.whistle_card(line.whistle, now, _about(line))

    def chip(self, thing: SupervisionOrder | Whistle, now: datetime) -> Chip:
        """Give the chip of what is owed, or how it stands where nothing is."""
        is_order = isinstance(thing, SupervisionOrder)
        owes = thing.owes_reply if isinstance(thing, SupervisionOrder) else thing.owes_arrival
        due = thing.due if isinstance(thing, SupervisionOrder) else thing.arrive_by
        word = self._say(thing.status(now).term)
        if owes:
            time = self._formats.moment(due)
            detail = (
                self._say("{time} 前回复", time=time) if is_order else self._say("{time} 前报到", time=time)
            )
            return moment_chip(self._translator, due, now, detail)
        return Chip(ChipKind.AMPLE if thing.is_open else ChipKind.DONE, word)

    def _order_row(self, line: OrderLine, now: datetime) -> WatchRow:
        say, order = self._say, line.order
        chip, status = self.chip(order, now), say(order.status(now).term)
        to = order.addressee
        addressee = "、".join(name for name in (to.lead_official, to.responsible_person) if name)
        listed = say("挂牌") if order.is_listed else ""
        facts = GAP.join(part for part in (order.number, line.case.intake_number, listed) if part)
        sender = say(
            "{name} {day} 签发", name=order.issuer_name, day=self._formats.short_day(order.issued_at)
        )
        spoken = (
            say("督办"),
            chip.text,
            status,
            line.case.title,
            order.number,
            addressee,
            to.responsible_unit,
        )
        return WatchRow(
            id=order.id,
            is_whistle=False,
            case_id=order.case_id,
            chip=chip,
            verb=say("督办"),
            title=line.case.title,
            facts=facts,
            addressee=addressee or to.responsible_unit,
            sender=sender,
            status=status,
            main=order_acts(self._translator, order, self._me)[0],
            spoken="，".join(part for part in spoken if part),
            is_by_me=order.issuer_id == self._me.id,
            is_to_me=order.is_addressed_to(self._me.id, self._me.name),
        )

    def _whistle_row(self, line: WhistleLine, now: datetime) -> WatchRow:
        say, whistle = self._say, line.whistle
        chip, status = self.chip(whistle, now), say(whistle.status(now).term)
        units = "、".join(unit.name for unit in whistle.units)
        title = line.case.title if line.case is not None else " ".join(whistle.need.split())
        number = line.case.intake_number if line.case is not None else say("未诉先办")
        facts = GAP.join(part for part in (number, whistle.place) if part)
        sender = say(
            "{name} {time} 吹哨", name=whistle.caller_name, time=self._formats.time(whistle.blown_at)
        )
        spoken = (say("吹哨"), chip.text, status, title, whistle.from_unit, units, whistle.need)
        return WatchRow(
            id=whistle.id,
            is_whistle=True,
            case_id=whistle.case_id,
            chip=chip,
            verb=say("吹哨"),
            title=title,
            facts=facts,
            addressee=units,
            sender=f"{whistle.from_unit}{GAP}{sender}",
            status=status,
            main=whistle_acts(self._translator, whistle, self._me)[0],
            spoken="，".join(part for part in spoken if part),
            is_by_me=whistle.caller_id == self._me.id,
            is_to_me=self._me.name in {unit.arrived_person for unit in whistle.units},
        )

    def order_card(self, order: SupervisionOrder, now: datetime, about: str) -> WatchCard:
        """Word an order with its replies, its urging and its end."""
        say, to = self._say, order.addressee
        moment, day = self._formats.moment, self._formats.day
        told = [
            (say("案件"), about),
            (say("责任领导"), to.lead_official),
            (say("责任人"), to.responsible_person),
            (say("责任单位"), to.responsible_unit),
            (say("要求"), order.question),
            (say("签发"), f"{order.issuer_name} {moment(order.issued_at)}"),
            (say("回复时限"), moment(order.due)),
            (say("挂牌督办"), say("是") if order.is_listed else ""),
            (say("签收"), f"{order.receiver} {moment(order.received_at)}" if order.received_at else ""),
        ]
        told += [
            (say("回复"), f"{given.text}\n{given.replier} {day(given.replied_on)}") for given in order.replies
        ]
        told += [(say("再催"), f"{again.note}\n{again.urger} {day(again.urged_on)}") for again in order.urges]
        if order.closed_on is not None:
            told.append((say("销号"), f"{day(order.closed_on)} {order.close_result}"))
        if order.withdrawn_on is not None:
            told.append((say("撤回"), f"{day(order.withdrawn_on)} {order.withdraw_reason}"))
        return WatchCard(
            id=order.id,
            is_whistle=False,
            case_id=order.case_id,
            title=order.number,
            status=say(order.status(now).term),
            chip=self.chip(order, now),
            told=tuple((label, value) for label, value in told if value),
            acts=order_acts(self._translator, order, self._me),
        )

    def whistle_card(self, whistle: Whistle, now: datetime, about: str) -> WatchCard:
        """Word a whistle with its arrivals, what was done and the rating."""
        say, day = self._say, self._formats.day
        moment = self._formats.moment
        told = [
            (say("事项"), about),
            (say("吹哨单位"), f"{whistle.from_unit} {whistle.caller_name}"),
            (say("方式"), say(whistle.direction.term)),
            (say("要求"), whistle.need),
            (say("地点"), whistle.place),
            (say("吹哨时间"), moment(whistle.blown_at)),
            (say("报到时限"), moment(whistle.arrive_by)),
        ]
        for unit in whistle.units:
            role = say("牵头") if unit.id == whistle.lead.id else say("配合")
            if unit.arrived_at is None:
                state = say("未报到")
            else:
                late = say("迟到") if unit.arrived_at > whistle.arrive_by else say("按时")
                state = f"{moment(unit.arrived_at)} {late} {unit.arrived_person}".strip()
            told.append((role, f"{unit.name}\n{state}"))
        done = day(whistle.handled_on) if whistle.handled_on is not None else ""
        told += [
            (say("处置"), f"{whistle.measures}\n{done}" if done else ""),
            (say("结果"), whistle.result),
        ]
        if whistle.rating is not None:
            words = say("{n} 分　{words}", n=whistle.rating.value, words=say(whistle.rating.term))
            told.append((say("末端评价"), f"{words}\n{whistle.rating_note}".strip()))
        if whistle.withdrawn_on is not None:
            told.append((say("撤回"), f"{day(whistle.withdrawn_on)} {whistle.withdraw_reason}"))
        return WatchCard(
            id=whistle.id,
            is_whistle=True,
            case_id=whistle.case_id,
            title=say("吹哨：{unit}", unit=whistle.lead.name),
            status=say(whistle.status(now).term),
            chip=self.chip(whistle, now),
            told=tuple((label, value) for label, value in told if value),
            acts=whistle_acts(self._translator, whistle, self._me),
        )


def _about(line: WhistleLine) -> str:
    if line.case is not None:
        return f"{line.case.intake_number}{GAP}{line.case.title}"
    return line.handling.title if line.handling is not None else ""
