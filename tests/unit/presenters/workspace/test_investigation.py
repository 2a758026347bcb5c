"""调查记录 from 更多: what its form asks, what it refuses, and the paper that comes of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.contents.course.papers import InvestigationContents
from app.domain.filing.kinds import DocumentKind
from app.domain.values.plain import from_json
from app.presenters.workspace.menu import INVESTIGATE


@pytest.fixture
def asked(presenter, view, centre):
    case = centre.assigned()
    presenter.open(case.id)
    presenter.ask(INVESTIGATE)
    return case, view.form


def records(centre, case):
    folder = centre.services.cases.folder(case.id)
    return [paper for paper in folder.documents if paper.kind is DocumentKind.INVESTIGATION_RECORD]


def test_what_was_asked_becomes_a_paper_that_is_printed(asked, centre, navigator):
    case, form = asked
    assert form.values["investigators"] == centre.mediator.name
    assert form.values["recorder"] == centre.recorder.name
    told = {
        "place": "邻居家",
        "asked": "邻居老马",
        "from": "0:05",
        "to": "0点半",
        "record": "问：看到了吗？\n答：看到了。",
    }
    form.fill(on="今天", **told).send()
    assert form.problems == {}
    [paper] = records(centre, case)
    contents = from_json(InvestigationContents, paper.contents)
    assert (contents.asked, contents.ended_at - contents.held_at) == ("邻居老马", timedelta(minutes=25))
    assert navigator.printed[-1][1] == DocumentKind.INVESTIGATION_RECORD.term


def test_the_beginning_offered_is_no_record_and_a_day_to_come_no_day(asked, centre):
    case, form = asked
    form.fill(**{"place": "邻居家", "asked": "邻居老马", "from": "0:05"}).send()
    assert list(form.problems) == ["record"]
    form.fill(**{"on": "明天", "asked": "邻居老马", "from": "0:05", "record": "问：一\n答：二"}).send()
    assert list(form.problems) == ["from"]
    assert records(centre, case) == []
