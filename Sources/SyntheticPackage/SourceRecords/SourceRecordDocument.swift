/// What stands beside the source records: the columns, and how often they are wrong.
enum SourceRecordDocument {
  static func text(persons: Int, seed: UInt64) -> String {
    """
    Every person and every record in this folder is invented.
    Made by: bold sample --source-records, \(persons) persons, seed \(seed).

    Person records as separate systems hold them, to try a linkage on. They are not part of the
    data package: initials and birth dates never enter one, and bold build refuses them.

    DATASET.csv: record_id (as in the package), first_initial, surname_initial, birth_date, sex,
    district. truth.csv: source_dataset, record_id and the person that the record is of.

    Errors, per 10,000 records of people who are easy to link, in most systems; three times as many
    in street outreach, half as many in death registrations, half as many again for people of
    minority ethnic groups and in unsettled housing (three times for birthdays written 1 January):
    \(SourceErrors.typical.lines)
    Besides, \(SourceErrors.secondFirstName) of 10,000 people go by a second first name in some
    systems, \(SourceErrors.secondSurnameOfWomen) of 10,000 women and \
    \(SourceErrors.secondSurnameOfMen) of 10,000 men by a second surname,
    and 1,000 to 4,960 people of 10,000 moved, the more the less settled their housing is:
    a record has one address or the other. Where a system has two people under one id, it holds
    the names of the first.

    """
  }
}

extension SourceErrors {
  fileprivate var lines: String {
    [
      ("first initial missing", initialMissing), ("surname initial missing", initialMissing),
      ("first initial mistyped", initialMistyped), ("surname initial mistyped", initialMistyped),
      ("initials in each other's place", initialsSwapped), ("birth date missing", birthMissing),
      ("day and month in each other's place, where both are months", birthSwapped),
      ("1 January for a birthday not known", birthDefault),
      ("one part of the birth date mistyped", birthMistyped), ("sex missing", sexMissing),
      ("the other sex", sexWrong), ("district missing", districtMissing),
    ].map { "  \($1)\t\($0)" }.joined(separator: "\n")
  }
}
