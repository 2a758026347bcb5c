"""Fields that the forms of referrals, guidance and orders share, and the paper some of them print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.changes import Changes
from app.domain.duties.referrals.guidance import SixServices
from app.domain.errors import DomainError
from app.domain.filing.kinds import DocumentKind
from app.domain.people.staff import StaffMember
from app.presenters.desk import Desk
from app.presenters.sentences import sentence
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import YES, FieldKind, FormField, Sent, Values
from app.presenters.workspace.papers import Paper


def day_field(
    desk: Desk, key: str, label: str, *, on: date | None = None, is_needed: bool = True
) -> FormField:
    """Ask for a day: today unless another is given; one that may stay open begins empty."""
    value = desk.formats.day(on or desk.today) if is_needed or on is not None else ""
    return FormField(
        key=key, label=label, kind=FieldKind.DAY, value=value, is_required=is_needed, is_half=True
    )


def owner_field(desk: Desk, *, value: str | None = None, is_half: bool = True) -> FormField:
    """Ask who answers for it here; nothing in transit is without somebody. Reads the roster."""
    say = desk.translator.text
    return FormField(
        key="owner",
        label=say("责任人"),
        kind=FieldKind.CHOICE,
        value=str(desk.me.id) if value is None else value,
        options=tuple((str(member.id), member.name) for member in at_work(desk)),
        is_required=True,
        is_half=is_half,
    )


def at_work(desk: Desk) -> tuple[StaffMember, ...]:
    """Give who may answer for something: everybody on the roster who has not left."""
    return tuple(m for m in desk.services.people.staff() if m.left_on is None or m.left_on > desk.today)


def owner_of(desk: Desk, values: Values) -> StaffMember:
    """Read who was chosen."""
    chosen = values.get("owner", "")
    member = next((member for member in at_work(desk) if str(member.id) == chosen), None)
    return read.needed(member, "owner", "choice.missing")


def guide_key(service: SixServices) -> str:
    """Name the form that guides to one service."""
    return f"guide_{service.value}"


def print_field(label: str) -> FormField:
    """Offer to print the paper at once."""
    return FormField(key="print", label=label, kind=FieldKind.TICK, value=YES)


@dataclass(frozen=True, slots=True)
class Page:
    """Which paper of a case is meant: its kind, and the link it belongs to."""

    kind: DocumentKind
    case_id: UUID
    subject_id: UUID


def with_letter(desk: Desk, values: Values, sent: Sent, page: Page) -> Sent:
    """Add the paper to print; the step is done whatever becomes of its paper, so a refusal is only told."""
    if not read.ticked(values, "print"):
        return sent
    try:
        paper = letter(desk, page)
    except DomainError as error:
        why = sentence(desk.translator, error)
        return Sent(sent.changes, desk.translator.text("{told}；未打印：{why}", told=sent.told, why=why))
    return Sent(sent.changes | paper.changes, sent.told, paper)


def letter(desk: Desk, page: Page) -> Paper:
    """Give the paper of a link as it was issued; one that was never issued is issued now."""
    issuing = desk.services.issuing
    for document in reversed(desk.services.cases.folder(page.case_id).documents):
        is_it = document.kind is page.kind and document.subject_id == page.subject_id
        if is_it and not document.void_reason:
            return Paper(issuing.bytes_of(document.id), document.title, document.copies, Changes())
    done = issuing.issue(page.kind, page.case_id, page.subject_id, actor=desk.actor)
    return Paper(issuing.bytes_of(done.value.id), done.value.title, done.value.copies, done.changes)
