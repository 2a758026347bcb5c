"""Picks the form of a paper between application and closing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Never

from app.documents.forms.course import (
    acceptance_notice,
    authority_letter,
    closing_report,
    consent_inquiry,
    disclosure,
    evidence_list,
    extension_consent,
    interpreter,
    investigation,
    plain_summary,
    recusal,
    undisputed_facts,
)
from app.documents.forms.form import Form
from app.domain.contents.course.papers import (
    AcceptanceNoticeContents,
    AuthorityLetterContents,
    ClosingReportContents,
    ConsentInquiryContents,
    DisclosureContents,
    EvidenceListContents,
    ExtensionConsentContents,
    InterpreterContents,
    InvestigationContents,
    RecusalContents,
    UndisputedFactsContents,
)
from app.domain.contents.course.plain import PlainSummaryContents

COURSE_COMPOSERS: dict[type[object], Callable[[Never], Form]] = {
    AcceptanceNoticeContents: acceptance_notice.compose,
    ConsentInquiryContents: consent_inquiry.compose,
    AuthorityLetterContents: authority_letter.compose,
    InvestigationContents: investigation.compose,
    EvidenceListContents: evidence_list.compose,
    ExtensionConsentContents: extension_consent.compose,
    DisclosureContents: disclosure.compose,
    RecusalContents: recusal.compose,
    InterpreterContents: interpreter.compose,
    UndisputedFactsContents: undisputed_facts.compose,
    ClosingReportContents: closing_report.compose,
    PlainSummaryContents: plain_summary.compose,
}
"""What composes each kind of these contents."""
