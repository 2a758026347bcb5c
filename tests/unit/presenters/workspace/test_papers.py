import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.filing.kinds import DocumentKind
from app.presenters.workspace.documents import DocumentsPresenter
from app.presenters.workspace.evidence import EvidencePresenter, size_words
from app.presenters.workspace.form_choices import permitted
from tests.support.workspace_desk import SeenForm


class SeenDocuments:
    def __init__(self):
        self.choices, self.rows = (), ()
        self.chosen = self.error = self.title = ""
        self.pdf, self.is_issued, self.form = b"", False, None

    def show_choices(self, choices, chosen):
        self.choices, self.chosen = tuple(choices), chosen

    def show_documents(self, rows):
        self.rows = tuple(rows)

    def show_pdf(self, pdf, title, *, is_issued):
        self.pdf, self.title, self.is_issued = pdf, title, is_issued

    def show_error(self, words):
        self.error = words

    def show_busy(self, *, is_busy):
        pass

    def open_form(self, form):
        self.form = SeenForm(form)


class SeenEvidence:
    def __init__(self):
        self.rows, self.may_add = (), False
        self.told, self.is_error = "", False
        self.form = self.opened = None

    def show_files(self, rows, *, may_add):
        self.rows, self.may_add = tuple(rows), may_add

    def show_told(self, words, *, is_error):
        self.told, self.is_error = words, is_error

    def open_form(self, form):
        self.form = SeenForm(form)

    def open_copy(self, path):
        self.opened = path


@pytest.fixture
def documents(desk, navigator):
    view = SeenDocuments()
    made = DocumentsPresenter(desk, navigator, view)
    made.view = view
    desk.feed.on_change(lambda _c: made.show_case(desk.services.cases.folder(made.case_id)))
    return made


@pytest.fixture
def evidence(desk, navigator):
    view = SeenEvidence()
    made = EvidencePresenter(desk, navigator, view)
    made.view = view
    desk.feed.on_change(lambda _c: made.show_case(desk.services.cases.folder(made.case_id)))
    return made


def show(pane, centre, case):
    pane.case_id = case.id
    pane.show_case(centre.services.cases.folder(case.id))


@pytest.mark.parametrize("step", ["registered", "accepted", "assigned", "mediating", "performed"])
def test_every_form_offered_can_be_drawn(documents, centre, step):
    show(documents, centre, getattr(centre, step)())
    for choice in documents.view.choices:
        documents.preview(choice.key)
        assert documents.view.error == ""
        assert b"%PDF draft" in documents.view.pdf


def test_forms_that_cannot_be_drawn_yet_are_not_offered(documents, centre, desk):
    case = centre.registered()
    folder = centre.services.cases.folder(case.id)
    kinds = {choice.kind for choice in permitted(desk, folder)}
    assert DocumentKind.ACCEPTANCE_REGISTER not in kinds
    assert DocumentKind.NON_ACCEPTANCE not in kinds


def test_issuing_shows_the_stored_page_and_prints_it_with_its_copies(documents, centre, navigator):
    case = centre.assigned()
    show(documents, centre, case)
    documents.preview("rights_notice/")
    documents.issue()
    assert documents.view.is_issued
    row = documents.view.rows[0]
    assert row.issuer == "赵永安"
    documents.look_at(row.id)
    documents.print()
    pdf, _title, copies = navigator.printed[-1]
    assert pdf == centre.services.issuing.bytes_of(row.id)
    assert copies == len(case.parties) + 1


def test_a_draft_prints_as_a_draft(documents, centre, navigator):
    show(documents, centre, centre.registered())
    documents.preview("application/")
    documents.print()
    pdf, title, copies = navigator.printed[-1]
    assert (b"%PDF draft" in pdf, "草稿" in title, copies) == (True, True, 1)


def test_voiding_needs_a_reason_and_keeps_the_number(documents, centre):
    show(documents, centre, centre.registered())
    documents.preview("application/")
    documents.issue()
    row = documents.view.rows[0]
    documents.void(row.id)
    form = documents.view.form.send()
    assert list(form.problems) == ["reason"]
    form.fill(reason="地址写错").send()
    kept = documents.view.rows[0]
    assert (kept.number, kept.void, kept.may_void) == (row.number, "地址写错", False)


def test_a_copy_is_the_stored_page(documents, centre, navigator, tmp_path):
    show(documents, centre, centre.registered())
    documents.preview("application/")
    documents.issue()
    row = documents.view.rows[0]
    documents.save_copy(row.id)
    assert not navigator.toasts[-1][0].startswith("已存到")
    navigator.save = tmp_path / "副本.pdf"
    documents.save_copy(row.id)
    assert navigator.save.read_bytes() == centre.services.issuing.bytes_of(row.id)


