"""文书用语: kinds, the blocks of one, the block in hand with its form, and the paper as it would be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.changes import Changes
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.wordings.blocks import WordingBlock
from app.domain.filing.wordings.catalogue import blocks_of
from app.domain.filing.wordings.local import LocalWording
from app.domain.filing.wordings.places import BlockPlace, BlockState
from app.presenters.desk import DRAWING, Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_form import Saved
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.sentences import sentence
from app.presenters.settings.wordings.form import TEXT, block_form, text_now
from app.services.filing.wordings import Trial

_TOUCHING = frozenset({"wording"})
_FIRST = DocumentKind.AGREEMENT


@dataclass(frozen=True, slots=True)
class BlockRow:
    """One block in the table; ``state`` is 默认, 本单位 or 不能改."""

    key: str
    name: str
    text: str
    state: str
    is_own: bool = False
    is_fixed: bool = False

    @property
    def spoken(self) -> str:
        """Give the row as one sentence."""
        return f"{self.name}，{self.state}，{self.text}"


@dataclass(frozen=True, slots=True)
class _Read:
    """What the organisation set, and the state of the block in hand."""

    wording: tuple[LocalWording, ...]
    place: BlockPlace
    state: BlockState


class WordingsView(Protocol):
    """What the section can show."""

    def show_kinds(self, kinds: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer the kinds of paper by code and words."""

    def show_rules(self, rows: Sequence[BlockRow]) -> None:
        """Show the blocks of a kind."""

    def show_chosen(self, key: str) -> None:
        """Mark the block in hand in the table."""

    def show_details(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show what is to be known of the block in hand."""

    def show_form(self, form: EntryPresenter[BlockState], fields: Sequence[str]) -> None:
        """Show the form of a block and the fields that may be put in."""

    def show_fixed(self, words: str) -> None:
        """Say why a block has no form."""

    def show_restore(self, *, is_own: bool) -> None:
        """Offer to bring the default back where something local is set."""

    def show_paper(self, pdf: bytes) -> None:
        """Show the example."""

    def show_trial(self, words: str, *, is_good: bool) -> None:
        """Say whether what is typed can be put in force, or why not; empty words while it is looked at."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""


class WordingsPresenter:
    """Shows one kind and one block of it; what is typed is tried out off the window's thread."""

    def __init__(self, desk: Desk, navigator: Navigator, view: WordingsView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._kind, self._key = _FIRST, ""
        self._wording: tuple[LocalWording, ...] = ()
        self._form: EntryPresenter[BlockState] | None = None
        self._form_place: BlockPlace | None = None
        self._is_trying = self._is_stale = False
        self._end = desk.feed.on_change(self._on_change)

    def refresh(self) -> None:
        """Read what is set."""
        place = self._place()
        self._desk.runner.submit(lambda: self._read(place), self._arrived, self._failed)

    # user → presenter

    def choose_kind(self, code: str) -> None:
        """Show the blocks of another kind."""
        if code != self._kind.value:
            self._kind, self._key = DocumentKind.of(code), ""
            self.refresh()

    def look_at(self, key: str) -> None:
        """Show one block of the kind."""
        if key != self._place().key:
            self._key = key
            self.refresh()

    def typed(self) -> None:
        """Draw the example with what is typed now; while one drawing is under way, the newest waits."""
        if self._is_trying:
            self._is_stale = True
            return
        self._is_trying, self._is_stale = True, False
        place, wordings, known = self._place(), self._desk.services.wordings, self._wording
        text = place.block.text if self._form is None else self._form.values.get(TEXT, "")
        self._desk.runner.submit(
            lambda: wordings.try_out(place, text, known),
            lambda trial: self._tried(place, trial),
            self._not_tried,
            lane=DRAWING,
        )

    def restore(self) -> None:
        """Bring the default back; what is typed goes with it."""
        place, form, desk = self._form_place, self._form, self._desk
        if place is None or form is None:
            return
        version = form.record.version

        def done(changes: Changes) -> None:
            form.start_over()
            desk.feed.announce(changes)
            self._navigator.toast(self._say("已恢复默认用语"))

        desk.runner.submit(
            lambda: desk.services.wordings.restore(place, actor=desk.actor, version=version).changes,
            done,
            self._failed,
        )

    # services → view

    def _place(self) -> BlockPlace:
        return BlockPlace(self._desk.me.organisation_id, self._kind, self._key or _first_open(self._kind))

    def _read(self, place: BlockPlace) -> _Read:
        wordings = self._desk.services.wordings
        return _Read(wordings.of_organisation(place.organisation_id), place, wordings.state(place))

    def _arrived(self, read: _Read) -> None:
        if read.place != self._place():
            return  # another block was chosen meanwhile; its own answer follows
        self._wording, self._key = read.wording, read.place.key
        self._view.show_error("")
        self._view.show_kinds(self._kinds(), self._kind.value)
        self._view.show_rules([self._row(block) for block in blocks_of(self._kind)])
        self._view.show_chosen(self._key)
        block = read.place.block
        self._view.show_details(self._say(block.name), self._details(block, read))
        self._show_form(read)
        self.typed()

    def _show_form(self, read: _Read) -> None:
        block = read.place.block
        self._view.show_restore(is_own=bool(read.state.local is not None and self._is_set(read.state.local)))
        if self._form is not None and self._form_place == read.place:
            self._form.follow(read.state)
            return
        if self._form is not None:
            self._form.close()
        self._form, self._form_place = None, read.place
        if block.is_fixed:
            self._view.show_fixed(self._say("这段用语不能改：{article}", article=block.fixed_by))
            return
        self._form = EntryPresenter(
            self._desk, block_form(self._desk, read.place, read.state), self._on_saved
        )
        self._view.show_form(self._form, [field.term for field in block.fields])

    def _tried(self, place: BlockPlace, trial: Trial) -> None:
        self._is_trying = False
        if place == self._place():
            self._view.show_paper(trial.pdf)
            self._tell(place.block, trial)
        if self._is_stale:
            self.typed()

    def _tell(self, block: WordingBlock, trial: Trial) -> None:
        if block.is_fixed:
            self._view.show_trial("", is_good=True)
        elif trial.problem is None:
            words = self._say("可以启用：示例文书上的 {n} 处内容都印得出", n=trial.carried)
            self._view.show_trial(words, is_good=True)
        else:
            words = self._say(
                "{problem}。预览仍按现行用语。", problem=sentence(self._desk.translator, trial.problem)
            )
            self._view.show_trial(words, is_good=False)

    def _not_tried(self, error: Exception) -> None:
        self._is_trying = False
        self._view.show_trial(sentence(self._desk.translator, error), is_good=False)
        if self._is_stale:
            self.typed()

    # words

    def _kinds(self) -> list[tuple[str, str]]:
        own = {local.kind for local in self._wording if self._is_set(local)}
        mark = self._say("（本单位有改动）")
        return [(kind.value, self._say(kind.term) + (mark if kind in own else "")) for kind in DocumentKind]

    def _is_set(self, local: LocalWording) -> bool:
        today = self._desk.today
        return bool(local.text_on(today)) or local.after(today) is not None

    def _row(self, block: WordingBlock) -> BlockRow:
        own = next((w for w in self._wording if (w.kind, w.block) == (self._kind, block.key)), None)
        is_own = own is not None and self._is_set(own)
        state = self._say("不能改") if block.is_fixed else self._say("默认")
        if own is not None and is_own:
            state = self._say("本单位") if own.text_on(self._desk.today) else self._say("待启用")
        text = (own.text_on(self._desk.today) if own is not None else "") or block.text
        return BlockRow(block.key, self._say(block.name), text, state, is_own, block.is_fixed)

    def _details(self, block: WordingBlock, read: _Read) -> tuple[tuple[str, str], ...]:
        say, formats, today = self._say, self._desk.formats, self._desk.today
        lines = [(say("默认用语"), block.text)]
        if block.must_say:
            words = "、".join(f"“{said}”" for said in block.must_say)
            lines.append((say("必须写明"), say("{words}（{article}）", words=words, article=block.article)))
        if block.is_fixed:
            return tuple(lines)
        lines.append((say("现行用语"), text_now(read.place, read.state, today)))
        planned = None if read.state.local is None else read.state.local.after(today)
        if planned is not None:
            text = planned.text or say("恢复默认")
            lines.append((say("待启用"), f"{formats.day(planned.valid_from)}　{text}"))
        changes = [
            f"{formats.moment(entry.at)}　{entry.actor_name}　{entry.note}" for entry in read.state.history
        ]
        if changes:
            lines.append((say("改动记录"), "\n".join(changes)))
        return tuple(lines)

    def _on_saved(self, saved: Saved) -> None:
        self._navigator.toast(saved.told)
        self.refresh()

    def _on_change(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING and self._form_place is not None:
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self._view.show_error(sentence(self._desk.translator, error))


def _first_open(kind: DocumentKind) -> str:
    blocks = blocks_of(kind)
    return next((block.key for block in blocks if not block.is_fixed), blocks[0].key)
