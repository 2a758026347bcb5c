"""Signing sessions and signed originals on both databases: recorded, refused, scanned, read again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.archive.data_folder import DataFolder
from app.bootstrap import build_services
from app.domain.case_file.checklist import checklist
from app.domain.contents.case_file.filling import note_contents
from app.domain.errors import InvalidInput, NotFound, RuleRefusal, StaleWrite
from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.originals import empty_original, missing_pages
from app.domain.filing.stored import StoredState
from app.domain.settlements.agreements import SignerRole, SigningManner, SigningRefusal
from app.domain.values.ids import new_id
from tests.support.builders import a_signature
from tests.support.centres import program_rules
from tests.support.file_samples import a_picture
from tests.support.forged_papers import photo


def refused(centre, place, reason="嫌数额少"):
    return SigningRefusal(
        id=new_id(),
        role=place.role,
        signer_id=place.signer_id,
        name=place.name,
        refused_on=centre.today,
        reason=reason,
    )


def test_a_session_is_recorded_place_by_place_with_its_history(centre):
    agreement, document = centre.issued()
    services = centre.services
    first, second, *_others = services.settlements.places(agreement)
    told = replace(
        a_signature(first.role, first.signer_id, first.name, centre.today),
        has_fingerprint=True,
        interpreter="阿依古丽",
        language="维吾尔语",
        was_read_out=True,
        witness="李娟",
    )
    agreement = services.settlements.sign(
        agreement.id, told, actor=centre.actor, version=agreement.version
    ).value
    done = services.signing.refuse(
        agreement.id, refused(centre, second), actor=centre.actor, version=agreement.version
    )
    stored = services.settlements.agreement(agreement.id)
    assert (stored.signatures[0], stored.refusals) == (told, done.value.refusals)
    folder = services.cases.folder(agreement.case_id)
    assert [entry.act for entry in folder.history[:2]] == ["agreement.signing_refused", "agreement.signed"]
    note = note_contents(folder.file_facts(centre.today), (), folder.history, ())
    signed, would_not = note.signings
    assert f"：{first.name}，按指印，阿依古丽翻译" in signed
    assert "拒绝签字：嫌数额少" in would_not
    freed = services.signing.withdraw_refusal(
        stored.id, stored.refusals[0].id, actor=centre.actor, version=stored.version
    ).value
    assert freed.refusals == ()
    assert centre.services.issuing.bytes_of(document.id).startswith(b"%PDF issued")


def test_a_drawn_signature_keeps_its_picture_and_leaves_the_page_alone(centre):
    agreement, document = centre.issued()
    services = centre.services
    before = services.issuing.bytes_of(document.id)
    place = services.settlements.places(agreement)[0]
    signature = a_signature(place.role, place.signer_id, place.name, centre.today)
    signed = services.signing.sign_drawn(
        agreement.id, signature, a_picture(), actor=centre.actor, version=agreement.version
    ).value
    [found] = signed.signatures
    [kept] = services.attachments.of_case(agreement.case_id)
    assert (found.manner, found.image_id, kept.item) == (SigningManner.DRAWN, kept.id, FileItem.AGREEMENT)
    assert services.attachments.bytes_of(kept.id) == a_picture()
    assert services.issuing.bytes_of(document.id) == before


def test_a_family_paper_refuses_the_screen_and_keeps_nothing(file_centre):
    centre = file_centre
    agreement, _document = centre.issued()
    case = centre.case(agreement.case_id)
    services = centre.services
    with centre.store.unit_of_work(centre.actor) as work:
        work.cases.save(replace(case, dispute_type="marriage_family"), act="case.corrected")
        work.commit()
    place = services.settlements.places(agreement)[0]
    with pytest.raises(RuleRefusal, match=r"signature\.status_by_hand"):
        services.signing.sign_drawn(
            agreement.id,
            a_signature(place.role, place.signer_id, place.name, centre.today),
            a_picture(),
            actor=centre.actor,
            version=agreement.version,
        )
    assert services.attachments.of_case(case.id) == ()
    assert services.settlements.agreement(agreement.id) == agreement


def test_the_seal_is_never_drawn(file_centre):
    agreement, _document = file_centre.issued()
    seal = a_signature(SignerRole.SEAL, None, file_centre.committee.name, file_centre.today)
    with pytest.raises(RuleRefusal, match=r"signature\.nothing_drawn"):
        file_centre.services.signing.sign_drawn(
            agreement.id, seal, a_picture(), actor=file_centre.actor, version=agreement.version
        )


def test_where_the_original_lies_is_told_in_the_catalogue_and_after_the_archive(centre):
    _agreement, document = centre.issued()
    services = centre.services
    told = replace(empty_original(document), cabinet="3", box="2", place="第5件", keeper="李娟")
    kept = services.originals.locate(told, actor=centre.actor).value
    assert kept.location == "3柜 2盒 第5件，李娟保管"
    with pytest.raises(StaleWrite):
        services.originals.locate(told, actor=centre.actor)
    folder = services.cases.folder(document.case_id)
    [part] = [part for part in folder.file_facts(centre.today).parts if part.id == document.id]
    assert part.note == "原件：3柜 2盒 第5件，李娟保管"
    assert folder.history[0].act == "original.located"


def test_a_scan_without_codes_follows_in_order_and_what_is_missing_is_told(centre):
    _agreement, document = centre.issued()
    services = centre.services
    with centre.store.unit_of_work(centre.actor) as work:
        work.documents.stored(document.id, sha256=document.sha256, pages=3)
        work.commit()
    document = services.cases.folder(document.case_id).documents[0]
    add = services.originals.attach_scan
    first = add(document.id, a_picture(), "签名页.png", actor=centre.actor, version=0, first_page=2).value
    assert (first.by_code, first.in_order) == (0, 1)
    folder = services.cases.folder(document.case_id)
    [original] = folder.originals
    assert missing_pages(original, document, folder.attachments) == (1, 3)
    [item] = [s for s in checklist(folder.file_facts(centre.today)) if s.item is FileItem.AGREEMENT]
    assert ("scan.pages_missing", "1、3") in [
        (lack.code, dict(lack.facts).get("pages")) for lack in item.lacks
    ]
    again = add(document.id, a_picture(), "其余.png", actor=centre.actor, version=1).value
    assert [page.page for page in again.original.pages] == [1, 2]
    linked = services.originals.link(
        document.id,
        {3: (again.attachment.id, 1), 2: None},
        actor=centre.actor,
        version=again.original.version,
    ).value
    assert [(page.page, page.attachment_id) for page in linked.pages] == [
        (1, again.attachment.id),
        (3, again.attachment.id),
    ]
    services.attachments.remove(again.attachment.id, "扫歪了", actor=centre.actor)
    left = services.cases.folder(document.case_id).attachments
    assert missing_pages(linked, document, left) == (1, 2, 3), "a file taken out shows nothing any more"


def test_a_scan_is_refused_where_it_cannot_be_placed(file_centre):
    _agreement, document = file_centre.issued()
    services, actor = file_centre.services, file_centre.actor
    with pytest.raises(InvalidInput, match=r"original\.no_such_page"):
        services.originals.attach_scan(
            document.id, a_picture(), "a.png", actor=actor, version=0, first_page=2
        )
    with pytest.raises(InvalidInput, match=r"original\.unreadable"):
        services.originals.attach_scan(document.id, b"MThd", "a.mid", actor=actor, version=0)
    with pytest.raises(InvalidInput, match=r"original\.unreadable"):
        services.originals.attach_scan(document.id, b"%PDF", "a.pdf", actor=actor, version=0)
    with pytest.raises(NotFound, match=r"attachment\.not_found"):
        services.originals.link(document.id, {1: (new_id(), 1)}, actor=actor, version=0)
    assert services.attachments.of_case(document.case_id) == ()


def test_a_photo_finds_its_page_by_the_code_and_another_paper_is_told(file_centre, sqlite_location):
    folder = DataFolder(sqlite_location.data_folder)
    services = build_services(file_centre.store, folder, file_centre.clock, program_rules())
    centre = replace(file_centre, services=services)
    agreement, document = centre.issued()
    stored = services.issuing.bytes_of(document.id)
    shown = services.originals.attach_scan(
        document.id, photo(stored, document.pages - 1), "末页.png", actor=centre.actor, version=0
    ).value
    assert (shown.by_code, shown.in_order) == (1, 0)
    assert shown.original.pages[0].page == document.pages
    other = services.issuing.issue(
        DocumentKind.ACCEPTANCE_REGISTER, agreement.case_id, actor=centre.actor
    ).value
    with pytest.raises(RuleRefusal, match=r"original\.other_paper"):
        services.originals.attach_scan(
            document.id,
            services.issuing.bytes_of(other.id),
            "别的.pdf",
            actor=centre.actor,
            version=shown.original.version,
        )


def test_the_stored_page_is_read_again_and_told_plainly(file_centre, sqlite_location):
    _agreement, document = file_centre.issued()
    check = file_centre.services.originals.check_stored
    whole = check(document.id)
    assert (whole.state, whole.found, whole.sha256) == (
        StoredState.WHOLE,
        document.sha256,
        document.sha256,
    )
    [path] = sqlite_location.data_folder.rglob(document.sha256)
    path.write_bytes(path.read_bytes() + b" ")
    assert check(document.id).state is StoredState.CHANGED
    path.unlink()
    assert check(document.id).state is StoredState.MISSING
