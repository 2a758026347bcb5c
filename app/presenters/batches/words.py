"""The words of a batch: its kinds, its rows, what it came to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from app.domain.errors import DomainError
from app.domain.filing.batches import BATCH_KINDS, PRINTED_ALONE, BatchLine, BatchOutcome
from app.domain.filing.kinds import DocumentKind
from app.i18n import Formats, Translator, msgid
from app.presenters.batches.view import BatchProgress, BatchRow
from app.presenters.sentences import sentence
from app.presenters.showing.names import ShownNames

_TONES = {
    BatchOutcome.ISSUED: "ok",
    BatchOutcome.STANDING: "text2",
    BatchOutcome.SKIPPED: "warn",
    BatchOutcome.FAILED: "err",
}


class Speaker(Protocol):
    """Whoever tells of a batch: a desk at a window, or the command line."""

    @property
    def translator(self) -> Translator:
        """The language."""

    @property
    def formats(self) -> Formats:
        """How numbers are written."""

    @property
    def names(self) -> ShownNames:
        """Whether names are hidden now."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A speaker without a window: no name is hidden."""

    translator: Translator
    formats: Formats
    names: ShownNames = field(default_factory=ShownNames)


class BatchWords:
    """Words of one speaker."""

    def __init__(self, desk: Speaker) -> None:
        self._desk, self._say = desk, desk.translator.text

    def kinds(self) -> list[tuple[str, str]]:
        """Offer what is issued first, then what is only printed again."""
        say = self._say
        issued = [(kind.value, say(kind.term)) for kind in BATCH_KINDS]
        printed = [
            (kind.value, say("{kind}（只打印已出具的）", kind=say(kind.term))) for kind in PRINTED_ALONE
        ]
        return [*issued, *printed]

    def hint(self, kind: DocumentKind) -> str:
        """Say what a batch of a kind does with a case."""
        say = self._say
        if kind in PRINTED_ALONE:
            return say("这种文书要在案件里填写后出具。批量把已经出具的一起打印，其余逐件写明原因。")
        if kind is DocumentKind.MEDIATION_NOTICE:
            return say("给还不知道时间的各方每人一份，并记为已用通知书通知。已经通知过的不重复出。")
        if kind is DocumentKind.URGING_LETTER:
            return say("给逾期的款项和事项出催告，并记入履行。书面催告过的不重复出，再催告在案件里办。")
        return say("没有出过的出具并存好，出过的不重复出，只一起打印。")

    def progress(self, lines: Sequence[BatchLine], total: int, current: str) -> BatchProgress:
        """Say how far it is."""
        count, done = self._desk.formats.count, len(lines)
        return BatchProgress(
            done=done,
            total=total,
            count=self._say("第 {n} 件，共 {total} 件", n=count(min(done + 1, total)), total=count(total)),
            current=self._desk.names.sentence(current),
            so_far=self.summary(lines),
        )

    def summary(self, lines: Sequence[BatchLine]) -> str:
        """Count the cases by what became of them, and the papers that were issued."""
        say, count = self._say, self._desk.formats.count
        issued = sum(line.issued for line in lines)
        cases = sum(bool(line.issued) for line in lines)
        told = [say("出具 {n} 份（{k} 件）", n=count(issued), k=count(cases))]
        worded = (
            (BatchOutcome.STANDING, msgid("原已出具 {n} 件")),
            (BatchOutcome.SKIPPED, msgid("未出具 {n} 件")),
            (BatchOutcome.FAILED, msgid("出错 {n} 件")),
        )
        for outcome, words in worded:
            found = sum(line.outcome is outcome for line in lines)
            if found:
                told.append(say(words, n=count(found)))
        return "，".join(told)

    def row(self, line: BatchLine) -> BatchRow:
        """Say what became of one case."""
        shown, say = self._desk.names.sentence, self._say
        return BatchRow(
            key=str(line.case.id),
            number=line.case.number,
            title=shown(line.case.title),
            outcome=say(line.outcome.term),
            tone=_TONES[line.outcome],
            told=shown(self._told(line)),
        )

    def _told(self, line: BatchLine) -> str:
        say, translator = self._say, self._desk.translator
        if line.outcome is BatchOutcome.FAILED and line.document_ids:
            return say("已出具，版面还没有存好，可以重试")
        if isinstance(line.trouble, DomainError):
            return sentence(translator, line.trouble)
        if line.trouble is not None:
            return say("出了意外，这一件没有出具，可以重试")
        return say("{n} 份", n=len(line.document_ids))
