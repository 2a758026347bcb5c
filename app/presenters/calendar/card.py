"""An appointment as a card: what is known of it, and what may be done with it now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.mediation.schedule.appointments import (
    Appointment,
    AppointmentPurpose,
    AppointmentState,
)
from app.domain.mediation.schedule.clashes import Clash
from app.domain.values.days.moments import local_day
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.calendar.words import CalendarWords

BEGIN, NOTIFY, HOLD, CHANGE, CANCEL, REOPEN, OPEN_CASE = (
    "begin",
    "notify",
    "hold",
    "change",
    "cancel",
    "reopen",
    "open_case",
)


@dataclass(frozen=True, slots=True)
class CardVerb:
    """Something that may be done now."""

    key: str
    text: str
    icon: str


@dataclass(frozen=True, slots=True)
class AppointmentCard:
    """Facts as (name, words), what stands in the way, and the verbs; the first verb is the filled one."""

    title: str
    facts: tuple[tuple[str, str], ...]
    clash: str
    verbs: tuple[CardVerb, ...]


class CardWords:
    """Makes cards in one language."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._say = translator.text
        self._words = CalendarWords(translator, formats)

    def card(
        self,
        appointment: Appointment,
        place: str,
        clashes: tuple[Clash, ...],
        now: datetime,
        *,
        remarks: tuple[Clash, ...] = (),
    ) -> AppointmentCard:
        """Word an appointment as it stands."""
        say, today = self._say, local_day(now)
        interpreter = "　".join(
            part for part in (appointment.interpreter, appointment.interpreter_language) if part
        )
        wishes = "、".join((*(say(wish.term) for wish in appointment.wishes), appointment.wish_note))
        facts = (
            (say("时间"), self._words.when(appointment.starts_at, appointment.ends_at, today)),
            (say("地点"), place),
            (say("调解员"), self._words.mediators(appointment)),
            (say("排班"), self._words.clashes(remarks)),
            (say("当事人"), "、".join(invitation.name for invitation in appointment.invited)),
            (say("通知"), self._words.told(appointment)),
            (say("翻译"), interpreter),
            (say("当事人希望"), wishes.strip("、")),
            (say("状态"), self._words.state(appointment)),
            *((say("改期"), words) for words in self._words.moves(appointment, today)),
            (say("取消理由"), appointment.cancel_reason),
            (say("仍保留的理由"), appointment.clash_reason),
        )
        return AppointmentCard(
            title=f"{say(appointment.purpose.term)}　{appointment.title}",
            facts=tuple((name, words) for name, words in facts if words),
            clash=self._words.clashes(clashes),
            verbs=self._verbs(appointment, now),
        )

    def _verbs(self, appointment: Appointment, now: datetime) -> tuple[CardVerb, ...]:
        say = self._say
        is_mediation = appointment.purpose is AppointmentPurpose.MEDIATION
        has_come = appointment.day <= local_day(now)
        may_tell = appointment.is_active and appointment.case_id is not None and bool(appointment.invited)
        is_cancelled = appointment.state is AppointmentState.CANCELLED
        offered = (
            (CardVerb(BEGIN, say("进入调解"), "talk"), appointment.is_active and is_mediation and has_come),
            (
                CardVerb(HOLD, say("记为已办"), "check"),
                appointment.is_active and not is_mediation and appointment.starts_at <= now,
            ),
            (CardVerb(NOTIFY, say("通知当事人"), "phone"), may_tell and bool(appointment.untold())),
            (CardVerb(CHANGE, say("改期"), "swap"), appointment.is_active),
            (CardVerb(NOTIFY, say("再次通知"), "phone"), may_tell and not appointment.untold()),
            (CardVerb(REOPEN, say("恢复约定"), "undo"), is_cancelled and appointment.ends_at > now),
            (CardVerb(OPEN_CASE, say("打开案件"), "folder"), appointment.case_id is not None),
            (CardVerb(CANCEL, say("取消约定"), "x"), appointment.is_active),
        )
        return tuple(verb for verb, is_legal in offered if is_legal)
