"""What every dispute must show on paper, read by two programs that know nothing of ours."""

import tempfile
from io import BytesIO
from pathlib import Path

import pypdf

from app.domain.disputes.clocks import ClockKind
from app.domain.filing.kinds import DocumentKind
from app.domain.settlements.court.applying import ConfirmationAnswers, CourtGround
from app.domain.settlements.court.obstacles import ObstacleLevel
from app.domain.values.days.moments import local_day
from tests.support.pdf_reading import read_both, squash


def read_in_both(pdf):
    """Give the text of a page by each reader, blanks taken out."""
    return read_both(pdf).squashed()


def assert_names_on(told, room, *also):
    """Find every party on the agreement, where there is one, and on the four-duties record."""
    room.issue_form(DocumentKind.FOUR_DUTIES)
    kinds = [kind for kind in (DocumentKind.AGREEMENT, DocumentKind.FOUR_DUTIES) if room.documents(kind)]
    for kind in kinds:
        for text in read_in_both(room.paper(kind)):
            missing = [name for name in told.names if squash(name) not in text]
            assert missing == [], f"{missing} not on {kind.term}"
    for text in read_in_both(room.paper(DocumentKind.FOUR_DUTIES)):
        assert [name for name in also if squash(name) not in text] == []
    assert_goes_to_court(room)
    assert_bound(told, room)


def assert_goes_to_court(room):
    """Where the thirty days for a confirmation run, have the whole pack with its list."""
    services, case = room.window.services, room.folder.case
    due = [clock.subject_id for clock in room.folder.clocks if clock.kind is ClockKind.CONFIRMATION]
    for agreement in (one for one in room.folder.agreements if one.id in due):
        found = services.court_packs.obstacles(case.id, agreement.id)
        if any(one.level is ObstacleLevel.REFUSED for one in found):
            continue
        answers = ConfirmationAnswers(
            court="某某区人民法院",
            ground=CourtGround.COMMITTEE,
            applicant_ids=agreement.party_ids,
            applied_on=local_day(room.window.clock.now()),
        )
        actor, packs = services.settings.me().actor, services.court_packs
        paper = packs.apply_for_confirmation(
            case.id, agreement.id, answers, actor=actor, version=case.version
        ).value
        pack = packs.pack(paper.id, actor=actor)
        assert [file.name[3:] for file in pack.files] == ["司法确认申请书.pdf", "人民调解协议书.pdf"]
        for text in read_in_both(packs.listing(paper.id, actor=actor)):
            assert squash(agreement.number) in text
            assert "还缺：" in text


def assert_bound(told, room):
    """Bind the whole file: the agreement is in its catalogue, and every paper of the case in its outline."""
    services, case = room.window.services, room.folder.case
    files = services.case_files
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "file.pdf"
        plan = files.plan(case.id, actor=services.settings.me().actor)
        bound = files.bind(plan, output)
        assert bound.left_out == ()
        assert bound.parts == len(plan.parts)
        assert len(pypdf.PdfReader(output).pages) > bound.parts
    _cover, catalogue, *_rest = bound.own
    listed = squash("".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(catalogue)).pages))
    assert [part.title for part in plan.parts if squash(part.title) not in listed] == []
    standing = [one for one in room.folder.agreements if one.document_id is not None]
    assert [one.number for one in standing if squash(one.number) not in listed] == []
