"""The pages of the first start."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.people.organisations import CommitteeKind, OrganisationKind
from app.domain.people.staff import StaffRole
from app.presenters.first_start import (
    COMMITTEE_KINDS,
    KINDS,
    ROLES,
    FirstStartPresenter,
    StaffEntry,
    StudioEntry,
)
from app.ui.kit import Kit
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.fields import ChipGroup, ChipItem, Choice, ChoiceField, FieldBox, LineField
from app.ui.widgets.fields.grid import FieldGrid
from app.ui.widgets.fields.initials import initials
from app.ui.widgets.fields.ticks import TickSet
from app.ui.widgets.texts import Text


class Step(QWidget):
    """A page with fields by key."""

    def __init__(self, kit: Kit, presenter: FirstStartPresenter) -> None:
        super().__init__()
        self._kit, self._presenter = kit, presenter
        self._boxes: dict[str, FieldBox] = {}
        self.setObjectName("plain")
        self.column = QVBoxLayout(self)
        kit.style.lay(self.column, gap=10)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Show the sentences of this page's fields."""
        for key, box in self._boxes.items():
            box.set_problem("error" if key in problems else None, problems.get(key, ""))

    def focus_key(self, key: str) -> FieldBox | None:
        """Take the user to a field of this page; None when it is on another."""
        box = self._boxes.get(key)
        if box is not None:
            box.focus()
        return box

    def line(self, key: str, label: str, typed: str = "", *, is_required: bool = False) -> FieldBox:
        """Make a line of text under a key."""
        field = LineField(self._kit, name=label)
        field.show_value(typed)
        field.on_typed(lambda text: self._presenter.typed(key, text))
        self._boxes[key] = FieldBox(self._kit, label, field, required=is_required)
        return self._boxes[key]

    def forget(self, prefix: str) -> None:
        """Forget the fields whose keys begin so."""
        self._boxes = {key: box for key, box in self._boxes.items() if not key.startswith(prefix)}


class CommitteeStep(Step):
    """Whose house this is: name, kind, the short form in numbers, place, court, studios."""

    def __init__(self, kit: Kit, presenter: FirstStartPresenter) -> None:
        super().__init__(kit, presenter)
        text = kit.translator.text
        grid = FieldGrid(kit)
        grid.add(self.line("name", text("全称（与公章一致）"), is_required=True), 8)
        grid.add(self.line("number_code", text("编号简称"), is_required=True), 4)
        kinds: ChipGroup[OrganisationKind] = ChipGroup(
            kit, [ChipItem(kind, text(kind.term)) for kind in KINDS], name=text("机构"), with_keys=False
        )
        kinds.show_value(presenter.entry.kind)
        kinds.on_chosen(self._choose_kind)
        grid.add(FieldBox(kit, text("机构"), kinds), 12)
        six: ChoiceField[CommitteeKind] = ChoiceField(
            kit, initials, [Choice(kind, text(kind.term)) for kind in COMMITTEE_KINDS]
        )
        six.show_value(presenter.entry.committee_kind)
        six.on_chosen(lambda kind: presenter.typed("committee_kind", kind))
        self._six = FieldBox(kit, text("调委会类别"), six)
        grid.add(self._six, 8)
        grid.add(self.line("tier", text("层级（如 社区）")), 4)
        grid.add(self.line("address", text("地址")), 8)
        grid.add(self.line("phone", text("电话")), 4)
        grid.add(self.line("confirming_court", text("司法确认的基层人民法院")), 12)
        self.column.addWidget(grid)
        self.column.addWidget(Text(kit, text("调解室（可不填）"), size="title3", bold=True))
        seal = text("公章属于调委会。调解室没有公章，协议书一律盖调委会公章。")
        self.column.addWidget(Text(kit, seal, size="small", tone="text2", wrap=True))
        self._studios = QVBoxLayout()
        kit.style.lay(self._studios, gap=6)
        self.column.addLayout(self._studios)
        self._lines: dict[UUID, QWidget] = {}
        add = Button(kit, text("加调解室"), kind="link", icon="plus", height="small")
        add.clicked.connect(lambda _on=False: presenter.add_studio())
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch(1)
        self.column.addLayout(row)

    def show_studios(self, studios: tuple[StudioEntry, ...]) -> None:
        """Show a line for each studio; lines that are still right stay."""
        wanted = {studio.id for studio in studios}
        for studio_id in [known for known in self._lines if known not in wanted]:
            self.forget(f"{studio_id}.")
            line = self._lines.pop(studio_id)
            self._studios.removeWidget(line)
            line.hide()
            line.deleteLater()
        for studio in studios:
            if studio.id not in self._lines:
                self._lines[studio.id] = self._line_of(studio)
                self._studios.addWidget(self._lines[studio.id])

    def _line_of(self, studio: StudioEntry) -> QWidget:
        holder, text = QWidget(), self._kit.translator.text
        row = QHBoxLayout(holder)
        self._kit.style.lay(row, gap=8)
        row.addWidget(self.line(f"{studio.id}.name", text("调解室名称"), studio.name), 4)
        row.addWidget(self.line(f"{studio.id}.address", text("地址"), studio.address), 6)
        remove = IconButton(self._kit, "x", text("移除调解室"))
        remove.clicked.connect(lambda _on=False: self._presenter.remove_studio(studio.id))
        row.addWidget(remove)
        return holder

    def _choose_kind(self, kind: OrganisationKind) -> None:
        self._presenter.typed("kind", kind)
        is_committee = kind is OrganisationKind.COMMITTEE
        self._boxes["number_code"].set_required(is_committee)
        self._six.setVisible(is_committee)


