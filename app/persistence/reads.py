"""Read queries of one moment, by the word they belong to; all answers are frozen."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from sqlalchemy.orm import Session

from app.persistence.queries.cases import CaseQueries
from app.persistence.queries.clocks import ClockQueries
from app.persistence.queries.counts import CountQueries
from app.persistence.queries.duties import DutyQueries
from app.persistence.queries.history import HistoryQueries
from app.persistence.queries.parties import PartyQueries
from app.persistence.queries.performance import PerformanceQueries
from app.persistence.queries.places import PlaceQueries
from app.persistence.queries.records import (
    AgreementQueries,
    AttachmentQueries,
    DocumentQueries,
    SessionQueries,
)
from app.persistence.queries.recusal import RecusalQueries
from app.persistence.queries.referrals.transit import TransitQueries
from app.persistence.queries.schedule import ScheduleQueries
from app.persistence.queries.search import SearchQueries
from app.persistence.queries.watch import WatchQueries


class Reads:
    """Reading inside one ``with``: every answer is of the same state of the database."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.cases = CaseQueries(session)
        self.search = SearchQueries(session)
        self.parties = PartyQueries(session)
        self.duties = DutyQueries(session)
        self.performance = PerformanceQueries(session)
        self.transit = TransitQueries(session)
        self.schedule = ScheduleQueries(session)
        self.watch = WatchQueries(session)
        self.sessions = SessionQueries(session)
        self.agreements = AgreementQueries(session)
        self.documents = DocumentQueries(session)
        self.attachments = AttachmentQueries(session)
        self.history = HistoryQueries(session)
        self.clocks = ClockQueries(session)
        self.counts = CountQueries(session)
        self.recusal = RecusalQueries(session)
        self.places = PlaceQueries(session)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session.close()
