"""Makes an agreement and its case of a short description: examples of the rules, texts of the corpus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cache
from typing import TypedDict
from uuid import UUID

from app.archive.resources import resource_path
from app.archive.ruled.check import load_check_book
from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.cases import Case, CaseMediator, MediatorRole
from app.domain.disputes.disclosures import Disclosure
from app.domain.disputes.sources import CaseSource
from app.domain.people.agents import Agent, AgentKind, AuthorityScope
from app.domain.people.parties import PartyKind
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.check.book import CheckBook
from app.domain.settlements.check.findings import Finding, Supplemented
from app.domain.settlements.checking import check_agreement
from app.domain.settlements.terms import Due, DueKind, Instalment, PeriodWord, Share, Term, TermKind
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.domain.values.sex import Sex
from tests.support.supplement_samples import supplemented

SIGNED = date(2026, 11, 20)
"""The day every sample is checked on."""


class PartRow(TypedDict, total=False):
    """One instalment as described."""

    amount: str
    due: str
    manner: str


class TermRow(TypedDict, total=False):
    """One term as described."""

    payer: list[str]
    payee: list[str]
    amount: str
    nature: str
    due: str
    manner: str
    place: str
    consequence: str
    edited: str
    instalments: list[PartRow]
    shares: dict[str, str]
    joint: bool
    act: str
    clause: str
    amends: int
    drops: int


class SampleRow(TypedDict, total=False):
    """An agreement as described; what is left out is as in the plainest agreement."""

    say: str
    id: str
    about: str
    finds: list[str]
    type: str
    title: str
    requests: str
    parties: list[str]
    without: list[str]
    bare: list[str]
    ages: dict[str, int]
    agents: dict[str, list[str]]
    numbers: dict[str, str]
    phones: dict[str, str]
    codes: dict[str, str]
    organisations: list[str]
    mediators: bool
    disclosed: str
    received: str
    accepted: str
    noticed: str
    sessions: list[str]
    facts: str
    matters: str
    responsibilities: str
    terms: list[TermRow]
    payment: TermRow
    act: str
    clause: str
    clauses: list[str]
    original: list[TermRow]
    paid: str
    overtaken: int


_BASE: SampleRow = {
    "parties": ["张桂兰", "-", "李大勇"],
    "facts": "2026年9月3日，李大勇家阳台漏水，泡坏张桂兰家客厅地板。",
    "matters": "地板损失的数额和承担",
    "responsibilities": "李大勇承担全部责任。",
}
_PAYMENT: TermRow = {
    "payer": ["李大勇"],
    "payee": ["张桂兰"],
    "amount": "3000",
    "nature": "地板赔偿款",
    "due": "2026-12-25",
    "manner": "汇入张桂兰的银行账户",
    "consequence": "逾期不付的，张桂兰可以向人民法院起诉",
}


@dataclass(frozen=True, slots=True)
class Sample:
    """An agreement with what it is checked against."""

    agreement: MediationAgreement
    case: Case
    sessions: tuple[date, ...]
    supplemented: Supplemented | None = None

    def findings(self, book: CheckBook | None = None) -> tuple[Finding, ...]:
        """Check it by the shipped rules, or by others."""
        rules = book or shipped_book()
        return check_agreement(
            self.agreement, self.case, SIGNED, rules, self.sessions, supplemented=self.supplemented
        )


@cache
def shipped_book() -> CheckBook:
    """Give the rules as shipped."""
    return load_check_book(resource_path("rules") / "check")


def sample(row: SampleRow) -> Sample:
    """Read a description; an unknown key is a slip of the pen and fails."""
    assert not row.keys() - SampleRow.__annotations__.keys(), row.keys() - SampleRow.__annotations__.keys()
    told: SampleRow = {**_BASE, **row}
    case = _case(told)
    by_name = {party.name: party.id for party in case.parties}
    agreement = MediationAgreement(
        id=new_id(),
        case_id=case.id,
        facts=told["facts"],
        matters=told["matters"],
        responsibilities=told["responsibilities"],
        terms=tuple(_term(term, by_name) for term in _terms(told)),
        party_ids=tuple(by_name[name] for name in by_name if name not in told.get("without", ())),
        created_at=datetime(2026, 11, 20, 9, 0, tzinfo=SHANGHAI),
    )
    sessions = tuple(map(date.fromisoformat, told.get("sessions", ())))
    if "original" not in told:
        return Sample(agreement, case, sessions)
    original = tuple(_term(row, by_name) for row in told["original"])
    numbers = tuple(row.get("amends") or row.get("drops") for row in _terms(told))
    meant = supplemented(
        agreement, case, original, numbers, paid=told.get("paid", ""), overtaken=told.get("overtaken")
    )
    return Sample(meant[0], case, sessions, meant[1])


def _terms(told: SampleRow) -> Sequence[TermRow]:
    if "terms" in told:
        return list(told["terms"])
    added: list[TermRow] = [{**_PAYMENT, **told.get("payment", {})}]
    if "act" in told:
        added.append({"act": told["act"], "payer": ["李大勇"], "due": "2026-12-25"})
    clauses = [told["clause"]] if "clause" in told else told.get("clauses", [])
    return added + [{"clause": text} for text in clauses]


def _term(row: TermRow, by_name: Mapping[str, UUID]) -> Term:
    assert not row.keys() - TermRow.__annotations__.keys(), row.keys() - TermRow.__annotations__.keys()
    if "drops" in row:
        return Term(id=new_id(), kind=TermKind.DROPPED)
    kind = TermKind.CLAUSE if "clause" in row else TermKind.ACT if "act" in row else TermKind.PAYMENT
    amount = row.get("amount", "")
    return Term(
        id=new_id(),
        kind=kind,
        payer_ids=tuple(by_name[name] for name in row.get("payer", ())),
        payee_ids=tuple(by_name[name] for name in row.get("payee", ())),
        amount=Money.of_yuan(amount) if amount else None,
        nature=row.get("nature", ""),
        is_joint=row.get("joint", False),
        due=due_of(row.get("due", "")) if "instalments" not in row else Due(),
        manner=row.get("manner", ""),
        place=row.get("place", ""),
        act=row.get("act", row.get("clause", "")),
        consequence=row.get("consequence", ""),
        payee_shares=tuple(
            Share(id=new_id(), party_id=by_name[name], amount=Money.of_yuan(sum_))
            for name, sum_ in row.get("shares", {}).items()
        ),
        instalments=tuple(
            Instalment(
                id=new_id(),
                amount=Money.of_yuan(part["amount"]),
                due=due_of(part["due"]),
                manner=part.get("manner", ""),
            )
            for part in row.get("instalments", ())
        ),
        edited_text=row.get("edited"),
    )


def due_of(text: str) -> Due:
    """Read 签订时, 2026-12-25, 30日, 3个月, ？a condition, or nothing."""
    if not text:
        return Due()
    if text == "签订时":
        return Due(kind=DueKind.ON_SIGNING)
    if text.startswith("？"):
        return Due(kind=DueKind.ON_CONDITION, condition=text[1:])
    for word in (PeriodWord.MONTH, PeriodWord.DAY):
        if text.endswith(word.term):
            return Due(kind=DueKind.AFTER_SIGNING, amount=int(text.removesuffix(word.term)), unit=word)
    return Due(kind=DueKind.ON_DAY, day=date.fromisoformat(text))


def _case(told: SampleRow) -> Case:
    received = datetime.combine(
        date.fromisoformat(told.get("received", "2026-11-09")), time(10, 0), tzinfo=SHANGHAI
    )
    parties = tuple(_parties(told))
    staff = new_id()
    mediator = CaseMediator(
        id=new_id(), staff_id=staff, name="赵永安", role=MediatorRole.FIRST, assigned_on=received.date()
    )
    accepting = tuple(party.id for party in parties) if told.get("disclosed") == "各方接受" else ()
    disclosure = Disclosure(
        id=new_id(),
        staff_id=staff,
        staff_name="赵永安",
        what="同村",
        disclosed_on=received.date(),
        accepting=accepting,
    )
    return Case(
        id=new_id(),
        intake_number="2026-0001",
        title=told.get("title", ""),
        source=CaseSource.COURT_DELEGATED,
        dispute_type=told.get("type", "neighbour"),
        facts=told["facts"] or "见申请书。",
        requests=told.get("requests", ""),
        organisation_id=new_id(),
        received_at=received,
        registered_at=received,
        registrar_id=new_id(),
        registrar_name="迪丽努尔·艾力",
        parties=parties,
        mediators=(mediator,) if told.get("mediators", True) else (),
        disclosures=(disclosure,) if "disclosed" in told else (),
        accepted_on=_day(told.get("accepted")),
        rights_notice_on=_day(told.get("noticed")),
    )


def _parties(told: SampleRow) -> list[CaseParty]:
    """Read names: applicants first, after a hyphen respondents; organisations are named as such."""
    side, parties = PartySide.APPLICANT, []
    for name in told["parties"]:
        if name == "-":
            side = PartySide.RESPONDENT
        else:
            parties.append(_party(told, name, side))
    return parties


def _party(told: SampleRow, name: str, side: PartySide) -> CaseParty:
    party = CaseParty(id=new_id(), side=side, name=name)
    if name in told.get("organisations", ()):
        party = replace(
            party, kind=PartyKind.LEGAL_PERSON, legal_representative="周立群", phone="0990-6221234"
        )
    elif name not in told.get("bare", ()):
        party = replace(
            party,
            sex=Sex.FEMALE,
            ethnicity="汉族",
            stated_age=told.get("ages", {}).get(name, 45),
            age_stated_on=SIGNED,
            address="富民路8号",
            phone="13899001234",
        )
    scopes = told.get("agents", {}).get(name)
    agents = () if scopes is None else (_agent(scopes),)
    return replace(
        party,
        agents=agents,
        identity_number=told.get("numbers", {}).get(name, ""),
        phone=told.get("phones", {}).get(name, party.phone),
        credit_code=told.get("codes", {}).get(name, ""),
    )


def _agent(scopes: Sequence[str]) -> Agent:
    kind = AgentKind.STATUTORY if "statutory" in scopes else AgentKind.CITIZEN
    authority = tuple(AuthorityScope.of(scope) for scope in scopes if scope != "statutory")
    return Agent(id=new_id(), kind=kind, name="孙志刚", authority=authority)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
