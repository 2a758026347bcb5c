"""Freeze an order, its reply and a whistle."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from app.domain.contents.watch import (
    CalledUnitPart,
    ReplyPart,
    SupervisionOrderContents,
    SupervisionReplyContents,
    UrgePart,
    WhistleContents,
)
from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.cases import Case
from app.domain.duties.watch.supervision import SupervisionOrder
from app.domain.duties.watch.whistles import Whistle
from app.domain.values.days.moments import local_day


def supervision_order_contents(
    order: SupervisionOrder, case: Case, organisation: str
) -> SupervisionOrderContents:
    """Copy an order as it is issued."""
    return SupervisionOrderContents(
        number=order.number,
        organisation=organisation,
        lead_official=order.addressee.lead_official,
        responsible_unit=order.addressee.responsible_unit,
        responsible_person=order.addressee.responsible_person,
        case_number=case.intake_number,
        title=case.title,
        parties=tuple(
            f"{side.term}：{'、'.join(party.name for party in case.on_side(side))}"
            for side in PartySide
            if case.on_side(side)
        ),
        state=case.state.term,
        is_listed=order.is_listed,
        question=order.question,
        reply_due=order.reply_due,
        issuer=order.issuer_name,
        issued_on=local_day(order.issued_at),
    )


def supervision_reply_contents(
    order: SupervisionOrder, case: Case, organisation: str, evidence: Mapping[UUID, str], on: date
) -> SupervisionReplyContents:
    """Copy the answers to an order with everything that passed in between."""
    return SupervisionReplyContents(
        number=order.number,
        organisation=organisation,
        lead_official=order.addressee.lead_official,
        responsible_unit=order.addressee.responsible_unit,
        responsible_person=order.addressee.responsible_person,
        case_number=case.intake_number,
        title=case.title,
        question=order.question,
        issuer=order.issuer_name,
        issued_on=local_day(order.issued_at),
        reply_due=order.reply_due,
        received_at=order.received_at,
        receiver=order.receiver,
        replies=tuple(
            ReplyPart(
                text=given.text,
                replied_on=given.replied_on,
                replier=given.replier,
                evidence=tuple(evidence[id_] for id_ in given.evidence_ids if id_ in evidence),
            )
            for given in order.replies
        ),
        urges=tuple(
            UrgePart(urged_on=urge.urged_on, urger=urge.urger, note=urge.note, new_due=urge.new_due)
            for urge in order.urges
        ),
        closed_on=order.closed_on,
        close_result=order.close_result,
        printed_on=on,
    )


def whistle_contents(
    whistle: Whistle, organisation: str, *, number: str, about: str, on: date
) -> WhistleContents:
    """Copy a whistle as it stands; ``about`` names the case or what was seen."""
    return WhistleContents(
        number=number,
        organisation=organisation,
        about=about,
        from_unit=whistle.from_unit,
        caller=whistle.caller_name,
        direction=whistle.direction.term,
        place=whistle.place,
        need=whistle.need,
        blown_at=whistle.blown_at,
        arrive_by=whistle.arrive_by,
        units=tuple(
            CalledUnitPart(
                name=unit.name,
                role="牵头" if unit.id == whistle.lead.id else "配合",
                arrived_at=unit.arrived_at,
                arrived_person=unit.arrived_person,
            )
            for unit in whistle.units
        ),
        measures=whistle.measures,
        result=whistle.result,
        handled_on=whistle.handled_on,
        rating=whistle.rating.term if whistle.rating is not None else "",
        rating_note=whistle.rating_note,
        rated_on=whistle.rated_on,
        withdrawn_on=whistle.withdrawn_on,
        withdraw_reason=whistle.withdraw_reason,
        printed_on=on,
    )
