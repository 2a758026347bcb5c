"""Which characters cannot be printed; asked before a document is issued, so that nothing is lost on paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from app.documents.fonts import FontLibrary, FontRole
from app.domain.errors import InvalidInput

_LAID_OUT = frozenset("\n\t")  # these two are obeyed, not drawn


class Missing(NamedTuple):
    """A character no typeface of the program has."""

    character: str
    code_point: int

    @property
    def name(self) -> str:
        """The character's code as people write it: U+20164."""
        return f"U+{self.code_point:04X}"


def missing_characters(text: str, fonts: FontLibrary) -> list[Missing]:
    """List the characters of ``text`` that cannot be printed, each once, in the order of the text.

    Control characters, unassigned and private code points are among them; signs without a shape
    (joiners, direction marks, variation selectors) are not: they are kept and print nothing.
    """
    chain = fonts.chain(FontRole.BODY)
    return [
        Missing(character, ord(character))
        for character in dict.fromkeys(text)
        if character not in chain and character not in _LAID_OUT and not _is_printable(character, fonts)
    ]


def check_printable(fields: Iterable[tuple[str, str]], fonts: FontLibrary) -> None:
    """Refuse the first of ``fields`` (path, text) that holds a character no typeface has.

    Raises ``InvalidInput("document.unprintable_character")`` with field, character, codepoint and the
    number of further such characters in that field.
    """
    for field, text in fields:
        missing = missing_characters(text, fonts)
        if missing:
            raise InvalidInput(
                "document.unprintable_character",
                field=field,
                character=missing[0].character,
                codepoint=missing[0].name,
                others=len(missing) - 1,
            )


def _is_printable(character: str, fonts: FontLibrary) -> bool:
    if unicodedata.category(character) in {"Cc", "Cs", "Cn"}:
        return False
    return fonts.chain(FontRole.BODY).find(character) is not None
