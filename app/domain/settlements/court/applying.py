"""What parties answer when they apply to a court, and what refuses their application before it is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.people.agents import AgentKind
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.court.obstacles import (
    JOINTLY,
    NOT_CONFIRMED,
    NOT_TAKEN,
    Obstacle,
    ObstacleLevel,
)
from app.domain.values.termed import Termed


class CourtGround(Termed):
    """Why the court chosen has jurisdiction (民事诉讼法 art. 205)."""

    INVITED = "invited", "邀请先行调解的人民法院"
    HOME = "home", "当事人住所地的基层人民法院"
    THING = "thing", "标的物所在地的基层人民法院"
    COMMITTEE = "committee", "调解组织所在地的基层人民法院"


class Unconfirmable(Termed):
    """What no court takes or confirms, asked of people one by one (民诉法解释 arts. 355, 358)."""

    STATUS = "status", "涉及婚姻、亲子、收养等身份关系"
    OTHER_PROCEDURE = "other_procedure", "涉及其他特别程序、公示催告、破产程序"
    TITLE = "title", "涉及物权、知识产权确权"
    UNLAWFUL = "unlawful", "违反法律强制性规定或者违背公序良俗"
    HARMS_OTHERS = "harms_others", "损害国家、社会公共利益或者他人合法权益"
    UNWILLING = "unwilling", "不是出于自愿"


ARTICLE_OF: dict[Unconfirmable, str] = {
    Unconfirmable.STATUS: f"{NOT_TAKEN}第三项",
    Unconfirmable.OTHER_PROCEDURE: f"{NOT_TAKEN}第四项",
    Unconfirmable.TITLE: f"{NOT_TAKEN}第五项",
    Unconfirmable.UNLAWFUL: f"{NOT_CONFIRMED}第一项、第三项",
    Unconfirmable.HARMS_OTHERS: f"{NOT_CONFIRMED}第二项",
    Unconfirmable.UNWILLING: f"{NOT_CONFIRMED}第四项",
}


class PackRole(Termed):
    """What a file that goes along is."""

    IDENTITY = "identity", "身份证明"
    ORGANISATION = "organisation", "单位主体资格证明、法定代表人身份证明"
    SERVICE_ADDRESS = "service_address", "送达地址确认书"
    AUTHORITY = "authority", "授权委托书"
    MEDIATION = "mediation", "调解组织主持调解的证明"
    PROPERTY = "property", "相关财产权利证明"
    RULING = "ruling", "确认裁定书"
    OTHER = "other", "其他材料"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenFile:
    """A file of the case that goes along, and as what."""

    role: PackRole
    attachment_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationAnswers:
    """What only people can tell when all apply for confirmation."""

    court: str
    ground: CourtGround
    applicant_ids: tuple[UUID, ...]
    found: tuple[Unconfirmable, ...] = ()
    files: tuple[ChosenFile, ...] = ()
    applied_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class EnforcementAnswers:
    """What only people can tell when somebody applies for enforcement."""

    court: str
    applicant_ids: tuple[UUID, ...]
    requests: str
    leads: str = ""
    files: tuple[ChosenFile, ...] = ()
    applied_on: date


def check_confirmation(
    agreement: MediationAgreement, answers: ConfirmationAnswers, found: Iterable[Obstacle]
) -> None:
    """Refuse what the law refuses, at its field: RuleRefusal ``court.obstacle``, InvalidInput ``court…``."""
    for obstacle in found:
        if obstacle.level is ObstacleLevel.REFUSED:
            raise RuleRefusal("court.obstacle", told=obstacle.text, article=obstacle.article)
    if not answers.court.strip():
        raise InvalidInput("confirmation.court_missing", field="court")
    if set(agreement.party_ids) - set(answers.applicant_ids):
        raise InvalidInput("confirmation.not_joint", field="applicants", article=JOINTLY)
    for one in answers.found:
        raise RuleRefusal("court.obstacle", field=one.value, told=one.term, article=ARTICLE_OF[one])
    effective = agreement.effective_on
    if effective is not None and answers.applied_on < effective:
        raise InvalidInput("confirmation.before_effect", field="on", day=effective.isoformat())


def check_enforcement(agreement: MediationAgreement, answers: EnforcementAnswers, ruled_on: date) -> None:
    """Refuse an application without court, applicant or request, or before the ruling."""
    if not answers.court.strip():
        raise InvalidInput("legal_action.organ_missing", field="court")
    ids = set(answers.applicant_ids)
    if not ids or ids - set(agreement.party_ids):
        raise InvalidInput("legal_action.applicant_missing", field="applicants")
    if not set(agreement.party_ids) - ids:
        raise InvalidInput("court.nobody_to_enforce_against", field="applicants")
    if not answers.requests.strip():
        raise InvalidInput("court.requests_missing", field="requests")
    if answers.applied_on < ruled_on:
        raise InvalidInput("legal_action.too_early", field="on", day=ruled_on.isoformat())


def needed_roles(case: Case, agreement: MediationAgreement, *, is_enforcing: bool) -> tuple[PackRole, ...]:
    """Tell what has to go along (民诉法解释 art. 354; 司法确认程序若干规定 art. 3)."""
    parties = [party for party in case.parties if party.id in agreement.party_ids]
    has_agent = any(agent.kind is not AgentKind.STATUTORY for party in parties for agent in party.agents)
    needed = (
        (PackRole.IDENTITY, any(party.is_person for party in parties)),
        (PackRole.ORGANISATION, any(not party.is_person for party in parties)),
        (PackRole.SERVICE_ADDRESS, True),
        (PackRole.AUTHORITY, has_agent),
        (PackRole.RULING, is_enforcing),
    )
    return tuple(role for role, is_needed in needed if is_needed)
