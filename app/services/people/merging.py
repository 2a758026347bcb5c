"""Merging two entries of the register that are one person, and taking them apart again; never automatic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from app.domain.errors import RuleRefusal
from app.domain.people.merging import KeptValue, PartyMerge, check_mergeable, differing, merged, parted
from app.domain.people.parties import PartyRecord
from app.domain.people.party_lines import KnownParty, PartyLine
from app.domain.trust.actors import Actor
from app.domain.trust.reveals import MaskedNumber
from app.domain.values.days.moments import Clock
from app.domain.values.ids import new_id
from app.persistence.store import Store
from app.services.done import Done
from app.services.people.revealing import note_reveal
from app.services.transactions.as_seen import as_seen
from app.services.transactions.looking import look

MOST_ALIKE = 20
"""How many entries that may be the same person are offered; the search finds any other."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries to be merged, as they stand, with the cases each took part in."""

    survivor: PartyRecord
    absorbed: PartyRecord
    survivor_cases: int
    absorbed_cases: int


@dataclass(frozen=True, slots=True)
class Absorbed:
    """A merge that stands, and the name of the entry that went into the survivor."""

    merge: PartyMerge
    name: str


class MergingService:
    """Merges entries; cases are linked through the survivor, their own copies are never touched."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def alike(self, record_id: UUID) -> tuple[KnownParty, ...]:
        """Give the entries that may be the same person: same number, then phone, then name."""
        with look(self._store) as work:
            record = work.parties.get(record_id)
        with self._store.reads() as reads:
            known = reads.parties.known(
                name=record.name,
                identity_number=record.identity_number,
                phone=record.phone,
                limit=MOST_ALIKE,
            )
        return tuple(
            found
            for found in known
            if found.record.id != record_id and found.record.is_person is record.is_person
        )

    def found(self, text: str, *, beside: UUID) -> tuple[PartyLine, ...]:
        """Find entries to merge with one: all but itself and those merged already."""
        with self._store.reads() as reads:
            lines = reads.parties.page(text, 0, MOST_ALIKE)
        return tuple(line for line in lines if line.id != beside and not line.merged_into)

    def pair(self, survivor_id: UUID, absorbed_id: UUID, *, actor: Actor) -> Done[Pair]:
        """Lay two entries side by side; numbers that differ are shown in full, which is recorded.

        Raises RuleRefusal ``party.merge_with_itself``, ``party.already_merged``, ``party.merge_of_kinds``.
        """
        with self._store.unit_of_work(actor) as work:
            survivor, absorbed = work.parties.get(survivor_id), work.parties.get(absorbed_id)
            check_mergeable(survivor, absorbed)
            unequal = differing(survivor, absorbed)
            for record in (survivor, absorbed):
                for number in MaskedNumber:
                    if number.value in unequal and getattr(record, number.value):
                        note_reveal(work, record, number)
            with self._store.reads() as reads:
                cases = [len(reads.parties.cases_of(record.id)) for record in (survivor, absorbed)]
            return Done(Pair(survivor, absorbed, *cases), work.commit())

    def merge(
        self, survivor: PartyRecord, absorbed: PartyRecord, kept: Mapping[str, KeptValue], *, actor: Actor
    ) -> Done[PartyMerge]:
        """Merge two entries as the user saw them; both get a history entry.

        A mismatch of versions raises StaleWrite; what cannot be one raises as ``pair`` does.
        """
        with self._store.unit_of_work(actor) as work:
            ours = as_seen("party", work.parties.get(survivor.id), survivor.version)
            theirs = as_seen("party", work.parties.get(absorbed.id), absorbed.version)
            one, gone = merged(ours, theirs, kept)
            after = work.parties.save(one, act="party.merged", note=theirs.name)
            work.parties.save(gone, act="party.absorbed", note=one.name)
            merge = PartyMerge(
                id=new_id(),
                survivor_id=ours.id,
                absorbed_id=theirs.id,
                before=ours,
                after=after,
                merged_at=self._clock.now(),
                merged_by=actor.name,
            )
            return Done(work.merges.add(merge), work.commit())

    def standing(self, record_id: UUID) -> tuple[Absorbed, ...]:
        """Give what was merged into an entry and not taken apart, the latest first."""
        with look(self._store) as work:
            return tuple(
                Absorbed(merge, work.parties.get(merge.absorbed_id).name)
                for merge in work.merges.standing(record_id)
            )

    def part(self, merge_id: UUID, *, actor: Actor) -> Done[PartyRecord]:
        """Take two entries apart: both are as they were, what was corrected since stays; gives the absorbed.

        Merges are undone in the order opposite to their making: RuleRefusal ``party.merged_later``;
        ``party.already_merged`` while the survivor itself stands under another entry.
        """
        with self._store.unit_of_work(actor) as work:
            merge = work.merges.get(merge_id)
            survivor, absorbed = work.parties.get(merge.survivor_id), work.parties.get(merge.absorbed_id)
            if merge.undone_at is not None:
                raise RuleRefusal("party.already_parted", party=absorbed.name)
            if survivor.merged_into_id is not None:
                raise RuleRefusal("party.already_merged", party=survivor.name)
            latest = work.merges.standing(survivor.id)[0]
            if latest.id != merge.id:
                later = work.parties.get(latest.absorbed_id).name
                raise RuleRefusal("party.merged_later", party=later)
            one, other = parted(survivor, absorbed, merge)
            work.parties.save(one, act="party.parted", note=other.name)
            freed = work.parties.save(other, act="party.restored", note=one.name)
            work.merges.mark_undone(merge.id, self._clock.now())
            return Done(freed, work.commit())
