"""对接: the list of everything between this centre and others, by what it waits for and for whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from app.domain.changes import Changes
from app.domain.disputes.case_lines import CaseLine
from app.domain.duties.referrals.links import Link
from app.domain.duties.referrals.transit import TransitFilter, TransitLine, TransitOwner, TransitView
from app.domain.filing.kinds import DocumentKind
from app.presenters.desk import Desk
from app.presenters.named_cases import case_lines
from app.presenters.navigation import TAB_LINKS, Navigator
from app.presenters.referrals.acts import LinkActs
from app.presenters.referrals.cards import LinkCard, LinkCards
from app.presenters.referrals.rows import TransitRow, TransitRows
from app.presenters.sentences import sentence
from app.presenters.showing.turns import TURNS
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.presenter import FormPresenter

Deliver = Callable[[Sequence[TransitRow]], None]
_TOUCHING = frozenset({"case", "referral", "guidance", "order", "staff"}) | TURNS


@dataclass(frozen=True, slots=True)
class _Read:
    """What one reading answers, apart from the rows."""

    count: int
    counts: dict[TransitView, int]
    owners: tuple[TransitOwner, ...]
    gone: frozenset[UUID]


class TransitPageView(Protocol):
    """What the page can show; its presenter decides when."""

    def show_facts(self, words: str) -> None:
        """Show the line beside the title."""

    def show_views(self, views: Sequence[tuple[str, str, str]], chosen: str) -> None:
        """Show the tabs as (key, word, count)."""

    def show_owners(self, owners: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer who answers, as (key, words)."""

    def show_count(self, count: int, *, is_new: bool) -> None:
        """Begin a list of so many rows; a new question starts at its top."""

    def show_empty(self, words: str, action: str) -> None:
        """Say that nothing is found; empty words hide it."""

    def show_card(self, card: LinkCard | None, title: str, facts: str) -> None:
        """Show one thing beside the list, with its case; or nothing."""

    def show_busy(self, *, is_busy: bool) -> None:
        """Show that the list is being read."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""

    def open_form(self, form: FormPresenter) -> None:
        """Open the window of a form."""


class TransitPresenter:
    """Reads pages of the list; one line is shown beside it with its acts."""

    def __init__(self, desk: Desk, navigator: Navigator, view: TransitPageView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._rows = TransitRows(desk.translator, desk.formats)
        self._cards = LinkCards(desk.translator, desk.formats)
        self._acts = LinkActs(desk, navigator, view.open_form, self._failed)
        self._wanted = self._listed = TransitFilter()
        self._gone: frozenset[UUID] = frozenset()
        self._asked = 0
        self._has_read = False
        self._looked: tuple[UUID, UUID] | None = None
        self._folder: CaseFolder | None = None
        self._end = desk.feed.on_change(self._on_change)

    def start(self) -> None:
        """Read the list for the first time."""
        self._read(is_new=True)

    def close(self) -> None:
        """Stop listening to writes."""
        self._end()

    # user → presenter

    def choose_view(self, key: str) -> None:
        """Show another tab."""
        self._change(replace(self._wanted, view=TransitView.of(key)))

    def choose_owner(self, key: str) -> None:
        """Narrow to what one member answers for; empty for everybody."""
        self._change(replace(self._wanted, owner_id=UUID(key) if key else None))

    def search(self, text: str) -> None:
        """Narrow by organ, number, case or owner."""
        self._change(replace(self._wanted, text=text.strip()))

    def clear(self) -> None:
        """Show everything."""
        self._change(TransitFilter())

    def refresh(self) -> None:
        """Read the same list again; line and place stay."""
        self._read(is_new=False)

    def request(self, offset: int, limit: int, deliver: Deliver) -> None:
        """Read one page of the list on show; before the first reading there are none."""
        if not self._has_read:
            return
        wanted, links, gone = self._listed, self._desk.services.dealings, self._gone

        def read() -> tuple[tuple[TransitLine, ...], tuple[CaseLine, ...]]:
            lines = links.page(wanted, offset, limit)
            return lines, case_lines(self._desk, (line.case_id for line in lines))

        def arrived(found: tuple[tuple[TransitLine, ...], tuple[CaseLine, ...]]) -> None:
            lines = self._desk.names.shown(found[0], found[1])
            deliver(tuple(self._rows.row(line, self._desk.today, gone) for line in lines))

        self._desk.runner.submit(read, arrived, self._failed)

    def look_at(self, row: TransitRow | None) -> None:
        """Show one line beside the list."""
        self._looked = None if row is None else (row.case_id, row.id)
        self._look_again()

    def open_case(self, row: TransitRow) -> None:
        """Open a case at what it has with others."""
        self._navigator.open_case(row.case_id, TAB_LINKS)

    def open_looked(self) -> None:
        """Open the case of the line on show."""
        if self._looked is not None:
            self._navigator.open_case(self._looked[0], TAB_LINKS)

    def act(self, key: str, link_id: UUID | None = None) -> None:
        """Open a form about the line on show."""
        if self._folder is not None:
            self._acts.ask(self._folder, key, link_id)

    def act_next(self) -> None:
        """Do the one act that moves the line on show on."""
        card = self._card()
        if card is not None and card.acts:
            self.act(card.acts[0].key, card.id)

    def print(self, link_id: UUID, kind: DocumentKind) -> None:
        """Print a paper of the line on show."""
        if self._folder is not None:
            self._acts.print(self._folder, link_id, kind)

    def copied(self) -> None:
        """Say that a reply was copied."""
        self._acts.copied()

    # services → view

    def _change(self, wanted: TransitFilter) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._read(is_new=True)

    def _read(self, *, is_new: bool) -> None:
        self._asked += 1
        ticket, wanted, services = self._asked, self._wanted, self._desk.services
        today = self._desk.today

        def read() -> _Read:
            links = services.dealings
            gone = frozenset(
                m.id for m in services.people.staff() if m.left_on is not None and m.left_on <= today
            )
            return _Read(links.count(wanted), links.counts_by_view(), links.owners(), gone)

        def arrived(found: _Read) -> None:
            if ticket == self._asked:
                is_other = is_new or wanted != self._listed
                self._listed, self._gone = wanted, found.gone
                self._show(found, is_new=is_other)

        self._view.show_busy(is_busy=True)
        self._desk.runner.submit(read, arrived, self._failed)

    def _show(self, found: _Read, *, is_new: bool) -> None:
        self._has_read = True
        count, say = self._desk.formats.count, self._say
        self._view.show_busy(is_busy=False)
        self._view.show_error("")
        waiting = sum(number for view, number in found.counts.items() if view is not TransitView.ALL)
        self._view.show_facts(say("在办 {n} 件，每件都有责任人", n=count(waiting)))
        views = [(view.value, say(view.term), count(found.counts[view])) for view in TransitView]
        self._view.show_views(views, self._listed.view.value)
        chosen = str(self._listed.owner_id or "")
        self._view.show_owners([(str(o.id), self._owner(o)) for o in found.owners], chosen)
        self._show_empty(found)
        self._view.show_count(found.count, is_new=is_new)
        if not found.count:
            self._looked = None
        self._look_again()

    def _show_empty(self, found: _Read) -> None:
        if found.count:
            self._view.show_empty("", "")
        elif not found.counts[TransitView.ALL]:
            self._view.show_empty(self._say("还没有对接。案件的“更多”里可以移送、引导、登记工单。"), "")
        else:
            self._view.show_empty(self._say("这里没有等着办的。"), self._say("看全部"))

    def _owner(self, owner: TransitOwner) -> str:
        words = self._say("{name} {n} 件", name=owner.name, n=self._desk.formats.count(owner.count))
        return self._say("{words}（已离任）", words=words) if owner.id in self._gone else words

    def _look_again(self) -> None:
        if self._looked is None:
            self._folder = None
            self._view.show_card(None, "", "")
            return
        case_id, link_id = self._looked
        cases = self._desk.services.cases

        def arrived(folder: CaseFolder) -> None:
            if self._looked == (case_id, link_id):
                self._folder = folder
                facts = "　".join((folder.case.intake_number, self._say(folder.case.state.term)))
                title = self._desk.names.shown(folder).case.title
                self._view.show_card(self._card(), title, facts)

        self._desk.runner.submit(lambda: cases.folder(case_id), arrived, self._failed)

    def _card(self) -> LinkCard | None:
        if self._folder is None or self._looked is None:
            return None
        folder = self._desk.names.shown(self._folder)
        links, id_ = folder.dealings, self._looked[1]
        found: Link | None = links.referral(id_) or links.guided(id_) or links.order(id_)
        return None if found is None else self._cards.card(folder, found, self._desk.today)

    def _on_change(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING:
            self._read(is_new=False)

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(is_busy=False)
        self._view.show_error(sentence(self._desk.translator, error))
