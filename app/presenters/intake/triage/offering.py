"""The advice and the warnings in words, as the cards show them."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.domain.disputes.handling import HandlingMode
from app.domain.disputes.risk.grading import RiskFinding
from app.domain.disputes.sources import MediationChannel, RiskLevel
from app.domain.disputes.triage.advice import Suggestion
from app.presenters.desk import Desk
from app.presenters.triage.reason_words import ReasonWords
from app.presenters.triage.shown import AdviceOffer, OtherLine, ReasonLine, RiskWarning


class Offering:
    """Words offers and warnings in one language."""

    def __init__(self, desk: Desk, limit: Callable[[MediationChannel], str]) -> None:
        self._say, self._limit = desk.translator.text, limit
        self._words = ReasonWords(desk)

    def reasons_told(self, suggestion: Suggestion) -> str:
        """Give the reasons that speak for a suggestion, one a line, as they stay on record."""
        return "\n".join(f"{words} {points:+}" for words, points in self._words.lines(suggestion) if points)

    def offer(
        self,
        suggestions: tuple[Suggestion, ...],
        chosen: Suggestion,
        mode: HandlingMode | None,
        taken: UUID | None,
    ) -> AdviceOffer:
        """Word the advice: the first with its reasons, two others, and what speaks against the chosen one."""
        first, *others = suggestions
        is_other = chosen.unit_id != first.unit_id
        return AdviceOffer(
            channel=self._limited(first),
            unit=first.unit_name,
            who=self._words.who(first),
            points=str(first.points),
            reasons=self._reasons(first, only_met=True),
            others=self._others(others),
            units=tuple(
                (
                    one.unit_id,
                    self._say(
                        "{unit}　{points}　{limit}",
                        unit=one.unit_name,
                        points=one.points,
                        limit=self._limit(one.channel),
                    ).rstrip("　"),
                )
                for one in suggestions
                if one.unit_id is not None
            ),
            chosen=chosen.unit_id,
            is_taken=taken is not None,
            asks_reason=is_other,
            why_chosen=self._reasons(chosen, only_met=False) if is_other else (),
            mode=self._say("方式建议：{mode}", mode=self._say(mode.term)) if mode else "",
        )

    def warning(self, found: RiskFinding, dismissed: str) -> RiskWarning:
        """Word a warning, with what it demands and by what source."""
        trigger = found.trigger
        mark = "" if trigger.is_verified else self._say("（未核实）")
        return RiskWarning(
            code=trigger.code,
            title=self._say(
                "{name}　{level}风险", name=self._say(trigger.name), level=self._say(trigger.level.term)
            ),
            told="、".join(self._say(word) for word in found.told),
            demand=self._say(
                "{demand}；依据{source}{mark}",
                demand=self._say(trigger.demand.term),
                source=trigger.source,
                mark=mark,
            ),
            is_grave=trigger.level in {RiskLevel.HIGH, RiskLevel.VERY_HIGH},
            dismissed=dismissed,
        )

    def _reasons(self, suggestion: Suggestion, *, only_met: bool) -> tuple[ReasonLine, ...]:
        lines = self._words.lines(suggestion, only_met=only_met)
        passed = self._words.passed_over(suggestion)
        return (
            *(ReasonLine(words, f"{points:+}" if points else "", points > 0) for words, points in lines),
            *(ReasonLine(words, "", is_met=False) for words in passed),
        )

    def _others(self, others: list[Suggestion]) -> tuple[OtherLine, ...]:
        places = (self._say("次选"), self._say("再次"))
        return tuple(
            OtherLine(place, f"{self._limited(one)}　{one.unit_name}", str(one.points))
            for place, one in zip(places, others, strict=False)
        )

    def _limited(self, one: Suggestion) -> str:
        """Name the channel of a suggestion with how long it may take."""
        limit, name = self._limit(one.channel), self._say(one.channel.term)
        return self._say("{channel}（{limit}）", channel=name, limit=limit) if limit else name
