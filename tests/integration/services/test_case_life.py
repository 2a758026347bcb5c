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
    live(4, 12, template=sqlite_template)


@pytest.mark.postgres
def test_a_few_lives_on_the_server(postgres_server):
    live(2, 6, server=postgres_server)


@pytest.mark.long
@pytest.mark.parametrize("part", range(4))
def test_many_lives(sqlite_template, part):
    del part  # each runs its own random lives: one test of all would outlast the watch over hanging tests
    live(15, 30, template=sqlite_template)


@pytest.mark.long
@pytest.mark.postgres
@pytest.mark.parametrize("part", range(2))
def test_many_lives_on_the_server(postgres_server, part):
    del part
    live(12, 25, server=postgres_server)


@pytest.mark.long
def test_the_whole_table_was_walked(sqlite_template):
    """Ways that chance has not found are walked on, as long as there are any."""
    for _round in range(12):
        if rows_never_walked():
            live(8, 30, template=sqlite_template)
    assert rows_never_walked() == []
