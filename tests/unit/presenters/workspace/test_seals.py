"""加盖电子签章 without a window: what is refused before a password is asked, and what is told of copies."""

from dataclasses import replace

import pytest

from app.documents.sealing import installed
from app.presenters.workspace.documents import DocumentsPresenter
from tests.support.seal_samples import PASSWORD, a_certificate_file, kept_at


class Pane:
    """Notes what the pane of documents is told."""

    def __init__(self):
        self.errors, self.forms = [], []

    def show_error(self, words):
        self.errors.append(words)

    def open_form(self, form):
        self.forms.append(form)

    def __getattr__(self, name):
        return lambda *_given, **_named: None


@pytest.fixture
def asked(centre, desk, navigator):
    """Ask to seal the agreement of a case as it now stands; gives the pane."""

    def ask(agreement, document):
        pane = Pane()
        presenter = DocumentsPresenter(desk, navigator, pane)
        presenter.show_case(centre.services.cases.folder(agreement.case_id))
        presenter.seals.ask_to_seal(document.id)
        return pane

    return ask


def test_what_forbids_the_seal_is_said_before_a_password_is_asked(centre, asked, tmp_path, monkeypatch):
    agreement, document = centre.issued()
    assert "还没有签齐生效" in asked(agreement, document).errors[-1]
    agreement = centre.signed(agreement)
    assert "在“设置 → 本单位”选" in asked(agreement, document).errors[-1]
    path = kept_at(tmp_path, a_certificate_file())
    centre.services.seal_certificates.choose(centre.committee.id, path, PASSWORD, actor=centre.actor)
    pane = asked(agreement, document)
    [form] = pane.forms
    assert (pane.errors, form.form.initial()["file"]) == ([""], str(path))
    assert "只能证明文件没有改动" in "".join(form.form.words)

    with monkeypatch.context() as without:
        without.setattr(installed, "find_spec", lambda _name: None)
        assert "pip install pyhanko" in asked(agreement, document).errors[-1]
    case = centre.case(agreement.case_id)
    with centre.store.unit_of_work(centre.actor) as work:
        work.cases.save(replace(case, dispute_type="marriage_family"), act="case.corrected")
        work.commit()
    pane = asked(agreement, document)
    assert "电子签名法第三条" in pane.errors[-1]
    assert pane.forms == []
