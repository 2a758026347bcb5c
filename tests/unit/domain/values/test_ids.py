"""Identifiers: version and variant, order under any clock, and the moment inside."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.values.ids import IdSource, id_moment, new_id


def test_is_a_uuid_of_version_seven():
    made = new_id()
    assert made.version == 7
    assert made.variant == uuid.RFC_4122


@given(st.lists(st.integers(min_value=0, max_value=2**47), min_size=2))
def test_rises_whatever_the_clock_does(clock):
    ticks = iter(clock)
    source = IdSource(lambda: next(ticks))
    made = [source.new() for _ in clock]
    assert made == sorted(made)
    assert [str(id_) for id_ in made] == sorted(str(id_) for id_ in made)
    assert len(set(made)) == len(made)


def test_rises_within_one_millisecond():
    source = IdSource(lambda: 1_700_000_000_000)
    made = [source.new() for _ in range(20_000)]
    assert made == sorted(set(made))
    assert {id_moment(id_) for id_ in made} == {datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)}


def test_threads_never_get_the_same_one_and_each_sees_them_rise():
    source = IdSource()
    with ThreadPoolExecutor(4) as pool:
        batches = list(pool.map(lambda _: [source.new() for _ in range(3_000)], range(4)))
    assert all(batch == sorted(batch) for batch in batches)
    assert len({id_ for batch in batches for id_ in batch}) == 12_000


@given(st.integers(min_value=0, max_value=4_102_444_800_000))
def test_tells_its_moment(milliseconds):
    made = IdSource(lambda: milliseconds).new()
    moment = id_moment(made)
    assert moment.utcoffset().total_seconds() == 0
    assert round(moment.timestamp() * 1000) == milliseconds


def test_other_uuids_have_no_moment():
    with pytest.raises(ValueError, match="not a UUIDv7"):
        id_moment(uuid.uuid4())
