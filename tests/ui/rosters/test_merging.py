from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.screens.rosters.merge_dialog import MergeDialog
from app.ui.screens.rosters.parties import PartiesScreen
from app.ui.widgets.fields.masked import MaskedNumberText
from tests.support.list_desks import desk_of

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier
RESIDENT = "650203197904124528"


@pytest.fixture
def desk(centre):
    return desk_of(centre)


@pytest.fixture
def twice_registered(centre, desk):
    """One person who came twice and was entered twice, the second time with a number."""
    people = desk.services.people
    first, second = centre.registered(2), centre.registered(2)
    one, other = (people.party(case.parties[0].record_id) for case in (first, second))
    told = replace(other, identity_number=RESIDENT, note="耳背", address="和平路 2 号")
    return one, people.save_party(told, actor=desk.actor).value


@pytest.fixture
def screen(kit, desk, navigator, on_stage, twice_registered):
    shown = on_stage(PartiesScreen(kit, desk, navigator), 1200, 900)
    shown.open_party(twice_registered[0].id)
    return shown


def press(qtbot, screen, name):
    """Go to the button of the card by its spoken name, as Tab does, and press it with the space bar."""
    button = next(b for b in screen.pane.findChildren(type(screen.add)) if b.accessibleName() == name)
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def dialog(qtbot, screen):
    found = next(found for found in screen.findChildren(MergeDialog) if found.isVisible())
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_two_entries_are_merged_by_keys_and_taken_apart(qtbot, screen, desk, twice_registered):
    one, other = twice_registered
    press(qtbot, screen, f"把另一条合并到{one.name}")
    merging = dialog(qtbot, screen)
    assert merging.search.hasFocus()
    qtbot.keyClicks(merging.search, "4528")
    qtbot.keyClick(merging.search, Qt.Key.Key_Return)
    offer = QApplication.focusWidget()
    assert offer is merging.offers[0]
    qtbot.keyClick(offer, Qt.Key.Key_Space)
    address = merging.switches["address"]
    address.focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert address.value() == "absorbed"
    qtbot.keyClick(merging, Qt.Key.Key_Return, CTRL)
    stands = desk.services.people.party(one.id)
    assert (stands.address, stands.identity_number) == ("和平路 2 号", RESIDENT)
    assert len(desk.services.people.party_cases(one.id)) == 2
    screen.open_party(one.id)
    press(qtbot, screen, f"把{other.name}分开")
    assert desk.services.people.party(one.id).address == one.address
    assert desk.services.people.party(other.id).merged_into_id is None


def test_escape_and_the_first_enter_merge_nothing(qtbot, screen, desk, twice_registered):
    one, other = twice_registered
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        screen.open_party(one.id)
        screen.window().activateWindow()
        screen._presenter.merge(one.id, other.id)
        merging = dialog(qtbot, screen)
        qtbot.keyClick(merging, key)
        assert not merging.isVisible()
    assert desk.services.people.party(other.id).merged_into_id is None


def test_a_number_is_shown_by_key_and_covered_again(qtbot, screen, desk, twice_registered):
    other = twice_registered[1]
    screen.open_party(other.id)
    number = screen.pane._made[0].findChildren(MaskedNumberText)[0]
    qtbot.waitUntil(number.isVisible)
    assert number.words.text() == "650203********4528"
    number.button.setFocus()
    qtbot.keyClick(number.button, Qt.Key.Key_Space)
    assert number.words.text() == RESIDENT
    assert number.button.hasFocus()  # the history below was read anew, the number stayed
    entry = desk.services.people.party_history(other.id)[0]
    assert (entry.act, entry.note) == ("party.revealed", "证件号")
    assert number._clock.interval() == 30_000
    number._clock.timeout.emit()
    assert number.words.text() == "650203********4528"
    qtbot.keyClick(number.button, Qt.Key.Key_Space)
    screen.hide()
    assert not number.is_shown
