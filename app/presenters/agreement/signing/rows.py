"""The places to sign in words: who has signed and how, who refused, what is missing, and until when."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.disputes.channels.law import in_law_of
from app.domain.disputes.channels.papers import spoken_words
from app.domain.disputes.channels.rules import Channel
from app.domain.disputes.clocks import ClockKind
from app.domain.settlements.agreements import (
    AgreementState,
    MediationAgreement,
    Signature,
    SignerCapacity,
    SignerRole,
    SigningManner,
)
from app.domain.settlements.signers import is_status_paper
from app.domain.settlements.signing import SignerPlace
from app.presenters.agreement.page import AgreementPage
from app.presenters.agreement.shown import SigningRow, SigningWords
from app.presenters.channel_words import seal_words

_NAMED = 4


class SigningSheet:
    """Words the places of the agreement on show."""

    def __init__(self, page: AgreementPage) -> None:
        self._page = page

    def words(self, agreement: MediationAgreement, places: Sequence[SignerPlace]) -> SigningWords:
        """Say how the whole agreement stands and what each place shows."""
        say = self._page.desk.translator.text
        missing = [place for place in places if place.is_required and place.signature is None]
        is_effective = agreement.state is AgreementState.EFFECTIVE
        note = self._confirmation(agreement) if is_effective else ""
        if agreement.state is AgreementState.VOIDED:
            summary = say("已作废：{reason}", reason=agreement.void_reason)
        elif is_effective and agreement.effective_on is not None:
            summary = say("自 {day}起生效", day=self._page.desk.formats.day_long(agreement.effective_on))
        elif not missing and agreement.supplements_id is not None:
            summary = say("已签齐；原协议生效后，本补充协议才生效")
        else:
            summary = say("尚未生效：缺{places}", places=self._missing(missing))
        case = self._page.folder.case if self._page.folder is not None else None
        gist = self._page.words.copies(agreement, case) if case is not None else ""
        refusing = [place for place in missing if place.refusal is not None]
        can_sign = agreement.state is AgreementState.ISSUED
        return SigningWords(
            rows=tuple(self.row(place) for place in places),
            summary=summary,
            is_effective=is_effective,
            can_sign=can_sign,
            today=self._page.today,
            note=note,
            gist=gist,
            refused=self._refused(refusing) if can_sign else "",
            drawing=self._drawing(agreement),
        )

    def _refused(self, refusing: Sequence[SignerPlace]) -> str:
        """Say what a refusal means and what may be done now."""
        if not refusing:
            return ""
        names = "、".join(place.name for place in refusing)
        told = self._page.desk.translator.text(
            "{names}拒签，协议不生效。可以 F6 约时间再签；要改内容的，作废后另行起草；"
            "调解不成的，终止调解并告知其他途径（人民调解法第二十六条）",
            names=names,
        )
        return in_law_of(self._channel, told)

    def _drawing(self, agreement: MediationAgreement) -> str:
        """Say why nothing is signed on the screen here; empty where the parties may agree on it."""
        case = self._page.folder.case if self._page.folder is not None else None
        if case is None or not is_status_paper(case, agreement):
            return ""
        return self._page.desk.translator.text(
            "涉及婚姻、收养、继承等人身关系，不适用电子签名，请在纸上签（电子签名法第三条）"
        )

    def _missing(self, missing: Sequence[SignerPlace]) -> str:
        say = self._page.desk.translator.text
        parties = [place.name for place in missing if place.role is SignerRole.PARTY]
        mediators = [place for place in missing if place.role is SignerRole.MEDIATOR]
        told = []
        if len(parties) > _NAMED:
            told.append(say("{name}等 {n} 方签名", name=parties[0], n=len(parties)))
        elif parties:
            told.append(say("{names}签名", names="、".join(parties)))
        if mediators:
            told.append(say("{who}签名", who=say(spoken_words(self._channel).mediator)))
        seals = (place for place in missing if place.role is SignerRole.SEAL)
        told += [seal_words(self._page.desk.translator, self._channel, place.name) for place in seals]
        return "、".join(told)

    def _confirmation(self, agreement: MediationAgreement) -> str:
        """Tell until when the parties may ask the court to confirm, from the clocks of the case."""
        page = self._page
        for clock in page.folder.clocks if page.folder is not None else ():
            if clock.kind is ClockKind.CONFIRMATION and clock.subject_id in (agreement.id, None):
                day = page.desk.formats.day_long(clock.last_day)
                return page.desk.translator.text("可共同申请司法确认，至 {day}止", day=day)
        return ""

    def row(self, place: SignerPlace) -> SigningRow:
        """Word one place."""
        page = self._page
        say = page.desk.translator.text
        how = more = ""
        signature = place.signature
        if signature is not None:
            how, more = self._how(signature), self._more(signature)
        elif place.refusal is not None:
            day = page.desk.formats.day(place.refusal.refused_on)
            how, more = say("{day} 拒签", day=day), place.refusal.reason
        usual = SigningManner.SEAL if place.role is SignerRole.SEAL else SigningManner.SIGNATURE
        return SigningRow(
            role=place.role,
            signer_id=place.signer_id,
            role_word=self._role(place.role),
            name=place.name,
            is_required=place.is_required,
            is_signed=signature is not None,
            how=how,
            more=more,
            agents=self._agents(place),
            is_refused=place.refusal is not None,
            manner=signature.manner if signature is not None else usual,
        )

    def _role(self, role: SignerRole) -> str:
        """Name a role as the paper of the channel does: 人民调解员, 特邀调解员, 商事调解员."""
        say = self._page.desk.translator.text
        if role is SignerRole.SEAL:
            return say("印章")
        return say(spoken_words(self._channel).mediator if role is SignerRole.MEDIATOR else role.term)

    @property
    def _channel(self) -> Channel | None:
        return self._page.folder.channel if self._page.folder is not None else None

    def _how(self, signature: Signature) -> str:
        """Say when, in which manner and by what right somebody signed: 2026-11-20 签名 委托代理人 唐某."""
        say = self._page.desk.translator.text
        parts = [self._page.desk.formats.day(signature.signed_on), say(signature.manner.term)]
        if signature.capacity is not SignerCapacity.SELF:
            parts.append(f"{say(signature.capacity.term)} {signature.agent_name}")
        return " ".join(parts)

    def _more(self, signature: Signature) -> str:
        """Say what else belongs to a signature: fingerprint, who read the text out, who saw it."""
        say, parts = self._page.desk.translator.text, []
        if signature.has_fingerprint:
            parts.append(say("按指印"))
        if signature.interpreter:
            reader, language = signature.interpreter, signature.language
            parts.append(say("{name}用{language}宣读", name=reader, language=language))
        if signature.witness:
            parts.append(say("{name}见证", name=signature.witness))
        return "，".join(parts)

    def _agents(self, place: SignerPlace) -> tuple[str, ...]:
        """Name those who may sign for a party: statutory agents, or with both authorities (art. 29)."""
        folder = self._page.folder
        if place.role is not SignerRole.PARTY or place.signer_id is None or folder is None:
            return ()
        party = folder.case.party(place.signer_id)
        return tuple(agent.name for agent in party.agents if agent.may_sign) if party is not None else ()
