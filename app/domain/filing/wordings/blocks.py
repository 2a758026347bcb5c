"""One block of a form's fixed wording: its default text, the fields it must carry, and who may change it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from app.domain.filing.wordings.fields import WordingField
from app.domain.filing.wordings.templates import Template, template_of

SENTENCE_LIMIT, HEADING_LIMIT = 400, 30
"""The most signs of a sentence and of a heading as typed."""


@dataclass(frozen=True, kw_only=True)
class WordingBlock:
    """A named block. Every field of the default text must stand in a local one: no form has it elsewhere.

    ``fixed_by`` is the article that leaves no wording to choose; ``must_say`` are words the block is known
    by, ``article`` why. ``is_sparse``: the block stands only where optional things are missing.
    """

    key: str
    name: str
    text: str
    is_heading: bool = False
    is_sparse: bool = False
    fixed_by: str = ""
    must_say: tuple[str, ...] = ()
    article: str = ""

    @property
    def is_fixed(self) -> bool:
        """Tell whether nobody may change it."""
        return bool(self.fixed_by)

    @property
    def limit(self) -> int:
        """How many signs a local text may have."""
        return HEADING_LIMIT if self.is_heading else SENTENCE_LIMIT

    @cached_property
    def template(self) -> Template:
        """The default text, taken apart."""
        return template_of(self.text)

    @property
    def fields(self) -> tuple[WordingField, ...]:
        """Give the fields the block must carry."""
        return self.template.fields
