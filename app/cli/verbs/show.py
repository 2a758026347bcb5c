"""``show CASE``: everything known about a case, dates with their explanation."""

from __future__ import annotations

import json
from typing import cast

from app.cli.outcome import Exit
from app.domain.disputes.channels.law import law_of
from app.domain.disputes.channels.papers import has_paper, spoken_words, title_in
from app.domain.disputes.clocks import leading, told_once
from app.domain.filing.kinds import DocumentKind
from app.domain.values.plain import Plain, to_plain
from app.services.disputes.case_folder import CaseFolder
from app.services.services import Services

WITHHELD = ("caucus_notes", "concessions")
"""Never leave the database by any export: 人民调解法 art. 15 and the privilege of concessions."""


def show(services: Services, number: str, *, as_json: bool) -> Exit:
    """Print a case as JSON for programs, or as lines for people."""
    folder = services.cases.folder(services.cases.by_number(number))
    if as_json:
        print(json.dumps(folder_plain(folder), ensure_ascii=False, indent=2))
    else:
        print("\n".join(lines_of(folder)))
    return Exit.DONE


def folder_plain(folder: CaseFolder) -> dict[str, Plain]:
    """Give the whole folder as plain data, without what must stay in the database."""
    plain = cast(dict[str, Plain], to_plain(folder))
    for session in cast(list[dict[str, Plain]], plain["sessions"]):
        for name in WITHHELD:
            session.pop(name)
    for entry in cast(list[dict[str, Plain]], plain["history"]):
        for change in cast(list[dict[str, Plain]], entry["changes"]):
            if change["field"] in WITHHELD:
                change["before"] = change["after"] = ""
    first = leading(folder.clocks)
    plain["leading_clock"] = to_plain(first)
    plain["law"] = told_law(folder)
    plain["withheld"] = list(WITHHELD)
    return plain


def told_law(folder: CaseFolder) -> dict[str, Plain]:
    """Name the channel, its law, who mediates and what comes of it, in the words screens and papers use."""
    channel, words = folder.channel, spoken_words(folder.channel)
    paper = DocumentKind.AGREEMENT
    return {
        "channel": folder.case.channel.term if channel is None else channel.name,
        "law": law_of(channel),
        "is_verified": channel is None or channel.is_verified,
        "mediator": words.mediator,
        "agreement": title_in(channel, paper) if has_paper(channel, paper) else "",
    }


def lines_of(folder: CaseFolder) -> list[str]:
    """Give a case as short lines."""
    case = folder.case
    lines = [
        f"{case.intake_number} {case.title}",
        f"{case.state.term}，{case.channel.term}，{case.source.term}",
    ]
    lines += [f"{party.side.term}：{party.name}" for party in case.parties]
    law = told_law(folder)
    mark = "" if law["is_verified"] else "，未核实"
    lines.append(f"渠道：{law['channel']}，依据{law['law']}{mark}")
    if case.holder:
        lines.append(f"现由 {case.holder} 承办")
    lines += [
        f"{linked.link.kind.term}：{linked.intake_number} {linked.title}（{linked.state.term}）"
        for linked in folder.links
    ]
    lines += [f"{clock.kind.term}：{clock.explanation}" for clock in told_once(folder.clocks)]
    lines += [f"{period.rule.kind.term}：{period.explanation}" for period in folder.waiting_periods]
    lines += [f"文书：{document.title} {document.number}".rstrip() for document in folder.documents]
    return lines
