"""The electronic seal on both databases: certificates, sealed copies, refusals, and what verifying finds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from app.archive.data_folder import DataFolder
from app.bootstrap import build_services
from app.cli.outcome import Exit
from app.cli.verbs.seal import PASSWORD_VARIABLE, SealAsked, seal
from app.cli.verbs.verify import verify
from app.documents.sealing import installed
from app.documents.sealing.signing import SealWords
from app.documents.sealing.signing import seal as put_seal
from app.domain.errors import InvalidInput, NotFound, RuleRefusal, StaleWrite
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.proofs.verdicts import PageFinding, Standing
from app.domain.filing.seals.certificates import KeyUsage
from app.domain.filing.seals.verdicts import SealFinding
from app.i18n import Formats, Translator
from app.presenters.verify.words import told
from app.services.filing.seals.sealing import SealWish
from app.services.trust.integrity import ProblemKind
from tests.support.centres import PlainPage, PlainRenderer, program_rules
from tests.support.seal_samples import PASSWORD, a_certificate_file, kept_at

AGREED = "各方在调解时约定，记入调解记录"


class TinyRenderer(PlainRenderer):
    """Draws a real PDF of one page: sealing asks for no more, and real drawing takes its time."""

    def render(self, contents, *, is_draft, prover=None):
        del is_draft, prover
        from reportlab.pdfgen.canvas import Canvas

        written = BytesIO()
        canvas = Canvas(written, invariant=1)
        canvas.drawString(72, 72, contents.kind)
        canvas.showPage()
        canvas.save()
        return PlainPage(written.getvalue(), 1)


def with_certificate(centre, folder, seal_file, renderer=None):
    """Give a centre of its own minute, so that no step is put back that another renderer drew.

    The certificate comes after the case: what is chosen at random ends what can be put back.
    """
    centre.clock.moment += timedelta(minutes=7 if renderer else 9)
    services = build_services(centre.store, DataFolder(folder), centre.clock, program_rules(), renderer)
    centre = replace(centre, services=services)
    agreement, document = centre.issued()
    choose = services.seal_certificates.choose
    choose(centre.committee.id, seal_file, PASSWORD, actor=centre.actor)
    return centre, agreement, document


@pytest.fixture
def seal_file(tmp_path):
    return kept_at(tmp_path, a_certificate_file())


@pytest.fixture
def issued(centre, location, seal_file):
    """A centre that chose its certificate, with an agreement nobody signed yet."""
    return with_certificate(centre, location.data_folder, seal_file, TinyRenderer())


@pytest.fixture
def file_issued(file_centre, sqlite_location, seal_file):
    return with_certificate(file_centre, sqlite_location.data_folder, seal_file, TinyRenderer())


def sealed(centre, document, agreed=AGREED, **given):
    wish = SealWish(password=PASSWORD, agreed=agreed, **given)
    return centre.services.sealing.seal(document.id, wish, actor=centre.actor).value


def with_a_note(content):
    """Append a revision behind a seal, as an editor that notes something does."""
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(BytesIO(content))
    writer.root["/Noted"] = generic.pdf_name("/Later")
    writer.update_root()
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_sealed_copy_begins_with_the_frozen_page_and_may_be_withdrawn(issued):
    centre, agreement, document = issued
    services = centre.services
    centre.signed(agreement)
    frozen = services.issuing.bytes_of(document.id)
    copy = sealed(centre, document)
    content = services.sealing.bytes_of(copy.id)
    assert content.startswith(frozen)
    assert len(content) == copy.size > len(frozen)
    assert services.issuing.bytes_of(document.id) == frozen
    assert services.originals.check_stored(document.id).found == document.sha256
    assert services.cases.folder(agreement.case_id).sealed_copies == (copy,)
    assert (copy.agreed, copy.sealed_by) == (AGREED, centre.actor.name)
    verdict = services.verifying.verify_paper(content)
    assert (verdict.document.id, verdict.copy, verdict.is_sound) == (document.id, copy, True)

    withdraw = services.sealing.withdraw
    with pytest.raises(InvalidInput, match=r"seal\.reason_missing"):
        withdraw(copy.id, " ", actor=centre.actor, version=copy.version)
    gone = withdraw(copy.id, "用错了证书", actor=centre.actor, version=copy.version).value
    verdict = services.verifying.verify_paper(content)
    assert (verdict.copy, verdict.standing, verdict.is_sound) == (gone, Standing.CURRENT, False)
    with pytest.raises(StaleWrite):
        withdraw(copy.id, "再撤", actor=centre.actor, version=copy.version)
    with pytest.raises(RuleRefusal, match=r"seal\.withdrawn_already"):
        withdraw(copy.id, "再撤", actor=centre.actor, version=gone.version)
    told = [(entry.act, entry.actor_name) for entry in services.cases.folder(agreement.case_id).history[:2]]
    assert told == [("sealed_copy.withdrawn", centre.actor.name), ("sealed_copy.made", centre.actor.name)]


def test_a_sealed_paper_is_known_by_its_codes_its_bytes_and_its_seal(file_centre, sqlite_location, seal_file):
    centre, agreement, document = with_certificate(file_centre, sqlite_location.data_folder, seal_file)
    services = centre.services
    centre.signed(agreement)
    copy = sealed(centre, document)
    content = services.sealing.bytes_of(copy.id)
    verdict = services.verifying.verify_paper(content)
    [seal] = verdict.seals
    assert (verdict.document.id, verdict.standing, verdict.is_sound) == (document.id, Standing.CURRENT, True)
    assert (verdict.holds_stored_file, verdict.copy, verdict.is_stored_file) == (True, copy, False)
    assert {page.finding for page in verdict.pages} == {PageFinding.AS_ISSUED}
    assert (seal.finding, seal.is_own, seal.certificate.is_self_made) == (SealFinding.WHOLE, True, True)
    assert seal.reason == f"{centre.committee.name}对{document.title}加盖电子签章"
    assert (seal.location, seal.sealed_at) == (centre.committee.address, copy.sealed_at)

    at = content.index(b"%PDF-") + 7
    altered = services.verifying.verify_paper(content[:at] + b"6" + content[at + 1 :])
    assert [seal.finding for seal in altered.seals] == [SealFinding.CHANGED]
    assert (altered.holds_stored_file, altered.is_sound) == (False, False)
    assert {page.finding for page in altered.pages} == {PageFinding.AS_ISSUED}


def test_the_certificate_is_on_record_and_its_file_and_password_are_not(issued, seal_file, location):
    centre, agreement, document = issued
    certificates = centre.services.seal_certificates
    chosen = certificates.of_organisation(centre.committee.id)
    assert chosen.subject == "石桥社区人民调解委员会, 电子签章 · 石桥社区人民调解委员会"
    assert chosen.usages == (KeyUsage.DIGITAL_SIGNATURE, KeyUsage.CONTENT_COMMITMENT)
    assert (chosen.is_self_made, chosen.path) == (True, str(seal_file))
    key = seal_file.read_bytes()
    kept = [path.read_bytes() for path in Path(location.data_folder).rglob("*") if path.is_file()]
    assert not any(key in content or PASSWORD.encode() in content for content in kept)
    certificates.give_up(centre.committee.id, actor=centre.actor, version=chosen.version)
    assert certificates.of_organisation(centre.committee.id) is None
    centre.signed(agreement)
    with pytest.raises(NotFound, match=r"seal\.no_certificate"):
        sealed(centre, document)
    again = certificates.choose(centre.committee.id, seal_file, PASSWORD, actor=centre.actor).value
    assert (again.id, again.is_in_use) == (chosen.id, True)


def test_what_changed_behind_a_seal_is_found(file_issued):
    centre, agreement, document = file_issued
    verify = centre.services.verifying.verify_paper
    centre.signed(agreement)
    content = centre.services.sealing.bytes_of(sealed(centre, document).id)

    noted = verify(with_a_note(content))
    assert [seal.finding for seal in noted.seals] == [SealFinding.ADDED_TO]
    assert (noted.copy, noted.is_sound) == (None, False)

    at = content.index(b"%PDF-") + 7
    altered = verify(content[:at] + b"6" + content[at + 1 :])
    assert [seal.finding for seal in altered.seals] == [SealFinding.CHANGED]

    at = content.index(b"/Contents <") + len(b"/Contents <") + 400
    broken = verify(content[:at] + (b"1" if content[at : at + 1] == b"0" else b"0") + content[at + 1 :])
    assert broken.seals[0].finding in {SealFinding.CHANGED, SealFinding.UNREADABLE}

    unlisted = verify(content.replace(b"/AcroForm", b"/AcroGone"))
    assert [seal.finding for seal in unlisted.seals] == [SealFinding.UNREADABLE]


def test_a_certificate_that_ran_out_seals_nothing(file_issued, tmp_path, clock):
    centre, agreement, document = file_issued
    now = centre.clock.now()
    certificates = centre.services.seal_certificates
    for content, code in (
        (a_certificate_file(valid_until=now - timedelta(days=1)), "seal.expired"),
        (a_certificate_file(valid_from=now + timedelta(days=1)), "seal.not_yet_valid"),
        (a_certificate_file(may_sign=False), "seal.not_for_signing"),
    ):
        with pytest.raises(RuleRefusal) as refusal:
            certificates.read(kept_at(tmp_path, content, "其他.p12"), PASSWORD)
        assert refusal.value.code == code
    short = kept_at(tmp_path, a_certificate_file(valid_until=now + timedelta(days=1)))
    certificates.choose(centre.committee.id, short, PASSWORD, actor=centre.actor)
    centre.signed(agreement)
    copy = sealed(centre, document)
    clock.moment += timedelta(days=2)
    verdict = centre.services.verifying.verify_paper(centre.services.sealing.bytes_of(copy.id))
    assert verdict.seals[0].finding is SealFinding.WHOLE, "it was sealed in time"
    with pytest.raises(RuleRefusal, match=r"seal\.expired"):
        sealed(centre, document)


def test_papers_that_the_law_their_state_or_another_key_keeps_from_the_seal(file_issued, tmp_path):
    centre, agreement, document = file_issued
    services = centre.services
    with pytest.raises(RuleRefusal, match=r"seal\.not_effective"):
        sealed(centre, document)
    centre.signed(agreement)
    with pytest.raises(InvalidInput, match=r"seal\.not_agreed"):
        sealed(centre, document, agreed=" ")
    other = kept_at(tmp_path, a_certificate_file(which=1), "别的.p12")
    with pytest.raises(InvalidInput, match=r"seal\.other_certificate"):
        sealed(centre, document, path=other)
    with pytest.raises(InvalidInput, match=r"seal\.file_unreadable"):
        sealed(centre, document, path=tmp_path / "没有.p12")
    notice = services.issuing.issue(DocumentKind.FOUR_DUTIES, agreement.case_id, actor=centre.actor).value
    with pytest.raises(RuleRefusal, match=r"seal\.not_this_kind"):
        sealed(centre, notice)
    case = centre.case(agreement.case_id)
    with centre.store.unit_of_work(centre.actor) as work:
        work.cases.save(replace(case, dispute_type="marriage_family"), act="case.corrected")
        work.commit()
    with pytest.raises(RuleRefusal, match=r"seal\.status_by_hand"):
        sealed(centre, document)
    assert services.cases.folder(case.id).sealed_copies == ()


def test_without_the_extra_nothing_is_sealed_and_seals_are_told_unchecked(file_issued, monkeypatch):
    centre, agreement, document = file_issued
    centre.signed(agreement)
    content = centre.services.sealing.bytes_of(sealed(centre, document).id)
    monkeypatch.setattr(installed, "find_spec", lambda _name: None)
    with pytest.raises(RuleRefusal, match=r"seal\.not_installed"):
        sealed(centre, document)
    verdict = centre.services.verifying.verify_paper(content)
    assert [seal.finding for seal in verdict.seals] == [SealFinding.NOT_CHECKED]
    assert (verdict.document.id, verdict.is_sound) == (document.id, True)


def test_the_terminal_seals_and_tells_a_withdrawn_copy(file_issued, tmp_path, monkeypatch, capsys):
    centre, agreement, document = file_issued
    services, case = centre.services, centre.case(agreement.case_id)
    centre.signed(agreement)
    asked = SealAsked(
        case=case.intake_number,
        paper="agreement",
        certificate=None,
        agreed=AGREED,
        output=tmp_path / "副本.pdf",
    )
    monkeypatch.setattr("sys.stdin", StringIO(""))
    with pytest.raises(InvalidInput, match=r"seal\.password_missing"):
        seal(services, asked, actor=centre.actor)
    monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)
    with pytest.raises(NotFound, match=r"document\.not_found"):
        seal(services, replace(asked, paper="第99号"), actor=centre.actor)
    assert seal(services, replace(asked, paper=document.number), actor=centre.actor) is Exit.DONE
    capsys.readouterr()
    assert verify(services, str(asked.output), Translator(), as_json=True) is Exit.DONE
    said = json.loads(capsys.readouterr().out)
    [found] = said["seals"]
    assert (said["is_sound"], said["holds_stored_file"], said["sealed_copy"]["withdrawn"]) == (True, True, "")
    assert (found["finding"], found["is_own"], found["certificate"]["is_self_made"]) == ("whole", True, True)

    [copy] = services.cases.folder(case.id).sealed_copies
    services.sealing.withdraw(copy.id, "用错了证书", actor=centre.actor, version=copy.version)
    assert verify(services, str(asked.output), Translator()) is Exit.PROBLEMS_FOUND
    text = capsys.readouterr().out
    for words in ("电子签章不能认", "这份签章副本已撤回：用错了证书", "只证明盖章以后文件没有改动"):
        assert words in text


def test_a_stranger_s_seal_on_our_paper_is_told_as_one(file_issued):
    centre, agreement, document = file_issued
    centre.signed(agreement)
    content = centre.services.sealing.bytes_of(sealed(centre, document).id)
    words = SealWords(id=document.id, name="法院", reason="收到", location="", at=centre.clock.now())
    theirs = put_seal(content, a_certificate_file(owner="法院", issuer="认证中心", which=1), PASSWORD, words)
    verdict = centre.services.verifying.verify_paper(theirs)
    assert verdict.document is None, "the page bears no code, and the file is not ours any more"
    assert [(seal.finding, seal.is_own) for seal in verdict.seals] == [
        (SealFinding.ADDED_TO, True),
        (SealFinding.WHOLE, False),
    ]
    facts = told(Translator(), Formats(), verdict).facts
    assert any("证书上的名字谁都可以自己写" in fact for fact in facts)
    assert any("由 认证中心, 电子签章 · 认证中心 签发；本程序不判断" in fact for fact in facts)


def test_the_check_reads_sealed_copies_too(file_issued, sqlite_location):
    centre, agreement, document = file_issued
    centre.signed(agreement)
    copy = sealed(centre, document)
    [file] = Path(sqlite_location.data_folder).rglob(copy.sha256)
    file.chmod(0o600)
    file.write_bytes(b"%PDF-1.4 something else")
    problems = centre.services.integrity.check().problems
    assert [(one.kind, one.code) for one in problems] == [(ProblemKind.SEALED_COPY, "file.changed")]
