#!/usr/bin/env python3
"""Links source records (`bold sample --source-records`) with Splink.

  python3 link.py SOURCE_RECORDS OUTPUT

Writes to OUTPUT what Splink writes, as CSV and Parquet: predictions, clusters_high, clusters_medium and
clusters_low (match probability 0.99, 0.95, 0.8), and model.json. Splink copies every input column into its
clusters, personal ones too: `bold build` drops them. Needs requirements.txt.
"""

import sys
import time
from pathlib import Path

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

THRESHOLDS = {"high": 0.99, "medium": 0.95, "low": 0.8}

# A birth date with day and month in each other's place agrees better than by chance.
BIRTH_DATE = cl.CustomComparison(
    output_column_name="birth_date",
    comparison_levels=[
        cll.NullLevel("birth_date"),
        cll.ExactMatchLevel("birth_date", term_frequency_adjustments=True),
        cll.CustomLevel(
            "birth_date_l[1:5] || birth_date_l[9:10] || '-' || birth_date_l[6:7] = birth_date_r",
            label_for_charts="Day and month in each other's place"),
        cll.DamerauLevenshteinLevel("birth_date", 1),
        cll.ElseLevel(),
    ])

SETTINGS = SettingsCreator(
    link_type="link_and_dedupe",
    unique_id_column_name="record_id",
    comparisons=[
        cl.ExactMatch("first_initial").configure(term_frequency_adjustments=True),
        cl.ExactMatch("surname_initial").configure(term_frequency_adjustments=True),
        BIRTH_DATE,
        cl.ExactMatch("sex"),
        cl.ExactMatch("district").configure(term_frequency_adjustments=True),
    ],
    blocking_rules_to_generate_predictions=[
        block_on("birth_date"),
        block_on("first_initial", "surname_initial", "district"),
        block_on("first_initial", "surname_initial", "sex", "substr(birth_date, 1, 4)"),
    ],
    retain_matching_columns=False,
    retain_intermediate_calculation_columns=False,
)


def main() -> None:
    source, output = map(Path, sys.argv[1:3])
    output.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    connection = duckdb.connect()
    database = DuckDBAPI(connection)
    tables = []
    for path in sorted(source.glob("*.csv")):
        if path.name != "truth.csv":
            records = connection.sql(
                f"SELECT * FROM read_csv('{path}', header=true, all_varchar=true)")
            tables.append(database.register(records, dataset_display_name=path.stem))
    linker = Linker(tables, SETTINGS)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("first_initial", "surname_initial", "birth_date", "sex")], recall=0.85)
    training.estimate_u_using_random_sampling(max_pairs=5_000_000, seed=1)
    training.estimate_parameters_using_expectation_maximisation(block_on("birth_date"))
    training.estimate_parameters_using_expectation_maximisation(
        block_on("first_initial", "surname_initial", "district"))
    linker.misc.save_model_to_json(str(output / "model.json"), overwrite=True)
    predictions = linker.inference.predict(threshold_match_probability=0.5)

    def write(name: str, frame) -> None:
        # Sorted, so that the same input gives the same file.
        relation = frame.as_duckdbpyrelation().order("ALL")
        relation.write_csv(str(output / f"{name}.csv"), header=True)
        relation.write_parquet(str(output / f"{name}.parquet"))

    write("predictions", predictions)
    for level, threshold in THRESHOLDS.items():
        write(f"clusters_{level}", linker.clustering.cluster_pairwise_predictions_at_threshold(
            predictions, threshold_match_probability=threshold))
    print(f"Linked in {time.monotonic() - started:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
