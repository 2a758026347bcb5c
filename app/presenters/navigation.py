"""How a screen asks the window to go somewhere or to say something; the window implements it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol
from uuid import UUID

PAGE_WORKBENCH = "workbench"
PAGE_INTAKE = "intake"
PAGE_CASES = "cases"
PAGE_CALENDAR = "calendar"
PAGE_DUTIES = "duties"
PAGE_PERFORMANCE = "performance"
PAGE_LINKS = "links"
PAGE_WATCH = "watch"
PAGE_VERIFY = "verify"
PAGE_STAFF = "staff"
PAGE_PARTIES = "parties"
PAGE_SETTINGS = "settings"

TAB_OVERVIEW = "overview"
TAB_SESSIONS = "sessions"
TAB_AGREEMENT = "agreement"
TAB_DUTIES = "duties"
TAB_PERFORMANCE = "performance"
TAB_EVIDENCE = "evidence"
TAB_LINKS = "links"
TAB_DOCUMENTS = "documents"
TAB_FILE = "file"


class Navigator(Protocol):
    """What a presenter may ask of the window around its screen."""

    def open_page(self, key: str) -> None:
        """Show a page of the rail."""

    def open_case(self, case_id: UUID, tab: str = "", *, act: bool = False) -> None:
        """Open a case's workspace at a tab; ``act`` starts the case's next step at once."""

    def verify_document(self, document_id: UUID) -> None:
        """Show what every page of an issued document must bear, and how it stands."""

    def open_form(self, form: object) -> None:
        """Open the window of a form that stands over whatever page is shown; the window knows its dialog."""

    def toast(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say what happened, with a way back where there is one."""

    def print_document(self, pdf: bytes, title: str, copies: int) -> None:
        """Hand a document to the system's print dialog with the copies preset."""

    def print_documents(self, pdfs: Sequence[bytes], title: str) -> None:
        """Hand several documents to the system's print dialog as one job, one copy of each."""

    def ask_file(self, title: str) -> Path | None:
        """Let the user choose a file to attach; None when the user stepped back."""

    def ask_save(self, title: str, suggested: str) -> Path | None:
        """Let the user choose where to write a copy; None when the user stepped back."""