def test_evidence_goes_in_and_a_verified_copy_comes_out(evidence, centre, navigator, tmp_path):
    source = tmp_path / "漏水照片.jpg"
    source.write_bytes(b"\xff\xd8 picture")
    show(evidence, centre, centre.registered())
    navigator.file = source
    evidence.choose()
    assert evidence.view.form.values["name"] == "漏水照片.jpg"
    evidence.view.form.fill(note="申请人提供").send()
    row = evidence.view.rows[0]
    assert (row.name, row.note, row.who) == ("漏水照片.jpg", "申请人提供", "赵永安")
    navigator.save = tmp_path / "out.jpg"
    evidence.open(row.id)
    assert evidence.view.opened.read_bytes() == source.read_bytes()
    evidence.verify()
    assert not evidence.view.is_error
    assert evidence.view.told


def test_a_changed_or_missing_file_is_named(evidence, centre, tmp_path, sqlite_location):
    case = centre.registered()
    for name in ("甲.txt", "乙.txt"):
        centre.services.attachments.add(case.id, name.encode(), name, actor=centre.actor)
    stored = [
        p
        for p in sqlite_location.data_folder.rglob("*")
        if p.is_file() and p.read_bytes() == "甲.txt".encode()
    ]
    stored[0].chmod(0o644)
    stored[0].write_bytes(b"tampered")
    gone = [
        p
        for p in sqlite_location.data_folder.rglob("*")
        if p.is_file() and p.read_bytes() == "乙.txt".encode()
    ]
    gone[0].unlink()
    show(evidence, centre, case)
    evidence.verify()
    assert evidence.view.is_error
    assert "甲.txt：文件与入卷时不一致" in evidence.view.told
    assert "乙.txt：文件不在" in evidence.view.told


def test_a_copy_that_cannot_be_written_says_so(evidence, centre, navigator, tmp_path):
    case = centre.registered()
    added = centre.services.attachments.add(case.id, b"x", "甲.txt", actor=centre.actor).value
    show(evidence, centre, case)
    navigator.save = tmp_path / "no such folder" / "甲.txt"
    evidence.open(added.id)
    assert evidence.view.is_error
    assert evidence.view.opened is None


def test_an_empty_or_missing_file_is_refused_and_the_note_kept(evidence, centre, tmp_path):
    show(evidence, centre, centre.registered())
    empty = tmp_path / "空.txt"
    empty.touch()
    evidence.add(empty)
    form = evidence.view.form.fill(note="说明").send()
    assert "空文件" in form.problems[""]
    assert form.presenter.values["note"] == "说明"
    evidence.add(tmp_path / "没有.txt")
    assert evidence.view.form.send().problems[""]


def test_removing_needs_a_reason(evidence, centre):
    case = centre.registered()
    added = centre.services.attachments.add(case.id, b"x", "甲.txt", actor=centre.actor).value
    show(evidence, centre, case)
    evidence.remove(added.id)
    form = evidence.view.form.send()
    assert list(form.problems) == ["note"]
    form.fill(note="传错").send()
    assert evidence.view.rows == ()


@given(st.integers(1, 10**12))
def test_sizes_are_never_told_as_nothing(size):
    number, unit = size_words(size).split()
    assert int(number) >= 1
    assert int(number) * {"B": 1, "KB": 1024, "MB": 1024**2}[unit] >= size


def test_evidence_of_the_earlier_case_is_shown_and_opened(desk, centre, navigator, tmp_path):
    case = centre.registered()
    kept = centre.services.attachments.add(case.id, b"photo", "漏水照片", actor=centre.actor).value
    new = centre.services.lifecycle.change_channel(
        case.id, "market", reason="投诉", routes_told=True, on=centre.today,
        actor=centre.actor, version=case.version,
    ).value  # fmt: skip
    view = SeenEvidence()
    navigator.save = tmp_path / "copy.jpg"
    presenter = EvidencePresenter(desk, navigator, view)
    presenter.show_case(centre.services.cases.folder(new.id))
    (row,) = view.rows
    assert (row.id, row.is_earlier) == (kept.id, True)
    assert f"原案 {case.intake_number} 的证据" in row.note
    presenter.open(kept.id)
    assert (tmp_path / "copy.jpg").read_bytes() == b"photo"
    presenter.remove(kept.id)
    assert view.form is None


def test_papers_between_application_and_closing_are_named_with_whom_they_concern(documents, centre, desk):
    draft = centre.drafted()
    centre.services.settlements.issue(draft.id, actor=centre.actor, version=draft.version)
    folder = centre.services.cases.folder(draft.case_id)
    choices = {choice.text: choice for choice in permitted(desk, folder)}
    assert choices["受理通知书"].kind is DocumentKind.ACCEPTANCE_NOTICE
    for party in folder.case.parties:
        assert choices[f"大字要点单（{party.name}）"].subject_id == party.id
    show(documents, centre, folder.case)
    documents.preview(choices["受理通知书"].key)
    assert b"%PDF draft" in documents.view.pdf
