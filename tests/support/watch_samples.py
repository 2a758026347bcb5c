"""Orders, whistles and things found by screening, as tests of watching need them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.duties.watch.proactive import ProactiveHandling
from app.domain.duties.watch.supervision import Addressee, SupervisionOrder, SupervisionReply
from app.domain.duties.watch.whistles import CalledUnit, Whistle
from app.domain.values.days.moments import SHANGHAI, local_day
from app.domain.values.ids import new_id
from app.services.duties.watch.orders import Asked
from tests.support.centres import Centre

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=SHANGHAI)
QUESTION = "说明供暖纠纷的进展和下一步措施。"


def an_order(**given: object) -> SupervisionOrder:
    """Make an order issued at noon, due the next day at five."""
    made = SupervisionOrder(
        id=new_id(),
        case_id=new_id(),
        organisation_id=new_id(),
        number="友谊督办〔2026〕1号",
        issuer_id=new_id(),
        issuer_name="周敏",
        issued_at=NOON,
        addressee=Addressee(lead_official="刘强", responsible_person="赵永安"),
        question=QUESTION,
        reply_due=NOON + timedelta(hours=29),
    )
    return replace(made, **given)  # type: ignore[arg-type]  # the caller names fields of the order


def a_reply(text: str = "已约双方明日面谈。", **given: object) -> SupervisionReply:
    """Make an answer of the same day."""
    made = SupervisionReply(id=new_id(), text=text, replied_on=local_day(NOON), replier="赵永安")
    return replace(made, **given)  # type: ignore[arg-type]  # the caller names fields of the reply


def a_whistle(*units: str, at: datetime = NOON, minutes: int = 30, **given: object) -> Whistle:
    """Make a whistle of 农业农村局; the first unit leads."""
    names = units or ("水利局",)
    made = Whistle(
        id=new_id(),
        organisation_id=new_id(),
        caller_id=new_id(),
        caller_name="巴合提古丽",
        from_unit="农业农村局",
        units=tuple(CalledUnit(id=new_id(), name=name, is_lead=name == names[0]) for name in names),
        need="地块灌溉水渠损毁，请现场核查修复责任。",
        place="3 村 2 组",
        blown_at=at,
        arrive_by=at + timedelta(minutes=minutes),
    )
    return replace(made, **given)  # type: ignore[arg-type]  # the caller names fields of the whistle


def a_handling(**given: object) -> ProactiveHandling:
    """Make something found by screening."""
    made = ProactiveHandling(
        id=new_id(),
        organisation_id=new_id(),
        title="3 号楼供暖不热苗头",
        place="石化社区 3 号楼",
        found_on=local_day(NOON),
        finder="网格员阿依古丽",
        seen="走访时三户反映室温不足 16 度。",
        recorder_id=new_id(),
        recorder_name="巴合提古丽",
        recorded_at=NOON,
    )
    return replace(made, **given)  # type: ignore[arg-type]  # the caller names fields


def blown(centre: Centre, *units: str, case: Case | None = None, minutes: int = 30) -> Whistle:
    """Blow a whistle at a centre, about a case or proactively."""
    now = centre.clock.now()
    whistle = a_whistle(
        *units,
        at=now,
        minutes=minutes,
        organisation_id=centre.committee.id,
        caller_id=centre.actor.id,
        case_id=case.id if case is not None else None,
    )
    return centre.services.watch.whistles.blow(whistle, actor=centre.actor).value


def supervised(
    centre: Centre, *case_ids: UUID, hours: int = 24, **given: object
) -> tuple[SupervisionOrder, ...]:
    """Issue an order for each case, to the mediator unless another is named."""
    to = Addressee(
        lead_official="刘强",
        responsible_person=centre.mediator.name,
        responsible_id=centre.mediator.id,
    )
    asked = Asked(question=QUESTION, reply_due=centre.clock.now() + timedelta(hours=hours), addressee=to)
    asked = replace(asked, **given)  # type: ignore[arg-type]  # the caller names fields of Asked
    return centre.services.watch.orders.issue(case_ids, asked, actor=centre.actor).value


def noted(centre: Centre, **given: object) -> ProactiveHandling:
    """Write down something found by screening at a centre."""
    made = a_handling(
        organisation_id=centre.committee.id,
        recorder_id=centre.actor.id,
        recorder_name=centre.actor.name,
        recorded_at=centre.clock.now(),
        found_on=centre.today,
    )
    made = replace(made, **given)  # type: ignore[arg-type]  # the caller names fields
    return centre.services.watch.proactive.note(made, actor=centre.actor).value
