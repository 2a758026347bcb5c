"""What both forms ask: who takes part, and yes or no where nothing may be assumed."""

from __future__ import annotations

from uuid import UUID

from app.domain.errors import InvalidInput
from app.domain.filing.documents import IssuedDocument
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import with_paper
from app.presenters.workspace.forms.asked import FieldKind, FormField, Sent, Values
from app.presenters.workspace.forms.turns.asking import parties_of
from app.presenters.workspace.papers import Paper
from app.services.done import Done

_YES, _NO = "yes", "no"


def parties_field(key: str, label: str, folder: CaseFolder) -> FormField:
    """Let the user tick parties; nobody is ticked for them."""
    return FormField(
        key=key, label=label, kind=FieldKind.TICKS, options=parties_of(folder.case), is_required=True
    )


def ids_of(values: Values, key: str) -> tuple[UUID, ...]:
    """Read what was ticked."""
    return tuple(UUID(code) for code in values.get(key, "").split(",") if code)


def yes_field(key: str, label: str, yes: str, no: str) -> FormField:
    """Ask for one of two answers; it stands empty until somebody answers."""
    return _either(key, label, ((_YES, yes), (_NO, no)))


def no_field(key: str, label: str, no: str, yes: str) -> FormField:
    """Ask for one of two answers of which the usual one is no; it too stands empty."""
    return _either(key, label, ((_NO, no), (_YES, yes)))


def _either(key: str, label: str, options: tuple[tuple[str, str], ...]) -> FormField:
    return FormField(
        key=key,
        label=label,
        kind=FieldKind.CHOICE,
        options=options,
        is_required=True,
        is_half=True,
    )


def answered(values: Values, key: str) -> bool:
    """Read an answer that must be there."""
    code = values.get(key, "")
    if code not in {_YES, _NO}:
        raise InvalidInput("choice.missing", field=key)
    return code == _YES


def issued(desk: Desk, values: Values, done: Done[IssuedDocument], told: str) -> Sent:
    """Tell of the application and print it where that was asked; it is issued whatever the print does."""
    sent = Sent(done.changes, told)
    if not read.ticked(values, "print"):
        return sent
    paper, bytes_of = done.value, desk.services.issuing.bytes_of
    return with_paper(desk, sent, lambda: Paper(bytes_of(paper.id), paper.title, paper.copies, done.changes))
