"""What the palette finds, and which commands initials mean."""

import pytest

from app.presenters.palette import Finder, matches
from tests.support.builders import a_party, some_parties
from tests.support.list_desks import Recorder, desk_of


@pytest.fixture
def navigator():
    return Recorder()


def test_finds_a_case_by_tail_name_initials_and_phone(centre, navigator):
    case = centre.registered(title="楼上漏水")
    finder = Finder(desk_of(centre), navigator, lambda _id: None)
    for typed in (case.intake_number[-4:], "王秀兰", "wxl", "1234"):
        finds = finder.search(typed)
        cases = [find for find in finds if find.group == "案件"]
        assert [find.text for find in cases] == ["楼上漏水"], typed
    cases[0].act()
    assert navigator.last("open_case") == case.id


def test_finds_a_party_with_a_masked_phone_and_opens_it(centre, navigator):
    centre.registered((a_party("单雄信"), *some_parties(2)[1:]))
    opened = []
    finder = Finder(desk_of(centre), navigator, opened.append)
    party = next(find for find in finder.search("单雄信") if find.group == "当事人")
    assert "139****1234" in party.detail
    assert "在办 1 件，共 1 件" in party.detail
    party.act()
    assert len(opened) == 1


def test_an_empty_line_asks_nothing(centre, navigator):
    assert Finder(desk_of(centre), navigator, lambda _id: None).search("  ") == ()


@pytest.mark.parametrize(
    ("text", "typed", "is_meant"),
    [
        ("大字", "dz", True),
        ("深色", "深", True),
        ("打开页面 案件", "aj", True),
        ("登记", "dj", True),
        ("登记", "xx", False),
        ("登记", "", True),
        ("English", "eng", True),
    ],
)
def test_commands_by_words_or_initials(text, typed, is_meant):
    assert matches(text, typed) is is_meant
