#!/usr/bin/env python3
"""Times `bold build` against DuckDB on the same CSV, in the same run.

Makes a package of N events (8 columns) of a quarter as many persons with links, then
  bold:   bold build (typed columns, persons joined by links and re-keyed, sorted by person and date, written)
  duckdb: read_csv, join with links, ORDER BY person and date, written to a table of a database file
and prints seconds, peak resident memory of the whole process, disk, and the ratio (above 1: bold is
faster). DuckDB has two threads and `--duckdb-memory` (2GB; with the 400 MB that bold keeps to it gives
up on 20 million events).

  python3 bench_build.py --bold PATH [--rows 2000000] [--persons N] [--folder DIR] [--repeat 3]
                         [--package DIR]

`--bold` is the executable of a release build; `--package` keeps the package there, or uses the one
that is there. Needs `pip install duckdb`. Exit status 1 where bold took more than 400 MiB.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FIELDS = ["person", "date", "end", "kind", "region", "sex", "amount", "first"]
KINDS = [f"K{n}" for n in range(40)]
REGIONS = [f"E1200000{n}" for n in range(1, 10)]

DUCKDB = """
import duckdb, sys
folder, database, threads, memory = sys.argv[1:5]
connection = duckdb.connect(database)
connection.execute(f"SET threads={threads}; SET preserve_insertion_order=false; SET memory_limit='{memory}'")
connection.execute(f'''
  CREATE TABLE events AS
  SELECT l.low, l.medium, l.high, e.date, e."end", e.kind, e.region, e.sex, e.amount, e.first
  FROM read_csv('{folder}/data/events.csv', header=true, columns={{
      'person': 'VARCHAR', 'date': 'DATE', 'end': 'DATE', 'kind': 'VARCHAR', 'region': 'VARCHAR',
      'sex': 'VARCHAR', 'amount': 'BIGINT', 'first': 'BOOLEAN'}}) e
  JOIN read_csv('{folder}/links.csv', header=true, all_varchar=true) l ON l.record_id = e.person
  ORDER BY l.low, l.medium, l.high, e.date''')
