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
@pytest.mark.parametrize("part", range(5))
def test_many_lives(sqlite_template, part):
    del part  # each runs its own random lives: one test of all would outlast the watch over hanging tests
    live(40, 45, template=sqlite_template)


@pytest.mark.long
@pytest.mark.postgres
@pytest.mark.parametrize("part", range(2))
def test_many_lives_on_the_server(postgres_server, part):
    del part
    live(25, 40, server=postgres_server)


@pytest.mark.long
def test_the_whole_table_was_walked(sqlite_template):
    """Ways that chance has not found are walked on, as long as there are any."""
    for _round in range(10):
        if rows_never_walked():
            live(30, 45, template=sqlite_template)
    assert rows_never_walked() == []
