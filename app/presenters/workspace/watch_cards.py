"""督办 and 吹哨 of one case as cards of the overview, what still binds first, with their acts."""

from __future__ import annotations

from app.presenters.desk import Desk
from app.presenters.watch.words import GAP, WatchCard, WatchWords
from app.presenters.workspace.cards import CardAct, Line, OverviewCard
from app.presenters.workspace.folder import CaseFolder


def watch_cards(desk: Desk, folder: CaseFolder) -> tuple[OverviewCard, ...]:
    """Give a card for every order and whistle, and for what screening had found before."""
    folder = desk.names.shown(folder)
    words, now = WatchWords(desk.translator, desk.formats, desk.me), desk.clock.now()
    about = folder.case.intake_number
    orders = sorted(folder.supervision, key=lambda order: (not order.is_open, order.due))
    whistles = sorted(folder.whistles, key=lambda whistle: (not whistle.is_open, whistle.arrive_by))
    return (
        *(_card(words.order_card(order, now, about)) for order in orders),
        *(_card(words.whistle_card(whistle, now, about)) for whistle in whistles),
        *_found_as(desk, folder),
    )


def _card(shown: WatchCard) -> OverviewCard:
    # The first line names the case, which is the one on show.
    return OverviewCard(
        key=str(shown.id),
        title=shown.title,
        note=GAP.join(dict.fromkeys((shown.chip.text, shown.status))),
        lines=tuple(Line(label, value) for label, value in shown.told[1:]),
        acts=tuple(CardAct(f"watch:{act.act.value}", act.text, shown.id) for act in shown.acts),
        icon="whistle" if shown.is_whistle else "megaphone",
    )


def _found_as(desk: Desk, folder: CaseFolder) -> tuple[OverviewCard, ...]:
    say, day = desk.translator.text, desk.formats.day
    return tuple(
        OverviewCard(
            key=str(found.id),
            title=say("未诉先办"),
            note=found.title,
            lines=tuple(
                Line(label, value)
                for label, value in (
                    (say("发现"), GAP.join(part for part in (day(found.found_on), found.finder) if part)),
                    (say("在哪里"), found.place),
                    (say("看到了什么"), found.seen),
                    (say("排查情况"), found.screening_note),
                    (say("治理措施"), found.measures),
                    (say("反馈"), found.feedback),
                )
                if value
            ),
        )
        for found in folder.found_as
    )
