"""``check``: whether database, documents, attachments and numbers are whole."""

from __future__ import annotations

from app.cli.outcome import Exit
from app.domain.errors import RuleRefusal
from app.i18n import Translator
from app.presenters.sentences import sentence
from app.services.services import Services


def check(services: Services, translator: Translator) -> Exit:
    """Print counts and every problem; exit code 1 when there is one."""
    report = services.integrity.check()
    print(
        f"案件 {report.cases} 件，文书 {report.documents} 份，"
        f"附件 {report.attachments} 个，编号 {report.numbers} 个"
    )
    for problem in report.problems:
        refusal = RuleRefusal(problem.code)
        refusal.facts = dict(problem.facts)
        said = sentence(translator, refusal)
        print(f"{problem.kind.term} {problem.subject}：{said}")
    if report.is_sound:
        print("核对完毕，没有问题")
    return Exit.DONE if report.is_sound else Exit.PROBLEMS_FOUND
