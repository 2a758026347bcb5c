"""文书用语: what an organisation words for itself: tried, put in force from a day, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.documents.kinds import CONTENTS_OF, Contents
from app.domain.contents.phrasing.examples import example
from app.domain.contents.phrasing.phrased import PhrasedContents
from app.domain.errors import DomainError, InvalidInput, RuleRefusal
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.wordings.checking import check_wording
from app.domain.filing.wordings.local import LocalWording, OwnText, in_force
from app.domain.filing.wordings.places import BlockPlace, BlockState
from app.domain.settlements.promises import void_promise
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.ids import new_id
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.looking import look
from app.services.transactions.printing import DocumentRenderer

HISTORY = 6
"""How many of the last changes are told."""


@dataclass(frozen=True, slots=True)
class Trial:
    """An example of the paper with a wording, and what keeps that wording from being put in force."""

    pdf: bytes
    problem: DomainError | None
    carried: int = 0


class WordingService:
    """Keeps local wording; papers that were issued keep the wording they were frozen with."""

    def __init__(self, store: Store, clock: Clock, renderer: DocumentRenderer) -> None:
        self._store, self._clock, self._renderer = store, clock, renderer

    # reading

    def of_organisation(self, organisation_id: UUID) -> tuple[LocalWording, ...]:
        """Give everything an organisation set."""
        with look(self._store) as work:
            return work.wordings.of_organisation(organisation_id)

    def state(self, place: BlockPlace) -> BlockState:
        """Give what is set for one block, and who changed it when."""
        with look(self._store) as work:
            local = work.wordings.of_block(place.organisation_id, place.kind, place.key)
            told = () if local is None else tuple(work.history.of_subject(local.id, HISTORY))
            return BlockState(local, told)

    # trying; these touch no database, so any thread may do it

    def try_out(self, place: BlockPlace, typed: str, wording: Sequence[LocalWording]) -> Trial:
        """Draw an example of the paper with what is typed, and check that no field of the kind is lost.

        Where what is typed cannot stand, the example has the wording in force and ``problem`` says why.
        """
        block, today = place.block, local_day(self._clock.now())
        others = in_force((own for own in wording if own.kind is place.kind), today)
        try:
            contents = self._with_text(place, typed, others)
            count = self._check_drawn(contents)
        except DomainError as error:
            shown = _example(place.kind, is_sparse=block.is_sparse, wording=others)
            return Trial(self._renderer.render(shown, is_draft=True).pdf, error)
        return Trial(self._renderer.render(contents, is_draft=True).pdf, None, count)

    # writing

    def set_text(
        self, place: BlockPlace, typed: str, valid_from: date, *, actor: Actor, version: int
    ) -> Done[LocalWording]:
        """Put a wording in force from a day on, today at the earliest.

        Raises what ``check_wording`` does, InvalidInput ``wording.unprintable`` or ``.field_lost`` at
        ``text``, ``wording.in_past`` at ``valid_from``; nothing is written then.
        """
        text = typed.strip()
        self._check_day(valid_from)
        self._check_drawn(self._with_text(place, text, ()))
        note = f"{place.kind.term} · {place.block.name}：{text}"
        return self._write(
            place, text, valid_from, actor=actor, version=version, act="wording.set", note=note
        )

    def restore(self, place: BlockPlace, *, actor: Actor, version: int) -> Done[LocalWording]:
        """Bring the default back from today on, in place of anything planned."""
        today = local_day(self._clock.now())
        note = f"{place.kind.term} · {place.block.name}"
        return self._write(place, "", today, actor=actor, version=version, act="wording.restored", note=note)

    def _write(
        self,
        place: BlockPlace,
        text: str,
        valid_from: date,
        *,
        actor: Actor,
        version: int,
        act: str,
        note: str,
    ) -> Done[LocalWording]:
        if place.block.is_fixed:
            raise RuleRefusal("wording.fixed", article=place.block.fixed_by)
        with self._store.unit_of_work(actor) as work:
            work.organisations.get(place.organisation_id)
            stored = work.wordings.of_block(place.organisation_id, place.kind, place.key)
            seen = stored or LocalWording(
                id=new_id(), organisation_id=place.organisation_id, kind=place.kind, block=place.key
            )
            wanted = as_seen("wording", seen, version).with_text(text, valid_from)
            keep = work.wordings.add if stored is None else work.wordings.save
            return Done(keep(wanted, act=act, note=note), work.commit())

    # checks

    def _check_day(self, valid_from: date) -> None:
        if valid_from < local_day(self._clock.now()):
            raise InvalidInput("wording.in_past", field="valid_from")

    def _with_text(self, place: BlockPlace, typed: str, others: tuple[OwnText, ...]) -> Contents:
        """Give example contents with a wording that passed every check of its text."""
        template = check_wording(place.block, typed)
        if void_promise(template.still) is not None:
            raise InvalidInput("wording.promise", field="text")
        kept = tuple(own for own in others if own.block != place.key)
        wording = (*kept, OwnText(block=place.key, text=typed.strip()))
        contents = _example(place.kind, is_sparse=place.block.is_sparse, wording=wording)
        for missing in self._renderer.missing_characters(contents):
            raise InvalidInput(
                "wording.unprintable",
                field="text",
                character=missing.character,
                codepoint=f"U+{ord(missing.character):04X}",
            )
        return contents

    def _check_drawn(self, contents: Contents) -> int:
        """Draw with the wording and without: what stood on paper must stand there still. Gives how much."""
        if not isinstance(contents, PhrasedContents):
            return 0
        usual = self._renderer.carried(replace(contents, wording=()))
        lost = usual - self._renderer.carried(contents)
        if lost:
            raise InvalidInput("wording.field_lost", field="text", count=len(lost), path=min(lost))
        return len(usual)


def _example(kind: DocumentKind, *, is_sparse: bool, wording: tuple[OwnText, ...]) -> Contents:
    contents = example(CONTENTS_OF[kind], is_sparse=is_sparse)
    return replace(contents, wording=wording) if isinstance(contents, PhrasedContents) else contents
