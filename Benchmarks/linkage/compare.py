#!/usr/bin/env python3
"""Compares the figures of linked stores with those of a store built from the truth, as Markdown.

  python3 compare.py --bold BOLD --truth TRUTH_CSV --clusters DIR --linked STORE --true STORE

Links are judged by pairs of records (precision, recall) against the truth table of the source records;
figures are what `bold query` prints: protected, rounded. Needs Python alone.
"""

import argparse
import csv
import json
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

LEVELS = ["high", "medium", "low"]

# Figures: pilot, what it is, the query without its link level.
FIGURES = [
    ("reoffending", "people released", "reoffending", None),
    ("reoffending", "housed on the first night", "reoffending measure share housed_first_night",
     ("prison", "prison")),
    ("reoffending", "proven reoffending", "reoffending measure share reoffended",
     ("prison", "pnc")),
    ("reoffending", "in work by six months", "reoffending measure share employed_6_months",
     ("prison", "dwp")),
    ("substance_misuse", "people sentenced", "substance_misuse", None),
    ("substance_misuse", "engaged with treatment", "substance_misuse measure share engaged",
     ("probation", "treatment")),
    ("substance_misuse", "proven reoffending", "substance_misuse measure share reoffended",
     ("probation", "pnc")),
    ("homelessness", "main applicants", "homelessness", None),
    ("homelessness", "a new duty within 12 months",
     "homelessness measure share repeat_12_months", ("housing", "housing")),
    ("homelessness", "treatment started within 12 months",
     "homelessness rows treatment", ("housing", "treatment")),
    ("victims", "victims", "victims", None),
    ("victims", "support reached within 28 days", "victims rows support_28_days",
     ("police", "services")),
]


def pairs(counts) -> int:
    return sum(count * (count - 1) // 2 for count in counts)


def quality(truth: dict, clusters: dict, only: tuple[str, str] | None = None) -> dict:
    """Pairs of records that are joined, of those that belong together, and the other way round."""
    def group(by):
        """Pairs within groups; across two datasets where `only` names them."""
        if only is None or only[0] == only[1]:
            groups = Counter(by(record) for record in truth
                             if only is None or record[0] == only[0])
            return pairs(groups.values())
        left = Counter(by(record) for record in truth if record[0] == only[0])
        right = Counter(by(record) for record in truth if record[0] == only[1])
        return sum(count * right[name] for name, count in left.items())

    true, joined = group(lambda r: truth[r]), group(lambda r: clusters[r])
    both = group(lambda r: (truth[r], clusters[r]))
    return {"precision": both / joined if joined else 1, "recall": both / true if true else 1}


def read_clusters(path: Path) -> dict:
    with path.open(encoding="utf-8", newline="") as stream:
        return {(row["source_dataset"], row["record_id"]): row["cluster_id"]
                for row in csv.DictReader(stream)}


def ask(bold: str, store: str, query: str) -> dict:
    text = subprocess.run([bold, "query", "--store", store, "--format", "json", query],
                          capture_output=True, text=True, check=True).stdout
    return json.loads(text)


def figure(bold: str, store: str, query: str) -> float:
    """Persons, or a share in per cent: of a share measure, or of the code yes."""
    document = ask(bold, store, query)
    cells = {tuple(cell["codes"]): cell for cell in document["cells"]}
    if document["measure"] == "share":
        cell = document["cells"][0]
        return 100 * cell["numerator"] / cell["denominator"]
    if len(cells) == 1:
        return document["cells"][0]["count"]
    return 100 * cells[("yes",)]["count"] / cells[("*",)]["count"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ["bold", "truth", "clusters", "linked", "true"]:
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--same", action="append", default=[], help="a store of the same links")
    options = parser.parse_args()
    with open(options.truth, encoding="utf-8", newline="") as stream:
        truth = {(row["source_dataset"], row["record_id"]): row["person"]
                 for row in csv.DictReader(stream)}
    clusters = {level: read_clusters(Path(options.clusters) / f"clusters_{level}.csv")
                for level in LEVELS}

    print(f"{len(truth):,} records of {len(set(truth.values())):,} people in "
          f"{len({dataset for dataset, _ in truth})} datasets.\n")
    print("| level | clusters | people split | clusters that mix people | precision | recall |")
    print("| --- | --: | --: | --: | --: | --: |")
    for level in LEVELS:
        of_person, of_cluster = defaultdict(set), defaultdict(set)
        for record, person in truth.items():
            of_person[person].add(clusters[level][record])
            of_cluster[clusters[level][record]].add(person)
        result = quality(truth, clusters[level])
        print(f"| {level} | {len(of_cluster):,} | "
              f"{sum(len(names) > 1 for names in of_person.values()):,} | "
              f"{sum(len(names) > 1 for names in of_cluster.values()):,} | "
              f"{result['precision']:.4f} | {result['recall']:.3f} |")

    across = sorted({needs for *_, needs in FIGURES if needs and needs[0] != needs[1]})
    print("\n| records of | recall, high | medium | low | precision, high | medium | low |")
    print("| --- | --: | --: | --: | --: | --: | --: |")
    found = {(needs, level): quality(truth, clusters[level], needs)
             for needs in across for level in LEVELS}
    for needs in across:
        print(f"| {needs[0]} and {needs[1]} | " + " | ".join(
            f"{found[needs, level][name]:.3f}" for name in ["recall", "precision"]
            for level in LEVELS) + " |")

    print("\n| pilot | figure | truth | high | medium | low | truth × recall: high | medium | low |")
    print("| --- | --- | --: | --: | --: | --: | --: | --: | --: |")
    differing = 0
    for pilot, what, query, needs in FIGURES:
        asked = [f"{query} link {level}" for level in LEVELS]
        true = figure(options.bold, options.true, asked[1])
        values = [true] + [figure(options.bold, options.linked, query) for query in asked]
        shown = [f"{value:,.0f}" if needs is None else f"{value:.1f} %" for value in values]
        shown += [f"{true * found[needs, level]['recall']:.1f} %" if (needs, level) in found else ""
                  for level in LEVELS]
        print(f"| {pilot} | {what} | " + " | ".join(shown) + " |")
        differing += sum(figure(options.bold, store, query) != value
                         for store in options.same for query, value in zip(asked, values[1:]))
    if options.same:
        print(f"\nFigures that differ in {len(options.same)} stores of the same links in other forms: "
              f"{differing}.")
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
