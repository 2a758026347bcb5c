"""The forms of the classes of keeping, and of the default for one type of dispute and one ending."""

from __future__ import annotations

from dataclasses import replace

from app.domain.case_file.retention import FileEnding, RetentionBook, RetentionRule, check_book
from app.domain.errors import InvalidInput
from app.domain.values.ids import new_id
from app.domain.values.texts import one_line
from app.presenters.desk import Desk
from app.presenters.rosters.choices import termed
from app.presenters.rosters.entry_form import (
    YES,
    EntryField,
    EntryForm,
    FieldKind,
    FieldProblem,
    Saved,
    Values,
)


def book_form(desk: Desk, book: RetentionBook) -> EntryForm[RetentionBook]:
    """Ask for the classes, one a line, and for the paper they rest on."""
    say = desk.translator.text

    def read(values: Values, stored: RetentionBook) -> RetentionBook:
        return replace(
            stored,
            classes=tuple(
                name for line in values.get("classes", "").splitlines() if (name := one_line(line))
            ),
            basis=one_line(values.get("basis", "")),
            is_verified=values.get("is_verified", "") == YES,
        )

    def check(values: Values) -> tuple[FieldProblem, ...]:
        return _problems(read(values, book))

    def write(values: Values, stored: RetentionBook) -> Saved:
        done = desk.services.retention.save(read(values, stored), actor=desk.actor)
        return Saved(done.changes, say("已保存保管期限"))

    return EntryForm(
        draft_key=f"retention/{book.organisation_id}",
        title=say("卷宗保管期限"),
        verb=say("保存"),
        fields=(
            EntryField(
                key="classes",
                label=say("保管期限，一行一种"),
                kind=FieldKind.TEXT,
                is_required=True,
                hint=say("如 永久、长期、短期，或者 定期30年"),
            ),
            EntryField(key="basis", label=say("依据"), hint=say("文件名和文号")),
            EntryField(key="is_verified", label=say("已与档案部门核实"), kind=FieldKind.TICK),
        ),
        seen=book,
        read=lambda: desk.services.retention.own(book.organisation_id) or book,
        values=lambda seen: {
            "classes": "\n".join(seen.classes),
            "basis": seen.basis,
            "is_verified": YES if seen.is_verified else "",
        },
        write=write,
        check=check,
        words=(say("没有全国规定，按本地档案部门的文件写；改了期限或者默认的，须重新核实。"),),
    )


def rule_form(desk: Desk, book: RetentionBook, rule: RetentionRule | None) -> EntryForm[RetentionBook]:
    """Ask how long the files of one type and ending are kept; no class takes the default away."""
    say = desk.translator.text
    seen = rule or RetentionRule(id=new_id(), retention="")

    def read(values: Values, stored: RetentionBook) -> RetentionBook:
        ending = values.get("ending", "")
        told = RetentionRule(
            id=seen.id,
            retention=values.get("retention", ""),
            dispute_type=values.get("dispute_type", ""),
            ending=FileEnding.of(ending) if ending else None,
        )
        kept = tuple(told if one.id == seen.id else one for one in stored.rules)
        rules = kept if any(one.id == seen.id for one in stored.rules) else (*kept, told)
        return replace(stored, rules=tuple(one for one in rules if one.retention))

    def check(values: Values) -> tuple[FieldProblem, ...]:
        return _problems(read(values, book))

    def write(values: Values, stored: RetentionBook) -> Saved:
        done = desk.services.retention.save(read(values, stored), actor=desk.actor)
        return Saved(done.changes, say("已保存保管期限"))

    def values_of(stored: RetentionBook) -> dict[str, str]:
        found = next((one for one in stored.rules if one.id == seen.id), seen)
        return {
            "dispute_type": found.dispute_type,
            "ending": "" if found.ending is None else found.ending.value,
            "retention": found.retention,
        }

    return EntryForm(
        draft_key=f"retention-rule/{seen.id if rule else 'new'}",
        title=say("默认保管期限"),
        verb=say("保存"),
        fields=_rule_fields(desk, book),
        seen=book,
        read=lambda: desk.services.retention.own(book.organisation_id) or book,
        values=values_of,
        write=write,
        check=check,
        words=(
            say("归档时没有写保管期限的案卷，按最贴近的一条记：写明纠纷类型的先于各类的。改了须重新核实。"),
        ),
    )


def _rule_fields(desk: Desk, book: RetentionBook) -> tuple[EntryField, ...]:
    say, types = desk.translator.text, desk.services.people.dispute_types(desk.today)
    named = ((kind.code, say(kind.name)) for kind in types.types)
    return (
        EntryField(
            key="dispute_type",
            label=say("纠纷类型"),
            kind=FieldKind.CHOICE,
            options=(("", say("各类纠纷")), *named),
            is_half=True,
        ),
        EntryField(
            key="ending",
            label=say("结局"),
            kind=FieldKind.CHOICE,
            options=(("", say("各种结局")), *termed(desk.translator, FileEnding)),
            is_half=True,
        ),
        EntryField(
            key="retention",
            label=say("保管期限"),
            kind=FieldKind.CHOICE,
            options=(("", say("不设默认")), *((name, say(name)) for name in book.classes)),
        ),
    )


def _problems(book: RetentionBook) -> tuple[FieldProblem, ...]:
    try:
        check_book(book)
    except InvalidInput as refusal:
        return (FieldProblem(refusal.field or "classes", refusal),)
    return ()
