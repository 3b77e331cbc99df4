extension PilotFiles {
  static let sentencing =
    """
    pilot: sentencing
    title: From first hearing to sentence
    title_cy: O'r gwrandawiad cyntaf i'r ddedfryd
    population: >-
      Defendants in cases before magistrates' courts that the old court systems still hold; each
      case counts
    questions:
      - How long do cases take that go on to the Crown Court, and how do they end?

    """ + promise + """
      events:
        hearing: {label: First hearing before magistrates,
          label_cy: Gwrandawiad cyntaf gerbron ynadon, resource: magistrates_cases}
        sent: {label: Sent to the Crown Court, label_cy: Anfonwyd i Lys y Goron,
          resource: magistrates_cases, date: completed, where: {outcome: [COMMIT]},
          matching: {court_case: court_case}}
        ended:
          {label: Ended before magistrates, label_cy: Daeth i ben gerbron ynadon,
           resource: magistrates_cases, date: completed, where: {outcome: [CONV, ACQ, DISC]},
           matching: {court_case: court_case}}
        received: {label: Received by the Crown Court, label_cy: Derbyniwyd gan Lys y Goron,
          resource: crown_cases, matching: {court_case: court_case}}
        completed: {label: Completed in the Crown Court, label_cy: Cwblhawyd yn Llys y Goron,
          resource: crown_cases, date: completed, matching: {court_case: court_case}}
        convicted:
          {label: Convicted before magistrates, label_cy: Euogfarnwyd gerbron ynadon,
           resource: magistrates_cases, date: completed, where: {outcome: [CONV]},
           matching: {court_case: court_case}}
      index: {event: hearing, choose: each}
      follow_up: {until: 2024-06-30}
      units:
        case: {label: Cases, label_cy: Achosion, key: court_case}
      variables:
        offence: {label: Principal offence, label_cy: Prif drosedd, from: index.offence,
          sensitive: true, missing: '99'}
        plea: {label: Plea, label_cy: Ple, from: index.plea}
        outcome: {label: Outcome before magistrates, label_cy: Canlyniad gerbron ynadon,
          from: index.outcome}
        disposal: {label: Disposal, label_cy: Gwarediad, from: index.disposal}
        age: {label: Age, label_cy: Oedran, from: index.age,
          bands: [10-17, 18-20, 21-24, 25-29, 30-39, 40-49, 50+]}
        year: {label: Year of the first hearing, label_cy: Blwyddyn y gwrandawiad cyntaf,
          from: index.first_hearing, by: year}
        crown_offences: {label: Offences before the Crown Court,
          label_cy: Troseddau gerbron Llys y Goron, from: crown_offences.offence, at: ever,
          kind: multi-response, sensitive: true,
          adverse: true}
      stages:
        - name: hearing
          label: First hearing before magistrates
          label_cy: Gwrandawiad cyntaf gerbron ynadon
          drop_label: Open before magistrates
          branches:
            - {name: ended, label: Ended before magistrates,
               label_cy: Daeth i ben gerbron ynadon, event: ended}
        - {name: sent, label: Sent to the Crown Court, label_cy: Anfonwyd i Lys y Goron,
           event: sent, drop_label: No record of the Crown Court}
        - {name: received, label: Received by the Crown Court,
           label_cy: Derbyniwyd gan Lys y Goron, event: received, drop_label: Open}
        - {name: completed, label: Completed in the Crown Court,
           label_cy: Cwblhawyd yn Llys y Goron, event: completed}
      outcomes:
        convicted:
          label: Convicted before magistrates within 6 months
          label_cy: Euogfarnwyd gerbron ynadon o fewn 6 mis
          event: convicted
          within: 6 months
          card:
            numerator: Cases in which magistrates convicted within 6 months of the first hearing
            denominator: Cases before magistrates, observed for 6 months
            window: 6 months from the first hearing
            censoring: Cases observed for less than 6 months are left out
            source: Invented records after Libra
            limits:
              - Cases on the Common Platform are missing, more of them each year from mid-2021
              - The offence with the most serious disposal stands for the case

      """
}
