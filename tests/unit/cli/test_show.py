"""``show --json`` gives everything about a case but what was said in confidence."""

import json
from dataclasses import replace

import pytest

from app.cli.outcome import Exit
from app.cli.verbs.search import search
from app.cli.verbs.show import WITHHELD, folder_plain, lines_of
from app.domain.disputes.turns import PoliceReport
from app.domain.errors import InvalidInput
from app.domain.values.ids import new_id
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


def test_json_carries_links_moves_and_what_happened_beside_the_steps(centre):
    life, actor, today = centre.services.lifecycle, centre.actor, centre.today
    case, other = centre.accepted(), centre.registered()
    told = {"reason": "归口", "on": today, "actor": actor}
    case = life.transfer(case.id, "街道调委会", papers=(), version=case.version, **told).value
    report = PoliceReport(id=new_id(), at=centre.clock.now(), receiver="派出所", told="扬言报复")
    case = life.report_to_police(case.id, report, actor=actor, version=case.version).value
    life.relate(case.id, other.id, "同一栋楼", actor=actor)
    other = life.withdraw(
        other.id, other.parties[0].id, reason="和解", on=today, actor=actor, version=other.version
    ).value
    life.reopen(other.id, reason="又反悔", approver="周敏", on=today, actor=actor, version=other.version)
    folder = centre.services.cases.folder(case.id)
    plain = folder_plain(folder)
    assert plain["case"]["transfers"][0]["receiver"] == "街道调委会"
    assert plain["case"]["police_reports"][0]["told"] == "扬言报复"
    assert [move["event"] for move in plain["moves"]][-2:] == ["transfer", "report_to_police"]
    assert plain["links"][0]["link"]["kind"] == "related"
    again = folder_plain(centre.services.cases.folder(other.id))["case"]
    assert (again["reopenings"][0]["approver"], again["departures"][0]["reason"]) == ("周敏", "和解")
    lines = "\n".join(lines_of(folder))
    assert "现由 街道调委会 承办" in lines
    assert other.intake_number in lines


@pytest.mark.parametrize("limit", [0, -1])
def test_a_search_for_less_than_one_answer_is_refused(centre, limit):
    with pytest.raises(InvalidInput):
        search(centre.services, "王", limit, as_json=True)


def test_a_search_without_an_answer_is_an_empty_list(centre, capsys):
    assert search(centre.services, "无此人", 5, as_json=True) is Exit.NOT_FOUND
    assert json.loads(capsys.readouterr().out) == []


def test_both_forms_name_the_law_and_the_people_of_the_channel(centre):
    for code, law, mediator, paper in (
        ("peoples", "人民调解法", "人民调解员", "人民调解协议书"),
        ("rural_land", "农村土地承包经营纠纷调解仲裁法", "调解人员", "农村土地承包经营纠纷调解协议书"),
        ("market", "市场监督管理投诉举报处理暂行办法", "调解员", ""),
    ):
        case = centre.registered(channel_code=code)
        folder = centre.services.cases.folder(case.id)
        told = folder_plain(folder)["law"]
        assert (told["law"], told["mediator"], told["agreement"]) == (law, mediator, paper)
        (line,) = [line for line in lines_of(folder) if line.startswith("渠道：")]
        assert line == f"渠道：{told['channel']}，依据{law}"
