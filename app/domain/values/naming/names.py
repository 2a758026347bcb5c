"""Names of people: cleaned as typed, their surname, and the pinyin initials people search by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import islice, product

from app.domain.values.naming.search_tokens import bigrams, index_tokens, query_tokens, search_terms
from app.domain.values.naming.surnames import COMPOUND, SINGLE
from app.domain.values.texts import clean_text

__all__ = [
    "MIDDLE_DOT",
    "bigrams",
    "clean_name",
    "index_tokens",
    "pinyin_initials",
    "query_tokens",
    "search_terms",
    "surname",
    "surname_initial",
]

MIDDLE_DOT = "\u00b7"
_DOTS = re.compile("[\u2022\u2027\u2219\u22c5\u30fb\uff65]")
_WIDE_SPACE = "\u3000"
# A sign with the variation selectors that choose its shape: together they are one character of a name.
_FIRST_SIGN = re.compile("(?s).[\ufe00-\ufe0f\U000e0100-\U000e01ef]*")
_WORD_OR_SIGN = re.compile(r"[A-Za-z]+|.", re.DOTALL)
_MOST_READINGS = 32


def clean_name(typed: str) -> str:
    """Bring a name to its one spelling: no blanks around, the middle dot as U+00B7, plain spaces.

    Everything else stays as typed, rare characters and Latin letters included.

    >>> clean_name("　阿依努尔•赛买提 ")
    '阿依努尔·赛买提'
    """
    return _DOTS.sub(MIDDLE_DOT, clean_text(typed).replace(_WIDE_SPACE, " ")).strip()


def surname(name: str) -> str:
    """Give the surname as written: 张, 欧阳; of names with a middle dot and of others the first sign.

    A compound surname is seen only where a given name follows: 东方 alone is 东 and 方.
    """
    cleaned = clean_name(name)
    if MIDDLE_DOT not in cleaned:
        compound = _compound(cleaned)
        if compound:
            return compound
    first = _FIRST_SIGN.match(cleaned)
    return first[0] if first else ""


def surname_initial(name: str) -> str:
    """Give the capital letter under which a name is filed: 单雄信 under S; empty where there is none."""
    initials = pinyin_initials(name)
    return initials[0][0].upper() if initials else ""


def pinyin_initials(name: str) -> tuple[str, ...]:
    """Give every likely string of initials, the likeliest first: 单田芳 → ('stf',), 乐嘉 → ('yj', 'lj').

    Surnames are read by our own table, for dictionaries give 单 as dan; the other characters by
    pypinyin (imported on first use, about a quarter of a second) with all their readings. Latin words give
    their first letter; dots, digits and characters without a reading give nothing. At most 32.
    """
    cleaned = clean_name(name)
    # Names with a middle dot are transcriptions: their first sign is a syllable, no surname.
    family = "" if MIDDLE_DOT in cleaned else surname(cleaned)
    first_letters = _family_letters(family)
    rest = cleaned[len(family) :] if first_letters else cleaned
    letters = [_letters(part) for part in _WORD_OR_SIGN.findall(_unmarked(rest))]
    choices = ([first_letters] if first_letters else []) + [found for found in letters if found]
    if not choices:
        return ()
    return tuple(islice(("".join(combined) for combined in product(*choices)), _MOST_READINGS))


def _unmarked(text: str) -> str:
    """Take the marks off Latin letters, for nobody types them in a search: Ó is filed under O."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def _compound(name: str) -> str:
    for length in (4, 2):
        if len(name) > length and name[:length] in COMPOUND:
            return name[:length]
    return ""


def _family_letters(family: str) -> tuple[str, ...]:
    """Give the initials of a surname in the table, one string per reading."""
    readings = COMPOUND.get(family) or SINGLE.get(family) or ()
    return _distinct("".join(syllable[0] for syllable in reading.split()) for reading in readings)


@cache
def _letters(part: str) -> tuple[str, ...]:
    if part.isascii():
        return (part[0].lower(),) if part[0].isalpha() else ()
    from pypinyin import Style, pinyin

    found = pinyin(part, style=Style.NORMAL, heteronym=True, errors="ignore")
    return _distinct(reading[0] for readings in found for reading in readings if reading)


def _distinct(letters: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(letter for letter in letters if letter.isascii() and letter.isalpha()))
