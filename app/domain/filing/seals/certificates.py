"""The certificate of an organisation: who it names, until when it counts, what it may be used for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.errors import RuleRefusal
from app.domain.values.days.moments import local_day
from app.domain.values.termed import Termed


class KeyUsage(Termed):
    """What a certificate says its key may be used for (RFC 5280, 4.2.1.3)."""

    DIGITAL_SIGNATURE = "digital_signature", "数字签名"
    CONTENT_COMMITMENT = "content_commitment", "不可否认"
    KEY_ENCIPHERMENT = "key_encipherment", "密钥加密"
    DATA_ENCIPHERMENT = "data_encipherment", "数据加密"
    KEY_AGREEMENT = "key_agreement", "密钥协商"
    KEY_CERT_SIGN = "key_cert_sign", "签发证书"
    CRL_SIGN = "crl_sign", "签发吊销列表"


_FOR_SEALS = frozenset({KeyUsage.DIGITAL_SIGNATURE, KeyUsage.CONTENT_COMMITMENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFacts:
    """What a certificate says of itself; ``fingerprint`` is the SHA-256 of the whole of it.

    No ``usages`` mean that the certificate does not limit them.
    """

    subject: str
    issuer: str
    serial: str
    fingerprint: str
    valid_from: datetime
    valid_until: datetime
    usages: tuple[KeyUsage, ...] = ()
    is_self_made: bool = False

    def covers(self, moment: datetime) -> bool:
        """Tell whether the certificate is valid at a moment."""
        return self.valid_from <= moment <= self.valid_until


@dataclass(frozen=True, slots=True, kw_only=True)
class SealCertificate(CertificateFacts):
    """The certificate one organisation seals with; its key stays in the organisation's own file.

    ``path`` is where that file lay when it was chosen: neither the file nor its password is kept.
    """

    id: UUID
    version: int = 0
    organisation_id: UUID
    path: str = ""
    is_in_use: bool = True


def chosen(
    facts: CertificateFacts, path: str, *, id_: UUID, version: int = 0, organisation_id: UUID
) -> SealCertificate:
    """Make the record of what an organisation seals with from now on, in the place of any earlier one."""
    return SealCertificate(
        id=id_,
        version=version,
        organisation_id=organisation_id,
        subject=facts.subject,
        issuer=facts.issuer,
        serial=facts.serial,
        fingerprint=facts.fingerprint,
        valid_from=facts.valid_from,
        valid_until=facts.valid_until,
        usages=facts.usages,
        is_self_made=facts.is_self_made,
        path=path,
    )


def check_certificate(facts: CertificateFacts, now: datetime) -> None:
    """Refuse a certificate that is not valid now or that may not sign."""
    if now < facts.valid_from:
        raise RuleRefusal("seal.not_yet_valid", field="file", day=local_day(facts.valid_from).isoformat())
    if now > facts.valid_until:
        raise RuleRefusal("seal.expired", field="file", day=local_day(facts.valid_until).isoformat())
    if facts.usages and not _FOR_SEALS & frozenset(facts.usages):
        raise RuleRefusal("seal.not_for_signing", field="file")
