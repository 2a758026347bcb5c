"""The pages of the rail: their words, keys and help, in order; a page that is not built is not here."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.presenters.navigation import (
    PAGE_CALENDAR,
    PAGE_CASES,
    PAGE_DUTIES,
    PAGE_INTAKE,
    PAGE_LINKS,
    PAGE_PARTIES,
    PAGE_PERFORMANCE,
    PAGE_SETTINGS,
    PAGE_STAFF,
    PAGE_VERIFY,
    PAGE_WATCH,
    PAGE_WORKBENCH,
)
from app.ui.shell.pages import Page


class MakesPages(Protocol):
    """Makes each page; a page is made when it is first opened."""

    def workbench(self) -> QWidget:
        """Make 工作台."""

    def intake(self) -> QWidget:
        """Make 登记."""

    def cases(self) -> QWidget:
        """Make 案件."""

    def calendar(self) -> QWidget:
        """Make 日程."""

    def duties(self) -> QWidget:
        """Make 四包."""

    def performance(self) -> QWidget:
        """Make 履行回访."""

    def links(self) -> QWidget:
        """Make 对接."""

    def watch(self) -> QWidget:
        """Make 督办."""

    def verify(self) -> QWidget:
        """Make 查验."""

    def staff(self) -> QWidget:
        """Make 调解员."""

    def parties(self) -> QWidget:
        """Make 当事人."""

    def settings(self) -> QWidget:
        """Make 设置."""


def pages(translator: Translator, make: MakesPages) -> tuple[Page, ...]:
    """List the pages in the order of the rail."""
    return (
        *_taking_in(translator, make),
        *_handling(translator, make),
        _performance(translator, make),
        *_watching(translator, make),
        *_rosters(translator, make),
    )


def _taking_in(translator: Translator, make: MakesPages) -> tuple[Page, ...]:
    text = translator.text
    work = text("办案")
    return (
        Page(
            PAGE_WORKBENCH,
            text("工作台"),
            "home",
            make.workbench,
            group=work,
            shortcut="Alt+1",
            short=text("工作"),
            help=text("今天先办什么：到期最早的排在最前。按回车打开，按 F9 办下一步。"),
            keys=(("↑ ↓", text("移动")), ("Enter", text("打开")), ("F5", text("刷新"))),
        ),
        Page(
            PAGE_INTAKE,
            text("登记"),
            "register",
            make.intake,
            group=work,
            shortcut="Alt+2",
            short=text("登记"),
            help=text("一页填完。回车到下一栏，没填完也会保存，下次从同一栏继续。"),
            keys=(
                ("Enter", text("下一栏")),
                ("Alt+A", text("加当事人")),
                ("Alt+L", text("关联名册中的人")),
                ("F8", text("到未填处")),
                ("Ctrl+S", text("存草稿")),
                ("Ctrl+Enter", text("登记")),
            ),
        ),
    )


def _handling(translator: Translator, make: MakesPages) -> tuple[Page, ...]:
    text = translator.text
    work = text("办案")
    return (
        Page(
            PAGE_CASES,
            text("案件"),
            "folder",
            make.cases,
            group=work,
            shortcut="Alt+3",
            short=text("案件"),
            help=text("找一件案、看它到哪一步。上方换视图和筛选，右边是摘要。"),
            keys=(
                ("↑ ↓", text("移动")),
                ("Enter", text("打开")),
                ("Ctrl+F", text("在结果中筛选")),
                ("F3", text("换视图")),
                ("F9", text("办下一步")),
                ("F7", text("督办")),
                ("Ctrl+P", text("批量出具文书")),
                ("Ctrl+J", text("记一笔")),
            ),
        ),
        _calendar(translator, make),
        Page(
            PAGE_DUTIES,
            text("四包"),
            "four",
            make.duties,
            group=work,
            shortcut="Alt+5",
            short=text("四包"),
            help=text("一案四包：包调查、包调处、包办结、包回访，各有责任人和期限。"),
            keys=(
                (text("方向键"), text("换格")),
                ("Enter", text("填写")),
                (text("空格"), text("勾选")),
                ("F7", text("督办")),
                ("Ctrl+F", text("在结果中筛选")),
                ("F3", text("换视图")),
                ("Ctrl+P", text("打印台账")),
            ),
        ),
    )


def _watching(translator: Translator, make: MakesPages) -> tuple[Page, ...]:
    text = translator.text
    return (
        Page(
            PAGE_WATCH,
            text("督办"),
            "megaphone",
            make.watch,
            group=text("督导"),
            shortcut="Alt+7",
            short=text("督办"),
            help=text("谁欠谁一个答复、谁该到场。最先到时限的排在最前，右边是全部内容。"),
            keys=(
                ("Enter", text("办这一件")),
                ("Ctrl+F", text("在结果中筛选")),
                ("Shift+F7", text("吹哨")),
                ("Ctrl+N", text("未诉先办")),
            ),
        ),
        Page(
            PAGE_LINKS,
            text("对接"),
            "swap",
            make.links,
            group=text("督导"),
            short=text("对接"),
            help=text("移送、来件、引导和工单：等什么、等谁、哪天到期。每一件都有责任人。"),
            keys=(
                ("↑ ↓", text("移动")),
                ("F9", text("办下一步")),
                ("→", text("看详情")),
                ("Enter", text("打开案件")),
                ("F3", text("换视图")),
                ("Ctrl+F", text("在结果中筛选")),
            ),
        ),
        _verify(translator, make),
    )


def _verify(translator: Translator, make: MakesPages) -> Page:
    text = translator.text
    return Page(
        PAGE_VERIFY,
        text("查验"),
        "shield",
        make.verify,
        group=text("督导"),
        short=text("查验"),
        help=text("一份纸是不是本中心出具的、现在还算不算数、每页该写什么。"),
        keys=(
            ("Enter", text("按查验码查")),
            ("Ctrl+O", text("查一个 PDF 或图片")),
            ("↑ ↓", text("换一页看文字")),
        ),
    )


def _calendar(translator: Translator, make: MakesPages) -> Page:
    text = translator.text
    return Page(
        PAGE_CALENDAR,
        text("日程"),
        "calendar",
        make.calendar,
        group=text("办案"),
        shortcut="Alt+4",
        short=text("日程"),
        help=text("哪间房、谁、几点。斜纹是冲突；改期先移好，再按回车。"),
        keys=(
            ("F6", text("约定时间")),
            (text("方向键"), text("移动")),
            ("Enter", text("打开")),
            ("N", text("在此处约定")),
            (text("Ctrl+方向键"), text("改期")),
            (text("Shift+方向键"), text("延长或缩短")),
            ("PgUp PgDn", text("前后翻")),
            ("Ctrl+P", text("当天的文书")),
            ("F3", text("换视图")),
        ),
    )


def _performance(translator: Translator, make: MakesPages) -> Page:
    text = translator.text
    return Page(
        PAGE_PERFORMANCE,
        text("履行回访"),
        "revisit",
        make.performance,
        group=text("办案"),
        shortcut="Alt+6",
        short=text("履行"),
        help=text("钱付了吗、谁逾期了、该回访谁、法院确认到哪一步。按回车记录。"),
        keys=(
            ("↑ ↓", text("移动")),
            ("Enter", text("记录履行、回访或司法确认")),
            ("F3", text("换视图")),
            ("Ctrl+O", text("打开案件")),
            ("F5", text("刷新")),
        ),
    )


def _rosters(translator: Translator, make: MakesPages) -> tuple[Page, ...]:
    text = translator.text
    roster = text("名册")
    return (
        Page(
            PAGE_STAFF,
            text("调解员"),
            "users",
            make.staff,
            group=roster,
            short=text("人员"),
            help=text("谁在这里工作、会什么语言、手上几件案。"),
        ),
        Page(
            PAGE_PARTIES,
            text("当事人"),
            "idcard",
            make.parties,
            group=roster,
            short=text("名册"),
            help=text("以前来过的人和单位，以及他们的案件。"),
        ),
        Page(
            PAGE_SETTINGS,
            text("设置"),
            "sliders",
            make.settings,
            short=text("设置"),
            at_foot=True,
            help=text("本单位、编号、外观和数据。"),
        ),
    )
