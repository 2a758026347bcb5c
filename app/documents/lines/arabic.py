"""Right-to-left writing: joins the letters of Uyghur, Kazakh and Arabic, orders each line for the eye.

Lines are broken in the order of speech first; each line is then ordered on its own. Ordering a whole
text before breaking it would put its end into the first line.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from app.documents.lines.brackets import resolve_brackets

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FORM_BLOCKS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))
_JOINING = frozenset("\u0640\u200d")  # tatweel and joiner: letters join them on both sides
_ISOLATES = frozenset("\u2066\u2067\u2068\u2069")
_AE = "\u06d5"
_HEH = "\u0647"


class Joined(NamedTuple):
    """A form to draw and the letters it stands for."""

    shown: str
    meaning: str


class Ordered(NamedTuple):
    """A character of a line in visual order: its place in the line, the sign to draw, its level.

    Characters of one odd level run from right to left.
    """

    place: int
    sign: str
    level: int


class _Forms(NamedTuple):
    letters: dict[str, dict[str, str]]  # letter -> <isolated>, <initial>, <medial>, <final> -> form
    pairs: dict[tuple[str, str], str]  # (pair of letters, <isolated> or <final>) -> form


def has_right_to_left(text: str) -> bool:
    """Say whether any character of ``text`` is written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def is_right_to_left(text: str) -> bool:
    """Say whether ``text`` as a whole runs from right to left: by its first letter with a direction."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def join_letters(text: str) -> list[Joined]:
    """Give each letter the form its neighbours ask for; lam and alef become one form as they must.

    The meanings, put together, are ``text`` again. Characters that do not join stay as they are.
    """
    forms = _forms()
    joined: list[Joined] = []
    place = 0
    while place < len(text):
        before, after = _neighbours(text, place, forms)
        pair = text[place : place + 2]
        kind = "<final>" if before else "<isolated>"
        if (pair, kind) in forms.pairs:
            # PDF readers differ in how they turn round a sign that stands for two letters: so the
            # pair is drawn as the lam, and a joiner without width after it is read as the alef.
            joined += [Joined(forms.pairs[pair, kind], pair[0]), Joined("\u200d", pair[1])]
            place += 2
            continue
        letter = text[place]
        if after:
            kind = "<medial>" if before else "<initial>"
        joined.append(Joined(forms.letters.get(letter, {}).get(kind, letter), letter))
        place += 1
    return joined


def visual_order(shown: str, *, from_right: bool) -> list[Ordered]:
    """Return the characters of one line from left to right.

    Brackets are mirrored where they stand between right-to-left words. Direction marks, which the
    rules of ordering take out, are put back behind the character they followed.
    """
    from bidi import algorithm  # on use: few documents need it

    storage = algorithm.get_empty_storage()
    storage["base_level"] = int(from_right)
    storage["base_dir"] = "R" if from_right else "L"
    algorithm.get_embedding_levels(shown, storage)
    for place, entry in enumerate(storage["chars"]):
        entry["place"] = place
    # The library is older than the isolates and stops at them: they are put back with the other marks.
    storage["chars"] = [entry for entry in storage["chars"] if entry["ch"] not in _ISOLATES]
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    resolve_brackets(storage["chars"])
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    algorithm.reorder_resolved_levels(storage, debug=False)
    algorithm.apply_mirroring(storage, debug=False)
    ordered = [
        Ordered(int(entry["place"]), str(entry["ch"]), int(entry["level"])) for entry in storage["chars"]
    ]
    return _with_marks(ordered, shown)


def _with_marks(ordered: list[Ordered], shown: str) -> list[Ordered]:
    """Put the direction marks that were taken out beside the character they followed."""
    if len(ordered) == len(shown):
        return ordered
    kept = {sign.place for sign in ordered}
    taken = [place for place in range(len(shown)) if place not in kept]
    result = [Ordered(place, shown[place], 0) for place in taken if not kept or place < min(kept)]
    for sign in ordered:
        marks = []
        follower = sign.place + 1
        while follower < len(shown) and follower not in kept:
            marks.append(Ordered(follower, shown[follower], sign.level))
            follower += 1
        result.extend([*reversed(marks), sign] if sign.level % 2 else [sign, *marks])
    return result


def _neighbours(text: str, place: int, forms: _Forms) -> tuple[bool, bool]:
    """Say whether the letter at ``place`` joins the one before and the one after it."""
    previous = _next_letter(text, place, -1)
    follower = _next_letter(text, place, 1)
    letter = text[place]
    before = _joins_on(previous, forms) and _joins_back(letter, forms)
    after = _joins_on(letter, forms) and _joins_back(follower, forms)
    return before, after


def _next_letter(text: str, place: int, step: int) -> str:
    """Return the neighbour, looking past vowel signs, which do not part letters."""
    place += step
    while 0 <= place < len(text):
        if unicodedata.category(text[place]) != "Mn":
            return text[place]
        place += step
    return ""


def _joins_on(letter: str, forms: _Forms) -> bool:
    return letter in _JOINING or "<initial>" in forms.letters.get(letter, {})


def _joins_back(letter: str, forms: _Forms) -> bool:
    return letter in _JOINING or "<final>" in forms.letters.get(letter, {})


@cache
def _forms() -> _Forms:
    """Read the forms from Unicode's own decompositions, so that no letter is forgotten by hand."""
    letters: dict[str, dict[str, str]] = {}
    pairs: dict[tuple[str, str], str] = {}
    for block in _FORM_BLOCKS:
        for code_point in block:
            kind, *parts = unicodedata.decomposition(chr(code_point)).split() or [""]
            meaning = "".join(chr(int(part, 16)) for part in parts)
            if len(meaning) == 1:
                letters.setdefault(meaning, {})[kind] = chr(code_point)
            elif len(meaning) == 2 and meaning[0] == "\u0644" and meaning[1] in "\u0622\u0623\u0625\u0627":  # noqa: PLR2004
                pairs[meaning, kind] = chr(code_point)
    # AE, Uyghur's ە, has no final form in Unicode; it is drawn as that of heh, which looks the same.
    letters[_AE] = {"<final>": letters[_HEH]["<final>"]}
    return _Forms(letters, pairs)
