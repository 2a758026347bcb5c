"""From the parsed command line to the verb that does it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from app.cli.arguments import WHOLE_FILE
from app.cli.outcome import Exit, tell_refusal
from app.cli.verbs.check import check
from app.cli.verbs.gallery import draw_all_kinds
from app.cli.verbs.init import init
from app.cli.verbs.register import register
from app.cli.verbs.render import bind_file, render
from app.cli.verbs.render_batch import Asked, render_batch
from app.cli.verbs.seal import SealAsked, seal
from app.cli.verbs.search import search
from app.cli.verbs.self_test import OpenCentre, OpenedCentre, self_test
from app.cli.verbs.show import show
from app.cli.verbs.verify import verify
from app.domain.errors import DomainError, RuleRefusal
from app.domain.filing.kinds import DocumentKind
from app.domain.people.staff import StaffMember
from app.i18n import Translator
from app.services.services import Services


def run_verb(
    arguments: argparse.Namespace,
    *,
    open_chosen: Callable[[], OpenedCentre],
    open_folder: OpenCentre,
    now: Callable[[], datetime],
    resources: Path,
) -> Exit:
    """Do a verb that needs no window; refusals become a sentence and an exit code."""
    translator = Translator()
    try:
        if arguments.verb == "self-test":
            return self_test(open_folder, now)
        with closing(open_chosen()) as centre:
            return _on_centre(arguments, centre.services, translator, resources)
    except DomainError as error:
        return tell_refusal(translator, error)
    except BrokenPipeError:
        sys.stderr.close()
        return Exit.DONE


def _on_centre(
    arguments: argparse.Namespace, services: Services, translator: Translator, resources: Path
) -> Exit:
    verb: str = arguments.verb
    reads: dict[str, Callable[[], Exit]] = {
        "check": lambda: check(services, translator),
        "verify": lambda: verify(services, arguments.what, translator, as_json=arguments.as_json),
        "search": lambda: search(services, arguments.text, arguments.limit, as_json=arguments.as_json),
        "show": lambda: show(services, arguments.case, as_json=arguments.as_json),
    }
    if verb in reads:
        return reads[verb]()
    schemas = resources / "schemas"
    if verb == "init":
        return init(services, arguments.file, schemas / "centre.json")
    me = _me(services)
    if verb == "register":
        return register(services, me, arguments.file, schemas / "case_card.json", translator)
    if verb == "render-batch":
        return _render_batch(arguments, services, translator, me)
    if verb == "seal":
        return _seal(arguments, services, me)
    return _render(arguments, services, me)


def _render(arguments: argparse.Namespace, services: Services, me: StaffMember) -> Exit:
    if arguments.all_kinds is not None:
        return draw_all_kinds(services, arguments.all_kinds, actor=me.actor)
    case, output = arguments.case, arguments.output
    if arguments.kind == WHOLE_FILE:
        return bind_file(services, case, output, actor=me.actor)
    return render(services, case, DocumentKind.of(arguments.kind), output, actor=me.actor)


def _seal(arguments: argparse.Namespace, services: Services, me: StaffMember) -> Exit:
    asked = SealAsked(
        case=arguments.case,
        paper=arguments.paper,
        certificate=arguments.certificate,
        agreed=arguments.agreed,
        output=arguments.output,
    )
    return seal(services, asked, actor=me.actor)


def _render_batch(
    arguments: argparse.Namespace, services: Services, translator: Translator, me: StaffMember
) -> Exit:
    asked = Asked(
        kind=arguments.kind,
        numbers=tuple(arguments.cases),
        view=arguments.view,
        day=arguments.day,
        is_each_copy=arguments.copies,
        output=arguments.output,
    )
    return render_batch(services, asked, translator, me)


def _me(services: Services) -> StaffMember:
    member = services.settings.me()
    if member is None:
        raise RuleRefusal("settings.nobody_here")
    return member
