"""The form of one block: its text and the day it is used from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.domain.errors import DomainError, InvalidInput
from app.domain.filing.wordings.checking import check_wording
from app.domain.filing.wordings.places import BlockPlace, BlockState
from app.domain.values.days.calendar_days import parse_day
from app.presenters.desk import Desk
from app.presenters.rosters.entry_form import EntryField, EntryForm, FieldKind, FieldProblem, Saved, Values

TEXT, VALID_FROM = "text", "valid_from"


def text_now(place: BlockPlace, state: BlockState, today: date) -> str:
    """Give the text in force today."""
    own = "" if state.local is None else state.local.text_on(today)
    return own or place.block.text


def block_form(desk: Desk, place: BlockPlace, state: BlockState) -> EntryForm[BlockState]:
    """Ask for the text of a block; what is wrong with it stays typed and is not put in force."""
    say, wordings = desk.translator.text, desk.services.wordings

    def write(values: Values, seen: BlockState) -> Saved:
        text, day = values.get(TEXT, "").strip(), _day(values, desk.today)
        if text == place.block.text and day == desk.today:
            done = wordings.restore(place, actor=desk.actor, version=seen.version)
            return Saved(done.changes, say("已恢复默认用语"))
        done = wordings.set_text(place, text, day, actor=desk.actor, version=seen.version)
        return Saved(done.changes, say("自{day}起的文书用这段话", day=desk.formats.day(day)))

    return EntryForm(
        draft_key=f"wording/{place.organisation_id}/{place.kind.value}/{place.key}",
        title=say(place.block.name),
        verb=say("启用"),
        fields=(
            EntryField(key=TEXT, label=say("本单位的用语"), kind=FieldKind.TEXT, is_required=True),
            EntryField(
                key=VALID_FROM,
                label=say("启用日期"),
                kind=FieldKind.DAY,
                is_required=True,
                hint=say("已出具的文书不变"),
            ),
        ),
        seen=state,
        read=lambda: wordings.state(place),
        values=lambda record: _typed(desk, place, record),
        write=write,
        check=lambda values: _problems(values, place, lambda: desk.today),
    )


def _typed(desk: Desk, place: BlockPlace, state: BlockState) -> dict[str, str]:
    return {TEXT: text_now(place, state, desk.today), VALID_FROM: desk.formats.day(desk.today)}


def _day(values: Values, today: date) -> date:
    try:
        return parse_day(values.get(VALID_FROM, ""), today)
    except InvalidInput as error:
        raise InvalidInput(error.code, field=VALID_FROM, **error.facts) from None


def _problems(values: Values, place: BlockPlace, today: Callable[[], date]) -> tuple[FieldProblem, ...]:
    found = []
    try:
        check_wording(place.block, values.get(TEXT, ""))
    except DomainError as error:
        found.append(FieldProblem(TEXT, error))
    try:
        if _day(values, today()) < today():
            raise InvalidInput("wording.in_past", field=VALID_FROM)
    except DomainError as error:
        found.append(FieldProblem(VALID_FROM, error))
    return tuple(found)
