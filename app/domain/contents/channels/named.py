"""Papers that stay ours, or the parties', in every channel and only name who mediates and by which law."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from app.domain.contents.case_file.papers import FileCoverContents
from app.domain.contents.court.papers import ConfirmationApplicationContents, EnforcementApplicationContents
from app.domain.contents.duties import FourDutiesContents
from app.domain.contents.schedule_forms import ELSEWHERE, MediationNoticeContents
from app.domain.disputes.channels.papers import words_in
from app.domain.disputes.channels.rules import Channel
from app.domain.filing.paper_words import PEOPLES_WORDS

Named = (
    FileCoverContents
    | FourDutiesContents
    | MediationNoticeContents
    | ConfirmationApplicationContents
    | EnforcementApplicationContents
)
"""The papers of ``NAMED_IN_CHANNEL``."""

N = TypeVar("N", bound=Named)


def named(contents: N, channel: Channel | None) -> N:
    """Give a paper with the title of the mediator and the name of mediation that its channel has."""
    words = words_in(channel, contents.kind)
    if words == PEOPLES_WORDS:
        return contents
    if isinstance(contents, MediationNoticeContents):
        return replace(contents, words=words, assurance=ELSEWHERE, is_peoples=False)
    return replace(contents, words=words)
