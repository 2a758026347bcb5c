"""合并当事人: who is the same person, both entries side by side, what stays; nothing happens unasked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from app.domain.people.merging import COMPARED, KeptValue, PartyMerge, differing, proposed
from app.domain.people.parties import PartyRecord
from app.domain.people.party_lines import KnownParty, PartyLine
from app.domain.values.naming.masking import mask_identity, mask_phone
from app.i18n import msgid
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.party_words import GAP
from app.presenters.sentences import sentence
from app.services.done import Done
from app.services.people.merging import Pair

_LABELS: dict[str, str] = {
    "kind": msgid("类别"),
    "name": msgid("姓名或名称"),
    "former_name": msgid("曾用名"),
    "sex": msgid("性别"),
    "birth_date": msgid("出生日期"),
    "stated_age": msgid("自述年龄"),
    "ethnicity": msgid("民族"),
    "identity_number": msgid("证件"),
    "phone": msgid("电话"),
    "language": msgid("语言"),
    "occupation": msgid("职业"),
    "workplace": msgid("单位"),
    "address": msgid("住址"),
    "credit_code": msgid("统一社会信用代码"),
    "legal_representative": msgid("法定代表人"),
    "contact_person": msgid("联系人"),
    "contact_consent": msgid("联系意愿"),
    "note": msgid("备注"),
}


@dataclass(frozen=True, slots=True)
class MergeOffer:
    """An entry that may be merged, with why it is offered."""

    id: UUID
    name: str
    facts: str


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One thing both entries say, side by side; ``choices`` is empty where they agree."""

    key: str
    label: str
    ours: str
    theirs: str
    kept: KeptValue
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MergeQuestion:
    """Both entries laid side by side and what merging will do."""

    words: tuple[str, ...]
    ours: str
    theirs: str
    rows: tuple[MergeRow, ...]


class MergeView(Protocol):
    """The window of a merge."""

    def show_offers(self, words: str, offers: Sequence[MergeOffer]) -> None:
        """Offer entries to choose the other one from."""

    def show_question(self, question: MergeQuestion) -> None:
        """Lay both side by side and ask."""

    def show_failure(self, words: str) -> None:
        """Say what failed; empty words hide it."""

    def show_busy(self, *, is_busy: bool) -> None:
        """Let nobody merge twice."""

    def finish(self) -> None:
        """Close: they are merged."""


