"""What the editor says beside the fields: gists, running totals, sentences, copies and signers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.cases import Case, MediatorRole
from app.domain.disputes.channels.papers import title_in
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.domain.settlements.supplementing import lead_in, place_of
from app.domain.settlements.terms import Term, TermKind
from app.domain.settlements.wording import generated_text, names_in_words
from app.domain.values.money import Money, sum_of
from app.domain.values.naming.masking import mask_identity
from app.domain.values.rmb_in_words import rmb_in_words
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.agreement.difference import difference
from app.presenters.agreement.entries import AgreementEntry, TermEntry
from app.presenters.agreement.reading import sum_or_none
from app.presenters.agreement.shown import (
    DUTIES,
    FACTS,
    PARTIES,
    SIGNING,
    TERMS,
    AgreementLine,
    CheckRow,
    PartyLine,
    SectionState,
    SectionWords,
    SumLine,
    TermWords,
)
from app.presenters.workspace.folder import CaseFolder

_GIST = 60
_TWO = 2


class AgreementWords:
    """Words the editor in one language."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._say = translator.text
        self._formats = formats

    def natures(self) -> tuple[str, ...]:
        """Offer what payments are usually called."""
        said = (
            "赔偿款",
            "工资",
            "货款",
            "租赁费",
            "借款本金",
            "医疗费",
            "补偿款",
            "工程款",
            "物业费",
            "抚养费",
        )
        return tuple(self._say(word) for word in said)

    def manners(self) -> tuple[str, ...]:
        """Offer how payments are usually made."""
        say = self._say
        online = (say("微信转账"), say("支付宝转账"))
        return (say("银行转账"), say("现金"), *online, say("汇入约定账户"), say("当面交付"))

    def line(self, agreement: MediationAgreement) -> AgreementLine:
        """Word one agreement in the list of the case."""
        kind = self._say("补充协议") if agreement.supplements_id else self._say("协议书")
        parts = (kind, agreement.number, self._say(agreement.state.term))
        return AgreementLine(agreement.id, " ".join(part for part in parts if part))

    def title(self, agreement: MediationAgreement, folder: CaseFolder | None) -> str:
        """Name an agreement as the channel of its case does, with its number once it has one."""
        named = title_in(None if folder is None else folder.channel, DocumentKind.AGREEMENT)
        kind = self._say("补充协议") if agreement.supplements_id else self._say(named)
        return " ".join(part for part in (kind, agreement.number) if part)

    def state(self, agreement: MediationAgreement) -> str:
        """Say where an agreement stands, with the day where there is one."""
        word, day = self._say(agreement.state.term), None
        if agreement.state is AgreementState.EFFECTIVE:
            day = agreement.effective_on
        elif agreement.state is AgreementState.VOIDED:
            day = agreement.voided_on
        return f"{word} {self._formats.day(day)}" if day is not None else word

    def party(self, party: CaseParty, today: date) -> PartyLine:
        """Word a party as the paper will name it; its number is masked on the screen."""
        age = party.age_on(today)
        born = self._say("{n} 岁", n=age) if age is not None else ""
        told = (
            self._say(party.sex.term) if party.sex else "",
            born,
            mask_identity(party.identity_number) if party.identity_number else "",
            party.credit_code,
            party.legal_representative,
            party.address,
            "、".join(f"{self._say(agent.kind.term)} {agent.name}" for agent in party.agents),
        )
        details = "，".join(part for part in told if part)
        return PartyLine(party.id, party.side, self._say(party.side.term), party.name, details)

    def term(
        self,
        entry: TermEntry,
        term: Term,
        position: int,
        names: Mapping[UUID, str],
        original: MediationAgreement | None = None,
    ) -> TermWords:
        """Word one term: totals, the generated sentence, and how an edited one departs from it."""
        generated = generated_text(term, names)
        text = generated if entry.edited_text is None else entry.edited_text
        departs = entry.edited_text is not None and text != generated
        capital = ""
        if term.amount is not None:
            capital = self._say("人民币{words}", words=rmb_in_words(term.amount))
        return TermWords(
            title=self._title(term, position, original),
            lead="" if original is None else lead_in(term, original),
            capital=capital,
            instalments=self._total([line.amount for line in entry.instalments], term),
            shares=self._total([share.amount for share in entry.shares], term),
            sentence=text,
            generated=generated,
            departs=departs,
            is_outdated=departs and bool(entry.edited_from) and entry.edited_from != generated,
            pieces=difference(generated, text) if departs else (),
        )

    def _title(self, term: Term, position: int, original: MediationAgreement | None) -> str:
        place = None if original is None else place_of(term.amends_id, original)
        if place is not None and term.kind is TermKind.DROPPED:
            return self._say("第 {n} 条 取消原协议第 {m} 条", n=position, m=place)
        kind = self._say(term.kind.term)
        if place is not None:
            return self._say("第 {n} 条 变更原协议第 {m} 条：{kind}", n=position, m=place, kind=kind)
        return self._say("第 {n} 条 {kind}", n=position, kind=kind)

    def _total(self, typed: Sequence[str], term: Term) -> SumLine | None:
        if not typed:
            return None
        total = sum_of(amount for amount in map(sum_or_none, typed) if amount is not None)
        said = self._say("合计 {total}", total=self._formats.money(total))
        if term.amount is None:
            return SumLine(self._say("{said}，总额未填", said=said), is_right=False)
        gap = term.amount - total
        if not gap:
            return SumLine(self._say("{said}，与总额一致", said=said), is_right=True)
        shown = self._formats.money(gap if gap > Money.zero() else -gap)
        if gap > Money.zero():
            return SumLine(self._say("{said}，比总额少 {gap}", said=said, gap=shown), is_right=False)
        return SumLine(self._say("{said}，比总额多 {gap}", said=said, gap=shown), is_right=False)

    def sections(
        self, entry: AgreementEntry, agreement: MediationAgreement, case: Case, rows: Sequence[CheckRow]
    ) -> dict[str, SectionWords]:
        """Say how every section stands."""
        facts = entry.facts.strip() or entry.matters.strip()
        gists = {
            PARTIES: self._parties_gist(entry, case),
            FACTS: _first_words(facts),
            DUTIES: _first_words(entry.responsibilities),
            TERMS: self._terms_gist(agreement, case),
            SIGNING: self.copies(agreement, case),
        }
        return {section: SectionWords(_state(section, rows), gist) for section, gist in gists.items()}

    def copies(self, agreement: MediationAgreement, case: Case) -> str:
        """Say how many copies there are and who gets them (art. 29)."""
        count = len([party for party in case.parties if party.id in agreement.party_ids])
        kept, court = self._say("留存 1 份"), self._say("送法院 1 份")
        sides = self._say("双方各 1 份") if count == _TWO else self._say("各方各 1 份")
        shared = (sides, kept, court) if agreement.court_copy else (sides, kept)
        return self._say("一式 {n} 份：{shared}", n=agreement.copies, shared="，".join(shared))

    def signers(self, agreement: MediationAgreement, case: Case, committee: str) -> str:
        """Say who will sign."""
        parties = [p.name for p in case.parties if p.id in agreement.party_ids]
        told = "、".join(parties[:6])
        if len(parties) > len(parties[:6]):
            told = self._say("{names}等 {n} 方", names=told, n=len(parties))
        mediators = "、".join(m.name for m in case.mediators_in(MediatorRole.FIRST, MediatorRole.SECOND))
        named = self._say("调解员 {names}", names=mediators) if mediators else self._say("未指派调解员")
        recorders = "、".join(m.name for m in case.mediators_in(MediatorRole.RECORDER))
        recorded = self._say("记录人 {names}", names=recorders) if recorders else ""
        seal = self._say("盖 {committee} 印章", committee=committee)
        return "；".join(part for part in (told, named, recorded, seal) if part)

    def _parties_gist(self, entry: AgreementEntry, case: Case) -> str:
        counts = dict.fromkeys(PartySide, 0)
        for party in case.parties:
            counts[party.side] += int(party.id in entry.party_ids)
        told = [f"{self._say(side.term)} {n}" for side, n in counts.items() if n]
        return "，".join(told) or self._say("未选当事人")

    def _terms_gist(self, agreement: MediationAgreement, case: Case) -> str:
        names = {party.id: party.name for party in case.parties}
        told = []
        for term in agreement.terms:
            if term.kind is TermKind.PAYMENT and term.amount is not None:
                payers = names_in_words(term.payer_ids, names)
                sum_ = self._formats.money(term.amount)
                told.append(self._say("{who} 付 {amount}", who=payers, amount=sum_))
            else:
                told.append(_first_words(term.act) or self._say(term.kind.term))
        return self._say("{n} 条：{told}", n=len(told), told="；".join(told)) if told else ""


def _first_words(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _GIST else plain[:_GIST] + "……"


def _state(section: str, rows: Sequence[CheckRow]) -> SectionState:
    mine = [row for row in rows if row.section == section]
    if any(row.is_must for row in mine):
        return "must"
    return "advice" if mine else "done"
