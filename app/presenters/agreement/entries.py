"""What stands in the fields of an agreement, as typed: valid or not, it is what the draft keeps."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.settlements.agreements import MediationAgreement
from app.domain.settlements.terms import Due, DueKind, Instalment, PeriodWord, Share, Term, TermKind
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.domain.values.plain import from_json, to_json
from app.i18n.formats import Formats


@dataclass(slots=True, kw_only=True)
class DueEntry:
    """When a term is due: its kind is chosen, the rest typed."""

    kind: DueKind = DueKind.UNSTATED
    day: str = ""
    amount: str = ""
    unit: PeriodWord = PeriodWord.DAY
    condition: str = ""


@dataclass(slots=True, kw_only=True)
class InstalmentEntry:
    """One line of the instalments; ``due`` is one text (a day, 签订时, 签订后30日内)."""

    id: UUID
    due: str = ""
    amount: str = ""
    manner: str = ""


@dataclass(slots=True, kw_only=True)
class ShareEntry:
    """One line of what each payee receives."""

    id: UUID
    party_id: UUID
    amount: str = ""


@dataclass(slots=True, kw_only=True)
class TermEntry:
    """One term being typed.

    ``edited_text`` stands instead of the generated sentence; ``edited_from`` is the generated
    sentence it departed from, so that a later change of the fields can be told.
    """

    id: UUID
    kind: TermKind
    payer_ids: tuple[UUID, ...] = ()
    payee_ids: tuple[UUID, ...] = ()
    amount: str = ""
    nature: str = ""
    is_joint: bool = False
    due: DueEntry
    manner: str = ""
    place: str = ""
    act: str = ""
    consequence: str = ""
    shares: tuple[ShareEntry, ...] = ()
    instalments: tuple[InstalmentEntry, ...] = ()
    edited_text: str | None = None
    edited_from: str = ""
    amends_id: UUID | None = None

    @property
    def is_blank(self) -> bool:
        """Tell a term into which nothing was typed."""
        typed = (self.amount, self.act, self.manner, self.place, self.consequence, self.nature)
        return (
            not any(typed)
            and self.amends_id is None
            and not self.shares
            and not self.instalments
            and self.edited_text is None
        )


@dataclass(slots=True, kw_only=True)
class AgreementEntry:
    """The whole editor."""

    facts: str = ""
    matters: str = ""
    responsibilities: str = ""
    court_copy: bool = False
    party_ids: tuple[UUID, ...] = ()
    terms: tuple[TermEntry, ...] = ()

    def term(self, term_id: UUID) -> TermEntry | None:
        """Find a term."""
        return next((term for term in self.terms if term.id == term_id), None)


@dataclass(slots=True, kw_only=True)
class Kept:
    """What the draft keeps: the fields, the version they were typed on, whether it holds them."""

    version: int
    is_stored: bool
    entry: AgreementEntry


def to_payload(kept: Kept) -> str:
    """Write what the draft keeps."""
    return to_json(kept)


def from_payload(payload: str) -> Kept:
    """Read a draft back; raises ValueError, TypeError, AttributeError or KeyError for what is none."""
    return from_json(Kept, payload)


def blank_term(kind: TermKind) -> TermEntry:
    """Make an empty term."""
    return TermEntry(id=new_id(), kind=kind, due=DueEntry())


def entry_of(agreement: MediationAgreement, formats: Formats) -> AgreementEntry:
    """Give the fields of a saved agreement, sums and days in their written form."""
    return AgreementEntry(
        facts=agreement.facts,
        matters=agreement.matters,
        responsibilities=agreement.responsibilities,
        court_copy=agreement.court_copy,
        party_ids=agreement.party_ids,
        terms=tuple(term_entry(term, formats) for term in agreement.terms),
    )


def written_sum(amount: Money | None, formats: Formats) -> str:
    """Write a sum as its field shows it; nothing and zero are empty fields."""
    return formats.money(amount) if amount else ""


def write_due(due: Due, formats: Formats) -> str:
    """Write a due date as `read_due` reads it."""
    if due.kind is DueKind.ON_SIGNING:
        return "签订时"
    if due.kind is DueKind.ON_DAY and due.day is not None:
        return formats.day(due.day)
    if due.kind is DueKind.AFTER_SIGNING and due.amount is not None:
        return f"签订后{due.amount}{due.unit.term}内"
    if due.kind is DueKind.ON_CONDITION and due.condition:
        return due.condition if due.condition.endswith("后") else f"{due.condition}时"
    return ""


def term_entry(term: Term, formats: Formats) -> TermEntry:
    """Give the fields of a term, sums and days in their written form."""
    return TermEntry(
        id=term.id,
        kind=term.kind,
        payer_ids=term.payer_ids,
        payee_ids=term.payee_ids,
        amount=written_sum(term.amount, formats),
        nature=term.nature,
        is_joint=term.is_joint,
        due=_due(term.due, formats),
        manner=term.manner,
        place=term.place,
        act=term.act,
        consequence=term.consequence,
        shares=tuple(_share(share, formats) for share in term.payee_shares),
        instalments=tuple(_instalment(entry, formats) for entry in term.instalments),
        edited_text=term.edited_text,
        amends_id=term.amends_id,
    )


def _due(due: Due, formats: Formats) -> DueEntry:
    return DueEntry(
        kind=due.kind,
        day=formats.day(due.day) if due.day is not None else "",
        amount=str(due.amount) if due.amount is not None else "",
        unit=due.unit,
        condition=due.condition,
    )


def _share(share: Share, formats: Formats) -> ShareEntry:
    return ShareEntry(id=share.id, party_id=share.party_id, amount=written_sum(share.amount, formats))


def _instalment(entry: Instalment, formats: Formats) -> InstalmentEntry:
    return InstalmentEntry(
        id=entry.id,
        due=write_due(entry.due, formats),
        amount=written_sum(entry.amount, formats),
        manner=entry.manner,
    )
