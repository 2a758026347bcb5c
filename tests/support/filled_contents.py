"""Fills every field of any contents from its type hints, and says what of it must be found on paper."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from random import Random

from app.domain.filing.paper_words import PaperWords
from app.domain.filing.wordings.local import OwnText
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.money import Money
from tests.support.pdf_reading import squash

COMMON = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对"
    "成会可主发年动同工也能下过子说产种面而方后多定行学法所民"
)
RARE = "𬱖䶮㛃𠅤㙓𬍛𬭚𫖯𬘡𡐓䢺㑇㭎"
MARKS = "，。、；：？！（）《》“”‘’【】—…～·％℃㎡☐☑￥①㈠Ⅲ"
LATIN = "abcXYZ0123456789.,%/+=@ "
UYGHUR = ("ئابدۇللا", "مەمەت", "قاراماي", "شەھىرى", "تۇرسۇن ئايشەم")
DUTIES = ("包调查", "包调处", "包办结", "包回访")
MANY = frozenset(
    {"parties", "signers", "consents", "clauses", "instalments", "items", "shares", "lines", "statements"}
)
LONG = frozenset(
    {
        "facts",
        "record",
        "requests",
        "text",
        "measures",
        "outcome",
        "matters",
        "responsibilities",
        "performance",
        "reply",
        "matter",
    }
)
_MOST_FEN = 10**13
_FULL_PAGE = 60  # signs: the narrowest column of any form holds more on one page


class Filler:
    """Makes values of any type; ``many`` is the length of the first long list met, such as the parties."""

    def __init__(self, seed: int, *, many: int = 2, has_uyghur: bool = False) -> None:
        self._random = Random(seed)
        self._many = many
        self._has_uyghur = has_uyghur

    def fill(self, kind: type, name: str = "", position: int = 1) -> object:
        """Make a value with no field empty."""
        origin = typing.get_origin(kind)
        if origin in {typing.Union, types.UnionType}:
            [given] = [option for option in typing.get_args(kind) if option is not type(None)]
            return self.fill(given, name)
        if origin is tuple:
            [entry, _dots] = typing.get_args(kind)
            if entry is OwnText:  # contents have the default wording; local ones have tests of their own
                return ()
            return tuple(self.fill(entry, name, place) for place in range(1, self._length(name) + 1))
        if is_dataclass(kind) and kind is not Money:
            hints = typing.get_type_hints(kind)
            named = [entry.name for entry in fields(kind)]
            return kind(**{key: self.fill(hints[key], key, position) for key in named})
        return self._leaf(kind, name, position)

    def _leaf(self, kind: type, name: str, position: int) -> object:
        pick = self._random
        if kind is str:
            return self.text(name)
        if kind is bool:
            return pick.choice((False, True))
        if kind is int:
            return position if name == "position" else pick.randint(2, 108)
        if issubclass(kind, Enum):
            return pick.choice(list(kind))
        return self._exact(kind)

    def _exact(self, kind: type) -> object:
        """Make a sum, a day or a moment; China's clocks have stood eight hours ahead since 1992."""
        pick = self._random
        if kind is Money:
            return Money(pick.randrange(_MOST_FEN))
        day = date(pick.randint(1992, 2199), pick.randint(1, 12), pick.randint(1, 28))
        if kind is date:
            return day
        if kind is datetime:
            return datetime.combine(day, time(pick.randrange(24), pick.randrange(60)), SHANGHAI)
        raise TypeError(f"no value is made of {kind}")

    def text(self, name: str) -> str:
        """Make a text of signs that are hard on a typesetter; it is never blank."""
        pick = self._random
        if name == "duty":
            return pick.choice(DUTIES)
        length = pick.randint(3, 14)
        if name in LONG and pick.random() < 0.3:
            length = pick.randint(200, 1500)
        alphabets = pick.choices((COMMON, RARE, MARKS, LATIN), (75, 8, 9, 8), k=length)
        text = "".join(map(pick.choice, alphabets)) + pick.choice(RARE)
        if pick.random() < 0.08:
            text = text[:2] + "\n" + text[2:]
        if self._has_uyghur:  # pypdf turns marks round that follow this script at the start of the next cell
            text = pick.choice(COMMON) + text
        if self._has_uyghur and pick.random() < 0.1:
            text += pick.choice(UYGHUR)
        return text

    def _length(self, name: str) -> int:
        if name not in MANY:
            return self._random.randint(1, 3) if self._many < 10 else 1
        return self._many if name in {"parties", "signers"} else self._random.randint(1, 9)


