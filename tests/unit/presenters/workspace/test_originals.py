"""签名原件 and 逐项登记 without a window: what is asked and told, and how the stored page turns out."""

from dataclasses import replace

import pytest

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.people.agents import Agent, AgentKind, AuthorityScope
from app.domain.settlements.agreements import SignerCapacity, SignerRole
from app.domain.values.ids import new_id
from app.presenters.agreement.page import AgreementPage
from app.presenters.agreement.signing.forms import signing_form
from app.presenters.agreement.signing.rows import SigningSheet
from app.presenters.sentences import sentence
from app.presenters.workspace.documents import DocumentsPresenter
from app.presenters.workspace.originals.forms import pages_form, place_form, scan_form
from tests.support.file_samples import a_picture
from tests.support.workspace_desk import WindowAround, mediators_desk


class Pane:
    """Notes what the pane of documents is told."""

    def __init__(self):
        self.rows, self.told, self.errors, self.forms = (), [], [], []

    def show_documents(self, rows):
        self.rows = tuple(rows)

    def show_told(self, words):
        self.told.append(words)

    def show_error(self, words):
        self.errors.append(words)

    def open_form(self, form):
        self.forms.append(form)

    def __getattr__(self, name):
        return lambda *_given, **_named: None


@pytest.fixture
def desk(centre):
    return mediators_desk(centre)


@pytest.fixture
def issued(centre):
    return centre.issued()


def folder_of(centre, document):
    return centre.services.cases.folder(document.case_id)


def picture_in(folder):
    path = folder / "签名页.png"
    path.write_bytes(a_picture())
    return path


def test_scan_pages_and_place_are_told_beside_the_paper(centre, desk, issued, tmp_path):
    _agreement, document = issued
    folder = folder_of(centre, document)
    form = scan_form(desk, folder, document)
    with pytest.raises(InvalidInput) as refused:
        form.send(form.initial(), folder)
    assert refused.value.field == "file"
    sent = form.send(form.initial() | {"file": str(picture_in(tmp_path))}, folder)
    assert sent.told == "已附 1 页，其中 0 页按页上的码对应"

    folder = folder_of(centre, document)
    place = place_form(desk, folder, document)
    place.send(place.initial() | {"cabinet": "3", "box": "2", "place": "第5件"}, folder)
    pane = Pane()
    presenter = DocumentsPresenter(desk, WindowAround(), pane)
    presenter.show_case(folder_of(centre, document))
    [row] = [row for row in pane.rows if row.id == document.id]
    assert (row.original, row.has_original) == ("原件 3柜 2盒 第5件；扫描 1 页齐", True)

    folder = folder_of(centre, document)
    pages = pages_form(desk, folder, document)
    assert pages.initial()["file_1"] == str(folder.attachments[0].id)
    pages.send(pages.initial() | {"file_1": ""}, folder)
    assert folder_of(centre, document).originals[0].pages == ()


def test_the_stored_page_is_told_to_be_whole_or_changed(centre, desk, issued, sqlite_location):
    _agreement, document = issued
    pane = Pane()
    presenter = DocumentsPresenter(desk, WindowAround(), pane)
    presenter.show_case(folder_of(centre, document))
    presenter.check_stored(document.id)
    assert "一字未变" in pane.told[0]
    assert document.sha256[:12] in pane.told[0]
    [path] = sqlite_location.data_folder.rglob(document.sha256)
    path.write_bytes(b"another page")
    presenter.check_stored(document.id)
    assert "已被改动" in pane.errors[-1]


def test_an_agent_is_offered_with_what_is_missing_and_refused_with_the_article(centre, desk, issued):
    agreement, _document = issued
    folder = centre.services.cases.folder(agreement.case_id)
    agent = Agent(id=new_id(), kind=AgentKind.LAWYER, name="唐某", authority=(AuthorityScope.SIGN,))
    first = replace(folder.case.parties[0], agents=(agent,))
    with centre.store.unit_of_work(centre.actor) as work:
        work.cases.save(replace(folder.case, parties=(first, *folder.case.parties[1:])), act="case.corrected")
        work.commit()
    folder = centre.services.cases.folder(agreement.case_id)
    page = AgreementPage(desk, Pane())
    page.folder, page.agreement = folder, agreement
    place = centre.services.settlements.places(agreement)[0]
    row = SigningSheet(page).row(place)
    assert (row.role, row.agents) == (SignerRole.PARTY, ())
    form = signing_form(desk, folder, agreement.id, row)
    [who] = [field for field in form.fields if field.key == "who"]
    assert who.options[1] == ("agent:唐某", "委托代理人 唐某（授权缺：代为承认、变更、放弃请求）")
    with pytest.raises(RuleRefusal) as refused:
        form.send(form.initial() | {"who": "agent:唐某"}, folder)
    told = sentence(desk.translator, refused.value)
    assert "代为承认、变更、放弃请求" in told
    assert "民法典第一百六十五条" in told
    form.send(form.initial() | {"has_fingerprint": "1"}, folder)
    [signed] = centre.services.settlements.agreement(agreement.id).signatures
    assert (signed.capacity, signed.has_fingerprint) == (SignerCapacity.SELF, True)
