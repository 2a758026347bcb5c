"""Certificates read from their files, and seals read from files that are handed in."""

import ast
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest

from app.documents.sealing.certificates import read_certificate
from app.documents.sealing.reading import read_seals
from app.documents.sealing.signing import SealWords, seal
from app.domain.errors import InvalidInput
from app.domain.filing.seals.certificates import KeyUsage
from app.domain.filing.seals.verdicts import SealFinding
from app.domain.values.ids import new_id
from tests.support.seal_samples import OWNER, PASSWORD, a_certificate_file
from tests.support.sources import python_files, tree_of

DAY = datetime(2026, 5, 6, 9, 30, tzinfo=UTC)
PEM = b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"


@pytest.fixture(scope="module")
def page():
    from reportlab.pdfgen.canvas import Canvas

    written = BytesIO()
    canvas = Canvas(written, invariant=1)
    canvas.showPage()
    canvas.save()
    return written.getvalue()


def sealed(page, at=DAY, **made):
    words = SealWords(id=new_id(), name=OWNER, reason="加盖电子签章", location="石桥路 1 号", at=at)
    return seal(page, a_certificate_file(**made), PASSWORD, words)


def test_a_certificate_tells_whom_it_names_and_until_when():
    facts = read_certificate(a_certificate_file(issuer="某电子认证中心", may_sign=False), PASSWORD)
    assert (facts.subject, facts.issuer) == (
        f"{OWNER}, 电子签章 · {OWNER}",
        "某电子认证中心, 电子签章 · 某电子认证中心",
    )
    assert (facts.serial, facts.usages, facts.is_self_made) == ("1092", (KeyUsage.KEY_ENCIPHERMENT,), False)
    assert not facts.covers(facts.valid_until + timedelta(seconds=1))
    endless = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
    assert read_certificate(a_certificate_file(valid_until=endless), PASSWORD).valid_until < endless


@pytest.mark.parametrize(
    ("content", "password", "code", "field"),
    [
        (b"", PASSWORD, "seal.not_pkcs12", "file"),
        (PEM, PASSWORD, "seal.not_pkcs12", "file"),
        (b"%PDF-1.7", PASSWORD, "seal.not_pkcs12", "file"),
        (a_certificate_file(password=""), PASSWORD, "seal.unprotected", "file"),
        (a_certificate_file(), "", "seal.password_missing", "password"),
        (a_certificate_file(), "key 42!", "seal.wrong_password", "password"),
        (a_certificate_file()[:-200], PASSWORD, "seal.wrong_password", "password"),
    ],
    ids=["empty", "pem", "pdf", "unprotected", "none", "wrong", "cut"],
)
def test_what_is_no_protected_certificate_is_refused_by_its_reason(content, password, code, field):
    with pytest.raises(InvalidInput) as refusal:
        read_certificate(content, password)
    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_a_seal_keeps_the_bytes_before_it_and_says_its_words(page):
    written = sealed(page)
    assert written.startswith(page)
    [found] = read_seals(written)
    assert (found.finding, found.sealed_at, found.is_own) == (SealFinding.WHOLE, DAY, False)
    assert (found.reason, found.location) == ("加盖电子签章", "石桥路 1 号")
    assert b"/ETSI.CAdES.detached" in written


def test_a_seal_put_when_the_certificate_had_run_out_is_told(page):
    [found] = read_seals(sealed(page, valid_until=DAY - timedelta(days=1)))
    assert found.finding is SealFinding.OUT_OF_DATE
    [early] = read_seals(sealed(page, at=DAY - timedelta(days=365 * 9)))
    assert early.finding is SealFinding.OUT_OF_DATE


def test_a_second_seal_leaves_the_first_true_and_no_longer_last(page):
    first, second = read_seals(sealed(sealed(page), which=1))
    assert (first.finding, second.finding) == (SealFinding.ADDED_TO, SealFinding.WHOLE)
    assert first.certificate.fingerprint != second.certificate.fingerprint


@pytest.mark.parametrize("at", [7, 120, 400], ids=["head", "objects", "end"])
def test_an_altered_byte_of_the_page_is_found(page, at):
    written = bytearray(sealed(page))
    written[at] ^= 1
    assert [found.is_sound for found in read_seals(bytes(written))] == [False]


def test_a_file_without_a_seal_has_none(page):
    assert read_seals(page) == ()
    assert [found.finding for found in read_seals(page + b"/ByteRange")] == [SealFinding.UNREADABLE]


def test_the_extra_is_imported_on_use_alone():
    at_once = [
        (name, node.lineno)
        for name in python_files("app")
        for node in tree_of(name).body
        if isinstance(node, ast.Import | ast.ImportFrom) and "pyhanko" in ast.unparse(node)
    ]
    assert at_once == []