class MergePresenter:
    """Carries one merge from choosing the other entry to the answer; ``record`` is the one that stays."""

    def __init__(
        self, desk: Desk, navigator: Navigator, record: PartyRecord, other_id: UUID | None = None
    ) -> None:
        self._desk, self._navigator, self.record = desk, navigator, record
        self._say = desk.translator.text
        self._other_id = other_id
        self._text = ""
        self._pair: Pair | None = None
        self._kept: dict[str, KeptValue] = {}
        self._view: MergeView | None = None

    def attach(self, view: MergeView) -> None:
        """Begin: with the question when the other entry is known, else with whom it may be."""
        self._view = view
        if self._other_id is not None:
            self.choose(self._other_id)
        else:
            self._offer()

    def detach(self) -> None:
        """Forget the window: it was closed."""
        self._view = None

    # user → presenter

    def search(self, text: str) -> None:
        """Look for the other entry by name, initials, or the tail of a number."""
        if text.strip() != self._text:
            self._text = text.strip()
            self._offer()

    def choose(self, other_id: UUID) -> None:
        """Lay the other entry beside this one."""
        merging, actor, here = self._desk.services.merging, self._desk.actor, self.record.id
        self._desk.runner.submit(
            lambda: merging.pair(here, other_id, actor=actor), self._on_pair, self._on_failed
        )

    def keep(self, key: str, choice: str) -> None:
        """Choose which value stays."""
        self._kept[key] = KeptValue.of(choice)

    def merge(self) -> None:
        """Merge what was laid side by side."""
        pair, view = self._pair, self._view
        if pair is None or view is None:
            return
        view.show_failure("")
        view.show_busy(is_busy=True)
        merging, actor, kept = self._desk.services.merging, self._desk.actor, dict(self._kept)
        self._desk.runner.submit(
            lambda: merging.merge(pair.survivor, pair.absorbed, kept, actor=actor),
            self._on_merged,
            self._on_failed,
        )

    # services → view

    def _offer(self) -> None:
        merging, here, text = self._desk.services.merging, self.record, self._text

        def read() -> tuple[MergeOffer, ...]:
            if text:
                return tuple(self._line(line) for line in merging.found(text, beside=here.id))
            return tuple(self._known(known) for known in merging.alike(here.id))

        def arrived(offers: tuple[MergeOffer, ...]) -> None:
            if self._view is not None and text == self._text:
                self._view.show_offers(self._offer_words(offers), offers)

        self._desk.runner.submit(read, arrived, self._on_failed)

    def _offer_words(self, offers: Sequence[MergeOffer]) -> str:
        if offers:
            return self._say("选出同一人的另一条：")
        if self._text:
            return self._say("没有符合的当事人，换个词再找。")
        return self._say("名册中没有相近的人。输入姓名、电话或证件后几位查找。")

    def _on_pair(self, done: Done[Pair]) -> None:
        self._pair = done.value
        self._kept = proposed(done.value.survivor, done.value.absorbed)
        self._desk.feed.announce(done.changes)
        if self._view is not None:
            self._view.show_failure("")
            self._view.show_question(self._question(done.value))

    def _on_merged(self, done: Done[PartyMerge]) -> None:
        if self._view is not None:
            self._view.finish()
        self._desk.feed.announce(done.changes)
        merge = done.value
        told = self._say("已并入{name}", name=merge.after.name)
        self._navigator.toast(told, lambda: self._undo(merge.id))

    def _undo(self, merge_id: UUID) -> None:
        part(self._desk, self._navigator, merge_id, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        words = sentence(self._desk.translator, error)
        if self._view is None:
            self._navigator.toast(words)
            return
        self._view.show_busy(is_busy=False)
        self._view.show_failure(words)

    # words

    def _question(self, pair: Pair) -> MergeQuestion:
        say, survivor, absorbed = self._say, pair.survivor, pair.absorbed
        unequal = frozenset(differing(survivor, absorbed))
        rows = (self._row(survivor, absorbed, key, is_unequal=key in unequal) for key in COMPARED)
        return MergeQuestion(
            words=(
                say(
                    "右边一条并入左边一条，两边的案件都归到左边（{ours} 件和 {theirs} 件）。",
                    ours=pair.survivor_cases,
                    theirs=pair.absorbed_cases,
                ),
                say("案件里当时所述的资料不变。并入的一条仍可查到，随时可以分开。"),
            ),
            ours=say("保留：{name}", name=survivor.name),
            theirs=say("并入：{name}", name=absorbed.name),
            rows=tuple(row for row in rows if row.ours or row.theirs),
        )

    def _row(self, ours: PartyRecord, theirs: PartyRecord, key: str, *, is_unequal: bool) -> MergeRow:
        kinds = (KeptValue.SURVIVOR, KeptValue.ABSORBED)
        if key == "note" and ours.note and theirs.note:
            kinds = (*kinds, KeptValue.BOTH)  # type: ignore[assignment]  # a longer tuple of the same
        words = {
            KeptValue.SURVIVOR: self._say("留左边"),
            KeptValue.ABSORBED: self._say("用右边"),
            KeptValue.BOTH: self._say("都留"),
        }
        return MergeRow(
            key=key,
            label=self._say(_LABELS[key]),
            ours=self._value(ours, key, is_full=is_unequal),
            theirs=self._value(theirs, key, is_full=is_unequal),
            kept=self._kept.get(key, KeptValue.SURVIVOR),
            choices=tuple((kind.value, words[kind]) for kind in kinds) if is_unequal else (),
        )

    def _value(self, record: PartyRecord, key: str, *, is_full: bool) -> str:
        say, day = self._say, self._desk.formats.day
        worded: Mapping[str, str] = {
            "kind": say(record.kind.term),
            "sex": say(record.sex.term) if record.sex else "",
            "birth_date": day(record.birth_date) if record.birth_date else "",
            "stated_age": "" if record.stated_age is None else say("{n} 岁", n=record.stated_age),
            "identity_number": _joined(
                say(record.identity_kind.term) if record.identity_number else "",
                record.identity_number if is_full else mask_identity(record.identity_number),
            ),
            "phone": record.phone if is_full else mask_phone(record.phone),
            "legal_representative": _joined(record.legal_representative, record.legal_representative_post),
            "contact_consent": _joined(
                say(record.contact_consent.term) if record.contact_consent else "",
                day(record.contact_consent_on) if record.contact_consent_on else "",
            ),
        }
        return worded[key] if key in worded else str(getattr(record, key))

    def _known(self, known: KnownParty) -> MergeOffer:
        say, record = self._say, known.record
        same = (
            say("证件号相同") if known.same_identity else "",
            say("电话相同") if known.same_phone else "",
            say("姓名相同") if known.same_name else "",
        )
        return MergeOffer(record.id, record.name, _joined(*same, *self._about(record, known.all_cases)))

    def _line(self, line: PartyLine) -> MergeOffer:
        return MergeOffer(line.id, line.name, _joined(*self._about(line, line.all_cases)))

    def _about(self, one: PartyRecord | PartyLine, cases: int) -> tuple[str, ...]:
        count = self._say("{n} 件", n=cases)
        return (mask_identity(one.identity_number), mask_phone(one.phone), count)


def part(desk: Desk, navigator: Navigator, merge_id: UUID, failed: Callable[[Exception], None]) -> None:
    """Take two merged entries apart and say so."""
    merging, actor, say = desk.services.merging, desk.actor, desk.translator.text

    def done(parted: Done[PartyRecord]) -> None:
        desk.feed.announce(parted.changes)
        navigator.toast(say("已分开：{name}", name=parted.value.name))

    desk.runner.submit(lambda: merging.part(merge_id, actor=actor), done, failed)


def _joined(*parts: str) -> str:
    return GAP.join(filter(None, parts))
