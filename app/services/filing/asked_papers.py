"""What services of papers share whose own form asks for what no case knows: the police's and the court's."""

from __future__ import annotations

from collections.abc import Sized
from datetime import date
from typing import ClassVar, Protocol
from uuid import UUID

from app.archive.files import FileStore
from app.documents.kinds import Contents
from app.domain.contents.channels.named import Named, named
from app.domain.disputes.cases import Case
from app.domain.disputes.channels.papers import words_in
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput
from app.domain.filing.catalogue.entries import ENTRY_OF
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.moving import refuse_locked
from app.services.transactions.numbered import add_document
from app.services.transactions.printing import Printing
from app.services.transactions.wordings.in_force import phrased


class Asking(Protocol):
    """Contents that tell for how many they are: parties, and those who sign."""

    kind: ClassVar[DocumentKind]

    @property
    def parties(self) -> Sized:
        """Who is party to it."""

    @property
    def signers(self) -> Sized:
        """Who signs it."""


def copies_of(contents: Asking) -> int:
    """Count the copies of an application as its kind asks for them."""
    rule = ENTRY_OF[contents.kind].copies
    return rule.propose(parties=len(contents.parties), signers=len(contents.signers))


class AskedPapers:
    """Issues what was asked for; as with every issue, frozen and committed first and drawn after."""

    def __init__(
        self, store: Store, clock: Clock, rules: Rules, files: FileStore, printing: Printing
    ) -> None:
        self._store, self._clock, self._rules = store, clock, rules
        self._files, self._printing = files, printing

    @property
    def _today(self) -> date:
        return local_day(self._clock.now())

    def _case(self, work: UnitOfWork, case_id: UUID, version: int) -> Case:
        case = as_seen("case", work.cases.get(case_id), version)
        refuse_locked(case)
        return case

    def _issue(
        self,
        work: UnitOfWork,
        case: Case,
        contents: Contents,
        actor: Actor,
        *,
        copies: int,
        subject_id: UUID | None = None,
    ) -> Done[IssuedDocument]:
        """Freeze, commit and draw; the paper bears the number of its case."""
        channel = self._rules.channel_of(case)
        words_in(channel, contents.kind)  # a form the channel has not is refused
        contents = named(contents, channel) if isinstance(contents, Named) else contents
        contents = phrased(work, contents, case.organisation_id, self._today)
        self._printing.refuse_unprintable(contents)
        self._printing.refuse_unstorable()
        document = add_document(
            work,
            case,
            contents,
            actor=actor,
            now=self._clock.now(),
            number=case.intake_number,
            copies=copies,
            subject_id=subject_id,
        )
        wind(work, self._rules, case.id, self._today)
        changes = work.commit()
        drawn = self._printing.draw(document, actor=actor)
        return Done(drawn.value, changes | drawn.changes)

    def _not_in_future(self, day: date) -> None:
        if day > self._today:
            raise InvalidInput("date.in_future", field="on", day=day.isoformat())
