"""数据: where the data are, how much, and whether everything is still there and unchanged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.i18n import msgid
from app.i18n.translator import Translator
from app.presenters.desk import Desk
from app.presenters.sentence_table import SENTENCES
from app.presenters.sentences import sentence
from app.services.done import Done
from app.services.trust.concerns import LAST_FOUND
from app.services.trust.integrity import IntegrityReport, Problem
from app.services.trust.settings import DataFolderInfo

LAST_CHECK = "data.last_check"
_STEP = 1024
_UNITS = ("B", "KB", "MB", "GB", "TB")
_WORDS: dict[str, str] = {
    "check.database": msgid("数据库自查：{found}"),
    "check.document_not_stored": msgid("已制发，版面还没有存盘；重新打开程序会补存"),
    "check.number_gap": msgid("{series}应为第 {expected} 号，现为第 {found} 号，中间缺号"),
}


class DataView(Protocol):
    """What the section can show."""

    def show_info(self, lines: Sequence[tuple[str, str]], folder: Path) -> None:
        """Show where the data are and how much of them."""

    def show_checking(self, *, is_checking: bool) -> None:
        """Show that the check is running."""

    def show_result(self, words: str, problems: Sequence[str], *, is_sound: bool) -> None:
        """Show what the check found."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""


class DataPresenter:
    """Tells about the data folder and runs the check on the database lane."""

    def __init__(self, desk: Desk, view: DataView) -> None:
        self._desk, self._view, self._say = desk, view, desk.translator.text
        self._is_checking = False

    def refresh(self) -> None:
        """Read where the data are."""
        settings = self._desk.services.settings

        def read() -> tuple[DataFolderInfo, str | None]:
            return settings.data_folder(), settings.preference(None, LAST_CHECK)

        self._desk.runner.submit(read, self._arrived, self._failed)

    def check(self) -> None:
        """Look at everything; one check at a time."""
        if self._is_checking:
            return
        self._is_checking = True
        self._view.show_checking(is_checking=True)
        services, actor, now = self._desk.services, self._desk.actor, self._desk.clock.now()

        def work() -> Done[IntegrityReport]:
            report = services.integrity.check()
            services.settings.put_preference(None, LAST_CHECK, now.isoformat(), actor=actor)
            found = str(len(report.problems))
            return Done(
                report, services.settings.put_preference(None, LAST_FOUND, found, actor=actor).changes
            )

        self._desk.runner.submit(work, self._checked, self._failed)

    # services → view

    def _arrived(self, read: tuple[DataFolderInfo, str | None]) -> None:
        info, last = read
        say, count = self._say, self._desk.formats.count
        kinds = {"sqlite": say("本机数据库（SQLite）"), "postgresql": say("服务器数据库（PostgreSQL）")}
        checked = self._desk.formats.moment(datetime.fromisoformat(last)) if last else say("还没有检查过")
        lines = (
            (say("数据文件夹"), str(info.path)),
            (say("数据库"), kinds.get(info.backend, info.backend)),
            (say("大小"), size_words(info.size)),
            (say("剩余空间"), size_words(info.free)),
            (say("案件"), say("{n} 件", n=count(info.case_count))),
            (say("上次检查"), checked),
        )
        self._view.show_error("")
        self._view.show_info(lines, info.path)

    def _checked(self, done: Done[IntegrityReport]) -> None:
        self._is_checking = False
        report = done.value
        say, count = self._say, self._desk.formats.count
        looked = say(
            "看过 {cases} 件案件、{documents} 份文书、{attachments} 个附件、{numbers} 个编号。",
            cases=count(report.cases),
            documents=count(report.documents),
            attachments=count(report.attachments),
            numbers=count(report.numbers),
        )
        found = say("一切完好。") if report.is_sound else say("发现 {n} 处问题：", n=len(report.problems))
        self._view.show_checking(is_checking=False)
        said = self._desk.names.sentence
        problems = [said(problem_words(self._desk.translator, problem)) for problem in report.problems]
        self._view.show_result(looked + found, problems, is_sound=report.is_sound)
        self._desk.feed.announce(done.changes)
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self._is_checking = False
        self._view.show_checking(is_checking=False)
        self._view.show_error(sentence(self._desk.translator, error))


def problem_words(translator: Translator, problem: Problem) -> str:
    """Say what is wrong with what, and what to do."""
    facts: dict[str, object] = {name: "" if fact is None else fact for name, fact in problem.facts}
    template = _WORDS.get(problem.code) or SENTENCES.get(problem.code)
    what = translator.text(template, **facts) if template else problem.code
    kind = translator.text(problem.kind.term)
    return translator.text("{kind}　{subject}：{what}", kind=kind, subject=problem.subject, what=what)


def size_words(size: int) -> str:
    """Say a size in bytes in the largest unit that leaves a whole part: 12.4 MB."""
    amount, place = size * 10, 0
    while amount >= _STEP * 10 and place < len(_UNITS) - 1:
        amount //= _STEP
        place += 1
    whole, tenth = divmod(amount, 10)
    return f"{whole}.{tenth} {_UNITS[place]}" if place else f"{size} {_UNITS[0]}"
