"""What every widget is given: the style, the translator and the formats."""

from __future__ import annotations

from dataclasses import dataclass

from app.i18n import Formats, Translator
from app.ui.style import Style


@dataclass(frozen=True, slots=True)
class Kit:
    """Passed as first argument to every widget of the kit."""

    style: Style
    translator: Translator
    formats: Formats
