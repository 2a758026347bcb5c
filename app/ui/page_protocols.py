"""What the window asks of single pages."""

from __future__ import annotations

from time import monotonic, sleep
from typing import Protocol, runtime_checkable
from uuid import UUID

from PySide6.QtWidgets import QApplication

_CLOSING_S = 5.0


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


@runtime_checkable
class ShowsDocument(Protocol):
    """The page that verifies papers as the window sees it."""

    def show_document(self, document_id: UUID) -> None:
        """Show what every page of a document must bear."""


DATA = "data"
"""The section of the settings that tells about the data and checks them."""


@runtime_checkable
class OpensSection(Protocol):
    """The settings as the window sees them."""

    def open_section(self, key: str) -> None:
        """Show a section."""


def show_party(page: object, record_id: UUID) -> None:
    """Show one party on the register, if that is the page."""
    if isinstance(page, OpensParty):
        page.open_party(record_id)


def show_document(page: object, document_id: UUID) -> None:
    """Show what a document must bear on the page that verifies papers."""
    if isinstance(page, ShowsDocument):
        page.show_document(document_id)


def show_section(page: object, key: str) -> None:
    """Show a section of the settings."""
    if isinstance(page, OpensSection):
        page.open_section(key)


def is_kept(page: object) -> bool:
    """Keep what is typed on the cases page; False when it cannot be kept within a few seconds."""
    if not isinstance(page, HoldsCases):
        return True
    page.save_now()
    until = monotonic() + _CLOSING_S
    while page.has_unsaved() and monotonic() < until:
        QApplication.processEvents()
        sleep(0.005)
    return not page.has_unsaved()
