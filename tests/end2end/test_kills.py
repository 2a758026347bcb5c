"""Killed at any moment, the program has kept what it said it kept, and goes on with the next number."""

import io
import random
import re
import shutil
import signal
import subprocess
import sys
from contextlib import closing

import pytest
from pypdf import PdfReader

from app.archive.clock import SystemClock
from app.archive.data_folder import DataFolder
from app.bootstrap import build_services, location_of, open_centre
from app.domain.disputes.case_lines import CaseFilter, CaseView
from app.persistence.store import DATABASE_NAME, Store
from tests.support.centres import PlainRenderer, program_rules
from tests.support.dying_batch import CASES, DIES_IN, WISH
from tests.support.dying_issue import PLACES
from tests.support.kills import Memory, Nursery, after_death, everything_again
from tests.support.mortal_clerk import set_up
from tests.support.terminal import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="clerks are forked; Windows cannot fork")

SHORT, LONG = 20, 200


@pytest.fixture
def nursery():
    born = Nursery()
    yield born
    born.close()


@pytest.mark.parametrize("kills", [SHORT, pytest.param(LONG, marks=pytest.mark.long)])
def test_killed_at_random_moments_nothing_shown_as_saved_is_lost(kills, nursery, tmp_path, record_property):
    folder = tmp_path / "data"
    set_up(folder)
    memory = Memory()
    seed = random.randrange(10**9)
    drawn_later = kept_unheard = in_a_write = 0
    for turn in range(kills):
        print(f"seed {seed} turn {turn}")
        pid = nursery.life(folder, seed + turn, memory)
        in_a_write += memory.pending is not None
        found = after_death(folder, pid, memory)
        drawn_later += found.drawn_later
        kept_unheard += found.kept_unheard
    pages = everything_again(folder, memory)
    record_property("acknowledged", memory.acknowledged)
    print(
        f"{kills} kills, {in_a_write} inside a write, {memory.acknowledged} writes acknowledged, "
        f"{len(memory.cases)} cases, {pages} agreements, {drawn_later} drawn after the kill, "
        f"{kept_unheard} committed unheard"
    )
    assert memory.acknowledged > kills
    assert in_a_write > 0


@pytest.mark.parametrize("place", PLACES)
def test_an_issue_cut_short_is_undone_or_finished(place, tmp_path):
    died = subprocess.run(
        [sys.executable, "-m", "tests.support.dying_issue", str(tmp_path), place], cwd=ROOT, check=False
    )
    assert died.returncode == -signal.SIGKILL
    with closing(open_centre(location_of(tmp_path))) as centre:
        services = centre.services
        folder = services.cases.folder(services.cases.by_number("0001"))
        (agreement,) = folder.agreements
        assert services.integrity.check().is_sound
        if place == "before the commit":
            assert (agreement.number, folder.documents) == ("", ())
            actor = services.settings.me().actor
            issued = services.settlements.issue(agreement.id, actor=actor, version=agreement.version).value
        else:
            (issued,) = folder.documents
        assert issued.number.endswith("第1号")
        stored = services.issuing.bytes_of(issued.id)
        contents = services.settlements.preview(services.settlements.agreement(agreement.id))
        printing = services.issuing._printing
        prover = printing._keys.prover(issued, actor=services.settings.me().actor)
        assert stored == printing.renderer.render(contents, is_draft=False, prover=prover).pdf
        assert issued.number in "".join(page.extract_text() for page in PdfReader(io.BytesIO(stored)).pages)


def test_a_batch_cut_short_goes_on_where_it_died_and_issues_nothing_twice(tmp_path, sqlite_template):
    shutil.copyfile(sqlite_template, tmp_path / DATABASE_NAME)
    died = subprocess.run(
        [sys.executable, "-m", "tests.support.dying_batch", str(tmp_path)], cwd=ROOT, check=False
    )
    assert died.returncode == -signal.SIGKILL
    with closing(Store.open(location_of(tmp_path), SystemClock())) as store:
        services = build_services(
            store, DataFolder(tmp_path), SystemClock(), program_rules(), PlainRenderer()
        )
        assert services.issuing.finish_unstored() == 1
        cases = services.batches.found(CaseFilter(view=CaseView.ALL))
        standing = [standing_papers(services, case) for case in cases]
        assert [len(papers) for papers in standing] == [1] * DIES_IN + [0] * (CASES - DIES_IN)
        assert all(paper.sha256 for papers in standing for paper in papers)
        actor = services.settings.me().actor
        lines = [services.batches.issue(WISH, case, actor=actor).value for case in cases]
        assert [line.issued for line in lines] == [0] * DIES_IN + [1] * (CASES - DIES_IN)
        again = [standing_papers(services, case) for case in cases]
        assert again[:DIES_IN] == standing[:DIES_IN]
        numbers = [paper.number for (paper,) in again]
        assert [re.search(r"第(\d+)号", number)[1] for number in numbers] == ["4", "5", "6"]
        assert services.integrity.check().is_sound


def standing_papers(services, case):
    return [paper for paper in services.cases.folder(case.id).documents if not paper.void_reason]
