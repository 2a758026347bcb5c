"""The form of a ladder: one level a line, as people write it on a sheet."""

from __future__ import annotations

from dataclasses import replace

from app.domain.disputes.levels import LevelStart, LevelUnit, OnExpiry
from app.domain.duties.four_duties import DutyKind
from app.domain.duties.ladder import EscalationLadder, Rung
from app.domain.errors import InvalidInput
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.ids import new_id
from app.domain.values.texts import half_width, one_line
from app.presenters.desk import Desk
from app.presenters.rosters.entry_form import EntryField, EntryForm, FieldKind, FieldProblem, Saved, Values

_UNITS = {"小时": LevelUnit.HOUR, "日": LevelUnit.DAY, "天": LevelUnit.DAY, "个工作日": LevelUnit.WORKING_DAY,
          "工作日": LevelUnit.WORKING_DAY}  # fmt: skip
_STARTS = {"登记": LevelStart.REGISTERED, "到达": LevelStart.RECEIVED_AT_LEVEL}
_EXPIRY = {"升级": OnExpiry.ESCALATE, "提醒": OnExpiry.REMIND, "督办": OnExpiry.SUPERVISE}
_DUTIES = {kind.term: kind for kind in DutyKind}


def ladder_form(desk: Desk, ladder: EscalationLadder, *, is_known: bool) -> EntryForm[EscalationLadder]:
    """Ask for a ladder; one taken from a preset is new until it is saved."""
    say, ladders = desk.translator.text, desk.services.ladders

    def read() -> EscalationLadder:
        return next((one for one in ladders.ladders() if one.id == ladder.id), ladder)

    def write(values: Values, stored: EscalationLadder) -> Saved:
        done = ladders.save(_read(desk, values, stored), actor=desk.actor)
        return Saved(done.changes, say("已保存{name}", name=done.value.name))

    def check(values: Values) -> tuple[FieldProblem, ...]:
        try:
            read_rungs(values.get("rungs", ""), ladder.rungs)
        except InvalidInput as error:
            return (FieldProblem("rungs", error),)
        return ()

    return EntryForm(
        draft_key=f"ladder/{ladder.id if is_known else ladder.name}",
        title=say("修改层级") if is_known else say("启用层级"),
        verb=say("保存"),
        fields=_fields(desk),
        seen=ladder,
        read=read,
        values=lambda one: _values(desk, one),
        write=write,
        check=check,
        words=(
            say("改动只影响以后到达各级的案件，已在计时的不变。"),
            *(() if ladder.is_verified else (say("未核实：请与当地政法委核实后，按【核实】写明文件。"),)),
        ),
    )


def _fields(desk: Desk) -> tuple[EntryField, ...]:
    say = desk.translator.text
    return (
        EntryField(key="name", label=say("名称"), is_required=True, is_half=True),
        EntryField(
            key="effective_from",
            label=say("启用日期"),
            kind=FieldKind.DAY,
            is_half=True,
            hint=say("这一天起登记的案件按它计时；空着不启用"),
        ),
        EntryField(
            key="rungs",
            label=say("各级时限"),
            kind=FieldKind.TEXT,
            is_required=True,
            hint=say("一行一级，由低到高：网格 3日 登记起 到期升级 包调查。单位可写小时、日、个工作日"),
        ),
        EntryField(key="source", label=say("依据"), is_required=True),
        EntryField(key="note", label=say("说明")),
    )


def read_rungs(typed: str, known: tuple[Rung, ...] = ()) -> tuple[Rung, ...]:
    """Read one level a line; a level of the same name keeps its id and code."""
    by_name = {rung.name: rung for rung in known}
    found = []
    for number, line in enumerate(typed.splitlines(), start=1):
        parts = half_width(line).replace("，", " ").replace(",", " ").split()
        if not parts:
            continue
        try:
            found.append(_rung(parts, by_name))
        except (KeyError, ValueError, IndexError) as error:
            raise InvalidInput(
                "ladder.rung_unreadable", field="rungs", line=number, typed=line.strip()
            ) from error
    return tuple(found)


def _rung(parts: list[str], by_name: dict[str, Rung]) -> Rung:
    name, limit, *others = parts
    unit = next(word for word in sorted(_UNITS, key=len, reverse=True) if limit.endswith(word))
    rung = Rung(id=new_id(), code=name, name=name, limit=int(limit.removesuffix(unit)), unit=_UNITS[unit])
    if name in by_name:
        rung = replace(rung, id=by_name[name].id, code=by_name[name].code)
    duties: list[DutyKind] = []
    for word in others:
        if word.endswith("起"):
            rung = replace(rung, starts=_STARTS[word.removesuffix("起")])
        elif word.startswith("到期"):
            rung = replace(rung, on_expiry=_EXPIRY[word.removeprefix("到期")])
        else:
            duties.extend(_DUTIES[duty] for duty in word.split("、"))
    return replace(rung, duties=tuple(duties))


def rung_lines(rungs: tuple[Rung, ...]) -> str:
    """Write the levels as they are typed."""
    starts = {start: word for word, start in _STARTS.items()}
    expiry = {act: word for word, act in _EXPIRY.items()}
    return "\n".join(
        " ".join(
            part
            for part in (
                rung.name,
                f"{rung.limit}{rung.unit.term}",
                f"{starts[rung.starts]}起",
                f"到期{expiry[rung.on_expiry]}",
                "、".join(duty.term for duty in rung.duties),
            )
            if part
        )
        for rung in rungs
    )


def _values(desk: Desk, ladder: EscalationLadder) -> dict[str, str]:
    return {
        "name": ladder.name,
        "effective_from": desk.formats.day(ladder.effective_from) if ladder.effective_from else "",
        "rungs": rung_lines(ladder.rungs),
        "source": ladder.source,
        "note": ladder.note,
    }


def _read(desk: Desk, values: Values, stored: EscalationLadder) -> EscalationLadder:
    day = values.get("effective_from", "")
    changed = replace(
        stored,
        name=one_line(values.get("name", "")),
        effective_from=parse_day(day, desk.today) if day.strip() else None,
        rungs=read_rungs(values.get("rungs", ""), stored.rungs),
        source=one_line(values.get("source", "")),
        note=one_line(values.get("note", "")),
    )
    if changed.rungs != stored.rungs and stored.is_verified:
        # What was confirmed were the limits as they stood: other limits must be confirmed anew.
        changed = replace(changed, is_verified=False, verified_by="", verified_document="")
    return changed


def confirm_form(desk: Desk, ladder: EscalationLadder) -> EntryForm[EscalationLadder]:
    """Ask for the document that confirms a ladder."""
    say, ladders = desk.translator.text, desk.services.ladders

    def write(values: Values, stored: EscalationLadder) -> Saved:
        done = ladders.confirm(
            ladder.id, one_line(values.get("document", "")), actor=desk.actor, version=stored.version
        )
        return Saved(done.changes, say("已核实{name}", name=done.value.name))

    return EntryForm(
        draft_key=f"ladder/{ladder.id}/confirm",
        title=say("核实层级"),
        verb=say("核实"),
        fields=(EntryField(key="document", label=say("依据的文件"), is_required=True),),
        seen=ladder,
        read=lambda: next((one for one in ladders.ladders() if one.id == ladder.id), ladder),
        values=lambda one: {"document": one.verified_document},
        write=write,
        words=(rung_lines(ladder.rungs),),
    )
