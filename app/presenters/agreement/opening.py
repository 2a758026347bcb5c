"""Bringing an agreement on show: the newest of the case, its draft as it was left, or a newer version."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.domain.filing.drafts import Draft
from app.domain.settlements.agreements import AgreementState, MediationAgreement
from app.presenters.agreement.entries import Kept, entry_of, from_payload
from app.presenters.agreement.keeper import draft_key
from app.presenters.agreement.page import AgreementPage
from app.presenters.agreement.reading import holder_of, read_agreement
from app.presenters.agreement.shown import PaneHead, StateTone
from app.presenters.workspace.folder import CaseFolder

_TONES: dict[AgreementState, StateTone] = {
    AgreementState.DRAFT: "neutral",
    AgreementState.ISSUED: "warn",
    AgreementState.EFFECTIVE: "ok",
    AgreementState.VOIDED: "err",
}


class AgreementOpening:
    """``show`` shows the agreement of the page whole; ``redraw`` checks and draws it anew."""

    def __init__(
        self,
        page: AgreementPage,
        show: Callable[[], None],
        redraw: Callable[[], None],
        on_ready: Callable[[], None],
    ) -> None:
        self._page, self._show, self._redraw, self._on_ready = page, show, redraw, on_ready
        self.is_ready = True
        """Whether what was typed earlier has been read: until then no step starts."""

    def open_newest(self) -> None:
        """Show the newest agreement that is not void, or that there is none."""
        page, folder = self._page, self._page.folder
        if folder is None:
            return
        ordered = newest_first(folder.agreements)
        alive = [a for a in ordered if a.state is not AgreementState.VOIDED]
        if ordered:
            self.open((alive or ordered)[0])
            return
        page.agreement = None
        say = page.desk.translator.text
        can = can_draft(folder)
        words = say("还没有协议。达成一致后起草") if can else say("受理后，在这里起草协议")
        page.view.show_nothing(words, can_draft=can)

    def open(self, agreement: MediationAgreement) -> None:
        """Show an agreement; a draft as it was left, even by a killed program."""
        page = self._page
        page.agreement, page.entry = agreement, entry_of(agreement, page.desk.formats)
        page.fresh.clear()
        page.seen.clear()
        page.focus, page.cursor = "", -1
        page.view.show_failure("")
        page.view.show_conflicts("", ())
        page.keeper.opened(agreement.id, None, is_stored=True)
        self.is_ready = not agreement.is_draft
        self._show()
        if agreement.is_draft:
            key, actor, services = draft_key(agreement.id), page.desk.actor, page.desk.services
            page.desk.runner.submit(
                lambda: services.drafts.get(key, actor=actor),
                lambda draft: self._arrived(agreement, draft),
                page.fail,
            )

    def take_newer(self, known: MediationAgreement) -> None:
        """Show what somebody else wrote, unless something typed here waits: its save will tell of both."""
        page = self._page
        if not page.is_editing or (page.keeper.is_stored and page.keeper.is_kept):
            self.open(known)

    def head(self) -> PaneHead:
        """Word the line above the editor."""
        page, folder, shown = self._page, self._page.folder, self._page.agreement
        if folder is None:
            return PaneHead()
        known = {a.id: a for a in folder.agreements}
        if shown is not None:
            known[shown.id] = shown
        lines = tuple(page.words.line(a) for a in newest_first(tuple(known.values())))
        if shown is None:
            return PaneHead(lines=lines)
        is_issued = shown.state in (AgreementState.ISSUED, AgreementState.EFFECTIVE)
        return PaneHead(
            lines=lines,
            current=shown.id,
            title=page.words.title(shown, folder),
            state=page.words.state(shown),
            state_tone=_TONES[shown.state],
            can_send=shown.is_draft,
            can_draft=_leaves_room(shown) and can_draft(folder),
            can_supplement=is_issued and can_draft(folder),
            can_void=shown.state in (AgreementState.DRAFT, AgreementState.ISSUED),
        )

    def _arrived(self, agreement: MediationAgreement, draft: Draft | None) -> None:
        if self._page.agreement is not None and self._page.agreement.id == agreement.id:
            self.is_ready = True
        self._on_draft(agreement, draft)
        self._on_ready()

    def _on_draft(self, agreement: MediationAgreement, draft: Draft | None) -> None:
        page = self._page
        if draft is None or page.agreement is not agreement or not page.keeper.is_stored:
            return
        try:
            kept = from_payload(draft.payload)
        except (ValueError, TypeError, AttributeError, KeyError):
            words = page.desk.translator.text("上次的草稿没读出来，这里是已保存的协议")
            page.view.show_failure(words)
            return
        if not self._says_nothing_more(kept, agreement):
            page.entry = kept.entry
            page.agreement = replace(agreement, version=kept.version)  # the next save tells a conflict
            page.keeper.opened(agreement.id, draft.saved_at, is_stored=False)
            page.show_all()
            self._redraw()
            page.keeper.store()
        focus, _, cursor = draft.focus.partition("@")
        if focus and holder_of(page.entry, focus) is not None:
            page.focus = focus
            page.view.focus_field(focus, int(cursor or -1))

    def _says_nothing_more(self, kept: Kept, agreement: MediationAgreement) -> bool:
        """Tell a draft that the agreement holds already, also one of a program killed just after storing."""
        if kept.is_stored:
            return True
        meant = read_agreement(kept.entry, agreement, self._page.today)
        return meant.agreement == agreement and not meant.unreadable


def _leaves_room(shown: MediationAgreement) -> bool:
    """Tell whether another agreement may be begun beside the one on show."""
    is_partly_settled = shown.is_partial and shown.state is AgreementState.EFFECTIVE
    return shown.state is AgreementState.VOIDED or is_partly_settled


def newest_first(agreements: Sequence[MediationAgreement]) -> list[MediationAgreement]:
    """Order agreements by when they were begun, the newest first."""
    return sorted(agreements, key=lambda a: (a.created_at, a.id), reverse=True)


def can_draft(folder: CaseFolder) -> bool:
    """Tell whether an agreement may be drafted: accepted, open, not terminated."""
    case = folder.case
    has_failed = case.termination_reason is not None and case.effective_on is None
    return case.accepted_on is not None and case.is_open and not has_failed
