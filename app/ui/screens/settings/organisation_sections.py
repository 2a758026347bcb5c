"""本单位, 调解室 and 人员 as three sections over one presenter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.people.organisations import Organisation
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.settings.organisations import NamedLine, OrganisationsPresenter, PeopleWords
from app.ui.kit import Kit
from app.ui.screens.rosters.entry_dialog import EntryDialog
from app.ui.screens.rosters.entry_fields import initials
from app.ui.screens.settings.entry_card import EntryCard
from app.ui.screens.settings.named_list import NamedList
from app.ui.screens.settings.seal.card import SealCard
from app.ui.shell.headers import ScrollBody
from app.ui.widgets.buttons import Button
from app.ui.widgets.cards import Card
from app.ui.widgets.fields import Choice, ChoiceField
from app.ui.widgets.notices import ErrorStrip
from app.ui.widgets.texts import Text


class OrganisationSections(QWidget):
    """``organisation``, ``studios`` and ``people`` are what the page puts into its stack."""

    def __init__(self, kit: Kit, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._kit = kit
        self._say = kit.translator.text
        self._presenter = OrganisationsPresenter(desk, navigator, self)
        self._errors: list[ErrorStrip] = []
        self.certificate = SealCard(kit, desk, navigator)
        self.organisation = self._organisation_section()
        self.studios = self._studio_section()
        self.people = self._people_section()
        self.setVisible(False)

    def refresh(self) -> None:
        """Read everything again."""
        self._presenter.refresh()
        self.certificate.refresh()

    # presenter → view

    def show_own(self, form: EntryPresenter[Organisation]) -> None:
        """Show the form of the own organisation."""
        self._own.put(self._kit, form)

    def show_others(self, others: Sequence[NamedLine]) -> None:
        """Show the other organisations."""
        self._others.show_lines(others)

    def show_studios(self, words: str, studios: Sequence[NamedLine]) -> None:
        """Show the studios, and to whom they belong."""
        self._seal.setText(words)
        self._studios.show_lines(studios)

    def show_people(self, words: PeopleWords) -> None:
        """Show who is at this computer."""
        self._me.setText(words.me)
        self._next.show_choices([Choice(id_, name) for id_, name in words.others])
        self._next.setVisible(bool(words.others))

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""
        for strip in self._errors:
            if words:
                strip.tell(words, retry=self.refresh)
            else:
                strip.clear()

    def open_form(self, form: EntryPresenter[Organisation]) -> None:
        """Open a form in a window."""
        owner = self.studios if self.studios.isVisible() else self.organisation
        EntryDialog(self._kit, form, owner).open()

    # pieces

    def _page(self) -> ScrollBody:
        page = ScrollBody(self._kit, (0, 4, 8, 20), gap=16)
        strip = ErrorStrip(self._kit)
        self._errors.append(strip)
        page.body.addWidget(strip)
        return page

    def _organisation_section(self) -> ScrollBody:
        kit = self._kit
        say = self._kit.translator.text
        page = self._page()
        self._own = EntryCard(kit, say("本单位"), "stamp")
        others = Card(kit, say("其他单位"), note=say("转办、协办和移送时选用"))
        add = Button(kit, say("新增单位"), icon="plus", height="small")
        add.clicked.connect(lambda _on=False: self._presenter.edit(None))
        others.add_action(add)
        self._others = NamedList(kit, self._presenter.edit, say("还没有其他单位。"))
        others.body.addWidget(self._others)
        for card in (self._own, self.certificate, others):
            page.body.addWidget(card)
        page.body.addStretch(1)
        return page

    def _studio_section(self) -> ScrollBody:
        kit = self._kit
        say = self._kit.translator.text
        page = self._page()
        card = Card(kit, say("调解室"), icon="door")
        add = Button(kit, say("新增调解室"), icon="plus", height="small")
        add.clicked.connect(lambda _on=False: self._presenter.edit_studio(None))
        card.add_action(add)
        self._seal = Text(kit, "", tone="text2", wrap=True)
        self._studios = NamedList(kit, self._presenter.edit_studio, say("还没有调解室。"))
        card.body.addWidget(self._seal)
        card.body.addWidget(self._studios)
        page.body.addWidget(card)
        page.body.addStretch(1)
        return page

    def _people_section(self) -> ScrollBody:
        kit = self._kit
        say = self._kit.translator.text
        page = self._page()
        card = Card(kit, say("人员"), icon="users")
        roster = Button(kit, say("打开调解员名册"), height="small")
        roster.clicked.connect(lambda _on=False: self._presenter.open_staff())
        card.add_action(roster)
        self._me = Text(kit, "", wrap=True)
        self._next: ChoiceField[str] = ChoiceField(
            kit, initials, placeholder=say("换人"), name=say("这台电脑换人办理")
        )
        kit.style.least(self._next, width=240)
        self._next.on_chosen(lambda id_: self._presenter.sit_down(id_) if id_ else None)
        row = QHBoxLayout()
        kit.style.lay(row, gap=12)
        row.addWidget(self._next, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        card.body.addWidget(self._me)
        card.body.addLayout(row)
        note = say("换人后下次打开程序时生效；每一步都记在办理人名下。")
        card.body.addWidget(Text(kit, note, size="small", tone="text2", wrap=True))
        page.body.addWidget(card)
        page.body.addStretch(1)
        return page
