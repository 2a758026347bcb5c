"""对接 of one case: everything between this case and others, newest first, with what may be begun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from app.domain.duties.referrals.links import INTERFACE_OF, ORDER_OF
from app.domain.filing.kinds import DocumentKind
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.referrals.acts import LinkActs
from app.presenters.referrals.cards import LinkAct, LinkCard, LinkCards
from app.presenters.sentences import sentence
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.links import registry
from app.presenters.workspace.forms.presenter import FormPresenter


class LinksPaneView(Protocol):
    """What the pane can show."""

    def show_cards(self, cards: Sequence[LinkCard]) -> None:
        """Show the cards."""

    def show_begun(self, acts: Sequence[LinkAct]) -> None:
        """Offer what may be begun."""

    def show_empty(self, words: str) -> None:
        """Say that there is nothing yet; empty words hide it."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""

    def open_form(self, form: FormPresenter) -> None:
        """Open the window of a form."""


class LinksPanePresenter:
    """Shows what the open case has with others."""

    def __init__(self, desk: Desk, navigator: Navigator, view: LinksPaneView) -> None:
        self._desk, self._view = desk, view
        self._say = desk.translator.text
        self._cards = LinkCards(desk.translator, desk.formats)
        self._acts = LinkActs(desk, navigator, view.open_form, self._failed)
        self._folder: CaseFolder | None = None

    def show_case(self, folder: CaseFolder) -> None:
        """Show a case, or the same case read again."""
        self._folder = folder
        cards = self._cards.all(self._desk.names.shown(folder), self._desk.today)
        self._view.show_error("")
        self._view.show_cards(cards)
        self._view.show_begun(self._begun(folder))
        self._view.show_empty("" if cards else self._nothing(folder))

    # user → presenter

    def act(self, key: str, link_id: UUID | None = None) -> None:
        """Open a form, about one of the cards or to begin something."""
        if self._folder is not None:
            self._acts.ask(self._folder, key, link_id)

    def print(self, link_id: UUID, kind: DocumentKind) -> None:
        """Print a paper of a card."""
        if self._folder is not None:
            self._acts.print(self._folder, link_id, kind)

    def copied(self) -> None:
        """Say that a reply was copied."""
        self._acts.copied()

    # pieces

    def _begun(self, folder: CaseFolder) -> tuple[LinkAct, ...]:
        if folder.case.state in registry.OVER:
            return ()
        say = self._say
        refer, guide = LinkAct(registry.REFER, say("移送对接")), LinkAct(registry.GUIDE, say("引导服务"))
        receive, order = LinkAct(registry.RECEIVE, say("登记来件")), LinkAct(registry.ORDER, say("登记工单"))
        source = folder.case.source
        if source in INTERFACE_OF and not folder.dealings.referrals:
            return (receive, refer, guide, order)
        if source in ORDER_OF and not folder.dealings.orders:
            return (order, refer, guide, receive)
        return (refer, guide, receive, order)

    def _nothing(self, folder: CaseFolder) -> str:
        source = folder.case.source
        if source in INTERFACE_OF:
            return self._say("来源是{source}，还没有登记来件。", source=self._say(source.term))
        if source in ORDER_OF:
            return self._say("来源是{source}，还没有登记工单。", source=self._say(source.term))
        return self._say("本件还没有对接、引导或工单。")

    def _failed(self, error: Exception) -> None:
        self._view.show_error(sentence(self._desk.translator, error))
