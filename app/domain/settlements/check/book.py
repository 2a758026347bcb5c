"""The book of rules: what each asks at which level and by which article, and what an organisation set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.settlements.check.findings import Finding, FindingLevel, Hit
from app.domain.values.ids import new_id
from app.domain.values.termed import Termed

LONGEST_PHRASE, LONGEST_SENTENCE = 40, 120
"""More than that is no phrase to look for, and no sentence to read beside a field."""


class CheckGroup(Termed):
    """What a rule is about."""

    CONTENTS = "contents", "内容齐全"
    MONEY = "money", "金额与日期"
    ENFORCEABILITY = "enforceability", "能否履行与确认"
    FORM = "form", "形式"
    WORDS = "words", "用词"


class CheckLevel(Termed):
    """How an organisation takes a rule: blocks issuing, advises, or is not asked at all."""

    MUST = "must", "须改"
    ADVICE = "advice", "建议"
    OFF = "off", "关"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRule:
    """One rule as shipped: what it asks, its level and article, and examples that pass and fail.

    ``is_fixed`` marks a rule whose level the law leaves nobody to choose.
    """

    id: str
    group: CheckGroup
    level: FindingLevel
    asks: str
    article: str = ""
    is_fixed: bool = False
    passes: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()
    source: str
    is_verified: bool
    valid_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLimit:
    """A number the law or the market sets, from a day on."""

    code: str
    name: str
    value: Decimal
    unit: str
    article: str
    source: str
    is_verified: bool
    valid_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLevel:
    """The level an organisation gave to one rule."""

    id: UUID = field(default_factory=new_id)
    rule: str
    level: CheckLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPhrase:
    """Words an organisation does not want in its agreements, and what it says about them."""

    id: UUID = field(default_factory=new_id)
    phrase: str
    sentence: str
    level: FindingLevel = FindingLevel.ADVICE


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings:
    """What one organisation set over the shipped rules; one for an organisation."""

    id: UUID
    version: int = 0
    organisation_id: UUID
    levels: tuple[OwnLevel, ...] = ()
    phrases: tuple[OwnPhrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckBook:
    """All rules and numbers of the check with what an organisation set; without rules nothing is asked."""

    rules: tuple[CheckRule, ...] = ()
    limits: tuple[CheckLimit, ...] = ()
    own: CheckSettings | None = None

    def rule(self, rule_id: str) -> CheckRule | None:
        """Find a rule."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    def level(self, rule_id: str) -> CheckLevel:
        """Give the level of a rule: the organisation's own, else the shipped one."""
        rule = self.rule(rule_id)
        if rule is None:
            return CheckLevel.OFF
        own = {entry.rule: entry.level for entry in self.own.levels} if self.own is not None else {}
        shipped = CheckLevel.of(rule.level.value)
        return shipped if rule.is_fixed else own.get(rule_id, shipped)

    @property
    def phrases(self) -> tuple[OwnPhrase, ...]:
        """Give the organisation's own phrases."""
        return () if self.own is None else self.own.phrases

    @property
    def asked(self) -> int:
        """Count the rules that are asked."""
        return sum(self.level(rule.id) is not CheckLevel.OFF for rule in self.rules)

    def limits_on(self, day: date) -> tuple[tuple[str, Decimal], ...]:
        """Give every number as it stands on a day."""
        rows = sorted(self.limits, key=lambda row: row.valid_from)
        return tuple({row.code: row.value for row in rows if row.valid_from <= day}.items())

    def findings(self, hits: Iterable[Hit]) -> tuple[Finding, ...]:
        """Put level and article to what was seen; what is switched off is left out."""
        found = []
        for seen in hits:
            rule, level = self.rule(seen.rule), self.level(seen.rule)
            if rule is None or level is CheckLevel.OFF:
                continue
            found.append(finding_of(seen, FindingLevel.of(level.value), rule.article))
        return tuple(found)


def finding_of(seen: Hit, level: FindingLevel, article: str) -> Finding:
    """Make a finding of what a rule saw."""
    return Finding(
        rule=seen.rule,
        level=level,
        field=seen.field,
        term_id=seen.term.id if seen.term is not None else None,
        entry_id=seen.entry_id,
        article=article,
        facts=seen.facts,
        words=seen.words,
        instead=seen.instead,
    )


def check_settings(settings: CheckSettings, book: CheckBook) -> None:
    """Refuse a level the law does not leave open, an unknown rule, and a phrase nobody can look for.

    Raises RuleRefusal ``check.fixed``, InvalidInput ``check.no_such_rule``, ``check.phrase…``.
    """
    for entry in settings.levels:
        rule = book.rule(entry.rule)
        if rule is None:
            raise InvalidInput("check.no_such_rule", field="level", id=entry.rule)
        if rule.is_fixed and entry.level.value != rule.level.value:
            raise RuleRefusal("check.fixed", field="level", article=rule.article)
    seen: set[str] = set()
    for own in settings.phrases:
        if not own.phrase.strip() or len(own.phrase) > LONGEST_PHRASE:
            raise InvalidInput("check.phrase_length", field="phrase", most=LONGEST_PHRASE)
        if not own.sentence.strip() or len(own.sentence) > LONGEST_SENTENCE:
            raise InvalidInput("check.sentence_length", field="sentence", most=LONGEST_SENTENCE)
        if own.phrase in seen:
            raise InvalidInput("check.phrase_twice", field="phrase", phrase=own.phrase)
        seen.add(own.phrase)


NOTHING_ASKED = CheckBook()
"""A book without rules: what a case is given where nothing is to be checked."""
