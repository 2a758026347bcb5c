"""Patterns of case and document numbers, as a committee writes them: （{year}）{org}人调字第{seq}号."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.domain.errors import InvalidInput
from app.domain.values.texts import clean_text

LONGEST_PATTERN = 80

_FIELD = re.compile(r"\{(?P<name>[^{}:]*)(?::(?P<padding>[^{}]*))?\}")
_PADDING = re.compile(r"0[1-9]")
_KNOWN = ("year", "org", "seq")


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """A checked pattern; the fields are ``{year}``, ``{org}`` and, exactly once, ``{seq}``.

    ``{seq:03}`` fills up with zeros to three digits and simply grows beyond: 007, 999, 1000.

    >>> NumberPattern.parse("{org}调受〔{year}〕{seq:03}号").format(2026, "友谊路", 7)
    '友谊路调受〔2026〕007号'
    """

    text: str

    @classmethod
    def parse(cls, typed: str) -> NumberPattern:
        """Check a pattern as typed in the settings.

        Raises InvalidInput ``number_pattern.empty``, ``.too_long`` (fact ``limit``), ``.characters`` (line
        ends and signs nobody sees), ``.unknown_field`` (fact ``found``), ``.padding`` (only 01 to 09,
        only for seq), ``.braces`` (unpaired), ``.seq_missing`` or ``.seq_repeated``.
        """
        text = typed.strip()
        if not text:
            raise InvalidInput("number_pattern.empty")
        if len(text) > LONGEST_PATTERN:
            raise InvalidInput("number_pattern.too_long", limit=LONGEST_PATTERN)
        if clean_text(text) != text or "\n" in text or "\t" in text:
            raise InvalidInput("number_pattern.characters")
        names = [_checked_field(match) for match in _FIELD.finditer(text)]
        if re.search(r"[{}]", _FIELD.sub("", text)):
            raise InvalidInput("number_pattern.braces", typed=typed)
        if "seq" not in names:
            raise InvalidInput("number_pattern.seq_missing", typed=typed)
        if names.count("seq") > 1:
            raise InvalidInput("number_pattern.seq_repeated", typed=typed)
        return cls(text)

    @property
    def fields(self) -> frozenset[str]:
        """The fields the pattern uses; without ``year`` a series must not start anew each year."""
        return frozenset(match["name"] for match in _FIELD.finditer(self.text))

    def format(self, year: int, org: str, seq: int) -> str:
        """Write a number; braces inside ``org`` are ordinary signs. ValueError for seq below 1."""
        if seq < 1:
            message = f"numbers start at 1, not {seq}"
            raise ValueError(message)

        def filled(match: re.Match[str]) -> str:
            if match["name"] == "seq":
                return str(seq).zfill(int(match["padding"] or 0))
            return org if match["name"] == "org" else f"{year:04}"

        return _FIELD.sub(filled, self.text)

    def __str__(self) -> str:
        return self.text


def _checked_field(match: re.Match[str]) -> str:
    name = match["name"]
    if name not in _KNOWN:
        raise InvalidInput("number_pattern.unknown_field", found=name, known=", ".join(_KNOWN))
    padding = match["padding"]
    if padding is not None and (name != "seq" or _PADDING.fullmatch(padding) is None):
        raise InvalidInput("number_pattern.padding", found=match[0])
    return name
