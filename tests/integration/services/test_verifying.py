"""Verifying paper: what was altered, swapped or voided is found, by code, by picture and by file."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pypdf
import pytest
from pypdf.generic import NameObject
from sqlalchemy import text

from app.archive.data_folder import DataFolder
from app.bootstrap import build_services
from app.cli.outcome import Exit
from app.cli.verbs.verify import verify
from app.domain.errors import InvalidInput, NotFound
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.proofs.pages import grouped
from app.domain.filing.proofs.verdicts import Difference, PageFinding, Standing, differences
from app.i18n import Formats, Translator
from app.presenters.verify.words import told
from tests.support.centres import program_rules
from tests.support.forged_papers import altered, glued, pages_of, photo, qr_of


@pytest.fixture
def centre(centre, location):
    """A centre whose documents are really drawn."""
    folder = DataFolder(location.data_folder)
    return replace(centre, services=build_services(centre.store, folder, centre.clock, program_rules()))


@pytest.fixture
def paper(centre):
    """An issued agreement, its document, its proofs and its stored file."""
    agreement, document = centre.issued()
    with centre.store.look() as work:
        proofs = work.proofs.of_document(document.id)
    return agreement, document, proofs, centre.services.issuing.bytes_of(document.id)


def test_an_altered_a_swapped_and_a_voided_paper_are_each_found(centre, paper):
    agreement, document, proofs, stored = paper
    verify = centre.services.verifying.verify_paper
    true = verify(stored)
    assert (true.document.id, true.standing, true.is_sound, true.is_stored_file) == (
        document.id,
        Standing.CURRENT,
        True,
        True,
    )
    assert {page.finding for page in true.pages} == {PageFinding.AS_ISSUED}

    forged = verify(altered(document, proofs, "楼上漏水", "楼下漏水"))
    [wrong] = [page for page in forged.pages if not page.is_sound]
    assert (forged.document.id, wrong.finding) == (document.id, PageFinding.TEXT_DIFFERS)
    [found] = wrong.differences
    assert (found.issued, found.found) == ("上", "下")
    assert found.before.endswith("楼")
    assert "楼上漏水" in wrong.text.replace("\n", "")

    case = centre.case(agreement.case_id)
    other = centre.services.issuing.issue(DocumentKind.RIGHTS_NOTICE, case.id, actor=centre.actor).value
    last = len(proofs) - 1
    bound = [(stored, page) for page in range(last)] + [(centre.services.issuing.bytes_of(other.id), 0)]
    swapped = verify(pages_of(*bound))
    [foreign] = [page for page in swapped.pages if page.finding is PageFinding.OTHER_DOCUMENT]
    assert (foreign.place, foreign.other) == (last + 1, f"{other.title} {other.number}")
    assert foreign.other_standing is Standing.CURRENT
    assert [page.place for page in swapped.pages if page.finding is PageFinding.MISSING] == [last + 1]
    centre.services.issuing.void(other.id, "告知错了人", actor=centre.actor)
    again = verify(pages_of(*bound)).pages
    [foreign] = [page for page in again if page.finding is PageFinding.OTHER_DOCUMENT]
    assert foreign.other_standing is Standing.VOID, "a void paper bound in with others is told too"

    centre.services.settlements.void(
        agreement.id, "写错了金额", actor=centre.actor, version=agreement.version
    )
    voided = verify(stored)
    assert (voided.standing, voided.reason, voided.is_sound) == (Standing.VOID, "写错了金额", False)
    assert {page.finding for page in voided.pages} == {PageFinding.AS_ISSUED}


def test_the_characters_and_a_photo_give_the_text_the_page_must_bear(centre, paper):
    _, document, proofs, stored = paper
    typed = grouped(proofs[0].code).lower().replace("0", "o").replace("1", "l").replace("-", " ")
    for verdict in (
        centre.services.verifying.verify_code(typed),
        centre.services.verifying.verify_paper(photo(stored, turned=3)),
    ):
        [page] = verdict.pages
        assert (verdict.document.id, page.finding, page.page) == (document.id, PageFinding.TO_COMPARE, 1)
        assert page.text == proofs[0].text
        assert verdict.is_sound
    with pytest.raises(NotFound, match=r"proof\.code_unknown"):
        centre.services.verifying.verify_code("0000-0000-0000")
    with pytest.raises(InvalidInput, match=r"proof\.code"):
        centre.services.verifying.verify_code("0000-0000-000")
    with pytest.raises(InvalidInput, match=r"proof\.unreadable_image"):
        centre.services.verifying.verify_paper(b"no picture")


def test_a_qr_code_glued_over_that_of_another_paper_is_told(centre, paper):
    agreement, document, proofs, _stored = paper
    other = centre.services.issuing.issue(
        DocumentKind.RIGHTS_NOTICE, agreement.case_id, actor=centre.actor
    ).value
    with centre.store.look() as work:
        foreign = work.proofs.of_document(other.id)[0]
    verify = centre.services.verifying.verify_paper
    verdict = verify(glued(document, proofs, qr_of(other, foreign)))
    [wrong] = [page for page in verdict.pages if not page.is_sound]
    assert (verdict.document.id, wrong.place, wrong.finding) == (document.id, 1, PageFinding.TWO_MINDS)
    assert (wrong.other, wrong.other_page) == (f"{other.title} {other.number}", 1)
    words = told(Translator(), Formats(), verdict).pages[0]
    assert (words.tone, words.finding) == (
        "err",
        f"查验码是第 1 页的，二维码是{other.title} {other.number}第 1 页的：可能是贴上去或者换过的",
    )
    unknown = replace(foreign, signature="00" * 64)
    assert verify(glued(document, proofs, qr_of(other, unknown))).pages[0].finding is PageFinding.TWO_MINDS


def test_the_verb_tells_of_an_altered_a_swapped_and_a_voided_paper(centre, paper, tmp_path, capsys):
    agreement, document, proofs, stored = paper
    other = centre.services.issuing.issue(
        DocumentKind.RIGHTS_NOTICE, agreement.case_id, actor=centre.actor
    ).value
    foreign = centre.services.issuing.bytes_of(other.id)

    def say(content):
        what = content
        if isinstance(content, bytes):
            what = tmp_path / "paper.pdf"
            what.write_bytes(content)
        code = verify(centre.services, str(what), Translator())
        return code, capsys.readouterr()

    code, said = say(stored)
    assert (code, said.out.splitlines()[0]) == (
        Exit.DONE,
        f"人民调解协议书 {document.number}：现行有效，各页文字与出具时一致",
    )
    assert "不能证明" in said.err
    code, said = say(altered(document, proofs, "楼上漏水", "楼下漏水"))
    assert code is Exit.PROBLEMS_FOUND
    assert "楼【上】漏水" in said.out
    assert "现在是“下”" in said.out
    code, said = say(pages_of((foreign, 0), *((stored, page) for page in range(1, len(proofs)))))
    assert code is Exit.PROBLEMS_FOUND
    assert "是人民调解协议书" in said.out
    code, said = say(grouped(proofs[1].code))
    assert code is Exit.DONE
    assert "应有的文字：" in said.out
    settlements = centre.services.settlements
    settlements.void(agreement.id, "写错了金额", actor=centre.actor, version=agreement.version)
    for voided in (stored, grouped(proofs[0].code), photo(stored)):
        code, said = say(voided)
        assert code is Exit.PROBLEMS_FOUND
        assert "已作废" in said.out
        assert "写错了金额" in said.out


def test_pages_out_of_order_are_told_by_where_they_belong(centre, paper):
    _, _, proofs, stored = paper
    assert len(proofs) > 1
    turned = centre.services.verifying.verify_paper(pages_of((stored, 1), (stored, 0)))
    assert [(page.place, page.page, page.finding) for page in turned.pages[:2]] == [
        (1, 2, PageFinding.OUT_OF_PLACE),
        (2, 1, PageFinding.OUT_OF_PLACE),
    ]


def test_a_supplementary_agreement_supersedes_what_it_changes(centre, paper):
    agreement, document, proofs, _ = paper
    centre.signed(agreement)
    settlements = centre.services.settlements
    more = settlements.supplement(agreement.id, actor=centre.actor).value
    case = centre.case(agreement.case_id)
    more = settlements.save(replace(more, terms=agreement.terms), actor=centre.actor).value
    later = settlements.issue(more.id, actor=centre.actor, version=more.version).value
    assert centre.services.verifying.verify_code(proofs[0].code).standing is Standing.CURRENT
    centre.signed(settlements.agreement(more.id))
    verdict = centre.services.verifying.verify_code(proofs[0].code)
    assert (verdict.standing, verdict.later) == (Standing.SUPERSEDED, f"{later.title} {later.number}")
    assert not verdict.is_sound
    assert case.id == document.case_id


def test_a_file_issued_before_pages_had_codes_is_known_by_its_bytes(centre, paper, tmp_path, capsys):
    agreement, document, _, stored = paper
    with centre.store._engine.begin() as connection:
        connection.execute(text("DELETE FROM page_proofs"))
    verdict = centre.services.verifying.verify_paper(stored)
    assert (verdict.document.id, verdict.is_stored_file, verdict.is_sound) == (document.id, True, True)
    copy = centre.services.verifying.verify_paper(pages_of((stored, 0)))
    assert (copy.document, copy.is_sound) == (None, False)
    file = tmp_path / "paper.pdf"
    file.write_bytes(stored)
    assert verify(centre.services, str(file), Translator()) is Exit.DONE
    assert "是存档的原件" in capsys.readouterr().out
    settlements = centre.services.settlements
    settlements.void(agreement.id, "写错了金额", actor=centre.actor, version=agreement.version)
    assert verify(centre.services, str(file), Translator()) is Exit.PROBLEMS_FOUND


def test_a_text_changed_in_the_register_no_longer_fits_its_signature(centre, paper):
    _, _, proofs, _ = paper
    with centre.store._engine.begin() as connection:
        connection.execute(text("UPDATE page_proofs SET text = replace(text, '漏水', '漏气') WHERE page = 1"))
    [page] = centre.services.verifying.verify_code(proofs[0].code).pages
    assert page.finding is PageFinding.REGISTER_CHANGED
    [problem] = centre.services.integrity.check().problems
    assert (problem.code, problem.facts) == ("check.page_changed", (("page", 1),))
    with centre.store._engine.begin() as connection:
        connection.execute(text("DELETE FROM page_proofs WHERE page = 1"))
    assert [each.code for each in centre.services.integrity.check().problems] == ["check.page_missing"]


def test_a_file_with_a_page_that_cannot_be_loaded_is_refused_with_a_sentence(centre):
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)[NameObject("/Type")] = NameObject("/Nothing")
    held = BytesIO()
    writer.write(held)
    with pytest.raises(InvalidInput, match=r"proof\.unreadable_pdf"):
        centre.services.verifying.verify_paper(held.getvalue())


def test_a_new_key_leaves_old_pages_verifiable_and_the_old_secret_unused(centre, paper, location):
    _, _, proofs, stored = paper
    verifying = centre.services.verifying
    old = verifying.keys()[0]
    renewed = verifying.renew_key(actor=centre.actor).value
    newest, before = verifying.keys()
    assert (newest.id, before.id, before.secret) == (renewed, old.id, "")
    assert newest.retired_at is None
    assert before.retired_at is not None
    assert verifying.verify_paper(stored).is_sound
    assert verifying.public_keys().count(b"BEGIN PUBLIC KEY") == 2
    _, second = centre.issued()
    with centre.store.look() as work:
        assert {proof.key_id for proof in work.proofs.of_document(second.id)} == {renewed}
    assert proofs[0].key_id == old.id
    files = sorted((location.data_folder / "keys").glob("*.key"))
    if centre.store.backend == "postgresql":
        assert files == []
        assert newest.secret
    else:
        assert {path.stem for path in files} == {old.id, renewed}
        assert newest.secret == ""
        assert {path.stat().st_mode & 0o077 for path in files} == {0}
    assert newest.secret not in repr(newest) or not newest.secret


def test_where_the_key_file_is_gone_a_new_key_signs(file_centre, sqlite_location):
    _, first = file_centre.issued()
    [key] = file_centre.services.verifying.keys()
    (sqlite_location.data_folder / "keys" / f"{key.id}.key").unlink()
    _, second = file_centre.issued()
    with file_centre.store.look() as work:
        old, new = (work.proofs.of_document(each.id)[0].key_id for each in (first, second))
    assert (old, new) == (key.id, file_centre.services.verifying.keys()[0].id)
    assert old != new


def test_check_names_the_document_whose_bytes_changed(file_centre, sqlite_location):
    _, document = file_centre.issued()
    stored = sqlite_location.data_folder / "files" / document.sha256[:2] / document.sha256
    stored.write_bytes(stored.read_bytes().replace("赔偿".encode(), "补偿".encode()))
    [problem] = file_centre.services.integrity.check().problems
    assert (problem.subject, problem.code) == (f"{document.title} {document.number}", "file.changed")


def test_a_difference_is_told_with_the_words_around_it():
    assert differences("支付 12,800 元\n整", "支付12,300元整") == (Difference("支付12,", "8", "3", "00元整"),)
