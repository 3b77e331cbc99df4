#!/usr/bin/env python3
"""Gives a data package other links: the output of Splink in one of its forms, or the truth.

  python3 assemble.py PACKAGE NEW_PACKAGE FORM SOURCE_RECORDS SPLINK_OUTPUT

FORM is clusters, parquet, predictions, lookup, spine or truth. NEW_PACKAGE is a copy of PACKAGE (its data are
linked to, not copied) whose descriptor names the files of the linkage. Needs Python alone.
"""

import csv
import hashlib
import hmac
import json
import os
import shutil
import sys
from pathlib import Path

LEVELS = ["high", "medium", "low"]
THRESHOLDS = {"high": 0.99, "medium": 0.95, "low": 0.8}


def rows(path: Path):
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def write(path: Path, header: list[str], lines) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def truth(source: Path, links: Path) -> dict:
    """A person's true number is the cluster at every level."""
    write(links / "truth.csv", ["source_dataset", "record_id"] + LEVELS,
          ([row["source_dataset"], row["record_id"]] + [row["person"]] * 3
           for row in rows(source / "truth.csv")))
    return {"format": "spine", "path": "links/truth.csv"}


def clusters(splink: Path, links: Path, suffix: str) -> dict:
    """Splink's cluster files as they are, with the personal columns that it copies into them."""
    for level in LEVELS:
        shutil.copy(splink / f"clusters_{level}.{suffix}", links)
    return {"format": "splink-clusters", "thresholds": THRESHOLDS, "model": "links/model.json",
            "clusters": {level: f"links/clusters_{level}.{suffix}" for level in LEVELS}}


def predictions(source: Path, splink: Path, links: Path) -> dict:
    """Splink's pairs, and the list of all records, linked or not."""
    shutil.copy(splink / "predictions.csv", links)
    write(links / "records.csv", ["source_dataset", "record_id"],
          ([row["source_dataset"], row["record_id"]] for row in rows(source / "truth.csv")))
    return {"format": "splink-predictions", "thresholds": THRESHOLDS, "model": "links/model.json",
            "predictions": "links/predictions.csv", "records": "links/records.csv"}


def lookup(splink: Path, links: Path, form: str) -> dict:
    """One row per record with keyed clusters, as the table person_clusters_beta has them; or the same as
    the spine of a package."""
    found: dict[tuple[str, str], list[str]] = {}
    for level in LEVELS:
        for row in rows(splink / f"clusters_{level}.csv"):
            key = hmac.new(b"linkage " + level.encode(), row["cluster_id"].encode(), hashlib.sha256)
            found.setdefault((row["source_dataset"], row["record_id"]), []).append(
                key.hexdigest()[:16])
    header = (["record_id", "source_dataset"] + LEVELS if form == "spine" else
              ["person_id", "source_dataset"] + [f"cluster_{level}" for level in LEVELS])
    write(links / f"{form}.csv", header,
          ([record, dataset] + keys for (dataset, record), keys in sorted(found.items())))
    return {"format": form, "path": f"links/{form}.csv", "thresholds": THRESHOLDS}


def main() -> None:
    package, new, form, source, splink = sys.argv[1:6]
    package, new, source, splink = map(Path, (package, new, source, splink))
    # Hard links: the records are the same.
    shutil.copytree(package, new, copy_function=os.link)
    for name in ["links.csv", "datapackage.json"]:
        (new / name).unlink(missing_ok=True)
    shutil.rmtree(new / "links", ignore_errors=True)
    (new / "links").mkdir()
    if form == "truth":
        links = truth(source, new / "links")
    else:
        if form not in ("lookup", "spine"):
            shutil.copy(splink / "model.json", new / "links")
        links = {"clusters": lambda: clusters(splink, new / "links", "csv"),
                 "parquet": lambda: clusters(splink, new / "links", "parquet"),
                 "predictions": lambda: predictions(source, splink, new / "links"),
                 "lookup": lambda: lookup(splink, new / "links", "lookup"),
                 "spine": lambda: lookup(splink, new / "links", "spine")}[form]()
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    before = descriptor["bold"].get("links")
    if isinstance(before, dict) and "agreement" in before:
        links["agreement"] = before["agreement"]
    descriptor["bold"]["links"] = links
    (new / "datapackage.json").write_text(json.dumps(descriptor, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
