"""Fields of a form: they never refuse, cut or reorder what is typed; they say what is wrong."""

from app.ui.widgets.fields.box import FieldBox
from app.ui.widgets.fields.chips import ChipGroup, ChipItem
from app.ui.widgets.fields.choice import Choice, ChoiceField
from app.ui.widgets.fields.file import FILE_KEYS, FileField
from app.ui.widgets.fields.line import LineField, State
from app.ui.widgets.fields.parsed import DayField, MoneyField, ParsedField, Today
from app.ui.widgets.fields.text import TextField
from app.ui.widgets.fields.tick import TickField

__all__ = [
    "FILE_KEYS",
    "ChipGroup",
    "ChipItem",
    "Choice",
    "ChoiceField",
    "DayField",
    "FieldBox",
    "FileField",
    "LineField",
    "MoneyField",
    "ParsedField",
    "State",
    "TextField",
    "TickField",
    "Today",
]
