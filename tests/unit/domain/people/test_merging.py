"""Two entries become one and two again: whatever was chosen, nothing of either is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import RuleRefusal
from app.domain.people.merging import (
    COMPARED,
    KeptValue,
    PartyMerge,
    check_mergeable,
    differing,
    merged,
    parted,
    proposed,
)
from app.domain.people.parties import ContactConsent, PartyKind, PartyRecord
from app.domain.values.ids import new_id
from tests.support.aggregates import filled

NOW = datetime(2026, 11, 2, tzinfo=UTC)
PEOPLE = filled(PartyRecord, merged_into_id=st.none()).map(
    lambda record: replace(record, kind=PartyKind.NATURAL_PERSON)
)
CHOICES = st.dictionaries(st.sampled_from(sorted(COMPARED)), st.sampled_from(list(KeptValue)))


def a_merge(before, after, absorbed):
    return PartyMerge(
        id=new_id(),
        survivor_id=before.id,
        absorbed_id=absorbed.id,
        before=before,
        after=after,
        merged_at=NOW,
        merged_by="赵永安",
    )


@given(survivor=PEOPLE, absorbed=PEOPLE, kept=CHOICES)
def test_taken_apart_both_are_as_they_were(survivor, absorbed, kept):
    after, gone = merged(survivor, absorbed, kept)
    assert replace(gone, merged_into_id=None) == absorbed
    assert parted(after, gone, a_merge(survivor, after, absorbed)) == (survivor, absorbed)


@given(survivor=PEOPLE, absorbed=PEOPLE)
def test_what_is_proposed_loses_no_value_that_only_one_has(survivor, absorbed):
    after, _ = merged(survivor, absorbed, proposed(survivor, absorbed))
    for names in COMPARED.values():
        told = [getattr(record, names[0]) for record in (survivor, absorbed)]
        assert getattr(after, names[0]) or not any(told)
    assert survivor.note in after.note
    assert absorbed.note in after.note


def test_a_correction_after_the_merge_outlives_it():
    survivor = PartyRecord(id=new_id(), name="王德顺", phone="13900000001", address="友谊路1号")
    absorbed = PartyRecord(id=new_id(), name="王德顺", phone="13900000002", address="和平路2号")
    kept = {"phone": KeptValue.ABSORBED, "address": KeptValue.ABSORBED}
    after, gone = merged(survivor, absorbed, kept)
    corrected = replace(after, phone="13900000003")
    one, other = parted(corrected, gone, a_merge(survivor, after, absorbed))
    assert (one.phone, one.address) == ("13900000003", "友谊路1号")
    assert other == absorbed


def test_what_belongs_together_is_chosen_together():
    survivor = PartyRecord(id=new_id(), name="王德顺")
    asked_on = date(2026, 10, 1)
    absorbed = replace(
        survivor, id=new_id(), contact_consent=ContactConsent.AGREED, contact_consent_on=asked_on
    )
    assert differing(survivor, absorbed) == ("contact_consent",)
    after, _ = merged(survivor, absorbed, proposed(survivor, absorbed))
    assert (after.contact_consent, after.contact_consent_on) == (ContactConsent.AGREED, asked_on)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"merged_into_id": new_id()}, "party.already_merged"),
        ({"kind": PartyKind.LEGAL_PERSON}, "party.merge_of_kinds"),
    ],
)
def test_what_cannot_be_one_is_refused(change, code):
    record = PartyRecord(id=new_id(), name="王德顺")
    with pytest.raises(RuleRefusal) as refused:
        check_mergeable(record, replace(record, id=new_id(), **change))
    assert refused.value.code == code
    with pytest.raises(RuleRefusal, match=r"party\.merge_with_itself"):
        check_mergeable(record, record)
