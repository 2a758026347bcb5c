"""A party of the register in words: masked in the list, masked in the details."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.disputes.case_lines import PartyCase
from app.domain.people.parties import PartyRecord
from app.domain.people.party_lines import PartyLine
from app.domain.values.days.ages import age_on
from app.domain.values.days.moments import local_day
from app.domain.values.naming.masking import mask_identity, mask_phone
from app.i18n.formats import Formats
from app.i18n.translator import Translator

GAP = "　"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """One line of the register; ``spoken`` is it as one sentence."""

    id: UUID
    name: str
    about: str
    identity: str
    phone: str
    cases: str
    has_open: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class LinkedCase:
    """A case a party took part in."""

    case_id: UUID
    title: str
    facts: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyCard:
    """The details of a party: labelled lines, and its cases."""

    record_id: UUID
    name: str
    kind: str
    lines: tuple[tuple[str, str], ...]
    cases: tuple[LinkedCase, ...]


class PartyWords:
    """Words parties in one language."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._say, self._formats = translator.text, formats

    def row(self, line: PartyLine, today: date) -> PartyRow:
        """Word one line of the register."""
        age = age_on(line.birth_date, today) if line.birth_date else None
        about = (
            self._say(line.kind.term),
            self._say(line.sex.term) if line.sex else "",
            self._say("{n} 岁", n=age) if age is not None else "",
        )
        cases = self._say("在办 {open}，共 {all}", open=line.open_cases, all=line.all_cases)
        identity, phone = mask_identity(line.identity_number), mask_phone(line.phone)
        return PartyRow(
            id=line.id,
            name=line.name,
            about=GAP.join(part for part in about if part),
            identity=identity,
            phone=phone,
            cases=cases,
            has_open=line.open_cases > 0,
            spoken="，".join(part for part in (line.name, *about, line.address, cases) if part),
        )

    def card(self, record: PartyRecord, cases: tuple[PartyCase, ...], today: date) -> PartyCard:
        """Word the details; numbers stay masked."""
        say, age = self._say, record.age_on(today)
        born = self._formats.day_long(record.birth_date) if record.birth_date else ""
        told = (
            (say("性别"), say(record.sex.term) if record.sex else ""),
            (say("出生日期"), born),
            (say("年龄"), say("{n} 岁", n=age) if age is not None and record.is_person else ""),
            (say("民族"), record.ethnicity),
            (say(record.identity_kind.term), mask_identity(record.identity_number)),
            (say("统一社会信用代码"), record.credit_code),
            (say("法定代表人"), record.legal_representative),
            (say("职务"), record.legal_representative_post),
            (say("联系人"), record.contact_person),
            (say("电话"), mask_phone(record.phone)),
            (say("语言"), record.language),
            (say("职业"), record.occupation),
            (say("单位"), record.workplace),
            (say("住址"), record.address),
            (say("曾用名"), record.former_name),
            (say("备注"), record.note),
        )
        return PartyCard(
            record_id=record.id,
            name=record.name,
            kind=say(record.kind.term),
            lines=tuple((label, value) for label, value in told if value),
            cases=tuple(self._case(case) for case in cases),
        )

    def _case(self, case: PartyCase) -> LinkedCase:
        day = self._formats.day(local_day(case.registered_at))
        facts = GAP.join((case.intake_number, self._say(case.state.term), self._say("{day} 登记", day=day)))
        return LinkedCase(case.case_id, case.title, facts, f"{case.title}，{facts}")
