"""How every paper between organs ends: whom to ask, then seal and day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from app.documents.forms.sections import line
from app.documents.forms.wording import listed
from app.documents.pages.flow import Block
from app.documents.pages.signing import SealPlace
from app.domain.values.days.calendar_days import day_in_words


class Sent(Protocol):
    """A paper with a sender."""

    @property
    def organisation(self) -> str:
        """Whose seal it bears."""

    @property
    def contact_person(self) -> str:
        """Whom to ask."""

    @property
    def contact_phone(self) -> str:
        """How to reach who is asked."""

    @property
    def issued_day(self) -> date:
        """The day below the seal."""


def foot(contents: Sent) -> Iterator[Block]:
    """Give the line of the contact and the place of the seal."""
    yield from line("联系人", listed((contents.contact_person, contents.contact_phone)))
    yield SealPlace(contents.organisation, day_in_words(contents.issued_day))
