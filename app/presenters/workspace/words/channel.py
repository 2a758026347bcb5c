"""What the overview says about the channel of a case: its paper, effect, fee, forms and limits."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.disputes.cases import Case
from app.domain.disputes.channels.rules import Channel
from app.domain.disputes.channels.starting import begun_on
from app.presenters.cases.rows import GAP
from app.presenters.channel_words import ChannelWords
from app.presenters.desk import Desk
from app.presenters.workspace.cards import Line, OverviewCard
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.channels.fee import fee_words
from app.presenters.workspace.forms.channels.publicity import asks_publicity, publicity_state
from app.presenters.workspace.forms.channels.starting import start_state


def channel_name(desk: Desk, case: Case) -> str:
    """Name family and channel of a case; one word where they are the same."""
    say = desk.translator.text
    channel = desk.services.lifecycle.channel_of(case)
    names = (case.channel.term, channel.name if channel is not None else "")
    return GAP.join(dict.fromkeys(say(name) for name in names if name))


def channel_cards(desk: Desk, folder: CaseFolder) -> tuple[OverviewCard, ...]:
    """Tell what the channel of a case means and what was recorded for it, on a card of its own."""
    case, channel = folder.case, folder.channel
    if channel is None:
        return ()
    words = ChannelWords(desk.translator, desk.formats)
    return (
        OverviewCard(
            key="channel",
            title=desk.translator.text("渠道"),
            note=desk.translator.text(channel.name),
            lines=(
                *_recorded(desk, channel, case),
                *(Line(label, told) for label, told in words.meaning(channel, case.dispute_type)),
            ),
        ),
    )


def _recorded(desk: Desk, channel: Channel, case: Case) -> Iterator[Line]:
    say = desk.translator.text
    state = start_state(desk, channel, case)
    if state and case.accepted_on is not None:
        is_waiting = begun_on(case.start_grounds, case.accepted_on) is None
        yield Line(say("开始条件"), state, "warn" if is_waiting else "text")
    if asks_publicity(channel):
        yield Line(say("公开"), publicity_state(desk, case))
    for fee in case.fees[-1:]:
        yield Line(say("约定收费"), fee_words(desk, fee))
