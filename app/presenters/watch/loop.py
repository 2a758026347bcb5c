"""闭环: the six steps as columns, each with what stands there and the cases behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.duties.watch.loop import (
    HandlingLine,
    LoopStep,
    OrderLine,
    WatchLine,
    step_of_handling,
    step_of_order,
    step_of_whistle,
)
from app.presenters.desk import Desk
from app.presenters.due_words import Chip
from app.presenters.watch.acts import OfferedAct, handling_acts
from app.presenters.watch.words import GAP, WatchWords

GLOSSES: dict[LoopStep, str] = {
    LoopStep.SCREEN: "发现了，还没交给谁",
    LoopStep.REGISTER: "已转为案件",
    LoopStep.ASSIGN: "已交办，等签收或报到",
    LoopStep.GOVERN: "有人在办",
    LoopStep.FEED_BACK: "已回复、已处置，等销号或评价",
    LoopStep.TRACK: "已销号、已评价、已办结",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopItem:
    """One entry of a column; ``subject_id`` is what its act is about, ``case_id`` the case behind it."""

    subject_id: UUID
    case_id: UUID | None
    kind: str
    title: str
    facts: str
    chip: Chip | None
    main: OfferedAct | None
    acts: tuple[OfferedAct, ...]
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopColumn:
    """One step with its entries; ``count`` may be more than are shown."""

    step: LoopStep
    title: str
    gloss: str
    count: str
    items: tuple[LoopItem, ...]


class LoopWords:
    """Words the board for one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._say = desk.translator.text
        self._words = WatchWords(desk.translator, desk.formats, desk.me)

    def columns(
        self, lines: Sequence[WatchLine], handlings: Sequence[HandlingLine], now: datetime
    ) -> tuple[LoopColumn, ...]:
        """Place everything in its step; what is owed first stands on top."""
        placed: dict[LoopStep, list[LoopItem]] = {step: [] for step in LoopStep}
        for line in lines:
            order = isinstance(line, OrderLine)
            step = step_of_order(line.order) if isinstance(line, OrderLine) else step_of_whistle(line.whistle)
            if step is not None:
                placed[step].append(self._watched(line, now, is_order=order))
        for handled in handlings:
            placed[step_of_handling(handled.handling)].append(self._handled(handled))
        count = self._desk.formats.count
        return tuple(
            LoopColumn(
                step=step,
                title=self._say(step.term),
                gloss=self._say(GLOSSES[step]),
                count=count(len(items)),
                items=tuple(items),
            )
            for step, items in placed.items()
        )

    def _watched(self, line: WatchLine, now: datetime, *, is_order: bool) -> LoopItem:
        row = self._words.row(line, now)
        card = self._words.card(line, now)
        return LoopItem(
            subject_id=row.id,
            case_id=row.case_id,
            kind="megaphone" if is_order else "whistle",
            title=row.title,
            facts=row.addressee,
            chip=row.chip,
            main=row.main,
            acts=card.acts,
            spoken=row.spoken,
        )

    def _handled(self, line: HandlingLine) -> LoopItem:
        say, handling = self._say, line.handling
        acts = handling_acts(self._desk.translator, handling)
        number = line.case.intake_number if line.case is not None else ""
        to = handling.responsible_unit or handling.responsible_person
        facts = GAP.join(part for part in (number, handling.place, to) if part)
        spoken = (say("未诉先办"), handling.title, facts, handling.seen)
        return LoopItem(
            subject_id=handling.id,
            case_id=handling.case_id,
            kind="search",
            title=handling.title,
            facts=facts,
            chip=None,
            main=acts[0] if acts else None,
            acts=acts,
            spoken="，".join(part for part in spoken if part),
        )
