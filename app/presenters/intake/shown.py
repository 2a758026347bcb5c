"""What the intake page is told to show, and the contract of its view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from app.domain.disputes.case_parties import PartySide
from app.presenters.intake.entries import IntakeEntry, PartyEntry
from app.presenters.triage.shown import AdviceView

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One choice and its words."""

    value: T
    text: str


class FieldState(Enum):
    """How a field stands."""

    WRONG = "error"
    ADVICE = "warning"


@dataclass(frozen=True, slots=True)
class FieldNote:
    """The sentence below a field that is wrong or worth a look."""

    state: FieldState
    sentence: str

    @property
    def is_wrong(self) -> bool:
        """Tell what must be mended from what is only worth a look."""
        return self.state is FieldState.WRONG


@dataclass(frozen=True, slots=True)
class Footer:
    """还差 n 项 with the names of the first few; empty when nothing is missing."""

    text: str = ""
    names: str = ""


class SavedState(Enum):
    """Whether the draft holds what stands on the page."""

    NOTHING = "nothing"
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SavedNote:
    """The state of the draft, and when it was last saved (10:46)."""

    state: SavedState
    time: str = ""


@dataclass(frozen=True, slots=True)
class PartyWords:
    """What a party's card says: number, the folded line, what its identity number told, who it looks like."""

    title: str
    gist: str
    from_number: str = ""
    hint: str = ""
    number: str = ""
    """Which of several on its side (第 59 位); empty for the only one."""


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One line of the comparison with the register: None where there is nothing to compare."""

    label: str
    here: str
    register: str
    is_same: bool | None = None


@dataclass(frozen=True, slots=True)
class KnownOffer:
    """Somebody in the register who may be the one being typed."""

    party_id: UUID
    title: str
    rows: tuple[CompareRow, ...]
    others: str = ""


@dataclass(frozen=True, slots=True)
class SimilarCase:
    """An open case between the same names."""

    case_id: UUID
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class AheadLine:
    """One thing that registering will do, and why."""

    text: str
    detail: str = ""


class IntakeView(AdviceView, Protocol):
    """The page, told what to show."""

    def show_entry(self, entry: IntakeEntry) -> None:
        """Show another page as a whole: a draft, a cleared page, what an undo brought back."""

    def show_side(self, side: PartySide, parties: tuple[PartyEntry, ...]) -> None:
        """Show the cards of one side anew: one was added, removed, opened or changed by a choice."""

    def show_party_words(self, party_id: UUID, words: PartyWords) -> None:
        """Show what a card says about itself."""

    def show_value(self, key: str, value: object) -> None:
        """Show a value in its written form in its field."""

    def show_notes(self, notes: Mapping[str, FieldNote]) -> None:
        """Show these sentences at their fields and none at any other."""

    def show_sides_done(self, done: Mapping[str, bool]) -> None:
        """Show which of the four parts (source, applicants, respondents, dispute) are complete."""

    def show_title_hint(self, text: str) -> None:
        """Show the title that will be used when none is typed."""

    def show_risk_hint(self, text: str) -> None:
        """Show the suggested level."""

    def show_footer(self, footer: Footer) -> None:
        """Show what is missing."""

    def show_saved(self, note: SavedNote) -> None:
        """Show whether the draft holds all."""

    def show_elapsed(self, text: str) -> None:
        """Show how long the user has been at it (0:52)."""

    def show_known(self, offer: KnownOffer | None) -> None:
        """Offer a person of the register, or nobody."""

    def show_similar(self, cases: tuple[SimilarCase, ...]) -> None:
        """Warn of open cases between the same names."""

    def show_ahead(self, lines: tuple[AheadLine, ...]) -> None:
        """Say what registering will do."""

    def show_failure(self, sentence: str) -> None:
        """Say at the top of the page what failed; an empty sentence takes it away."""

    def set_busy(self, *, is_busy: bool) -> None:
        """Hold the page still while the case is being registered."""

    def focus_field(self, key: str, cursor: int = -1) -> None:
        """Take the user to a field, at a place in its text (-1: the end)."""

    def expect_save(self) -> None:
        """Call ``save_draft`` a breath (1.5 s) after the last of these calls."""
