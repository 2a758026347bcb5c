"""The command line: no verb opens the window, every other verb works without one."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from app import __version__
from app.domain.disputes.case_lines import CaseView
from app.domain.filing.batches import BATCH_KINDS, PRINTED_ALONE
from app.domain.filing.kinds import DocumentKind

WINDOW_VERBS = frozenset({"", "demo", "screenshots"})
"""Verbs that need Qt and a desktop (or an offscreen one)."""
OPENING_VERBS = frozenset({"", "demo"})
"""Verbs after which somebody waits for a window."""

UNSEEN_VERBS = frozenset({"screenshots"})
"""Verbs of the window that draw where nobody looks: a machine without a desktop is enough."""

WHOLE_FILE = "case_file"
"""What ``render`` calls the whole file: no form of its own, all of them bound."""

_LEAST_SIZE = (1280, 720)

EXIT_CODES = (
    "退出码：0 完成；1 核对或查验出问题；2 命令或输入有误；3 这台电脑缺少系统库、字体或图形桌面；"
    "4 数据不能用；5 没有找到；6 规则不许。"
)


def parser() -> argparse.ArgumentParser:
    """Build the parser; ``--data`` and ``--database`` stand before or after the verb."""
    whole = _Parser(
        prog="main.py",
        description="枫桥调解：调解室与矛盾纠纷多元化解中心的办案程序。不带动词时打开窗口。",
        epilog=EXIT_CODES,
        parents=[_where()],
    )
    where = _where()
    whole.add_argument("--version", action="version", version=__version__)
    verbs = whole.add_subparsers(dest="verb", metavar="动词", parser_class=argparse.ArgumentParser)
    _add_window_verbs(verbs, where)
    _add_case_verbs(verbs, where)
    init = verbs.add_parser("init", parents=[where], help="按 JSON 完成首次设置（格式见 centre.json）")
    init.add_argument("file", type=Path, metavar="FILE.json")
    verbs.add_parser("self-test", parents=[where], help="在临时数据上走一遍主流程并核对")
    verify = verbs.add_parser("verify", parents=[where], help="查验一份文书：查验码、PDF 或图片")
    verify.add_argument("what", metavar="WHAT", help="十二位查验码，或 PDF、图片文件")
    verify.add_argument("--json", action="store_true", dest="as_json", help="给程序看")
    verbs.add_parser("check", parents=[where], help="核对数据库、文书、附件和编号")
    whole.set_defaults(verb="", data=None, database=None, backed_up=False)
    return whole


def _where() -> argparse.ArgumentParser:
    """Make the options that stand before or after the verb, anew for each.

    ``set_defaults`` writes into the options a parser has, those of its parents too: were they shared, a verb
    would set ``--data`` given before it back to nothing, and the program would open the wrong folder.
    """
    where = argparse.ArgumentParser(add_help=False)
    where.add_argument("--data", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="数据文件夹")
    where.add_argument(
        "--database", metavar="URL", default=argparse.SUPPRESS, help="数据库地址（postgresql+psycopg://…）"
    )
    where.add_argument(
        "--backed-up",
        action="store_true",
        default=argparse.SUPPRESS,
        help="服务器数据库已由管理员备份，可以升级（只在升级时有用）",
    )
    return where


def _add_window_verbs(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser
) -> None:
    verbs.add_parser("demo", parents=[where], help="打开演示中心（临时数据）")
    shots = verbs.add_parser("screenshots", parents=[where], help="把演示中心的各页存成图片")
    shots.add_argument("folder", type=Path, metavar="DIR")
    shots.add_argument("--theme", choices=["light", "dark"], default="light")
    shots.add_argument("--scale", type=float, choices=[1.0, 1.3, 1.5], default=1.0)
    shots.add_argument("--lang", default="zh_CN")
    shots.add_argument(
        "--size", type=_size, default=(1440, 900), metavar="WxH", help="窗口大小，最小 1280x720"
    )


def _size(text: str) -> tuple[int, int]:
    """Read a window's size in pixels, as 1366x768; no smaller than the window can be."""
    found = re.fullmatch(r"(\d{3,5})[xX×](\d{3,5})", text)
    if found is None:
        raise argparse.ArgumentTypeError("写成 宽x高，例如 1366x768")
    width, height = int(found[1]), int(found[2])
    if width < _LEAST_SIZE[0] or height < _LEAST_SIZE[1]:
        raise argparse.ArgumentTypeError("不小于 1280x720")
    return width, height


