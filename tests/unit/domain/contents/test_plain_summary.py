"""The plain summary leaves nothing out: every duty and entitlement of a party, with sum and date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from app.archive.resources import resource_path
from app.documents.rendering import Renderer
from app.domain.contents.course.summary import plain_summary_contents
from app.domain.errors import NotFound, RuleRefusal
from app.domain.settlements.agreements import AgreementState
from app.domain.settlements.terms import Due, DueKind, Instalment, PeriodWord, Share, Term, TermKind
from app.domain.settlements.wording import clauses
from app.domain.values.days.calendar_days import day_in_words, weekday_in_words
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from tests.support.builders import a_case, a_committee, a_payment, an_agreement, an_effective_agreement
from tests.support.centres import program_rules
from tests.support.pdf_reading import read_both, squash

SIGNED = date(2026, 11, 9)
CASE = a_case(4)
HOUSE = replace(a_committee(), phone="0990-6221234")
NAMES = {party.id: party.name for party in CASE.parties}
IDS = tuple(NAMES)

days = st.dates(date(2026, 11, 10), date(2031, 12, 31))
sums = st.integers(1, 10**9).map(Money)
dues = st.one_of(
    days.map(lambda day: Due(kind=DueKind.ON_DAY, day=day)),
    st.builds(
        Due, kind=st.just(DueKind.AFTER_SIGNING), amount=st.integers(1, 90), unit=st.sampled_from(PeriodWord)
    ),
    st.just(Due(kind=DueKind.ON_CONDITION, condition="保险理赔款到账后")),
    st.sampled_from([Due(kind=DueKind.ON_SIGNING), Due()]),
)
instalments = st.builds(Instalment, id=st.builds(new_id), amount=sums, due=dues, manner=st.just("现金"))


@st.composite
def terms(draw):
    kind = draw(st.sampled_from([TermKind.PAYMENT, TermKind.ACT, TermKind.CLAUSE]))
    people = draw(st.permutations(IDS))
    payers, payees = tuple(people[: draw(st.integers(1, 2))]), tuple(people[2 : 2 + draw(st.integers(1, 2))])
    has_shares = kind is TermKind.PAYMENT and len(payees) > 1 and draw(st.booleans())
    shares = (
        tuple(Share(id=new_id(), party_id=id_, amount=draw(sums)) for id_ in payees) if has_shares else ()
    )
    return Term(
        id=new_id(),
        kind=kind,
        payer_ids=payers,
        payee_ids=payees,
        amount=draw(sums) if kind is TermKind.PAYMENT else None,
        nature="修缮费",
        due=draw(dues),
        act="拆除搭在公共通道上的雨棚",
        manner="银行转账",
        place="石油社区",
        consequence="逾期每日按万分之五支付违约金",
        is_joint=draw(st.booleans()),
        instalments=tuple(draw(st.lists(instalments, max_size=3))) if kind is TermKind.PAYMENT else (),
        payee_shares=shares,
        edited_text=draw(st.sampled_from([None, "改写过的一句话。"])),
    )


def summed(agreement, party):
    return plain_summary_contents(
        CASE, HOUSE, party, [agreement], calendar=program_rules().calendar, on=SIGNED
    )


def due_told(due):
    return day_in_words(due.day) if due.kind is DueKind.ON_DAY else ""


def owed_to(term, party):
    """The sums that one payee of a term gets: its share, or each instalment, or the whole."""
    mine = [share.amount for share in term.payee_shares if share.party_id == party]
    return mine or [entry.amount for entry in term.instalments] or [term.amount]


@given(given_terms=st.lists(terms(), min_size=1, max_size=4))
@examples(max_examples=60)
def test_every_duty_and_entitlement_of_each_party_is_told_with_its_sums_and_days(given_terms):
    agreement = an_effective_agreement(CASE, *given_terms, on=SIGNED)
    for party in IDS:
        contents = summed(agreement, party)
        for term, clause in zip(given_terms, clauses(agreement.terms, NAMES), strict=True):
            if term.kind is TermKind.CLAUSE or party not in term.payer_ids + term.payee_ids:
                assert clause.text in contents.others
                continue
            parts = contents.duties if party in term.payer_ids else contents.entitlements
            told = "\n".join(map(repr, parts))
            if term.kind is TermKind.PAYMENT:
                paid = [entry.amount for entry in term.instalments] or [term.amount]
                wanted = paid if party in term.payer_ids else owed_to(term, party)
                assert all(f"{amount.yuan:,.2f}元" in told for amount in wanted)
            else:
                assert term.act in told
            for due in [entry.due for entry in term.instalments] or [term.due]:
                day = due.day
                assert day is None or repr(day) in told or day_in_words(day) in told
                assert due.condition in told
            if clause.departs:
                assert clause.text in told


def test_a_page_says_who_does_what_by_when_whom_to_call_and_what_counts():
    payer, payee = CASE.parties[1], CASE.parties[0]
    agreement = an_effective_agreement(
        CASE, a_payment(payer, payee, "12800", Due(kind=DueKind.ON_DAY, day=date(2026, 11, 20))), on=SIGNED
    )
    for party, heading, who in ((payer, "您要做的", "您给"), (payee, "您能得到的", f"{payer.name}给您")):
        pdf = Renderer(resource_path("fonts")).render(summed(agreement, party.id), is_draft=False).pdf
        text = squash("".join(read_both(pdf).pypdf))
        for told in (
            heading,
            who,
            "12,800.00元",
            "2026年11月20日（星期五）",
            HOUSE.phone,
            "一切以协议书为准",
        ):
            assert told in text


def test_a_period_after_signing_has_its_day_only_once_the_agreement_is_in_effect():
    due = Due(kind=DueKind.AFTER_SIGNING, amount=10, unit=PeriodWord.DAY)
    payer, payee = CASE.parties[1], CASE.parties[0]
    effective = an_effective_agreement(CASE, a_payment(payer, payee, due=due), on=SIGNED)
    [part] = summed(effective, payer.id).duties
    assert part.due_on == date(2026, 11, 19)
    assert part.by == "自本协议签订之日起10日内"
    waiting = an_agreement(
        CASE, a_payment(payer, payee, due=due), state=AgreementState.ISSUED, number="（2026）石社人调字第1号"
    )
    contents = summed(waiting, payer.id)
    assert contents.duties[0].due_on is None
    assert contents.sources[0].effective_on is None


def test_nobody_gets_a_summary_of_a_draft_or_of_what_binds_others():
    payer, payee = CASE.parties[1], CASE.parties[0]
    with pytest.raises(RuleRefusal, match="no_agreement_issued"):
        summed(an_agreement(CASE, a_payment(payer, payee)), payer.id)
    others = replace(
        an_effective_agreement(CASE, a_payment(payer, payee), on=SIGNED), party_ids=(payer.id, payee.id)
    )
    with pytest.raises(RuleRefusal, match="no_agreement_issued"):
        summed(others, CASE.parties[2].id)
    with pytest.raises(NotFound):
        summed(others, new_id())
    assert weekday_in_words(date(2026, 11, 20)) == "星期五"
