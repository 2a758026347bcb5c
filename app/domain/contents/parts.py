"""Parts that several documents share: a party's block, agents, consents and signing places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.values.money import Money
from app.domain.values.sex import Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentPart:
    """An agent under a party: title (法定代理人, 委托代理人), identity and itemised authority."""

    title: str
    name: str
    sex: Sex | None = None
    identity_number: str = ""
    phone: str = ""
    address: str = ""
    workplace: str = ""
    licence_number: str = ""
    relation: str = ""
    authority: tuple[str, ...] = ()
    authority_note: str = ""
    authorised_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyPart:
    """A party's block: name, sex, ethnicity, age as on the document's day, occupation, contact, address.

    ``label`` is 申请人, 被申请人 or 第三人; organisations fill code, representative and contact person.
    """

    label: str
    name: str
    is_person: bool = True
    former_name: str = ""
    sex: Sex | None = None
    ethnicity: str = ""
    birth_date: date | None = None
    age: int | None = None
    occupation: str = ""
    workplace: str = ""
    identity_title: str = ""
    identity_number: str = ""
    phone: str = ""
    address: str = ""
    language: str = ""
    credit_code: str = ""
    legal_representative: str = ""
    legal_representative_post: str = ""
    contact_person: str = ""
    headcount: int = 1
    is_group_representative: bool = False
    agents: tuple[AgentPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentPart:
    """A party's answer to the question whether it agrees to mediation."""

    name: str
    answer: str
    manner: str
    asked_on: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalmentPart:
    """One line of an instalment table; ``due`` is already in words."""

    position: int
    due: str
    amount: Money
    manner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharePart:
    """One line of a distribution table: who receives how much."""

    position: int
    name: str
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausePart:
    """One numbered clause with the tables it refers to."""

    position: int
    text: str
    instalments: tuple[InstalmentPart, ...] = ()
    shares: tuple[SharePart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningPart:
    """A place to sign: label (申请人, 人民调解员 …), name, and the agents who may sign instead."""

    label: str
    name: str
    agents: tuple[str, ...] = ()
    has_fingerprint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FactPart:
    """One labelled fact, already in words."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticularsPart:
    """交通事故情况 or 诊疗情况: its heading and its facts in order."""

    heading: str
    told: tuple[FactPart, ...]
