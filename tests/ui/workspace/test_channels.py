"""What a channel asks, in the real window and by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.domain.disputes.sources import MediationChannel
from app.presenters.navigation import TAB_OVERVIEW
from app.presenters.workspace import menu
from tests.support.builders import consents
from tests.ui.workspace.test_workspace import CTRL, dialog, focused


def test_the_start_of_an_accident_is_ticked_and_dated_by_keys(qtbot, opened, centre):
    case = centre.registered(channel=MediationChannel.ADMINISTRATIVE, dispute_type="traffic")
    for inquiry in consents(case, centre.today):
        case = centre.services.cases.record_consent(
            case.id, inquiry, actor=centre.actor, version=case.version
        ).value
    screen = opened(case, TAB_OVERVIEW)
    screen.ask(menu.ACCEPT)
    form = dialog(qtbot, screen)
    form._rows["harm_injury"].focus()
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    form._rows["over_injury"].focus()
    qtbot.keyClicks(focused(), "2026-11-01")
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    (ground,) = centre.case(case.id).start_grounds
    assert (ground.code, ground.over_on.isoformat()) == ("injury", "2026-11-01")
