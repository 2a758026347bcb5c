"""送签: number, freeze, draw, print; and voiding what is not in effect, with a reason."""

from __future__ import annotations

from uuid import UUID

from app.domain.changes import Changes
from app.domain.errors import DomainError
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.agreements import MediationAgreement
from app.domain.values.days.calendar_days import parse_day
from app.presenters.agreement.checking import AgreementChecks
from app.presenters.agreement.keeper import draft_key
from app.presenters.agreement.page import AgreementPage
from app.presenters.agreement.shown import IssueForm
from app.presenters.navigation import Navigator
from app.services.done import Done

_SUMMARY = DocumentKind.PLAIN_SUMMARY


class AgreementIssuing:
    """Opens the dialog only when everything is kept and nothing is left to mend."""

    def __init__(self, page: AgreementPage, checks: AgreementChecks, navigator: Navigator) -> None:
        self._page, self._checks, self._navigator = page, checks, navigator
        self._is_issuing = False

    def ask(self) -> None:
        """Go to what must be mended, or store everything and open the dialog (F9)."""
        if self._page.is_editing:
            self._checks.run(self._checked)

    def _checked(self) -> None:
        if self._checks.must:
            self._checks.first_must()
        elif not self._page.keeper.is_conflicting:
            self._page.keeper.store(self._open)

    def issue(self, day: str, *, prints: bool, summarises: bool = False) -> None:
        """Issue the draft on a day as typed; a refusal is said in the dialog and nothing was numbered.

        ``summarises`` issues a summary in large type for each party as well.
        """
        page, agreement = self._page, self._page.agreement
        if agreement is None or self._is_issuing:
            return
        try:
            on = parse_day(day, page.today)
        except DomainError as refusal:
            page.view.refuse_issue(page.said(refusal))
            return
        self._is_issuing = True
        services, actor, version = page.desk.services, page.desk.actor, agreement.version

        def work() -> tuple[Done[IssuedDocument], MediationAgreement]:
            done = services.settlements.issue(agreement.id, actor=actor, version=version, on=on)
            return done, services.settlements.agreement(agreement.id)

        def done(issued: tuple[Done[IssuedDocument], MediationAgreement]) -> None:
            self._on_issued(*issued, prints=prints)
            if summarises:
                self._summarise(issued[1])

        page.desk.runner.submit(work, done, self._on_refused)

    def void(self, reason: str) -> None:
        """Void the agreement on show; its number stays recorded with the reason."""
        page, agreement = self._page, self._page.agreement
        if agreement is None:
            return
        services, actor = page.desk.services, page.desk.actor

        def done(voided: Done[MediationAgreement]) -> None:
            page.agreement = voided.value
            page.tell_changed()
            page.desk.feed.announce(voided.changes)
            self._navigator.toast(page.desk.translator.text("已作废，原因已记入经过"))

        page.desk.runner.submit(
            lambda: services.settlements.void(agreement.id, reason, actor=actor, version=agreement.version),
            done,
            page.fail,
        )

    def _open(self) -> None:
        page = self._page
        if not page.is_editing or page.agreement is None or page.folder is None:
            return
        agreement = page.agreement
        say = page.desk.translator.text
        others = {other.id: other.number for other in page.folder.agreements}
        changed = others.get(agreement.supplements_id, "") if agreement.supplements_id else ""
        page.view.ask_issue(
            IssueForm(
                copies=agreement.copies,
                copies_words=page.words.copies(agreement, page.folder.case),
                day=page.today,
                number_note=say("编号在送签时取得，文字从此不再改动；要改另立补充协议"),
                supplements=say("补充 {number}", number=changed) if changed else "",
            )
        )

    def _on_issued(self, done: Done[IssuedDocument], agreement: MediationAgreement, *, prints: bool) -> None:
        page = self._page
        say = page.desk.translator.text
        self._is_issuing = False
        page.agreement = agreement
        page.view.issued()
        page.tell_changed()
        self._drop_draft(agreement.id)
        page.desk.feed.announce(done.changes)
        self._navigator.toast(say("已送签 {number}", number=done.value.number))
        if prints:
            self._print(done.value)

    def _summarise(self, agreement: MediationAgreement) -> None:
        """Issue the summary of each party; they wait among the documents to be printed."""
        page, case_id = self._page, agreement.case_id
        issuing, actor = page.desk.services.issuing, page.desk.actor

        def work() -> Changes:
            changes = Changes()
            for party_id in agreement.party_ids:
                changes |= issuing.issue(_SUMMARY, case_id, party_id, actor=actor).changes
            return changes

        def done(changes: Changes) -> None:
            page.desk.feed.announce(changes)
            say = page.desk.translator.text
            self._navigator.toast(say("已给 {n} 方出具大字要点单，在文书里打印", n=len(agreement.party_ids)))

        page.desk.runner.submit(work, done, page.fail)

    def _drop_draft(self, agreement_id: UUID) -> None:
        services, actor = self._page.desk.services, self._page.desk.actor
        self._page.desk.runner.submit(
            lambda: services.drafts.discard(draft_key(agreement_id), actor=actor),
            lambda _nothing: None,
            self._page.fail,
        )

    def _print(self, document: IssuedDocument) -> None:
        services = self._page.desk.services
        self._page.desk.runner.submit(
            lambda: services.issuing.bytes_of(document.id),
            lambda pdf: self._navigator.print_document(pdf, document.title, document.copies),
            self._page.fail,
        )

    def _on_refused(self, error: Exception) -> None:
        self._is_issuing = False
        self._page.view.refuse_issue(self._page.said(error))
        if not isinstance(error, DomainError):
            raise error
