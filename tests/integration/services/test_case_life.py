"""Whole lives of cases, in any order hypothesis finds, with the promises of the program after every step."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.integration.services.lives.whole_table import FullLife, rows_never_walked, statistics


def live(examples, steps, *, template=None, server=None):
    machine = type("LifeHere", (FullLife,), {"template": template, "server": server})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(statistics())


def test_a_few_lives(sqlite_template):
    live(5, 25, template=sqlite_template)


@pytest.mark.postgres
def test_a_few_lives_on_the_server(postgres_server):
    live(2, 12, server=postgres_server)


@pytest.mark.long
def test_many_lives_walk_the_whole_table(sqlite_template):
    live(300, 60, template=sqlite_template)
    assert rows_never_walked() == []


@pytest.mark.long
@pytest.mark.postgres
def test_many_lives_on_the_server(postgres_server):
    live(60, 50, server=postgres_server)