connection.execute("CHECKPOINT")
print(connection.execute("SELECT count(*) FROM events").fetchone()[0])
"""


def make_package(folder: Path, rows: int, persons: int) -> None:
    """Writes the package, by DuckDB since it is quick at it."""
    import duckdb

    (folder / "data").mkdir(parents=True)
    (folder / "codelists").mkdir()
    (folder / "pilots").mkdir()
    kinds = ",".join(f"'{kind}'" for kind in KINDS)
    regions = ",".join(f"'{region}'" for region in REGIONS)
    connection = duckdb.connect()
    connection.execute("SET threads=1; SELECT setseed(0.5)")
    connection.execute(f"""COPY (
      SELECT 'P' || hash(p) AS person, d AS date,
        CASE WHEN random() < 0.3 THEN NULL ELSE d + CAST(random() * 300 AS INTEGER) END AS "end",
        [{kinds}][1 + CAST(floor(random() * 40) AS INTEGER)] AS kind,
        [{regions}][1 + CAST(floor(random() * 9) AS INTEGER)] AS region,
        ['F','M'][1 + CAST(floor(random() * 2) AS INTEGER)] AS sex,
        CAST(random() * 10000 AS BIGINT) AS amount, random() < 0.5 AS first
      FROM (SELECT CAST(floor(random() * {persons}) AS BIGINT) AS p,
              DATE '2015-01-01' + CAST(floor(random() * 3200) AS INTEGER) AS d
            FROM range({rows}))) TO '{folder}/data/events.csv' (HEADER)""")
    connection.execute(f"""COPY (
      SELECT 'prison' AS source_dataset, 'P' || hash(p) AS record_id, 'h' || hash(p + 1) AS high,
        'm' || hash(p // 2) AS medium, 'l' || hash(p // 4) AS low
      FROM range({persons}) t(p)) TO '{folder}/links.csv' (HEADER)""")
    for name, codes in [("kinds", KINDS), ("regions", REGIONS), ("sexes", ["F", "M"])]:
        text = "code,label\n" + "".join(f"{code},{code}\n" for code in codes)
        (folder / "codelists" / f"{name}.csv").write_text(text)
    kinds_of = {"date": "date", "end": "date", "amount": "integer", "first": "boolean"}
    lists = {"kind": "kinds", "region": "regions", "sex": "sexes"}
    fields = []
    for name in FIELDS:
        field = {"name": name, "type": kinds_of.get(name, "string")}
        if name in lists:
            field["bold"] = {"codelist": lists[name]}
        fields.append(field)
    (folder / "datapackage.json").write_text(json.dumps({
        "name": "benchmark", "title": "Benchmark", "version": "1",
        "resources": [{
            "name": "events", "title": "Events", "path": "data/events.csv",
            "schema": {"fields": fields, "missingValues": [""]},
            "bold": {"dataset": "prison", "owner": "Nobody", "agreement": "A", "person": "person",
                     "date": "date", "end": "end", "coverage": "Nobody is in it."},
        }],
        "bold": {"format": 1, "synthetic": True, "owner": "Nobody", "coverage": "Nobody.",
                 "period": {"first": "2015-01-01", "last": "2024-12-31"}, "refreshed": "2024-12-31",
                 "links": "links.csv", "default_link_level": "medium"},
    }, indent=1))
    (folder / "agreements.yaml").write_text(
        "agreements:\n  - {id: A, owner: Nobody, resources: [events], pilots: [benchmark], "
        "fields: [], purpose: Research, starts: 2020-01-01, expires: 2040-12-31}\n")
    (folder / "policy.yaml").write_text("profile: 10-5\n")
    (folder / "pilots" / "benchmark.yaml").write_text("""pilot: benchmark
title: Benchmark
population: Nobody
events:
  event: {label: Event, resource: events}
index: {event: event, choose: first}
variables:
  kind: {label: Kind, from: index.kind}
  region: {label: Region, from: index.region}
  sex: {label: Sex, from: index.sex}
  amount: {label: Amount, from: index.amount, bands: [0-99, 100+]}
  first: {label: First, from: index.first}
stages:
  - {name: event, label: Event}
""")


def run(command: list[str]) -> tuple[float, int]:
    """Seconds and peak resident memory in MiB of a command."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - started
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}\n{errors.decode()}")
    return seconds, usage.ru_maxrss // 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bold", required=True, help="the bold executable of a release build")
    parser.add_argument("--rows", type=int, default=2_000_000)
    parser.add_argument("--persons", type=int, help="a quarter of the rows by default")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--folder", help="where to work; a temporary folder by default")
    parser.add_argument("--duckdb-memory", default="2GB")
    parser.add_argument("--package", help="where the package is kept; made where it is not there")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="bold-bench-", dir=options.folder))
    try:
        package = Path(options.package) if options.package else folder / "package"
        if not package.exists():
            make_package(package, options.rows, options.persons or max(options.rows // 4, 1))
        megabytes = sum(path.stat().st_size for path in package.rglob("*.csv")) / 1e6
        store, database = folder / "store", folder / "table.duckdb"
        script = folder / "load.py"
        script.write_text(DUCKDB)
        results: dict[str, list[tuple[float, int]]] = {"bold": [], "duckdb": []}
        for _ in range(options.repeat):
            shutil.rmtree(store, ignore_errors=True)
            build = [options.bold, "build", str(package), "--store", str(store)]
            results["bold"].append(run(build))
            database.unlink(missing_ok=True)
            load = [sys.executable, str(script), str(package), str(database), "2",
                    options.duckdb_memory]
            results["duckdb"].append(run(load))
        report = json.loads((store / "build-report.json").read_text())
        events, persons = report["resources"][0], report["persons"]
        print(f"{events['rowsRead']:,} events, {persons['high']:,} persons, "
              f"{megabytes:,.0f} MB of CSV, best of {options.repeat}:\n")
        print("| | seconds | MB/s | peak memory, MiB | written, MB | temporary, MB |")
        print("| --- | --: | --: | --: | --: | --: |")
        disk = {"bold": (report["storeBytes"], f"{report['temporaryBytes'] / 1e6:,.0f}"),
                "duckdb": (database.stat().st_size, "")}
        for name, runs in results.items():
            seconds, memory = min(runs)[0], max(memory for _, memory in runs)
            print(f"| {name} | {seconds:.2f} | {megabytes / seconds:.0f} | {memory} | "
                  f"{disk[name][0] / 1e6:,.0f} | {disk[name][1]} |")
        ratio = min(results["duckdb"])[0] / min(results["bold"])[0]
        print(f"\nRatio (duckdb / bold): {ratio:.2f}")
        if max(memory for _, memory in results["bold"]) > 400:
            sys.exit("bold took more than 400 MiB of memory")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
