"""What the tab of a case and the handing-over list both do: open a form of a link, print its paper."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.domain.filing.kinds import DocumentKind
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.workspace import menu
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.asked import Form
from app.presenters.workspace.forms.links.fields import Page, letter
from app.presenters.workspace.forms.presenter import FormPresenter
from app.presenters.workspace.papers import Paper


class LinkActs:
    """Opens forms and prints papers for one desk; refusals go to ``failed``."""

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        opened: Callable[[FormPresenter], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._desk, self._navigator = desk, navigator
        self._opened, self._failed = opened, failed

    def ask(self, folder: CaseFolder, key: str, link_id: UUID | None = None) -> None:
        """Open a form of a case by its key, about one link where one is given."""

        def made(form: Form) -> None:
            self._opened(FormPresenter(self._desk, self._navigator, form, folder))

        self._desk.runner.submit(lambda: menu.form_of(self._desk, folder, key, link_id), made, self._failed)

    def print(self, folder: CaseFolder, link_id: UUID, kind: DocumentKind) -> None:
        """Print a paper as it was issued; a receipt or reply never issued before is issued now."""
        page = Page(kind, folder.case.id, link_id)
        self._desk.runner.submit(lambda: letter(self._desk, page), self._arrived, self._failed)

    def copied(self) -> None:
        """Say that a text lies on the clipboard."""
        self._navigator.toast(self._desk.translator.text("已复制回复内容"))

    def _arrived(self, paper: Paper) -> None:
        if paper.changes:
            self._desk.feed.announce(paper.changes)
        self._navigator.print_document(paper.pdf, paper.title, paper.copies)
