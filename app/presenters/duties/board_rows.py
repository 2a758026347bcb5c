"""One case of the board in words, with the cards of its four duties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.duties.board import BoardLine
from app.domain.duties.four_duties import DutyKind
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.cases.rows import risk_level
from app.presenters.duties.duty_words import DutyCell, DutyWords


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """A case ready to be drawn; ``spoken`` is its first cell as a sentence."""

    case_id: UUID
    number: str
    title: str
    mediator: str
    tier: str
    risk_level: int
    risk: str
    cells: tuple[DutyCell, ...]
    spoken: str

    def cell(self, kind: DutyKind) -> DutyCell:
        """Give the card of one duty."""
        return next(cell for cell in self.cells if cell.kind is kind)


class BoardRows:
    """Makes rows in one language."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._say = translator.text
        self._words = DutyWords(translator, formats)

    def row(self, line: BoardLine, today: date) -> BoardRow:
        """Word one case as it stands today."""
        case, say = line.case, self._say
        mediator = case.lead_name or say("未指派")
        risk = say(case.risk.term)
        tier = say("{tier}级", tier=case.tier) if case.tier and not case.tier.endswith("级") else case.tier
        spoken = (case.title, case.intake_number, mediator, tier, say("风险{level}", level=risk))
        return BoardRow(
            case_id=case.id,
            number=case.intake_number,
            title=case.title,
            mediator=mediator,
            tier=tier,
            risk_level=risk_level(case.risk),
            risk=risk,
            cells=self._words.cells(line.duties, today),
            spoken="，".join(part for part in spoken if part),
        )
