"""Keeping what is typed: raw text a breath after typing, the agreement itself whenever it can be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.errors import DomainError
from app.domain.settlements.agreements import MediationAgreement
from app.domain.values.plain import from_json, to_json
from app.presenters.agreement.entries import AgreementEntry, Kept, to_payload
from app.presenters.desk import Desk
from app.presenters.intake.shown import SavedNote, SavedState
from app.services.done import Done


@dataclass(frozen=True, slots=True)
class ToKeep:
    """What stands in the editor at the moment of writing; ``agreement`` is None while unreadable."""

    entry: AgreementEntry
    focus: str
    version: int
    agreement: MediationAgreement | None


@dataclass(slots=True)
class _Flight:
    """A write under way; ``version`` is what it stored, known on the lane of the database alone."""

    version: int = -1


@dataclass(frozen=True, slots=True)
class _Written:
    moment: datetime
    stored: Done[MediationAgreement] | None = None
    refusal: DomainError | None = None


class AgreementKeeper:
    """Writes one draft in the order of typing; never says saved before it is.

    ``keep`` writes the raw text (each time somebody pauses), ``store`` also the agreement (each
    time a field is left), so that the history tells fields, not keys. A conflict stops storing,
    never keeping, until the user has chosen.
    """

    def __init__(
        self,
        desk: Desk,
        take: Callable[[], ToKeep],
        show: Callable[[SavedNote], None],
        on_stored: Callable[[Done[MediationAgreement]], None],
        on_refused: Callable[[DomainError], None],
    ) -> None:
        self._desk, self._take, self._show = desk, take, show
        self._on_stored, self._on_refused = on_stored, on_refused
        self.is_conflicting = False
        self._key, self._epoch = "", 0
        self._revision = self._kept = self._stored = 0
        self._is_writing = self._wants_store = False
        self._after: list[Callable[[], None]] = []
        self._flight = _Flight()

    @property
    def is_kept(self) -> bool:
        """Tell whether everything typed is on the disk, readable or not."""
        return self._kept == self._revision

    @property
    def is_stored(self) -> bool:
        """Tell whether the agreement itself holds everything typed."""
        return self._stored == self._revision

    def opened(self, agreement_id: UUID, moment: datetime | None, *, is_stored: bool) -> None:
        """Start on an agreement: from a draft of that moment, or as it is stored."""
        self._epoch += 1
        self._key = draft_key(agreement_id)
        self._kept = self._revision
        self._stored = self._revision if is_stored else self._revision - 1
        self._is_writing = self._wants_store = self.is_conflicting = False
        self._after.clear()
        state = SavedState.NOTHING if moment is None else SavedState.SAVED
        self._show(SavedNote(state, "" if moment is None else self._desk.formats.time(moment)))

    def touch(self) -> None:
        """Note a change: from now on nothing is called saved until it is."""
        self._revision += 1
        self._show(SavedNote(SavedState.SAVING))

    def keep(self) -> None:
        """Write what is typed, unless it is written or being written."""
        if not self._is_writing and not self.is_kept:
            self._write()

    def store(self, then: Callable[[], None] | None = None) -> None:
        """Write what is typed and the agreement; ``then`` is called once the agreement holds it all."""
        if then is not None:
            self._after.append(then)
        self._wants_store = True
        if not self._is_writing:
            self._go_on()

    def flush(self) -> None:
        """Write the raw text behind the write under way: the window may close before that one answers."""
        if not self._is_writing or self.is_kept:
            return
        taken, services, actor = self._take(), self._desk.services, self._desk.actor
        flight, key, text = self._flight, self._key, to_json(taken.entry)
        revision, epoch = self._revision, self._epoch

        def work() -> datetime:
            entry = from_json(AgreementEntry, text)
            version = flight.version if flight.version >= 0 else taken.version
            payload = to_payload(Kept(version=version, is_stored=False, entry=entry))
            return services.drafts.put(key, payload, taken.focus, actor=actor)

        def done(_moment: datetime) -> None:
            if epoch == self._epoch:
                self._kept = max(self._kept, revision)

        self._desk.runner.submit(work, done, lambda _error: self._on_failed(epoch))

    def _go_on(self) -> None:
        wants = self._wants_store and not self.is_stored and not self.is_conflicting
        if wants or not self.is_kept:
            self._write()
        elif self.is_stored:
            after, self._after = self._after, []
            for then in after:
                then()

    def _write(self) -> None:
        taken, services, actor = self._take(), self._desk.services, self._desk.actor
        revision, epoch, key = self._revision, self._epoch, self._key
        wanted = self._wants_store and not self.is_conflicting and not self.is_stored
        agreement = taken.agreement if wanted else None
        self._is_writing, self._wants_store = True, False
        payload = to_payload(Kept(version=taken.version, is_stored=False, entry=taken.entry))

        text = to_json(taken.entry)
        flight = self._flight = _Flight()

        def held(stored: MediationAgreement) -> str:
            entry = from_json(AgreementEntry, text)  # the editor goes on typing into its own
            return to_payload(Kept(version=stored.version, is_stored=True, entry=entry))

        def work() -> _Written:
            moment = services.drafts.put(key, payload, taken.focus, actor=actor)
            if agreement is None:
                return _Written(moment)
            try:
                done = services.settlements.save(agreement, actor=actor)
            except DomainError as refusal:
                return _Written(moment, refusal=refusal)
            flight.version = done.value.version
            return _Written(services.drafts.put(key, held(done.value), taken.focus, actor=actor), done)

        self._desk.runner.submit(
            work,
            lambda written: self._on_written(written, revision, epoch),
            lambda _error: self._on_failed(epoch),
        )

    def _on_written(self, written: _Written, revision: int, epoch: int) -> None:
        if epoch != self._epoch:
            return
        self._is_writing = False
        self._kept = max(self._kept, revision)
        if written.stored is not None:
            self._stored = revision
            self._on_stored(written.stored)
        if self.is_kept:
            self._show(SavedNote(SavedState.SAVED, self._desk.formats.time(written.moment)))
        if written.refusal is not None:
            self._after.clear()
            self._on_refused(written.refusal)
            return
        self._go_on()

    def _on_failed(self, epoch: int) -> None:
        if epoch != self._epoch:
            return
        self._is_writing = False
        self._after.clear()
        self._show(SavedNote(SavedState.FAILED))


def draft_key(agreement_id: UUID) -> str:
    """Name the draft of an agreement."""
    return f"agreement:{agreement_id}"
