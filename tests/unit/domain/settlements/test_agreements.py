"""Wording, checks, signing and effect of an agreement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contents.agreement_forms import agreement_contents, party_names
from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.cases import Case, CaseMediator, MediatorRole
from app.domain.disputes.sources import CaseSource
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.people.agents import Agent, AgentKind, AuthorityScope
from app.domain.settlements.agreements import AgreementState, MediationAgreement, Signature, SignerRole
from app.domain.settlements.check.findings import FindingLevel
from app.domain.settlements.checking import check_agreement
from app.domain.settlements.signing import effective_day, sign, still_missing, withdraw_signature
from app.domain.settlements.terms import Due, DueKind, Instalment, PeriodWord, Share, Term, TermKind
from app.domain.settlements.wording import clauses, generated_text
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.domain.values.sex import Sex
from tests.support.agreement_samples import shipped_book

DAY = date(2026, 11, 20)
SEAL = "石化社区人民调解委员会"


def a_party(side: PartySide, name: str) -> CaseParty:
    return CaseParty(
        id=new_id(),
        side=side,
        name=name,
        sex=Sex.MALE,
        ethnicity="汉族",
        stated_age=40,
        address="富民路8号",
        phone="13899001234",
    )


def a_case(applicants: tuple[str, ...] = ("黄某某",), respondents: tuple[str, ...] = ("杨某某",)) -> Case:
    moment = datetime(2026, 11, 9, 10, 0, tzinfo=SHANGHAI)
    return Case(
        id=new_id(),
        intake_number="2026-0001",
        title="建筑工地工资尾款",
        source=CaseSource.COURT_DELEGATED,
        dispute_type="wages",
        facts="做瓦工，欠款未付",
        organisation_id=new_id(),
        received_at=moment,
        registered_at=moment,
        registrar_id=new_id(),
        registrar_name="迪丽努尔·艾力",
        parties=(
            *(a_party(PartySide.APPLICANT, name) for name in applicants),
            *(a_party(PartySide.RESPONDENT, name) for name in respondents),
        ),
        mediators=(
            CaseMediator(
                id=new_id(), staff_id=new_id(), name="赵永安", role=MediatorRole.FIRST, assigned_on=DAY
            ),
        ),
    )


def a_payment(case: Case, yuan: str = "3090.00", **fields: object) -> Term:
    stated = {
        "payer_ids": tuple(p.id for p in case.on_side(PartySide.RESPONDENT)),
        "payee_ids": tuple(p.id for p in case.on_side(PartySide.APPLICANT)),
        "amount": Money.of_yuan(yuan),
        "nature": "工资",
        "due": Due(kind=DueKind.ON_DAY, day=date(2026, 12, 1)),
        "manner": "银行转账",
        "consequence": "逾期不付的，对方可以向人民法院起诉",
    }
    return Term(id=new_id(), kind=TermKind.PAYMENT, **{**stated, **fields})


def an_agreement(case: Case, *terms: Term) -> MediationAgreement:
    return MediationAgreement(
        id=new_id(),
        case_id=case.id,
        facts="欠付工资三千余元",
        matters="工资数额与付款时间",
        responsibilities="杨某某应当付清",
        terms=terms,
        party_ids=tuple(party.id for party in case.parties),
        created_at=datetime(2026, 11, 20, 9, 0, tzinfo=SHANGHAI),
    )


def rules_found(agreement: MediationAgreement, case: Case, level: FindingLevel) -> list[str]:
    return [f.rule for f in check_agreement(agreement, case, DAY, shipped_book()) if f.level is level]


def test_a_single_payment_names_who_to_whom_how_much_by_when_and_how():
    case = a_case()
    text = generated_text(a_payment(case), party_names(case))
    assert text == (
        "杨某某于2026年12月1日前（含当日）向黄某某支付工资人民币3,090.00元"
        "（大写：人民币叁仟零玖拾元整），支付方式：银行转账。"
        "逾期不付的，对方可以向人民法院起诉。"
    )


def test_instalments_are_told_one_by_one():
    case = a_case()
    term = a_payment(
        case,
        "60000",
        due=Due(),
        manner="",
        consequence="",
        instalments=(
            Instalment(id=new_id(), amount=Money.of_yuan(40000), due=Due(kind=DueKind.ON_SIGNING)),
            Instalment(
                id=new_id(),
                amount=Money.of_yuan(20000),
                due=Due(kind=DueKind.AFTER_SIGNING, amount=2, unit=PeriodWord.MONTH),
                manner="现金",
            ),
        ),
    )
    text = generated_text(term, party_names(case))
    assert "分2期支付：第1期于本协议签订时支付人民币40,000.00元（大写：人民币肆万元整）" in text
    assert "第2期自本协议签订之日起2个月内支付人民币20,000.00元（大写：人民币贰万元整），现金" in text


def test_many_payees_are_counted_in_the_sentence_and_listed_in_the_table():
    case = a_case(applicants=tuple(f"职工{n}" for n in range(1, 33)))
    payees = case.on_side(PartySide.APPLICANT)
    shares = tuple(Share(id=new_id(), party_id=p.id, amount=Money.of_yuan(3500)) for p in payees)
    term = a_payment(case, "112000", payee_shares=shares)
    agreement = an_agreement(case, term)
    assert "职工1等32人" in generated_text(term, party_names(case))
    contents = agreement_contents(agreement, case, committee=SEAL, number="x", on=DAY)
    assert [share.name for share in contents.clauses[0].shares] == [f"职工{n}" for n in range(1, 33)]
    assert contents.copies == 34
    assert rules_found(agreement, case, FindingLevel.MUST) == []


def test_however_many_act_or_pay_each_is_named_unless_a_table_lists_them():
    names = tuple(f"邻居{n}" for n in range(1, 7))
    case = a_case(applicants=names, respondents=tuple(f"住户{n}" for n in range(1, 6)))
    payers = tuple(p.id for p in case.on_side(PartySide.RESPONDENT)[:4])
    payees = tuple(p.id for p in case.on_side(PartySide.APPLICANT)[:5])
    paid = a_payment(case, payer_ids=payers, payee_ids=payees)
    done = Term(id=new_id(), kind=TermKind.ACT, payer_ids=payers, payee_ids=payees, act="修复楼道")
    for text in (generated_text(paid, party_names(case)), generated_text(done, party_names(case))):
        assert "住户1、住户2、住户3、住户4" in text
        assert "邻居1、邻居2、邻居3、邻居4、邻居5" in text
        assert "住户5" not in text
        assert "邻居6" not in text
    some = (Share(id=new_id(), party_id=payees[0], amount=Money.of_yuan(1)),)
    assert "邻居5" in generated_text(replace(paid, payee_shares=some), party_names(case))


def test_a_share_for_somebody_who_is_no_payee_blocks_the_issue():
    case = a_case(applicants=("黄某某", "李某某"))
    first, second = (p.id for p in case.on_side(PartySide.APPLICANT))
    halves = tuple(
        Share(id=new_id(), party_id=party, amount=Money.of_yuan(1545)) for party in (first, second)
    )
    paid = a_payment(case, payee_ids=(first,), payee_shares=halves)
    assert "term.not_a_party" in rules_found(an_agreement(case, paid), case, FindingLevel.MUST)


def test_the_manner_of_the_whole_is_that_of_instalments_without_one():
    case = a_case()
    lines = tuple(
        Instalment(
            id=new_id(),
            amount=Money.of_yuan(1545),
            due=Due(kind=DueKind.AFTER_SIGNING, amount=months, unit=PeriodWord.MONTH),
            manner=manner,
        )
        for months, manner in ((1, ""), (2, "现金"))
    )
    term = a_payment(case, due=Due(), manner="汇入黄某某账户", instalments=lines)
    assert "，未注明方式的各期，支付方式：汇入黄某某账户" in generated_text(term, party_names(case))
    assert "instalment.manner_missing" not in rules_found(an_agreement(case, term), case, FindingLevel.ADVICE)
    plain = replace(term, instalments=(lines[0],))
    assert "，支付方式：汇入黄某某账户" in generated_text(plain, party_names(case))


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("房屋过户完成", "于房屋过户完成时"),
        ("房屋过户完成后", "于房屋过户完成后"),
        ("交房之日。", "于交房之日"),
    ],
)
def test_a_condition_is_said_once(condition, told):
    case = a_case()
    term = a_payment(case, due=Due(kind=DueKind.ON_CONDITION, condition=condition))
    assert f"{told}向" in generated_text(term, party_names(case))


def test_a_period_beyond_the_calendar_counts_as_none():
    case = a_case()
    term = a_payment(case, due=Due(kind=DueKind.AFTER_SIGNING, amount=10**9))
    assert "term.due_missing" in rules_found(an_agreement(case, term), case, FindingLevel.MUST)


def test_an_edited_sentence_shows_its_departure_from_the_fields():
    case = a_case()
    term = replace(a_payment(case), edited_text="杨某某年底前付清。")
    (clause,) = clauses((term,), party_names(case))
    assert clause.departs
    assert clause.text == "杨某某年底前付清。"
    assert "3,090.00" in clause.generated


def test_an_act_may_be_owed_to_somebody():
    case = a_case()
    term = Term(
        id=new_id(),
        kind=TermKind.ACT,
        payer_ids=(case.parties[1].id,),
        payee_ids=(case.parties[0].id,),
        act="当面诚恳道歉",
        due=Due(kind=DueKind.ON_SIGNING),
    )
    assert generated_text(term, party_names(case)) == "杨某某于本协议签订时向黄某某当面诚恳道歉。"


def test_a_sound_agreement_passes_every_check():
    case = a_case()
    assert check_agreement(an_agreement(case, a_payment(case)), case, DAY, shipped_book()) == ()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"due": Due()}, "term.due_missing"),
        ({"due": Due(kind=DueKind.ON_DAY, day=date(2026, 11, 19))}, "term.due_past"),
        ({"amount": None}, "term.amount_missing"),
        ({"amount": Money.zero()}, "term.amount_missing"),
        ({"payer_ids": ()}, "term.who_missing"),
        ({"payee_ids": ()}, "term.to_whom_missing"),
        ({"payer_ids": (new_id(),)}, "term.not_a_party"),
        ({"edited_text": "  "}, "term.text_emptied"),
    ],
)
def test_what_must_be_mended_is_found(change, rule):
    case = a_case()
    agreement = an_agreement(case, replace(a_payment(case), **change))
    assert rule in rules_found(agreement, case, FindingLevel.MUST)


def test_instalments_that_miss_the_total_say_by_how_much():
    case = a_case()
    parts = tuple(
        Instalment(
            id=new_id(),
            amount=Money.of_yuan(yuan),
            due=Due(kind=DueKind.ON_DAY, day=day),
            manner="银行转账",
        )
        for yuan, day in [(5000, date(2026, 11, 25)), (4000, date(2026, 12, 25)), (3500, date(2026, 12, 25))]
    )
    agreement = an_agreement(case, a_payment(case, "12800", instalments=parts))
    found = {f.rule: dict(f.facts) for f in check_agreement(agreement, case, DAY, shipped_book())}
    assert found["instalment.sum"]["difference_fen"] == 30000
    assert found["instalment.not_rising"] == {"position": 3}


def signed_by(case: Case, role: SignerRole, signer_id: object, name: str, day: date) -> Signature:
    return Signature(id=new_id(), role=role, signer_id=signer_id, name=name, signed_on=day)


def all_signatures(case: Case, days: list[date]) -> list[Signature]:
    first, second = case.parties
    return [
        signed_by(case, SignerRole.PARTY, first.id, first.name, days[0]),
        signed_by(case, SignerRole.PARTY, second.id, second.name, days[1]),
        signed_by(case, SignerRole.MEDIATOR, case.mediators[0].id, "赵永安", days[2]),
        signed_by(case, SignerRole.SEAL, None, SEAL, days[3]),
    ]


@given(
    st.lists(st.dates(date(2026, 11, 20), date(2027, 3, 1)), min_size=4, max_size=4),
    st.permutations(range(4)),
)
def test_the_effective_day_is_the_last_signature_in_whatever_order_they_are_recorded(days, order):
    case = a_case()
    agreement = replace(
        an_agreement(case, a_payment(case)), state=AgreementState.ISSUED, issued_day=DAY, number="x"
    )
    signatures = all_signatures(case, days)
    for count, position in enumerate(order, start=1):
        assert agreement.effective_on is None
        agreement = sign(agreement, case, SEAL, signatures[position])
        assert (agreement.state is AgreementState.EFFECTIVE) == (count == 4)
    assert agreement.effective_on == max(days)


def test_without_mediator_and_seal_an_agreement_is_not_effective_and_says_what_is_missing():
    case = a_case()
    agreement = replace(an_agreement(case, a_payment(case)), state=AgreementState.ISSUED, issued_day=DAY)
    for signature in all_signatures(case, [DAY] * 4)[:2]:
        agreement = sign(agreement, case, SEAL, signature)
    assert effective_day(agreement, case, SEAL) is None
    missing = still_missing(agreement, case, SEAL)
    assert [place.role for place in missing] == [SignerRole.MEDIATOR, SignerRole.SEAL]


def test_a_case_without_mediator_can_never_be_effective():
    case = replace(a_case(), mediators=())
    agreement = replace(an_agreement(case, a_payment(case)), state=AgreementState.ISSUED, issued_day=DAY)
    for signature in (s for s in all_signatures(a_case(), [DAY] * 4) if s.role is SignerRole.SEAL):
        agreement = sign(agreement, case, SEAL, signature)
    for party in case.parties:
        agreement = sign(agreement, case, SEAL, signed_by(case, SignerRole.PARTY, party.id, party.name, DAY))
    assert agreement.effective_on is None


def test_a_signature_before_the_paper_existed_is_refused():
    case = a_case()
    agreement = replace(an_agreement(case), state=AgreementState.ISSUED, issued_day=DAY)
    with pytest.raises(InvalidInput, match="before_issue"):
        sign(agreement, case, SEAL, all_signatures(case, [date(2026, 11, 19)] * 4)[0])


@pytest.mark.parametrize(
    ("authority", "may"),
    [
        ((AuthorityScope.SIGN,), False),
        ((AuthorityScope.DISPOSE_OF_CLAIMS,), False),
        ((AuthorityScope.DISPOSE_OF_CLAIMS, AuthorityScope.SIGN), True),
    ],
)
def test_an_agent_signs_only_within_the_ticked_authority(authority, may):
    case = a_case()
    lawyer = Agent(id=new_id(), kind=AgentKind.LAWYER, name="唐某", authority=authority)
    case = replace(case, parties=(replace(case.parties[0], agents=(lawyer,)), case.parties[1]))
    agreement = replace(an_agreement(case), state=AgreementState.ISSUED, issued_day=DAY)
    signature = replace(all_signatures(case, [DAY] * 4)[0], agent_name="唐某")
    if may:
        assert sign(agreement, case, SEAL, signature).signatures[0].agent_name == "唐某"
    else:
        with pytest.raises(RuleRefusal, match="agent_without_authority"):
            sign(agreement, case, SEAL, signature)


def test_a_signature_recorded_by_mistake_can_be_taken_back_until_effect():
    case = a_case()
    agreement = replace(an_agreement(case), state=AgreementState.ISSUED, issued_day=DAY)
    signatures = all_signatures(case, [DAY] * 4)
    agreement = sign(agreement, case, SEAL, signatures[0])
    assert withdraw_signature(agreement, SignerRole.PARTY, case.parties[0].id).signatures == ()
    for signature in signatures[1:]:
        agreement = sign(agreement, case, SEAL, signature)
    with pytest.raises(RuleRefusal, match="not_waiting"):
        withdraw_signature(agreement, SignerRole.PARTY, case.parties[0].id)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("杨某某年底前付清3,090.00元。", True),
        ("杨某某年底前付清3090元。", True),
        ("杨某某年底前付清叁仟零玖拾元整。", True),
        ("杨某某年底前付清０.309万元。", True),
        ("杨某某年底前付清3,000.00元。", False),
        ("杨某某年底前付清13,090.00元。", False),
        ("杨某某年底前付清3,090.50元。", False),
        ("杨某某年底前付清。", False),
    ],
)
def test_an_edited_sentence_that_tells_another_sum_must_be_mended(text, is_told):
    case = a_case()
    agreement = an_agreement(case, replace(a_payment(case, "3090"), edited_text=text))
    assert ("term.text_other_sum" not in rules_found(agreement, case, FindingLevel.MUST)) is is_told
