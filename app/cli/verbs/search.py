"""``search TEXT``: cases by number tail, name, initials, phone, identity tail, title and facts."""

from __future__ import annotations

import json

from app.cli.outcome import Exit
from app.domain.errors import InvalidInput
from app.domain.values.plain import to_plain
from app.services.services import Services


def search(services: Services, text: str, limit: int, *, as_json: bool) -> Exit:
    """Print what was found; nothing found is exit code 5 with empty output."""
    if limit < 1:
        raise InvalidInput("number.unreadable", field="--limit", typed=str(limit))
    hits = services.lists.search_cases(text, limit)
    if as_json:
        print(json.dumps([to_plain(hit) for hit in hits], ensure_ascii=False, indent=2))
    else:
        for hit in hits:
            line = hit.line
            print(f"{line.intake_number}\t{line.title}\t{line.applicants} 对 {line.respondents}")
    return Exit.DONE if hits else Exit.NOT_FOUND
