"""What somebody else saved meanwhile, in words: field by field, or act by act where steps carry no fields."""

from __future__ import annotations

from app.domain.errors import StaleWrite
from app.presenters.desk import Desk
from app.presenters.history.words import act_sentence, moment_words
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.field_names import field_name
from app.presenters.workspace.forms.view import Conflict

_WITHOUT_VALUES = frozenset({"version"})


def conflicts_of(desk: Desk, error: StaleWrite, seen: CaseFolder, now: CaseFolder) -> tuple[Conflict, ...]:
    """Give both values of every field in conflict, then what was done since the user looked."""
    fields = tuple(
        Conflict(field_name(desk.translator, name), ours, theirs)
        for name, (theirs, ours) in _sided(error).items()
        if name not in _WITHOUT_VALUES
    )
    known = {entry.id for entry in seen.history}
    news = [entry for entry in now.history if entry.id not in known]
    acts = tuple(
        Conflict(
            f"{entry.actor_name} {moment_words(desk.translator, desk.formats, entry.at, desk.today)}",
            "",
            act_sentence(desk.translator, entry),
        )
        for entry in news
    )
    return (*fields, *acts)


def _sided(error: StaleWrite) -> dict[str, tuple[str, str]]:
    """Give ``(stored, ours)`` of each field, as the repositories tell it."""
    return dict(error.conflicts)
