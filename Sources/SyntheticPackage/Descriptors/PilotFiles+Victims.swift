extension PilotFiles {
  static let victims =
    """
    pilot: victims
    title: Supporting victims of crime
    title_cy: Cefnogi dioddefwyr troseddau
    population: People named as the victim of a recorded crime, at the first such crime
    questions:
      - Where in the process do cases end without support for the victim to go on, and how long
        had they waited?
      - Which services reach victims, how soon, and whom do they not reach?
      - What can the justice system do differently?

    """ + promise + """
      events:
        crime: {label: Crime recorded, resource: crimes}
        suspect: {label: Suspect identified, resource: crimes, date: suspect_date}
        decided: {label: Police outcome assigned, resource: crimes, date: outcome_date}
        not_supported:
          {label: 'Case ended, victim not supported to continue', resource: crimes,
           date: outcome_date, where: {outcome: [VN]}}
        no_suspect:
          {label: 'Case ended, no suspect identified', resource: crimes, date: outcome_date,
           where: {outcome: [NS]}}
        evidential:
          {label: 'Case ended, evidential difficulties with the victim in support',
           resource: crimes, date: outcome_date, where: {outcome: [EV]}}
        out_of_court:
          {label: Resolved out of court, resource: crimes, date: outcome_date,
           where: {outcome: [OC]}}
        prevented:
          {label: Prosecution prevented or not in the public interest, resource: crimes,
           date: outcome_date, where: {outcome: [NP, TR]}}
        referral: {label: Referred to the CPS, resource: prosecutions}
        charge:
          {label: Charged, resource: prosecutions, date: decision_date, where: {decision: [CH]}}
        not_charged:
          {label: No charge, resource: prosecutions, date: decision_date,
           where: {decision: [NFAE, NFAP]}}
        not_supported_cps:
          {label: 'No charge, victim not supported to continue', resource: prosecutions,
           date: decision_date, where: {decision: [VNS]}}
        hearing: {label: First hearing, resource: court_cases}
        listed: {label: Trial listed, resource: court_cases, date: trial_listed}
        completed: {label: Case completed, resource: court_cases, date: completed}
        convicted:
          {label: Conviction, resource: court_cases, date: completed, where: {outcome: [C]}}
        acquitted:
          {label: Acquittal, resource: court_cases, date: completed, where: {outcome: [ACQ]}}
        not_supported_court:
          {label: 'Case ended after charge, victim not supported to continue',
           resource: court_cases, date: completed, where: {ended: [VA]}}
        support: {label: Contact with a support service, resource: support_contacts,
          where: {service: [GEN, IDVA, ISVA, RJ]}}
        contact_scheme: {label: Victim contact scheme, resource: support_contacts,
          where: {service: [VCS]}}
        death: {label: Death, resource: deaths}

      index: {event: crime, choose: first}
      follow_up: {until: 2024-06-30, censored_by: [death]}

      variables:
        sex: {label: Sex, label_cy: Rhyw, from: victim_people.sex, at: ever, missing: 'N'}
        age: {label: Age when recorded, from: index.age,
          bands: [16-17, 18-24, 25-34, 35-44, 45-54, 55-64, 65+]}
        ethnicity: {label: Ethnicity, label_cy: Ethnigrwydd, from: victim_people.ethnicity,
          at: ever}
        area: {label: Region and local authority, from: index.area}
        year: {label: Year recorded, from: index.recorded_date, by: year}
        quarter: {label: Quarter recorded, from: index.recorded_date, by: quarter}
        offence: {label: Offence, label_cy: Trosedd, from: index.offence, sensitive: true}
        channel: {label: How it was reported, from: index.channel}
        police_outcome: {label: Police outcome, from: index.outcome, missing: '0'}
        court_outcome: {label: Court outcome, from: court_cases.outcome, at: stage completed}
        services: {label: Support services met, from: support_contacts.service, at: ever,
          kind: multi-response}
        release_known: {label: Release of the person convicted known to a service,
          from: service_offenders.release_known, at: ever}

      stages:
        - name: recorded
          label: Crime recorded
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
          drop_label: Case not known to be completed
          branches:
            - {name: not_supported, label: 'Case ended, victim not supported to continue',
               event: not_supported_court}
        - {name: completed, label: Case completed, event: completed,
           drop_label: No conviction}
        - {name: convicted, label: Conviction, event: convicted}

      milestones:
        support_28_days: {label: Support reached within 28 days, event: support,
          within: 28 days}
        trial_listed: {label: Trial listed within 12 months, event: listed, within: 12 months}
        contact_scheme: {label: Met by the victim contact scheme within 24 months,
          event: contact_scheme, within: 24 months}

      """ + victimsOutcomes

  private static let victimsOutcomes = """
    outcomes:
      decided_6_months:
        label: Report followed by a police decision within 6 months
        event: decided
        within: 6 months
        card:
          numerator: People whose crime was assigned an outcome within 6 months
          denominator: People with a recorded crime, observed for 6 months
          window: 6 months from the record
          censoring: People with less than 6 months of observation are left out
          source: Invented records after Crime outcomes (Home Office)
          limits: [Crimes that nobody reported are not in the data]
      support_reached:
        label: Support reached within 28 days
        event: support
        within: 28 days
        card:
          numerator: People with a contact by a support service up to 28 days after the record
          denominator: People with a recorded crime, observed for 28 days
          window: 28 days from the record
          censoring: People recorded in the last 28 days are left out
          source: Invented records after victim services
          limits: [Services that share no data are not seen, A contact is not a measure of its worth]
      support_reached_91_days:
        label: Support reached within 91 days
        event: support
        within: 91 days
        card:
          numerator: People with a contact by a support service up to 91 days after the record
          denominator: People with a recorded crime, observed for 91 days
          window: 91 days from the record
          censoring: People recorded in the last 91 days are left out
          source: Invented records after victim services
          limits: [Services that share no data are not seen, A contact is not a measure of its worth]
      charged:
        label: Charge within 12 months
        event: charge
        within: 12 months
        card:
          numerator: People whose case was charged within 12 months
          denominator: People with a recorded crime, observed for 12 months
          window: 12 months from the record
          censoring: People with less than 12 months of observation are left out
          source: After Crime outcomes in England and Wales (Home Office)
          limits: ['The published 7% counts crimes, and outcomes assigned in a year']
      convicted:
        label: Conviction within 24 months
        event: convicted
        within: 24 months
        card:
          numerator: People in whose case someone was convicted within 24 months
          denominator: People with a recorded crime, observed for 24 months
          window: 24 months from the record
          censoring: People with less than 24 months of observation are left out
          source: Invented records after court data
          limits: [A conviction is one kind of justice among others]
      not_supported:
        label: Case ended with the victim not supported to continue
        event: not_supported
        within: 12 months
        card:
          numerator: People whose crime was closed with outcome 14 or 16 within 12 months
          denominator: People with a recorded crime, observed for 12 months
          window: 12 months from the record
          censoring: People with less than 12 months of observation are left out
          source: After Crime outcomes (Home Office), outcome types 14 and 16
          limits:
            - 'The published 27% is a share of outcomes assigned, not of people'
            - Says where the process ended, not why; ask by stage and by time waited
      not_supported_after_charge:
        label: Case ended after charge with the victim not supported to continue
        event: not_supported_court
        within: 24 months
        among: {police_outcome: [CH]}
        card:
          numerator: People whose case ended after charge because the victim could not go on
          denominator: People whose case was charged, observed for 24 months
          window: 24 months from the record
          censoring: People with less than 24 months of observation are left out
          source: Invented records after court data
          limits: [Depends on the reason that the court recorded]

    """
}
