"""Appointments, clashes and free slots in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from app.domain.mediation.schedule.appointments import Appointment, AppointmentState
from app.domain.mediation.schedule.clashes import Clash, ClashKind
from app.domain.mediation.schedule.slots import Slot, SlotReason
from app.domain.values.days.moments import local_day
from app.i18n.formats import Formats
from app.i18n.translator import Translator

SHOWN_NAMES = 2
_SILENT = frozenset({SlotReason.OTHER_ROOM})


class CalendarWords:
    """Words the calendar in one language."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._say, self._formats = translator.text, formats

    def span(self, starts_at: datetime, ends_at: datetime) -> str:
        """Say from when to when: 16:00–17:30."""
        return f"{self._formats.time(starts_at)}–{self._formats.time(ends_at)}"

    def day(self, day: date, today: date) -> str:
        """Say a day: 今天, or 11-23 星期一."""
        if day == today:
            return self._say("今天")
        shown = self._formats.short_day(day) if day.year == today.year else self._formats.day(day)
        return f"{shown} {self._formats.weekday(day)}"

    def when(self, starts_at: datetime, ends_at: datetime, today: date) -> str:
        """Say day and time."""
        return f"{self.day(local_day(starts_at), today)} {self.span(starts_at, ends_at)}"

    def people(self, appointment: Appointment) -> str:
        """Name the parties; beyond the second only their number."""
        names = [invitation.name for invitation in appointment.invited]
        if len(names) <= SHOWN_NAMES:
            return "、".join(names)
        return self._say("{names}等 {n} 人", names="、".join(names[:SHOWN_NAMES]), n=len(names))

    def mediators(self, appointment: Appointment) -> str:
        """Name who leads it."""
        return "、".join(mediator.name for mediator in appointment.mediators)

    def told(self, appointment: Appointment) -> str:
        """Say whether the parties know; nothing where nobody is invited."""
        if not appointment.invited or not appointment.is_active:
            return ""
        untold = len(appointment.untold())
        if not untold:
            return self._say("各方已通知")
        return self._say("待通知 {n} 方", n=untold)

    def state(self, appointment: Appointment) -> str:
        """Say how it stands."""
        return self._say(appointment.state.term)

    def clash(self, clash: Clash) -> str:
        """Say one reason why an appointment cannot simply take place."""
        if clash.starts_at is None or clash.ends_at is None:
            return self._against(clash)
        say = self._say
        span = self.span(clash.starts_at, clash.ends_at)
        if clash.kind is ClashKind.ROOM:
            return say("调解室 {span} 已有“{title}”", span=span, title=clash.other_title)
        who = {
            ClashKind.MEDIATOR: say("调解员{name}", name=clash.subject),
            ClashKind.PARTY: say("当事人{name}", name=clash.subject),
        }.get(clash.kind, say("翻译{name}", name=clash.subject))
        return say("{who} {span} 另有“{title}”", who=who, span=span, title=clash.other_title)

    def _against(self, clash: Clash) -> str:
        """Say what is no other appointment: the day, the hours, a leave, or what the case has against it."""
        say, found, article = self._say, self._say(clash.subject), self._say(clash.note)
        words = {
            ClashKind.REST_DAY: say("这天是{name}", name=clash.subject),
            ClashKind.HOURS: say("不在工作时间内（未核实）"),
            ClashKind.LEAVE: say("{name}请假：{reason}", name=clash.subject, reason=clash.note),
            ClashKind.FACE_TO_FACE: say(
                "{found}：不安排当面调解，分别约谈；告知告诫书和人身安全保护令（{article}）",
                found=found,
                article=article,
            ),
            ClashKind.CROWD: say("{side}参加的人超过人数限制（{article}）", side=found, article=article),
            ClashKind.OFF_DUTY: say("{name}（{mode}）这天不当班", name=clash.subject, mode=article),
            ClashKind.NOTICE: say("{rule}（{article}）", rule=found, article=article),
        }
        return words.get(clash.kind, say(clash.kind.term))

    def clashes(self, found: Iterable[Clash]) -> str:
        """Say every reason, each once."""
        return "；".join(dict.fromkeys(self.clash(clash) for clash in found))

    def slot(self, slot: Slot, today: date) -> str:
        """Say when an offered slot is."""
        return self.when(slot.starts_at, slot.ends_at, today)

    def slot_place(self, slot: Slot) -> str:
        """Say where, and who would interpret."""
        if slot.interpreter is None:
            return slot.room.name
        return self._say("{room}　翻译{name}", room=slot.room.name, name=slot.interpreter.name)

    def slot_reasons(self, slot: Slot) -> str:
        """Say what speaks for a slot."""
        return "、".join(self._say(reason.term) for reason in slot.reasons if reason not in _SILENT)

    def moves(self, appointment: Appointment, today: date) -> tuple[str, ...]:
        """Tell every time it was moved, with the old time and the reason."""
        return tuple(
            self._say(
                "原定 {when}，{reason}",
                when=self.when(move.starts_at, move.ends_at, today),
                reason=move.reason or self._say("未写理由"),
            )
            for move in appointment.moves
        )

    def spoken(
        self, appointment: Appointment, place: str, clashes: Sequence[Clash], remarks: Sequence[Clash] = ()
    ) -> str:
        """Say an appointment whole, for a screen reader."""
        clash, remark = self.clashes(clashes), self.clashes(remarks)
        parts = (
            self.span(appointment.starts_at, appointment.ends_at),
            self._say(appointment.purpose.term),
            appointment.title,
            self.people(appointment),
            place,
            self.mediators(appointment),
            "" if appointment.state is AppointmentState.PLANNED else self.state(appointment),
            self.told(appointment),
            self._say("冲突：{words}", words=clash) if clash else "",
            self._say("注意：{words}", words=remark) if remark else "",
        )
        return "，".join(part for part in parts if part)
