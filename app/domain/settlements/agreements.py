"""The mediation agreement: draft, issued, signed by each, sealed, in effect, or voided with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.settlements.terms import Term
from app.domain.values.termed import Termed


class AgreementState(Termed):
    """Where an agreement stands; its contents are frozen from ISSUED on."""

    DRAFT = "draft", "起草中"
    ISSUED = "issued", "待签字"
    EFFECTIVE = "effective", "已生效"
    VOIDED = "voided", "已作废"


class SignerRole(Termed):
    """Whose signature or seal an agreement needs to take effect (人民调解法 art. 29).

    Who mediates is called by the term of the channel wherever one is known.
    """

    PARTY = "party", "当事人"
    MEDIATOR = "mediator", "调解员"
    RECORDER = "recorder", "记录人"
    SEAL = "seal", "印章"


class SigningManner(Termed):
    """How somebody signed."""

    SIGNATURE = "signature", "签名"
    SEAL = "seal", "盖章"
    FINGERPRINT = "fingerprint", "按指印"
    DRAWN = "drawn", "屏上手写"


class SignerCapacity(Termed):
    """By what right the person who signed did so."""

    SELF = "self", "本人"
    REPRESENTATIVE = "representative", "法定代表人、负责人"
    STATUTORY = "statutory", "法定代理人"
    AGENT = "agent", "委托代理人"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One signature, seal or fingerprint, recorded on the day it was put on the paper.

    ``signer_id`` is the case party, the case mediator, or None for the committee's seal.
    ``agent_name`` is filled when somebody else signed for a party: its agent or representative.
    ``interpreter`` read the text in ``language``; ``image_id`` is the file of what was drawn on the screen.
    """

    id: UUID
    role: SignerRole
    signer_id: UUID | None = None
    name: str
    agent_name: str = ""
    manner: SigningManner = SigningManner.SIGNATURE
    signed_on: date
    capacity: SignerCapacity = SignerCapacity.SELF
    has_fingerprint: bool = False
    interpreter: str = ""
    language: str = ""
    was_read_out: bool = False
    witness: str = ""
    image_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningRefusal:
    """Somebody would not sign: when, why in their words, and who saw it; a later signature overtakes it."""

    id: UUID
    role: SignerRole
    signer_id: UUID | None = None
    name: str
    refused_on: date
    reason: str
    witness: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediationAgreement:
    """An agreement of one case; a supplementary one names the agreement it changes.

    ``issued_day`` is the day printed; ``document_id`` the frozen document. ``facts``,
    ``matters`` and ``responsibilities`` follow art. 29. ``left_open`` says what a partial agreement
    leaves in dispute; None is an agreement on everything. Copies are parties + 1 kept,
    + 1 where ``court_copy`` is chosen.
    """

    id: UUID
    version: int = 0
    case_id: UUID
    state: AgreementState = AgreementState.DRAFT
    supplements_id: UUID | None = None
    number: str = ""
    facts: str = ""
    matters: str = ""
    responsibilities: str = ""
    terms: tuple[Term, ...] = ()
    court_copy: bool = False
    party_ids: tuple[UUID, ...] = ()
    created_at: datetime
    issued_day: date | None = None
    document_id: UUID | None = None
    signatures: tuple[Signature, ...] = ()
    effective_on: date | None = None
    void_reason: str = ""
    voided_on: date | None = None
    left_open: str | None = None
    refusals: tuple[SigningRefusal, ...] = ()

    @property
    def is_partial(self) -> bool:
        """Tell an agreement that leaves a part of the dispute open (部分协议)."""
        return self.left_open is not None

    @property
    def is_draft(self) -> bool:
        """Tell whether the text may still change."""
        return self.state is AgreementState.DRAFT

    @property
    def copies(self) -> int:
        """Count the copies: one a party, one kept by the committee, one for the court if chosen (art. 29)."""
        return len(self.party_ids) + 1 + int(self.court_copy)
