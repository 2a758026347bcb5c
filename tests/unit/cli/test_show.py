"""``show --json`` gives everything about a case but what was said in confidence."""

import json
from dataclasses import replace

import pytest

from app.cli.outcome import Exit
from app.cli.verbs.search import search
from app.cli.verbs.show import WITHHELD, folder_plain
from app.domain.errors import InvalidInput
from tests.support.centres import open_centre_at


@pytest.fixture
def centre(sqlite_store, sqlite_location, clock):
    return open_centre_at(sqlite_store, sqlite_location.data_folder, clock)


def test_neither_record_nor_history_tells_what_was_said_in_confidence(centre):
    case = centre.assigned()
    session = centre.services.mediation.new_session(case.id)
    told = replace(session, record="双方陈述。", concessions="愿让五百", caucus_notes="底线三千")
    saved = centre.services.mediation.save(told, actor=centre.actor).value
    centre.services.mediation.save(replace(saved, concessions="愿让六百"), actor=centre.actor)
    plain = folder_plain(centre.services.cases.folder(case.id))
    shown = json.dumps(plain, ensure_ascii=False)
    assert "双方陈述" in shown
    for secret in ("愿让", "底线"):
        assert secret not in shown
    changed = [change["field"] for entry in plain["history"] for change in entry["changes"]]
    assert set(WITHHELD) <= set(changed)


@pytest.mark.parametrize("limit", [0, -1])
def test_a_search_for_less_than_one_answer_is_refused(centre, limit):
    with pytest.raises(InvalidInput):
        search(centre.services, "王", limit, as_json=True)


def test_a_search_without_an_answer_is_an_empty_list(centre, capsys):
    assert search(centre.services, "无此人", 5, as_json=True) is Exit.NOT_FOUND
    assert json.loads(capsys.readouterr().out) == []
