"""The fields of the one party of a side that is being typed; it is handed from card to card."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.disputes.case_parties import PartySide
from app.presenters.intake.entries import PartyEntry
from app.presenters.intake.presenter import IntakePresenter
from app.presenters.intake.shown import PartyWords
from app.ui.kit import Kit
from app.ui.screens.intake.agents import AgentEditors
from app.ui.screens.intake.binding import Binding, show_in
from app.ui.screens.intake.party_fields import FieldPlan, PartyBoxes, choices_of, main_fields, more_fields
from app.ui.widgets.fields import ChoiceField, FieldBox
from app.ui.widgets.fields.grid import FieldGrid


class PartyEditor(QWidget):
    """One per side: sixty parties cost sixty folded lines, not sixty forms."""

    def __init__(self, kit: Kit, side: PartySide, presenter: IntakePresenter, binding: Binding) -> None:
        super().__init__()
        self._kit, self._presenter, self._binding = kit, presenter, binding
        self._makes = PartyBoxes(kit)
        self._main_plans = main_fields(kit.translator)
        self._more_plans = more_fields(kit.translator)
        self._boxes: dict[str, FieldBox] = {}
        self._agents: AgentEditors | None = None
        self._more: FieldGrid | None = None
        self.party_id: UUID | None = None
        self.setObjectName("plain")
        self.setAccessibleName(kit.translator.text(side.term))
        column = QVBoxLayout(self)
        kit.style.lay(column, gap=9)
        self._main = FieldGrid(kit)
        self._fill(self._main, self._main_plans)
        column.addWidget(self._main)
        self._column = column

    def show_party(self, party: PartyEntry) -> None:
        """Show a party in the fields; the same one keeps cursor and focus."""
        self.party_id = party.id
        if party.is_more_open:
            self._make_more()
        language = self._boxes["language"].editor
        if isinstance(language, ChoiceField):
            language.show_choices(choices_of(self._makes.languages(party.language)))
        for field, box in self._boxes.items():
            show_in(box, getattr(party, field))
        self._main.show_only(self._of(party, self._main_plans))
        if self._more is not None and self._agents is not None:
            self._more.setVisible(party.is_more_open)
            self._more.show_only(self._of(party, self._more_plans))
            self._agents.setVisible(party.is_more_open)
            self._agents.show_agents(party)

    def show_words(self, words: PartyWords) -> None:
        """Say what the number told, and what the name looks like."""
        self._boxes["identity_number"].set_hint(words.from_number)
        self._boxes["name"].set_hint(words.hint)
        self._boxes["name"].set_note(words.number)

    def boxes(self) -> Iterator[FieldBox]:
        """Give the fields in reading order."""
        yield from self._boxes.values()
        if self._agents is not None:
            yield from self._agents.boxes()

    def buttons(self) -> Iterator[QWidget]:
        """Give the buttons among the fields."""
        if self._agents is not None:
            yield from self._agents.buttons()

    def _of(self, party: PartyEntry, plans: tuple[FieldPlan, ...]) -> set[QWidget]:
        return {
            self._boxes[plan.name]
            for plan in plans
            if (plan.for_persons if party.is_person else plan.for_organisations)
        }

    def _fill(self, grid: FieldGrid, plans: tuple[FieldPlan, ...]) -> None:
        for plan in plans:
            box = self._makes.make(plan)
            self._boxes[plan.name] = self._binding.bind(box, self._key(plan.name))
            grid.add(box, plan.share)

    def _key(self, name: str) -> Callable[[], str]:
        """Give the key of a field as it is when asked: the fields go from party to party."""
        return lambda: f"{self.party_id}.{name}"

    def _make_more(self) -> None:
        """Make the further fields on first use only: most parties never need them."""
        if self._more is None:
            self._more = FieldGrid(self._kit)
            self._fill(self._more, self._more_plans)
            self._agents = AgentEditors(self._kit, self._presenter, self._binding)
            self._column.addWidget(self._more)
            self._column.addWidget(self._agents)
