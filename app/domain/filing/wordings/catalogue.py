"""All blocks of all kinds: what is fixed wording on which paper, and why some of it cannot be changed."""

from __future__ import annotations

from functools import cache
from typing import Final

from app.domain.errors import NotFound
from app.domain.filing.catalogue.entries import ENTRY_OF
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.wordings.blocks import WordingBlock
from app.domain.filing.wordings.of_mediation import OF_MEDIATION
from app.domain.filing.wordings.of_others import OF_OTHERS

_BLOCKS: Final = {**OF_MEDIATION, **OF_OTHERS}
TITLE: Final = "title"
_ANNEX = "司发通〔2010〕239号（附件格式，未核实）"
_BY_NAME = "编号、卷内目录和查验都按文书名称"


@cache
def blocks_of(kind: DocumentKind) -> tuple[WordingBlock, ...]:
    """Give the blocks of a kind in the order of the paper; its title, which nobody changes, comes first."""
    reason = _ANNEX if ENTRY_OF[kind].is_annexed else _BY_NAME
    title = WordingBlock(key=TITLE, name="文书名称", text=kind.term, is_heading=True, fixed_by=reason)
    return (title, *_BLOCKS.get(kind, ()))


@cache
def block_of(kind: DocumentKind, key: str) -> WordingBlock:
    """Give one block; NotFound ``wording.not_found``."""
    for block in blocks_of(kind):
        if block.key == key:
            return block
    raise NotFound("wording.not_found", kind=kind.term, key=key)
