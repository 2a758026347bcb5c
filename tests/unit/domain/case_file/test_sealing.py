"""Which papers may bear the electronic seal, and what the law keeps on paper (电子签名法 art. 3)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.case_file.sealing import ARTICLE, check_agreed, check_sealing
from app.domain.errors import DomainError, InvalidInput, RuleRefusal
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.seals.copies import SEALED_KINDS, may_offer
from app.domain.settlements.agreements import AgreementState
from app.domain.values.ids import new_id
from tests.support.builders import a_case, an_agreement


def a_paper(kind=DocumentKind.AGREEMENT, **given):
    told = IssuedDocument(
        id=new_id(),
        kind=kind,
        case_id=new_id(),
        subject_id=None,
        organisation_id=new_id(),
        number="（2026）石社人调字第1号",
        title=kind.term,
        issued_at=datetime(2026, 5, 6, tzinfo=UTC),
        issuer_id=new_id(),
        issuer_name="赵永安",
        contents="{}",
        sha256="0" * 64,
    )
    return replace(told, **given)


@pytest.fixture
def effective():
    case, paper = a_case(), a_paper()
    agreement = an_agreement(case, state=AgreementState.EFFECTIVE, document_id=paper.id)
    return paper, case, agreement


def refused(paper, case, agreements):
    with pytest.raises(DomainError) as refusal:
        check_sealing(paper, case, agreements)
    return refusal.value


def test_an_effective_agreement_is_sealed_once_the_parties_agreed(effective):
    paper, case, agreement = effective
    check_sealing(paper, case, [agreement])
    check_agreed(paper, "调解时各方约定")
    with pytest.raises(InvalidInput, match=r"seal\.not_agreed") as asked:
        check_agreed(paper, "  ")
    assert (asked.value.field, asked.value.facts["article"]) == ("agreed", ARTICLE)
    check_agreed(a_paper(DocumentKind.MEDIATION_NOTICE), "")


@pytest.mark.parametrize("state", [AgreementState.DRAFT, AgreementState.ISSUED, AgreementState.VOIDED])
def test_an_agreement_that_is_not_in_effect_waits(effective, state):
    paper, case, agreement = effective
    assert refused(paper, case, [replace(agreement, state=state)]).code == "seal.not_effective"
    other = replace(agreement, document_id=new_id())
    assert refused(paper, case, [other]).code == "seal.not_effective"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"facts": "双方协议离婚后的财产分割"}, "seal.status_by_hand"),
        ({"matters": "收养关系"}, "seal.status_by_hand"),
        ({"matters": "变更监护人"}, "seal.status_by_hand"),
        ({"facts": "父亲的遗产"}, "seal.status_by_hand"),
        ({"matters": "物业公司停止供水"}, "seal.utility_by_hand"),
        ({"matters": "未尽监护责任，孩子打碎了玻璃"}, ""),
    ],
    ids=["divorce", "adoption", "guardianship", "estate", "utility", "duty of care"],
)
def test_what_the_law_keeps_on_paper_is_refused_with_its_article(effective, told, code):
    paper, case, agreement = effective
    agreements = [replace(agreement, **told)]
    if not code:
        check_sealing(paper, case, agreements)
        return
    for kind in (DocumentKind.AGREEMENT, DocumentKind.MEDIATION_NOTICE):
        refusal = refused(replace(paper, kind=kind), case, agreements)
        assert isinstance(refusal, RuleRefusal)
        assert (refusal.code, refusal.facts["article"]) == (code, "电子签名法第三条")


def test_a_case_of_personal_status_refuses_even_a_letter():
    letter = a_paper(DocumentKind.REFERRAL_LETTER)
    assert refused(letter, a_case(dispute_type="marriage_family"), []).code == "seal.status_by_hand"
    assert refused(letter, a_case(requests="请求变更监护"), []).code == "seal.status_by_hand"
    check_sealing(letter, a_case(), [])


def test_void_unstored_and_other_papers_are_refused():
    case = a_case()
    assert refused(a_paper(void_reason="写错了"), case, []).code == "seal.void_paper"
    assert refused(a_paper(sha256=""), case, []).code == "seal.not_stored"
    record = a_paper(DocumentKind.SESSION_RECORD)
    assert refused(record, case, []).code == "seal.not_this_kind"
    offered = [kind for kind in DocumentKind if may_offer(a_paper(kind))]
    assert set(offered) == SEALED_KINDS
    assert not may_offer(a_paper(void_reason="写错了"))
