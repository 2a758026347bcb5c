"""A referral, guidance or work order as a card: what is known, until when, and its next act as a button."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.disputes.clocks import CaseClock, ClockKind
from app.domain.duties.referrals.guidance import GuidanceState, ServiceReferral
from app.domain.duties.referrals.interfaces import WaitingFor
from app.domain.duties.referrals.links import Link
from app.domain.duties.referrals.orders import WorkOrder, WorkOrderKind, WorkOrderState
from app.domain.duties.referrals.referrals import Referral
from app.domain.duties.referrals.states import ReferralEvent, ReferralState, may_happen, next_event
from app.domain.filing.kinds import DocumentKind
from app.domain.values.naming.masking import mask_name
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.due_words import Chip, clock_chip, due_chip
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.links import registry

GAP = "　"
Lines = tuple[tuple[str, str], ...]
_Told = tuple[tuple[str, str], Lines, "tuple[LinkAct, ...]"]
_TONES = {
    WaitingFor.SIGNATURE: "orange",
    WaitingFor.COUNTERPART: "info",
    WaitingFor.REPLY: "tint",
    WaitingFor.TAKING_BACK: "warn",
    WaitingFor.NOTHING: "ok",
}
_ASIDE = (ReferralEvent.EXTEND, ReferralEvent.REFUSE, ReferralEvent.RECALL, ReferralEvent.HAND_OVER)
_OURS: dict[ReferralEvent, str] = {
    ReferralEvent.SIGN: "签收",
    ReferralEvent.ACCEPT: "接受办理",
    ReferralEvent.REFUSE: "退回来件",
    ReferralEvent.RECALL: "记录对方撤回",
    ReferralEvent.EXTEND: "延期",
    ReferralEvent.RETURN: "回复结果",
    ReferralEvent.FEED_BACK: "记录对方反馈",
    ReferralEvent.HAND_OVER: "转交责任人",
}
_THEIRS = _OURS | {
    ReferralEvent.SIGN: "记录签收",
    ReferralEvent.ACCEPT: "记录接受",
    ReferralEvent.REFUSE: "记录退回",
    ReferralEvent.RECALL: "撤回",
    ReferralEvent.RETURN: "记录回复",
    ReferralEvent.FEED_BACK: "反馈当事人",
}


@dataclass(frozen=True, slots=True)
class LinkAct:
    """A button of a card: the form it opens."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class LinkPaper:
    """A paper a card can print."""

    kind: DocumentKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCard:
    """One thing between organs; the first act moves it on. ``copied`` is the text that may be copied."""

    id: UUID
    title: str
    note: str
    icon: str
    state: str
    tone: str
    chip: Chip | None
    lines: Lines
    acts: tuple[LinkAct, ...]
    papers: tuple[LinkPaper, ...]
    copied: str = ""
    spoken: str


