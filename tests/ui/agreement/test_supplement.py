"""The original above the terms of a supplement, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt

from app.domain.settlements.terms import TermKind

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.mark.parametrize("look", [("light", 1.0), ("dark", 1.3)])
def test_a_term_of_the_original_is_dropped_and_changed_by_keys(kit, rooms, centre, qtbot, look):
    theme, scale = look
    kit.style.use(theme=theme, scale=scale)
    agreement = centre.signed(centre.issued()[0])
    settlements = centre.services.settlements
    draft = settlements.supplement(agreement.id, actor=centre.actor).value
    room = rooms(draft.case_id)
    qtbot.waitUntil(lambda: room.presenter.page.is_editing)
    original = room.face.editor.original
    qtbot.waitUntil(original.isVisible)
    row = original.row(agreement.terms[0].id)
    row.drop.setFocus()
    qtbot.keyClick(row.drop, Qt.Key.Key_Space)
    assert [term.kind for term in room.presenter.page.entry.terms] == [TermKind.DROPPED]
    assert row.keep.hasFocus()
    assert row.drop.isHidden()
    qtbot.keyClick(row.change, Qt.Key.Key_Space)
    (term,) = room.presenter.page.entry.terms
    assert (term.kind, term.amends_id) == (TermKind.PAYMENT, agreement.terms[0].id)
    qtbot.waitUntil(lambda: room.here() == f"terms.{term.id}.amount")
    assert row.fate.accessibleName() == "变更"
