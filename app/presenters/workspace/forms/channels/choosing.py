"""What forms ask about the channel of a case: which one, and what stands in the way of it."""

from __future__ import annotations

from app.domain.disputes.cases import Case
from app.domain.disputes.channels.rules import MEDICAL_PENDING
from app.domain.disputes.sources import MediationChannel
from app.presenters.channel_words import ChannelWords
from app.presenters.desk import Desk
from app.presenters.workspace.forms.asked import FieldKind, FormField


def channel_words(desk: Desk, case: Case, family: MediationChannel) -> tuple[str, ...]:
    """Say what the proposed channel of a family means and where its limits are."""
    proposed = desk.services.lifecycle.proposed_channel(case, family)
    if proposed is None:
        return ()
    words = ChannelWords(desk.translator, desk.formats)
    limit = words.limit(desk.services.lifecycle.period_of(proposed))
    told = desk.translator.text("调解期限：{limit}", limit=limit)
    return (words.sentence(proposed), told, *words.limits(proposed))


def channel_field(desk: Desk, case: Case) -> FormField:
    """Ask for the channel; left empty, it follows the unit, who sent the case, and its type."""
    say = desk.translator.text
    return FormField(
        key="channel_code",
        label=say("渠道"),
        kind=FieldKind.CHOICE,
        value="",
        options=(("", say("按办理单位、来源和类型")), *channel_options(desk, without="")),
        hint=say("现走“{channel}”；各渠道的规定见设置中的渠道规则", channel=_name(desk, case)),
    )


def channel_options(desk: Desk, *, without: str) -> tuple[tuple[str, str], ...]:
    """Offer every channel in force but one, with the paper that comes of it and how long it may take."""
    say, words = desk.translator.text, ChannelWords(desk.translator, desk.formats)
    return tuple(
        (
            row.code,
            say(
                "{channel}（{paper}；{limit}）",
                channel=say(row.name),
                paper=say(row.paper),
                limit=words.limit(desk.services.lifecycle.period_of(row)),
            ),
        )
        for row in desk.services.lifecycle.channels()
        if row.code != without
    )


def pending_fields(desk: Desk, case: Case) -> tuple[FormField, ...]:
    """Ask of a medical dispute whether a court or the health department already took it."""
    channel = desk.services.lifecycle.channel_of(case)
    rule = channel.rule(MEDICAL_PENDING) if channel is not None else None
    if rule is None:
        return ()
    say = desk.translator.text
    return (
        FormField(
            key="is_pending",
            label=say("法院或者卫生主管部门已经受理同一纠纷"),
            kind=FieldKind.TICK,
            hint=say("{rule}（{article}）", rule=say(rule.says), article=say(rule.article)),
        ),
    )


def _name(desk: Desk, case: Case) -> str:
    channel = desk.services.lifecycle.channel_of(case)
    return desk.translator.text(channel.name if channel is not None else case.channel.term)
