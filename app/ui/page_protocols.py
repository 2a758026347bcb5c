"""What the window asks of single pages."""

from __future__ import annotations

from typing import Protocol, runtime_checkable
from uuid import UUID


@runtime_checkable
class HoldsCases(Protocol):
    """The page of cases as the window sees it."""

    def show_list(self) -> None:
        """Show the list."""

    def open_case(self, case_id: UUID, tab: str, *, act: bool) -> None:
        """Open a case's workspace."""

    def save_now(self) -> None:
        """Keep everything typed."""

    def has_unsaved(self) -> bool:
        """Tell whether anything typed is not yet kept."""


@runtime_checkable
class OpensParty(Protocol):
    """The register of parties as the window sees it."""

    def open_party(self, record_id: UUID) -> None:
        """Show one party."""


DATA = "data"
"""The section of the settings that tells about the data and checks them."""


@runtime_checkable
class OpensSection(Protocol):
    """The settings as the window sees them."""

    def open_section(self, key: str) -> None:
        """Show a section."""
