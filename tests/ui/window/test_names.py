"""Ctrl+H on every page of the rail: no name of a party is written, painted, spoken or in a tooltip."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractSlider, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.domain.disputes.case_lines import CaseFilter
from app.presenters.navigation import (
    PAGE_CASES,
    PAGE_DUTIES,
    PAGE_INTAKE,
    PAGE_LINKS,
    PAGE_PARTIES,
    PAGE_WATCH,
    PAGE_WORKBENCH,
    TAB_DOCUMENTS,
    TAB_DUTIES,
    TAB_EVIDENCE,
    TAB_LINKS,
    TAB_OVERVIEW,
    TAB_SESSIONS,
)
from app.ui.widgets.tables.cells import Cell
from app.ui.widgets.tables.model import CELL_ROLE, TableModel
from tests.support.builders import NAMES, some_parties
from tests.support.link_samples import a_guidance
from tests.support.watch_samples import supervised
from tests.support.window_driver import CTRL

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
PEOPLE = re.compile("|".join(NAMES[:4]))
TABS = (TAB_OVERVIEW, TAB_SESSIONS, TAB_EVIDENCE, TAB_DUTIES, TAB_LINKS, TAB_DOCUMENTS)


def prepared(centre):
    """Cases at several steps between the same four people, one with a named file and a note."""
    parties = some_parties(4)
    first = parties[0].name
    case = centre.registered(parties, title=f"{first}漏水纠纷", facts=f"{first}家漏水。")
    centre.services.cases.note(case.id, f"{first}来电询问进展。", actor=centre.actor)
    path = centre.services.settings.data_folder().path / "收据.txt"
    path.write_text("收据", encoding="utf-8")
    centre.services.attachments.add(case.id, path, f"{first}的收据", "由其本人提供", actor=centre.actor)
    supervised(centre, case.id)
    guided = a_guidance(case, centre.mediator, centre.today)
    centre.services.dealings.guidance.guide(guided, actor=centre.actor)
    now = centre.clock.now()
    planned = centre.services.appointments.prepare(centre.mediator, case_id=case.id).appointment
    planned = replace(planned, starts_at=now, ends_at=now + timedelta(hours=1), clash_reason="当事人要求")
    centre.services.appointments.save(planned, actor=centre.actor)
    centre.mediating(4)
    centre.effective(2)


def shown(root):
    """Give every word on show: of labels and buttons, said of what is painted, in rows and their tooltips."""
    for one in (root, *root.findChildren(QWidget)):
        if not one.isVisible() or isinstance(one, QLineEdit | QPlainTextEdit | QAbstractSlider):
            continue
        yield from (one.toolTip(), one.accessibleName(), one.accessibleDescription())
        if isinstance(one, QLabel):
            yield one.text()
        if hasattr(one, "text") and callable(one.text):
            yield str(one.text())
        if isinstance(one, QAbstractItemView):
            yield from rows(one.model())


def rows(model):
    for row in range(model.rowCount()):
        if isinstance(model, TableModel):
            yield repr(model.item(row))
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        for column in range(columns):
            index = model.index(row, column)
            yield from (str(index.data(role) or "") for role in ROLES)
            cell = index.data(CELL_ROLE)
            yield repr(cell) if isinstance(cell, Cell) else ""


def named(driver):
    driver.settle()
    return sorted({word[:120] for word in shown(driver.window.frame) if PEOPLE.search(word)})


def visit(driver):
    """Look at every page, and at every tab of a case but the agreement, whose paper is never hidden."""
    case = next(line for line in driver.services.lists.page(CaseFilter(), 0, 9) if "漏水" in line.title)
    for page in driver.window.frame._parts.pages:
        driver.window.open_page(page.key)
        yield page.key, named(driver)
    for tab in TABS:
        driver.window.open_case(case.id, tab)
        yield tab, named(driver)


def test_no_page_shows_a_name_while_they_are_hidden_and_all_do_again_after(sitting):
    driver = sitting(prepared)
    whole = {place for place, names in visit(driver) if names}
    assert {PAGE_WORKBENCH, PAGE_CASES, PAGE_PARTIES, PAGE_WATCH, PAGE_LINKS} <= whole
    assert {TAB_OVERVIEW, TAB_EVIDENCE, TAB_LINKS} <= whole
    driver.press(Qt.Key.Key_H, CTRL)
    assert driver.sees("已遮名")
    assert {place: names for place, names in visit(driver) if names} == {}
    driver.window.open_page(PAGE_WORKBENCH)
    driver.press(Qt.Key.Key_H, CTRL)
    assert named(driver)
    assert not driver.sees("已遮名")


def test_the_key_works_from_a_field_and_what_is_typed_stays(sitting):
    driver = sitting(prepared)
    driver.window.open_page(PAGE_INTAKE)
    driver.settle()
    driver.fill("姓名或单位", "王德顺")
    driver.press(Qt.Key.Key_H, CTRL)
    assert driver.window._desk.names.is_masked
    held = driver.focus()
    assert isinstance(held, QLineEdit)
    assert held.text() == "王德顺", "Ctrl+H deletes nothing"


def test_the_palette_hides_at_once_what_it_found(sitting):
    driver = sitting(prepared)
    driver.press(Qt.Key.Key_K, CTRL)
    driver.write(NAMES[0][:2])
    palette = driver.front()
    driver.until(lambda: any(PEOPLE.search(word) for word in shown(palette)), "something found")
    driver.press(Qt.Key.Key_H, CTRL)
    driver.until(lambda: driver.window._desk.names.is_masked, "names to be hidden")
    driver.until(lambda: any("某某" in word for word in shown(palette)), "masked names")
    assert not any(PEOPLE.search(word) for word in shown(palette))


def test_the_board_narrows_by_number_tail_and_name_with_ctrl_f(sitting):
    driver = sitting(prepared)
    driver.window.open_page(PAGE_DUTIES)
    driver.settle()
    board = driver.window.frame.made(PAGE_DUTIES)
    assert board.matrix.model().rowCount() == 3
    driver.press(Qt.Key.Key_F, CTRL)
    driver.write("0002")
    driver.press(Qt.Key.Key_Return)
    driver.until(lambda: board.matrix.model().rowCount() == 1, "one case")
    assert driver.focus() is board.matrix
    driver.press(Qt.Key.Key_F, CTRL)
    driver.write("没有此人")
    driver.press(Qt.Key.Key_Return)
    driver.until(lambda: driver.sees("没有符合的案件"), "nothing found")
    driver.click("清除筛选")
    driver.until(lambda: board.matrix.model().rowCount() == 3, "all of them")
    assert board.narrow.text() == ""
