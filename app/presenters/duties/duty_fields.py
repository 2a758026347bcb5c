"""What the form of a duty asks, with what each line suggests."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.duties.four_duties import DutyKind
from app.i18n.translator import Translator
from app.presenters.duties.duty_reading import DutyRecord
from app.presenters.rosters.entry_form import YES, EntryField, FieldKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What the lines of the form suggest; ``explanation`` says how the due date came about."""

    officials: tuple[str, ...]
    units: tuple[str, ...]
    explanation: str


def duty_fields(translator: Translator, record: DutyRecord, offered: Offered) -> tuple[EntryField, ...]:
    """Give the fields in the order the record prints them."""
    return (
        *_who(translator, record, offered),
        *_until(translator),
        *_outcome(translator, record),
    )


def _who(translator: Translator, record: DutyRecord, offered: Offered) -> tuple[EntryField, ...]:
    say = translator.text
    staff = tuple(dict.fromkeys(member.name for member in record.staff))
    asked = [
        EntryField(
            key="lead_official", label=say("责任领导"), options=plain(offered.officials), is_half=True
        ),
        EntryField(
            key="responsible_person",
            label=say("责任人"),
            options=plain(staff),
            is_half=True,
            hint=say("从名册选，或直接填写"),
        ),
        EntryField(key="responsible_unit", label=say("责任单位"), options=plain(offered.units), is_half=True),
        EntryField(key="co_units", label=say("配合单位"), is_half=True, hint=say("几个用顿号隔开")),
    ]
    if record.kind is DutyKind.FOLLOW_UP and record.mediators:
        reason = EntryField(
            key="same_person_reason",
            label=say("由调解员回访的理由"),
            kind=FieldKind.TEXT,
            is_required=True,
            hint=say("建议由调解员以外的人回访"),
            shown_if=("responsible_person", record.mediators),
        )
        asked.append(reason)
    if record.unassigned and not record.duty.is_done:
        asked.append(_all(translator, record))
    return tuple(asked)


def _all(translator: Translator, record: DutyRecord) -> EntryField:
    say = translator.text
    names = "、".join(say(duty.kind.term) for duty in record.unassigned)
    follows = any(duty.kind is DutyKind.FOLLOW_UP for duty in record.unassigned)
    return EntryField(
        key="assign_all",
        label=say("一次指定"),
        kind=FieldKind.TICK,
        options=((YES, say("未定人的也由其负责：{names}", names=names)),),
        hint=say("责任人是本案调解员时，包回访另行指定") if follows and record.mediators else "",
    )


def _until(translator: Translator) -> tuple[EntryField, ...]:
    say, day = translator.text, FieldKind.DAY
    return (
        EntryField(key="due_on", label=say("完成期限"), kind=day, is_half=True),
        EntryField(key="completed_on", label=say("完成日期"), kind=day, is_half=True, hint=say("完成后填写")),
        EntryField(key="measures", label=say("工作措施"), kind=FieldKind.TEXT),
    )


def _outcome(translator: Translator, record: DutyRecord) -> tuple[EntryField, ...]:
    say = translator.text
    files = tuple((str(attachment.id), attachment.name) for attachment in record.attachments)
    return (
        EntryField(key="outcome", label=say("完成情况"), kind=FieldKind.TEXT),
        EntryField(
            key="evidence",
            label=say("证据"),
            kind=FieldKind.TICKS,
            options=files,
            hint="" if files else say("本案还没有证据文件"),
        ),
    )


def plain(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Offer plain words as they are."""
    return tuple((word, word) for word in words)
