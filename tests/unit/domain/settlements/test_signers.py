"""Who may sign for whom, and what a refusal leaves of an agreement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.case_file.signings import signing_words
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.people.agents import Agent, AgentKind, AuthorityScope
from app.domain.people.parties import PartyKind
from app.domain.settlements.agreements import (
    AgreementState,
    SignerCapacity,
    SignerRole,
    SigningManner,
    SigningRefusal,
)
from app.domain.settlements.signers import checked, is_status_paper
from app.domain.settlements.signing import refuse, sign, signer_places, withdraw_refusal
from app.domain.values.ids import new_id
from tests.support.builders import a_case, a_payment, a_signature, an_agreement

DAY = date(2026, 11, 20)
COMMITTEE = "石化社区人民调解委员会"
FULL = (AuthorityScope.DISPOSE_OF_CLAIMS, AuthorityScope.SIGN)


@pytest.fixture
def case():
    return a_case()


def with_party(case, **changed):
    return replace(case, parties=(replace(case.parties[0], **changed), *case.parties[1:]))


def issued(case, **given):
    agreement = an_agreement(case, a_payment(case.parties[1], case.parties[0]))
    return replace(agreement, state=AgreementState.ISSUED, issued_day=DAY, number="（2026）1号", **given)


def by_first(case, **given):
    first = case.parties[0]
    return replace(a_signature(SignerRole.PARTY, first.id, first.name, DAY), **given)


def an_agent(kind=AgentKind.LAWYER, authority=FULL, **given):
    return Agent(id=new_id(), kind=kind, name="唐某", authority=authority, **given)


@pytest.mark.parametrize(
    ("authority", "missing"),
    [
        ((AuthorityScope.SIGN,), "代为承认、变更、放弃请求"),
        ((AuthorityScope.DISPOSE_OF_CLAIMS,), "代为参加调解并签署文书"),
        ((), "代为承认、变更、放弃请求”“代为参加调解并签署文书"),
    ],
)
def test_an_agent_without_special_authority_is_refused_with_what_is_missing(case, authority, missing):
    case = with_party(case, agents=(an_agent(authority=authority),))
    with pytest.raises(RuleRefusal, match="agent_without_authority") as refused:
        checked(issued(case), case, by_first(case, agent_name="唐某"))
    assert refused.value.facts["missing"] == missing
    assert "民法典第一百六十五条" in refused.value.facts["article"]


def test_the_capacity_follows_from_who_the_agent_is(case):
    lawyer = with_party(case, agents=(an_agent(),))
    signature = checked(issued(lawyer), lawyer, by_first(lawyer, agent_name="唐某"))
    assert signature.capacity is SignerCapacity.AGENT
    guardian = with_party(case, agents=(an_agent(AgentKind.STATUTORY, ()),))
    signature = checked(issued(guardian), guardian, by_first(guardian, agent_name="唐某"))
    assert signature.capacity is SignerCapacity.STATUTORY


def test_authority_given_after_the_signature_does_not_count(case):
    case = with_party(case, agents=(an_agent(authorised_on=DAY + timedelta(days=1)),))
    with pytest.raises(RuleRefusal, match="before_authority"):
        checked(issued(case), case, by_first(case, agent_name="唐某"))


def test_who_is_no_agent_of_the_party_does_not_sign_for_it(case):
    with pytest.raises(RuleRefusal, match="not_an_agent"):
        checked(issued(case), case, by_first(case, agent_name="路人"))


def test_a_child_under_eight_signs_through_a_guardian_alone(case):
    child = with_party(case, birth_date=date(DAY.year - 8, DAY.month, DAY.day) + timedelta(days=1))
    with pytest.raises(RuleRefusal, match="child_by_itself"):
        checked(issued(child), child, by_first(child))
    eight = with_party(case, birth_date=date(DAY.year - 8, DAY.month, DAY.day))
    assert checked(issued(eight), eight, by_first(eight)).capacity is SignerCapacity.SELF


def test_an_organisation_is_signed_for_by_the_representative_on_record(case):
    firm = with_party(case, kind=PartyKind.LEGAL_PERSON, legal_representative="王某")
    told = {"capacity": SignerCapacity.REPRESENTATIVE, "agent_name": "王某"}
    assert checked(issued(firm), firm, by_first(firm, **told)).agent_name == "王某"
    with pytest.raises(RuleRefusal, match="other_representative"):
        checked(issued(firm), firm, by_first(firm, **told | {"agent_name": "李某"}))
    with pytest.raises(RuleRefusal, match="person_has_no_representative"):
        checked(issued(case), case, by_first(case, **told))


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"interpreter": "阿依古丽"}, "language"),
        ({"interpreter": "阿依古丽", "language": "维吾尔语"}, "was_read_out"),
        ({"was_read_out": True}, "interpreter"),
    ],
)
def test_an_interpreter_is_told_whole_or_not_at_all(case, told, field):
    with pytest.raises(InvalidInput) as refused:
        checked(issued(case), case, by_first(case, **told))
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("changed", "matters", "is_status"),
    [
        ({"dispute_type": "marriage_family"}, "", True),
        ({}, "双方自愿解除收养关系", True),
        ({}, "楼上漏水的赔偿", False),
    ],
)
def test_a_paper_about_personal_status_is_never_signed_on_the_screen(case, changed, matters, is_status):
    case = replace(case, **changed)
    agreement = issued(case, matters=matters)
    assert is_status_paper(case, agreement) is is_status
    drawn = by_first(case, manner=SigningManner.DRAWN, image_id=new_id())
    if is_status:
        with pytest.raises(RuleRefusal, match="status_by_hand") as refused:
            checked(agreement, case, drawn)
        assert refused.value.facts["article"] == "电子签名法第三条"
    else:
        assert checked(agreement, case, drawn).image_id == drawn.image_id


def a_refusal(case, **given):
    first = case.parties[0]
    told = SigningRefusal(
        id=new_id(),
        role=SignerRole.PARTY,
        signer_id=first.id,
        name=first.name,
        refused_on=DAY,
        reason="嫌数额少",
        witness="李某",
    )
    return replace(told, **given)


def test_a_refusal_stands_until_somebody_signs_after_all(case):
    agreement = refuse(issued(case), a_refusal(case))
    place = signer_places(agreement, case, COMMITTEE)[0]
    assert (place.signature, place.refusal.reason) == (None, "嫌数额少")
    signed = sign(agreement, case, COMMITTEE, by_first(case))
    place = signer_places(signed, case, COMMITTEE)[0]
    assert (place.signature.name, place.refusal) == (case.parties[0].name, None)
    assert len(signed.refusals) == 1, "that it was refused first stays on record"
    assert withdraw_refusal(agreement, agreement.refusals[0].id).refusals == ()


def test_a_refusal_needs_a_reason_an_empty_place_and_a_paper(case):
    with pytest.raises(InvalidInput, match="refusal_reason_missing"):
        refuse(issued(case), a_refusal(case, reason=" "))
    with pytest.raises(InvalidInput, match="before_issue"):
        refuse(issued(case), a_refusal(case, refused_on=DAY - timedelta(days=1)))
    with pytest.raises(RuleRefusal, match="not_waiting"):
        refuse(an_agreement(case), a_refusal(case))
    signed = sign(issued(case), case, COMMITTEE, by_first(case))
    with pytest.raises(RuleRefusal, match="already_signed"):
        refuse(signed, a_refusal(case))


def test_the_note_of_the_file_tells_what_is_out_of_the_ordinary_alone(case):
    case = with_party(case, agents=(an_agent(),))
    plain = sign(issued(case), case, COMMITTEE, by_first(case))
    assert signing_words((plain,)) == ()
    told = by_first(
        case,
        agent_name="唐某",
        has_fingerprint=True,
        interpreter="阿依古丽",
        language="维吾尔语",
        was_read_out=True,
        witness="李某",
    )
    agreement = refuse(issued(case), a_refusal(case))
    agreement = sign(agreement, case, COMMITTEE, told)
    name = case.parties[0].name
    assert signing_words((agreement,)) == (
        f"（2026）1号：{name}，由委托代理人唐某签，按指印，阿依古丽翻译，已用维吾尔语宣读协议，李某在场见证",
        f"（2026）1号：{name}于2026年11月20日拒绝签字：嫌数额少，李某在场见证",
    )
