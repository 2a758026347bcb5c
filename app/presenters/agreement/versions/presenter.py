"""版本对照: which versions of the case's agreements there are, and two of them side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from app.domain.contents.forms import AgreementContents
from app.domain.settlements.agreements import MediationAgreement
from app.presenters.agreement.page import AgreementPage
from app.presenters.agreement.shown import AgreementLine
from app.presenters.agreement.versions.comparing import Facing, changed_figures, compare
from app.presenters.agreement.versions.texts import Passages
from app.presenters.desk import DRAWING


class VersionsView(Protocol):
    """What the window of two versions can show."""

    def show_choices(self, lines: Sequence[AgreementLine], left: UUID, right: UUID) -> None:
        """Show which versions there are and which two are beside each other."""

    def show_rows(self, rows: Sequence[Facing], summary: str) -> None:
        """Show both, and above them what matters most."""

    def show_failure(self, sentence: str) -> None:
        """Say what could not be read."""


class VersionsPresenter:
    """Compares what is kept: every agreement of the case as issued, and the draft as it stands now."""

    def __init__(self, page: AgreementPage, view: VersionsView) -> None:
        self._page, self._view = page, view
        self._say = page.desk.translator.text
        self._asked = 0
        folder, shown = page.folder, page.agreement
        self._all = tuple(
            page.reading().agreement if page.is_editing and shown is not None and one.id == shown.id else one
            for one in (folder.agreements if folder is not None else ())
        )

    @staticmethod
    def is_possible(page: AgreementPage) -> bool:
        """Tell whether there are two versions to compare."""
        return page.folder is not None and len(page.folder.agreements) > 1

    def start(self) -> None:
        """Show the version on show at the right, and the one it goes back to at the left."""
        shown = self._page.agreement
        right = next((one for one in self._all if shown is not None and one.id == shown.id), self._all[-1])
        self.choose(self._before(right).id, right.id)

    def choose(self, left: UUID, right: UUID) -> None:
        """Lay two versions side by side."""
        self._asked += 1
        ticket, preview = self._asked, self._page.desk.services.settlements.preview
        self._view.show_choices([self._page.words.line(one) for one in self._all], left, right)
        one, other = self._of(left), self._of(right)

        is_supplement = other.supplements_id == left or one.supplements_id == right
        passages = Passages(self._page.desk.translator, self._page.desk.formats)
        runner = self._page.desk.runner

        def arrived(both: tuple[AgreementContents, AgreementContents]) -> None:
            before, after = both
            runner.submit(
                lambda: compare(passages.of(before), passages.of(after)), compared, self._failed, lane=DRAWING
            )

        def compared(rows: tuple[Facing, ...]) -> None:
            if ticket == self._asked:
                self._view.show_rows(rows, self._summary(rows, is_supplement=is_supplement))

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

    def _before(self, agreement: MediationAgreement) -> MediationAgreement:
        """Give the one an agreement supplements, else the one drafted before it."""
        others = [one for one in self._all if one.id != agreement.id]
        original = next((one for one in others if one.id == agreement.supplements_id), None)
        earlier = [one for one in others if one.created_at <= agreement.created_at]
        return original or (earlier or others)[-1]

    def _of(self, agreement_id: UUID) -> MediationAgreement:
        return next(one for one in self._all if one.id == agreement_id)

    def _failed(self, error: Exception) -> None:
        self._view.show_failure(self._page.said(error))
