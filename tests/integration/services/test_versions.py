"""Earlier drafts of agreements, led back out of the history, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.domain.settlements.terms import Term, TermKind
from app.domain.values.ids import new_id
from app.domain.values.money import Money


def _saved(centre, draft, amount):
    changed = replace(draft, terms=(replace(draft.terms[0], amount=Money.of_yuan(amount)), *draft.terms[1:]))
    return centre.services.settlements.save(changed, actor=centre.actor).value


def test_each_sitting_leaves_one_draft_also_once_issued(centre, clock):
    draft = centre.drafted()
    clock.moment += timedelta(hours=2)
    for amount in ("3150", "3190"):
        draft = _saved(centre, draft, amount)
    read = centre.services.settlements.versions.drafts
    (early,) = read(draft.case_id)
    assert early.agreement.terms[0].amount == Money.of_yuan("3090")
    assert early.actor_name == centre.actor.name
    centre.services.settlements.issue(draft.id, actor=centre.actor, version=draft.version)
    (again,) = read(draft.case_id)
    assert (again.agreement.number, again.agreement.document_id) == ("", None)
    assert again.agreement.issued_day == early.at.date()
    contents = centre.services.settlements.preview(again.agreement)
    assert "3,090.00" in contents.clauses[0].text


def test_a_term_taken_out_comes_back_with_what_it_changes(centre, clock):
    draft = centre.drafted()
    meant = new_id()
    more = Term(id=new_id(), kind=TermKind.DROPPED, amends_id=meant)
    save = centre.services.settlements.save
    draft = save(replace(draft, terms=(*draft.terms, more)), actor=centre.actor).value
    clock.moment += timedelta(hours=2)
    save(replace(draft, terms=draft.terms[:1]), actor=centre.actor)
    (early,) = centre.services.settlements.versions.drafts(draft.case_id)
    assert [term.kind for term in early.agreement.terms] == [TermKind.PAYMENT, TermKind.DROPPED]
    assert early.agreement.terms[1].amends_id == meant
