/// The pilots as YAML, one file each.
enum PilotFiles {
  /// What the programme does and does not do; the same in every pilot.
  static let promise = """
    will:
      - Use linked data for research into what helps
      - Show counts, shares and times for groups of people, each under disclosure control
      - Say with every rate how it is defined, and who cannot appear in the data
    will_not:
      - Show the record of a person, or look anyone up
      - Be used for decisions about a person or a case
      - Score, rank or predict
      - Collect new data, or share data outside government and the justice system

    """
}
