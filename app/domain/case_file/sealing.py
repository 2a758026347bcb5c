"""Whether a paper of a case may bear the electronic seal: what the law keeps on paper, and its state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from app.domain.disputes.cases import Case
from app.domain.disputes.channels.rules import PERSONAL_STATUS_TYPES
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.seals.copies import SEALED_KINDS
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.signers import STATUS_MATTER, is_status_paper

ARTICLE = "电子签名法第三条"
_GUARDIANSHIP = re.compile(r"监护权|监护关系|变更监护|指定监护|撤销监护|意定监护")
_UTILITIES = re.compile(r"(停止|中断)供(水|电|热|气|暖)")


def check_sealing(document: IssuedDocument, case: Case, agreements: Iterable[MediationAgreement]) -> None:
    """Refuse the electronic seal where the law or the state of the paper does not let it count."""
    if document.kind not in SEALED_KINDS:
        raise RuleRefusal("seal.not_this_kind", title=document.title)
    if document.void_reason:
        raise RuleRefusal("seal.void_paper", title=document.title)
    if not document.sha256:
        raise RuleRefusal("seal.not_stored", title=document.title)
    told = tuple(agreements)
    if is_about_status(case, told):
        raise RuleRefusal("seal.status_by_hand", article=ARTICLE)
    if any(_UTILITIES.search(text) for text in _texts(case, told)):
        raise RuleRefusal("seal.utility_by_hand", article=ARTICLE)
    if document.kind is DocumentKind.AGREEMENT:
        _check_agreement(document, told)


def check_agreed(document: IssuedDocument, agreed: str) -> None:
    """Refuse to seal an agreement before it is told how its parties agreed on that."""
    if document.kind is DocumentKind.AGREEMENT and not agreed.strip():
        raise InvalidInput("seal.not_agreed", field="agreed", article=ARTICLE)


def is_about_status(case: Case, agreements: Iterable[MediationAgreement]) -> bool:
    """Tell a case about marriage, adoption, guardianship or inheritance; none of its papers is e-signed."""
    told = tuple(agreements)
    if case.dispute_type in PERSONAL_STATUS_TYPES or any(is_status_paper(case, one) for one in told):
        return True
    return any(STATUS_MATTER.search(text) or _GUARDIANSHIP.search(text) for text in _texts(case, told))


def _check_agreement(document: IssuedDocument, agreements: tuple[MediationAgreement, ...]) -> None:
    mine = [one for one in agreements if one.document_id == document.id]
    if not any(one.state is AgreementState.EFFECTIVE for one in mine):
        raise RuleRefusal("seal.not_effective", number=document.number)


def _texts(case: Case, agreements: tuple[MediationAgreement, ...]) -> Iterator[str]:
    yield from (case.title, case.requests)
    for one in agreements:
        yield from (one.facts, one.matters, one.responsibilities)
        for term in one.terms:
            yield from (term.act, term.nature, term.edited_text or "")
