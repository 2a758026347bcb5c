"""登记签字: who has signed, who is still missing, and the day the agreement takes effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.disputes.channels.papers import spoken_words
from app.domain.disputes.channels.rules import Channel
from app.domain.disputes.clocks import ClockKind
from app.domain.errors import DomainError
from app.domain.settlements.agreements import (
    AgreementState,
    MediationAgreement,
    Signature,
    SignerRole,
    SigningManner,
)
from app.domain.settlements.signing import SignerPlace, signer_places
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.ids import new_id
from app.presenters.agreement.page import AgreementPage
from app.presenters.agreement.shown import SigningRow, SigningWords
from app.presenters.channel_words import seal_words
from app.presenters.navigation import Navigator
from app.services.done import Done

_NAMED = 4


@dataclass(frozen=True, slots=True)
class SigningForm:
    """What is entered beside the list: the day as typed, the manner, and the agent who signed if any."""

    day: str
    manner: SigningManner
    agent: str = ""


class AgreementSigning:
    """Records one place at a time, or every empty one on one day."""

    def __init__(self, page: AgreementPage, navigator: Navigator) -> None:
        self._page, self._navigator = page, navigator
        self._is_writing = False

    def show(self) -> None:
        """Show the places of the agreement on show."""
        page, agreement = self._page, self._page.agreement
        if agreement is None or page.folder is None:
            return
        places = signer_places(agreement, page.folder.case, page.folder.seal_holder)
        page.view.show_signing(self._words(agreement, places))

    def sign(self, rows: Sequence[SigningRow], form: SigningForm) -> None:
        """Record signatures in these places; a place that has one already is corrected."""
        page, agreement = self._page, self._page.agreement
        if agreement is None or not rows or self._is_writing:
            return
        try:
            day = parse_day(form.day, page.today)
        except DomainError as refusal:
            page.fail(refusal)
            return
        signatures = [
            Signature(
                id=new_id(),
                role=row.role,
                signer_id=row.signer_id,
                name=row.name,
                agent_name=form.agent if row.role is SignerRole.PARTY else "",
                manner=SigningManner.SEAL if row.role is SignerRole.SEAL else form.manner,
                signed_on=day,
            )
            for row in rows
        ]
        self._write(agreement, signatures)

    def sign_all(self, form: SigningForm) -> None:
        """Record every required place that is empty, on one day, in one manner, by the persons themselves."""
        page, agreement = self._page, self._page.agreement
        if agreement is None or page.folder is None:
            return
        places = signer_places(agreement, page.folder.case, page.folder.seal_holder)
        rows = [self._row(place) for place in places if place.signature is None]
        recorders_first = sorted(rows, key=lambda row: row.is_required)
        self.sign(recorders_first, SigningForm(form.day, form.manner))

    def withdraw(self, row: SigningRow) -> None:
        """Take back a signature recorded by mistake, before the agreement is in effect."""
        page, agreement = self._page, self._page.agreement
        if agreement is None or self._is_writing:
            return
        services, actor = page.desk.services, page.desk.actor
        self._is_writing = True
        page.desk.runner.submit(
            lambda: services.settlements.withdraw_signature(
                agreement.id, row.role, row.signer_id, actor=actor, version=agreement.version
            ),
            self._on_done,
            self._on_failed,
        )

    def _write(self, agreement: MediationAgreement, signatures: Sequence[Signature]) -> None:
        services, actor = self._page.desk.services, self._page.desk.actor
        self._is_writing = True

        def work() -> Done[MediationAgreement]:
            version, done = agreement.version, None
            for signature in signatures:
                step = services.settlements.sign(agreement.id, signature, actor=actor, version=version)
                version = step.value.version
                done = Done(step.value, step.changes | done.changes if done is not None else step.changes)
            if done is None:
                raise RuntimeError("nothing to sign")
            return done

        self._page.desk.runner.submit(work, self._on_done, self._on_failed)

    def _on_done(self, done: Done[MediationAgreement]) -> None:
        self._is_writing = False
        page = self._page
        say = page.desk.translator.text
        page.agreement = done.value
        page.view.show_failure("")
        page.tell_changed()
        page.desk.feed.announce(done.changes)
        if done.value.effective_on is not None:
            day = page.desk.formats.day(done.value.effective_on)
            self._navigator.toast(say("协议自 {day} 生效", day=day))

    def _on_failed(self, error: Exception) -> None:
        self._is_writing = False
        page = self._page
        page.view.show_failure(page.said(error))
        if page.agreement is not None:
            agreement_id = page.agreement.id
            page.desk.runner.submit(
                lambda: page.desk.services.settlements.agreement(agreement_id), self._read_again, page.fail
            )
        if not isinstance(error, DomainError):
            raise error

    def _read_again(self, agreement: MediationAgreement) -> None:
        """Show what was recorded before the refusal: each signature is a step of its own."""
        if self._page.agreement is not None and self._page.agreement.id == agreement.id:
            self._page.agreement = agreement
            self._page.tell_changed()

    # words

    def _words(self, agreement: MediationAgreement, places: Sequence[SignerPlace]) -> SigningWords:
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
        return SigningWords(
            rows=tuple(self._row(place) for place in places),
            summary=summary,
            is_effective=is_effective,
            can_sign=agreement.state is AgreementState.ISSUED,
            today=self._page.today,
            note=note,
            gist=gist,
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
        if any(place.role is SignerRole.SEAL for place in missing):
            told.append(seal_words(self._page.desk.translator, self._channel))
        return "、".join(told)

    def _confirmation(self, agreement: MediationAgreement) -> str:
        """Tell until when the parties may ask the court to confirm, from the clocks of the case."""
        page = self._page
        for clock in page.folder.clocks if page.folder is not None else ():
            if clock.kind is ClockKind.CONFIRMATION and clock.subject_id in (agreement.id, None):
                day = page.desk.formats.day_long(clock.last_day)
                return page.desk.translator.text("可共同申请司法确认，至 {day}止", day=day)
        return ""

    def _row(self, place: SignerPlace) -> SigningRow:
        page = self._page
        say = page.desk.translator.text
        how, signature = "", place.signature
        if signature is not None:
            manner, day = say(signature.manner.term), page.desk.formats.day(signature.signed_on)
            by = say("代理人 {name}", name=signature.agent_name) if signature.agent_name else ""
            how = " ".join(part for part in (day, manner, by) if part)
        usual = SigningManner.SEAL if place.role is SignerRole.SEAL else SigningManner.SIGNATURE
        return SigningRow(
            role=place.role,
            signer_id=place.signer_id,
            role_word=self._role(place.role),
            name=place.name,
            is_required=place.is_required,
            is_signed=signature is not None,
            how=how,
            agents=self._agents(place),
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

    def _agents(self, place: SignerPlace) -> tuple[str, ...]:
        """Name those who may sign for a party: statutory agents, or with both authorities (art. 29)."""
        folder = self._page.folder
        if place.role is not SignerRole.PARTY or place.signer_id is None or folder is None:
            return ()
        party = folder.case.party(place.signer_id)
        return tuple(agent.name for agent in party.agents if agent.may_sign) if party is not None else ()
