"""What the history tells of a write leads back to the agreement as it was before it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.terms import Due, DueKind, Instalment, PeriodWord, Share, Term, TermKind
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.domain.values.plain import to_plain
from app.persistence.comparing import history_changes
from app.persistence.rewinding import rewound

IDS = [new_id() for _ in range(12)]
TEXTS = st.sampled_from(["", "甲", "乙付清，丙收款", "2026年12月25日前"])
MONEY = st.integers(0, 400_000).map(Money)
DUES = st.builds(
    Due,
    kind=st.sampled_from(DueKind),
    day=st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    amount=st.none() | st.integers(1, 90),
    unit=st.sampled_from(PeriodWord),
    condition=TEXTS,
)
PARTIES = st.lists(st.sampled_from(IDS[:4]), unique=True, max_size=3).map(tuple)


def _children(child, /, **parts):
    one = st.builds(child, id=st.sampled_from(IDS), **parts)
    return st.lists(one, unique_by=lambda made: made.id, max_size=4).map(tuple)


TERMS = _children(
    Term,
    kind=st.sampled_from(TermKind),
    payer_ids=PARTIES,
    payee_ids=PARTIES,
    amount=st.none() | MONEY,
    nature=TEXTS,
    is_joint=st.booleans(),
    due=DUES,
    manner=TEXTS,
    place=TEXTS,
    act=TEXTS,
    consequence=TEXTS,
    payee_shares=_children(Share, party_id=st.sampled_from(IDS[:4]), amount=MONEY),
    instalments=_children(Instalment, amount=MONEY, due=DUES, manner=TEXTS),
    edited_text=st.none() | st.just("改过的句子。"),
)
AGREEMENTS = st.builds(
    MediationAgreement,
    id=st.just(IDS[-1]),
    case_id=st.just(IDS[-2]),
    facts=TEXTS,
    matters=TEXTS,
    responsibilities=TEXTS,
    terms=TERMS,
    court_copy=st.booleans(),
    party_ids=PARTIES,
    created_at=st.just(datetime(2026, 11, 20, 9, 0, tzinfo=SHANGHAI)),
    left_open=st.none() | st.just("彩礼另行处理"),
)


def _without_ids(value):
    """Leave out what history does not keep: the ids of children."""
    if isinstance(value, dict):
        return {key: _without_ids(part) for key, part in value.items() if key != "id"}
    return [_without_ids(part) for part in value] if isinstance(value, list) else value


def _same_kinds(before, after):
    """Keep a term that stays of its kind: who writes another kind writes another term."""
    kinds = {term.id: term.kind for term in before.terms}
    terms = tuple(replace(term, kind=kinds.get(term.id, term.kind)) for term in after.terms)
    return replace(after, terms=terms)


@settings(max_examples=60, deadline=None)
@given(AGREEMENTS, AGREEMENTS)
def test_the_way_back_leads_to_what_was_there(before, after):
    after = _same_kinds(before, after)
    found = rewound(after, history_changes(before, after))
    assert json.dumps(_without_ids(to_plain(found))) == json.dumps(_without_ids(to_plain(before)))


def test_two_writes_are_taken_back_one_after_the_other():
    first = MediationAgreement(
        id=IDS[-1],
        case_id=IDS[-2],
        terms=(Term(id=IDS[0], kind=TermKind.CLAUSE, act="甲"), Term(id=IDS[1], kind=TermKind.ACT, act="乙")),
        created_at=datetime(2026, 11, 20, 9, 0, tzinfo=SHANGHAI),
    )
    second = replace(first, terms=(replace(first.terms[1], act="丙"), first.terms[0]))
    third = replace(second, terms=second.terms[:1], facts="漏水")
    back = rewound(third, history_changes(second, third))
    back = rewound(back, history_changes(first, second))
    assert [term.act for term in back.terms] == ["甲", "乙"]
    assert back.facts == ""
