"""A wording taken apart once: what stands still, and the fields between."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.domain.errors import InvalidInput
from app.domain.filing.wordings.fields import WordingField

_FIELD = re.compile(r"\{([^{}]*)\}")
_BY_TERM = {field.term: field for field in WordingField}


@dataclass(frozen=True, slots=True)
class Template:
    """``parts`` are ``(text before, field behind it)``, then the ``tail``.

    >>> Template.parse("请于{期限}前书面回复。").fill({"due": "2026年11月9日"})
    '请于2026年11月9日前书面回复。'
    """

    parts: tuple[tuple[str, WordingField], ...]
    tail: str

    @classmethod
    def parse(cls, text: str) -> Template:
        """Take a wording apart; InvalidInput ``wording.unknown_field`` (``found``) or ``.braces``."""
        parts, place = [], 0
        for match in _FIELD.finditer(text):
            field = _BY_TERM.get(match[1].strip())
            if field is None:
                raise InvalidInput("wording.unknown_field", field="text", found=match[1])
            parts.append((text[place : match.start()], field))
            place = match.end()
        still = "".join(before for before, _field in parts) + text[place:]
        if "{" in still or "}" in still:
            raise InvalidInput("wording.braces", field="text")
        return cls(tuple(parts), text[place:])

    @property
    def fields(self) -> tuple[WordingField, ...]:
        """Give the fields in their order, each once."""
        return tuple(dict.fromkeys(field for _before, field in self.parts))

    @property
    def still(self) -> str:
        """Give what stands whatever is filled in."""
        return "".join(before for before, _field in self.parts) + self.tail

    def fill(self, values: Mapping[str, str]) -> str:
        """Write the sentence; ``values`` by the code of each field."""
        filled = [before + values[field.value] for before, field in self.parts]
        return "".join(filled) + self.tail


@lru_cache(maxsize=512)
def template_of(text: str) -> Template:
    """Take a wording apart that was checked before; the same text is taken apart once."""
    return Template.parse(text)
