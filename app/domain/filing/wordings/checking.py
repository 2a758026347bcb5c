"""What a local wording must be before it is put in force: nothing the form carries may be lost by it."""

from __future__ import annotations

import re

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.wordings.blocks import WordingBlock
from app.domain.filing.wordings.templates import Template
from app.domain.values.texts import clean_text

_OPEN = re.compile(r"[_＿]{2,}|[×ＸX]{2,}|…{2,}|待填|待补")


def check_wording(block: WordingBlock, typed: str) -> Template:
    """Check a wording as typed.

    Raises RuleRefusal ``wording.fixed`` (fact ``article``), or InvalidInput at ``text``: ``wording.empty``,
    ``.too_long`` (``limit``), ``.characters``, ``.unknown_field``, ``.braces``, ``.field_missing``
    (``missing``), ``.must_say`` (``words``, ``article``), ``.left_open`` (``found``).
    """
    if block.is_fixed:
        raise RuleRefusal("wording.fixed", article=block.fixed_by)
    text = typed.strip()
    if not text:
        raise InvalidInput("wording.empty", field="text")
    if len(text) > block.limit:
        raise InvalidInput("wording.too_long", field="text", limit=block.limit)
    if clean_text(text) != text or "\n" in text or "\t" in text:
        raise InvalidInput("wording.characters", field="text")
    template = Template.parse(text)
    _check_fields(block, template)
    _check_words(block, template)
    return template


def _check_fields(block: WordingBlock, template: Template) -> None:
    missing = [field.term for field in block.fields if field not in template.fields]
    if missing:
        raise InvalidInput(
            "wording.field_missing", field="text", missing="、".join(f"{{{term}}}" for term in missing)
        )
    strange = [field.term for field in template.fields if field not in block.fields]
    if strange:  # a field of another block: this form has nothing to fill in
        raise InvalidInput("wording.unknown_field", field="text", found=strange[0])


def _check_words(block: WordingBlock, template: Template) -> None:
    still = template.still
    lacking = [words for words in block.must_say if words not in still]
    if lacking:
        raise InvalidInput("wording.must_say", field="text", words="、".join(lacking), article=block.article)
    found = _OPEN.search(still)
    if found is not None:
        raise InvalidInput("wording.left_open", field="text", found=found[0])