class StaffStep(Step):
    """Who works here, one block each."""

    def __init__(self, kit: Kit, presenter: FirstStartPresenter) -> None:
        super().__init__(kit, presenter)
        text = kit.translator.text
        hint = text("先填常用的一两位，其他人以后在设置里加。")
        self.column.addWidget(Text(kit, hint, size="small", tone="text2", wrap=True))
        self._blocks: dict[UUID, QWidget] = {}
        self._rooms: dict[UUID, ChoiceField[UUID]] = {}
        self._list = QVBoxLayout()
        kit.style.lay(self._list, gap=14)
        self.column.addLayout(self._list)
        add = Button(kit, text("加一位"), kind="link", icon="plus", height="small")
        add.clicked.connect(lambda _on=False: presenter.add_member())
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch(1)
        self.column.addLayout(row)

    def show_staff(self, staff: tuple[StaffEntry, ...], studios: tuple[StudioEntry, ...]) -> None:
        """Show a block for everybody; blocks that are still right stay."""
        wanted = {member.id for member in staff}
        for member_id in [known for known in self._blocks if known not in wanted]:
            self.forget(f"{member_id}.")
            self._rooms.pop(member_id)
            block = self._blocks.pop(member_id)
            self._list.removeWidget(block)
            block.hide()
            block.deleteLater()
        for member in staff:
            if member.id not in self._blocks:
                self._blocks[member.id] = self._block(member)
                self._list.addWidget(self._blocks[member.id])
            room = self._rooms[member.id]
            room.show_choices([Choice(studio.id, studio.name.strip()) for studio in studios])
            room.show_value(member.studio_id)

    def _block(self, member: StaffEntry) -> QWidget:
        kit, text = self._kit, self._kit.translator.text
        block = QWidget()
        column = QVBoxLayout(block)
        kit.style.lay(column, gap=6)
        grid = FieldGrid(kit)
        grid.add(self.line(f"{member.id}.name", text("姓名"), member.name, is_required=True), 4)
        grid.add(self.line(f"{member.id}.phone", text("电话"), member.phone), 4)
        room: ChoiceField[UUID] = ChoiceField(kit, initials, [], placeholder=text("不限调解室"))
        room.on_chosen(lambda studio_id: self._presenter.typed(f"{member.id}.studio_id", studio_id))
        self._rooms[member.id] = room
        grid.add(FieldBox(kit, text("调解室"), room), 4)
        column.addWidget(grid)
        roles: TickSet[StaffRole] = TickSet(kit, [(role, text(role.term)) for role in ROLES])
        roles.show_value(member.roles)
        roles.on_ticked(lambda chosen: self._presenter.typed(f"{member.id}.roles", chosen))
        box = FieldBox(kit, text("工作"), roles)
        self._boxes[f"{member.id}.roles"] = box
        row = QHBoxLayout()
        row.addWidget(box, 1)
        remove = IconButton(kit, "x", text("移除此人"))
        remove.clicked.connect(lambda _on=False: self._presenter.remove_member(member.id))
        row.addWidget(remove)
        column.addLayout(row)
        return block


class MeStep(Step):
    """Who of them sits at this computer."""

    def __init__(self, kit: Kit, presenter: FirstStartPresenter) -> None:
        super().__init__(kit, presenter)
        text = kit.translator.text
        why = text("办理的每一步都记在您名下。这台电脑下次打开仍是这一位。")
        self.column.addWidget(Text(kit, why, tone="text2", wrap=True))
        self._people: ChipGroup[UUID] = ChipGroup(kit, [], name=text("您是哪一位"))
        self._people.on_chosen(lambda member_id: presenter.typed("me", member_id))
        self._boxes["me"] = FieldBox(kit, text("您是哪一位"), self._people)
        self.column.addWidget(self._boxes["me"])

    def show_people(self, people: tuple[tuple[UUID, str], ...], me: UUID | None) -> None:
        """Offer those who work here."""
        self._people.show_items([ChipItem(member_id, name) for member_id, name in people])
        self._people.show_value(me)
