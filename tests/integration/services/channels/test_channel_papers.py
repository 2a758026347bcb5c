"""What forms are called in a channel that is not people's mediation, and whose they are; both databases."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.archive.resources import resource_path
from app.documents.rendering import Renderer
from app.domain.disputes.cases import TerminationReason
from app.domain.disputes.channels.fees import AgreedFee
from app.domain.disputes.channels.papers import words_in
from app.domain.disputes.handling import CoOrganisation, TriageDecision
from app.domain.disputes.sources import MediationChannel
from app.domain.errors import RuleRefusal
from app.domain.filing.catalogue.entries import OF_PEOPLES_MEDIATION
from app.domain.filing.kinds import DocumentKind, NumberSeries
from app.domain.filing.paper_words import PEOPLES_WORDS
from app.domain.mediation.sessions import SessionResult
from app.domain.settlements.agreements import AgreementState
from app.domain.values.ids import new_id
from app.domain.values.money import Money
from app.domain.values.plain import from_json, to_json
from tests.support.builders import a_payment
from tests.support.centres import program_rules
from tests.support.pdf_reading import read_both

AGENCY = "克拉玛依区住房和城乡建设局"
ROWS = {row.code: row for row in program_rules().channels}


def sent_to(centre, name=AGENCY, channel=MediationChannel.ADMINISTRATIVE):
    return TriageDecision(
        id=new_id(), decided_at=centre.clock.now(), decided_by="李娟", unit_name=name, channel=channel
    )


def administrative(centre):
    family = MediationChannel.ADMINISTRATIVE
    return centre.assigned(channel=family, channel_code="administrative", decision=sent_to(centre))


def held(centre, case, result=SessionResult.AGREED):
    session = replace(
        centre.services.mediation.new_session(case.id),
        record="双方陈述了经过。", place="友谊路十二号", rights_told=True, result=result, routes_told=True,
    )  # fmt: skip
    return centre.services.mediation.finish(session, actor=centre.actor).value


def text_of(contents):
    pdf = Renderer(resource_path("fonts")).render(contents, is_draft=False).pdf
    return read_both(pdf).squashed()[0]


def test_an_administrative_case_prints_its_own_names_and_its_agency(centre):
    case = administrative(centre)
    session = held(centre, case)
    issuing = centre.services.issuing
    for kind, title, subject in (
        (DocumentKind.APPLICATION, "行政调解申请书", None),
        (DocumentKind.ACCEPTANCE_REGISTER, "行政调解受理登记表", None),
        (DocumentKind.RIGHTS_NOTICE, "行政调解告知书", None),
        (DocumentKind.SESSION_RECORD, "行政调解记录", session.id),
    ):
        document = issuing.issue(kind, case.id, subject, actor=centre.actor).value
        assert document.title == title
        text = text_of(issuing.contents(kind, case.id, subject))
        assert title in text
        assert AGENCY in text
        assert "人民调解" not in text


def test_its_agreement_bears_the_agencys_name_and_no_number_of_the_committee(centre):
    case = administrative(centre)
    held(centre, case)
    settlements = centre.services.settlements
    draft = settlements.new_agreement(case.id, actor=centre.actor).value
    payment = a_payment(case.parties[1], case.parties[0])
    draft = settlements.save(replace(draft, matters="货款", terms=(payment,)), actor=centre.actor).value
    document = settlements.issue(draft.id, actor=centre.actor, version=draft.version).value
    assert document.title == "行政调解协议书"
    assert "人调" not in document.number
    text = text_of(settlements.preview(settlements.agreement(draft.id)))
    assert "行政调解协议书" in text
    assert AGENCY in text
    assert "人民调解" not in text
    signed = centre.signed(settlements.agreement(draft.id))
    assert signed.state is AgreementState.EFFECTIVE
    assert settlements.places(signed)[-1].name == AGENCY
    with centre.store.unit_of_work(centre.actor) as work:
        assert work.numbers.of_series(NumberSeries.AGREEMENT, centre.committee.id, 2026) == ()
        assert len(work.numbers.of_series(NumberSeries.OTHER_CHANNEL, centre.committee.id, 2026)) == 1


LAND, TRADE = "永丰村村民委员会", "克拉玛依商事调解中心"
LAND_TITLE, TRADE_TITLE = "农村土地承包经营纠纷调解协议书", "商事调解协议"


def agreed(centre, code, unit, *, co_units=()):
    """Issue an agreement of a channel of the industry family, mediated by another body."""
    family = MediationChannel.INDUSTRY
    case = centre.assigned(channel=family, channel_code=code, decision=sent_to(centre, unit, family))
    if co_units:
        shared = tuple(CoOrganisation(id=new_id(), name=name) for name in co_units)
        triage = centre.services.triage
        case = triage.share(case.id, shared, actor=centre.actor, version=case.version).value
    held(centre, case)
    settlements = centre.services.settlements
    draft = settlements.new_agreement(case.id, actor=centre.actor).value
    payment = a_payment(case.parties[1], case.parties[0])
    draft = settlements.save(replace(draft, matters="流转费", terms=(payment,)), actor=centre.actor).value
    document = settlements.issue(draft.id, actor=centre.actor, version=draft.version).value
    return case, settlements.agreement(draft.id), document


@pytest.mark.parametrize(
    ("code", "unit", "mediator", "told"),
    [
        ("rural_land", LAND, "调解人员", "经调解人员签名并加盖调解组织印章后生效"),
        ("commercial", TRADE, "商事调解员", "本协议是当事人之间的合同"),
    ],
)
def test_land_and_trade_have_agreements_of_their_own(file_centre, code, unit, mediator, told):
    title = {"rural_land": LAND_TITLE, "commercial": TRADE_TITLE}[code]
    _case, agreement, document = agreed(file_centre, code, unit, co_units=("友谊乡司法所", "区农业农村局"))
    settlements = file_centre.services.settlements
    assert document.title == title
    contents = settlements.preview(agreement)
    assert [part.label for part in contents.signers if part.label == mediator]
    text = text_of(contents)
    for words in (title, unit, mediator, told, "参加调解的单位：友谊乡司法所、区农业农村局", f"{unit}留存一份"
                  if code == "rural_land" else "商事调解组织留存一份"):  # fmt: skip
        assert words in text
    for forbidden in ("人民调解", "调解委员会", "调解书"):
        assert forbidden not in text
    assert ("农村土地承包经营纠纷调解仲裁法第十条" in text) is (code == "rural_land")
    assert "调字" in document.number
    assert settlements.places(agreement)[-1].name == unit
    file = file_centre.services.case_files.contents(DocumentKind.FILE_COVER, agreement.case_id)
    duties = file_centre.services.issuing.contents(DocumentKind.FOUR_DUTIES, agreement.case_id)
    for paper in (file, duties):
        told = text_of(paper)
        assert mediator in told
        assert "人民调解员" not in told
    assert file.words.title == f"{contents.words.act}卷宗"


def test_a_lone_agreement_names_no_other_unit(centre):
    agreement, _document = centre.issued()
    contents = centre.services.settlements.preview(agreement)
    assert contents.co_units == ()
    assert "参加调解的单位" not in text_of(contents)


def test_contents_frozen_before_units_and_words_were_kept_load_and_draw_as_they_did(file_centre):
    agreement, document = file_centre.issued()
    contents = file_centre.services.settlements.preview(agreement)
    cover = file_centre.services.case_files.contents(DocumentKind.FILE_COVER, agreement.case_id)
    renderer = Renderer(resource_path("fonts"))
    for frozen, name in ((contents, "co_units"), (cover, "words")):
        plain = json.loads(to_json(frozen))
        del plain[name]
        earlier = from_json(type(frozen), json.dumps(plain, ensure_ascii=False))
        assert earlier == frozen
        drawn = [renderer.render(one, is_draft=False).pdf for one in (earlier, frozen)]
        assert drawn[0] == drawn[1]
    assert document.title == "人民调解协议书"


def test_without_an_agency_nothing_is_printed_in_its_name(centre):
    case = centre.assigned(channel=MediationChannel.ADMINISTRATIVE, channel_code="administrative")
    with pytest.raises(RuleRefusal) as refused:
        centre.services.issuing.contents(DocumentKind.APPLICATION, case.id)
    assert refused.value.code == "channel.host_missing"


def test_a_form_the_channel_has_not_is_refused_by_name(centre):
    told = {"channel": MediationChannel.ADMINISTRATIVE, "dispute_type": "e_commerce"}
    case = centre.assigned(**told)
    for kind in (DocumentKind.APPLICATION, DocumentKind.RIGHTS_NOTICE):
        with pytest.raises(RuleRefusal) as refused:
            centre.services.issuing.issue(kind, case.id, actor=centre.actor)
        assert refused.value.code == "channel.paper_not_drawn"
        assert refused.value.facts["kind"] == kind.term


def test_a_case_of_a_channel_without_forms_can_still_be_ended(centre):
    told = {"channel": MediationChannel.ADMINISTRATIVE, "dispute_type": "e_commerce"}
    case = centre.accepted(**told)
    services = centre.services
    case = services.cases.terminate(
        case.id, TerminationReason.TOO_FAR_APART, "", True, centre.today,
        actor=centre.actor, version=case.version,
    ).value  # fmt: skip
    document = services.issuing.issue(DocumentKind.TERMINATION, case.id, actor=centre.actor).value
    assert "人调" not in document.number
    text = text_of(services.issuing.contents(DocumentKind.TERMINATION, case.id))
    assert "现终止调解" in text
    assert "《中华人民共和国人民调解法》" not in text


def test_the_fee_of_commercial_mediation_stands_in_its_record_and_in_no_other(centre):
    family = MediationChannel.INDUSTRY
    decision = sent_to(centre, "克拉玛依商事调解中心", family)
    case = centre.assigned(channel=family, channel_code="commercial", decision=decision)
    fee = AgreedFee(
        id=new_id(), amount=Money.parse("1200"), basis="公开标准第三项", payers="双方各半", on=centre.today
    )
    case = centre.services.lifecycle.agree_fee(case.id, fee, actor=centre.actor, version=case.version).value
    session = held(centre, case)
    text = text_of(centre.services.issuing.contents(DocumentKind.SESSION_RECORD, case.id, session.id))
    for told in ("商事调解记录", "1,200.00", "壹仟贰佰元整", "公开标准第三项", "双方各半"):
        assert told in text
    case = centre.mediating()
    (session,) = centre.services.cases.folder(case.id).sessions
    contents = centre.services.issuing.contents(DocumentKind.SESSION_RECORD, case.id, session.id)
    assert (contents.fee, contents.fee_basis, contents.fee_payers) == (None, "", "")
    assert "调解费" not in text_of(contents)


@pytest.mark.parametrize("code", ROWS)
def test_no_channel_but_a_committees_calls_a_paper_that_of_peoples_mediation(code):
    row = ROWS[code]
    if row.may_issue_agreement:
        assert row.papers is None
        assert words_in(row, DocumentKind.AGREEMENT) is PEOPLES_WORDS
        return
    for kind in OF_PEOPLES_MEDIATION:
        title = row.papers.title(kind) if row.papers else ""
        if title:
            words = words_in(row, kind)
            assert "人民调解" not in f"{title}{words.host}{words.mediator}{words.act}{words.basis}"
        else:
            with pytest.raises(RuleRefusal, match=r"channel\.(paper_not_drawn|other_paper)"):
                words_in(row, kind)
    if row.papers is not None:
        notice = row.papers.notice
        told = (*notice.principles, *notice.rights, *notice.duties, *notice.effects)
        assert told
        assert "人民调解" not in "".join(told)
        assert {entry.kind for entry in row.papers.named} - {DocumentKind.NON_ACCEPTANCE,
                DocumentKind.WITHDRAWAL, DocumentKind.AGREEMENT} <= set(row.forms)  # fmt: skip
