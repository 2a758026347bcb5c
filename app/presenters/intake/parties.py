"""What the user does with parties: add, open, turn into an organisation, link, remove."""

from __future__ import annotations

from uuid import UUID

from app.domain.disputes.case_parties import PartySide
from app.domain.people.parties import PartyKind
from app.presenters.intake import party_cards
from app.presenters.intake.entries import PartyEntry
from app.presenters.intake.page import IntakePage
from app.presenters.intake.paths import agent_key, party_key
from app.presenters.navigation import Navigator


class IntakeParties:
    """The acts on cards; each is kept in the draft and every removal can be undone."""

    def __init__(self, page: IntakePage, navigator: Navigator) -> None:
        self._page, self._navigator = page, navigator

    def add(self, side: PartySide | None = None) -> None:
        """Add a party to a side, or to the side being typed."""
        self._page.leave_here()
        current = self._page.current_party()
        wanted = side or (current.side if current else PartySide.APPLICANT)
        added = party_cards.add_party(self._page.entry, wanted)
        self._shown(wanted)
        self._focus(added, "name")

    def open(self, party_id: UUID) -> None:
        """Open a folded card and go to its name."""
        self._page.leave_here()
        party = self._page.entry.party(party_id)
        if party is not None:
            party_cards.open_party(self._page.entry, party)
            self._shown(party.side)
            self._focus(party, "name")

    def remove(self, party_id: UUID | None = None) -> None:
        """Remove a card, or the one being typed; the toast brings it back."""
        page, text = self._page, self._page.desk.translator.text
        party = page.entry.party(party_id) if party_id else page.current_party()
        if party is None:
            return
        before = party_cards.remove_party(page.entry, party)
        self._shown(party.side)
        left = page.entry.open_on(party.side)
        if left is not None:
            self._focus(left, "name")
        else:
            page.go_to("dispute_type")
        if not party.is_blank:
            name = party.name.strip() or text(party.side.term)
            self._navigator.toast(text("已移除{name}", name=name), lambda: self._bring_back(party, before))

    def choose_kind(self, party_id: UUID, kind: PartyKind) -> None:
        """Say what a party is; fields that belong to the other kind keep their text unseen."""
        party = self._page.entry.party(party_id)
        if party is not None and (party.kind is not kind or not party.is_kind_chosen):
            party.kind, party.is_kind_chosen = kind, True
            self._shown(party.side)
            self._focus(party, "name")

    def switch_kind(self) -> None:
        """Turn the party being typed from person to organisation and back (Alt+O)."""
        party = self._page.current_party()
        if party is not None:
            other = PartyKind.LEGAL_PERSON if party.is_person else PartyKind.NATURAL_PERSON
            self.choose_kind(party.id, other)

    def switch_more(self, party_id: UUID | None = None) -> None:
        """Show or fold the further fields of a party (Alt+M)."""
        party = self._page.entry.party(party_id) if party_id else self._page.current_party()
        if party is None:
            return
        party.is_more_open = not party.is_more_open
        self._shown(party.side)
        first = "sex" if party.is_person else "legal_representative"
        self._focus(party, first if party.is_more_open else "name")

    def add_agent(self, party_id: UUID | None = None) -> None:
        """Add somebody who acts for a party."""
        page = self._page
        party = page.entry.party(party_id) if party_id else page.current_party()
        if party is None:
            return
        told = page.told(party)
        is_minor = told is not None and told.is_minor_on(page.desk.today)
        agent = party_cards.add_agent(party, is_minor=is_minor)
        self._shown(party.side)
        page.go_to(agent_key(party.id, agent.id, "name"))

    def remove_agent(self, party_id: UUID, agent_id: UUID) -> None:
        """Take an agent away; the toast brings them back."""
        page, text = self._page, self._page.desk.translator.text
        party = page.entry.party(party_id)
        agent = party.agent(agent_id) if party else None
        if party is None or agent is None:
            return
        before = party_cards.remove_agent(party, agent_id)
        self._shown(party.side)
        self._focus(party, "name")

        def undo() -> None:
            party.agents = before
            self._shown(party.side)

        if agent.name.strip():
            self._navigator.toast(text("已移除代理人{name}", name=agent.name.strip()), undo)

    def link_known(self) -> None:
        """Take the offered person of the register for the one being typed (Alt+L)."""
        page, text = self._page, self._page.desk.translator.text
        party = self._offered_for()
        offer = page.lookups.offered(party) if party else None
        if party is None or offer is None:
            return
        before = party_cards.link(party, offer.record)

        def undo() -> None:
            party_cards.restore(party, before)
            self._shown(party.side)

        self._shown(party.side)
        page.lookups.turn_to(party)
        page.go_to(page.focus, page.cursor)
        self._navigator.toast(text("已关联名册中的{name}", name=offer.record.name), undo)

    def not_same(self) -> None:
        """Say that the offered person is somebody else; the next likely one is offered."""
        page = self._page
        party = self._offered_for()
        offer = page.lookups.offered(party) if party else None
        if party is not None and offer is not None:
            party.not_these = (*party.not_these, offer.record.id)
            page.lookups.turn_to(party)
            page.touched()
            page.go_to(page.focus, page.cursor)

    def _offered_for(self) -> PartyEntry | None:
        """Give the party the offer is for: it stands while the user is already further down the page."""
        current = self._page.lookups.current
        return self._page.entry.party(current) if current else None

    def _bring_back(self, party: PartyEntry, before: tuple[PartyEntry, ...]) -> None:
        """Undo a removal; parties added since stay."""
        entry = self._page.entry
        kept = {other.id for other in before}
        added = tuple(other for other in entry.parties if other.id not in kept and not other.is_blank)
        entry.parties = (*before, *added)
        party_cards.open_party(entry, party)
        self._shown(party.side)
        self._focus(party, "name")

    def _shown(self, side: PartySide) -> None:
        self._page.show_side(side)
        self._page.touched()

    def _focus(self, party: PartyEntry, name: str) -> None:
        self._page.go_to(party_key(party.id, name))
