"""A party of the register in words: masked in the list, masked in the details until a number is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.disputes.case_lines import PartyCase
from app.domain.people.parties import PartyRecord
from app.domain.people.party_lines import KnownParty, PartyLine
from app.domain.trust.history import HistoryEntry
from app.domain.trust.reveals import MaskedNumber
from app.domain.values.days.ages import age_on
from app.domain.values.days.moments import local_day
from app.domain.values.naming.masking import mask_identity, mask_phone
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.history.words import act_sentence, moment_words
from app.services.people.merging import Absorbed

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


@dataclass(frozen=True, slots=True)
class CardLine:
    """One labelled line; ``number`` says which number is masked in it and may be shown."""

    label: str
    value: str
    number: MaskedNumber | None = None


@dataclass(frozen=True, slots=True)
class OtherParty:
    """Another entry of the register: one that may be the same person, or one merged with this."""

    id: UUID
    name: str
    facts: str
    can_part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyCard:
    """The details of a party: labelled lines, its cases, and how it stands to other entries.

    ``standing`` is the entry this one was merged into; ``absorbed`` are those merged into this one,
    their ids those of the merges.
    """

    record_id: UUID
    name: str
    kind: str
    lines: tuple[CardLine, ...]
    cases: tuple[LinkedCase, ...]
    standing: OtherParty | None = None
    alike: tuple[OtherParty, ...] = ()
    absorbed: tuple[OtherParty, ...] = ()
    history: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFacts:
    """All that is read for the card of a party."""

    record: PartyRecord
    cases: tuple[PartyCase, ...]
    standing: PartyRecord | None = None
    alike: tuple[KnownParty, ...] = ()
    absorbed: tuple[Absorbed, ...] = ()
    history: tuple[HistoryEntry, ...] = ()

    @property
    def people(self) -> tuple[PartyRecord, ...]:
        """Give everybody the card names: the party, the one it became, those like it."""
        standing = () if self.standing is None else (self.standing,)
        return (self.record, *standing, *(known.record for known in self.alike))


class PartyWords:
    """Words parties in one language."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._translator, self._say, self._formats = translator, translator.text, formats

    def row(self, line: PartyLine, today: date) -> PartyRow:
        """Word one line of the register."""
        age = age_on(line.birth_date, today) if line.birth_date else None
        about = (
            self._say("已并入 {name}", name=line.merged_into) if line.merged_into else "",
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

    def card(self, facts: PartyFacts, today: date) -> PartyCard:
        """Word the details; numbers stay masked."""
        record = facts.record
        return PartyCard(
            record_id=record.id,
            name=record.name,
            kind=self._say(record.kind.term),
            lines=tuple(line for line in self._lines(record, today) if line.value),
            cases=tuple(self._case(case) for case in facts.cases),
            standing=OtherParty(facts.standing.id, facts.standing.name, "") if facts.standing else None,
            alike=tuple(self._alike(known) for known in facts.alike),
            absorbed=tuple(self._absorbed(one, place) for place, one in enumerate(facts.absorbed)),
            history=tuple(self._act(entry, today) for entry in facts.history),
        )

    def _lines(self, record: PartyRecord, today: date) -> tuple[CardLine, ...]:
        say, age = self._say, record.age_on(today)
        born = self._formats.day_long(record.birth_date) if record.birth_date else ""
        told: tuple[tuple[str, str], ...] = (
            (say("性别"), say(record.sex.term) if record.sex else ""),
            (say("出生日期"), born),
            (say("年龄"), say("{n} 岁", n=age) if age is not None and record.is_person else ""),
            (say("民族"), record.ethnicity),
            ("identity_number", mask_identity(record.identity_number)),
            (say("统一社会信用代码"), record.credit_code),
            (say("法定代表人"), record.legal_representative),
            (say("职务"), record.legal_representative_post),
            (say("联系人"), record.contact_person),
            ("phone", mask_phone(record.phone)),
            (say("联系意愿"), self._consent(record)),
            (say("语言"), record.language),
            (say("职业"), record.occupation),
            (say("单位"), record.workplace),
            (say("住址"), record.address),
            (say("曾用名"), record.former_name),
            (say("备注"), record.note),
        )
        names = {"identity_number": say(record.identity_kind.term), "phone": say("电话")}
        masked = {number.value: number for number in MaskedNumber}
        return tuple(CardLine(names.get(key, key), value, masked.get(key)) for key, value in told)

    def _consent(self, record: PartyRecord) -> str:
        if record.contact_consent is None:
            return ""
        on = record.contact_consent_on
        day = self._say("{day} 征询", day=self._formats.day(on)) if on else ""
        return GAP.join(part for part in (self._say(record.contact_consent.term), day) if part)

    def _alike(self, known: KnownParty) -> OtherParty:
        say, record = self._say, known.record
        same = (
            say("证件号相同") if known.same_identity else "",
            say("电话相同") if known.same_phone else "",
            say("姓名相同") if known.same_name else "",
            say("在办 {open}，共 {all}", open=known.open_cases, all=known.all_cases),
        )
        return OtherParty(record.id, record.name, GAP.join(part for part in same if part))

    def _absorbed(self, one: Absorbed, place: int) -> OtherParty:
        day = self._formats.day(local_day(one.merge.merged_at))
        facts = self._say("{day} {who} 并入", day=day, who=one.merge.merged_by)
        return OtherParty(one.merge.id, one.name, facts, can_part=place == 0)

    def _act(self, entry: HistoryEntry, today: date) -> tuple[str, str]:
        when = moment_words(self._translator, self._formats, entry.at, today)
        return GAP.join((when, entry.actor_name)), act_sentence(self._translator, entry)

    def _case(self, case: PartyCase) -> LinkedCase:
        day = self._formats.day(local_day(case.registered_at))
        facts = GAP.join((case.intake_number, self._say(case.state.term), self._say("{day} 登记", day=day)))
        return LinkedCase(case.case_id, case.title, facts, f"{case.title}，{facts}")
