"""Applications to a court on both databases: frozen as signed, drawn, refused, and taken out as a folder."""

import json
from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import InvalidInput, NotFound, RuleRefusal, StaleWrite
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.confirmation import ReviewExtension
from app.domain.settlements.court.applying import (
    ChosenFile,
    ConfirmationAnswers,
    CourtGround,
    EnforcementAnswers,
    PackRole,
)
from app.domain.settlements.legal_actions import ActionOutcome, LegalActionKind, LegalActionResult
from tests.support.performing import an_action, an_application, confirm, in_effect


def answers(plan, on, **given):
    made = ConfirmationAnswers(
        court="某某区人民法院", ground=CourtGround.COMMITTEE, applicant_ids=plan.party_ids, applied_on=on
    )
    return replace(made, **given)


def a_file(centre, case, name, role):
    kept = centre.services.attachments.add(case.id, name.encode(), name, actor=centre.actor).value
    return ChosenFile(role=role, attachment_id=kept.id)


def test_the_joint_application_repeats_what_was_signed_and_its_folder_says_what_is_missing(centre, tmp_path):
    case, plan = in_effect(centre)
    packs = centre.services.court_packs
    assert packs.obstacles(case.id, plan.id) == ()
    files = (a_file(centre, case, "身份证.pdf", PackRole.IDENTITY),)
    given = answers(plan, centre.today, files=files)
    with pytest.raises(StaleWrite):
        packs.apply_for_confirmation(case.id, plan.id, given, actor=centre.actor, version=case.version + 1)
    alone = replace(given, applicant_ids=plan.party_ids[:1])
    with pytest.raises(InvalidInput, match="not_joint"):
        packs.apply_for_confirmation(case.id, plan.id, alone, actor=centre.actor, version=case.version)
    paper = packs.apply_for_confirmation(
        case.id, plan.id, given, actor=centre.actor, version=case.version
    ).value
    assert (paper.kind, paper.subject_id, paper.copies) == (
        DocumentKind.CONFIRMATION_APPLICATION,
        plan.id,
        3,
    )
    agreement = centre.services.settlements.agreement(plan.id)
    documents = centre.services.cases.folder(case.id).documents
    signed = next(one for one in documents if one.id == agreement.document_id)
    frozen, as_signed = json.loads(paper.contents), json.loads(signed.contents)
    assert (frozen["clauses"], frozen["facts"]) == (as_signed["clauses"], as_signed["facts"])
    assert {party["label"] for party in frozen["parties"]} == {"申请人"}
    assert "2026-12-02" in frozen["due"]
    with pytest.raises(RuleRefusal, match="stands_already"):
        packs.apply_for_confirmation(case.id, plan.id, given, actor=centre.actor, version=case.version)

    pack = packs.pack(paper.id, actor=centre.actor)
    assert [file.name for file in pack.files] == [
        "01-司法确认申请书.pdf",
        "02-人民调解协议书.pdf",
        "03-身份证.pdf",
    ]
    assert pack.files[1].content == centre.services.issuing.bytes_of(signed.id)
    assert pack.missing == (PackRole.SERVICE_ADDRESS,)
    listed = packs.materials(paper.id, handed_by=centre.actor.name)
    assert [(part.name, part.about, part.form.term, part.pages, part.remarks) for part in listed.items] == [
        ("司法确认申请书", "", "原件", None, "电子文件"),
        ("人民调解协议书", signed.number, "原件", None, "电子文件"),
        ("身份证明", "身份证.pdf", "复印件", None, "电子文件"),
    ]
    assert (listed.court, listed.purpose, listed.missing) == (
        "某某区人民法院",
        "司法确认申请书",
        ("送达地址确认书",),
    )
    assert [place.label for place in listed.signers] == ["移交人", "接收人"]
    with pytest.raises(RuleRefusal, match="drawn_with_its_pack"):
        centre.services.issuing.issue(DocumentKind.COURT_MATERIALS, case.id, actor=centre.actor)
    place = tmp_path / "法院材料"
    packs.export(paper.id, place, [(f.name, f.content) for f in pack.files], actor=centre.actor)
    assert len(list(place.iterdir())) == 3
    entry = centre.services.cases.folder(case.id).history[0]
    assert (entry.act, entry.note) == ("court_pack.exported", "司法确认申请书，法院材料")
    centre.services.issuing.void(paper.id, "写错法院", actor=centre.actor)
    with pytest.raises(NotFound, match="not_applied"):
        packs.pack(paper.id, actor=centre.actor)


def test_after_thirty_days_no_application_is_written(centre, go_to):
    case, plan = in_effect(centre)
    go_to(date(2026, 12, 3))
    packs = centre.services.court_packs
    [found] = packs.obstacles(case.id, plan.id)
    assert found.rule == "C-02"
    with pytest.raises(RuleRefusal, match="obstacle") as refused:
        packs.apply_for_confirmation(
            case.id, plan.id, answers(plan, centre.today), actor=centre.actor, version=case.version
        )
    assert refused.value.facts["article"].startswith("人民调解法第三十三条")
    other, _plan = in_effect(centre)
    with pytest.raises(NotFound, match="agreement"):
        packs.obstacles(other.id, plan.id)


