"""Contents made up for looking at a form: every field filled with something else, none of it anybody's."""

from __future__ import annotations

import types
import typing
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from itertools import count
from typing import TypeVar, cast

from app.domain.filing.paper_words import PEOPLES_WORDS, PaperWords
from app.domain.filing.wordings.local import OwnText
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.money import Money

T = TypeVar("T")
_FIRST_DAY = date(2026, 3, 2)
_COUNTS = {"copies": 4, "party_copies": 2, "age": 46, "sequence": 1}
_FEW = 2
_WORDS = {
    "committee": "示例社区人民调解委员会",
    "organisation": "示例社区人民调解委员会",
    "number": "（2026）示例第{n}号",
    "agreement_number": "（2026）示例人调字第{n}号",
    "title": "示例甲与示例乙漏水纠纷",
    "facts": "示例内容：楼上厨房水管漏水，浸湿楼下吊顶和墙面，双方就赔偿数额各执一词（{n}）。",
    "requests": "示例内容：修复漏水处，赔偿损失（{n}）。",
    "text": "示例内容：乙方于约定日期前向甲方付清约定款项（{n}）。",
    "reason": "示例原因{n}",
    "place": "示例调解室{n}",
    "address": "示例市示例路{n}号",
    "phone": "0990-00000{n}",
    "service": "示例法律援助{n}",
    "interface": "示例诉调对接{n}",
    "act": "移送{n}",
    "court": "示例市人民法院{n}",
    "label": "示例当事人{n}",
    "name": "示例姓名{n}",
}
"""What stands in fields of these names; all others are filled by number."""


def example(kind: type[T], *, is_sparse: bool = False) -> T:
    """Make contents of a kind; ``is_sparse`` leaves out whatever a form can do without."""
    return cast("T", _Maker(is_sparse=is_sparse).make(kind, "", 1))


class _Maker:
    """Counts what it makes, so that no two fields hold the same and a lost one is missed."""

    def __init__(self, *, is_sparse: bool) -> None:
        self._is_sparse = is_sparse
        self._numbers = count(11)

    def make(self, kind: object, name: str, position: int) -> object:
        """Make a value of a type for a field."""
        origin = typing.get_origin(kind)
        if origin in {typing.Union, types.UnionType}:
            if self._is_sparse:
                return None
            [given] = [option for option in typing.get_args(kind) if option is not type(None)]
            return self.make(given, name, position)
        if origin is tuple:
            entry = typing.get_args(kind)[0]
            length = 0 if entry is OwnText else _FEW
            return tuple(self.make(entry, name, place) for place in range(1, length + 1))
        if kind is PaperWords:
            return PEOPLES_WORDS
        if isinstance(kind, type) and is_dataclass(kind) and kind is not Money:
            return self._filled(kind, position)
        return self._leaf(kind, name, position)

    def _filled(self, kind: type, position: int) -> object:
        hints = typing.get_type_hints(kind)
        return kind(
            **{
                entry.name: self.make(hints[entry.name], entry.name, position)
                for entry in fields(kind)
                if not (self._is_sparse and _has_default(entry))
            }
        )

    def _leaf(self, kind: object, name: str, position: int) -> object:
        if kind is str:
            return _WORDS.get(name, "示例{n}").format(n=next(self._numbers))
        if kind is bool:
            return not self._is_sparse
        if kind is int:
            return position if name == "position" else _COUNTS.get(name, _FEW)
        if kind is Money:
            return Money.of_yuan(str(12000 + next(self._numbers)))
        if isinstance(kind, type) and issubclass(kind, Enum):
            return next(iter(kind))
        day = _FIRST_DAY + timedelta(days=next(self._numbers))
        return datetime.combine(day, time(10, 30), SHANGHAI) if kind is datetime else day


def _has_default(entry: Field[object]) -> bool:
    return entry.default is not MISSING or entry.default_factory is not MISSING
