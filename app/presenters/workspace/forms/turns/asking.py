"""What several of these forms ask: a reason, routes told with the papers taken along, another case."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.domain.disputes.cases import Case, TerminationReason
from app.domain.disputes.turns import HandOver, Route
from app.domain.errors import InvalidInput
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.acceptance import terms
from app.presenters.workspace.forms.asked import YES, FieldKind, FormField, Values

PAPERS = "papers"


def reason_field(desk: Desk, label: str = "") -> FormField:
    """Ask for the reason in words."""
    return FormField(
        key="reason", label=label or desk.translator.text("原因"), kind=FieldKind.TEXT, is_required=True
    )


def day_field(desk: Desk, label: str, key: str = "on") -> FormField:
    """Ask for a day, today until another is typed."""
    return FormField(
        key=key,
        label=label,
        kind=FieldKind.DAY,
        value=desk.formats.day(desk.today),
        is_required=True,
        is_half=True,
    )


def print_field(label: str) -> FormField:
    """Offer to issue the paper that belongs to the act."""
    return FormField(key="print", label=label, kind=FieldKind.TICK, value=YES)


def route_fields(desk: Desk, folder: CaseFolder) -> tuple[FormField, ...]:
    """Ask which routes were told, to which organ each leads, and which papers the parties take along."""
    say = desk.translator.text
    court = folder.organisation.confirming_court
    fields: list[FormField] = []
    for route in Route:
        tick = f"route_{route.value}"
        fields += [
            FormField(
                key=tick,
                label=say("途径：{route}", route=say(route.term)),
                kind=FieldKind.TICK,
                value=YES,
                is_half=True,
            ),
            FormField(
                key=f"organ_{route.value}",
                label=say("{route}机关", route=say(route.term)),
                value=court if route is Route.COURT else "",
                shown_if=(tick, (YES,)),
                is_half=True,
            ),
        ]
    return (*fields, *papers_field(desk, folder, say("当事人带走的材料")))


def ending_fields(desk: Desk, folder: CaseFolder) -> tuple[FormField, ...]:
    """Ask why mediation ends and which routes were told (art. 26)."""
    say = desk.translator.text
    return (
        FormField(
            key="reason",
            label=say("原因"),
            kind=FieldKind.CHOICE,
            options=terms(desk.translator, TerminationReason),
            is_required=True,
        ),
        FormField(key="note", label=say("说明"), kind=FieldKind.TEXT, hint=say("原因为“其他”时必填")),
        told_field(desk),
        *route_fields(desk, folder),
    )


def told_field(desk: Desk) -> FormField:
    """Ask to confirm that the other routes were told."""
    return FormField(
        key="routes_told",
        label=desk.translator.text("已告知仲裁、行政、司法途径"),
        kind=FieldKind.TICK,
    )


def hand_overs(values: Values, folder: CaseFolder, on: date) -> tuple[HandOver, ...]:
    """Read the routes told."""
    papers = papers_of(values, folder)
    return tuple(
        HandOver(
            id=new_id(),
            route=route,
            organ=read.line(values, f"organ_{route.value}"),
            papers=papers,
            told_on=on,
        )
        for route in Route
        if read.ticked(values, f"route_{route.value}")
    )


def papers_field(desk: Desk, folder: CaseFolder, label: str) -> tuple[FormField, ...]:
    """Offer the papers of a case to tick; a case without any has no such field."""
    del desk
    options = tuple(_papers(folder).items())
    if not options:
        return ()
    return (FormField(key=PAPERS, label=label, kind=FieldKind.TICKS, options=options),)


def papers_of(values: Values, folder: CaseFolder) -> tuple[str, ...]:
    """Read the papers ticked, by name."""
    ticked = set(values.get(PAPERS, "").split(","))
    return tuple(name for key, name in _papers(folder).items() if key in ticked)


def parties_of(case: Case) -> tuple[tuple[str, str], ...]:
    """Offer the parties of a case."""
    return tuple((str(party.id), party.name) for party in case.parties)


def party_id(values: Values, key: str) -> UUID:
    """Read the party chosen."""
    return UUID(read.needed(values.get(key) or None, key, "choice.missing"))


def other_case(desk: Desk, values: Values) -> UUID:
    """Find the case whose number was typed; a refusal stands beside the field."""
    typed = read.line(values, "number")
    if not typed:
        raise InvalidInput("link.number_missing", field="number")
    return desk.services.cases.by_number(typed)


def number_field(desk: Desk, label: str) -> FormField:
    """Ask for another case by its number or the tail of it."""
    say = desk.translator.text
    return FormField(key="number", label=label, hint=say("案号或尾号"), is_required=True, is_half=True)


def _papers(folder: CaseFolder) -> dict[str, str]:
    issued = {
        str(document.id): f"{document.title} {document.number}".strip()
        for document in folder.documents
        if not document.void_reason
    }
    return {**issued, **{str(entry.id): entry.name for entry in folder.attachments}}
