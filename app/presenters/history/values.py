"""The values that history keeps as codes, worded for people: 包调查 instead of ``investigate``."""

from __future__ import annotations

import types
import typing
from datetime import datetime
from functools import cache
from uuid import UUID

from app.domain.case_file.records import CaseFile
from app.domain.case_file.retention import RetentionBook
from app.domain.disputes.cases import Case
from app.domain.disputes.risk.scales import LocalRiskScale
from app.domain.duties.deadlines.holidays import HolidayNotice
from app.domain.duties.deadlines.local_periods import LocalPeriod
from app.domain.duties.follow_up.visits import FollowUpVisit
from app.domain.duties.four_duties import FourDuties
from app.domain.duties.referrals.guidance import ServiceReferral
from app.domain.duties.referrals.orders import WorkOrder
from app.domain.duties.referrals.referrals import Referral
from app.domain.duties.watch.proactive import ProactiveHandling
from app.domain.duties.watch.supervision import SupervisionOrder
from app.domain.duties.watch.whistles import Whistle
from app.domain.filing.documents import Attachment
from app.domain.filing.originals import SignedOriginal
from app.domain.filing.seals.certificates import SealCertificate
from app.domain.filing.seals.copies import SealedCopy
from app.domain.filing.submissions import Submission
from app.domain.filing.wordings.local import LocalWording
from app.domain.mediation.schedule.appointments import Appointment
from app.domain.mediation.sessions import SessionRecord
from app.domain.people.duty_roster import Leave, Shift
from app.domain.people.organisations import Organisation
from app.domain.people.parties import PartyRecord
from app.domain.people.staff import StaffMember
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.check.book import CheckSettings
from app.domain.settlements.confirmation import JudicialConfirmation
from app.domain.settlements.legal_actions import LegalAction
from app.domain.settlements.oral import OralAgreement
from app.domain.settlements.performance.plans import PerformancePlan
from app.domain.trust.history import FieldChange
from app.domain.trust.reveals import MaskedNumber
from app.domain.values.naming.masking import mask_identity
from app.domain.values.termed import Termed
from app.i18n.formats import Formats
from app.i18n.translator import Translator

_AGGREGATES: dict[str, type] = {
    "case": Case,
    "session": SessionRecord,
    "appointment": Appointment,
    "shift": Shift,
    "leave": Leave,
    "agreement": MediationAgreement,
    "oral_agreement": OralAgreement,
    "duties": FourDuties,
    "performance": PerformancePlan,
    "confirmation": JudicialConfirmation,
    "legal_action": LegalAction,
    "submission": Submission,
    "visit": FollowUpVisit,
    "referral": Referral,
    "guidance": ServiceReferral,
    "order": WorkOrder,
    "supervision": SupervisionOrder,
    "whistle": Whistle,
    "proactive": ProactiveHandling,
    "organisation": Organisation,
    "staff": StaffMember,
    "party": PartyRecord,
    "holidays": HolidayNotice,
    "check_settings": CheckSettings,
    "wording": LocalWording,
    "local_period": LocalPeriod,
    "risk_scale": LocalRiskScale,
    "case_file": CaseFile,
    "retention_book": RetentionBook,
    "original": SignedOriginal,
    "sealed_copy": SealedCopy,
    "seal_certificate": SealCertificate,
    "attachment": Attachment,
}


class HistoryValues:
    """Words one side of a changed field; what is no code stays as it is."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._say, self._formats = translator.text, formats

    def is_shown(self, kind: str, change: FieldChange) -> bool:
        """Tell whether a change says anything to a person: ids only link."""
        return kind_of_field(kind, change.field) is not UUID

    def word(self, kind: str, field: str, text: str) -> str:
        """Word a value of a field of an aggregate."""
        found = kind_of_field(kind, field)
        if field.rpartition(".")[2] == MaskedNumber.IDENTITY.value:
            return mask_identity(text)
        if not text or found is None:
            return text
        if issubclass(found, Termed):
            return "、".join(self._term(found, code) for code in text.split(", "))
        if found is bool:
            return self._say("是") if text == "true" else self._say("否")
        if found is datetime:
            return self._moment(text)
        return text

    def _term(self, found: type[Termed], code: str) -> str:
        try:
            return self._say(found.of(code).term)
        except ValueError:
            return code

    def _moment(self, text: str) -> str:
        try:
            return self._formats.moment(datetime.fromisoformat(text))
        except ValueError:
            return text


@cache
def kind_of_field(kind: str, field: str) -> type | None:
    """Give the type at a dotted path (``duties.0.kind``) of an aggregate, or None where it is not known."""
    found: type | None = _AGGREGATES.get(kind)
    for step in field.split("."):
        if found is None or step.isdigit():
            continue
        hints = _hints(found) if hasattr(found, "__dataclass_fields__") else {}
        found = _inner(hints[step]) if step in hints else None
    return found


@cache
def _hints(found: type) -> dict[str, object]:
    """Resolve the annotations of a class once: each time costs a compilation for every field."""
    return typing.get_type_hints(found)


def _inner(hint: object) -> type | None:
    """Unwrap ``X | None`` and ``tuple[X, ...]``."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType, tuple):
        choices = [entry for entry in typing.get_args(hint) if entry not in (type(None), Ellipsis)]
        return _inner(choices[0]) if choices else None
    return hint if isinstance(hint, type) else None
