"""Pictures of the whole kit in every theme and size.

Run ``python tests/ui/kit/gallery.py FOLDER [--fonts FOLDER] [--only light]``.

Not part of the product. Look at the pictures beside those of the design.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget  # noqa: E402

from app.domain.errors import InvalidInput  # noqa: E402
from app.domain.values.money import Money  # noqa: E402
from app.i18n import Formats, Translator  # noqa: E402
from app.ui.kit import Kit  # noqa: E402
from app.ui.runner import Runner  # noqa: E402
from app.ui.shell import Badge, CommandBar, FrameParts, MainFrame, Page, PageHeader, ScrollBody, User  # noqa: E402
from app.ui.style import Style  # noqa: E402
from app.ui.widgets.buttons import Button, IconButton, KeyCap  # noqa: E402
from app.ui.widgets.cards import Card  # noqa: E402
from app.ui.widgets.chips import CountPill, DeadlineChip, Tag  # noqa: E402
from app.ui.widgets.fields import (  # noqa: E402
    ChipGroup,
    ChipItem,
    Choice,
    ChoiceField,
    DayField,
    FieldBox,
    LineField,
    MoneyField,
    TextField,
    TickField,
)
from app.ui.widgets.filters import FilterButton  # noqa: E402
from app.ui.widgets.notices import EmptyState, ErrorStrip, SavedMark  # noqa: E402
from app.ui.widgets.risk import RiskBars  # noqa: E402
from app.ui.widgets.sections import Section  # noqa: E402
from app.ui.widgets.stepper import Stepper  # noqa: E402
from app.ui.widgets.switches import Segmented, ViewTabs  # noqa: E402
from app.ui.widgets.tables import Cell, Column, ListTable, TableModel  # noqa: E402
from app.ui.widgets.texts import Text  # noqa: E402
from app.ui.widgets.timeline import Timeline, TimelineEntry  # noqa: E402

CASES = [
    (
        "overdue",
        "超期 3 天",
        "供暖不热集体诉求",
        "2026-0396　物业　12345转办",
        "石化社区 7 户",
        "恒泰物业公司",
        5,
        4,
        "极高",
        "街道",
        "赵永安",
    ),
    (
        "overdue",
        "超期 1 天",
        "停车位占用纠纷",
        "2026-0402　邻里　窗口",
        "王德顺",
        "叶尔兰·哈布丁",
        4,
        3,
        "高",
        "街道",
        "赵永安",
    ),
    (
        "today",
        "今天到期",
        "楼上漏水致损赔偿",
        "2026-0417　邻里　窗口",
        "古丽娜尔·托合提",
        "孙国强",
        6,
        2,
        "中",
        "社区",
        "赵永安",
    ),
    (
        "near",
        "剩 2 天",
        "民间借贷",
        "2026-0409　债务　法院委派",
        "努尔江·赛力克",
        "赵国庆",
        4,
        1,
        "低",
        "社区",
        "赵永安",
    ),
    (
        "ample",
        "剩 5 天",
        "装修合同解除",
        "2026-0414　合同　窗口",
        "王秀兰",
        "鑫达装饰工程部",
        5,
        1,
        "低",
        "街道",
        "李娟",
    ),
    (
        "paused",
        "鉴定中止",
        "医疗美容损害",
        "2026-0388　医疗　电话",
        "杨丽华",
        "雅颜诊所",
        4,
        3,
        "高",
        "区",
        "李娟",
    ),
    (
        "done",
        "已完成",
        "相邻采光",
        "2026-0301　邻里　窗口",
        "陈志远",
        "热孜万·亚森",
        9,
        2,
        "中",
        "社区",
        "李娟",
    ),
]
STEPS = ["登记", "分流", "受理", "调查", "调解", "协议", "履行", "回访", "归档"]


class Kept(dict):
    """Preferences for one run."""

    def set(self, key, value):
        self[key] = value


def columns():
    return [
        Column("期限", lambda c: Cell(c[1], chip=c[0]), width=124, key="due"),
        Column("案由", lambda c: Cell(c[2], c[3], is_title=True), share=1.3, key="cause"),
        Column("当事人", lambda c: Cell(c[4], f"对 {c[5]}"), share=1.05),
        Column("阶段", lambda c: Cell(STEPS[c[6] - 1], stage=(c[6], 9)), width=108, gives_way=2),
        Column("层级、承办", lambda c: Cell(c[9], c[10]), width=96, gives_way=1),
        Column("风险", lambda c: Cell(c[8], risk=c[7]), width=80, gives_way=3),
    ]


def case_table(kit, **how):
    model = TableModel(columns(), sentence=lambda c: "，".join(map(str, c[1:6])), key=lambda c: c[3])
    model.show_items(CASES)
    table = ListTable(kit, model, name="案件列表", **how)
    model.setParent(table)
    table.show_sort("due", descending=False)
    table.select(CASES[1][3])
    return table


def read_day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidInput("day.unreadable") from None


def cases_page(kit):
    page = QWidget()
    column = QVBoxLayout(page)
    kit.style.lay(column, (24, 20, 24, 20), gap=10)
    header = PageHeader(kit, "案件", "在办 68，全部 1,284")
    header.add_action(Button(kit, "导出", icon="down2", height="small"))
    header.add_action(Button(kit, "列", icon="columns", height="small"))
    column.addWidget(header)
    tabs = ViewTabs(
        kit,
        [
            ("all", "全部在办", "68"),
            ("mine", "我承办", "14"),
            ("near", "临期", "9"),
            ("over", "超期", "3"),
            ("done", "已归档", "1,216"),
        ],
    )
    tabs.add_end(Button(kit, "存为视图", icon="plus", kind="link", height="small"))
    column.addWidget(tabs)
    filters = QHBoxLayout()
    kit.style.lay(filters, gap=8)
    narrow = LineField(kit, placeholder="在结果中筛选", icon="filter")
    narrow.setMaximumWidth(230)
    filters.addWidget(narrow)
    for word in ("渠道", "类型", "层级"):
        filters.addWidget(FilterButton(kit, word, [("a", "甲"), ("b", "乙")]))
    stage = FilterButton(kit, "阶段", [("a", "受理至协议"), ("b", "履行")])
    stage.show_value(["a"])
    filters.addWidget(stage)
    filters.addStretch(1)
    filters.addWidget(Button(kit, "清除 2 项", kind="link", height="small"))
    column.addLayout(filters)
    row = QHBoxLayout()
    kit.style.lay(row, gap=16)
    row.addWidget(case_table(kit), 1)
    side = Card(kit)
    kit.style.fix(side, width=340)
    top = QHBoxLayout()
    top.addWidget(DeadlineChip(kit, "overdue", "超期 1 天"))
    top.addStretch(1)
    top.addWidget(RiskBars(kit, 3, "高"))
    side.body.addLayout(top)
    side.body.addWidget(Text(kit, "停车位占用纠纷", size="title2", bold=True))
    side.body.addWidget(Text(kit, "2026-0402　11 月 12 日窗口登记", size="small", tone="text2"))
    side.body.addWidget(Button(kit, "填写包调查记录", kind="primary", icon="register"))
    acts = QHBoxLayout()
    kit.style.lay(acts, gap=8)
    acts.addWidget(Button(kit, "打开案件", height="small"), 1)
    acts.addWidget(Button(kit, "督办", icon="megaphone", height="small"), 1)
    acts.addWidget(IconButton(kit, "dots", "更多", kind="secondary"))
    side.body.addLayout(acts)
    side.body.addStretch(1)
    row.addWidget(side)
    column.addLayout(row, 1)
    return page


def intake_page(kit):  # noqa: PLR0915 - one page, read from top to bottom
    page = QWidget()
    outer = QVBoxLayout(page)
    kit.style.lay(outer)
    scroll = ScrollBody(kit, (24, 20, 24, 12), gap=12)
    inside = scroll.body
    header = PageHeader(kit, "登记", "2026-0431　窗口 2 号")
    saved = SavedMark(kit)
    saved.show_saved("09:14")
    header.add_action(saved)
    inside.addWidget(header)
    card = Card(kit)
    kit.style.lay(card.body, (18, 14, 18, 14), gap=10)
    card.body.addWidget(Text(kit, "来源", size="title3", bold=True))
    words = [
        "窗口",
        "电话",
        "网格排查",
        "12345转办",
        "信访转入",
        "法院委派",
        "法院委托",
        "警调对接",
        "检调对接",
        "仲调对接",
        "诉调对接",
        "访调对接",
    ]
    chips = ChipGroup(kit, [ChipItem(word, word) for word in words], name="来源")
    chips.show_value("窗口")
    card.body.addWidget(chips)
    grid = QGridLayout()
    kit.style.lay(grid, gap=(14, 9))
    initials = lambda text: "wy" if text == "物业服务" else "hw"  # noqa: E731
    boxes = [
        FieldBox(kit, "姓名", LineField(kit), required=True),
        FieldBox(kit, "身份证号", LineField(kit), required=True, hint="女，47 岁，由证件号得出"),
        FieldBox(kit, "电话", LineField(kit, placeholder="请填写"), required=True),
        FieldBox(kit, "语言", ChoiceField(kit, initials, [Choice(1, "物业服务"), Choice(2, "婚姻家庭")])),
        FieldBox(kit, "标的（元）", MoneyField(kit, Money.parse)),
        FieldBox(kit, "付款日", DayField(kit, read_day)),
        FieldBox(kit, "大写（自动生成）", LineField(kit)),
    ]
    boxes[0].editor.setText("阿依努尔·赛买提")
    boxes[0].set_problem("warning", "名册中已有此人，见右侧")
    boxes[2].set_problem("error", "填写电话，便于通知")
    boxes[3].editor.show_value(1)
    boxes[4].editor.show_parsed(Money(186000))
    boxes[5].editor.show_parsed(date(2026, 11, 25))
    boxes[6].editor.setText("人民币壹万贰仟捌佰元整")
    boxes[6].editor.setReadOnly(True)
    boxes[6].set_note("一致", "ok")
    for place, box in enumerate(boxes):
        grid.addWidget(box, place // 4, place % 4)
    card.body.addLayout(grid)
    text = TextField(kit)
    text.setPlainText(
        "11 月初起 3 号楼多户室温不足 18 度，多次报修未解决。"
        "要求物业查明原因，退还 11 月供暖费 1,860 元，并公布检修时间。"
    )
    card.body.addWidget(FieldBox(kit, "经过与诉求", text, required=True, counted=True))
    ticks = QHBoxLayout()
    kit.style.lay(ticks, gap=16)
    for place, word in enumerate(["10 人以上", "有过激言行", "涉未成年人", "涉欠薪", "曾报警"]):
        tick = TickField(kit, word)
        tick.show_value(place == 0)
        ticks.addWidget(tick)
    ticks.addStretch(1)
    card.body.addLayout(ticks)
    card.body.addStretch(1)
    inside.addWidget(card, 1)
    outer.addWidget(scroll, 1)
    bar = CommandBar(kit)
    bar.add_start(Text(kit, "还差 1 项：", tone="err"))
    bar.add_start(Text(kit, "被申请人电话", tone="err", bold=True))
    bar.add_start(KeyCap(kit, "F8 跳到"))
    bar.add_verb(Button(kit, "存草稿", keys="Ctrl+S"))
    bar.add_verb(Button(kit, "打印受理单", icon="print"))
    bar.add_verb(Button(kit, "登记并分流", kind="primary", keys="Ctrl+Enter"))
    outer.addWidget(bar)
    return page


def parts_page(kit):  # noqa: PLR0915 - one of everything
    page = QWidget()
    column = QVBoxLayout(page)
    kit.style.lay(column, (24, 20, 24, 20), gap=12)
    stepper = Stepper(kit, STEPS)
    stepper.show_step(5)
    column.addWidget(stepper)
    strip = ErrorStrip(kit)
    strip.tell("没连上打印机，协议已保存。检查电源后重试", retry=lambda: None, details=lambda: None)
    column.addWidget(strip)
    chips = QHBoxLayout()
    kit.style.lay(chips, gap=10)
    for kind, word in (
        ("overdue", "超期 2"),
        ("today", "今天 3"),
        ("near", "3 日内 5"),
        ("ample", "剩 5 天"),
        ("paused", "鉴定中止"),
        ("done", "已完成"),
    ):
        chips.addWidget(DeadlineChip(kit, kind, word))
    chips.addWidget(CountPill(kit, "在办 14"))
    chips.addWidget(CountPill(kit, "须改 1", tone="err"))
    chips.addWidget(CountPill(kit, "建议 1", tone="warn"))
    chips.addWidget(CountPill(kit, "通过 12", tone="ok"))
    chips.addWidget(Tag(kit, "邻里纠纷"))
    for level, word in enumerate(("低", "中", "高", "极高"), 1):
        chips.addWidget(RiskBars(kit, level, word))
    chips.addStretch(1)
    column.addLayout(chips)
    buttons = QHBoxLayout()
    kit.style.lay(buttons, gap=10)
    buttons.addWidget(Button(kit, "进入调解", kind="primary", icon="talk", height="large"))
    buttons.addWidget(Button(kit, "改 1 处后送签", kind="primary", icon="sign"))
    buttons.addWidget(Button(kit, "填写", kind="primary", height="small"))
    buttons.addWidget(Button(kit, "采用", kind="primary", keys="Alt+Y"))
    buttons.addWidget(Button(kit, "删除", kind="danger"))
    off = Button(kit, "不能用")
    off.setEnabled(False)
    buttons.addWidget(off)
    buttons.addWidget(Button(kit, "记一笔", kind="link", icon="plus"))
    buttons.addWidget(Segmented(kit, [("due", "按期限"), ("case", "按案件"), ("x", "自选")]))
    buttons.addStretch(1)
    column.addLayout(buttons)
    lower = QHBoxLayout()
    kit.style.lay(lower, gap=16)
    todo = Card(kit, "待办", icon="ok", note="9 件", flush=True)
    todo.add_action(Segmented(kit, [("due", "按期限"), ("case", "按案件")]))
    cols = [
        Column("", lambda c: Cell(c[1], chip=c[0]), width=124),
        Column("", lambda c: Cell(c[2], c[3], is_bold=True)),
        Column("", lambda c: Cell(c[8], risk=c[7]), width=80),
        Column("", lambda c: Cell(button="填写", is_main=c[3] == CASES[0][3]), width=90),
    ]
    band = ("", "", "先办\n到期最早的排在最前", "band", "")
    model = TableModel(cols, key=lambda c: c[3], band=lambda c: c[2] if c[3] == "band" else "")
    model.show_items([band, *CASES[:4]])
    table = ListTable(kit, model, flush=True, heads=False)
    model.setParent(table)
    todo.body.addWidget(table)
    lower.addWidget(todo, 2)
    sections = QVBoxLayout()
    kit.style.lay(sections, gap=8)
    first = Section(kit, "当事人基本情况")
    first.set_state("done", "申请人 1，被申请人 1，翻译 1")
    second = Section(kit, "协议内容与履行", is_open=True)
    second.set_state("must")
    second.body.addWidget(FieldBox(kit, "赔偿总额（元）", LineField(kit), required=True))
    second.add_action(Button(kit, "插入条款", kind="link", height="small"))
    third = Card(kit, "督办待回复", icon="megaphone", accent="sup", ruled=False)
    third.add_action(DeadlineChip(kit, "today", "今天 17:00"))
    third.body.addWidget(Text(kit, "主任周敏要求说明供暖纠纷进展与下一步措施。", tone="text2", wrap=True))
    for widget in (first, second, third, EmptyState(kit, "今天没有待办。", action="看看本周")):
        sections.addWidget(widget)
    sections.addStretch(1)
    lower.addLayout(sections, 2)
    timeline = Timeline(kit, name="经过")
    timeline.show_entries(
        [
            TimelineEntry("1", "今天 10:31", "第 2 次调解达成一致", "赵永安　笔录 3 页", is_key=True),
            TimelineEntry("2", "今天 09:30", "第 2 次调解", "翻译 热依汗"),
            TimelineEntry("3", "11-17 16:00", "升至街道级", "", is_system=True),
            TimelineEntry("4", "11-15 11:08", "窗口登记", "登记员 迪丽努尔"),
        ]
    )
    kit.style.fix(timeline, width=196)
    lower.addWidget(timeline)
    column.addLayout(lower, 1)
    return page


def pages(kit):
    def page(key, title, icon, group="", make=None, **rest):
        return Page(
            key, title, icon, (lambda: (make or (lambda _k: QLabel(title)))(kit)), group=group, **rest
        )

    return [
        page("today", "工作台", "home", "办案", parts_page, shortcut="Alt+1", short="工作"),
        page("intake", "登记", "register", "办案", intake_page, shortcut="Alt+2", short="登记"),
        page(
            "cases",
            "案件",
            "folder",
            "办案",
            cases_page,
            shortcut="Alt+3",
            short="案件",
            help="在这里找到任何一件案件。",
            keys=(("F3", "换视图"),),
        ),
        page("calendar", "日程", "calendar", "办案", short="日程"),
        page("four", "四包", "four", "办案", short="四包"),
        page("revisit", "履行回访", "revisit", "办案", short="履行"),
        page("orders", "督办", "megaphone", "督导", short="督办"),
        page("storms", "预警", "teacup", "督导", short="预警"),
        page("charts", "统计", "chart", "督导", short="统计"),
        page("staff", "调解员", "users", "名册", short="调解"),
        page("people", "当事人", "idcard", "名册", short="当事"),
        page("files", "卷宗", "archive", "名册", short="卷宗"),
        page("settings", "设置", "sliders", at_foot=True, short="设置"),
    ]


def frame(kit, runner):
    nothing = lambda: None  # noqa: E731
    window = MainFrame(
        kit,
        runner,
        Kept(),
        FrameParts(
            "枫桥调解", pages(kit), User("赵永安", "调解员"), register=nothing, notices=nothing, lock=nothing
        ),
    )
    for key, badge in (
        ("cases", Badge("14")),
        ("calendar", Badge("4")),
        ("revisit", Badge("6", "amber")),
        ("orders", Badge("1", "red")),
        ("storms", Badge("2", "amber")),
    ):
        window.show_badge(key, badge)
    window.saved.show_saved("09:12")
    return window


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path)
    asked.add_argument("--fonts", type=Path)
    asked.add_argument("--only", default="")
    given = asked.parse_args()
    app = QApplication(sys.argv[:1])
    style = Style(ROOT / "resources")
    if given.fonts:
        style.bring_fonts(given.fonts)
    kit = Kit(style, Translator(), Formats())
    style.apply(app)
    runner = Runner(lambda problem: print("failed", problem))
    given.folder.mkdir(parents=True, exist_ok=True)
    window = frame(kit, runner)
    window.show()
    for name, theme, scale, width, rtl in (
        ("light", "light", 1.0, 1440, False),
        ("dark", "dark", 1.0, 1440, False),
        ("large", "light", 1.3, 1440, False),
        ("xlarge", "dark", 1.5, 1440, False),
        ("narrow", "light", 1.0, 1300, False),
        ("rtl", "dark", 1.0, 1440, True),
    ):
        if given.only and given.only != name:
            continue
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        style.use(theme=theme, scale=scale)
        window.resize(width, 900)
        for key in ("today", "intake", "cases"):
            window.open(key)
            for _ in range(4):
                app.processEvents()
            window.grab().save(str(given.folder / f"{name}_{key}.png"))
    style.use(theme="light", scale=1.0)
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    over_the_page(window, given.folder)
    runner.close()


def over_the_page(window, folder):
    """Pictures of what hangs over a page: palette, help card, toast."""
    window.open("cases")
    window.toast.tell("已督办 2 件", undo=lambda: None)
    window.open_palette()
    QApplication.processEvents()
    palette = QApplication.activeModalWidget()
    palette.grab().save(str(folder / "over_palette.png"))
    palette.close()
    window.open_help()
    QApplication.processEvents()
    card = QApplication.activeModalWidget()
    card.grab().save(str(folder / "over_help.png"))
    card.close()
    QApplication.processEvents()
    window.grab().save(str(folder / "over_toast.png"))


if __name__ == "__main__":
    main()