def test_enforcement_needs_the_ruling_and_says_what_is_open(centre):
    case, plan = in_effect(centre)
    packs = centre.services.court_packs
    given = EnforcementAnswers(
        court="某某区人民法院",
        applicant_ids=plan.party_ids[:1],
        requests="请求执行 6 万元",
        leads="车牌新A00000",
        applied_on=centre.today,
    )
    with pytest.raises(RuleRefusal, match="not_confirmed"):
        packs.apply_for_enforcement(case.id, plan.id, given, actor=centre.actor, version=case.version)
    confirm(centre, case, plan)
    paper = packs.apply_for_enforcement(
        case.id, plan.id, given, actor=centre.actor, version=centre.case(case.id).version
    ).value
    frozen = json.loads(paper.contents)
    assert [party["label"] for party in frozen["parties"]] == ["申请执行人", "被执行人"]
    assert (frozen["ruling_number"], len(frozen["open_items"])) == ("（2026）民特1号", 2)
    assert frozen["open_items"][1].endswith("尚欠20,000.00元（未到期）")
    missing = packs.pack(paper.id, actor=centre.actor).missing
    assert missing == (PackRole.IDENTITY, PackRole.SERVICE_ADDRESS, PackRole.RULING)


def test_what_the_court_and_the_parties_did_comes_back_and_leaves_its_trace(centre):
    case, plan = in_effect(centre)
    service = centre.services.performance
    known = service.apply_for_confirmation(
        an_application(case, plan, centre.today), is_suitable=True, actor=centre.actor
    ).value
    known = service.court_accepted(
        known.id, centre.today, "调确1号", actor=centre.actor, version=known.version
    ).value
    told = ReviewExtension(told_on=centre.today, told_by="李法官", number="通知3号", note="案情复杂")
    known = service.court_extended(known.id, told, actor=centre.actor, version=known.version).value
    assert centre.services.cases.folder(case.id).performance.confirmations == (known,)
    entry = centre.services.cases.folder(case.id).history[0]
    assert (entry.act, entry.note) == ("confirmation.extended", "李法官，通知3号，案情复杂")
    with centre.store.reads() as reads:
        [timed] = reads.clocks.timed((case.id,))
    assert timed.facts.performance.confirmations == (known,)

    action = an_action(plan, LegalActionKind.SUIT, centre.today)
    taken = service.take_action(action, actor=centre.actor).value
    outcome = ActionOutcome(result=LegalActionResult.JUDGED, on=centre.today, number="民初1号")
    with pytest.raises(StaleWrite):
        service.end_action(taken.id, outcome, actor=centre.actor, version=taken.version + 1)
    over = service.end_action(taken.id, outcome, actor=centre.actor, version=taken.version).value
    folder = centre.services.cases.folder(case.id)
    assert folder.performance.actions == (over,)
    assert folder.history[0].note == "判决，民初1号"
    with centre.store.reads() as reads:
        [timed] = reads.clocks.timed((case.id,))
    assert timed.facts.performance.actions == (over,)


def test_service_addresses_issued_to_every_party_go_along_and_one_alone_is_still_missing(centre):
    case, plan = in_effect(centre)
    packs, issuing = centre.services.court_packs, centre.services.issuing
    kind = DocumentKind.SERVICE_ADDRESS
    first, second = (
        issuing.issue(kind, case.id, party.id, actor=centre.actor).value for party in case.parties
    )
    assert (first.copies, json.loads(first.contents)["party"]["name"]) == (2, case.parties[0].name)
    issuing.void(second.id, "地址写错", actor=centre.actor)
    paper = packs.apply_for_confirmation(
        case.id, plan.id, answers(plan, centre.today), actor=centre.actor, version=case.version
    ).value
    assert PackRole.SERVICE_ADDRESS in packs.pack(paper.id, actor=centre.actor).missing
    issuing.void(paper.id, "补送达地址", actor=centre.actor)
    issuing.issue(kind, case.id, case.parties[1].id, actor=centre.actor)
    again = packs.apply_for_confirmation(
        case.id,
        plan.id,
        answers(plan, centre.today),
        actor=centre.actor,
        version=centre.case(case.id).version,
    ).value
    pack = packs.pack(again.id, actor=centre.actor)
    assert PackRole.SERVICE_ADDRESS not in pack.missing
    assert [file.what for file in pack.files].count("送达地址确认书") == 2


def test_a_service_address_of_somebody_else_is_not_found(file_centre):
    case = file_centre.registered()
    for stranger in (None, file_centre.registered().parties[0].id):
        with pytest.raises(NotFound):
            file_centre.services.issuing.issue(
                DocumentKind.SERVICE_ADDRESS, case.id, stranger, actor=file_centre.actor
            )
