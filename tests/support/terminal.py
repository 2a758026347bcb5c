"""The program at a terminal: ``main.py`` as a process of its own on temporary data."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from app.bootstrap import run
from app.cli.arguments import parser

ROOT = Path(__file__).parents[2]
MAIN = ROOT / "main.py"
_CAPBSET_DROP = 24
_DAC_OVERRIDE = 1

CENTRE: dict[str, object] = {
    "organisation": {
        "name": "石化社区人民调解委员会",
        "number_code": "石社",
        "tier": "社区",
        "studios": [{"name": "石榴籽调解室"}],
    },
    "staff": [
        {"name": "赵永安", "roles": ["mediator", "registrar"], "studio": "石榴籽调解室"},
        {"name": "古丽娜尔·托合提", "roles": ["recorder"], "appointed_on": "2025-03-01"},
    ],
    "me": "赵永安",
}
CARD: dict[str, object] = {
    "source": "hotline",
    "source_note": "12345 转办",
    "dispute_type": "neighbours",
    "amount": "1.28万",
    "place": "石化社区 4 号楼",
    "facts": "楼上暖气阀门漏水，楼下顶棚受损。\n当事人𬱖㛃、阿不都热依木·买买提到场。",
    "requests": "请求赔偿损失。",
    "received_at": "2026-01-05T10:30:00+08:00",
    "parties": [
        {
            "side": "applicant",
            "name": "阿不都热依木·买买提",
            "identity_number": "11010519491231002X",
            "phone": "13909904172",
        },
        {"side": "respondent", "name": "𬱖㛃"},
    ],
}


@dataclass(frozen=True, slots=True)
class Said:
    """What a run of the program answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> object:
        """Read what was printed as JSON."""
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Terminal:
    """Runs verbs on one data folder; ``database`` adds a server's address."""

    data: Path
    database: str = ""

    def run(self, *arguments: str | Path, before: Callable[[], None] | None = None) -> Said:
        """Run a verb and wait for it; ``before`` happens in the child just before the program starts."""
        where = ["--data", str(self.data)] + (["--database", self.database] if self.database else [])
        return say(*map(str, arguments), *where, before=before)

    def call(self, *arguments: str | Path) -> Said:
        """Run a verb inside this process: the same code without a second's start, for many small cases."""
        where = ["--data", str(self.data)] + (["--database", self.database] if self.database else [])
        out, err = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = run(parser().parse_args([*map(str, arguments), *where]))
        return Said(code, out.getvalue(), err.getvalue())

    def card(self, name: str, card: object) -> Path:
        """Write a JSON file beside the data folder."""
        file = self.data.parent / name
        file.write_text(json.dumps(card, ensure_ascii=False), encoding="utf-8")
        return file

    def set_up(self) -> Terminal:
        """Set the centre up."""
        said = self.run("init", self.card("centre.json", CENTRE))
        if said.code != 0:
            raise AssertionError(said)
        return self

    def register(self, **given: object) -> str:
        """Register the card, with fields replaced; gives the number."""
        said = self.run("register", self.card("card.json", {**CARD, **given}))
        if said.code != 0:
            raise AssertionError(said)
        return str(json.loads(said.out)["number"])


def say(*arguments: str, before: Callable[[], None] | None = None) -> Said:
    """Run ``main.py`` with these arguments."""
    done = subprocess.run(
        [sys.executable, str(MAIN), *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        preexec_fn=before,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


def give_up_root() -> None:
    """Make permissions of files count for root too, in the program about to start; Linux only."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.prctl(_CAPBSET_DROP, _DAC_OVERRIDE, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl")
