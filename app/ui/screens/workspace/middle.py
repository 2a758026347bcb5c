"""The tabs of the workspace: panes made when first opened, the timeline and the paper where room is short."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.duties.next_steps import NextStepKind
from app.presenters.workspace.folder import CaseFolder
from app.ui.kit import Kit
from app.ui.screens.workspace.panes import CasePane, HasContext, PaneSpec, TakesSteps, WordsStep
from app.ui.widgets.switches import ViewTabs

_TIMELINE_TAB, _CONTEXT_TAB = "timeline", "context"


class Middle(QWidget):
    """``context`` is the right column; the screen puts both into its splitter."""

    def __init__(self, kit: Kit, history: QWidget) -> None:
        super().__init__()
        self._kit, self._history = kit, history
        self._specs: tuple[PaneSpec, ...] = ()
        self._made: dict[str, QWidget] = {}
        self._counts: dict[str, str] = {}
        self._folder: CaseFolder | None = None
        self._key = ""
        self._words: list[Callable[[str, str], None]] = []
        self.has_timeline_room = self.has_context_room = True
        self.context = QStackedWidget()
        self.context.setVisible(False)
        self._tabs = ViewTabs(kit, name=kit.translator.text("案件内容"), ruled=False)
        self._stack = QStackedWidget()
        bar = QFrame()
        bar.setObjectName("head")
        row = QHBoxLayout(bar)
        kit.style.lay(row, (16, 0, 12, 0))
        row.addWidget(self._tabs)
        column = QVBoxLayout(self)
        kit.style.lay(column)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        self._tabs.on_chosen(self.show_tab)

    def set_panes(self, specs: Sequence[PaneSpec]) -> None:
        """Name the panes; none is made yet."""
        self._specs = tuple(specs)
        self._show_tabs()

    @property
    def key(self) -> str:
        """Give the key of the pane on show."""
        return self._key

    def pane(self, key: str) -> QWidget | None:
        """Give a pane that has been made."""
        return self._made.get(key)

    def show_counts(self, counts: Mapping[str, str]) -> None:
        """Show counts beside the words."""
        self._counts = dict(counts)
        self._show_tabs()

    def show_folder(self, folder: CaseFolder) -> None:
        """Give the case to every pane there is; later ones get it when they are made."""
        self._folder = folder
        for pane in self._made.values():
            _as_pane(pane).show_case(folder)

    def show_tab(self, key: str) -> None:
        """Bring a pane to the front; the one that goes keeps what is typed."""
        if key == _TIMELINE_TAB:
            self._stack.setCurrentWidget(self._history)
            self._history.setVisible(True)
        elif key == _CONTEXT_TAB:
            self._stack.setCurrentWidget(self.context)
            self.context.setVisible(True)
        else:
            known = [spec.key for spec in self._specs]
            self._bring(key if key in known else known[0])
        self._show_tabs()
        self._tabs.show_value(key if key in (_TIMELINE_TAB, _CONTEXT_TAB) else self._key)

    def turn(self, by: int) -> None:
        """Go to the next or the previous tab."""
        keys = [key for key, _word, _count in self._entries()]
        here = keys.index(self._tabs.value()) if self._tabs.value() in keys else 0
        self.show_tab(keys[(here + by) % len(keys)])

    def take_step(self, key: str, kind: NextStepKind, subject_id: UUID | None) -> None:
        """Let a pane start the next step, if it takes steps."""
        pane: object = self._made.get(key)
        if isinstance(pane, TakesSteps):
            pane.take_step(kind, subject_id)

    def on_step_words(self, callback: Callable[[str, str], None]) -> None:
        """Call back with a pane's key and its words for the button."""
        self._words.append(callback)

    def has_unsaved(self) -> bool:
        """Tell whether any pane holds something not yet kept."""
        return any(_as_pane(pane).has_unsaved() for pane in self._made.values())

    def save_now(self) -> None:
        """Keep what is typed in every pane."""
        for pane in self._made.values():
            _as_pane(pane).save_now()

    def set_room(self, *, timeline: bool, context: bool) -> None:
        """Tell whether timeline and paper have columns of their own."""
        self.has_timeline_room, self.has_context_room = timeline, context
        if timeline and self._stack.indexOf(self._history) >= 0:
            self._stack.removeWidget(self._history)
        elif not timeline and self._stack.indexOf(self._history) < 0:
            self._stack.addWidget(self._history)
        if context and self._stack.indexOf(self.context) >= 0:
            self._stack.removeWidget(self.context)
        elif not context and self._stack.indexOf(self.context) < 0:
            self._stack.addWidget(self.context)
        self._show_context()
        self._show_tabs()

    def _bring(self, key: str) -> None:
        before = self._made.get(self._key)
        if before is not None and key != self._key:
            _as_pane(before).save_now()
        if key not in self._made:
            self._make(key)
        self._key = key
        self._stack.setCurrentWidget(self._made[key])
        self._show_context()

    def _make(self, key: str) -> None:
        spec = next(spec for spec in self._specs if spec.key == key)
        pane = spec.factory()
        self._made[key] = pane
        self._stack.addWidget(pane)
        if isinstance(pane, HasContext):
            self.context.addWidget(pane.context())
        if isinstance(pane, WordsStep):
            pane.on_step_words(lambda words: self._tell_words(key, words))
        if self._folder is not None:
            _as_pane(pane).show_case(self._folder)

    def _tell_words(self, key: str, words: str) -> None:
        for callback in self._words:
            callback(key, words)

    def _show_context(self) -> None:
        pane: object = self._made.get(self._key)
        has_context = isinstance(pane, HasContext)
        if isinstance(pane, HasContext):
            self.context.setCurrentWidget(pane.context())
        if self.has_context_room:
            self.context.setVisible(has_context)

    def _entries(self) -> list[tuple[str, str, str]]:
        say = self._kit.translator.text
        entries = [(spec.key, spec.title, self._counts.get(spec.key, "")) for spec in self._specs]
        if not self.has_context_room and isinstance(self._made.get(self._key), HasContext):
            place = [spec.key for spec in self._specs].index(self._key) + 1
            entries.insert(place, (_CONTEXT_TAB, say("预览"), ""))
        if not self.has_timeline_room:
            entries.append((_TIMELINE_TAB, say("经过"), ""))
        return entries

    def _show_tabs(self) -> None:
        self._tabs.show_tabs(self._entries())


def _as_pane(widget: QWidget) -> CasePane:
    """Every pane is made by a factory of :class:`PaneSpec`, whose widgets are panes."""
    pane: CasePane = widget  # type: ignore[assignment]
    return pane
