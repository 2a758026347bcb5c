"""Supplementary agreements: what they say of the original on paper, and what follows for its performance."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

from app.domain.contents.forms import AgreementContents
from app.domain.settlements.agreements import AgreementState
from app.domain.settlements.performance.amendments import remaining
from app.domain.settlements.supplementing import ADDED, REST
from app.domain.settlements.terms import Term, TermKind
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.domain.values.plain import from_json
from tests.support.performing import IN_TWO_MONTHS, ON_SIGNING, in_effect, in_parts, on_day, pay


def an_original(centre):
    """Two instalments, an act and a clause, in effect."""
    case = centre.mediating()
    payer = case.parties[1]
    terms = (
        in_parts(case, ("40000", ON_SIGNING), ("20000", IN_TWO_MONTHS)),
        Term(id=new_id(), kind=TermKind.ACT, payer_ids=(payer.id,), act="修好阳台", due=ON_SIGNING),
        Term(id=new_id(), kind=TermKind.CLAUSE, act="双方不再争执"),
    )
    case, plan = in_effect(centre, *terms, case=case)
    return centre.services.settlements.agreement(plan.id), plan


def a_supplement(centre, original, *terms):
    """Begin a supplement of these terms and issue it; gives it and the contents it was frozen to."""
    settlements = centre.services.settlements
    draft = settlements.supplement(original.id, actor=centre.actor).value
    saved = settlements.save(replace(draft, terms=terms), actor=centre.actor).value
    document = settlements.issue(saved.id, actor=centre.actor, version=saved.version).value
    return settlements.agreement(saved.id), from_json(AgreementContents, document.contents)


def dropped(term):
    return Term(id=new_id(), kind=TermKind.DROPPED, amends_id=term.id)


def plans_of(centre, case_id):
    return centre.services.cases.folder(case_id).performance.plans


def test_the_paper_says_what_is_changed_dropped_added_and_left(centre):
    original, _plan = an_original(centre)
    payment, act, clause = original.terms
    added = Term(id=new_id(), kind=TermKind.CLAUSE, act="钥匙当面交还")
    changed = replace(remaining(clause, None), act="双方不再争执，互不追究")
    supplement, contents = a_supplement(centre, original, changed, dropped(act), added)
    assert [part.text for part in contents.clauses] == [
        "变更原协议第三条，改为：双方不再争执，互不追究。",
        "取消原协议第二条，尚未履行的部分不再履行。",
        f"{ADDED}钥匙当面交还。",
        REST,
    ]
    assert [part.position for part in contents.clauses] == [1, 2, 3, 4]
    assert (contents.supplements_number, contents.supplements_day) == (original.number, original.issued_day)
    assert payment.id not in {term.amends_id for term in supplement.terms}


def test_instalments_changed_replace_those_still_open_and_what_came_in_stays(centre, clock):
    original, plan = an_original(centre)
    payment = original.terms[0]
    pay(centre, plan, 0, "40000")
    pay(centre, plan, 1, "5000")
    plan = plans_of(centre, original.case_id)[0]
    left = remaining(payment, plan)
    assert (left.amount, [part.amount for part in left.instalments]) == (
        Money.of_yuan("15000"),
        [Money.of_yuan("15000")],
    )
    clock.moment += timedelta(days=1)
    later = replace(left.instalments[0], due=on_day(centre.today + timedelta(days=120)))
    supplement, contents = a_supplement(centre, original, replace(left, instalments=(later,)))
    assert contents.clauses[0].text.startswith("变更原协议第一条，尚未履行的部分改为：")
    before, *others = plans_of(centre, original.case_id)
    assert (others, before.arrangements) == ([], ())  # nothing changes until it is signed
    centre.signed(supplement)
    before, after = plans_of(centre, original.case_id)
    assert before.total_received == Money.of_yuan("45000")
    assert [item.place for item in before.open_items] == ["第2条"]
    [ended] = before.arrangements
    assert ended.reason == f"变更于补充协议{supplement.number}"
    assert [(item.amount, item.due_on) for item in after.open_items] == [
        (Money.of_yuan("15000"), later.due.day)
    ]
    assert before.total_owed + after.total_owed == Money.of_yuan("15000")
    assert "performance.arranged" in [
        entry.act for entry in centre.services.cases.folder(original.case_id).history
    ]


def test_a_supplement_in_effect_with_its_original_ends_the_old_items_at_once(centre):
    first, _ = centre.issued()
    supplement, _contents = a_supplement(centre, first, dropped(first.terms[0]))
    centre.signed(supplement)
    centre.signed(first)
    assert centre.services.settlements.agreement(supplement.id).state is AgreementState.EFFECTIVE
    plans = {plan.id: plan for plan in plans_of(centre, first.case_id)}
    assert plans[first.id].open_items == ()
    assert plans[supplement.id].items == ()


def test_a_second_supplement_overtakes_the_first(centre, clock):
    original, plan = an_original(centre)
    act = original.terms[1]
    first, _ = a_supplement(centre, original, replace(remaining(act, plan), act="换新阳台"))
    centre.signed(first)
    clock.moment += timedelta(days=2)
    second, _ = a_supplement(centre, original, dropped(act))
    centre.signed(second)
    plans = {plan.id: plan for plan in plans_of(centre, original.case_id)}
    assert plans[first.id].open_items == ()
    assert [item.place for item in plans[original.id].open_items] == ["第1条第1期", "第1条第2期"]


def test_papers_frozen_before_supplements_named_terms_still_load():
    contents = from_json(AgreementContents, OLD)
    assert (contents.supplements_number, contents.supplements_day) == ("（2026）友谊人调字第9号", None)


OLD = json.dumps(
    {
        "number": "（2026）友谊人调字第10号",
        "committee": "友谊",
        "supplements_number": "（2026）友谊人调字第9号",
        "parties": [],
        "facts": "漏水",
        "clauses": [{"position": 1, "text": "赔3000元。"}],
        "performance": "",
        "party_copies": 2,
        "copies": 3,
        "mediators": [],
        "recorders": [],
        "signers": [],
        "issued_day": "2026-11-20",
    }
)
