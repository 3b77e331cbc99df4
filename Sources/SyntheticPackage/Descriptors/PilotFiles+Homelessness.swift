extension PilotFiles {
  static let homelessness =
    """
    pilot: homelessness
    title: Reducing homelessness
    title_cy: Lleihau digartrefedd
    population: >-
      Household cases assessed by a local authority, each shown by its main applicant, at the first
      assessment in the period. Other members of a household are not counted as people.
    questions:
      - Why do some people become homeless again and again?
      - Which services best keep people who leave prison from becoming homeless?
      - What part does treatment for drugs and alcohol play?

    """ + promise + """
      events:
        assessment: {label: Assessed as homeless or threatened, resource: applications}
        owed: {label: Owed a duty, resource: duties, where: {duty: [PREV, REL]}}
        prevention: {label: Prevention duty owed, resource: duties, where: {duty: [PREV]}}
        relief: {label: Relief duty owed, resource: duties, where: {duty: [REL]}}
        main_duty: {label: Main duty owed, resource: duties, where: {duty: [MAIN]}}
        prevented:
          {label: Homelessness prevented, resource: duties, date: end_date,
           where: {end_reason: [P1]}}
        prevention_ended:
          {label: Prevention duty ended another way, resource: duties, date: end_date,
           where: {end_reason: [P3, P4, P5, P6, P7, P8, P9]}}
        relieved:
          {label: Homelessness relieved, resource: duties, date: end_date,
           where: {end_reason: [R1]}}
        relief_ended:
          {label: Relief duty ended another way, resource: duties, date: end_date,
           where: {end_reason: [R3, R4, R5, R6, R7, R8, R9, R10]}}
        secured:
          {label: Accommodation secured, resource: duties, date: end_date,
           where: {end_reason: [P1, R1, M1]}}
        settled_offer:
          {label: Settled offer accepted, resource: duties, date: end_date,
           where: {end_reason: [M1]}}
        placement: {label: Placed in temporary accommodation, resource: placements}
        again: {label: Owed a new duty after one ended with a home, resource: duties,
          where: {again: [true]}}
        outreach: {label: Met sleeping rough, resource: outreach, where: {kind: [NEW, BED]}}
        release: {label: Release from custody, resource: releases}
        treatment: {label: Treatment journey started, resource: journeys}
        treatment_completed:
          {label: Treatment journey completed, resource: journeys, date: end_date,
           where: {end_reason: [S]}}
        death: {label: Death, resource: deaths}

      index: {event: assessment, choose: first}
      follow_up: {until: 2024-06-30, censored_by: [death]}

      variables:
        sex: {label: Sex of the main applicant, from: housing_people.sex, at: ever,
          missing: 'N'}
        age: {label: Age at assessment, from: index.age,
          bands: [16-17, 18-24, 25-34, 35-44, 45-54, 55-64, 65+]}
        ethnicity: {label: Ethnicity, label_cy: Ethnigrwydd, from: housing_people.ethnicity,
          at: ever}
        area: {label: Region and local authority, from: index.area}
        year: {label: Year of assessment, from: index.assessment_date, by: year}
        quarter: {label: Quarter of assessment, from: index.assessment_date, by: quarter}
        outcome: {label: Outcome of the assessment, from: index.outcome}
        reason: {label: Reason for loss of the last settled home, from: index.reason,
          sensitive: true}
        tenure: {label: Accommodation at application, from: index.tenure, missing: NK}
        household: {label: Kind of household, from: index.household}
        source: {label: How the case came, from: index.source}
        needs: {label: Support needs, from: support_needs.need, at: index,
          kind: multi-response, sensitive: true}
        temporary: {label: Temporary accommodation, from: placements.kind, at: ever,
          kind: multi-response}

      stages:
        - name: assessed
          label: Assessed
          drop_label: No duty owed
        - name: owed
          label: Owed a prevention or relief duty
          event: owed
          within: 7 days of index
          drop_label: Duty not known to have ended
          branches:
            - {name: prevented, label: Homelessness prevented, event: prevented,
               within: 182 days}
            - {name: ended, label: Prevention duty ended another way, event: prevention_ended,
               within: 182 days}
        - name: relief
          label: Relief duty owed
          event: relief
          within: 182 days of index
          drop_label: No main duty known
          branches:
            - {name: relieved, label: Homelessness relieved, event: relieved, within: 182 days}
            - {name: ended, label: Relief duty ended another way, event: relief_ended,
               within: 182 days}
        - name: main
          label: Main duty owed
          event: main_duty
          within: 365 days of index
          drop_label: No temporary placement known
        - name: placed
          label: Placed in temporary accommodation
          event: placement
          within: 91 days of previous
          drop_label: No settled offer yet
        - {name: settled, label: Settled offer accepted, event: settled_offer}

      milestones:
        placed_6_months: {label: In temporary accommodation within 6 months, event: placement,
          within: 182 days}
        slept_rough: {label: Met sleeping rough within 12 months, event: outreach,
          within: 12 months}
        treatment: {label: Treatment started within 12 months, event: treatment,
          within: 12 months}

      """ + homelessnessOutcomes

  private static let homelessnessOutcomes = """
    outcomes:
      prevented:
        label: Homelessness prevented
        event: prevented
        within: 182 days
        among: {outcome: [P]}
        card:
          numerator: Prevention duties that ended with accommodation secured for 6 months or more
          denominator: Cases owed a prevention duty, observed for 182 days
          window: 182 days from assessment
          censoring: Cases with less than 182 days of observation are left out
          source: After H-CLIC, reasons that prevention duties ended
          limits: [The published share is of duties that ended in the quarter, not of cases owed]
      relieved:
        label: Homelessness relieved
        event: relieved
        within: 182 days
        among: {outcome: [R]}
        card:
          numerator: Relief duties that ended with accommodation secured for 6 months or more
          denominator: Cases owed a relief duty at assessment, observed for 182 days
          window: 182 days from assessment
          censoring: Cases with less than 182 days of observation are left out
          source: After H-CLIC, reasons that relief duties ended
          limits: [Relief after a prevention duty that failed is not in the base]
      secured_12_months:
        label: A home secured within 12 months
        event: secured
        within: 12 months
        among: {outcome: [O]}
        card:
          numerator: Cases in which any duty ended with accommodation secured, or a settled offer
          denominator: Cases owed a duty, observed for 12 months
          window: 12 months from assessment
          censoring: Cases with less than 12 months of observation are left out
          source: Invented records after H-CLIC
          limits: [Says nothing about how long the home lasted]
      repeat_12_months:
        label: Owed a new duty within 12 months
        event: again
        within: 12 months
        among: {outcome: [O]}
        card:
          numerator: >-
            Cases followed by a new application with a duty owed, after one that ended with
            accommodation
          denominator: Cases owed a duty, observed for 12 months
          window: 12 months from the first assessment
          censoring: Cases with less than 12 months of observation are left out
          source: No official definition with a window was found; this one is the project's
          limits: [The window runs from the first assessment, Moves to another country are not seen]
      repeat_24_months:
        label: Owed a new duty within 24 months
        event: again
        within: 24 months
        among: {outcome: [O]}
        card:
          numerator: >-
            Cases followed by a new application with a duty owed, after one that ended with
            accommodation
          denominator: Cases owed a duty, observed for 24 months
          window: 24 months from the first assessment
          censoring: Cases with less than 24 months of observation are left out
          source: No official definition with a window was found; this one is the project's
          limits: [The window runs from the first assessment, Moves to another country are not seen]

    """
}
