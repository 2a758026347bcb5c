"""The reasons of a suggestion as sentences, for and against."""

from __future__ import annotations

from app.domain.disputes.triage.advice import Suggestion, TriageReason
from app.domain.disputes.triage.availability import AvailabilityKind
from app.domain.disputes.triage.rules import TriageCriterion
from app.presenters.desk import Desk
from app.presenters.triage.availability_words import AvailabilityWords

_C = TriageCriterion


class ReasonWords:
    """Words reasons in one language."""

    def __init__(self, desk: Desk) -> None:
        self._say = desk.translator.text
        self._there = AvailabilityWords(desk)

    def sentence(self, suggestion: Suggestion, reason: TriageReason) -> str:
        """Say why a criterion speaks for a suggestion or does not; empty where nothing is worth saying."""
        told = (*reason.told, "", "")
        met, unmet = {
            _C.TYPE: self._type(suggestion, told[0]),
            _C.TERRITORY: (self._say("{place}属其辖区", place=told[0]), self._say("发生地不在其辖区")),
            _C.TIER: self._tier(told[0], told[1]),
            _C.SOURCE: (
                self._say("承接{source}", source=self._say(told[0])),
                self._say("不承接{source}", source=self._say(told[0])),
            ),
            _C.RELATED: (
                self._say("同一当事人 {n} 件正在此处办理：{numbers}", n=told[0], numbers=told[1]),
                "",
            ),
            _C.LANGUAGE: (
                self._say("{name}会{languages}", name=told[0], languages=told[1]),
                self._say("{name}不会{languages}", name=told[0], languages=told[1]),
            ),
            _C.SPECIALTY: (self._say("{name}专长{type}", name=told[0], type=told[1]), ""),
            _C.CAPACITY: (
                self._say("{name}在办 {n} 件，尚有余力", name=told[0], n=told[1]),
                self._say("{name}已在办 {n} 件", name=told[0], n=told[1]),
            ),
            _C.RESIDENCY: (self._availability(suggestion, reason),) * 2,
            _C.OWN: (self._say("本单位窗口收到，当场可办"), self._say("须移送办理")),
        }[reason.criterion]
        return met if reason.is_met else unmet

    def lines(self, suggestion: Suggestion, *, only_met: bool = False) -> tuple[tuple[str, int], ...]:
        """Give all reasons as (sentence, points), those that speak for it first.

        ``only_met`` leaves out what gives nothing, but never how the mediator is there.
        """
        ordered = sorted(suggestion.reasons, key=lambda reason: -reason.points)
        said = (
            (self.sentence(suggestion, reason), reason.points)
            for reason in ordered
            if reason.points or not only_met or reason.availability is not None
        )
        return tuple((words, points) for words, points in said if words)

    def passed_over(self, suggestion: Suggestion) -> tuple[str, ...]:
        """Say why mediators who suit better were not proposed."""
        return tuple(
            self._there.passed_over(reason.told[0], suggestion.unit_name, found)
            for reason in suggestion.passed_over
            if (found := reason.availability) is not None
        )

    def who(self, suggestion: Suggestion) -> str:
        """Say who of the unit can take it on; empty where it has nobody here."""
        found = suggestion.availability
        if not suggestion.mediator_name or found is None:
            return ""
        if found.kind is AvailabilityKind.ON_LEAVE:
            told = self._there.sentence(suggestion.mediator_name, suggestion.unit_name, found)
            return self._say("{leave}，此前没有更合适的人", leave=told)
        name, mode = suggestion.mediator_name, self._say(found.mode.term)
        return self._say("可由 {name}（{mode}）承办", name=name, mode=mode)

    def _availability(self, suggestion: Suggestion, reason: TriageReason) -> str:
        found = reason.availability
        if found is None:
            return ""
        return self._there.sentence(reason.told[0], suggestion.unit_name, found)

    def _type(self, suggestion: Suggestion, name: str) -> tuple[str, str]:
        if not name:
            return "", self._say("纠纷类型未填")
        return (
            self._say("{type}类归{unit}", type=name, unit=suggestion.unit_name),
            self._say("{type}类不在其归口", type=name),
        )

    def _tier(self, tier: str, wanted: str) -> tuple[str, str]:
        return (
            self._say("{tier}级，与风险相当", tier=tier),
            self._say("这样的风险由{tier}级办理", tier=wanted) if wanted else "",
        )
