"""When a term is due: its kind, and the field that kind needs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.settlements.terms import DueKind, PeriodWord
from app.domain.values.days.calendar_days import parse_day
from app.presenters.agreement.entries import DueEntry
from app.ui.kit import Kit
from app.ui.screens.agreement.fields import Fields
from app.ui.widgets.fields import Choice, ChoiceField, DayField, FieldBox, LineField, Today
from app.ui.widgets.fields.grid import FieldGrid
from app.ui.widgets.fields.initials import initials

_ROOMY, _TIGHT, _WHOLE = 360, 260, 4


class TermGrid(FieldGrid):
    """The grid of a term: the pane is narrow, its fields are short."""

    def _factor(self) -> int:
        width = self.width() / self._kit.style.scale
        return 1 if width >= _ROOMY else 2 if width >= _TIGHT else _WHOLE


class DueFields:
    """The fields are put into the grid of their term; :meth:`shown` tells which of them are wanted."""

    def __init__(self, kit: Kit, fields: Fields, term_id: object, grid: FieldGrid, today: Today) -> None:
        say = kit.translator.text
        path = f"terms.{term_id}.due"
        kinds = [Choice(kind, say(kind.term)) for kind in DueKind]
        units = [Choice(unit, say(unit.term)) for unit in PeriodWord]
        self._kind: ChoiceField[DueKind] = ChoiceField(kit, initials, kinds)
        self._day = DayField(kit, lambda typed: parse_day(typed, today()), placeholder=say("2026-12-25"))
        self._amount = LineField(kit, placeholder=say("30"))
        self._unit: ChoiceField[PeriodWord] = ChoiceField(kit, initials, units)
        self._condition = LineField(kit, placeholder=say("房屋过户完成"))
        self._boxes = {
            "kind": FieldBox(kit, say("期限"), self._kind),
            "day": FieldBox(kit, say("哪一日前"), self._day),
            "amount": FieldBox(kit, say("签订后多久"), self._amount),
            "unit": FieldBox(kit, say("单位"), self._unit),
            "condition": FieldBox(kit, say("什么条件"), self._condition),
        }
        for name, share in (("kind", 4), ("day", 4), ("amount", 2), ("unit", 2), ("condition", 8)):
            grid.add(self._boxes[name], share)
        fields.bind(f"{path}.kind", self._kind)
        fields.bind(f"{path}.day", self._day)
        fields.bind(f"{path}.amount", self._amount)
        fields.bind(f"{path}.unit", self._unit)
        fields.bind(f"{path}.condition", self._condition)

    def show_due(self, due: DueEntry) -> None:
        """Show what stands in the fields."""
        self._kind.show_value(due.kind)
        self._day.show_value(due.day)
        self._amount.show_value(due.amount)
        self._unit.show_value(due.unit)
        self._condition.show_value(due.condition)

    def order(self) -> list[QWidget]:
        """Give the fields in the order of Tab and Enter."""
        return [box.editor for box in self._boxes.values()]

    def shown(self, due: DueEntry) -> set[QWidget]:
        """Tell which boxes a kind of due date needs."""
        needed = {
            DueKind.ON_DAY: ("kind", "day"),
            DueKind.AFTER_SIGNING: ("kind", "amount", "unit"),
            DueKind.ON_CONDITION: ("kind", "condition"),
        }
        return {self._boxes[name] for name in needed.get(due.kind, ("kind",))}
