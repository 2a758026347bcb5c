"""One block of one kind in one organisation, and what is set there."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.filing.kinds import DocumentKind
from app.domain.filing.wordings.blocks import WordingBlock
from app.domain.filing.wordings.catalogue import block_of
from app.domain.filing.wordings.local import LocalWording
from app.domain.trust.history import HistoryEntry


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """One block of one kind in one organisation."""

    organisation_id: UUID
    kind: DocumentKind
    key: str

    @property
    def block(self) -> WordingBlock:
        """Give the block as the catalogue has it."""
        return block_of(self.kind, self.key)


@dataclass(frozen=True, slots=True)
class BlockState:
    """What is set for a block, and the last changes of it."""

    local: LocalWording | None
    history: tuple[HistoryEntry, ...]

    @property
    def version(self) -> int:
        """The version the user sees; 0 where nothing was ever set."""
        return 0 if self.local is None else self.local.version
