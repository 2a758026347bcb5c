"""From an expected refusal to a sentence that says where it is and what to do."""

from __future__ import annotations

from app.domain.errors import DomainError, StaleWrite
from app.domain.values.money import Money
from app.i18n.translator import Translator
from app.presenters.sentence_table import SENTENCES

_NO_ARTICLE = "（）"
"""What stands where the channel of a case has no article for what is refused."""


def sentence(translator: Translator, error: Exception) -> str:
    """Say what stands in the way; anything unexpected becomes one safe sentence and is logged elsewhere."""
    if isinstance(error, StaleWrite):
        fields = "、".join(error.conflicts) or translator.text("内容")
        return translator.text("他人刚保存过同一内容（{fields}），您的输入仍在。对照后再保存", fields=fields)
    if isinstance(error, DomainError):
        template = SENTENCES.get(error.code)
        if template is not None:
            told = translator.text(template, **_facts(error))
            return told if error.facts.get("article") else told.replace(_NO_ARTICLE, "")
        return translator.text("这一步不能完成（{code}）。输入已保留", code=error.code)
    return translator.text("出了意外，输入已保留。请重试，仍不行就复制详情给管理员")


def _facts(error: DomainError) -> dict[str, object]:
    facts: dict[str, object] = {}
    for name, value in error.facts.items():
        if name.endswith("_fen") and isinstance(value, int):
            facts[name.removesuffix("_fen")] = f"{Money(value).yuan:,.2f}"
        facts[name] = "" if value is None else value
    return facts
