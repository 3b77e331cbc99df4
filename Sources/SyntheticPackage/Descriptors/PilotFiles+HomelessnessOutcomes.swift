extension PilotFiles {
  static let homelessnessOutcomes = """
    outcomes:
      prevented:
        label: Homelessness prevented
        event: prevented
        within: 182 days
        among: {outcome: [P]}
        polarity: positive
        card:
          numerator: >-
            Prevention duties that ended with accommodation secured for 6 months or more
          denominator: Cases owed a prevention duty, observed for 182 days
          window: 182 days from assessment
          censoring: Cases with less than 182 days of observation are left out
          source: After H-CLIC, reasons that prevention duties ended; in Wales section 66
          limits: [The published share is of duties that ended in the quarter, not of cases owed]
      relieved:
        label: Homelessness relieved
        event: relieved
        within: 182 days
        among: {outcome: [R]}
        polarity: positive
        card:
          numerator: Relief duties that ended with accommodation secured for 6 months or more
          denominator: Cases owed a relief duty at assessment, observed for 182 days
          window: 182 days from assessment
          censoring: Cases with less than 182 days of observation are left out
          source: After H-CLIC, reasons that relief duties ended; in Wales section 73
          limits: [Relief after a prevention duty that ended with homelessness is not in the base]
      secured_6_months:
        label: A home secured within 6 months
        event: secured
        within: 6 months
        among: {outcome: [O]}
        polarity: positive
        card:
          numerator: Cases in which any duty ended with accommodation secured, or a settled offer
          denominator: Cases owed a duty, observed for 6 months
          window: 6 months from assessment
          censoring: Cases with less than 6 months of observation are left out
          source: Invented records after H-CLIC and Welsh returns
          limits: [Says nothing about how long the home lasted]
      secured_12_months:
        label: A home secured within 12 months
        event: secured
        within: 12 months
        among: {outcome: [O]}
        polarity: positive
        card:
          numerator: Cases in which any duty ended with accommodation secured, or a settled offer
          denominator: Cases owed a duty, observed for 12 months
          window: 12 months from assessment
          censoring: Cases with less than 12 months of observation are left out
          source: Invented records after H-CLIC and Welsh returns
          limits: [Says nothing about how long the home lasted]
      slept_rough_12_months:
        label: Met sleeping rough within 12 months
        event: outreach
        within: 12 months
        polarity: adverse
        beside: secured_12_months
        card:
          numerator: People met bedded down by an outreach team of London within 12 months
          denominator: People assessed, observed for 12 months
          window: 12 months from assessment
          censoring: People with less than 12 months of observation are left out
          source: Invented records after CHAIN
          limits: [Outside London nobody is met in these records, People nobody met are not seen]
      repeat_12_months:
        label: Owed a new duty within 12 months of the assessment
        event: again
        within: 12 months
        among: {outcome: [O]}
        polarity: adverse
        beside: secured_12_months
        card:
          numerator: >-
            Cases followed by a new application with a duty owed, after one that ended with
            accommodation
          denominator: Cases owed a duty, observed for 12 months
          window: 12 months from the assessment
          censoring: Cases with less than 12 months of observation are left out
          source: No official definition with a window was found; this one is the project's
          limits:
            - The window runs from the assessment; the pilot homelessness_repeat has it run from the
              home that was found
            - Moves to another country are not seen
      repeat_24_months:
        label: Owed a new duty within 24 months of the assessment
        event: again
        within: 24 months
        among: {outcome: [O]}
        polarity: adverse
        beside: secured_12_months
        card:
          numerator: >-
            Cases followed by a new application with a duty owed, after one that ended with
            accommodation
          denominator: Cases owed a duty, observed for 24 months
          window: 24 months from the assessment
          censoring: Cases with less than 24 months of observation are left out
          source: No official definition with a window was found; this one is the project's
          limits:
            - The window runs from the assessment; the pilot homelessness_repeat has it run from the
              home that was found
            - Moves to another country are not seen

    """

  /// The cohort whose follow-up begins when a duty ended with a home.
  static let homelessnessRepeat =
    """
    pilot: homelessness_repeat
    title: Reducing homelessness, after a home was found
    population: >-
      Adults of households for whom a prevention, relief or main duty ended with accommodation, each
      time that one did
    questions:
      - How long do homes last that were found through a duty, and for whom?
      - What comes before a household has to ask again?

    """ + promise + """
      events:
        secured:
          {label: Duty ended with accommodation, resource: duties, date: end_date,
           where: {end_reason: [P1, R1, M1]}}
        owed_again: {label: Owed a new duty, resource: duties, where: {duty: [PREV, REL]}}
        relief_again: {label: Homeless again and owed a relief duty, resource: duties,
          where: {duty: [REL]}}
        assessment: {label: Assessed as homeless or threatened, resource: applications}
        outreach: {label: Met sleeping rough, resource: outreach, where: {kind: [NEW, BED]}}
        release: {label: Release from custody, resource: releases}
        in_treatment: {label: In treatment, resource: journeys, open_at_index: true}
        treatment_completed:
          {label: Treatment journey completed, resource: journeys, date: end_date,
           where: {end_reason: [S]}}
        death: {label: Death, resource: deaths}
      index: {event: secured, choose: each}
      follow_up: {until: 2024-06-30, censored_by: [death]}
      units:
        household: {label: Household cases, key: case_ref}
      variables:
        sex: {label: Sex, from: housing_people.sex, at: ever, missing: 'N'}
        age: {label: Age at the last assessment, from: applications.age,
          bands: [16-17, 18-24, 25-34, 35-44, 45-54, 55-64, 65+]}
        area: {label: Region and local authority, from: applications.area, geography: true}
        law: {label: Law of the case, from: applications.law}
        household: {label: Kind of household, from: applications.household}
        year: {label: Year in which the home was found, from: index.end_date, by: year}
        how: {label: How the duty ended, from: index.end_reason}
        needs: {label: Support needs, from: support_needs.need, at: ever,
          kind: multi-response, sensitive: true, adverse: true}
        earlier: {label: 'Applications in the 24 months before, this one among them',
          count: assessment, before: 24 months, bands: [0-1, 2, 3+], adverse: true}
        later: {label: Further applications within 24 months, count: assessment,
          within: 24 months, bands: [0, 1, 2+], adverse: true}
        gap: {label: Days to a new duty, days_to: owed_again, within: 730 days,
          bands: [0-91, 92-182, 183-365, 366-730]}
        leaver: {label: Days since release from custody, days_since: release, before: 12 months,
          bands: [1-90, 91-365], adverse: true}
      stages:
        - {name: secured, label: A home was found, drop_label: No new duty known}
        - {name: again, label: Owed a new duty, event: owed_again, drop_label: No home known yet}
        - {name: secured_again, label: A home was found again, event: secured}
      milestones:
        in_treatment: {label: In treatment when the home was found, event: in_treatment,
          within: 1 days}
        treatment_completed: {label: Treatment completed within 12 months,
          event: treatment_completed, within: 12 months}
        slept_rough: {label: Met sleeping rough within 12 months, event: outreach,
          within: 12 months}
      outcomes:
        repeat_12_months:
          label: Owed a new duty within 12 months
          event: owed_again
          within: 12 months
          polarity: adverse
          beside: secured_again_24_months
          card:
            numerator: Homes followed by a new prevention or relief duty within 12 months
            denominator: Duties that ended with accommodation, observed for 12 months
            window: 12 months from the end of the duty
            censoring: Homes found in the last 12 months are left out
            source: No official definition with a window was found; this one is the project's
            limits: [A home lost without asking an authority is not seen]
        repeat_24_months:
          label: Owed a new duty within 24 months
          event: owed_again
          within: 24 months
          polarity: adverse
          beside: secured_again_24_months
          card:
            numerator: Homes followed by a new prevention or relief duty within 24 months
            denominator: Duties that ended with accommodation, observed for 24 months
            window: 24 months from the end of the duty
            censoring: Homes found in the last 24 months are left out
            source: No official definition with a window was found; this one is the project's
            limits: [A home lost without asking an authority is not seen]
        homeless_24_months:
          label: Homeless again and owed a relief duty within 24 months
          event: relief_again
          within: 24 months
          polarity: adverse
          beside: secured_again_24_months
          card:
            numerator: Homes followed by a relief duty within 24 months
            denominator: Duties that ended with accommodation, observed for 24 months
            window: 24 months from the end of the duty
            censoring: Homes found in the last 24 months are left out
            source: No official definition with a window was found; this one is the project's
            limits: [New duties of prevention are not in the numerator]
        secured_again_24_months:
          label: A home found once more within 24 months
          event: secured
          within: 24 months
          polarity: positive
          card:
            numerator: Homes followed by another duty that ended with accommodation
            denominator: Duties that ended with accommodation, observed for 24 months
            window: 24 months from the end of the duty
            censoring: Homes found in the last 24 months are left out
            source: Invented records after H-CLIC and Welsh returns
            limits: [Only those who had to ask again can be in the numerator]

      """
}
