#!/usr/bin/env python3
"""Times `bold query` as a process against the sqlite3 shell counting the same cross-table.

sqlite3 counts from a database file that was made beforehand from the same CSV files, with an index on the
links; bold counts from its store, and applies disclosure control, which sqlite3 does not. Both are timed
in turn, in the same run. Prints Markdown; writes nothing but temporary files.

  python3 bench_query.py --bold PATH --store DIR --package DIR [--repeat 15]
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# The persons of a pilot at the medium link level, each with the record that made them a member.
COHORTS = {
    "reoffending_disposals": ("disposals", "pnc_id", "index_date"),
    "homelessness": ("applications", "housing_id", "assessment_date"),
    "victims": ("crimes", "police_id", "recorded_date"),
    "substance_misuse": ("requirements", "probation_id", "sentence_date"),
}
AGE = ("CASE WHEN age < 21 THEN '18-20' WHEN age < 25 THEN '21-24' WHEN age < 30 THEN '25-29' "
       "WHEN age < 35 THEN '30-34' WHEN age < 40 THEN '35-39' WHEN age < 50 THEN '40-49' "
       "WHEN age < 60 THEN '50-59' ELSE '60+' END")
YEAR = "substr(day, 1, 4)"
REOFFENDED = (
    "avg(EXISTS (SELECT 1 FROM links k JOIN offences o ON o.pnc_id = k.record_id "
    "WHERE k.medium = person AND k.source_dataset = '{police}' AND o.offence_date >= day "
    "AND o.offence_date < date(day, '+12 months') "
    "AND o.conviction_date < date(day, '+18 months')))")

# The query, and the SQL of its columns and of what is counted.
QUERIES = [
    ("reoffending_disposals rows disposal", ["disposal"], "count(*)"),
    ("reoffending_disposals rows age columns sex", [AGE, "sex"], "count(*)"),
    ("reoffending_disposals rows disposal columns year", ["disposal", YEAR], "count(*)"),
    ("reoffending_disposals rows age columns sex measure share reoffended", [AGE, "sex"], REOFFENDED),
    ("homelessness rows area", ["area"], "count(*)"),
    ("homelessness rows outcome columns household", ["outcome", "household"], "count(*)"),
    ("homelessness rows \"reason\" columns tenure", ["reason", "tenure"], "count(*)"),
    ("victims rows police_outcome columns channel", ["outcome", "channel"], "count(*)"),
    ("victims rows offence columns age", ["offence", AGE], "count(*)"),
    ("victims rows offence columns year", ["offence", YEAR], "count(*)"),
    ("substance_misuse rows requirement columns order_type", ["requirement", "order_type"],
     "count(*)"),
    ("substance_misuse rows offence columns previous", ["offence", "previous"], "count(*)"),
]


def load(package: Path, database: Path) -> None:
    """Reads every CSV file of the package into a table of the database."""
    commands = [".mode csv", f".import '{package}/links.csv' links"]
    commands += [f".import '{path}' {path.stem}" for path in sorted(package.glob("data/*.csv"))]
    commands += ["CREATE INDEX links_record ON links (source_dataset, record_id, medium);",
                 "CREATE INDEX links_person ON links (medium, source_dataset, record_id);",
                 "CREATE INDEX offences_record ON offences (pnc_id, offence_date);", "ANALYZE;"]
    subprocess.run(["sqlite3", str(database)], input="\n".join(commands), text=True, check=True)


def dataset(database: Path, table: str, person: str) -> str:
    """The dataset by which the links call the records of a table: the one that knows most of them."""
    sql = (f"SELECT source_dataset FROM links JOIN (SELECT DISTINCT {person} p FROM {table}) "
           "ON record_id = p GROUP BY 1 ORDER BY count(*) DESC LIMIT 1")
    return subprocess.run(["sqlite3", str(database), sql], capture_output=True, text=True,
                          check=True).stdout.strip()


def statement(pilot: str, columns: list[str], count: str, datasets: dict[str, str]) -> str:
    table, person, day = COHORTS[pilot]
    grouped = ", ".join(columns)
    return f"""WITH ranked AS (
      SELECT l.medium AS person, r.{day} AS day, r.*,
        row_number() OVER (PARTITION BY l.medium ORDER BY r.{day}) AS place
      FROM {table} r JOIN links l
        ON l.source_dataset = '{datasets[table]}' AND l.record_id = r.{person})
      SELECT {grouped}, {count.format(police=datasets['offences'])} FROM ranked
      WHERE place = 1 GROUP BY {grouped}"""


def seconds(command: list[str]) -> float:
    started = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    taken = time.perf_counter() - started
    if done.returncode != 0 or not done.stdout:
        sys.exit(f"failed: {' '.join(command)}\n{done.stderr.decode()}")
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bold", required=True, help="the bold executable of a release build")
    parser.add_argument("--store", required=True)
    parser.add_argument("--package", required=True, type=Path, help="what the store was built from")
    parser.add_argument("--repeat", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bold-bench-") as folder:
        database = Path(folder) / "package.sqlite"
        load(options.package, database)
        people = {table: person for table, person, _ in COHORTS.values()} | {"offences": "pnc_id"}
        datasets = {table: dataset(database, table, person) for table, person in people.items()}
        print("| query | bold, best ms | median ms | sqlite3, best ms | median ms | ratio |")
        print("| --- | --: | --: | --: | --: | --: |")
        slowest = 0.0
        for query, columns, count in QUERIES:
            sql = statement(query.split()[0], columns, count, datasets)
            commands = [[options.bold, "query", "--store", options.store, query],
                        ["sqlite3", "-readonly", str(database), sql]]
            times: list[list[float]] = [[], []]
            for _ in range(options.repeat):
                for place, command in enumerate(commands):
                    times[place].append(1000 * seconds(command))
            bold, peer = times
            slowest = max(slowest, statistics.median(bold))
            print(f"| {query} | {min(bold):.1f} | {statistics.median(bold):.1f} | {min(peer):.1f} | "
                  f"{statistics.median(peer):.1f} | "
                  f"{statistics.median(peer) / statistics.median(bold):.2f} |")
        print(f"\nRatio: medians, sqlite3 / bold (above 1: bold is faster). Slowest median of bold: "
              f"{slowest:.1f} ms.")


if __name__ == "__main__":
    main()
