"""One case of a list in words: two lines per cell, the deadline as a chip, the whole row as one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.disputes.case_lines import CaseLine
from app.domain.disputes.dispute_types import DisputeTypeList
from app.domain.disputes.sources import RiskLevel
from app.domain.disputes.states import BEFORE_ACCEPTANCE, CLOSED_STATES, CaseState, Stage, stage_of
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.due_words import Chip, ChipKind, due_chip, line_detail, paused_chip, waiting_chip

GAP = "\u3000"
"""What parts the facts of one line."""

NAME_SEPARATOR = "、"
"""What lists write between the names of one side."""

_NAMED = 2
_STAGES = tuple(Stage)
_NOT_ACCEPTED = frozenset(
    {
        *BEFORE_ACCEPTANCE,
        CaseState.NOT_ACCEPTED,
        CaseState.GUIDED_OUT,
        CaseState.WITHDRAWN,
        CaseState.MERGED,
    }
)
_RISKS = tuple(RiskLevel)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case ready to be drawn; ``stage_steps`` of nine are lit, ``risk_level`` is 1 to 4.

    ``everybody`` names all parties, ``spoken`` is the row as one sentence for a reader of the screen;
    ``is_accepted`` tells whether the register of acceptance can be printed.
    """

    id: UUID
    number: str
    chip: Chip
    title: str
    facts: str
    applicants: str
    respondents: str
    everybody: str
    stage: str
    stage_steps: int
    tier: str
    lead: str
    risk_level: int
    risk: str
    spoken: str
    is_accepted: bool

    @property
    def people(self) -> str:
        """Give both sides in one line."""
        return f"{self.applicants} {self.respondents}".strip()


class CaseRows:
    """Makes rows in one language; ``types`` gives the names of the dispute types."""

    def __init__(
        self, translator: Translator, formats: Formats, types: DisputeTypeList | None = None
    ) -> None:
        self._translator = translator
        self._formats = formats
        self._types = types

    def row(self, line: CaseLine, today: date) -> CaseRow:
        """Word one case as it stands today."""
        say = self._translator.text
        stage = stage_of(line.state)
        risk = say(line.risk.term)
        chip = self.chip(line, today)
        applicants, respondents = self._names(line.applicants), self._names(line.respondents)
        against = say("对 {names}", names=respondents) if respondents else ""
        kind = self._types.name_of(line.dispute_type) if self._types else line.dispute_type
        lead = line.lead_name or say("未指派")
        spoken = (
            chip.text,
            line.title,
            line.intake_number,
            f"{applicants} {against}".strip(),
            say(stage.term),
            line.tier,
            lead,
            say("风险{level}", level=risk),
        )
        return CaseRow(
            id=line.id,
            number=line.intake_number,
            chip=chip,
            title=line.title,
            facts=GAP.join(part for part in (line.intake_number, kind, say(line.source.term)) if part),
            applicants=applicants,
            respondents=against,
            everybody=f"{line.applicants}\n{say('对 {names}', names=line.respondents)}",
            stage=say(stage.term),
            stage_steps=_STAGES.index(stage) + 1,
            tier=line.tier,
            lead=lead,
            risk_level=risk_level(line.risk),
            risk=risk,
            spoken="，".join(part for part in spoken if part),
            is_accepted=line.state not in _NOT_ACCEPTED,
        )

    def _names(self, joined: str) -> str:
        """Give way after the second name: 买合木提等 12 方 (a party may be a group of people)."""
        names = joined.split(NAME_SEPARATOR)
        if len(names) <= _NAMED:
            return joined
        return self._translator.text("{name}等 {n} 方", name=names[0], n=len(names))

    def chip(self, line: CaseLine, today: date) -> Chip:
        """Give the chip of the clock that leads; a case in which nothing runs any more says how it ended."""
        say = self._translator.text
        if line.state in CLOSED_STATES:
            return Chip(ChipKind.DONE, say(line.state.term))
        if line.paused_for is not None and line.due_on is None:
            return paused_chip(self._translator, line.paused_for, say("期限停走，恢复调解后接着算"))
        detail = line.due_told or ""
        if line.due_on is None and line.due_kind is not None and detail:
            return waiting_chip(self._translator, detail)
        if not detail and line.due_kind is not None:
            detail = line_detail(self._translator, self._formats, line.due_on, line.due_kind.term)
        return due_chip(self._translator, line.due_on, today, detail)


def risk_level(risk: RiskLevel) -> int:
    """Give the number of lit bars, 1 for 低 to 4 for 极高."""
    return _RISKS.index(risk) + 1
