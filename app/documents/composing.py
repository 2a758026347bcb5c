"""Which form composes which kind of contents; a form's code is read when its first paper is drawn.

Thirty forms and all their contents take twice as long to import as drawing one agreement needs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Never, cast

if TYPE_CHECKING:
    from app.documents.forms.form import Form
    from app.documents.kinds import Contents

_FORMS = "app.documents.forms"
_USUAL = "compose"
COMPOSERS = {
    "ApplicationContents": "application",
    "AcceptanceRegisterContents": "acceptance_register",
    "RightsNoticeContents": "rights_notice",
    "SessionContents": "session_record",
    "AgreementContents": "agreement",
    "NonAcceptanceContents": "non_acceptance",
    "FourDutiesContents": "four_duties",
    "FourDutiesLedgerContents": "four_duties_ledger",
    "ReferralLetterContents": "links.referral_letter",
    "ReferralReceiptContents": "links.referral_receipt",
    "ReferralReplyContents": "links.referral_reply",
    "GuidanceLetterContents": "links.guidance_letter",
    "OrderReplyContents": "links.order_reply",
    "MediationNoticeContents": "mediation_notice",
    "SupervisionOrderContents": "watch.order",
    "SupervisionReplyContents": "watch.reply",
    "WhistleContents": "watch.whistle",
    "OralRegisterContents": "endings.composing",
    "TerminationContents": "endings.composing",
    "WithdrawalContents": "endings.composing",
    "TransferContents": "endings.composing",
    "ReceiptContents": "performance.receipt",
    "UrgingLetterContents": "performance.urging_letter",
    "FollowUpContents": "performance.follow_up_record",
    "SecurityApplicationContents": "bridges.security_application",
    "TrafficRequestContents": "bridges.traffic_request",
    "ConfirmationApplicationContents": "court.confirmation_application",
    "EnforcementApplicationContents": "court.enforcement_application",
    "AcceptanceNoticeContents": "course.acceptance_notice",
    "ConsentInquiryContents": "course.consent_inquiry",
    "AuthorityLetterContents": "course.authority_letter",
    "InvestigationContents": "course.investigation",
    "EvidenceListContents": "course.evidence_list",
    "ExtensionConsentContents": "course.extension_consent",
    "DisclosureContents": "course.disclosure",
    "RecusalContents": "course.recusal",
    "InterpreterContents": "course.interpreter",
    "UndisputedFactsContents": "course.undisputed_facts",
    "ClosingReportContents": "course.closing_report",
    "PlainSummaryContents": "course.plain_summary",
    "ServiceAddressContents": "court.service_address",
    "CourtMaterialsContents": "court.materials",
    "FileCoverContents": "case_file.cover:compose_cover",
    "FileCatalogueContents": "case_file.catalogue",
    "FileNoteContents": "case_file.note",
    "FileBackCoverContents": "case_file.cover:compose_back",
}
"""Module of the form, and its function where another than ``compose``; a test holds it to the kinds."""


def compose(contents: Contents) -> Form:
    """Compose the form of contents."""
    return _composer(type(contents).__name__)(cast("Never", contents))


@cache
def _composer(kind: str) -> Callable[[Never], Form]:
    module, _, function = COMPOSERS[kind].partition(":")
    return cast("Callable[[Never], Form]", getattr(import_module(f"{_FORMS}.{module}"), function or _USUAL))
