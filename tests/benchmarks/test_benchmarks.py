"""The benchmarks run: on a thousand cases and a few turns, every row is measured; how fast is not judged."""

import shutil

from app.persistence.store import DATABASE_NAME
from tests.benchmarks import agreement, batch, case_file, cases, deadlines, lists, pages, window


def test_lists_of_a_thousand_cases_are_measured(tmp_path):
    assert cases.build(tmp_path / "centre", 1_000) > 0
    assert cases.build(tmp_path / "centre", 1_000) == 0
    rows = list(lists.rows(tmp_path / "centre", "1,000 cases", times=5))
    assert len(rows) > 14
    assert all("ms" in row.found or "MiB" in row.found for row in rows)
    read = list(pages.rows(tmp_path / "centre", "1,000 cases", times=2))
    assert len(read) == 4
    assert all("ms" in row.found for row in read)


def test_clocks_are_measured_and_both_ways_of_counting_agree(tmp_path):
    cases.build(tmp_path / "centre", 200)
    rows = [*deadlines.rows(500), *deadlines.rewinding(tmp_path / "centre", "200 cases")]
    assert len(rows) == 4
    assert all("/s" in row.found for row in rows)


def test_the_agreement_is_measured_beside_whatever_peers_are_here(tmp_path):
    rows = list(agreement.rows(tmp_path, times=2, cold_times=1))
    assert rows[0].found.startswith("2 pages")
    named = " ".join(row.what for row in rows)
    assert all(name in named for name in ("ours", "typst", "weasyprint", "fpdf2", "libreoffice"))


def test_the_first_window_is_measured(tmp_path):
    window.prepare(tmp_path / "small")
    rows = list(window.rows(tmp_path / "small", "window", times=1))
    assert float(rows[0].found.split()[0]) > 0


def test_a_bound_file_is_measured(tmp_path):
    rows = list(case_file.rows(tmp_path, scans=5))
    assert rows[0].what == "case file of 111 pages"
    assert all(row.found for row in rows)


def test_a_batch_is_measured_beside_whatever_peers_are_here(tmp_path, sqlite_template):
    shutil.copyfile(sqlite_template, tmp_path / DATABASE_NAME)
    rows = list(batch.rows(tmp_path, cases=3, times=1))
    assert rows[0].what.startswith("batch of 4 notices")
    assert {"typst", "fpdf2"} <= {row.what.split()[1].rstrip(",") for row in rows}
    assert all(row.found for row in rows)
