"""版本对照: which versions of the case's agreements there are, and two of them side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.domain.contents.forms import AgreementContents
from app.presenters.agreement.page import AgreementPage
from app.presenters.agreement.versions.comparing import Facing, changed_figures, compare, shortened
from app.presenters.agreement.versions.offered import Version, offered
from app.presenters.agreement.versions.texts import Passages
from app.presenters.desk import DRAWING
from app.services.settlements.versions import EarlierDraft


class VersionsView(Protocol):
    """What the window of two versions can show."""

    def show_choices(self, lines: Sequence[Version], left: str, right: str) -> None:
        """Show which versions there are and which two are beside each other, by their keys."""

    def show_rows(self, rows: Sequence[Facing], summary: str) -> None:
        """Show both, and above them what matters most."""

    def show_failure(self, sentence: str) -> None:
        """Say what could not be read."""


class VersionsPresenter:
    """Compares what is kept: every agreement of the case as issued or drafted, and its earlier drafts."""

    def __init__(self, page: AgreementPage, view: VersionsView) -> None:
        self._page, self._view = page, view
        self._say = page.desk.translator.text
        self._asked = 0
        self._all: tuple[Version, ...] = ()

    @staticmethod
    def is_possible(page: AgreementPage) -> bool:
        """Tell whether there is an agreement whose versions may be compared."""
        return page.folder is not None and page.agreement is not None

    def start(self) -> None:
        """Read the versions; the one on show stands at the right, the one it goes back to at the left."""
        folder, services = self._page.folder, self._page.desk.services
        if folder is None:
            return
        case_id = folder.case.id
        self._page.desk.runner.submit(
            lambda: services.settlements.versions.drafts(case_id), self._arrived, self._failed
        )

    def _arrived(self, drafts: tuple[EarlierDraft, ...]) -> None:
        self._all = offered(self._page, drafts)
        shown = self._page.agreement
        standing = [one for one in self._all if one.is_standing]
        if not standing:
            return
        right = next(
            (one for one in standing if shown is not None and one.agreement.id == shown.id), standing[-1]
        )
        left = self._before(right)
        if left is None:
            self._view.show_choices(self._all, right.key, right.key)
            self._view.show_failure(self._say("这份协议只有现在这一个版本，没有可以对照的"))
            return
        self.choose(left.key, right.key)

    def choose(self, left: str, right: str) -> None:
        """Lay two versions side by side."""
        self._asked += 1
        ticket, preview = self._asked, self._page.desk.services.settlements.preview
        self._view.show_choices(self._all, left, right)
        one, other = self._of(left).agreement, self._of(right).agreement

        is_supplement = other.supplements_id == one.id or one.supplements_id == other.id
        passages = Passages(self._page.desk.translator, self._page.desk.formats)
        runner, translator = self._page.desk.runner, self._page.desk.translator

        def arrived(both: tuple[AgreementContents, AgreementContents]) -> None:
            before, after = both
            runner.submit(
                lambda: shown(compare(passages.of(before), passages.of(after))),
                compared,
                self._failed,
                lane=DRAWING,
            )

        def shown(rows: tuple[Facing, ...]) -> tuple[tuple[Facing, ...], str]:
            return shortened(rows, translator), self._summary(rows, is_supplement=is_supplement)

        def compared(found: tuple[tuple[Facing, ...], str]) -> None:
            if ticket == self._asked:
                self._view.show_rows(*found)

        runner.submit(lambda: (preview(one), preview(other)), arrived, self._failed)

    def _summary(self, rows: Sequence[Facing], *, is_supplement: bool) -> str:
        if is_supplement:  # what a supplement is silent about goes on: it was not dropped
            return self._say("一份是另一份的补充协议：补充协议没有写到的条款仍然有效，划掉的不是取消")
        changed = sum(1 for row in rows if row.is_changed)
        if not changed:
            return self._say("两份文字相同")
        told, nothing = self._say("{n} 处不同", n=changed), self._say("没有")
        figures = "；".join(
            self._say("{before} → {after}", before=one.before or nothing, after=one.after or nothing)
            for one in changed_figures(rows)
        )
        return self._say("{told}。金额和日期：{figures}", told=told, figures=figures) if figures else told

    def _before(self, version: Version) -> Version | None:
        """Give the original of a supplement; else the text of its terms, its last draft, the one before."""
        others = [one for one in self._all if one.key != version.key]
        standing = [one for one in others if one.is_standing]
        mine = [one for one in others if one.agreement.id == version.agreement.id]
        original = [one for one in standing if one.agreement.id == version.agreement.supplements_id]
        earlier = [one for one in standing if one.agreement.created_at <= version.agreement.created_at]
        found = original or earlier or mine or others
        return found[-1] if found else None

    def _of(self, key: str) -> Version:
        return next(one for one in self._all if one.key == key)

    def _failed(self, error: Exception) -> None:
        self._view.show_failure(self._page.said(error))
