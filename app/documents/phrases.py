"""The fixed sentences of forms: as an organisation worded them for itself, else as the catalogue has them."""

from __future__ import annotations

from typing import ClassVar, Protocol

from app.domain.filing.kinds import DocumentKind
from app.domain.filing.wordings.catalogue import block_of
from app.domain.filing.wordings.local import OwnText
from app.domain.filing.wordings.templates import template_of


class Phrased(Protocol):
    """Contents with the wording they were frozen with."""

    kind: ClassVar[DocumentKind]

    @property
    def wording(self) -> tuple[OwnText, ...]:
        """Give the local texts; none where every sentence is the default."""


def phrase(contents: Phrased, key: str, **values: str) -> str:
    """Write a block of fixed wording; ``values`` by the code of each of its fields."""
    for own in contents.wording:
        if own.block == key:
            return template_of(own.text).fill(values)
    return block_of(contents.kind, key).template.fill(values)
