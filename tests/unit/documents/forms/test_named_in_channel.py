"""Papers that stay ours in every channel: they call the mediator and the law as the channel does."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from app.domain.contents.channels.named import Named, named
from app.domain.contents.channels.worded import titled
from app.domain.contents.schedule_forms import ASSURANCE, MediationNoticeContents
from app.domain.disputes.channels.papers import NAMED_IN_CHANNEL
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.paper_words import PEOPLES_WORDS
from tests.support.centres import program_rules
from tests.support.filled_contents import Filler
from tests.support.pdf_reading import read_both

ROWS = program_rules().channels
WORDED = ("peoples", "administrative", "court_entrusted", "rural_land", "commercial", "market")
"""One row for each set of words."""


def ours(kind):
    contents = replace(Filler(3).fill(kind), words=PEOPLES_WORDS)
    if kind is MediationNoticeContents:
        return replace(contents, assurance=ASSURANCE, is_peoples=True)
    return contents


def drawn(renderer, contents):
    return "".join(read_both(renderer.render(contents, is_draft=False).pdf).squashed())


@pytest.mark.parametrize("kind", get_args(Named), ids=lambda kind: kind.kind.value)
def test_no_channel_but_a_committees_names_peoples_mediation(renderer, kind):
    contents = ours(kind)
    assert named(contents, None) is contents
    for row in (row for row in ROWS if row.code in WORDED):
        told = named(contents, row)
        assert (told is contents) is row.may_issue_agreement
        assert ("人民调解" in drawn(renderer, told)) is row.may_issue_agreement, row.code


def test_a_cover_bears_the_kind_of_mediation_and_the_list_of_kinds_is_whole():
    assert {kind.kind for kind in get_args(Named)} == NAMED_IN_CHANNEL
    cover = ours(next(kind for kind in get_args(Named) if kind.kind is DocumentKind.FILE_COVER))
    titles = {row.code: titled(named(cover, row)) for row in ROWS}
    assert titles["peoples"] == "人民调解委员会调解卷宗"
    assert titles["rural_land"] == "农村土地承包经营纠纷调解卷宗"
    assert titles["commercial"] == "商事调解卷宗"
    assert titles["market"] == "调解卷宗"
