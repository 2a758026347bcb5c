"""``render-batch KIND -o FILE.pdf``: issue a kind for many cases and join what there is into one PDF."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import FrameType

from app.cli.outcome import Exit
from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.domain.errors import InvalidInput
from app.domain.filing.batches import BatchCase, BatchLine, BatchOutcome, BatchWish
from app.domain.filing.kinds import DocumentKind
from app.domain.people.staff import StaffMember
from app.i18n import Formats, Translator
from app.presenters.batches.words import BatchWords, Spoken
from app.services.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command line asks: a kind, its cases by one of three ways, and where the PDF goes."""

    kind: str
    numbers: tuple[str, ...]
    view: str
    day: str
    output: Path
    is_each_copy: bool = False


def render_batch(services: Services, asked: Asked, translator: Translator, me: StaffMember) -> Exit:
    """Issue case by case and say each; Ctrl+C stops after the paper in hand, and a second run goes on."""
    wish = BatchWish(kind=DocumentKind.of(asked.kind), on=_day(asked.day))
    cases = _cases(services, asked, wish, me)
    words = BatchWords(Spoken(translator, Formats()))
    lines: list[BatchLine] = []
    with _stopping() as is_stopped:
        for case in cases:
            if is_stopped:
                break
            line = services.batches.issue(wish, case, actor=me.actor).value
            lines.append(line)
            row = words.row(line)
            print(f"{row.number}\t{row.outcome}\t{row.told}")
    print(words.summary(lines), file=sys.stderr)
    if len(lines) < len(cases):
        print(translator.text("已停止，还有 {n} 件没有办", n=len(cases) - len(lines)), file=sys.stderr)
    parts = services.batches.parts(id_ for line in lines for id_ in line.document_ids)
    if not parts:
        print(translator.text("没有可打印的文书"), file=sys.stderr)
        return Exit.REFUSED
    services.batches.join(parts, asked.output, is_each_copy=asked.is_each_copy)
    print(asked.output)
    failed = any(line.outcome is BatchOutcome.FAILED for line in lines)
    return Exit.PROBLEMS_FOUND if failed or len(lines) < len(cases) else Exit.DONE


def _day(typed: str) -> date | None:
    if not typed:
        return None
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise InvalidInput("date.unreadable", field="day", typed=typed) from error


def _cases(services: Services, asked: Asked, wish: BatchWish, me: StaffMember) -> tuple[BatchCase, ...]:
    if asked.numbers:
        ids = dict.fromkeys(services.cases.by_number(number) for number in asked.numbers)
        return services.batches.chosen(ids)
    if wish.on is not None:
        return services.batches.on_day(wish.on)
    return services.batches.found(CaseFilter(view=CaseView.of(asked.view)), me.id)


@contextmanager
def _stopping() -> Iterator[list[bool]]:
    """Give a list that is filled by Ctrl+C instead of breaking into the paper in hand."""
    stopped: list[bool] = []

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopped.append(True)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)
