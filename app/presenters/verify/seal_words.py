"""What verifying found of electronic seals, in plain words: what each proves, and what it does not."""

from __future__ import annotations

from app.domain.filing.proofs.verdicts import PaperVerdict
from app.domain.filing.seals.certificates import CertificateFacts
from app.domain.filing.seals.copies import SealedCopy
from app.domain.filing.seals.verdicts import SealFinding, SealVerdict
from app.domain.values.days.moments import local_day
from app.i18n.formats import Formats
from app.i18n.translator import Translator

_INSTALL = "要核对电子签章，用本程序的 Python 执行 pip install pyhanko，再查验一次"


def seal_facts(translator: Translator, formats: Formats, verdict: PaperVerdict) -> list[str]:
    """Say what was found of every seal, one line a fact; nothing for a file without seals."""
    if not verdict.seals:
        return []
    say = translator.text
    facts = [say("文件开头与存档的原件逐字节相同")] if verdict.holds_stored_file else []
    for seal in verdict.seals:
        facts += _seal(translator, formats, seal)
    if verdict.copy is not None:
        facts += _copy(translator, formats, verdict.copy)
    elif any(seal.is_own for seal in verdict.seals):
        facts.append(say("登记中没有这份签章副本：盖章之后被改过，或者不是用本程序盖的"))
    return facts


def _seal(translator: Translator, formats: Formats, seal: SealVerdict) -> list[str]:
    say = translator.text
    facts = [say("电子签章：{finding}", finding=say(seal.finding.term))]
    if seal.finding is SealFinding.NOT_CHECKED:
        facts.append(say(_INSTALL))
    if seal.sealed_at is not None:
        moment = formats.moment(seal.sealed_at)
        told = say("签章里自己写的时间是 {moment}，没有时间戳机构证明", moment=moment)
        facts.append(say("{told}；事由：{reason}", told=told, reason=seal.reason) if seal.reason else told)
    if seal.certificate is not None:
        facts += _certificate(translator, formats, seal.certificate, is_own=seal.is_own)
    return facts


def _certificate(
    translator: Translator, formats: Formats, certificate: CertificateFacts, *, is_own: bool
) -> list[str]:
    say = translator.text
    facts = [
        say(
            "证书：{subject}；有效期 {first} 至 {last}",
            subject=certificate.subject,
            first=formats.day(local_day(certificate.valid_from)),
            last=formats.day(local_day(certificate.valid_until)),
        )
    ]
    if is_own:
        facts.append(say("这是本中心登记过的签章证书"))
    else:
        facts.append(say("这不是本中心登记过的签章证书，证书上的名字谁都可以自己写"))
    if certificate.is_self_made:
        facts.append(say("证书是自己制作的：只证明盖章以后文件没有改动，不证明是谁盖的"))
    else:
        issuer = certificate.issuer
        facts.append(
            say("由 {issuer} 签发；本程序不判断签发机构是否可信，请向该机构核实证书和吊销情况", issuer=issuer)
        )
    return facts


def _copy(translator: Translator, formats: Formats, copy: SealedCopy) -> list[str]:
    say = translator.text
    moment = formats.moment(copy.sealed_at)
    facts = [say("登记为 {moment} {who}加盖的签章副本", moment=moment, who=copy.sealed_by)]
    if copy.void_reason:
        facts.append(say("这份签章副本已撤回：{reason}", reason=copy.void_reason))
    return facts
