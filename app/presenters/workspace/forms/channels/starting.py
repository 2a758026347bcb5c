"""Start conditions: what the accident did and what of it is over, asked at 受理 and mended afterwards."""

from __future__ import annotations

from datetime import date

from app.domain.disputes.cases import Case
from app.domain.disputes.channels.rules import Channel
from app.domain.disputes.channels.starting import StartGround, begun_on, still_open
from app.domain.errors import InvalidInput
from app.domain.values.ids import new_id
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms import reading as read
from app.presenters.workspace.forms.asked import YES, FieldKind, Form, FormField, Sent, Values


def start_fields(
    desk: Desk, channel: Channel | None, known: tuple[StartGround, ...]
) -> tuple[FormField, ...]:
    """Ask for each consequence and its day; a channel without start conditions asks nothing."""
    if channel is None or channel.start is None:
        return ()
    say, told = desk.translator.text, {ground.code: ground for ground in known}
    fields: list[FormField] = []
    for condition in channel.start.conditions:
        ground = told.get(condition.code)
        day = None if ground is None else ground.over_on
        tick = f"harm_{condition.code}"
        fields += [
            FormField(
                key=tick,
                label=say(condition.harm),
                kind=FieldKind.TICK,
                value=YES if ground is not None else "",
            ),
            FormField(
                key=f"over_{condition.code}",
                label=say("{over}的日期", over=say(condition.over)),
                kind=FieldKind.DAY,
                value="" if day is None else desk.formats.day(day),
                hint=say("还没有结束的留空"),
                shown_if=(tick, (YES,)),
                is_half=True,
            ),
        ]
    return tuple(fields)


def grounds_in(values: Values, channel: Channel | None, today: date) -> tuple[StartGround, ...]:
    """Read the consequences ticked, with their days."""
    if channel is None or channel.start is None:
        return ()
    return tuple(
        StartGround(
            id=new_id(),
            code=condition.code,
            harm=condition.harm,
            over=condition.over,
            over_on=read.day_or_none(values, f"over_{condition.code}", today),
            trigger=channel.start.trigger,
        )
        for condition in channel.start.conditions
        if read.ticked(values, f"harm_{condition.code}")
    )


def start_words(desk: Desk, channel: Channel | None) -> tuple[str, ...]:
    """Tell the rule with its article, and whether it is confirmed."""
    if channel is None or channel.start is None:
        return ()
    say, rule = desk.translator.text, channel.start
    article = say(rule.article)
    if not rule.is_verified:
        article = say("{source}，未核实", source=article)
    return (say("{rule}（{article}）", rule=say(rule.says), article=article),)


def start_state(desk: Desk, channel: Channel | None, case: Case) -> str:
    """Tell from when mediation may begin, or what is still waited for; empty without start conditions."""
    if channel is None or channel.start is None:
        return ""
    say, grounds = desk.translator.text, case.start_grounds
    if not grounds:
        return say("还没有写明事故造成了什么后果")
    waiting = still_open(grounds)
    if waiting:
        names = "、".join(say(ground.over) for ground in waiting)
        if channel.start.binds:
            return say("{over}还没有结束，不能开始调解", over=names)
        return say("{over}还没有结束，先不谈赔偿数额", over=names)
    day = begun_on(grounds, case.accepted_on)
    if day is None:
        return say("条件已具备，自受理之日起开始")
    return say("自 {day} 开始", day=desk.formats.day(day))


def start_form(desk: Desk, folder: CaseFolder) -> Form:
    """Mend what was said at 受理: treatment ends, a disability is assessed, a loss is determined."""
    case, channel, say = folder.case, folder.channel, desk.translator.text

    def send(values: Values, seen: CaseFolder) -> Sent:
        grounds = grounds_in(values, channel, desk.today)
        if not grounds:
            raise InvalidInput("channel.start_none", field=_first_field(channel))
        done = desk.services.lifecycle.record_start(
            case.id, grounds, actor=desk.actor, version=seen.case.version
        )
        return Sent(done.changes, say("已记下：{state}", state=start_state(desk, channel, done.value)))

    return Form(
        key="start",
        case_id=case.id,
        title=say("开始条件"),
        words=start_words(desk, channel),
        verb=say("记下"),
        fields=start_fields(desk, channel, case.start_grounds),
        send=send,
        is_wide=True,
    )


def _first_field(channel: Channel | None) -> str:
    return "" if channel is None or channel.start is None else f"harm_{channel.start.conditions[0].code}"
