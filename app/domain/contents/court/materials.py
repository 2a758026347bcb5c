"""法院材料清单: what is handed to a court with an application, in its order, and between whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.domain.contents.court.papers import (
    ConfirmationApplicationContents,
    EnforcementApplicationContents,
)
from app.domain.contents.parts import SigningPart
from app.domain.filing.kinds import DocumentKind
from app.domain.values.termed import Termed

MISSING = "还缺："
ORIGINALS = "写“原件”的交签名、盖章的那一份；写“复印件”的与原件核对一致。"
RECEIVED = "上列材料已当面点清。"


class MaterialForm(Termed):
    """Whether a paper is handed over itself, or a copy of it."""

    ORIGINAL = "original", "原件"
    COPY = "copy", "复印件"


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialPart:
    """One line of the list; no pages are told of a file nobody can count, so that a hand may write them."""

    position: int
    name: str
    about: str = ""
    form: MaterialForm
    pages: int | None = None
    copies: int = 1
    remarks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtMaterialsContents:
    """法院材料清单: the first leaf of what goes to a court, drawn anew with every pack."""

    kind: ClassVar[DocumentKind] = DocumentKind.COURT_MATERIALS
    number: str
    committee: str
    court: str
    purpose: str
    title: str
    agreement_number: str
    items: tuple[MaterialPart, ...]
    missing: tuple[str, ...] = ()
    listed_on: date
    signers: tuple[SigningPart, ...]


def materials_contents(
    application: ConfirmationApplicationContents | EnforcementApplicationContents,
    title: str,
    items: tuple[MaterialPart, ...],
    *,
    missing: tuple[str, ...],
    handed_by: str,
    on: date,
) -> CourtMaterialsContents:
    """List what goes along with an application; whoever takes it in signs beside who hands it over."""
    return CourtMaterialsContents(
        number=application.number,
        committee=application.committee,
        court=application.court,
        purpose=application.kind.term,
        title=title,
        agreement_number=application.agreement_number,
        items=items,
        missing=missing,
        listed_on=on,
        signers=(SigningPart(label="移交人", name=handed_by), SigningPart(label="接收人", name="")),
    )
