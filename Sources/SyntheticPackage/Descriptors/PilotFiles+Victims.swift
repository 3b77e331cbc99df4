extension PilotFiles {
  static let victims =
    """
    pilot: victims
    title: Supporting victims of crime
    population: >-
      People named as the victim of a recorded crime, at each such crime, from the day it was
      reported. Police count crimes, the Crown Prosecution Service and the courts count cases;
      records of one crime are put together by its reference, and every table says its unit.
    questions:
      - Where in the process do cases end without support for the victim to go on, and how long
        had they waited?
      - Which services reach victims, how soon, and whom do they not reach?
      - What can the justice system do differently?

    """ + promise + victimsEvents + victimsVariables + victimsPathway + victimsOutcomes

  private static let victimsEvents = """
    events:
      report: {label: Crime reported, resource: crimes, date: reported_date}
      incident: {label: Incident, resource: crimes, date: incident_date,
        matching: {crime_ref: crime_ref}}
      crime: {label: Crime recorded, resource: crimes, matching: {crime_ref: crime_ref}}
      any_crime: {label: Any crime recorded, resource: crimes}
      suspect: {label: Suspect identified, resource: crimes, date: suspect_date,
        matching: {crime_ref: crime_ref}}
      decided: {label: Police outcome assigned, resource: crimes, date: outcome_date,
        matching: {crime_ref: crime_ref}}
      not_supported:
        {label: 'Case ended, victim not supported to continue', resource: crimes,
         date: outcome_date, where: {outcome: [VN]}, matching: {crime_ref: crime_ref}}
      no_suspect:
        {label: 'Case ended, no suspect identified', resource: crimes, date: outcome_date,
         where: {outcome: [NS]}, matching: {crime_ref: crime_ref}}
      evidential:
        {label: 'Case ended, evidential difficulties with the victim in support',
         resource: crimes, date: outcome_date, where: {outcome: [EV]},
         matching: {crime_ref: crime_ref}}
      out_of_court:
        {label: Resolved out of court, resource: crimes, date: outcome_date,
         where: {outcome: [OC, TIC]}, matching: {crime_ref: crime_ref}}
      prevented:
        {label: Prosecution prevented or not in the public interest, resource: crimes,
         date: outcome_date, where: {outcome: [NP, TR]}, matching: {crime_ref: crime_ref}}
      referral: {label: Referred to the CPS, resource: prosecutions,
        matching: {crime_ref: crime_ref}}
      charge:
        {label: Charged, resource: prosecutions, date: decision_date, where: {decision: [CH]},
         matching: {crime_ref: crime_ref}}
      not_charged:
        {label: No charge, resource: prosecutions, date: decision_date,
         where: {decision: [NFAE, NFAP]}, matching: {crime_ref: crime_ref}}
      not_supported_cps:
        {label: 'No charge, victim not supported to continue', resource: prosecutions,
         date: decision_date, where: {decision: [VNS]}, matching: {crime_ref: crime_ref}}
      hearing: {label: First hearing, resource: court_cases,
        matching: {crime_ref: crime_ref}}
      listed: {label: Trial listed, resource: court_cases, date: trial_listed,
        matching: {crime_ref: crime_ref}}
      postponed: {label: Trial postponed, resource: court_cases, date: trial_listed,
        where: {postponements: [1, 2, 3, 4]}, matching: {crime_ref: crime_ref}}
      measures: {label: Special measures granted, resource: court_cases,
        where: {special_measures: [true]}, matching: {crime_ref: crime_ref}}
      statement: {label: Victim Personal Statement made, resource: court_cases,
        where: {statement: [true]}, matching: {crime_ref: crime_ref}}
      completed: {label: Case completed, resource: court_cases, date: completed,
        matching: {crime_ref: crime_ref}}
      convicted:
        {label: Conviction, resource: court_cases, date: completed, where: {outcome: [C]},
         matching: {crime_ref: crime_ref}}
      acquitted:
        {label: Acquittal, resource: court_cases, date: completed, where: {outcome: [ACQ]},
         matching: {crime_ref: crime_ref}}
      no_verdict:
        {label: Case ended without a verdict, resource: court_cases, date: completed,
         where: {outcome: [E]}, matching: {crime_ref: crime_ref}}
      not_supported_court:
        {label: 'Case ended after charge, victim not supported to continue',
         resource: court_cases, date: completed, where: {ended: [V]},
         matching: {crime_ref: crime_ref}}
      support_referral: {label: Referred to a support service, resource: support_referrals,
        matching: {crime_ref: crime_ref}}
      support: {label: Contact with a support service, resource: support_contacts,
        where: {service: [GEN, IDVA, ISVA, RJ]}, matching: {crime_ref: crime_ref}}
      contact_scheme: {label: Informed by the victim contact scheme,
        resource: support_contacts, where: {service: [VCS]},
        matching: {crime_ref: crime_ref}}
      informed: {label: Informed of the investigation (right 6), resource: rights,
        where: {right: [6]}, matching: {crime_ref: crime_ref}}
      told_outcome: {label: Informed of the outcome (right 9), resource: rights,
        where: {right: [9]}, matching: {crime_ref: crime_ref}}
      death: {label: Death, resource: deaths}

    index: {event: report, choose: each}
    follow_up: {until: 2024-06-30, censored_by: [death]}
    units:
      crime: {label: Crimes, key: crime_ref}

    """

  private static let victimsVariables = """
    variables:
      sex: {label: Sex, from: victim_people.sex, at: ever, missing: 'N'}
      age: {label: Age when recorded, from: index.age,
        bands: [0-15, 16-17, 18-24, 25-34, 35-44, 45-54, 55-64, 65+]}
      ethnicity: {label: Ethnicity, from: victim_people.ethnicity, at: ever}
      area: {label: Region and local authority, from: index.area, geography: true}
      year: {label: Year recorded, from: index.recorded_date, by: year}
      quarter: {label: Quarter recorded, from: index.recorded_date, by: quarter}
      offence: {label: Offence, from: index.offence, sensitive: true}
      channel: {label: How it was reported, from: index.channel}
      police_outcome: {label: Police outcome, from: index.outcome, missing: '0'}
      decided_by: {label: Who decided, from: index.decided_by}
      charging_decision: {label: Charging decision, from: prosecutions.decision,
        at: stage referred}
      court_outcome: {label: Court outcome, from: court_cases.outcome, at: stage hearing}
      postponements: {label: Postponements of the trial, from: court_cases.postponements,
        at: stage hearing, bands: [0, 1, 2, 3+]}
      special_measures: {label: Special measures, from: court_cases.special_measures,
        at: stage hearing}
      services: {label: Support services met, from: support_contacts.service, at: ever,
        kind: multi-response}
      rights_sent: {label: The force sends rights delivered, from: index.rights_sent}
      rights: {label: Rights of the Victims' Code delivered, from: rights.right, at: ever,
        kind: multi-response}
      case_known: {label: Case known to a service, from: service_cases.case_known, at: ever}
      court_known: {label: Court information known to a service, from: service_courts.court_known,
        at: ever}
      release_known: {label: Release of the person convicted known to a service,
        from: service_offenders.release_known, at: ever}
      contacts: {label: Support contacts within 12 months, count: support, within: 12 months,
        bands: [0, 1, 2-3, 4+]}
      earlier: {label: Crimes recorded in the 12 months before, count: any_crime,
        before: 12 months, bands: [0, 1, 2+], adverse: true}
      later: {label: Further crimes recorded within 12 months, count: any_crime,
        within: 12 months, bands: [0-1, 2, 3+], adverse: true}
      report_delay: {label: Days from incident to report, days_since: incident,
        before: 120 months, bands: [1-7, 8-28, 29-365, 366+]}
      support_wait: {label: Days to the first support contact, days_to: support,
        within: 182 days, bands: [0-7, 8-28, 29-91, 92+]}
      decision_wait: {label: Days to the police outcome, days_to: decided,
        within: 365 days, bands: [0-28, 29-91, 92-182, 183+]}
      court_wait: {label: Days to the end of the case, days_to: completed,
        within: 730 days, bands: [0-182, 183-365, 366-548, 549+]}

    """

  private static let victimsPathway = """
    stages:
      - {name: reported, label: Crime reported, drop_label: Not recorded}
      - name: recorded
        label: Crime recorded
        event: crime
        within: 56 days of index
        drop_label: No outcome known
        branches:
          - {name: not_supported, label: 'Case ended, victim not supported to continue',
             event: not_supported}
          - {name: no_suspect, label: 'Case ended, no suspect identified', event: no_suspect}
          - {name: evidential, label: 'Case ended, evidential difficulties',
             event: evidential}
          - {name: out_of_court, label: Resolved out of court, event: out_of_court}
          - {name: prevented, label: Prosecution prevented or elsewhere, event: prevented}
      - name: suspect
        label: Suspect identified
        event: suspect
        drop_label: No outcome known
        branches:
          - {name: not_supported, label: 'Case ended, victim not supported to continue',
             event: not_supported}
          - {name: no_suspect, label: 'Case ended, no suspect identified', event: no_suspect}
          - {name: evidential, label: 'Case ended, evidential difficulties',
             event: evidential}
          - {name: out_of_court, label: Resolved out of court, event: out_of_court}
          - {name: prevented, label: Prosecution prevented or elsewhere, event: prevented}
      - name: referred
        label: Referred to the CPS
        event: referral
        concurrent: true
        drop_label: No charging decision known
        branches:
          - {name: not_supported, label: 'No charge, victim not supported to continue',
             event: not_supported_cps}
          - {name: not_charged, label: No charge for another reason, event: not_charged}
      - {name: charged, label: Charged, event: charge, drop_label: No hearing known}
      - name: hearing
        label: First hearing
        event: hearing
        drop_label: Outcome of the case not known
        branches:
          - {name: not_supported, label: 'Case ended, victim not supported to continue',
             event: not_supported_court}
          - {name: acquitted, label: Acquittal, event: acquitted}
          - {name: no_verdict, label: Case ended without a verdict, event: no_verdict}
      - {name: convicted, label: Conviction, event: convicted,
         drop_label: Not known to be informed after sentence}
      - {name: informed, label: Informed by the victim contact scheme, event: contact_scheme}

    milestones:
      referred_14_days: {label: Referred to a support service within 14 days,
        event: support_referral, within: 14 days}
      support_28_days: {label: Support reached within 28 days, event: support,
        within: 28 days}
      told_outcome: {label: Informed of the outcome within 12 months, event: told_outcome,
        within: 12 months}
      trial_listed: {label: Trial listed within 12 months, event: listed, within: 12 months}
      postponed: {label: Trial postponed within 24 months, event: postponed,
        within: 24 months}
      completed_24_months: {label: Case completed within 24 months, event: completed,
        within: 24 months}
      measures: {label: Special measures granted within 24 months, event: measures,
        within: 24 months}
      statement: {label: Victim Personal Statement made within 24 months, event: statement,
        within: 24 months}
      contact_scheme: {label: Met by the victim contact scheme within 24 months,
        event: contact_scheme, within: 24 months}

    """
}
