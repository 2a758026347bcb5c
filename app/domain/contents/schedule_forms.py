"""调解通知书 to one party, and the same in so few words that they fit a text message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from app.domain.contents.phrasing.phrased import PhrasedContents
from app.domain.disputes.cases import Case
from app.domain.disputes.sources import MediationChannel
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.paper_words import PEOPLES_WORDS, PaperWords
from app.domain.mediation.schedule.appointments import Appointment, Invitation
from app.domain.people.organisations import Organisation
from app.domain.values.days.calendar_days import weekday_in_words
from app.domain.values.days.moments import SHANGHAI

BRING: tuple[str, ...] = (
    "本人身份证件；单位带营业执照复印件和法定代表人身份证明。",
    "与纠纷有关的材料：合同、收据、照片、聊天记录等，有原件的带原件。",
    "委托他人参加的，带写明委托事项和权限的授权委托书。",
)
"""What to bring; our own words, no statute lists it."""

ASSURANCE: tuple[str, ...] = (
    "参加人民调解自愿，不收取任何费用（人民调解法第三条、第四条）。",
    "您可以选择或者接受人民调解员，可以要求公开或者不公开进行（人民调解法第二十三条）。",
    "不能按时到场的，请提前来电另约时间。",
)


ELSEWHERE: tuple[str, ...] = ("参加调解自愿。", "不能按时到场的，请提前来电另约时间。")
"""What is assured outside people's mediation, whose own law says the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediationNoticeContents(PhrasedContents):
    """调解通知书: when, where and by whom, what to bring; ``is_large`` asks for large type."""

    kind: ClassVar[DocumentKind] = DocumentKind.MEDIATION_NOTICE
    number: str
    words: PaperWords = PEOPLES_WORDS
    committee: str
    phone: str = ""
    addressee: str
    label: str
    title: str
    starts_at: datetime
    place: str
    address: str = ""
    mediators: tuple[str, ...]
    interpreter: str = ""
    bring: tuple[str, ...]
    assurance: tuple[str, ...]
    is_peoples: bool = True
    is_moved: bool = False
    is_large: bool = False
    issued_day: date


def mediation_notice_contents(
    case: Case, appointment: Appointment, invitation: Invitation, organisation: Organisation, *, on: date
) -> MediationNoticeContents:
    """Freeze the notice of an appointment to one party."""
    party = case.party(invitation.party_id)
    studio = organisation.studio(appointment.room_id)
    is_peoples = case.channel is MediationChannel.PEOPLES
    return MediationNoticeContents(
        number=case.intake_number,
        committee=organisation.name,
        phone=organisation.phone,
        addressee=invitation.name,
        label=party.side.term if party is not None else "",
        title=case.title,
        starts_at=appointment.starts_at,
        place=studio.name if studio is not None else appointment.place,
        address=(studio.address or organisation.address) if studio is not None else "",
        mediators=tuple(mediator.name for mediator in appointment.mediators),
        interpreter=appointment.interpreter,
        bring=BRING,
        assurance=ASSURANCE if is_peoples else ELSEWHERE,
        is_peoples=is_peoples,
        is_moved=bool(appointment.moves),
        is_large=invitation.is_large_print,
        issued_day=on,
    )


def notice_message(contents: MediationNoticeContents) -> str:
    """Write the notice as a text message: who, when, where, what to bring, whom to call.

    The dispute itself is not named: others may read the screen.
    """
    local = contents.starts_at.astimezone(SHANGHAI)
    when = f"{local.month}月{local.day}日（{weekday_in_words(local.date())}）{local:%H:%M}"
    place = f"{contents.place}（{contents.address}）" if contents.address else contents.place
    call = f"，改时间请电{contents.phone}" if contents.phone else ""
    assured = "调解自愿，不收费。" if contents.is_peoples else "调解自愿。"
    moved = "时间已改：" if contents.is_moved else ""
    return (
        f"【{contents.committee}】{contents.addressee}您好，{moved}请于{when}到{place}参加调解，"
        f"带身份证件和有关材料{call}。{assured}"
    )
