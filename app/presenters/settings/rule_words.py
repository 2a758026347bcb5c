"""The rows of the deadline catalogue in words: what, how long, from what, for whom, by what."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.duties.clock_words import period_in_words
from app.domain.duties.deadlines.catalogue import Catalogue, DeadlineRule
from app.i18n.formats import Formats
from app.i18n.translator import Translator


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule in the table; ``mark`` is 未核实, 本地设置 or empty."""

    id: str
    what: str
    name: str
    period: str
    start: str
    mark: str
    is_unverified: bool
    source: str

    @property
    def spoken(self) -> str:
        """Give the row as one sentence."""
        parts = (self.id, self.what, self.name, self.period, self.start, self.mark)
        return "，".join(part for part in parts if part)


class RuleWords:
    """Words rules in one language."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._say, self._formats = translator.text, formats

    def rows(self, catalogue: Catalogue) -> tuple[RuleRow, ...]:
        """Give one row for each rule, as its latest version stands."""
        latest = {rule.id: rule for rule in catalogue.rows}
        return tuple(self.row(rule) for rule in latest.values())

    def row(self, rule: DeadlineRule) -> RuleRow:
        """Word one rule."""
        return RuleRow(
            id=rule.id,
            what=self._say(rule.kind.term),
            name=self._say(rule.name),
            period=self.period(rule),
            start=self._starts(rule),
            mark=self._mark(rule),
            is_unverified=not rule.is_verified,
            source=rule.source,
        )

    def period(self, rule: DeadlineRule) -> str:
        """Say how long a rule runs."""
        return self._say("按层级时限表") if rule.period is None else self._say(period_in_words(rule.period))

    def details(self, rule: DeadlineRule) -> tuple[tuple[str, str], ...]:
        """Tell everything about a rule, line by line."""
        say = self._say
        exclusions = "、".join(say(entry.term) for entry in rule.exclusions)
        told = (
            (say("多长"), self.period(rule)),
            (say("从何时起"), self._starts(rule)),
            (say("到何时止"), "、".join(say(trigger.term) for trigger in rule.until)),
            (say("适用"), self._concerned(rule)),
            (say("扣除"), exclusions or say("无，一天不扣")),
            (say("延长"), say(rule.extension_by.term)),
            (say("期满"), say("权利过期，时钟不再显示") if rule.lapses else say("只提醒，案件状态不变")),
            (say("说明"), rule.note),
            (say("依据"), rule.article or rule.source),
            (say("把握"), self._confidence(rule)),
            (say("施行"), self._validity(rule)),
        )
        return tuple((label, value) for label, value in told if value)

    def _starts(self, rule: DeadlineRule) -> str:
        events = self._say("或者").join(self._say(trigger.term) for trigger in rule.triggers)
        return self._say("{rule} 届满，{events}后", rule=rule.after, events=events) if rule.after else events

    def _mark(self, rule: DeadlineRule) -> str:
        marks = (
            self._say("本地设置") if rule.is_own else "",
            "" if rule.is_verified else self._say("未核实"),
        )
        return "　".join(mark for mark in marks if mark)

    def _concerned(self, rule: DeadlineRule) -> str:
        say = self._say
        lists = (
            [say(entry.term) for entry in rule.channels],
            [say(entry.term) for entry in rule.sources],
        )
        told = "；".join("、".join(names) for names in lists if names)
        return told or say("全部")

    def _confidence(self, rule: DeadlineRule) -> str:
        say = self._say
        if rule.is_verified:
            return say("已核实")
        return say("未核实（把握{level}）", level=say(rule.confidence.term))

    def _validity(self, rule: DeadlineRule) -> str:
        since = self._say("{day} 起", day=self._formats.day(rule.valid_from))
        if rule.valid_to is None:
            return since
        return f"{since}{self._say('，{day} 止', day=self._formats.day(rule.valid_to))}"
