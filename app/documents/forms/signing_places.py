"""Where the signers of a form sign: parties by name, seal or fingerprint, staff by name."""

from __future__ import annotations

from collections.abc import Iterable

from app.documents.pages.signing import MANNER, SIGNATURE_ONLY, SignaturePlace, SignaturePlaces
from app.domain.contents.parts import SigningPart

STAFF = frozenset(
    {
        "人民调解员", "调解员", "调解人员", "商事调解员", "记录人", "登记人", "回访人",
        "调查人", "翻译", "提供人", "接收人", "审批人", "移交人",
    }
)  # fmt: skip
ORGANISATION_MANNER = "（盖章，代表人签名）"


def signature_places(signers: Iterable[SigningPart], form: str) -> SignaturePlaces:
    """Give a place to every signer; ``form`` is named over every further page of places."""
    return SignaturePlaces([_place(signer) for signer in signers], f"（本页为《{form}》的签名页）")


def _place(signer: SigningPart) -> SignaturePlace:
    if signer.has_fingerprint:
        manner = MANNER
    else:
        manner = SIGNATURE_ONLY if signer.label in STAFF else ORGANISATION_MANNER
    return SignaturePlace(
        role=signer.label,
        name=signer.name,
        notes=signer.agents,
        manner=manner,
        has_fingerprint=signer.has_fingerprint,
    )
