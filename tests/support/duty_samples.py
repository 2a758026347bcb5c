"""Contents of the four-duties record and ledger as an office would print them."""

from __future__ import annotations

from datetime import date

from app.domain.contents.duties import (
    DutyPart,
    ExtensionPart,
    FourDutiesContents,
    FourDutiesLedgerContents,
    LedgerDutyPart,
    LedgerLinePart,
)
from tests.support.paper_samples import COMMITTEE, DAY, FACTS, INTAKE, PARTIES, TITLE

DUTIES = ("包调查", "包调处", "包办结", "包回访")


def four_duties() -> FourDutiesContents:
    """Make the record of the four duties, the last one still to come."""
    extension = ExtensionPart(
        previous_due=date(2026, 11, 10),
        new_due=date(2026, 11, 20),
        reason="修复费需重新评估",
        approver="吐尔逊·库尔班",
        approved_on=date(2026, 11, 9),
    )
    done = [
        DutyPart(
            duty=duty,
            status="已完成",
            lead_official="吐尔逊·库尔班",
            responsible_unit="友谊社区",
            responsible_person="阿不都热合曼·买买提",
            co_units=("友谊派出所", "某某物业服务有限公司"),
            measures="入户走访，查看受损情况，固定照片和维修单。",
            due_on=date(2026, 11, 5 + number * 5),
            completed_on=date(2026, 11, 4 + number * 5),
            outcome="查明漏水原因，双方无异议。",
            evidence=("现场照片.jpg", "物业维修单.pdf"),
            extensions=(extension,) if number == 1 else (),
        )
        for number, duty in enumerate(DUTIES[:3])
    ]
    last = DutyPart(
        duty=DUTIES[3],
        status="未开始",
        responsible_person="赵永红",
        due_on=date(2026, 12, 31),
        same_person_reason="社区仅有一名专职调解员。",
    )
    return FourDutiesContents(
        number=INTAKE,
        organisation=COMMITTEE,
        title=TITLE,
        dispute_type="邻里纠纷",
        source="网格排查",
        parties=tuple(f"{party.label} {party.name}" for party in PARTIES),
        tier="社区",
        risk="中",
        headcount=3,
        facts=FACTS,
        registered_on=date(2026, 11, 2),
        mediators=("赵永红",),
        duties=(*done, last),
        discharged_on=date(2026, 12, 31),
        discharge_note="协议已履行，双方无新的争议。",
        printed_on=DAY,
    )


def ledger(lines: int = 14) -> FourDutiesLedgerContents:
    """Make a ledger of as many cases."""
    return FourDutiesLedgerContents(
        organisation=COMMITTEE,
        scope="全部在办",
        lines=tuple(
            LedgerLinePart(
                position=number,
                number=f"2026-{400 + number:04}",
                title=TITLE if number % 2 else "孙国强与某某超市买卖合同纠纷",
                parties="古丽娜尔·托合提 对 孙国强",
                risk="中",
                tier="社区",
                state="调解中",
                duties=tuple(
                    LedgerDutyPart(
                        duty=duty,
                        person="阿不都热合曼·买买提" if place else "赵永红",
                        lead_official="吐尔逊·库尔班",
                        due_on=date(2026, 12, 10 + place),
                        completed_on=date(2026, 11, 10 + place) if place < 2 else None,
                        status="已完成" if place < 2 else "未开始",
                    )
                    for place, duty in enumerate(DUTIES)
                ),
            )
            for number in range(1, lines + 1)
        ),
        printed_on=DAY,
        printed_by="马丽",
    )
