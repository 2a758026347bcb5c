"""卷宗 as rows: the thirteen items, the score sheet under its seven headings, the record of the file."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.case_file.checklist import FileItemStanding, FilePresence
from app.domain.case_file.review import FULL_MARKS, FileReview, ReviewHeading, ReviewLine
from app.domain.disputes.channels.law import in_law_of
from app.domain.disputes.states import CaseState
from app.domain.duties.clock_words import UNVERIFIED
from app.presenters.desk import Desk
from app.presenters.workspace.case_file.words import (
    RECORD,
    SHELF,
    WHERE_OF_CHECK,
    WORDS_OF_PLACE,
    lack_sentence,
    place_of,
)
from app.presenters.workspace.folder import CaseFolder

_TONES = {
    FilePresence.PRESENT: "ok",
    FilePresence.MISSING: "err",
    FilePresence.NOT_YET: "warn",
    FilePresence.NOT_NEEDED: "neutral",
}


@dataclass(frozen=True, slots=True)
class FileAct:
    """A link to where something is made: a tab of the case or a form."""

    place: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileItemRow:
    """One of the thirteen items as the list shows it."""

    position: int
    name: str
    presence: str
    tone: str
    detail: str
    act: FileAct | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """One heading of the score sheet: points kept out of all, and each fault with the way to mend it."""

    name: str
    points: str
    tone: str
    faults: tuple[tuple[str, FileAct | None], ...]
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCards:
    """Everything the pane shows of one case."""

    summary: str
    is_complete: bool
    items: tuple[FileItemRow, ...]
    score: str
    score_note: str
    headings: tuple[ReviewRow, ...]
    record: tuple[tuple[str, str], ...]
    acts: tuple[FileAct, ...]
    may_bind: bool


def file_cards(
    desk: Desk, folder: CaseFolder, standings: tuple[FileItemStanding, ...], review: FileReview
) -> FileCards:
    """Word the file of a case; names are shown as the window shows them now."""
    say = desk.translator.text
    missing = [entry for entry in standings if entry.presence is FilePresence.MISSING]
    is_locked = folder.case.state is CaseState.ARCHIVED
    summary = say("十三项齐全") if not missing else say("缺 {n} 项", n=len(missing))
    return FileCards(
        summary=say("{summary}，已归档", summary=summary) if is_locked else summary,
        is_complete=not missing,
        items=tuple(_item(desk, folder, entry, is_locked=is_locked) for entry in standings),
        score=say("{n} 分", n=review.score),
        score_note=_score_note(desk, review),
        headings=tuple(_heading(desk, folder, review, kind, is_locked=is_locked) for kind in ReviewHeading),
        record=_record(desk, folder),
        acts=_acts(desk, is_locked=is_locked),
        may_bind=any(entry.parts for entry in standings),
    )


def _acts(desk: Desk, *, is_locked: bool) -> tuple[FileAct, ...]:
    say = desk.translator.text
    shelf = FileAct(SHELF, say("存放位置"))
    return (shelf,) if is_locked else (FileAct(RECORD, say("卷宗信息")), shelf)


def _item(desk: Desk, folder: CaseFolder, entry: FileItemStanding, *, is_locked: bool) -> FileItemRow:
    say, names = desk.translator.text, desk.names
    told = [names.shown(lack_sentence(desk.translator, lack), folder) for lack in entry.lacks]
    if not told and entry.parts:
        told = [say("{n} 份", n=len(entry.parts))]
    elif not told and entry.presence is FilePresence.PRESENT:
        told = [say("随卷宗 PDF 生成")]
    place = place_of(entry.item, entry.lacks)
    needs_act = entry.presence in (FilePresence.MISSING, FilePresence.NOT_YET) and place
    return FileItemRow(
        position=entry.position,
        name=say(entry.item.term),
        presence=say(entry.presence.term),
        tone=_TONES[entry.presence],
        detail="；".join(told),
        act=_act(desk, place) if needs_act and not is_locked else None,
    )


def _heading(
    desk: Desk, folder: CaseFolder, review: FileReview, heading: ReviewHeading, *, is_locked: bool
) -> ReviewRow:
    say, lines = desk.translator.text, review.under(heading)
    kept, full = sum(line.kept for line in lines), sum(line.check.points for line in lines)
    return ReviewRow(
        name=say(heading.term),
        points=say("{kept}/{full}", kept=kept, full=full),
        tone="ok" if kept == full else "warn",
        faults=tuple(
            (_fault(desk, folder, line, place), None if is_locked else _link(desk, line))
            for line in lines
            for place in range(len(line.lacks))
        ),
        basis="\n".join(_basis(desk, folder, line) for line in lines),
    )


def _fault(desk: Desk, folder: CaseFolder, line: ReviewLine, place: int) -> str:
    """Say one fault; the points lost stand behind the first of its check."""
    said = desk.names.shown(lack_sentence(desk.translator, line.lacks[place]), folder)
    lost = line.check.points - line.kept
    return desk.translator.text("{said}（扣 {n} 分）", said=said, n=lost) if place == 0 else said


def _link(desk: Desk, line: ReviewLine) -> FileAct | None:
    place = WHERE_OF_CHECK[line.check.id]
    return _act(desk, place) if place else None


def _act(desk: Desk, place: str) -> FileAct:
    return FileAct(place, desk.translator.text(WORDS_OF_PLACE[place]))


def _basis(desk: Desk, folder: CaseFolder, line: ReviewLine) -> str:
    say = desk.translator.text
    source = in_law_of(folder.channel, line.check.source)
    told = say("{says}（{n} 分）：{source}", says=line.check.says, n=line.check.points, source=source)
    return told if line.check.is_verified else f"{told}{say(UNVERIFIED)}"


def _score_note(desk: Desk, review: FileReview) -> str:
    say = desk.translator.text
    told = say("按七个方面自评，满分 {n}。", n=FULL_MARKS)
    return told if review.is_verified else told + say("分值为本地设置，未核实")


def _record(desk: Desk, folder: CaseFolder) -> tuple[tuple[str, str], ...]:
    say, file = desk.translator.text, desk.names.shown(folder.file, folder)

    def day(value: object) -> str:
        return desk.formats.day(value) if value is not None else ""  # type: ignore[arg-type]  # days alone come

    retention = file.retention
    if retention and not file.is_retention_verified:
        retention = f"{retention}{say(UNVERIFIED)}"
    elif retention:
        retention = say("{class_}，依据：{basis}", class_=retention, basis=file.retention_basis)
    told = (
        (say("卷名"), file.title),
        (say("立卷"), "　".join(part for part in (folder.file.compiler, day(file.compiled_on)) if part)),
        (say("检查"), "　".join(part for part in (folder.file.checker, day(file.checked_on)) if part)),
        (say("保管期限"), retention),
        (say("存放位置"), file.shelf_mark),
        (say("原件"), file.originals),
        (say("情况说明"), file.remarks),
        (say("备注"), file.cover_note),
    )
    return tuple((name, text) for name, text in told if text.strip())