class _Parser(argparse.ArgumentParser):
    """A parser that also refuses what only several words together make wrong."""

    def parse_known_args(  # type: ignore[override]  # the stub overloads it by the type of the namespace
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        parsed, rest = super().parse_known_args(args, namespace)
        if getattr(parsed, "verb", "") == "render":
            told = (parsed.case, parsed.kind, parsed.output)
            if parsed.all_kinds is not None and any(told):
                self.error("--all-kinds 不与 CASE、KIND、-o 同用")
            if parsed.all_kinds is None and not all(told):
                self.error("render 要 CASE、KIND 和 -o，或者 --all-kinds DIR")
        return parsed, rest


def draws_the_demo(arguments: argparse.Namespace) -> bool:
    """Tell whether a gallery is asked for without saying of whose papers."""
    is_gallery = arguments.verb == "render" and arguments.all_kinds is not None
    return is_gallery and arguments.data is None and arguments.database is None


def _add_case_verbs(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser
) -> None:
    register = verbs.add_parser("register", parents=[where], help="登记一张案件卡（JSON）")
    register.add_argument("file", type=Path, metavar="FILE.json")
    show = verbs.add_parser("show", parents=[where], help="显示一件案的全部内容")
    show.add_argument("case", metavar="CASE", help="登记号或唯一的尾号")
    show.add_argument("--json", action="store_true", dest="as_json")
    render = verbs.add_parser("render", parents=[where], help="把一件案的文书存成 PDF")
    kinds = [*(kind.value for kind in DocumentKind), WHOLE_FILE]
    render.add_argument("case", metavar="CASE", nargs="?")
    render.add_argument("kind", metavar="KIND", choices=kinds, nargs="?")
    render.add_argument("-o", "--output", type=Path, metavar="FILE.pdf")
    render.add_argument(
        "--all-kinds",
        type=Path,
        metavar="DIR",
        help="每种文书各一份，连同图片和目录存进新文件夹；没有 --data 的用演示中心",
    )
    _add_batch_verb(verbs, where)
    _add_seal_verb(verbs, where)
    search = verbs.add_parser("search", parents=[where], help="按案号、姓名、电话、证件尾号、拼音找案件")
    search.add_argument("text", metavar="TEXT")
    search.add_argument("--json", action="store_true", dest="as_json")
    search.add_argument("--limit", type=int, default=20)


def _add_seal_verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser
) -> None:
    told = "密码取自环境变量 MAPLEBRIDGE_SEAL_PASSWORD，没有就当场问；从不写在命令行上。"
    seal = verbs.add_parser("seal", parents=[where], help="给出具的文书加盖电子签章，另存一份", epilog=told)
    seal.add_argument("case", metavar="CASE", help="登记号或唯一的尾号")
    seal.add_argument("paper", metavar="PAPER", help="文书的编号，或文书的种类（KIND）")
    seal.add_argument(
        "--certificate", type=Path, metavar="FILE.p12", help="证书文件；不写就用设置里选定时的位置"
    )
    seal.add_argument("--agreed", metavar="TEXT", default="", help="各方怎样约定用电子签章（协议书必写）")
    seal.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf")


def _add_batch_verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser
) -> None:
    batch = verbs.add_parser("render-batch", parents=[where], help="给许多案件出具同一种文书，合成一个 PDF")
    batch.add_argument(
        "kind", metavar="KIND", choices=[kind.value for kind in (*BATCH_KINDS, *PRINTED_ALONE)]
    )
    batch.add_argument("cases", metavar="CASE", nargs="*", help="登记号；不写就按 --view 或 --day")
    batch.add_argument("--view", choices=[view.value for view in CaseView], default=CaseView.OPEN.value)
    batch.add_argument("--day", metavar="YYYY-MM-DD", default="", help="这一天有约定的案件")
    batch.add_argument("--copies", action="store_true", help="每份文书印够它的份数；不写就每种一份")
    batch.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf")
