"""Those invited to a session: a line each, with the parties' consent (人民调解法 art. 20)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.mediation.sessions import ParticipantRole
from app.presenters.workspace.sessions.entries import GuestEntry
from app.ui.dialogs.form_fields import initials
from app.ui.kit import Kit
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.fields import Choice, ChoiceField, LineField, TickField

Set = Callable[[UUID, str, object], None]


class GuestLines(QWidget):
    """``show_guests``; every change goes out through ``on_set``, removal through ``on_remove``."""

    def __init__(self, kit: Kit, on_set: Set, on_remove: Callable[[UUID], None]) -> None:
        super().__init__()
        self._kit, self._on_set, self._on_remove = kit, on_set, on_remove
        self._lines: dict[UUID, QWidget] = {}
        self._names: dict[UUID, LineField] = {}
        self._column = QVBoxLayout(self)
        kit.style.lay(self._column, gap=6)
        self.setObjectName("plain")

    def show_guests(self, guests: Sequence[GuestEntry], *, is_fixed: bool) -> None:
        """Show these lines."""
        for line in self._lines.values():
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines, self._names = {}, {}
        for guest in guests:
            line = self._line(guest, is_fixed=is_fixed)
            self._lines[guest.id] = line
            self._column.addWidget(line)

    def focus(self, guest_id: UUID) -> None:
        """Go to somebody's name."""
        if guest_id in self._names:
            self._names[guest_id].setFocus()

    def _line(self, guest: GuestEntry, *, is_fixed: bool) -> QWidget:
        kit, who = self._kit, guest.id
        say = self._kit.translator.text
        name = LineField(kit, placeholder=say("姓名"), name=say("参加人姓名"), compact=True)
        role = ChoiceField(
            kit,
            initials,
            [Choice(entry, say(entry.term)) for entry in ParticipantRole],
            name=say("参加人身份"),
            compact=True,
        )
        unit = LineField(kit, placeholder=say("单位、职务"), name=say("参加人单位"), compact=True)
        consent = TickField(kit, say("各方同意"))
        name.show_value(guest.name)
        role.show_value(guest.role)
        unit.show_value(guest.unit)
        consent.show_value(guest.parties_consent)
        name.on_typed(lambda text: self._on_set(who, "name", text))
        role.on_chosen(lambda value: self._on_set(who, "role", value))
        unit.on_typed(lambda text: self._on_set(who, "unit", text))
        consent.on_ticked(lambda on: self._on_set(who, "parties_consent", on))
        remove = IconButton(kit, "x", say("移除 {name}", name=guest.name))
        remove.clicked.connect(lambda _on=False: self._on_remove(who))
        line = QWidget()
        line.setObjectName("plain")
        row = QHBoxLayout(line)
        kit.style.lay(row, gap=8)
        for widget, stretch in ((name, 2), (role, 2), (unit, 3), (consent, 0), (remove, 0)):
            row.addWidget(widget, stretch)
        for field in (name, unit):
            field.setReadOnly(is_fixed)
        for box in (role, consent, remove):
            box.setEnabled(not is_fixed)
        self._names[who] = name
        return line
