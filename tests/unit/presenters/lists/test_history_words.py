"""Every act that services write has its words."""

import ast
import re
from datetime import UTC, date, datetime
from pathlib import Path

from app.domain.trust.history import HistoryEntry
from app.domain.values.ids import new_id
from app.i18n import Formats, Translator
from app.presenters.history.words import ACTS, act_sentence, moment_words

ROOT = Path(__file__).parents[4]
_CODE = re.compile(
    r"(case|session|agreement|duties|supervision|whistle|proactive|document|attachment|party"
    r"|performance|confirmation|legal_action|submission|court_pack|security|visit)\.[a-z_]+"
)
_REFUSALS = {"RuleRefusal", "InvalidInput", "NotFound", "StaleWrite", "StorageRefusal"}


def codes_written():
    found = set()
    for path in (ROOT / "app" / "services").rglob("*.py"):
        calls = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
        refused = {
            id(argument)
            for call in calls
            if getattr(call.func, "id", "") in _REFUSALS
            for argument in ast.walk(call)
        }
        texts = (
            argument
            for call in calls
            for argument in (*call.args, *(k.value for k in call.keywords if k.arg == "act"))
            if isinstance(argument, ast.Constant) and id(argument) not in refused
        )
        found |= {text.value for text in texts if _CODE.fullmatch(str(text.value))}
    return found


def entry(act, note=""):
    return HistoryEntry(
        id=new_id(),
        at=datetime(2026, 11, 17, 10, 0, tzinfo=UTC),
        actor_id=new_id(),
        actor_name="赵永安",
        act=act,
        kind=act.split(".")[0],
        subject_id=new_id(),
        note=note,
    )


def test_no_act_without_words():
    written = codes_written()
    assert "case.accepted" in written
    assert written - set(ACTS) == set()


def test_a_note_stands_for_itself_and_behind_other_acts():
    words = Translator()
    assert act_sentence(words, entry("case.note", "电话\n联系")) == "电话 联系"
    assert act_sentence(words, entry("case.performed", "收条")) == "履行完毕：收条"
    assert act_sentence(words, entry("case.unheard_of")) == "案件有变动"


def test_moments_as_people_say_them():
    words, formats = Translator(), Formats()
    moment = datetime(2026, 11, 17, 10, 0, tzinfo=UTC)
    assert moment_words(words, formats, moment, date(2026, 11, 17)) == "今天 18:00"
    assert moment_words(words, formats, moment, date(2026, 11, 18)) == "昨天 18:00"
    assert moment_words(words, formats, moment, date(2026, 11, 30)) == "11-17 18:00"
    assert moment_words(words, formats, moment, date(2027, 1, 2)) == "2026-11-17"
