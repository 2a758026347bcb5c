"""What all contents with fixed sentences share: the wording they are drawn with, frozen beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.filing.kinds import DocumentKind
from app.domain.filing.wordings.local import OwnText


@dataclass(frozen=True, slots=True, kw_only=True)
class PhrasedContents:
    """Contents that keep the local texts in force on their day; what was issued never reads newer ones."""

    kind: ClassVar[DocumentKind]
    wording: tuple[OwnText, ...] = ()
