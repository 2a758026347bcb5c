"""What a text is found by: the same tokens for SQLite's FTS5 and for PostgreSQL's text[] under GIN.

Chinese has no word breaks, so runs of Han characters are cut into overlapping pairs (bigrams).

Index side, `index_tokens`: every single character and every pair of each run, and every word.
Query side, `query_tokens`: of a run of one character that character, of a longer run its pairs,
and every word. A record is found when it has ALL tokens of the query. So 王, 王五 and 王五与赵六的
土地纠纷 are all found by the same rule; for runs of three and more the pairs could, rarely, stand
apart in the text, on both engines alike.

FTS5 gets the tokens joined by spaces, tokenize='unicode61', and a query of quoted tokens joined by
AND; PostgreSQL gets the list as text[] and `tokens @> query`. An empty query finds nothing: the
caller decides what an empty box means.

Han tokens are stored as they are. Measured on the engine we ship (SQLite 3.53.4): of the 307,224 code
points treated as Han, all extensions and the private areas of older systems included, all but the 113
radicals of U+2E80 are token characters of unicode61 and come back unchanged; writing them in
hexadecimal instead made the index 4 % larger and took twice the time to fill. The radicals, and letters
outside ASCII, are written as ``u`` and hexadecimal: unicode61 drops, folds or cuts them (é to e, Arabic
vowel signs), PostgreSQL does not, so results would differ.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

LONGEST_WORD = 64
"""Longer words are cut here, on both sides: a GIN key or FTS5 token must not outgrow its page."""

# Radicals, 々〇, kana, bopomofo, Han of plane 0, private use, compatibility, planes 2, 3, 15, 16;
# runs of Hangul too have their breaks in any place.
_HAN = (
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\ue000-\ufaff"
    "\U00020000-\U0003fffd\U000f0000-\U000ffffd\U00100000-\U0010fffd"
)
_NOT_STORED_AS_IT_IS = re.compile(f"[\u2e80-\u2fdf]|[^\\x00-\\x7f{_HAN}]")
_HAN_RUN = re.compile(f"[{_HAN}]+")
_HAN_RUN_OVER_BLANKS = re.compile(rf"[{_HAN}](?:\s*[{_HAN}])*")
# Variation selectors and joiners are no characters of their own; a name is found with or without its dot.
_IGNORED = re.compile(
    "[\u00ad\u00b7\u2022\u2027\u2219\u22c5\u30fb\u200b-\u200f\u2060\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)


def index_tokens(text: str) -> list[str]:
    """Give the tokens under which a text is stored, each once, in the order of their first place.

    Blanks between Han characters are read over, so that 张　三 typed to fill a line, and a word broken by
    a line end, are found as 张三.
    """
    folded = _folded(text)
    tokens: dict[str, None] = {}
    for match in _HAN_RUN_OVER_BLANKS.finditer(folded):
        run = "".join(match[0].split())
        tokens.update(dict.fromkeys(run))
        tokens.update(dict.fromkeys(_pairs(run)))
    tokens.update(dict.fromkeys(_words(folded)))
    return [_stored(token) for token in tokens]


def query_tokens(text: str) -> list[str]:
    """Give the tokens that a record must all have to be found; blanks part a query into several runs."""
    folded = _folded(text)
    tokens: dict[str, None] = {}
    for run in _HAN_RUN.findall(folded):
        tokens.update(dict.fromkeys(_pairs(run) or [run]))
    tokens.update(dict.fromkeys(_words(folded)))
    return [_stored(token) for token in tokens]


def bigrams(text: str) -> list[str]:
    """Give the overlapping pairs of each run of Han characters, by code points, and the words whole.

    >>> bigrams("土地纠纷 A-12")
    ['土地', '地纠', '纠纷', 'a', '12']
    """
    folded = _folded(text)
    pairs = [pair for run in _HAN_RUN.findall(folded) for pair in _pairs(run)]
    return pairs + list(_words(folded))


def search_terms(text: str) -> list[str]:
    """Give each Han character by itself, and the words whole."""
    folded = _folded(text)
    return [sign for run in _HAN_RUN.findall(folded) for sign in run] + list(_words(folded))


def _folded(text: str) -> str:
    """Make equal what people take for equal: width, case and composed letters (NFKC)."""
    composed = unicodedata.normalize("NFKC", _IGNORED.sub("", text))
    return _IGNORED.sub("", unicodedata.normalize("NFKC", composed.casefold()))


def _pairs(run: str) -> list[str]:
    return [run[place : place + 2] for place in range(len(run) - 1)]


def _words(folded: str) -> Iterator[str]:
    """Find the runs of letters, digits and their marks between everything else, Han included."""
    word = ""
    for sign in _HAN_RUN.sub(" ", folded) + " ":
        if sign.isalnum() or (word and unicodedata.category(sign).startswith("M")):
            word += sign
        elif word:
            yield word[:LONGEST_WORD]
            word = ""


def _stored(token: str) -> str:
    """Write a token so that no engine changes it: Han and ASCII as they are, else u and hexadecimal."""
    return _NOT_STORED_AS_IT_IS.sub(lambda sign: f"u{ord(sign[0]):x}", token)
