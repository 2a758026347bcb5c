"""The draft of a supplement: the original term by term, what is changed, dropped and left."""

from datetime import timedelta

import pytest

from app.domain.settlements.supplementing import REST
from app.domain.settlements.terms import Term, TermKind
from app.domain.values.ids import new_id
from app.presenters.agreement.original.lines import Fate
from tests.support.performing import IN_TWO_MONTHS, ON_SIGNING, in_effect, in_parts, pay
from tests.unit.presenters.agreement.conftest import Bench


@pytest.fixture
def original(centre):
    case = centre.mediating()
    clause = Term(id=new_id(), kind=TermKind.CLAUSE, act="双方不再争执")
    act = Term(
        id=new_id(), kind=TermKind.ACT, payer_ids=(case.parties[1].id,), act="修好阳台", due=ON_SIGNING
    )
    payment = in_parts(case, ("40000", ON_SIGNING), ("20000", IN_TWO_MONTHS))
    _case, plan = in_effect(centre, payment, act, clause, case=case)
    pay(centre, plan, 0)
    pay(centre, plan, 2)
    return centre.services.settlements.agreement(plan.id)


@pytest.fixture
def bench(centre, original):
    bench = Bench(centre, original.case_id)
    bench.presenter.supplement()
    return bench


def lines(bench):
    return bench.view.shown["original"].lines


def test_each_term_of_the_original_says_what_becomes_of_it(bench, original):
    payment, act, clause = lines(bench)
    assert original.number in bench.view.shown["original"].head
    assert {line.fate for line in lines(bench)} == {Fate.KEPT}
    assert payment.told == "已收 40,000.00 元，尚未履行 20,000.00 元"
    assert (act.told, act.can_amend) == ("已履行完毕，不再变更", False)
    bench.presenter.amending.drop(clause.term_id)
    bench.presenter.amending.change(payment.term_id)
    assert [line.fate for line in lines(bench)] == [Fate.CHANGED, Fate.KEPT, Fate.DROPPED]
    first, second = bench.entry.terms
    assert (first.amount, len(first.instalments)) == ("20,000.00", 1)  # what was paid is not asked again
    assert bench.view.focus[-1][0] == f"terms.{first.id}.amount"
    assert bench.view.terms[first.id].title == "第 1 条 变更原协议第 1 条：给付金钱"
    assert bench.view.terms[first.id].lead == "变更原协议第一条，尚未履行的部分改为："
    assert bench.view.terms[second.id].title == "第 2 条 取消原协议第 3 条"
    preview = bench.centre.services.settlements.preview(bench.presenter.page.reading().agreement)
    assert preview.clauses[1].text == "取消原协议第三条。"
    assert preview.clauses[-1].text == REST


def test_what_was_changed_or_dropped_is_left_again_and_comes_back_by_the_toast(bench):
    payment, _act, _clause = lines(bench)
    bench.presenter.amending.change(payment.term_id)
    bench.presenter.amending.drop(payment.term_id)
    assert [term.kind for term in bench.entry.terms] == [TermKind.DROPPED]
    bench.presenter.amending.keep(payment.term_id)
    assert bench.entry.terms == ()
    text, undo = bench.navigator.toasts[-1]
    assert text == "原协议第 1 条不变"
    undo()
    assert lines(bench)[0].fate is Fate.DROPPED
    assert [term.amends_id for term in bench.stored.terms] == [payment.term_id]


def test_the_check_knows_the_original(bench):
    payment, _act, clause = lines(bench)
    bench.presenter.amending.change(payment.term_id)
    (term,) = bench.entry.terms
    bench.type(f"terms.{term.id}.amount", "60000")
    bench.presenter.terms.add(TermKind.CLAUSE)
    added = bench.entry.terms[-1]
    bench.type(f"terms.{added.id}.act", "原协议第四条不再履行")
    said = " ".join(bench.checked())
    assert "原协议这一条已收 40,000.00 元" in said
    assert "原协议只有 3 条" in said
    bench.type(f"terms.{added.id}.act", "原协议第一条不再履行")
    assert "原协议第 1 条说了两次" in " ".join(bench.checked())
    bench.presenter.amending.change(clause.term_id)
    assert "与原协议第 3 条一样" in " ".join(bench.checked())


def test_a_supplement_changed_by_a_later_one_says_so(bench, original, clock):
    clause = lines(bench)[2]
    bench.presenter.amending.drop(clause.term_id)
    settlements, centre = bench.centre.services.settlements, bench.centre
    draft = bench.stored
    settlements.issue(draft.id, actor=centre.actor, version=draft.version)
    first = centre.signed(settlements.agreement(draft.id))
    clock.moment += timedelta(days=1)
    bench.read()
    bench.presenter.choose(original.id)
    bench.presenter.supplement()
    assert lines(bench)[2].told == f"已由补充协议 {first.number} 变更或者取消"
    assert lines(bench)[0].told.startswith("已收")


def test_an_agreement_that_is_no_supplement_shows_no_original(centre):
    draft = centre.drafted()
    bench = Bench(centre, draft.case_id)
    assert bench.view.shown["original"].lines == ()
