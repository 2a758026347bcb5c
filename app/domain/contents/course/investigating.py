"""What the form of an investigation asks, and what it refuses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.errors import InvalidInput


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestigationAnswers:
    """One investigation as its form was told: when, where, who was asked by whom, and what was said.

    ``asked_about`` tells of the person asked: age, work, address, how it stands to the parties.
    """

    held_at: datetime
    ended_at: datetime | None = None
    place: str = ""
    matter: str = ""
    asked: str
    asked_about: str = ""
    present: str = ""
    investigators: tuple[str, ...]
    recorder: str
    record: str


def check_investigation(answers: InvestigationAnswers, now: datetime) -> None:
    """Refuse one of nobody, by nobody, nowhere, without words, out of order, or in days to come."""
    if not answers.place.strip():
        raise InvalidInput("investigation.place_missing", field="place")
    if not answers.asked.strip():
        raise InvalidInput("investigation.nobody_asked", field="asked")
    if not answers.investigators:
        raise InvalidInput("investigation.nobody_asking", field="investigators")
    if not answers.recorder.strip():
        raise InvalidInput("investigation.recorder_missing", field="recorder")
    if not answers.record.strip():
        raise InvalidInput("investigation.record_missing", field="record")
    if answers.ended_at is not None and answers.ended_at < answers.held_at:
        raise InvalidInput("session.ends_before_start", field="to")
    if answers.held_at > now:
        raise InvalidInput("date.in_future", field="from", day=answers.held_at.date().isoformat())
