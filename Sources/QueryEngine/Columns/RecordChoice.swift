import CohortModel
import ColumnStore

/// The record of a member from which a variable takes its value.
enum RecordChoice {
  /// A given row per member: the index record or the record that made a stage.
  case row(Buffer<UInt32>)
  /// The latest record dated on or before a day per member.
  case latest(before: Buffer<Int32>, recordDays: Buffer<Int32>)
  /// The latest record that has a value: by date where records have one, else the last.
  case latestWithValue(recordDays: Buffer<Int32>?)
}

/// The records of a member from which a multi-response variable takes all values.
enum RecordSelection {
  /// Every record.
  case all
  /// Records dated on or before a day per member.
  case through(Buffer<Int32>, recordDays: Buffer<Int32>)
  /// The events of a day per member: those that happened together with the index or the stage;
  /// where that has no date, only the record `own` that made it.
  case events(EventSequence, on: Buffer<Int32>, own: Buffer<UInt32>)
  /// A given row per member.
  case row(Buffer<UInt32>)
}