class LinkCards:
    """Words cards in one language."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._translator, self._formats = translator, formats
        self._say = translator.text

    def all(self, folder: CaseFolder, today: date) -> tuple[LinkCard, ...]:
        """Word everything a case has with others: what is still open first, the latest first."""
        cards = [(link.waiting is WaitingFor.NOTHING, link.id, link) for link in folder.dealings]
        cards.sort(key=lambda entry: entry[1], reverse=True)
        cards.sort(key=lambda entry: entry[0])
        return tuple(self.card(folder, link, today) for _is_over, _id, link in cards)

    def card(self, folder: CaseFolder, link: Link, today: date) -> LinkCard:
        """Word one of them."""
        clock = _clock_of(folder, link.id)
        if isinstance(link, Referral):
            (title, note), told, acts = self._referral(link)
        elif isinstance(link, WorkOrder):
            (title, note), told, acts = self._order(link)
        else:
            (title, note), told, acts = self._guidance(link)
        chip = self._chip(link, clock, today)
        explained = ((self._say("期限"), clock.explanation),) if clock is not None else ()
        state = self._say(link.state.term)
        return LinkCard(
            id=link.id,
            title=title,
            note=note,
            icon=_icon(link),
            state=state,
            tone=_TONES[link.waiting],
            chip=chip,
            lines=tuple(
                (label, value)
                for label, value in (*told, *explained, (self._say("责任人"), link.owner_name))
                if value
            ),
            acts=acts,
            papers=self._papers(link),
            copied=link.reply if isinstance(link, WorkOrder) else "",
            spoken="，".join(
                part for part in (title, note, state, chip.text if chip else "", link.owner_name) if part
            ),
        )

    # the three kinds

    def _referral(self, referral: Referral) -> _Told:
        say, day = self._say, self._day
        title = GAP.join((say(referral.interface.term), say(referral.direction.term)))
        procedure = say(referral.procedure.term) if referral.procedure else ""
        signed = GAP.join(part for part in (day(referral.signed_on), referral.signed_by) if part)
        result = say(referral.result.term) if referral.result else ""
        consents = "、".join(consent.party_name for consent in referral.consents)
        lines = (
            (say("方式"), GAP.join(part for part in (say(referral.kind.term), procedure) if part)),
            (say("来文文号"), referral.their_number),
            (say("函件编号"), referral.our_number),
            (say("联系人"), GAP.join(part for part in (referral.contact, referral.contact_phone) if part)),
            (say("发出"), day(referral.sent_on)),
            (say("签收"), signed),
            (say("事由"), referral.matter),
            (say("法定依据"), referral.legal_basis),
            (say("单独同意"), consents),
            (
                say("退回撤回"),
                GAP.join(part for part in (day(referral.ended_on), referral.end_reason) if part),
            ),
            (say("结果"), GAP.join(part for part in (result, day(referral.returned_on)) if part)),
            (say("办理情况"), referral.reply),
            (say("无争议事实"), referral.undisputed_facts),
            (say("回函编号"), referral.reply_number),
            (
                say("反馈"),
                GAP.join(part for part in (day(referral.feedback_on), referral.feedback_note) if part),
            ),
        )
        words = _OURS if referral.is_incoming else _THEIRS
        first = next_event(referral.state)
        events = (*((first,) if first else ()), *_ASIDE)
        acts = tuple(
            LinkAct(
                registry.HAND_OVER if event is ReferralEvent.HAND_OVER else registry.key_of(event),
                say(words[event]),
            )
            for event in events
            if may_happen(referral.state, event)
        )
        return (title, referral.counterpart), lines, acts

    def _guidance(self, guidance: ServiceReferral) -> _Told:
        say, day = self._say, self._day
        title = GAP.join((say("引导服务"), say(guidance.service.term)))
        manner = say(guidance.consent_manner.term) if guidance.consent_manner else ""
        appointed = (day(guidance.appointed_on), guidance.appointment_note)
        lines = (
            (say("受理机构"), GAP.join(part for part in (guidance.office, guidance.office_contact) if part)),
            (say("函件编号"), guidance.number),
            (say("引导事项"), guidance.matter),
            (say("引导日期"), day(guidance.guided_on)),
            (say("单独同意"), GAP.join(part for part in (manner, day(guidance.consented_on)) if part)),
            (say("预约"), GAP.join(part for part in appointed if part)),
            (say("结果"), GAP.join(part for part in (day(guidance.heard_on), guidance.outcome) if part)),
        )
        appoint, hear = LinkAct(registry.APPOINT, say("预约")), LinkAct(registry.HEAR, say("记录结果"))
        over = LinkAct(registry.HAND_OVER, say("转交责任人"))
        if guidance.state is GuidanceState.HEARD:
            return (title, guidance.party_name), lines, ()
        if guidance.state is GuidanceState.APPOINTED:
            return (title, guidance.party_name), lines, (hear, LinkAct(registry.APPOINT, say("改预约")), over)
        return (title, guidance.party_name), lines, (appoint, hear, over)

    def _order(self, order: WorkOrder) -> _Told:
        say, day = self._say, self._day
        title = say(order.kind.term)
        lines = (
            (say("交办单位"), order.issuer),
            (say("收到"), day(order.received_on)),
            (say("来电人"), mask_name(order.caller)),
            (say("诉求内容"), order.demand),
            (say("告知受理"), day(order.informed_on)),
            (say("异议"), GAP.join(part for part in (day(order.objected_on), order.objection) if part)),
            (say("回复"), day(order.replied_on)),
            (say("回复内容"), order.reply),
        )
        if order.state is WorkOrderState.REPLIED:
            return (title, order.number), lines, ()
        acts = [LinkAct(registry.ANSWER, say("回复工单")), LinkAct(registry.HAND_OVER, say("转交责任人"))]
        is_open = order.state is WorkOrderState.OPEN and order.kind is WorkOrderKind.PETITION
        if is_open:
            acts.insert(1, LinkAct(registry.OBJECT, say("提出异议")))
        if is_open and order.informed_on is None:
            acts.insert(0, LinkAct(registry.INFORM, say("告知受理")))
        return (title, order.number), lines, tuple(acts)

    def _papers(self, link: Link) -> tuple[LinkPaper, ...]:
        say = self._say
        if isinstance(link, ServiceReferral):
            return (LinkPaper(DocumentKind.GUIDANCE_LETTER, say("打印引导函")),)
        if isinstance(link, WorkOrder):
            is_replied = link.state is WorkOrderState.REPLIED
            return (LinkPaper(DocumentKind.ORDER_REPLY, say("打印回复单")),) if is_replied else ()
        if not link.is_incoming:
            return (LinkPaper(DocumentKind.REFERRAL_LETTER, say("打印移送函")),)
        papers = []
        if link.signed_on is not None:
            papers.append(LinkPaper(DocumentKind.REFERRAL_RECEIPT, say("打印签收回执")))
        if link.state in (ReferralState.RETURNED, ReferralState.CLOSED) and link.result is not None:
            papers.append(LinkPaper(DocumentKind.REFERRAL_REPLY, say("打印回函")))
        return tuple(papers)

    def _chip(self, link: Link, clock: CaseClock | None, today: date) -> Chip | None:
        if clock is not None:
            return clock_chip(self._translator, clock, today)
        if isinstance(link, ServiceReferral) and link.heard_on is None and link.appointed_on is not None:
            told = self._say("{day} 预约", day=self._formats.day_long(link.appointed_on))
            return due_chip(self._translator, link.appointed_on, today, told)
        return None

    def _day(self, day: date | None) -> str:
        return self._formats.day(day) if day is not None else ""


def _icon(link: Link) -> str:
    if isinstance(link, Referral):
        return "swap"
    return "register" if isinstance(link, WorkOrder) else "route"


def _clock_of(folder: CaseFolder, id_: UUID) -> CaseClock | None:
    """Give the clock that ends first of one thing; the time to object only where nothing else runs."""
    clocks = [clock for clock in folder.clocks if clock.subject_id == id_]
    owed = [clock for clock in clocks if clock.kind is not ClockKind.OBJECTION]
    return min(owed or clocks, key=lambda clock: clock.last_day, default=None)