def told(value: object, name: str = "") -> Iterator[str]:
    """Give what must stand on paper of a value: every text, and days, sums and counts as they are written."""
    if isinstance(value, tuple):
        for entry in value:
            yield from told(entry, name)
    elif isinstance(value, PaperWords):
        yield squash(value.title)  # its other words stand where a form speaks of who mediates, if it does
    elif is_dataclass(value) and not isinstance(value, Money):
        for entry in fields(value):
            yield from told(getattr(value, entry.name), entry.name)
    elif isinstance(value, Enum):
        yield str(getattr(value, "term", ""))
    elif isinstance(value, str):
        yield squash(value)
    elif isinstance(value, int) and not isinstance(value, bool):
        forms = {"age": f"{value}岁", "headcount": f"{value}人", "sequence": f"第{value}次调解"}
        yield forms.get(name, "")
    else:
        yield from _exactly_told(value)


def _exactly_told(value: object) -> Iterator[str]:
    if isinstance(value, Money):
        yield f"{Decimal(value.fen) / 100:,.2f}"
    if isinstance(value, datetime):
        yield f"{value.hour}时{value.minute:02}分"
    if isinstance(value, date):
        yield f"{value.year}年{value.month}月{value.day}日"


def is_found(text: str, pages: list[str]) -> bool:
    """Say whether a text stands on a page, or begins on one and goes on over the next ones.

    Pages between the first and the last it stands on are full of it; a text scattered sign by sign
    over many pages is not found.
    """
    return any(
        text in page or _goes_on(text, pages, place, least=1) for place, page in enumerate(pages[:-1])
    ) or (text in pages[-1])


def _goes_on(text: str, pages: list[str], place: int, *, least: int) -> bool:
    """Say whether ``text`` begins on a page with ``least`` signs and goes on over the next ones."""
    if place + 1 == len(pages):
        return False
    low, high = 0, len(text)
    while low + 1 < high:  # the longest beginning that stands on this page
        middle = (low + high) // 2
        low, high = (middle, high) if text[:middle] in pages[place] else (low, middle)
    for length in range(low, max(low - 4, least - 1), -1):
        rest = text[length:]
        if rest in pages[place + 1] or _goes_on(rest, pages, place + 1, least=_FULL_PAGE):
            return True
    return False


class Prose(Filler):
    """Fills texts with sentences as people write them, so that a fault found is one of setting."""

    _WORDS = (
        "调解员", "物业公司", "墙面修缮费用", "漏水", "楼上住户", "（含当日）", "12,800.00元",
        "2026年11月20日", "《民法典》", "“协商一致”", "付清",
        "现场查看", "双方", "改回排水口", "第三条", "鉴定", "证人到场",
    )  # fmt: skip
    _MARKS = "，，，、；："

    def text(self, name: str) -> str:
        """Make some clauses; longer ones where people write at length."""
        pick = self._random
        if name == "duty":
            return pick.choice(DUTIES)
        if name in {"number", "phone", "identity_number", "credit_code", "licence_number"}:
            return str(pick.randrange(10**8, 10**11))
        if name not in LONG | _SAID_AT_LENGTH:
            return "".join(pick.choices(self._WORDS[:5], k=pick.randint(1, 3)))
        clauses = (
            "".join(pick.choices(self._WORDS, k=pick.randint(2, 5))) for _n in range(pick.randint(2, 14))
        )
        return "".join(clause + pick.choice(self._MARKS) for clause in clauses)[:-1] + "。"


_SAID_AT_LENGTH = frozenset(
    {"note", "reason", "what", "question", "remarks", "terms", "close_result", "said"}
)
