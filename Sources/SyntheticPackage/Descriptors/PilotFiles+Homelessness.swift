extension PilotFiles {
  static let homelessness =
    """
    pilot: homelessness
    title: Reducing homelessness
    population: >-
      Adults of households assessed as homeless or threatened with homelessness, at each assessment.
      Cases are counted as households, never as people. Cases of England are after H-CLIC; those of
      Wales come from Welsh returns under the Housing (Wales) Act 2014.
    questions:
      - Why do some people become homeless again and again?
      - Which services best keep people who leave prison from becoming homeless?
      - What part does treatment for drugs and alcohol play?
      - What is different in Wales?

    """ + promise + homelessnessEvents + homelessnessVariables + homelessnessPathway
    + homelessnessOutcomes

  private static let homelessnessEvents = """
    events:
      assessment: {label: Assessed as homeless or threatened, resource: applications}
      approach: {label: Approach or referral to an authority, resource: applications,
        date: approach_date, matching: {case_ref: case_ref}}
      owed: {label: Owed a duty, resource: duties, where: {duty: [PREV, REL]},
        matching: {case_ref: case_ref}}
      relief: {label: Relief duty owed, resource: duties, where: {duty: [REL]},
        matching: {case_ref: case_ref}}
      main_duty: {label: Main duty owed, resource: duties, where: {duty: [MAIN]},
        matching: {case_ref: case_ref}}
      prevented:
        {label: Homelessness prevented, resource: duties, date: end_date,
         where: {end_reason: [P1]}, matching: {case_ref: case_ref}}
      became_homeless:
        {label: Prevention duty ended with homelessness, resource: duties, date: end_date,
         where: {end_reason: [P2]}, matching: {case_ref: case_ref}}
      prevention_ended:
        {label: Prevention duty ended another way, resource: duties, date: end_date,
         where: {end_reason: [P3, P4, P5, P6, P7, P8, P9]}, matching: {case_ref: case_ref}}
      relieved:
        {label: Homelessness relieved, resource: duties, date: end_date,
         where: {end_reason: [R1]}, matching: {case_ref: case_ref}}
      elapsed:
        {label: Relief duty ended after 56 days, resource: duties, date: end_date,
         where: {end_reason: [R2]}, matching: {case_ref: case_ref}}
      relief_ended:
        {label: Relief duty ended another way, resource: duties, date: end_date,
         where: {end_reason: [R3, R4, R5, R6, R7, R8, R9, R10]},
         matching: {case_ref: case_ref}}
      main_ended:
        {label: Main duty ended another way, resource: duties, date: end_date,
         where: {end_reason: [M2, M3, M4, M9]}, matching: {case_ref: case_ref}}
      secured:
        {label: Accommodation secured, resource: duties, date: end_date,
         where: {end_reason: [P1, R1, M1]}, matching: {case_ref: case_ref}}
      home_before:
        {label: A home secured in an earlier case, resource: duties, date: end_date,
         where: {end_reason: [P1, R1, M1]}}
      settled_offer:
        {label: Settled offer accepted, resource: duties, date: end_date,
         where: {end_reason: [M1]}, matching: {case_ref: case_ref}}
      placement: {label: Placed in temporary accommodation, resource: placements,
        matching: {case_ref: case_ref}}
      hotel: {label: Placed in bed and breakfast, resource: placements, where: {kind: [BB]},
        matching: {case_ref: case_ref}}
      help: {label: Help by the authority, resource: activities,
        matching: {case_ref: case_ref}}
      review: {label: Review of a decision asked for, resource: reviews,
        matching: {case_ref: case_ref}}
      overturned:
        {label: Decision overturned on review, resource: reviews, date: decision_date,
         where: {result: [OVER]}, matching: {case_ref: case_ref}}
      again: {label: Owed a new duty after one ended with a home, resource: duties,
        where: {again: [true]}}
      outreach: {label: Met sleeping rough, resource: outreach, where: {kind: [NEW, BED]}}
      snapshot: {label: Counted sleeping rough on one night, resource: snapshots}
      release: {label: Release from custody, resource: releases}
      in_treatment: {label: In treatment, resource: journeys, open_at_index: true}
      treatment: {label: Treatment journey started, resource: journeys}
      treatment_completed:
        {label: Treatment journey completed, resource: journeys, date: end_date,
         where: {end_reason: [S]}}
      death: {label: Death, resource: deaths}

    index: {event: assessment, choose: each}
    follow_up: {until: 2024-06-30, censored_by: [death]}
    units:
      household: {label: Household cases, key: case_ref}

    """

  private static let homelessnessVariables = """
    variables:
      sex: {label: Sex, from: housing_people.sex, at: ever, missing: 'N'}
      age: {label: Age at assessment, from: index.age,
        bands: [16-17, 18-24, 25-34, 35-44, 45-54, 55-64, 65+]}
      ethnicity: {label: Ethnicity, from: housing_people.ethnicity, at: ever}
      area: {label: Region and local authority, from: index.area, geography: true}
      law: {label: Law of the case, from: index.law}
      deprivation: {label: Tenth of deprivation of the area (England), from: index.imd_decile,
        bands: [1-2, 3-4, 5-6, 7-8, 9-10]}
      year: {label: Year of assessment, from: index.assessment_date, by: year}
      quarter: {label: Quarter of assessment, from: index.assessment_date, by: quarter}
      outcome: {label: Outcome of the assessment, from: index.outcome}
      reason: {label: Reason for loss of the last settled home, from: index.reason,
        sensitive: true}
      tenure: {label: Accommodation at application, from: index.tenure, missing: NK}
      household: {label: Kind of household, from: index.household}
      role: {label: Place in the household, from: household_people.role}
      source: {label: How the case came, from: index.source}
      duty_end: {label: How the last duty ended, from: duties.end_reason, at: ever}
      needs: {label: Support needs, from: support_needs.need, at: index,
        kind: multi-response, sensitive: true, adverse: true}
      assistance: {label: Help by the authority, from: activities.activity, at: ever,
        kind: multi-response}
      helped_needs: {label: Needs that were helped with, from: activities.need, at: ever,
        kind: multi-response, sensitive: true}
      temporary: {label: Temporary accommodation, from: placements.kind, at: ever,
        kind: multi-response}
      earlier: {label: Applications in the 24 months before, count: assessment,
        before: 24 months, bands: [0, 1, 2+], adverse: true}
      later: {label: Further applications within 24 months, count: assessment,
        within: 24 months, bands: [0, 1, 2+], adverse: true}
      gap: {label: Days since a home was last secured, days_since: home_before,
        before: 24 months, bands: [1-91, 92-182, 183-365, 366+]}
      leaver: {label: Days since release from custody, days_since: release, before: 90 days,
        bands: [1-28, 29-90], adverse: true}
      approached: {label: Days from approach to assessment, days_since: approach,
        before: 60 days, bands: [1-7, 8-14, 15+]}
      help_wait: {label: Days to the first help, days_to: help, within: 56 days,
        bands: [0-7, 8-14, 15-28, 29-56]}
      placements: {label: Placements within 12 months, count: placement, within: 12 months,
        bands: [0, 1, 2+]}
      contacts: {label: Rough-sleeping contacts within 12 months, count: outreach,
        within: 12 months, bands: [0, 1-2, 3+], adverse: true}

    """

  static let homelessnessPathway = """
    stages:
      - {name: assessed, label: Assessed, drop_label: No duty owed}
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
          - {name: elapsed, label: Relief duty ended after 56 days, event: elapsed,
             within: 182 days}
      - name: main
        label: Main duty owed
        event: main_duty
        within: 365 days of index
        drop_label: No temporary placement known
        branches:
          - {name: offered, label: Settled offer without a placement, event: settled_offer}
          - {name: ended, label: Main duty ended another way, event: main_ended}
      - name: placed
        label: Placed in temporary accommodation
        event: placement
        within: 91 days of previous
        drop_label: No settled offer yet
        branches:
          - {name: ended, label: Main duty ended another way, event: main_ended}
      - {name: settled, label: Settled offer accepted, event: settled_offer,
         drop_label: No new duty known}
      - {name: again, label: Owed a new duty, event: again, within: 24 months of previous}

    milestones:
      help_14_days: {label: Help begun within 14 days, event: help, within: 14 days}
      placed_6_months: {label: In temporary accommodation within 6 months, event: placement,
        within: 182 days}
      hotel_6_months: {label: In bed and breakfast within 6 months, event: hotel,
        within: 182 days}
      review: {label: Review of a decision asked for within 6 months, event: review,
        within: 6 months}
      overturned: {label: Decision overturned within 6 months, event: overturned,
        within: 6 months}
      slept_rough: {label: Met sleeping rough within 12 months, event: outreach,
        within: 12 months}
      counted: {label: Counted sleeping rough within 12 months, event: snapshot,
        within: 12 months}
      in_treatment: {label: In treatment on the day of assessment, event: in_treatment,
        within: 1 days}
      treatment: {label: Treatment started within 12 months, event: treatment,
        within: 12 months}
      treatment_completed: {label: Treatment completed within 12 months,
        event: treatment_completed, within: 12 months}

    """
}
