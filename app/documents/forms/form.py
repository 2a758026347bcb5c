"""What a form hands to the page: its blocks, and what the file says about itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.documents.pages.flow import Block
from app.documents.pages.paper import A4, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A composed form. ``title`` and ``issuer`` are all the file says of itself: never a party's name."""

    title: str
    number: str
    issuer: str
    day: date
    blocks: Sequence[Block]
    sheet: Sheet = A4

    @property
    def running_head(self) -> str:
        """What stands small over every page, so that a loose page is known by its committee and number."""
        return "\u3000".join(part for part in (self.issuer, self.number) if part.strip())
