"""The one exact JSON form of values: what is frozen must read back as it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.disputes.states import CaseState
from app.domain.settlements.terms import Due, DueKind, Instalment
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.domain.values.plain import from_json, to_json, to_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    text: str = ""
    number: int = 0
    flag: bool = False
    sum: Money | None = None
    rate: Decimal | None = None
    day: date | None = None
    moment: datetime | None = None
    id: UUID | None = None
    state: CaseState | None = None
    parts: tuple[Instalment, ...] = ()


def test_each_kind_has_its_plain_form():
    value = Everything(
        text="𬱖",
        sum=Money.of_yuan("12800"),
        rate=Decimal("0.05"),
        day=date(2026, 11, 22),
        moment=datetime(2026, 11, 22, 0, 30, tzinfo=SHANGHAI),
        id=UUID(int=7),
        state=CaseState.AGREED,
    )
    assert to_plain(value) == {
        "text": "𬱖",
        "number": 0,
        "flag": False,
        "sum": 1280000,
        "rate": "0.05",
        "day": "2026-11-22",
        "moment": "2026-11-22T00:30:00+08:00",
        "id": str(UUID(int=7)),
        "state": "agreed",
        "parts": [],
    }


@given(
    st.builds(
        Everything,
        text=st.text(),
        number=st.integers(),
        flag=st.booleans(),
        sum=st.none() | st.builds(Money, st.integers(-(10**14), 10**14)),
        day=st.none() | st.dates(),
        state=st.none() | st.sampled_from(CaseState),
        parts=st.lists(
            st.builds(
                Instalment,
                id=st.builds(new_id),
                amount=st.builds(Money, st.integers(0, 10**12)),
                due=st.builds(Due, kind=st.sampled_from(DueKind), day=st.none() | st.dates()),
            ),
            max_size=3,
        ).map(tuple),
    )
)
def test_what_was_written_reads_back_as_it_was(value):
    assert from_json(Everything, to_json(value)) == value


def test_what_has_no_plain_form_is_refused():
    with pytest.raises(TypeError, match="float"):
        to_plain(0.5)
