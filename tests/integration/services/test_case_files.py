"""The case file on both databases: its record, the lock of the archive, the one PDF and what it says."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from app.archive.data_folder import DataFolder
from app.bootstrap import build_services
from app.domain.case_file.checklist import FilePresence
from app.domain.case_file.records import empty_file
from app.domain.disputes.states import CaseState
from app.domain.errors import InvalidInput, NotFound, RuleRefusal, StaleWrite, StorageRefusal
from app.domain.filing.catalogue.entries import FILE_PAPERS
from app.domain.filing.items import FileItem
from app.domain.filing.kinds import DocumentKind
from app.domain.filing.originals import empty_original
from app.services.filing.case_files.binding import BindingProgress
from tests.support.centres import program_rules
from tests.support.file_samples import a_picture
from tests.support.pdf_reading import read_both, squash
from tests.support.watch_samples import a_reply, blown, supervised

NOTE = "卷宗移交档案室，交接单一份"
CAUCUS = "私下谈：底线八成"


@pytest.fixture
def drawn(sqlite_store, sqlite_location, clock, file_centre):
    """A centre whose documents are really drawn; one database is enough for what is not about it."""
    folder = DataFolder(sqlite_location.data_folder)
    return replace(file_centre, services=build_services(sqlite_store, folder, clock, program_rules()))


def closed(centre):
    """Mediate, agree, perform and close a case whose papers are issued and whose identity is filed."""
    case = centre.performed()
    services, actor = centre.services, centre.actor
    for kind in (DocumentKind.APPLICATION, DocumentKind.RIGHTS_NOTICE):
        services.issuing.issue(kind, case.id, actor=actor)
    for session in services.cases.folder(case.id).sessions:
        services.issuing.issue(DocumentKind.SESSION_RECORD, case.id, session.id, actor=actor)
    add = services.attachments.add
    add(case.id, a_picture(kind="JPEG"), "身份证.jpg", "双方", FileItem.IDENTITY, actor=actor)
    add(case.id, a_picture((800, 600)), "现场.png", "客厅", actor=actor)
    add(case.id, b"x", "录音.m4a", "通话", actor=actor)
    return services.cases.close(
        case.id, centre.today, actor=actor, version=centre.case(case.id).version
    ).value


def archived(centre, case):
    return centre.services.lifecycle.archive(
        case.id, actor=centre.actor, version=centre.case(case.id).version
    ).value


def recorded(centre, case, **given):
    file = centre.services.cases.folder(case.id).file
    told = {"compiler": "赵永安", "compiled_on": centre.today, "retention": "长期"} | given
    return centre.services.case_files.save(replace(file, **told), actor=centre.actor).value


# the record


def test_a_record_is_kept_with_its_history_and_guarded_against_a_second_desk(centre):
    case = centre.accepted()
    services = centre.services
    assert services.cases.folder(case.id).file == empty_file(case.id)
    first = recorded(centre, case, cabinet="2")
    assert (first.version, services.cases.folder(case.id).file) == (1, first)
    entry = services.cases.folder(case.id).history[0]
    assert (entry.act, entry.case_id) == ("case_file.saved", case.id)
    again = recorded(centre, case, checker="周敏", checked_on=centre.today)
    assert again.version == 2
    with pytest.raises(StaleWrite):
        services.case_files.save(replace(first, remarks="另一台电脑"), actor=centre.actor)
    with pytest.raises(StaleWrite):
        services.case_files.save(empty_file(case.id), actor=centre.actor)
    with pytest.raises(InvalidInput, match="checked_by_compiler"):
        recorded(centre, case, checker="赵永安")


def test_an_attachment_has_its_place_in_the_file_and_may_be_put_elsewhere(centre):
    case = centre.accepted()
    attachments = centre.services.attachments
    kept = attachments.add(case.id, b"scan", "委托书.pdf", actor=centre.actor).value
    assert kept.item is FileItem.EVIDENCE
    moved = attachments.put_under(kept.id, FileItem.AUTHORITY, actor=centre.actor)
    assert moved.changes.kinds == {"attachment"}
    folder = centre.services.cases.folder(case.id)
    assert folder.attachments == (replace(kept, item=FileItem.AUTHORITY),)
    [change] = folder.history[0].changes
    assert (folder.history[0].act, change.before, change.after) == (
        "attachment.filed", "evidence", "authority",
    )  # fmt: skip
    assert not attachments.put_under(kept.id, FileItem.AUTHORITY, actor=centre.actor).changes


def test_proof_of_performance_is_filed_where_it_belongs(centre):
    case = centre.performed()
    items = {entry.item for entry in centre.services.cases.folder(case.id).attachments}
    assert items <= {FileItem.PERFORMANCE}
    standing = {s.item: s.presence for s in centre.services.case_files.standing(
        centre.services.cases.folder(case.id))}  # fmt: skip
    assert standing[FileItem.AGREEMENT] is FilePresence.PRESENT


# the lock


def writes_on(centre, case, kept, paper, other):
    """Give writes of every room of the house, each of which the archive refuses."""
    services, actor = centre.services, centre.actor
    folder = services.cases.folder(case.id)
    [agreement] = folder.agreements
    planned = folder.appointments[0]
    [order], [whistle] = folder.supervision, folder.whistles
    seen = {"actor": actor, "version": case.version}
    return {
        "record": lambda: services.case_files.save(folder.file, actor=actor),
        "attachment": lambda: services.attachments.add(case.id, b"y", "后补.pdf", actor=actor),
        "item": lambda: services.attachments.put_under(kept.id, FileItem.IDENTITY, actor=actor),
        "removal": lambda: services.attachments.remove(kept.id, "不要了", actor=actor),
        "issue": lambda: services.issuing.issue(DocumentKind.RIGHTS_NOTICE, case.id, actor=actor),
        "void": lambda: services.issuing.void(paper.id, "写错", actor=actor),
        "original's scan": lambda: services.originals.attach_scan(
            paper.id, a_picture(), "签名页.png", actor=actor, version=0
        ),
        "original's pages": lambda: services.originals.link(
            paper.id, {1: (kept.id, 1)}, actor=actor, version=0
        ),
        "details": lambda: services.cases.update_details(replace(case, facts="改"), actor=actor),
        "agreement": lambda: services.settlements.new_agreement(case.id, actor=actor),
        "void agreement": lambda: services.settlements.void(
            agreement.id, "改", actor=actor, version=agreement.version
        ),
        "session": lambda: services.mediation.save(services.mediation.new_session(case.id), actor=actor),
        "duties": lambda: services.duties.save(folder.duties, actor=actor),
        "appointment": lambda: services.appointments.cancel(
            planned.id, "不开了", actor=actor, version=planned.version
        ),
        "supervision": lambda: services.watch.orders.reply(
            order.id, a_reply(replied_on=centre.today), actor=actor, version=order.version
        ),
        "whistle": lambda: services.watch.whistles.withdraw(
            whistle.id, "误吹", actor=actor, version=whistle.version
        ),
        "link": lambda: services.lifecycle.relate(case.id, other.id, "同一楼道", actor=actor),
        "closing": lambda: services.cases.close(case.id, centre.today, **seen),
    }


def test_the_archive_refuses_every_write_but_a_note_and_the_shelf(centre):
    other = centre.registered()
    case = centre.performed()
    services, actor = centre.services, centre.actor
    kept = services.attachments.add(case.id, b"scan", "证据.pdf", actor=actor).value
    paper = services.issuing.issue(DocumentKind.APPLICATION, case.id, actor=actor).value
    planned = services.appointments.prepare(centre.mediator, case_id=case.id).appointment
    services.appointments.save(planned, actor=actor)
    supervised(centre, case.id)
    blown(centre, "水利局", case=centre.case(case.id))
    services.cases.close(case.id, centre.today, actor=actor, version=centre.case(case.id).version)
    case = archived(centre, case)
    folder = services.cases.folder(case.id)
    writes = writes_on(centre, case, kept, paper, other)
    before = services.cases.folder(case.id)
    for name, write in writes.items():
        with pytest.raises(RuleRefusal):
            write()
        assert services.cases.folder(case.id) == before, name
    services.cases.note(case.id, NOTE, actor=actor)
    shelved = replace(folder.file, cabinet="3", box="4", originals="档案室", remarks="夹带的改动")
    kept_file = services.case_files.shelve(shelved, actor=actor).value
    assert (kept_file.shelf_mark, kept_file.originals) == ("3柜 4盒", "档案室")
    assert kept_file.remarks == "", "nothing but the shelf is written after the archive"
    lies = replace(empty_original(paper), cabinet="3", place="第2件")
    assert services.originals.locate(lies, actor=actor).value.location == "3柜 第2件"
    acts = [entry.act for entry in services.cases.folder(case.id).history[:3]]
    assert acts == ["original.located", "case_file.shelved", "case.note"]
    assert services.cases.folder(case.id).case.state is CaseState.ARCHIVED


def test_the_papers_of_a_file_are_never_issued_alone(centre):
    case = centre.accepted()
    for kind in FILE_PAPERS:
        with pytest.raises(RuleRefusal, match="drawn_with_its_file"):
            centre.services.issuing.issue(kind, case.id, actor=centre.actor)


# the one PDF


def test_a_plan_verifies_every_byte_and_draws_what_waited(centre):
    case = centre.accepted()
    files, actor = centre.services.case_files, centre.actor
    with pytest.raises(RuleRefusal, match="empty"):
        files.plan(case.id, actor=actor)
    kept = centre.services.attachments.add(case.id, b"scan", "证据.pdf", actor=actor).value
    centre.services.issuing.issue(DocumentKind.APPLICATION, case.id, actor=actor)
    plan = files.plan(case.id, actor=actor)
    assert [part.item for part in plan.parts] == [FileItem.REQUEST, FileItem.EVIDENCE]
    assert all(part.digest for part in plan.parts)
    folder = centre.services.settings.data_folder().path
    for lost in Path(folder).rglob(kept.sha256):
        lost.unlink()
    with pytest.raises(StorageRefusal, match="missing"):
        files.plan(case.id, actor=actor)
    with pytest.raises(NotFound):
        files.plan(centre.mediator.id, actor=actor)


def test_the_whole_file_is_one_pdf_with_stored_pages_numbers_and_notes(drawn, tmp_path):
    case = closed(drawn)
    services, actor = drawn.services, drawn.actor
    recorded(drawn, case, checker="周敏", checked_on=drawn.today, remarks="录音未刻盘。")
    services.cases.note(case.id, "归档前的工作笔记", actor=actor)
    drawn.clock.moment = drawn.clock.moment.replace(minute=59)
    archived(drawn, case)
    services.cases.note(case.id, NOTE, actor=actor)
    plan = services.case_files.plan(case.id, actor=actor)
    progress = BindingProgress()
    bound = services.case_files.bind(plan, tmp_path / "卷宗.pdf", progress)
    assert progress.done == progress.total
    assert bound.left_out == ("录音.m4a",)
    pages = [squash(page) for page in read_both(bound.path.read_bytes()).pypdf]
    assert len(pages) == bound.pages
    cover, catalogue, note, back = pages[0], pages[1], pages[-2], pages[-1]
    assert case.title in cover
    assert "赵永安" in cover
    assert "长期" in cover
    numbered = [page for page in pages if "卷内第" in page]
    assert len(numbered) == bound.pages - 3, "cover, catalogue and back cover bear no number"
    assert numbered[-1] == note
    for part in plan.parts:
        assert squash(part.title) in catalogue
    assert NOTE in note
    assert "归档前的工作笔记" not in note, "notes on the way are the mediators' own"
    assert "录音未刻盘" in note
    assert "录音.m4a" in note
    assert f"{len(plan.parts)}份" in back
    stored = services.issuing.bytes_of(plan.parts[0].id)
    first = squash(read_both(stored).pypdf[0])
    assert pages[2].replace("卷内第1页", "") == first
    assert CAUCUS not in "".join(pages)
    done = services.case_files.note_bound(plan, bound, actor=actor)
    assert done.changes.kinds == {"case_file"}
    assert services.cases.folder(case.id).history[0].act == "case_file.bound"


def test_caucus_notes_and_concessions_never_reach_the_file(drawn, tmp_path):
    case = drawn.assigned()
    services, actor = drawn.services, drawn.actor
    session = services.mediation.new_session(case.id)
    session = replace(session, caucus_notes=CAUCUS, concessions="愿意少要一千", record="双方到场。")
    saved = services.mediation.save(session, actor=actor).value
    services.issuing.issue(DocumentKind.APPLICATION, case.id, actor=actor)
    plan = services.case_files.plan(case.id, actor=actor)
    bound = services.case_files.bind(plan, tmp_path / "卷宗.pdf")
    text = "".join(squash(page) for page in read_both(bound.path.read_bytes()).pypdf)
    assert saved.caucus_notes == CAUCUS
    assert squash(CAUCUS) not in text
    assert "愿意少要一千" not in text


def test_a_cancelled_binding_writes_nothing(drawn, tmp_path):
    case = drawn.accepted()
    drawn.services.issuing.issue(DocumentKind.APPLICATION, case.id, actor=drawn.actor)
    plan = drawn.services.case_files.plan(case.id, actor=drawn.actor)
    with pytest.raises(RuleRefusal, match="cancelled"):
        drawn.services.case_files.bind(plan, tmp_path / "a.pdf", BindingProgress(is_cancelled=True))
    assert list(tmp_path.glob("*.pdf")) == []
    with pytest.raises(StorageRefusal, match="not_written"):
        drawn.services.case_files.bind(plan, tmp_path / "nowhere" / "a.pdf")


def test_cover_and_note_can_be_looked_at_before_the_file_is_bound(drawn):
    case = closed(drawn)
    files = drawn.services.case_files
    for kind in (DocumentKind.FILE_COVER, DocumentKind.FILE_NOTE):
        pdf = drawn.services.issuing.render(files.contents(kind, case.id), is_draft=True)
        assert kind.term in squash(pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text())
    with pytest.raises(RuleRefusal, match="drawn_with_its_file"):
        files.contents(DocumentKind.FILE_CATALOGUE, case.id)
