"""Draws every kind of contents: picks its form, asks the fonts, binds the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Never, cast

from app.documents import coverage
from app.documents.fonts import FontLibrary
from app.documents.forms import (
    acceptance_register,
    agreement,
    application,
    four_duties,
    four_duties_ledger,
    mediation_notice,
    non_acceptance,
    rights_notice,
    session_record,
)
from app.documents.forms.bridges import security_application, traffic_request
from app.documents.forms.case_file import catalogue, cover, note
from app.documents.forms.court import confirmation_application, enforcement_application, service_address
from app.documents.forms.endings import composing as endings
from app.documents.forms.form import Form
from app.documents.forms.links import (
    guidance_letter,
    order_reply,
    referral_letter,
    referral_receipt,
    referral_reply,
)
from app.documents.forms.performance import follow_up_record, receipt, urging_letter
from app.documents.forms.watch import order, reply, whistle
from app.documents.pages.paper import PaperDocument, RenderedDocument
from app.documents.pages.pdf_file import Facts
from app.domain.contents.bridges.papers import SecurityApplicationContents, TrafficRequestContents
from app.domain.contents.case_file.papers import (
    FileBackCoverContents,
    FileCatalogueContents,
    FileCoverContents,
    FileNoteContents,
    FilePaper,
)
from app.domain.contents.court.papers import (
    ConfirmationApplicationContents,
    EnforcementApplicationContents,
)
from app.domain.contents.court.service_address import ServiceAddressContents
from app.domain.contents.duties import FourDutiesContents, FourDutiesLedgerContents
from app.domain.contents.endings import (
    OralRegisterContents,
    TerminationContents,
    TransferContents,
    WithdrawalContents,
)
from app.domain.contents.forms import (
    AcceptanceRegisterContents,
    AgreementContents,
    ApplicationContents,
    NonAcceptanceContents,
    RightsNoticeContents,
    SessionContents,
)
from app.domain.contents.links import (
    GuidanceLetterContents,
    OrderReplyContents,
    ReferralLetterContents,
    ReferralReceiptContents,
    ReferralReplyContents,
)
from app.domain.contents.performance.papers import FollowUpContents, ReceiptContents, UrgingLetterContents
from app.domain.contents.schedule_forms import MediationNoticeContents
from app.domain.contents.watch import SupervisionOrderContents, SupervisionReplyContents, WhistleContents
from app.domain.filing.proofs.pages import PageProver

Contents = (
    ApplicationContents
    | AcceptanceRegisterContents
    | RightsNoticeContents
    | SessionContents
    | AgreementContents
    | NonAcceptanceContents
    | FourDutiesContents
    | FourDutiesLedgerContents
    | ReceiptContents
    | UrgingLetterContents
    | FollowUpContents
    | ReferralLetterContents
    | ReferralReceiptContents
    | ReferralReplyContents
    | GuidanceLetterContents
    | OrderReplyContents
    | MediationNoticeContents
    | SupervisionOrderContents
    | SupervisionReplyContents
    | WhistleContents
    | OralRegisterContents
    | TerminationContents
    | WithdrawalContents
    | TransferContents
    | SecurityApplicationContents
    | TrafficRequestContents
    | ConfirmationApplicationContents
    | EnforcementApplicationContents
    | ServiceAddressContents
    | FilePaper
)


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """A character no typeface has, its code (U+20164) and the dotted path of its field (parties.0.name)."""

    character: str
    codepoint: str
    field: str


class Renderer:
    """Draws documents with the typefaces of a folder; safe to share between threads.

    The typefaces are read on first use: StorageRefusal ``fonts.missing`` or ``fonts.damaged``.
    """

    def __init__(self, fonts_folder: Path) -> None:
        self._folder = fonts_folder

    def render(
        self, contents: Contents, *, is_draft: bool, prover: PageProver | None = None
    ) -> RenderedDocument:
        """Draw contents; the same contents, proven alike, give the same bytes.

        A draft is marked as one on every page; ``prover`` proves each page of what is issued.
        Raises InvalidInput ``document.unprintable_character`` for what ``missing_characters`` would name.
        """
        form = compose(contents)
        document = PaperDocument(
            fonts=self._fonts(),
            facts=Facts(title=form.title, author=form.issuer, day=form.day),
            running_head=form.running_head,
            is_draft=is_draft,
            prover=None if is_draft else prover,
            sheet=form.sheet,
        )
        document.add(*form.blocks)
        return document.draw()

    def missing_characters(self, contents: Contents) -> tuple[MissingCharacter, ...]:
        """Give every character that would be missing on paper, once for each field it stands in."""
        fonts = self._fonts()
        return tuple(
            MissingCharacter(missing.character, missing.name, path)
            for path, text in texts_of(contents)
            for missing in coverage.missing_characters(text, fonts)
        )

    def _fonts(self) -> FontLibrary:
        return FontLibrary.load(self._folder)


_COMPOSERS: dict[type[object], Callable[[Never], Form]] = {
    ApplicationContents: application.compose,
    AcceptanceRegisterContents: acceptance_register.compose,
    RightsNoticeContents: rights_notice.compose,
    SessionContents: session_record.compose,
    AgreementContents: agreement.compose,
    NonAcceptanceContents: non_acceptance.compose,
    FourDutiesContents: four_duties.compose,
    FourDutiesLedgerContents: four_duties_ledger.compose,
    ReferralLetterContents: referral_letter.compose,
    ReferralReceiptContents: referral_receipt.compose,
    ReferralReplyContents: referral_reply.compose,
    GuidanceLetterContents: guidance_letter.compose,
    OrderReplyContents: order_reply.compose,
    MediationNoticeContents: mediation_notice.compose,
    SupervisionOrderContents: order.compose,
    SupervisionReplyContents: reply.compose,
    WhistleContents: whistle.compose,
    OralRegisterContents: endings.compose,
    TerminationContents: endings.compose,
    WithdrawalContents: endings.compose,
    TransferContents: endings.compose,
    ReceiptContents: receipt.compose,
    UrgingLetterContents: urging_letter.compose,
    FollowUpContents: follow_up_record.compose,
    SecurityApplicationContents: security_application.compose,
    TrafficRequestContents: traffic_request.compose,
    ConfirmationApplicationContents: confirmation_application.compose,
    EnforcementApplicationContents: enforcement_application.compose,
    ServiceAddressContents: service_address.compose,
    FileCoverContents: cover.compose_cover,
    FileCatalogueContents: catalogue.compose,
    FileNoteContents: note.compose,
    FileBackCoverContents: cover.compose_back,
}
"""What composes each kind of contents; a test holds it to the kinds of document."""


def compose(contents: Contents) -> Form:
    """Compose the form of contents."""
    return _COMPOSERS[type(contents)](cast("Never", contents))


def texts_of(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Walk every text of contents, however deep, with its dotted path; terms of closed lists are ours."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield path, value
    elif isinstance(value, tuple):
        for position, entry in enumerate(value):
            yield from texts_of(entry, f"{path}.{position}")
    elif is_dataclass(value):
        for entry in fields(value):
            below = f"{path}.{entry.name}" if path else entry.name
            yield from texts_of(getattr(value, entry.name), below)
