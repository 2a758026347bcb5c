"""The first checks of an agreement: what must be mended before it is issued, and what is advised."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.cases import Case
from app.domain.errors import Fact
from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.promises import VoidPromise, void_promise
from app.domain.settlements.terms import LONGEST_DUE, Due, DueKind, Term, TermKind
from app.domain.values.money import Money
from app.domain.values.rmb_in_words import rmb_in_words
from app.domain.values.termed import Termed
from app.domain.values.texts import half_width


class FindingLevel(Termed):
    """须改 blocks issuing alone, never typing, saving or a draft print; 建议 blocks nothing."""

    MUST = "must", "须改"
    ADVICE = "advice", "建议"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found: its rule, where it is, the article behind it and facts for its sentence."""

    rule: str
    level: FindingLevel
    field: str
    term_id: UUID | None = None
    entry_id: UUID | None = None
    article: str = ""
    facts: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule reads: the agreement, its case and the day of the check."""

    agreement: MediationAgreement
    case: Case
    today: date


Rule = Callable[[Reading], Iterator[Finding]]
_ART_29 = "人民调解法第二十九条"
_ART_3, _ART_9 = "人民调解法第三条", "治安管理处罚法第九条"
_WAN = 10_000
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")


def check_agreement(agreement: MediationAgreement, case: Case, today: date) -> tuple[Finding, ...]:
    """Run every rule; 须改 come first, each group in the order of the paper."""
    found = [finding for rule in _RULES for finding in rule(Reading(agreement, case, today))]
    order = {FindingLevel.MUST: 0, FindingLevel.ADVICE: 1}
    return tuple(sorted(found, key=lambda finding: order[finding.level]))


def rule_count() -> int:
    """Count the rules, so that a screen can say how many passed."""
    return len(_RULES)


def _parties(read: Reading) -> Iterator[Finding]:
    sides = {party.side for party in read.case.parties if party.id in read.agreement.party_ids}
    if len(sides) < len((PartySide.APPLICANT, PartySide.RESPONDENT)):
        yield _must("parties.both_sides", "party_ids", _ART_29)
    for party in read.case.parties:
        if party.id in read.agreement.party_ids and party.lacks_guardian_on(read.today):
            yield _must("parties.guardian_missing", "party_ids", "民法典第十九条、第二十条", party=party.name)


def _facts(read: Reading) -> Iterator[Finding]:
    if not read.agreement.facts.strip():
        yield _must("facts.missing", "facts", _ART_29)


def _matters(read: Reading) -> Iterator[Finding]:
    if not read.agreement.matters.strip():
        yield _advice("matters.missing", "matters", _ART_29)


def _responsibilities(read: Reading) -> Iterator[Finding]:
    if not read.agreement.responsibilities.strip():
        yield _advice("responsibilities.missing", "responsibilities", _ART_29)


def _terms_exist(read: Reading) -> Iterator[Finding]:
    if not read.agreement.terms:
        yield _must("terms.missing", "terms", _ART_29)


def _who(read: Reading) -> Iterator[Finding]:
    for term in read.agreement.terms:
        if term.kind is TermKind.CLAUSE:
            continue
        if not term.payer_ids:
            yield _must("term.who_missing", "payer_ids", _ART_29, term)
        if term.kind is TermKind.PAYMENT and not term.payee_ids:
            yield _must("term.to_whom_missing", "payee_ids", _ART_29, term)
        if set(term.payer_ids) & set(term.payee_ids):
            yield _must("term.pays_itself", "payee_ids", "", term)
        strangers = (set(term.payer_ids) | set(term.payee_ids)) - set(read.agreement.party_ids)
        if strangers:
            yield _must("term.not_a_party", "payer_ids", "民法典第四百六十五条", term)
        if {share.party_id for share in term.payee_shares} - set(term.payee_ids):
            yield _must("term.not_a_party", "payee_shares", "", term)


def _what(read: Reading) -> Iterator[Finding]:
    for term in read.agreement.terms:
        if term.kind is TermKind.PAYMENT:
            if term.amount is None or term.amount <= Money.zero():
                yield _must("term.amount_missing", "amount", _ART_29, term)
        elif not term.act.strip():
            yield _must("term.act_missing", "act", _ART_29, term)
        if term.edited_text is not None and not term.edited_text.strip():
            yield _must("term.text_emptied", "edited_text", _ART_29, term)


def _edited(read: Reading) -> Iterator[Finding]:
    for term in read.agreement.terms:
        text = (term.edited_text or "").strip()
        if text and term.amount is not None and not _states(text, term.amount):
            yield _must("term.text_other_sum", "edited_text", "", term, amount_fen=term.amount.fen)


def _when(read: Reading) -> Iterator[Finding]:
    for term in read.agreement.terms:
        if term.kind is TermKind.CLAUSE:
            continue
        if not term.instalments and not _is_stated(term.due):
            yield _must("term.due_missing", "due", _ART_29, term)
        for n, entry in enumerate(term.instalments, start=1):
            if not _is_stated(entry.due):
                yield _must("instalment.due_missing", "instalments", _ART_29, term, entry.id, position=n)


def _days(read: Reading) -> Iterator[Finding]:
    signing = read.agreement.issued_day or read.today
    for term in read.agreement.terms:
        last: date | None = None
        if not term.instalments and term.due.day is not None and term.due.day < signing:
            yield _must("term.due_past", "due", "", term, day=term.due.day.isoformat())
        for n, entry in enumerate(term.instalments, start=1):
            day = entry.due.day if entry.due.kind is DueKind.ON_DAY else None
            if day is None:
                continue
            if day < signing:
                yield _must("instalment.past", "instalments", "", term, entry.id, position=n)
            if last is not None and day <= last:
                yield _must("instalment.not_rising", "instalments", "", term, entry.id, position=n)
            last = day


def _sums(read: Reading) -> Iterator[Finding]:
    for term in read.agreement.terms:
        if term.kind is not TermKind.PAYMENT or term.amount is None:
            continue
        if term.instalments and term.instalment_total != term.amount:
            yield _wrong_sum("instalment.sum", "instalments", term, term.instalment_total, term.amount)
        if term.payee_shares and term.share_total != term.amount:
            yield _wrong_sum("share.sum", "payee_shares", term, term.share_total, term.amount)
        parts = [entry.amount for entry in term.instalments] + [share.amount for share in term.payee_shares]
        if any(amount <= Money.zero() for amount in parts):
            yield _must("term.part_missing", "instalments", "", term)
        unlisted = set(term.payee_ids) - {share.party_id for share in term.payee_shares}
        if term.payee_shares and unlisted:
            yield _must("share.payee_missing", "payee_shares", "", term, count=len(unlisted))


def _manner(read: Reading) -> Iterator[Finding]:
    for term in read.agreement.terms:
        if term.kind is not TermKind.PAYMENT:
            continue
        if not term.instalments and not term.manner.strip():
            yield _advice("term.manner_missing", "manner", _ART_29, term)
        for n, entry in enumerate(term.instalments, start=1):
            if not entry.manner.strip() and not term.manner.strip():
                yield _advice("instalment.manner_missing", "instalments", _ART_29, term, entry.id, position=n)


def _consequence(read: Reading) -> Iterator[Finding]:
    for term in read.agreement.terms:
        at_once = not term.instalments and term.due.kind is DueKind.ON_SIGNING
        is_later = term.kind is TermKind.PAYMENT and not at_once
        if is_later and not term.consequence.strip():
            yield _advice("term.consequence_missing", "consequence", "民法典第五百八十五条", term)


def _promises(read: Reading) -> Iterator[Finding]:
    """Only the police decide whether to punish, and nobody gives up the right to report."""
    for term in read.agreement.terms:
        told = {"act": term.act, "consequence": term.consequence}
        if term.edited_text is not None:
            told = {"edited_text": term.edited_text}
        for field, text in told.items():
            promise = void_promise(text)
            if promise is VoidPromise.NO_PUNISHMENT:
                yield _must("term.promises_no_punishment", field, _ART_9, term)
            elif promise is VoidPromise.NO_REPORT:
                yield _must("term.promises_no_report", field, _ART_3, term)


_RULES: tuple[Rule, ...] = (
    _parties,
    _facts,
    _matters,
    _responsibilities,
    _terms_exist,
    _who,
    _what,
    _edited,
    _when,
    _days,
    _sums,
    _manner,
    _consequence,
    _promises,
)


def _states(text: str, amount: Money) -> bool:
    """Tell whether a sentence states a sum in figures (3,090.00, 3090, 1.28万) or in capitals."""
    if rmb_in_words(amount).removesuffix("整") in text.replace("圆", "元"):
        return True
    plain = _THOUSANDS.sub("", half_width(text))
    forms = (f"{amount.yuan:f}", f"{amount.yuan.normalize():f}", f"{(amount.yuan / _WAN).normalize():f}万")
    return any(re.search(rf"(?<![0-9.]){re.escape(form)}(?![0-9万亿]|\.[0-9])", plain) for form in forms)


def _is_stated(due: Due) -> bool:
    return (
        due.kind is DueKind.ON_SIGNING
        or (due.kind is DueKind.ON_DAY and due.day is not None)
        or (due.kind is DueKind.AFTER_SIGNING and due.amount is not None and 0 < due.amount <= LONGEST_DUE)
        or (due.kind is DueKind.ON_CONDITION and bool(due.condition.strip()))
    )


def _wrong_sum(rule: str, field: str, term: Term, total: Money, amount: Money) -> Finding:
    difference = (amount - total).fen
    return _must(rule, field, "", term, total_fen=total.fen, amount_fen=amount.fen, difference_fen=difference)


def _must(
    rule: str, field: str, article: str, term: Term | None = None, entry: UUID | None = None, **facts: Fact
) -> Finding:
    return Finding(
        rule=rule,
        level=FindingLevel.MUST,
        field=field,
        term_id=term.id if term else None,
        entry_id=entry,
        article=article,
        facts=tuple(facts.items()),
    )


def _advice(
    rule: str, field: str, article: str, term: Term | None = None, entry: UUID | None = None, **facts: Fact
) -> Finding:
    return replace(_must(rule, field, article, term, entry, **facts), level=FindingLevel.ADVICE)
