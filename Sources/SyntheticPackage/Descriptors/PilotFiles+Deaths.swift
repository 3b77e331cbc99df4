extension PilotFiles {
  static let homicide =
    """
    pilot: homicide
    title: Treatment before a homicide, victims and suspects
    title_cy: Triniaeth cyn lladdiad, dioddefwyr a phobl dan amheuaeth
    population: Victims and suspects in the Homicide Index, at the first entry of each person
    questions:
      - How many victims and suspects had been known to treatment services?

    """ + promise + """
      events:
        entry: {label: Entry in the Homicide Index, label_cy: Cofnod yn y Mynegai Lladdiadau,
          resource: homicide_index}
        journey: {label: Treatment journey started, label_cy: Dechreuwyd taith driniaeth,
          resource: journeys}
        completed: {label: Treatment completed, label_cy: Cwblhawyd triniaeth,
          resource: journeys, date: end_date, where: {end_reason: [S]}}
      index: {event: entry, choose: first}
      variables:
        role: {label: Victim or suspect, label_cy: Dioddefwr neu berson dan amheuaeth,
          from: index.role}
        sex: {label: Sex, label_cy: Rhyw, from: index.sex, missing: 'N'}
        age: {label: Age, label_cy: Oedran, from: index.age,
          bands: [0-15, 16-24, 25-34, 35-44, 45-54, 55+]}
        year: {label: Year, label_cy: Blwyddyn, from: index.offence_date, by: year}
        treatment: {label: Treatment record, label_cy: Cofnod triniaeth, from: journeys.system,
          at: ever, missing: NONE, sensitive: true,
          adverse: true}
        substance: {label: Substance group, label_cy: Grŵp sylweddau, from: journeys.substance,
          at: ever, sensitive: true,
          adverse: true}
        since_treatment: {label: Days since treatment last started,
          label_cy: Dyddiau ers i driniaeth ddechrau ddiwethaf, days_since: journey,
          bands: [0-182, 183-365, 366+]}
      stages:
        - {name: entry, label: Entry in the Homicide Index,
           label_cy: Cofnod yn y Mynegai Lladdiadau}

      """

  static let suicide =
    """
    pilot: suicide
    title: Contact with treatment before a death by suicide
    title_cy: Cyswllt â thriniaeth cyn marwolaeth drwy hunanladdiad
    population: People whose death was registered as a suicide
    questions:
      - How many of those who died by suicide had been in contact with treatment in the year before?

    """ + promise + """
      events:
        suicide: {label: Death by suicide, label_cy: Marwolaeth drwy hunanladdiad,
          resource: deaths, where: {cause: [SUIC]}}
        contact: {label: Last contact with treatment, label_cy: Cyswllt olaf â thriniaeth,
          resource: last_contacts}
        completed: {label: Treatment completed, label_cy: Cwblhawyd triniaeth,
          resource: journeys, date: end_date, where: {end_reason: [S]}}
      index: {event: suicide, choose: first}
      variables:
        sex: {label: Sex, label_cy: Rhyw, from: index.sex, missing: 'N'}
        age: {label: Age, label_cy: Oedran, from: index.age,
          bands: [0-24, 25-34, 35-44, 45-54, 55-64, 65+]}
        region: {label: Region, label_cy: Rhanbarth, from: index.region,
          geography: true}
        year: {label: Year, label_cy: Blwyddyn, from: index.death_date, by: year}
        substance: {label: Substance group at the last contact,
          label_cy: Grŵp sylweddau yn y cyswllt olaf, from: last_contacts.substance, at: ever,
          sensitive: true,
          adverse: true}
        since_contact: {label: Days since the last contact,
          label_cy: Dyddiau ers y cyswllt diwethaf, days_since: contact, before: 12 months,
          bands: [0-28, 29-91, 92-182, 183+]}
        journey_end: {label: How the last journey ended, label_cy: Sut y daeth y daith olaf i ben,
          from: last_contacts.end_reason, at: ever}
      stages:
        - {name: death, label: Death by suicide, label_cy: Marwolaeth drwy hunanladdiad}

      """

  static let treatment =
    """
    pilot: treatment
    title: People in treatment for alcohol and drugs
    title_cy: Pobl mewn triniaeth ar gyfer alcohol a chyffuriau
    population: >-
      People in structured treatment who consented to sharing, at the first journey of the period
    questions:
      - Who completes treatment, and who comes back within six months?
      - How many die by suicide or poisoning within a year of starting?

    """ + promise + """
      events:
        start: {label: Treatment journey started, label_cy: Dechreuwyd taith driniaeth,
          resource: journeys}
        ended: {label: Journey ended, label_cy: Daeth y daith i ben, resource: journeys,
          date: end_date}
        completed: {label: Treatment completed, label_cy: Cwblhawyd triniaeth,
          resource: journeys, date: end_date, where: {end_reason: [S]}}
        left: {label: Journey ended before completion, label_cy: Daeth y daith i ben yn gynnar,
          resource: journeys, date: end_date, where: {end_reason: [85, 86, 88]}}
        transferred: {label: Transferred or in custody, label_cy: Trosglwyddwyd neu yn y ddalfa,
          resource: journeys, date: end_date, where: {end_reason: [T]}}
        death: {label: Death, label_cy: Marwolaeth, resource: deaths}
        suicide: {label: Death by suicide, label_cy: Marwolaeth drwy hunanladdiad,
          resource: deaths, where: {cause: [SUIC]}}
        poisoning:
          {label: Death by drug or alcohol poisoning,
           label_cy: Marwolaeth drwy wenwyno cyffuriau neu alcohol, resource: deaths,
           where: {cause: [DRUG]}}
      index: {event: start, choose: first}
      follow_up: {until: 2024-06-30, censored_by: [death]}
      variables:
        system: {label: Treatment system, label_cy: System driniaeth, from: index.system}
        substance: {label: Substance group, label_cy: Grŵp sylweddau, from: index.substance,
          sensitive: true,
          adverse: true}
        housing_need: {label: Housing need, label_cy: Angen tai, from: index.housing_need}
        source: {label: Source of referral, label_cy: Ffynhonnell yr atgyfeiriad,
          from: index.source}
        modality: {label: Kind of treatment, label_cy: Math o driniaeth, from: index.modality}
        sex: {label: Sex, label_cy: Rhyw, from: treatment_people.sex, at: ever, missing: 'N'}
        area: {label: Region and local authority, label_cy: Rhanbarth ac awdurdod lleol,
          from: treatment_people.area, at: ever,
          geography: true}
        year: {label: Year of start, label_cy: Blwyddyn dechrau, from: index.start_date, by: year}
        journeys: {label: Later journeys within 24 months,
          label_cy: Teithiau diweddarach o fewn 24 mis, count: start, within: 24 months,
          bands: [0, 1, 2+]}
        journey_end: {label: How the journey ended, label_cy: Sut y daeth y daith i ben,
          from: index.end_reason, missing: OPEN}
      stages:
        - name: started
          label: Treatment journey started
          label_cy: Dechreuwyd taith driniaeth
          drop_label: Journey open
          branches:
            - {name: left, label: Journey ended before completion, event: left}
            - {name: transferred, label: Transferred or in custody, event: transferred}
        - {name: completed, label: Treatment completed, label_cy: Cwblhawyd triniaeth,
           event: completed, drop_label: Not back within 6 months}
        - {name: returned, label: Back in treatment within 6 months,
           label_cy: Yn ôl mewn triniaeth o fewn 6 mis, event: start,
           within: 182 days of previous}
      outcomes:
        completed:
          polarity: positive
          label: Treatment completed within 24 months
          label_cy: Cwblhau triniaeth o fewn 24 mis
          event: completed
          within: 24 months
          card:
            numerator: People with a journey closed as completed (80 to 82)
            denominator: People who started treatment, observed for 24 months
            window: 24 months from the start
            censoring: People observed for less than 24 months are left out
            source: Invented records after NDTMS and WNDSM
            limits: [Journeys still open are in the denominator, A later return is not taken off]
        suicide:
          polarity: adverse
          beside: completed
          label: Death by suicide within 12 months
          label_cy: Marwolaeth drwy hunanladdiad o fewn 12 mis
          event: suicide
          within: 12 months
          terminal: true
          card:
            numerator: People who died by suicide within 12 months of the start of a journey
            denominator: People who started treatment, observed for 12 months
            window: 12 months from the start
            censoring: People observed for less than 12 months are left out
            source: Invented records after death registrations and NDTMS
            limits:
              - >-
                Not the share of all suicides that had been in contact with treatment, which the
                pilot suicide has: one numerator, two denominators
              - Deaths whose inquest is not over are missing
        poisoning:
          polarity: adverse
          beside: completed
          label: Death by poisoning within 12 months
          label_cy: Marwolaeth drwy wenwyno o fewn 12 mis
          event: poisoning
          within: 12 months
          terminal: true
          card:
            numerator: People who died by drug or alcohol poisoning within 12 months of the start
            denominator: People who started treatment, observed for 12 months
            window: 12 months from the start
            censoring: People observed for less than 12 months are left out
            source: Invented records after death registrations and NDTMS
            limits: [Deaths whose inquest is not over are missing]

      """
}
