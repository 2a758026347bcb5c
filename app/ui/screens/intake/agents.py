"""Those who act for a party: one block of fields each, with the authority ticked item by item."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.people.agents import AgentKind, AuthorityScope
from app.i18n import Translator
from app.presenters.intake.entries import AgentEntry, PartyEntry
from app.presenters.intake.presenter import IntakePresenter
from app.presenters.intake.words import IntakeWords
from app.ui.kit import Kit
from app.ui.screens.intake.binding import Binding, show_in
from app.ui.screens.intake.party_fields import choices_of
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields import ChoiceField, FieldBox, LineField
from app.ui.widgets.fields.grid import FieldGrid
from app.ui.widgets.fields.initials import initials
from app.ui.widgets.fields.ticks import TickSet
from app.ui.widgets.texts import Text


def _lines(translator: Translator) -> tuple[tuple[str, str, int], ...]:
    text = translator.text
    return (
        ("name", text("代理人姓名"), 3),
        ("relation", text("与当事人关系"), 3),
        ("phone", text("电话"), 3),
        ("identity_number", text("身份证号"), 4),
        ("workplace", text("单位或律所"), 4),
        ("licence_number", text("执业证号"), 4),
        ("authority_note", text("权限补充说明"), 12),
    )


class AgentEditor(QWidget):
    """The fields of one agent; a statutory agent (监护人) needs no authority and shows none."""

    def __init__(
        self, kit: Kit, party_id: UUID, agent_id: UUID, presenter: IntakePresenter, binding: Binding
    ) -> None:
        super().__init__()
        self._binding, self._prefix = binding, f"{party_id}.{agent_id}"
        self._boxes: dict[str, FieldBox] = {}
        text = kit.translator.text
        column = QVBoxLayout(self)
        kit.style.lay(column, (12, 0, 0, 0), gap=6)
        head = QHBoxLayout()
        head.addWidget(Text(kit, text("代理人"), size="small", bold=True))
        head.addStretch(1)
        self.remove = Button(kit, text("移除代理人"), kind="link", height="small")
        self.remove.clicked.connect(lambda _on=False: presenter.parties.remove_agent(party_id, agent_id))
        head.addWidget(self.remove)
        column.addLayout(head)
        grid = FieldGrid(kit)
        kinds: ChoiceField[AgentKind] = ChoiceField(
            kit, initials, choices_of(IntakeWords(kit.translator).agent_kinds)
        )
        self._bind(grid, "kind", FieldBox(kit, text("身份"), kinds), 3)
        for name, words, share in _lines(kit.translator):
            box = FieldBox(kit, words, LineField(kit, name=words), required=name == "name")
            self._bind(grid, name, box, share)
        column.addWidget(grid)
        self._ticks: TickSet[AuthorityScope] = TickSet(
            kit, [(scope, text(scope.term)) for scope in AuthorityScope], name=text("委托权限")
        )
        self._ticks.on_ticked(lambda chosen: presenter.typed(f"{self._prefix}.authority", chosen))
        column.addWidget(self._ticks)

    def show_agent(self, agent: AgentEntry) -> None:
        """Show an agent in the fields."""
        for name, box in self._boxes.items():
            show_in(box, getattr(agent, name))
        self._ticks.show_value(agent.authority)
        self._ticks.setVisible(agent.kind is not AgentKind.STATUTORY)

    def boxes(self) -> Iterator[FieldBox]:
        """Give the fields in order."""
        yield from self._boxes.values()

    def buttons(self) -> Iterator[QWidget]:
        """Give ticks and buttons in order."""
        yield from self._ticks.ticks()
        yield self.remove

    def release(self) -> None:
        """Untie the fields before the block goes away."""
        for box in self._boxes.values():
            self._binding.release(box)

    def _bind(self, grid: FieldGrid, name: str, box: FieldBox, share: int) -> None:
        self._boxes[name] = self._binding.bind(box, lambda: f"{self._prefix}.{name}")
        grid.add(box, share)


class AgentEditors(QWidget):
    """The agents of the party being typed, and the button for another."""

    def __init__(self, kit: Kit, presenter: IntakePresenter, binding: Binding) -> None:
        super().__init__()
        self._kit, self._presenter, self._binding = kit, presenter, binding
        self._editors: dict[UUID, AgentEditor] = {}
        self._party_id: UUID | None = None
        self._column = QVBoxLayout(self)
        kit.style.lay(self._column, gap=9)
        self._add = Button(
            kit, kit.translator.text("加代理人"), kind="link", icon="plus", keys="Alt+G", height="small"
        )
        self._add.clicked.connect(lambda _on=False: presenter.parties.add_agent(self._party_id))
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch(1)
        self._column.addLayout(row)

    def show_agents(self, party: PartyEntry) -> None:
        """Show the agents of a party; blocks that are still right stay as they are."""
        self._party_id = party.id
        wanted = {agent.id: agent for agent in party.agents}
        for agent_id in [known for known in self._editors if known not in wanted]:
            editor = self._editors.pop(agent_id)
            editor.release()
            self._column.removeWidget(editor)
            editor.deleteLater()
        for place, agent in enumerate(party.agents):
            if agent.id not in self._editors:
                made = AgentEditor(self._kit, party.id, agent.id, self._presenter, self._binding)
                self._editors[agent.id] = made
            self._column.insertWidget(place, self._editors[agent.id])
            self._editors[agent.id].show_agent(agent)

    def boxes(self) -> Iterator[FieldBox]:
        """Give the fields of all agents in order."""
        for editor in self._editors.values():
            yield from editor.boxes()

    def buttons(self) -> Iterator[QWidget]:
        """Give ticks and buttons in order."""
        for editor in self._editors.values():
            yield from editor.buttons()
        yield self._add
