"""What the overview says about the channel of a case: its paper, effect, fee, forms and limits."""

from __future__ import annotations

from app.domain.disputes.cases import Case
from app.presenters.cases.rows import GAP
from app.presenters.channel_words import ChannelWords
from app.presenters.desk import Desk
from app.presenters.workspace.cards import Line, OverviewCard


def channel_name(desk: Desk, case: Case) -> str:
    """Name family and channel of a case; one word where they are the same."""
    say = desk.translator.text
    channel = desk.services.lifecycle.channel_of(case)
    names = (case.channel.term, channel.name if channel is not None else "")
    return GAP.join(dict.fromkeys(say(name) for name in names if name))


def channel_cards(desk: Desk, case: Case) -> tuple[OverviewCard, ...]:
    """Tell what the channel of a case means, on a card of its own."""
    channel = desk.services.lifecycle.channel_of(case)
    if channel is None:
        return ()
    words = ChannelWords(desk.translator, desk.formats)
    return (
        OverviewCard(
            key="channel",
            title=desk.translator.text("渠道"),
            note=desk.translator.text(channel.name),
            lines=tuple(Line(label, told) for label, told in words.meaning(channel, case.dispute_type)),
        ),
    )
