"""How agreements were signed, in words for the note of the file; a plain signature needs none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.settlements.agreements import (
    MediationAgreement,
    Signature,
    SignerCapacity,
    SigningManner,
    SigningRefusal,
)
from app.domain.values.days.calendar_days import day_in_words


def signing_words(agreements: Iterable[MediationAgreement]) -> tuple[str, ...]:
    """Tell who signed for whom, what was read out and by whom, who witnessed, and who would not sign."""
    return tuple(
        f"{agreement.number}：{told}"
        for agreement in agreements
        if agreement.number
        for told in (*_signed(agreement.signatures), *_refused(agreement.refusals))
    )


def _signed(signatures: Iterable[Signature]) -> Iterator[str]:
    for signature in signatures:
        told = list(_parts(signature))
        if told:
            yield f"{signature.name}，" + "，".join(told)


def _parts(signature: Signature) -> Iterator[str]:
    if signature.capacity is not SignerCapacity.SELF:
        yield f"由{signature.capacity.term}{signature.agent_name}签"
    if signature.manner is SigningManner.DRAWN:
        yield "在屏幕上手写签名"
    if signature.has_fingerprint or signature.manner is SigningManner.FINGERPRINT:
        yield "按指印"
    if signature.interpreter:
        yield f"{signature.interpreter}翻译，已用{signature.language}宣读协议"
    if signature.witness:
        yield f"{signature.witness}在场见证"


def _refused(refusals: Iterable[SigningRefusal]) -> Iterator[str]:
    for refusal in refusals:
        seen = f"，{refusal.witness}在场见证" if refusal.witness else ""
        yield f"{refusal.name}于{day_in_words(refusal.refused_on)}拒绝签字：{refusal.reason}{seen}"
