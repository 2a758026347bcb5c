"""Watching on both databases: many orders at once or none, withdrawing, whistles, proactive handling."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.disputes.case_parties import CaseParty, PartySide
from app.domain.disputes.clocks import ClockKind
from app.domain.disputes.sources import CaseSource
from app.domain.duties.four_duties import DutyKind
from app.domain.duties.watch.loop import OrderLine, WatchTab
from app.domain.duties.watch.supervision import SupervisionReply, SupervisionStatus, SupervisionUrge
from app.domain.duties.watch.whistles import WhistleRating, WhistleStatus
from app.domain.errors import DomainError, InvalidInput, NotFound, RuleRefusal, StaleWrite
from app.domain.filing.kinds import DocumentKind, NumberSeries
from app.domain.values.ids import new_id
from app.services.duties.watch.orders import MOST_AT_ONCE, Asked
from tests.support.centres import NOT_IN_ANY_FONT
from tests.support.watch_samples import QUESTION, blown, noted, supervised


def replied(centre, order, text="已约双方明日面谈。", **given):
    reply = SupervisionReply(
        id=new_id(), text=text, replied_on=centre.today, replier=centre.mediator.name, **given
    )
    return centre.services.watch.orders.reply(
        order.id, reply, actor=centre.mediator.actor, version=order.version
    ).value


def series(centre):
    with centre.store.look() as work:
        return work.numbers.of_series(NumberSeries.SUPERVISION, centre.committee.id, 2026)


def acts(centre, case):
    return [entry.act for entry in reversed(centre.services.cases.folder(case.id).history)]


def test_many_cases_get_each_their_number_history_and_paper(centre):
    cases = [centre.registered() for _ in range(3)]
    orders = supervised(centre, *(case.id for case in cases))
    assert [order.number for order in orders] == [number.text for number in series(centre)]
    assert orders[0].number.endswith("督办〔2026〕1号")
    for case, order in zip(cases, orders, strict=True):
        folder = centre.services.cases.folder(case.id)
        assert folder.supervision == (order,)
        assert "supervision.issued" in acts(centre, case)
        (document,) = folder.documents
        assert (document.kind, document.number) == (DocumentKind.SUPERVISION_ORDER, order.number)
        assert QUESTION in centre.services.issuing.bytes_of(document.id).decode()
        (clock,) = [c for c in folder.clocks if c.kind is ClockKind.SUPERVISION_REPLY]
        assert (clock.last_moment, clock.subject_id) == (order.reply_due, order.id)


@pytest.mark.parametrize("spoiled", ["closed", "nobody"])
def test_one_case_that_cannot_be_supervised_leaves_none_supervised(centre, spoiled):
    good, bad = centre.assigned(), centre.performed() if spoiled == "closed" else centre.registered()
    if spoiled == "closed":
        bad = centre.services.cases.close(bad.id, centre.today, actor=centre.actor, version=bad.version).value
    asked = Asked(question=QUESTION, reply_due=centre.clock.now() + timedelta(days=1))
    with pytest.raises(DomainError) as refused:
        centre.services.watch.orders.issue((good.id, bad.id), asked, actor=centre.actor)
    code = {"closed": "supervision.case_closed", "nobody": "supervision.nobody_in_case"}[spoiled]
    assert (refused.value.code, refused.value.facts["number"]) == (code, bad.intake_number)
    assert series(centre) == ()
    assert centre.services.cases.folder(good.id).supervision == ()


def test_a_character_no_font_has_loses_no_number(centre):
    case = centre.registered()
    with pytest.raises(RuleRefusal):
        supervised(centre, case.id, question=NOT_IN_ANY_FONT)
    assert series(centre) == ()


def test_without_an_addressee_each_case_has_its_own(centre):
    with_duty, with_mediator = centre.registered(), centre.assigned()
    duties = centre.services.cases.folder(with_duty.id).duties
    duty = replace(duties.duty(DutyKind.INVESTIGATE), responsible_person="帕丽旦", lead_official="周敏")
    centre.services.duties.save_duty(with_duty.id, duty, actor=centre.actor, version=duties.version)
    proposal = centre.services.watch.orders.propose((with_duty.id, with_mediator.id))
    assert [p.addressee.responsible_person for p in proposal.cases] == ["帕丽旦", "赵永安"]
    assert proposal.limit is not None
    assert proposal.limit.is_verified is False
    first, second = supervised(centre, with_duty.id, with_mediator.id, addressee=None)
    assert (first.addressee.lead_official, second.addressee.responsible_id) == ("周敏", centre.mediator.id)


def test_too_many_or_no_cases_are_refused(centre):
    with pytest.raises(InvalidInput):
        supervised(centre)
    with pytest.raises(RuleRefusal):
        supervised(centre, *(new_id() for _ in range(MOST_AT_ONCE + 1)))


def test_a_disk_that_is_full_does_not_undo_the_order(file_centre):
    case = file_centre.registered()
    file_centre.renderer.is_broken = True
    (order,) = supervised(file_centre, case.id)
    file_centre.renderer.is_broken = False
    assert file_centre.services.issuing.finish_unstored() == 1
    document = file_centre.services.watch.papers.order(order.id)
    assert QUESTION in file_centre.services.issuing.bytes_of(document.id).decode()


def test_an_order_is_answered_urged_and_lifted(centre):
    case = centre.registered()
    (order,) = supervised(centre, case.id)
    file = centre.services.attachments.add(case.id, b"photo", "现场照片.jpg", actor=centre.actor).value
    order = replied(centre, order, evidence_ids=(file.id,))
    assert order.status(centre.clock.now()) is SupervisionStatus.REPLIED
    again = SupervisionUrge(
        id=new_id(), urged_on=centre.today, urger="巴合提古丽", note="请补充时间表",
        new_due=centre.clock.now() + timedelta(days=2),
    )  # fmt: skip
    orders = centre.services.watch.orders
    order = orders.urge(order.id, again, actor=centre.actor, version=order.version).value
    order = replied(centre, order, "三日内修复。")
    paper = centre.services.watch.papers.issue(
        DocumentKind.SUPERVISION_REPLY, order.id, actor=centre.actor
    ).value
    told = centre.services.issuing.bytes_of(paper.id).decode()
    assert all(words in told for words in ("现场照片.jpg", "请补充时间表", "三日内修复。"))
    same = centre.services.watch.papers.issue(DocumentKind.SUPERVISION_REPLY, order.id, actor=centre.actor)
    assert same.value.id == paper.id
    order = orders.lift(order.id, "已修复", centre.today, actor=centre.actor, version=order.version).value
    assert order.status(centre.clock.now()) is SupervisionStatus.CLOSED
    assert [a for a in acts(centre, case) if a.startswith("supervision.")] == [
        "supervision.issued", "supervision.replied", "supervision.urged", "supervision.replied",
        "supervision.lifted",
    ]  # fmt: skip
    assert not [c for c in centre.services.cases.folder(case.id).clocks if c.last_moment]


def test_withdrawing_keeps_number_and_paper_as_voided(centre):
    case = centre.registered()
    (order,) = supervised(centre, case.id)
    with pytest.raises(RuleRefusal, match="order_is_withdrawn"):
        centre.services.issuing.void(order.document_id, "x", actor=centre.actor)
    centre.services.watch.orders.withdraw(order.id, "错发", actor=centre.actor, version=order.version)
    (number,) = series(centre)
    assert number.void_reason == "错发"
    assert centre.services.watch.papers.order(order.id).void_reason == "错发"
    (following,) = supervised(centre, case.id)
    assert following.number.endswith("〔2026〕2号")
    assert centre.services.watch.lists.tab(WatchTab.REPLY).counts[WatchTab.REPLY] == 1


def test_what_somebody_else_changed_is_refused(centre):
    (order,) = supervised(centre, centre.registered().id)
    replied(centre, order)
    with pytest.raises(StaleWrite):
        replied(centre, order)
    whistle = blown(centre)
    centre.services.watch.whistles.withdraw(whistle.id, "误吹", actor=centre.actor, version=whistle.version)
    with pytest.raises(StaleWrite):
        centre.services.watch.whistles.withdraw(whistle.id, "x", actor=centre.actor, version=whistle.version)
    handling = noted(centre)
    proactive = centre.services.watch.proactive
    proactive.save(replace(handling, measures="换阀门"), actor=centre.actor)
    with pytest.raises(StaleWrite) as stale:
        proactive.save(replace(handling, measures="换管"), actor=centre.actor)
    assert stale.value.conflicts["measures"] == ("换阀门", "换管")


def test_p8_the_whistle_of_thirty_minutes(centre):
    case = centre.registered()
    whistle = blown(centre, "水利局", case=case)
    limit, due = centre.services.watch.whistles.limit()
    assert (limit.words, limit.is_verified) == ("30分钟", False)
    assert timedelta() <= due - whistle.arrive_by < timedelta(minutes=1)
    (clock,) = [c for c in centre.services.cases.folder(case.id).clocks if c.last_moment]
    assert clock.kind is ClockKind.WHISTLE_ARRIVAL
    centre.clock.moment += timedelta(minutes=31)
    assert whistle.status(centre.clock.now()) is WhistleStatus.LATE
    service, actor = centre.services.watch.whistles, centre.actor
    at = centre.clock.now() - timedelta(minutes=10)
    whistle = service.arrive(
        whistle.id, (whistle.units[0].id,), "马工", at, actor=actor, version=whistle.version
    ).value
    whistle = service.handle(
        whistle.id, "划定责任", "三日修复", centre.today, actor=actor, version=whistle.version
    ).value
    with pytest.raises(RuleRefusal):
        service.rate(whistle.id, WhistleRating.GOOD, "", actor=centre.mediator.actor, version=whistle.version)
    whistle = service.rate(
        whistle.id, WhistleRating.VERY_GOOD, "响应快", actor=actor, version=whistle.version
    ).value
    paper = centre.services.watch.papers.issue(DocumentKind.WHISTLE, whistle.id, actor=actor).value
    told = centre.services.issuing.bytes_of(paper.id).decode()
    assert all(words in told for words in ("农业农村局", "水利局", "马工", "很满意", case.intake_number))
    assert paper in centre.services.cases.folder(case.id).documents
    assert [a for a in acts(centre, case) if a.startswith("whistle.")] == [
        "whistle.blown", "whistle.arrived", "whistle.handled", "whistle.rated",
    ]  # fmt: skip


def test_a_whistle_without_a_case_has_its_paper_too(centre):
    handling = noted(centre)
    whistle = blown(centre, "水利局", "公安局")
    paper = centre.services.watch.papers.issue(DocumentKind.WHISTLE, whistle.id, actor=centre.actor).value
    assert (paper.case_id, paper.number) == (None, "")
    assert "公安局" in centre.services.watch.lists.units()
    assert centre.services.watch.lists.handlings()[0].handling == handling


def test_what_was_found_becomes_a_case_at_once_or_not_at_all(centre):
    handling = noted(centre)
    party = CaseParty(id=new_id(), side=PartySide.RESPONDENT, name="恒泰物业")
    intake = centre.intake((party,), source=CaseSource.INITIATIVE, facts=handling.seen, place=handling.place)
    proactive = centre.services.watch.proactive
    with pytest.raises(InvalidInput):
        proactive.register(
            handling.id, replace(intake, parties=()), actor=centre.actor, version=handling.version
        )
    with pytest.raises(StaleWrite):
        proactive.register(handling.id, intake, actor=centre.actor, version=9)
    assert centre.services.lists.view_counts()  # nothing was registered
    case = proactive.register(handling.id, intake, actor=centre.actor, version=handling.version).value
    assert case.intake_number.endswith("0001")
    folder = centre.services.cases.folder(case.id)
    assert (folder.case.is_initiative, [f.id for f in folder.found_as]) == (True, [handling.id])
    with pytest.raises(RuleRefusal):
        proactive.settle(handling.id, "x", centre.today, actor=centre.actor, version=handling.version + 1)


def test_something_proactive_is_followed_and_closed(centre):
    proactive = centre.services.watch.proactive
    handling = noted(centre)
    handling = proactive.save(replace(handling, responsible_unit="热力公司"), actor=centre.actor).value
    handling = proactive.settle(
        handling.id, "已达标", centre.today, actor=centre.actor, version=handling.version
    ).value
    assert handling.outcome == "已达标"
    with pytest.raises(RuleRefusal):
        proactive.save(replace(handling, measures="x"), actor=centre.actor)


def test_the_lists_show_first_what_is_owed_first(centre):
    late, soon = (supervised(centre, centre.registered().id, hours=h)[0] for h in (1, 30))
    answered = replied(centre, supervised(centre, centre.registered().id, hours=2)[0])
    whistle = blown(centre, minutes=90)
    centre.clock.moment += timedelta(hours=1, minutes=1)
    lists = centre.services.watch.lists
    watched = lists.tab(WatchTab.ALL)
    ids = [line.order.id if isinstance(line, OrderLine) else line.whistle.id for line in watched.lines]
    assert ids == [late.id, whistle.id, soon.id, answered.id]
    assert watched.counts == {
        WatchTab.REPLY: 2, WatchTab.ARRIVAL: 1, WatchTab.REPLIED: 1, WatchTab.RATING: 0, WatchTab.ALL: 4,
    }  # fmt: skip
    assert [line.order.id for line in lists.owed_by(centre.mediator)] == [late.id, soon.id]
    assert lists.owed_by(centre.recorder) == ()
    waiting = lists.waiting_for(centre.registrar)
    assert (waiting.overdue, waiting.due_today) == (1, 1)
    assert lists.waiting_for(centre.recorder).overdue == 0


def test_papers_of_nothing_are_not_found(centre):
    case = centre.registered()
    for kind in (DocumentKind.SUPERVISION_ORDER, DocumentKind.WHISTLE):
        with pytest.raises(NotFound):
            centre.services.issuing.contents(kind, case.id)
    (order,) = supervised(centre, case.id)
    with pytest.raises(RuleRefusal):
        centre.services.watch.papers.draft(DocumentKind.SUPERVISION_REPLY, order.id)
    with pytest.raises(RuleRefusal):
        centre.services.issuing.issue(DocumentKind.SUPERVISION_ORDER, case.id, order.id, actor=centre.actor)
