"""The fields of a party, by name: which exist, how wide, and for whom they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from app.i18n import Translator
from app.presenters.intake.shown import Option
from app.presenters.intake.words import LANGUAGES, IntakeWords, words
from app.ui.kit import Kit
from app.ui.widgets.fields import Choice, ChoiceField, FieldBox, LineField, TickField
from app.ui.widgets.fields.initials import initials

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """One field: its label, its share of a row, and whether persons or organisations have it."""

    name: str
    label: str
    share: int = 3
    for_persons: bool = True
    for_organisations: bool = False
    is_required: bool = False


def main_fields(translator: Translator) -> tuple[FieldPlan, ...]:
    """Plan the fields every card shows."""
    text = translator.text
    return (
        FieldPlan("name", text("姓名或单位"), 3, for_organisations=True, is_required=True),
        FieldPlan("identity_number", text("身份证号"), 4),
        FieldPlan("credit_code", text("统一社会信用代码"), 4, for_persons=False, for_organisations=True),
        FieldPlan("phone", text("电话"), 3, for_organisations=True),
        FieldPlan("language", text("语言"), 2),
        FieldPlan("contact_person", text("联系人"), 2, for_persons=False, for_organisations=True),
    )


def more_fields(translator: Translator) -> tuple[FieldPlan, ...]:
    """Plan the fields under 更多."""
    text = translator.text
    return (
        FieldPlan("sex", text("性别"), 2),
        FieldPlan("birth_date", text("出生日期")),
        FieldPlan("stated_age", text("或年龄"), 2),
        FieldPlan("ethnicity", text("民族"), 2),
        FieldPlan("identity_kind", text("证件种类"), 3),
        FieldPlan("occupation", text("职业")),
        FieldPlan("workplace", text("工作单位"), 5),
        FieldPlan("former_name", text("曾用名"), 4),
        FieldPlan(
            "legal_representative", text("法定代表人或负责人"), 4, for_persons=False, for_organisations=True
        ),
        FieldPlan("legal_representative_post", text("职务"), 3, for_persons=False, for_organisations=True),
        FieldPlan("address", text("住址或住所"), 8, for_organisations=True),
        FieldPlan("headcount", text("人数（有名群体）"), 4, for_organisations=True),
        FieldPlan("is_group_representative", text("推选"), 4, for_organisations=True),
    )


class PartyBoxes:
    """Makes the boxes of a plan."""

    def __init__(self, kit: Kit) -> None:
        self._kit, self._words = kit, IntakeWords(kit.translator)

    def make(self, plan: FieldPlan) -> FieldBox:
        """Make one field."""
        label = plan.label
        sexes: list[Option[object]] = [Option(None, self._kit.translator.text("未说明"))]
        sexes.extend(Option(option.value, option.text) for option in self._words.sexes)
        makers: dict[str, Callable[[], FieldBox]] = {
            "sex": lambda: self._choice(label, sexes),
            "identity_kind": lambda: self._choice(label, self._words.identity_kinds),
            "language": lambda: self._choice(label, self.languages("")),
            "is_group_representative": lambda: self._tick(label),
        }
        maker = makers.get(plan.name)
        if maker is not None:
            return maker()
        return FieldBox(self._kit, label, LineField(self._kit, name=label), required=plan.is_required)

    def languages(self, kept: str) -> tuple[Option[str], ...]:
        """Offer the languages, and the one that stands there whatever it is."""
        blank = Option("", self._kit.translator.text("未说明"))
        return (blank, *words(self._kit.translator, LANGUAGES, kept))

    def _choice(self, label: str, options: Iterable[Option[T]]) -> FieldBox:
        field: ChoiceField[T] = ChoiceField(self._kit, initials, choices_of(options), name=label)
        return FieldBox(self._kit, label, field)

    def _tick(self, label: str) -> FieldBox:
        text = self._kit.translator.text("代表人，为本方发言")
        return FieldBox(self._kit, label, TickField(self._kit, text))


def choices_of(options: Iterable[Option[T]]) -> tuple[Choice[T], ...]:
    """Turn a presenter's options into the choices of a field."""
    return tuple(Choice(option.value, option.text) for option in options)
