"""Every kind of contents that is drawn: as one type, and by the kind of document it fills."""

from __future__ import annotations

from typing import cast, get_args

from app.domain.contents.bridges.papers import SecurityApplicationContents, TrafficRequestContents
from app.domain.contents.case_file.papers import (
    FilePaper,
)
from app.domain.contents.course.papers import CoursePaper
from app.domain.contents.court.materials import CourtMaterialsContents
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
from app.domain.filing.kinds import DocumentKind

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
    | CoursePaper
    | ServiceAddressContents
    | CourtMaterialsContents
    | FilePaper
)

CONTENTS_OF: dict[DocumentKind, type[Contents]] = {
    contents.kind: contents for contents in cast("tuple[type[Contents], ...]", get_args(Contents))
}
"""What each kind of document prints; contents name their kind themselves."""
