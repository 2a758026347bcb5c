"""Everything about one case, read at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.disputes.cases import Case
from app.domain.disputes.clocks import CaseClock
from app.domain.disputes.triggers import Trigger
from app.domain.duties.deadlines.running import LimitationInterruption, WaitingPeriod
from app.domain.duties.four_duties import FourDuties
from app.domain.filing.documents import Attachment, IssuedDocument
from app.domain.mediation.sessions import SessionRecord
from app.domain.people.organisations import Organisation
from app.domain.settlements.agreements import MediationAgreement
from app.domain.trust.history import HistoryEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFolder:
    """A case with all that belongs to it; ``clocks`` are computed for the day of reading.

    ``waiting_periods`` run but cannot be counted until one of their days is recorded;
    ``trigger_choices`` are the events outside the room whose day may matter to this case.
    """

    case: Case
    organisation: Organisation
    sessions: tuple[SessionRecord, ...]
    agreements: tuple[MediationAgreement, ...]
    duties: FourDuties
    documents: tuple[IssuedDocument, ...]
    attachments: tuple[Attachment, ...]
    clocks: tuple[CaseClock, ...]
    history: tuple[HistoryEntry, ...]
    waiting_periods: tuple[WaitingPeriod, ...] = ()
    trigger_choices: tuple[Trigger, ...] = ()
    limitation: LimitationInterruption | None = None
