"""The catalogue of kinds: every kind is in it once, and all that is to be there for a kind is."""

import dataclasses

import pytest

from app.documents.composing import COMPOSERS, compose
from app.documents.kinds import CONTENTS_OF
from app.documents.pages.signing import SealPlace, SignaturePlaces
from app.domain.filing.catalogue.entries import ENTRIES, ENTRY_OF, ITEM_OF
from app.domain.filing.catalogue.entry import CopiesRule, Issuing
from app.domain.filing.catalogue.fields import FIELD_WORDS
from app.domain.filing.catalogue.signers import PaperSigner
from app.domain.filing.kinds import DocumentKind
from tests.support.filled_contents import Filler
from tests.support.sources import TREE, text_of, tracked_files
from tests.unit.documents.forms.test_completeness import KINDS

SIGNED_BY_HAND = {PaperSigner.STUB, PaperSigner.RESPONSIBLE, PaperSigner.COMPILER, PaperSigner.CHECKER}
"""Who signs on a ruled line of a stub, a receipt or the file's note, not on a place for signatures."""


def rows_of_the_table():
    for line in text_of("docs/forms.md").splitlines():
        if line.startswith("| [") and line.count("|") == 6:
            yield tuple(cell.strip() for cell in line.strip("|").split("|"))


def test_every_kind_has_one_entry():
    assert len(ENTRIES) == len(ENTRY_OF)
    assert ENTRY_OF.keys() == set(DocumentKind)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.kind.value)
def test_what_is_to_be_there_for_a_kind_is(entry):
    """Contents, form, completeness test, sample, picture, entry in docs/forms.md and in the manual."""
    contents = CONTENTS_OF[entry.kind]
    assert contents.__name__ in COMPOSERS
    assert contents in KINDS, "the completeness tests walk these"
    assert compose(Filler(1).fill(contents)).blocks, "a gallery draws its sample"
    picture = f"pictures/forms/{entry.kind.value}.png"
    assert f"docs/{picture}" in tracked_files()
    assert f"\n## {entry.name}\n" in text_of("docs/forms.md")
    assert f"![{entry.name}]({picture})" in text_of("docs/forms.md")
    assert f"[{entry.name}](../forms.md#" in text_of("docs/manual/29-kinds.md")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.kind.value)
def test_places_for_seal_and_signatures_are_those_the_entry_names(entry):
    blocks = compose(Filler(1).fill(CONTENTS_OF[entry.kind])).blocks
    assert any(isinstance(block, SealPlace) for block in blocks) is (entry.seal is not None)
    is_signed = any(isinstance(block, SignaturePlaces) for block in blocks)
    assert is_signed is bool(set(entry.signers) - SIGNED_BY_HAND)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.kind.value)
def test_required_fields_are_fields_its_contents_cannot_do_without(entry):
    fields = {field.name: field for field in dataclasses.fields(CONTENTS_OF[entry.kind])}
    assert len(entry.required) == len(set(entry.required)) > 2
    for name in entry.required:
        assert fields[name].default is dataclasses.MISSING, name


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.kind.value)
def test_an_empty_required_field_is_named(entry):
    whole = Filler(1).fill(CONTENTS_OF[entry.kind])
    assert entry.lacking(whole) == ()
    for name in entry.required:
        empty = {str: " ", tuple: ()}.get(type(getattr(whole, name)))
        assert entry.lacking(dataclasses.replace(whole, **{name: empty})) == (FIELD_WORDS[name],)


def test_every_field_and_signer_is_used():
    assert {name for entry in ENTRIES for name in entry.required} == FIELD_WORDS.keys()
    assert {signer for entry in ENTRIES for signer in entry.signers} == set(PaperSigner)


def test_the_page_of_forms_tells_each_row_as_the_catalogue_has_it():
    told = [(f"[{e.name}](#{e.name})", e.when, e.hands or "不签", e.copies.term, e.numbered) for e in ENTRIES]
    assert list(rows_of_the_table()) == told


def test_only_papers_of_one_case_stand_in_its_file():
    apart = {Issuing.WITH_FILE, Issuing.WITH_PACK, Issuing.LISTED}
    outside = {entry.kind for entry in ENTRIES if entry.issuing in apart}
    assert set(DocumentKind) - ITEM_OF.keys() == outside


@pytest.mark.parametrize(
    ("rule", "copies"),
    [
        (CopiesRule.ONE, 1),
        (CopiesRule.HANDED, 2),
        (CopiesRule.EACH_PARTY, 5),
        (CopiesRule.EACH_APPLICANT, 3),
        (CopiesRule.EACH_SIGNER, 4),
        (CopiesRule.WITH_COURT, 5),
        (CopiesRule.AGREED, 5),
    ],
)
def test_copies_are_counted_by_the_rule(rule, copies):
    assert rule.propose(parties=4, applicants=2, signers=3) == copies


def test_no_picture_is_of_a_kind_that_is_gone():
    named = {path.stem for path in (TREE / "docs/pictures/forms").glob("*.png")}
    assert named == {kind.value for kind in DocumentKind}
