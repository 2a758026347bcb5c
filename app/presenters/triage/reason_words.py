"""The reasons of a suggestion as sentences, for and against."""

from __future__ import annotations

from app.domain.disputes.triage.advice import Suggestion, TriageReason
from app.domain.disputes.triage.rules import TriageCriterion
from app.i18n.translator import Translator

_C = TriageCriterion


class ReasonWords:
    """Words reasons in one language."""

    def __init__(self, translator: Translator) -> None:
        self._say = translator.text

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
            _C.RESIDENCY: (
                self._say("{name}{mode}", name=told[0], mode=self._say(told[1])),
                self._say("{name}{mode}", name=told[0], mode=self._say(told[1])),
            ),
            _C.OWN: (self._say("本单位窗口收到，当场可办"), self._say("须移送办理")),
        }[reason.criterion]
        return met if reason.is_met else unmet

    def lines(self, suggestion: Suggestion) -> tuple[tuple[str, int], ...]:
        """Give all reasons as (sentence, points), those that speak for it first."""
        ordered = sorted(suggestion.reasons, key=lambda reason: -reason.points)
        said = ((self.sentence(suggestion, reason), reason.points) for reason in ordered)
        return tuple((words, points) for words, points in said if words)

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
