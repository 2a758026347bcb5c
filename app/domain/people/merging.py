"""Two entries of the register that are one person or organisation: what stays, what goes, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from app.domain.errors import RuleRefusal
from app.domain.people.parties import PartyRecord
from app.domain.values.termed import Termed


class KeptValue(Termed):
    """Which of two values stays when entries are merged; only notes can both stay."""

    SURVIVOR = "survivor", "留这一条"
    ABSORBED = "absorbed", "用另一条"
    BOTH = "both", "两条都留"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMerge:
    """One merging of two entries: the survivor before and after it, so that it can be undone exactly.

    ``undone_at`` is set when the two were taken apart again; the merge itself stays on record.
    """

    id: UUID
    survivor_id: UUID
    absorbed_id: UUID
    before: PartyRecord
    after: PartyRecord
    merged_at: datetime
    merged_by: str
    undone_at: datetime | None = None


COMPARED: Mapping[str, tuple[str, ...]] = {
    "kind": ("kind",),
    "name": ("name",),
    "former_name": ("former_name",),
    "sex": ("sex",),
    "birth_date": ("birth_date",),
    "stated_age": ("stated_age", "age_stated_on"),
    "ethnicity": ("ethnicity",),
    "identity_number": ("identity_number", "identity_kind"),
    "phone": ("phone",),
    "language": ("language",),
    "occupation": ("occupation",),
    "workplace": ("workplace",),
    "address": ("address",),
    "credit_code": ("credit_code",),
    "legal_representative": ("legal_representative", "legal_representative_post"),
    "contact_person": ("contact_person",),
    "contact_consent": ("contact_consent", "contact_consent_on"),
    "note": ("note",),
}
"""What is chosen as one when two entries are merged: the key, and the fields that go together."""

_JOINED = "note"
_NOTHING: tuple[object, ...] = ("", None)


def differing(survivor: PartyRecord, absorbed: PartyRecord) -> tuple[str, ...]:
    """Give the keys of COMPARED in which the two say different things."""
    return tuple(key for key in COMPARED if _values(survivor, key) != _values(absorbed, key))


def proposed(survivor: PartyRecord, absorbed: PartyRecord) -> dict[str, KeptValue]:
    """Propose what stays: the survivor's own, except where it says nothing; two notes both stay."""
    kept = {}
    for key in differing(survivor, absorbed):
        ours, theirs = getattr(survivor, COMPARED[key][0]), getattr(absorbed, COMPARED[key][0])
        if ours in _NOTHING:
            kept[key] = KeptValue.ABSORBED
        else:
            both = key == _JOINED and theirs not in _NOTHING
            kept[key] = KeptValue.BOTH if both else KeptValue.SURVIVOR
    return kept


def check_mergeable(survivor: PartyRecord, absorbed: PartyRecord) -> None:
    """Refuse what cannot be one: an entry with itself, one merged before, a person with an organisation."""
    if survivor.id == absorbed.id:
        raise RuleRefusal("party.merge_with_itself", party=survivor.name)
    for record in (survivor, absorbed):
        if record.merged_into_id is not None:
            raise RuleRefusal("party.already_merged", party=record.name)
    if survivor.is_person is not absorbed.is_person:
        raise RuleRefusal("party.merge_of_kinds", party=absorbed.name)


def merged(
    survivor: PartyRecord, absorbed: PartyRecord, kept: Mapping[str, KeptValue]
) -> tuple[PartyRecord, PartyRecord]:
    """Give both entries after merging; a difference without a choice keeps the survivor's value.

    The absorbed entry keeps all it says and only points at the survivor.
    """
    check_mergeable(survivor, absorbed)
    taken: dict[str, object] = {}
    for key in differing(survivor, absorbed):
        choice = kept.get(key, KeptValue.SURVIVOR)
        if choice is KeptValue.ABSORBED:
            taken.update({name: getattr(absorbed, name) for name in COMPARED[key]})
        elif choice is KeptValue.BOTH and key == _JOINED:
            taken[key] = "\n".join(note for note in (survivor.note, absorbed.note) if note)
    return (
        replace(survivor, **taken),  # type: ignore[arg-type]  # values of the same fields
        replace(absorbed, merged_into_id=survivor.id),
    )


def parted(
    survivor: PartyRecord, absorbed: PartyRecord, merge: PartyMerge
) -> tuple[PartyRecord, PartyRecord]:
    """Give both entries as they were; what was corrected in the survivor since the merge stays corrected."""
    restored = {
        name: getattr(merge.before, name)
        for names in COMPARED.values()
        for name in names
        if all(getattr(survivor, other) == getattr(merge.after, other) for other in names)
    }
    return (
        replace(survivor, **restored),
        replace(absorbed, merged_into_id=None),
    )


def _values(record: PartyRecord, key: str) -> tuple[object, ...]:
    return tuple(getattr(record, name) for name in COMPARED[key])
