"""Receipt, urging letter and follow-up record: who signs, and nothing called overdue before its day."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.contents.channels.worded import worded
from app.domain.contents.parts import SigningPart
from app.domain.contents.performance.filling import receipt_contents, urging_letter_contents
from app.domain.contents.performance.papers import FollowUpContents
from app.domain.disputes.states import CaseState
from app.domain.duties.performance.opening import opened_plan
from app.domain.filing.paper_words import PaperWords
from app.domain.people.parties import PartyKind
from app.domain.settlements.performance.receipts import Receipt
from app.domain.settlements.terms import Term, TermKind
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from tests.support.builders import REGISTERED_AT, a_case, a_payment, an_effective_agreement
from tests.support.centres import program_rules
from tests.support.performing import an_urging, in_parts, on_day

FIRST, SECOND, BETWEEN = date(2026, 11, 11), date(2026, 12, 31), date(2026, 12, 1)
COMMITTEE = "石化社区人民调解委员会"


def opened(case, *terms):
    agreement = an_effective_agreement(case, *terms, on=FIRST)
    plan = opened_plan(agreement, case, program_rules().calendar)
    assert plan is not None
    return agreement, plan


def received(case, plan, **given):
    receipt = Receipt(
        id=new_id(),
        item_id=plan.items[0].id,
        received_on=BETWEEN,
        recorded_at=REGISTERED_AT,
        recorded_by="赵永安",
    )
    receipt = replace(receipt, **given)
    return receipt_contents(case, replace(plan, receipts=(receipt,)), receipt, COMMITTEE)


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ((0,), "下列事项已逾期未履行完毕"),
        ((0, 1), "下列事项尚未履行完毕，有的已逾期"),
        ((1,), "现提醒按约定期限履行下列事项"),
    ],
)
def test_a_letter_calls_overdue_only_what_is(text_of, places, said):
    case = a_case(state=CaseState.EFFECTIVE)
    agreement, plan = opened(case, in_parts(case, ("40000", on_day(FIRST)), ("20000", on_day(SECOND))))
    urging = an_urging(plan, 0, BETWEEN, item_ids=tuple(plan.items[place].id for place in places))
    letter = urging_letter_contents(case, plan, urging, agreement=agreement, ways=(), committee=COMMITTEE)
    text = text_of(letter)
    assert said in text
    assert ("请尽快履行" in text) is (places == (0,))
    assert "请于2026年12月9日前（含当日）履行" in text_of(replace(letter, pay_by=date(2026, 12, 9)))


def test_everybody_who_received_signs_and_an_organisation_seals(text_of):
    case = a_case(3, state=CaseState.EFFECTIVE)
    first, second, third = case.parties
    third = replace(third, kind=PartyKind.LEGAL_PERSON)
    case = replace(case, parties=(first, second, third))
    payment = replace(a_payment(second, first, "100"), payee_ids=(first.id, third.id))
    _agreement, plan = opened(case, payment)
    contents = received(case, plan, amount=Money.of_yuan(60))
    assert [(signer.label, signer.name, signer.has_fingerprint) for signer in contents.signers] == [
        ("收款人", first.name, True),
        ("收款人", third.name, False),
    ]
    assert text_of(contents).count("（盖章，代表人签名）") == 1
    alone = received(case, plan, amount=Money.of_yuan(60), payee_id=first.id)
    assert [signer.name for signer in alone.signers] == [first.name]


def test_an_act_owed_to_nobody_by_name_is_confirmed_by_the_other_side():
    case = a_case(state=CaseState.EFFECTIVE)
    first, second = case.parties
    act = Term(id=new_id(), kind=TermKind.ACT, payer_ids=(second.id,), act="修好漏水处")
    _agreement, plan = opened(case, act)
    contents = received(case, plan, completes=True)
    assert [(signer.label, signer.name) for signer in contents.signers] == [("确认人", first.name)]


def test_who_visited_signs_as_a_person(text_of, follow_up: FollowUpContents):
    text = text_of(follow_up)
    assert "回访人：帕丽旦（签名）" in text
    assert "代表人签名" not in text


@pytest.fixture
def follow_up():
    return FollowUpContents(
        committee=COMMITTEE,
        number="2026-0417",
        parties=("申请人：王秀兰", "被申请人：孙国强"),
        matter="楼上漏水致损赔偿",
        visited_on=BETWEEN,
        manner="电话",
        visited=("王秀兰",),
        performance="第一期已付。",
        satisfaction="未表态",
        litigation="未起诉",
        signers=(SigningPart(label="回访人", name="帕丽旦"),),
    )


def test_in_another_channel_letter_and_record_speak_of_no_peoples_mediation(text_of):
    words = PaperWords(title="行政调解履行催告书", host="行政机关", mediator="调解人员", act="行政调解")
    case = a_case(state=CaseState.EFFECTIVE)
    agreement, plan = opened(case, in_parts(case, ("40000", on_day(FIRST))))
    urging = an_urging(plan, 0, BETWEEN)
    letter = urging_letter_contents(case, plan, urging, agreement=agreement, ways=(), committee=COMMITTEE)
    text = text_of(worded(letter, words, "区住房和城乡建设局", None))
    assert "行政调解履行催告书" in text
    assert "经行政调解达成的协议" in text
    assert "区住房和城乡建设局（印章）" in text
    assert "人民调解" not in text.replace(case.title, "")
    assert "本会" not in text
    assert "人民调解法第三十一条" in text_of(letter)
