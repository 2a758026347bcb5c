"""What an organisation sets over the agreement check, on both databases."""

from __future__ import annotations

import pytest

from app.domain.errors import RuleRefusal, StaleWrite
from app.domain.settlements.check.book import CheckLevel, OwnPhrase


def test_a_level_is_set_with_its_actor_and_comes_back_with_the_shipped_one(centre):
    services, own, actor = centre.services, centre.committee.id, centre.actor
    done = services.check_rules.set_level(own, "term.vague", CheckLevel.MUST, actor=actor, version=0)
    assert services.check_rules.book(own).level("term.vague") is CheckLevel.MUST
    assert services.check_rules.last_set(own).actor_name == actor.name
    again = services.check_rules.set_level(
        own, "term.vague", CheckLevel.ADVICE, actor=actor, version=done.value.version
    )
    assert again.value.levels == ()


def test_what_the_law_fixes_stays_and_an_older_version_is_refused(centre):
    services, own, actor = centre.services, centre.committee.id, centre.actor
    with pytest.raises(RuleRefusal):
        services.check_rules.set_level(own, "term.status", CheckLevel.OFF, actor=actor, version=0)
    services.check_rules.set_level(own, "term.vague", CheckLevel.OFF, actor=actor, version=0)
    with pytest.raises(StaleWrite):
        services.check_rules.set_level(own, "term.vague", CheckLevel.MUST, actor=actor, version=0)


def test_own_phrases_are_kept(centre):
    services, own, actor = centre.services, centre.committee.id, centre.actor
    phrase = OwnPhrase(phrase="一次性了断", sentence="改写成“付清后再无争议”")
    services.check_rules.set_phrases(own, (phrase,), actor=actor, version=0)
    assert services.check_rules.book(own).phrases == (phrase,)
