"""本单位的用词: the form in which an organisation lists its phrases, one a line."""

from __future__ import annotations

from app.domain.errors import DomainError, InvalidInput
from app.domain.settlements.check.book import CheckBook, CheckSettings, OwnPhrase, check_settings
from app.domain.settlements.check.findings import FindingLevel
from app.domain.values.ids import new_id
from app.domain.values.texts import half_width
from app.presenters.rosters.entry_form import FieldProblem, Values

FIELD = "phrases"
_BLOCKS = "（须改）"


def typed_phrases(book: CheckBook) -> dict[str, str]:
    """Write phrases as they are typed: 用词：提示的话, with （须改） at the end where they block."""
    lines = [
        f"{own.phrase}：{own.sentence}{_BLOCKS if own.level is FindingLevel.MUST else ''}"
        for own in book.phrases
    ]
    return {FIELD: "\n".join(lines)}


def phrases_of(values: Values) -> tuple[OwnPhrase, ...]:
    """Read phrases as typed; InvalidInput ``check.line_unreadable`` names the line."""
    found = []
    for typed in values.get(FIELD, "").splitlines():
        if not typed.strip():
            continue
        line = typed.strip()
        blocks = half_width(line).endswith(half_width(_BLOCKS))
        line = line[: -len(_BLOCKS)] if blocks else line
        phrase, colon, said = line.replace(":", "：").partition("：")
        if not colon:
            raise InvalidInput("check.line_unreadable", field=FIELD, line=typed.strip())
        level = FindingLevel.MUST if blocks else FindingLevel.ADVICE
        found.append(OwnPhrase(phrase=phrase.strip(), sentence=said.strip(), level=level))
    return tuple(found)


def phrase_problems(values: Values, book: CheckBook) -> tuple[FieldProblem, ...]:
    """Give what is wrong with what is typed."""
    try:
        own = CheckSettings(id=new_id(), organisation_id=new_id(), phrases=phrases_of(values))
        check_settings(own, book)
    except DomainError as error:
        return (FieldProblem(FIELD, error),)
    return ()
