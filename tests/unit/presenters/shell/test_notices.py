"""铃: what was told this sitting, its way back while it holds, and what needs somebody."""

from datetime import timedelta

import pytest

from app.domain.duties.rules import Rules
from app.presenters.settings.data_check import DataPresenter
from app.presenters.shell.notices import NoticeBoard
from app.presenters.showing.turns import DAY, turned
from app.services.trust.concerns import HOLIDAYS_UNKNOWN, Concern, ConcernService
from tests.support.centres import program_rules
from tests.support.list_desks import Recorder


@pytest.fixture
def board(desk):
    counts, opened = [], []
    made = NoticeBoard(desk, counts.append, lambda: opened.append(True))
    return made, counts, opened


def test_nothing_at_first(board):
    made, counts, _opened = board
    assert made.notices() == ()
    assert counts[-1] == 0


def test_the_latest_stands_first_and_is_counted_until_read(board):
    made, counts, _opened = board
    made.tell("已保存")
    made.tell("已送签")
    assert [notice.words for notice in made.notices()] == ["已送签", "已保存"]
    assert made.notices()[0].when.startswith("09:")
    assert counts[-1] == 2
    made.read()
    assert counts[-1] == 0
    made.tell("已结案")
    assert counts[-1] == 1


def test_only_the_last_thing_done_can_be_taken_back(board):
    made, _counts, _opened = board
    undone = []
    made.tell("已移除甲", lambda: undone.append("甲"))
    made.tell("已移除乙", lambda: undone.append("乙"))
    ways = [notice.act for notice in made.notices()]
    assert ways[1] is None
    assert made.notices()[0].act_text == "撤销"
    ways[0]()
    assert undone == ["乙"]
    made.let_go()
    assert [notice.act for notice in made.notices()] == [None, None]


def test_fifty_are_kept(board):
    made, _counts, _opened = board
    for n in range(60):
        made.tell(f"第 {n} 条")
    assert len(made.notices()) == 50
    assert made.notices()[0].words == "第 59 条"


def test_problems_of_the_last_check_stand_until_a_check_finds_none(board, desk, centre, tmp_path):
    made, counts, opened = board
    case = centre.registered()
    evidence = tmp_path / "收据.txt"
    evidence.write_text("收据", encoding="utf-8")
    centre.services.attachments.add(case.id, evidence, "收据", actor=centre.actor)
    kept = next(
        path for path in (centre.services.settings.data_folder().path / "files").rglob("*") if path.is_file()
    )
    whole = kept.read_bytes()
    kept.chmod(0o644)
    kept.write_bytes(b"broken")
    data = DataPresenter(desk, Recorder())
    data.check()
    (notice,) = made.notices()
    assert (notice.words, notice.is_standing, notice.act_text) == ("上次检查数据发现 1 处问题", True, "查看")
    assert counts[-1] == 1
    notice.act()
    assert opened == [True]
    made.read()
    assert counts[-1] == 0
    assert made.notices(), "what stands stays in the list"
    kept.write_bytes(whole)
    data.check()
    assert made.notices() == ()


def test_a_year_without_published_holidays_is_told_once_it_begins(board, centre):
    made, counts, _opened = board
    centre.clock.moment += timedelta(days=365 * 20)
    made._desk.feed.announce(turned(DAY))
    (notice,) = made.notices()
    assert f"{centre.clock.now().year} 年节假日安排还没有" in notice.words
    assert notice.act is None
    assert counts[-1] == 1


def test_in_december_the_coming_year_is_asked_for(centre):
    rules: Rules = program_rules()
    last = max(rules.calendar.published)
    centre.clock.moment = centre.clock.moment.replace(year=last, month=11, day=30)
    service = ConcernService(centre.store, centre.clock, rules)
    assert service.concerns() == ()
    centre.clock.moment = centre.clock.moment.replace(month=12)
    assert service.concerns() == (Concern(HOLIDAYS_UNKNOWN, last + 1),)


def test_names_are_hidden_in_what_was_told_before(board, desk, centre):
    made, _counts, _opened = board
    case = centre.registered()
    desk.names.shown(case)
    made.tell(f"已保存 {case.parties[0].name}")
    desk.names.is_masked = True
    assert case.parties[0].name not in made.notices()[0].words
