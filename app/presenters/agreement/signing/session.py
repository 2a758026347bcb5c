"""登记签字: who has signed, who is still missing, and the day the agreement takes effect."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.errors import DomainError
from app.domain.settlements.agreements import (
    MediationAgreement,
    Signature,
    SignerRole,
    SigningManner,
)
from app.domain.settlements.signing import signer_places
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.ids import new_id
from app.presenters.agreement.page import AgreementPage
from app.presenters.agreement.shown import SigningRow, SigningView
from app.presenters.agreement.signing.forms import refusal_form, signing_form
from app.presenters.agreement.signing.rows import SigningSheet
from app.presenters.navigation import Navigator
from app.presenters.workspace.forms.asked import Form
from app.presenters.workspace.forms.presenter import FormPresenter
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
        self._sheet = SigningSheet(page)
        self._is_writing = False
        self._panel: SigningView = _Nowhere()

    def attach(self, panel: SigningView) -> None:
        """Open windows over this panel from now on."""
        self._panel = panel

    def show(self) -> None:
        """Show the places of the agreement on show."""
        page, agreement = self._page, self._page.agreement
        if agreement is None or page.folder is None:
            return
        places = signer_places(agreement, page.folder.case, page.folder.seal_holder)
        page.view.show_signing(self._sheet.words(agreement, places))

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
        """Record every place that is empty, on one day, in one manner, by the persons themselves.

        Whoever refused is left out: that somebody signs after all is recorded for that place alone.
        """
        page, agreement = self._page, self._page.agreement
        if agreement is None or page.folder is None:
            return
        places = signer_places(agreement, page.folder.case, page.folder.seal_holder)
        empty = [place for place in places if place.signature is None and place.refusal is None]
        rows = [self._sheet.row(place) for place in empty]
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

    def open_detail(self, row: SigningRow) -> None:
        """Ask everything about one signature: by what right, fingerprint, interpreter, witness."""
        page = self._page
        if page.agreement is not None and page.folder is not None:
            self._open(signing_form(page.desk, page.folder, page.agreement.id, row))

    def open_refusal(self, row: SigningRow) -> None:
        """Ask why somebody will not sign; a refusal on record is taken back instead."""
        page, agreement = self._page, self._page.agreement
        if agreement is None or page.folder is None or row.is_signed:
            return
        if row.is_refused:
            self._take_refusal_back(agreement, row)
        else:
            self._open(refusal_form(page.desk, page.folder, agreement.id, row))

    def open_drawing(self, row: SigningRow) -> None:
        """Let somebody sign on the screen, where the parties may agree on it (电子签名法 art. 3)."""
        if not row.is_signed and row.role is not SignerRole.SEAL:
            self._panel.ask_drawing(row.name, lambda picture, day: self._draw(row, picture, day))

    def _draw(self, row: SigningRow, picture: bytes, typed: str) -> None:
        page, agreement = self._page, self._page.agreement
        if agreement is None or self._is_writing:
            return
        try:
            day = parse_day(typed, page.today)
        except DomainError as refusal:
            self._panel.refuse_drawing(page.said(refusal))
            return
        signature = Signature(
            id=new_id(), role=row.role, signer_id=row.signer_id, name=row.name, signed_on=day
        )
        services, actor = page.desk.services, page.desk.actor
        self._is_writing = True

        def done(signed: Done[MediationAgreement]) -> None:
            self._panel.drawn()
            self._on_done(signed)

        def failed(error: Exception) -> None:
            self._panel.refuse_drawing(page.said(error))
            self._on_failed(error)

        page.desk.runner.submit(
            lambda: services.signing.sign_drawn(
                agreement.id, signature, picture, actor=actor, version=agreement.version
            ),
            done,
            failed,
        )

    def _take_refusal_back(self, agreement: MediationAgreement, row: SigningRow) -> None:
        services, actor = self._page.desk.services, self._page.desk.actor
        told = [r for r in agreement.refusals if (r.role, r.signer_id) == (row.role, row.signer_id)]
        if not told or self._is_writing:
            return
        self._is_writing = True
        self._page.desk.runner.submit(
            lambda: services.signing.withdraw_refusal(
                agreement.id, told[-1].id, actor=actor, version=agreement.version
            ),
            self._on_done,
            self._on_failed,
        )

    def _open(self, form: Form) -> None:
        page = self._page
        if page.folder is not None:
            self._panel.open_form(FormPresenter(page.desk, self._navigator, form, page.folder))

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


class _Nowhere:
    """The panel before there is one."""

    def open_form(self, form: FormPresenter) -> None:
        """Open nothing."""

    def ask_drawing(self, name: str, draw: Callable[[bytes, str], None]) -> None:
        """Open nothing."""

    def drawn(self) -> None:
        """There is no window."""

    def refuse_drawing(self, sentence: str) -> None:
        """There is no window."""
