"""One line of the handing-over list in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.duties.referrals.guidance import GuidanceState, SixServices
from app.domain.duties.referrals.interfaces import FiveInterface, WaitingFor
from app.domain.duties.referrals.orders import WorkOrderKind, WorkOrderState
from app.domain.duties.referrals.states import ReferralState
from app.domain.duties.referrals.transit import DealingKind, TransitLine
from app.domain.values.termed import Termed
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.due_words import Chip, ChipKind, due_chip

GAP = "　"
_LISTS: dict[DealingKind, tuple[type[Termed], type[Termed]]] = {
    DealingKind.REFERRAL: (FiveInterface, ReferralState),
    DealingKind.GUIDANCE: (SixServices, GuidanceState),
    DealingKind.ORDER: (WorkOrderKind, WorkOrderState),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitRow:
    """A line ready to be drawn; ``spoken`` is it as one sentence."""

    id: UUID
    case_id: UUID
    chip: Chip
    what: str
    kind: str
    counterpart: str
    number: str
    title: str
    intake: str
    state: str
    owner: str
    spoken: str


class TransitRows:
    """Makes rows in one language."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._translator, self._formats = translator, formats
        self._say = translator.text

    def row(self, line: TransitLine, today: date, gone: frozenset[UUID]) -> TransitRow:
        """Word one line; ``gone`` are members who left: what they hold must be handed over."""
        say = self._say
        topics, states = _LISTS[line.link]
        state = say(states.of(line.state).term)
        direction = say(line.direction.term) if line.direction else say(line.link.term)
        is_over = line.waiting is WaitingFor.NOTHING
        owner = say("{name}（已离任）", name=line.owner_name) if line.owner_id in gone else line.owner_name
        chip = Chip(ChipKind.DONE, state) if is_over else self._due(line, today)
        what = say(topics.of(line.topic).term)
        spoken = (what, direction, line.counterpart, line.case_title, state, chip.text, owner)
        return TransitRow(
            id=line.id,
            case_id=line.case_id,
            chip=chip,
            what=what,
            kind=direction,
            counterpart=line.counterpart,
            number=line.number,
            title=line.case_title,
            intake=line.intake_number,
            state=state,
            owner=owner,
            spoken="，".join(part for part in spoken if part),
        )

    def _due(self, line: TransitLine, today: date) -> Chip:
        detail = self._say("{day} 到期", day=self._formats.day_long(line.due_on)) if line.due_on else ""
        return due_chip(self._translator, line.due_on, today, detail)
