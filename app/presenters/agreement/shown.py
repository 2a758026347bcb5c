"""What the agreement pane is told to show, and the contract of its view."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Literal, Protocol
from uuid import UUID

from app.domain.disputes.case_parties import PartySide
from app.domain.settlements.agreements import SignerRole, SigningManner
from app.presenters.agreement.difference import Piece
from app.presenters.agreement.entries import AgreementEntry, TermEntry
from app.presenters.agreement.original.lines import OriginalWords
from app.presenters.intake.shown import SavedNote
from app.presenters.workspace.forms.presenter import FormPresenter
from app.presenters.workspace.forms.view import Conflict

SectionState = Literal["open", "done", "must", "advice"]
StateTone = Literal["neutral", "ok", "warn", "err"]
PARTIES, FACTS, DUTIES, TERMS, SIGNING = "parties", "facts", "responsibilities", "terms", "signing"
SECTIONS = (PARTIES, FACTS, DUTIES, TERMS, SIGNING)
"""The order of 人民调解法 art. 29, then signatures and copies."""


class Moment(Enum):
    """What happens a breath after the last key, in milliseconds."""

    CHECK = 300
    PAPER = 400
    SAVE = 1500


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """One agreement of the case in the list."""

    id: UUID
    text: str


@dataclass(frozen=True, slots=True)
class PaneHead:
    """The line above the editor; verbs that cannot be taken now are left out."""

    lines: tuple[AgreementLine, ...] = ()
    current: UUID | None = None
    title: str = ""
    state: str = ""
    state_tone: StateTone = "neutral"
    can_send: bool = False
    can_draft: bool = False
    can_supplement: bool = False
    can_void: bool = False


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party of the case as the agreement offers it."""

    id: UUID
    side: PartySide
    side_word: str
    name: str
    details: str


@dataclass(frozen=True, slots=True)
class SumLine:
    """A running total and what is wrong with it; ``total`` and ``gap`` are told in bold."""

    text: str
    is_right: bool


@dataclass(frozen=True, slots=True)
class TermWords:
    """What a term says about itself; ``lead`` is what it does to the original, before its sentence."""

    title: str
    lead: str = ""
    capital: str = ""
    instalments: SumLine | None = None
    shares: SumLine | None = None
    sentence: str = ""
    generated: str = ""
    departs: bool = False
    is_outdated: bool = False
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionWords:
    """How a section stands, and its content in one line."""

    state: SectionState
    gist: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One thing found: ``fix`` is the verb of the one certain fix, or empty."""

    key: str
    section: str
    sentence: str
    is_must: bool
    fix: str = ""


@dataclass(frozen=True, slots=True)
class CheckWords:
    """The panel at the foot; ``current`` is the row F8 stands on, -1 for none."""

    must: int
    advice: int
    passed: int
    rows: tuple[CheckRow, ...]
    current: int = -1


@dataclass(frozen=True, slots=True)
class FieldMark:
    """A field that is wrong or worth a look."""

    is_must: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class SigningRow:
    """One place on the paper and what stands in it."""

    role: SignerRole
    signer_id: UUID | None
    role_word: str
    name: str
    is_required: bool
    is_signed: bool
    how: str = ""
    more: str = ""
    agents: tuple[str, ...] = ()
    manner: SigningManner = SigningManner.SIGNATURE
    is_refused: bool = False


@dataclass(frozen=True, slots=True)
class SigningWords:
    """The signing panel of an issued agreement.

    ``refused`` tells what a refusal means and what may be done; ``drawing`` why nothing may be signed on
    the screen, empty where it may.
    """

    rows: tuple[SigningRow, ...]
    summary: str
    is_effective: bool
    can_sign: bool
    today: date
    note: str = ""
    gist: str = ""
    refused: str = ""
    drawing: str = ""


@dataclass(frozen=True, slots=True)
class IssueForm:
    """What the 送签 dialog says."""

    copies: int
    copies_words: str
    day: date
    number_note: str
    supplements: str = ""


class AgreementView(Protocol):
    """The pane, told what to show."""

    def show_head(self, head: PaneHead) -> None:
        """Show which agreements there are and what can be done."""

    def show_nothing(self, sentence: str, *, can_draft: bool) -> None:
        """Show that there is no agreement."""

    def show_entry(self, entry: AgreementEntry, parties: Sequence[PartyLine]) -> None:
        """Show another draft as a whole."""

    def show_terms(self, terms: Sequence[TermEntry]) -> None:
        """Show the terms anew: one was added, removed or moved."""

    def show_term(self, term: TermEntry) -> None:
        """Show one term anew: its lines or its choices changed."""

    def show_value(self, key: str, value: object) -> None:
        """Show a value in its written form."""

    def show_term_words(self, term_id: UUID, words: TermWords) -> None:
        """Show what a term says about itself."""

    def show_sections(self, sections: Mapping[str, SectionWords]) -> None:
        """Show how every section stands."""

    def show_original(self, words: OriginalWords) -> None:
        """Show the terms of the agreement that a supplement changes; without lines, none."""

    def show_copies(self, copies: str, signers: str) -> None:
        """Show copies and signers in words."""

    def show_checks(self, checks: CheckWords) -> None:
        """Show what was found."""

    def show_marks(self, marks: Mapping[str, FieldMark]) -> None:
        """Mark these fields and no others."""

    def show_saved(self, note: SavedNote) -> None:
        """Show how far what is typed is kept."""

    def show_paper(self, pdf: bytes, *, is_draft: bool) -> None:
        """Show the paper."""

    def show_paper_failure(self, sentence: str) -> None:
        """Say why the paper is not what is typed; an empty sentence takes it away."""

    def light_up(self, text: str) -> None:
        """Light up a text on the paper."""

    def show_failure(self, sentence: str) -> None:
        """Say at the top what failed; an empty sentence takes it away."""

    def show_conflicts(self, sentence: str, conflicts: Sequence[Conflict]) -> None:
        """Show both values of what two people saved differently; none takes the panel away."""

    def show_signing(self, words: SigningWords) -> None:
        """Show the signing panel instead of the editor."""

    def show_step_words(self, words: str) -> None:
        """Change the words of the filled button; empty for the usual verb."""

    def focus_field(self, key: str, cursor: int = -1) -> None:
        """Open what hides a field and take the user there."""

    def focus_signing(self) -> None:
        """Take the user to the first place that is not signed."""

    def expect(self, moment: Moment) -> None:
        """Call ``due(moment)`` that long after the last of these calls."""

    def ask_issue(self, form: IssueForm) -> None:
        """Open the 送签 dialog."""

    def refuse_issue(self, sentence: str) -> None:
        """Say in the dialog why it was not issued; what stands there stays."""

    def issued(self) -> None:
        """Close the dialog: it was issued."""


class SigningView(Protocol):
    """The panel of the places to sign: the windows it opens."""

    def open_form(self, form: FormPresenter) -> None:
        """Open the window of a form."""

    def ask_drawing(self, name: str, draw: Callable[[bytes, str], None]) -> None:
        """Open the window in which somebody signs; ``draw`` takes the picture and the day as typed."""

    def drawn(self) -> None:
        """Close the window in which somebody signed."""

    def refuse_drawing(self, sentence: str) -> None:
        """Say in that window why the signature was not recorded."""
