extension PilotFiles {
  static let victimsOutcomes = """
    outcomes:
      decided_6_months:
        label: Report followed by a police decision within 6 months
        event: decided
        within: 6 months
        polarity: positive
        card:
          numerator: People whose crime was assigned an outcome within 6 months
          denominator: People with a recorded crime, observed for 6 months
          window: 6 months from the report
          censoring: People with less than 6 months of observation are left out
          source: Invented records after Crime outcomes (Home Office)
          limits:
            - Crimes that nobody reported are not in the data
      informed_91_days:
        label: Informed of the investigation within 91 days
        event: informed
        within: 91 days
        among: {rights_sent: [true]}
        polarity: positive
        card:
          numerator: People to whom right 6 of the Victims' Code was delivered within 91 days
          denominator: >-
            People whose crime was recorded by a force that sends rights delivered, observed for 91
            days
          window: 91 days from the report
          censoring: People recorded in the last 91 days are left out
          source: Invented records after the Victims' Code; three regions alone
          limits:
            - What was not written down is counted as not delivered
      support_referred:
        label: Referred to support within 14 days
        event: support_referral
        within: 14 days
        polarity: positive
        card:
          numerator: People referred to a support service within 14 days
          denominator: People with a recorded crime, observed for 14 days
          window: 14 days from the report
          censoring: People recorded in the last 14 days are left out
          source: Invented records after victim services
          limits:
            - Services that share no data are not seen
            - A referral is not yet a contact
      support_reached:
        label: Support reached within 28 days
        event: support
        within: 28 days
        polarity: positive
        card:
          numerator: People with a contact by a support service up to 28 days after the report
          denominator: People with a recorded crime, observed for 28 days
          window: 28 days from the report
          censoring: People recorded in the last 28 days are left out
          source: Invented records after victim services
          limits:
            - Services that share no data are not seen
            - A contact is not a measure of its worth
      support_reached_91_days:
        label: Support reached within 91 days
        event: support
        within: 91 days
        polarity: positive
        card:
          numerator: People with a contact by a support service up to 91 days after the report
          denominator: People with a recorded crime, observed for 91 days
          window: 91 days from the report
          censoring: People recorded in the last 91 days are left out
          source: Invented records after victim services
          limits:
            - Services that share no data are not seen
            - A contact is not a measure of its worth
      charged:
        label: Charge within 12 months
        event: charge
        within: 12 months
        polarity: positive
        card:
          numerator: People whose case was charged within 12 months
          denominator: People with a recorded crime, observed for 12 months
          window: 12 months from the report
          censoring: People with less than 12 months of observation are left out
          source: After Crime outcomes in England and Wales (Home Office)
          limits:
            - The published 7% counts crimes, and outcomes assigned in a year
      completed_12_months:
        label: Case completed within 12 months of the report
        event: completed
        within: 12 months
        among: {police_outcome: [CH]}
        polarity: positive
        card:
          numerator: People whose case was completed before a court within 12 months
          denominator: People whose crime was charged, observed for 12 months
          window: 12 months from the report
          censoring: People with less than 12 months of observation are left out
          source: Invented records after court data
          limits:
            - Says how soon, not how, the case ended
      convicted:
        label: Conviction within 24 months
        event: convicted
        within: 24 months
        polarity: positive
        card:
          numerator: People in whose case someone was convicted within 24 months
          denominator: People with a recorded crime, observed for 24 months
          window: 24 months from the report
          censoring: People with less than 24 months of observation are left out
          source: Invented records after court data
          limits:
            - A conviction is one kind of justice among others
      informed_after_sentence:
        label: Informed after a sentence within 24 months
        event: contact_scheme
        within: 24 months
        among: {police_outcome: [CH]}
        polarity: positive
        card:
          numerator: People met by the victim contact scheme within 24 months
          denominator: People whose crime was charged, observed for 24 months
          window: 24 months from the report
          censoring: People with less than 24 months of observation are left out
          source: Invented records after the victim contact scheme
          limits:
            - The scheme serves victims of violent and sexual offences above all
      not_supported:
        label: Case ended with the victim not supported to continue
        event: not_supported
        within: 12 months
        polarity: adverse
        beside: support_reached
        card:
          numerator: People whose crime was closed with outcome 14 or 16 within 12 months
          denominator: People with a recorded crime, observed for 12 months
          window: 12 months from the report
          censoring: People with less than 12 months of observation are left out
          source: After Crime outcomes (Home Office), outcome types 14 and 16
          limits:
            - The published 27% is a share of outcomes assigned, not of people
            - Says where the process ended, not why; ask by stage and by time waited
      not_supported_police:
        label: Case ended by the police with the victim not supported to continue
        event: not_supported
        within: 12 months
        among: {decided_by: [POL]}
        polarity: adverse
        beside: support_reached
        card:
          numerator: People whose crime the police closed with outcome 14 or 16 within 12 months
          denominator: >-
            People whose crime the police decided without referring it, observed for 12 months
          window: 12 months from the report
          censoring: People with less than 12 months of observation are left out
          source: After the share between recording and police decision (Public Accounts Committee)
          limits:
            - Each stage has a base of its own; shares of stages are not added up
      not_supported_before_charge:
        label: Case ended before charge with the victim not supported to continue
        event: not_supported_cps
        within: 24 months
        among: {decided_by: [CPS]}
        polarity: adverse
        beside: charged
        card:
          numerator: People in whose case no charge was brought because the victim could not go on
          denominator: People whose case the CPS decided, observed for 24 months
          window: 24 months from the report
          censoring: People with less than 24 months of observation are left out
          source: After the share between referral and charge (Public Accounts Committee)
          limits:
            - Each stage has a base of its own; shares of stages are not added up
      not_supported_after_charge:
        label: Case ended after charge with the victim not supported to continue
        event: not_supported_court
        within: 24 months
        among: {police_outcome: [CH]}
        polarity: adverse
        beside: convicted
        card:
          numerator: People whose case ended after charge because the victim could not go on
          denominator: People whose case was charged, observed for 24 months
          window: 24 months from the report
          censoring: People with less than 24 months of observation are left out
          source: Invented records after court data
          limits:
            - Depends on the reason that the court recorded
            - Each stage has a base of its own; shares of stages are not added up

    """

  /// The cohort whose follow-up begins with a referral to support.
  static let victimsSupport =
    """
    pilot: victims_support
    title: Supporting victims of crime, after a referral to a service
    population: >-
      People named as the victim of a recorded crime who were referred to a support service, at each
      referral
    questions:
      - Whom do services reach after a referral, and how soon?
      - Do cases go on oftener where support came early?

    """ + promise + """
      events:
        referral: {label: Referred to a support service, resource: support_referrals}
        support: {label: Contact with a support service, resource: support_contacts,
          where: {service: [GEN, IDVA, ISVA, RJ]}, matching: {crime_ref: crime_ref}}
        decided: {label: Police outcome assigned, resource: crimes, date: outcome_date,
          matching: {crime_ref: crime_ref}}
        not_supported:
          {label: 'Case ended, victim not supported to continue', resource: crimes,
           date: outcome_date, where: {outcome: [VN]}, matching: {crime_ref: crime_ref}}
        charge:
          {label: Charged, resource: prosecutions, date: decision_date, where: {decision: [CH]},
           matching: {crime_ref: crime_ref}}
        death: {label: Death, resource: deaths}
      index: {event: referral, choose: each}
      follow_up: {until: 2024-06-30, censored_by: [death]}
      units:
        crime: {label: Crimes, key: crime_ref}
      variables:
        sex: {label: Sex, from: victim_people.sex, at: ever, missing: 'N'}
        age: {label: Age when recorded, from: crimes.age,
          bands: [0-15, 16-17, 18-24, 25-34, 35-44, 45-54, 55-64, 65+]}
        ethnicity: {label: Ethnicity, from: victim_people.ethnicity, at: ever}
        area: {label: Region and local authority, from: crimes.area, geography: true}
        year: {label: Year of referral, from: index.referral_date, by: year}
        offence: {label: Offence of the last crime recorded, from: crimes.offence,
          sensitive: true}
        service: {label: Service, from: index.service}
        referrer: {label: Who referred, from: index.referrer}
        contacts: {label: Support contacts within 12 months, count: support, within: 12 months,
          bands: [0, 1, 2-3, 4+]}
        support_wait: {label: Days to the first support contact, days_to: support,
          within: 182 days, bands: [0-7, 8-28, 29-91, 92+]}
      stages:
        - {name: referred, label: Referred to a support service, drop_label: No contact known}
        - {name: met, label: First contact, event: support, within: 91 days of index,
           drop_label: No police outcome known}
        - name: decided
          label: Police outcome assigned
          event: decided
          drop_label: No charge known
          branches:
            - {name: not_supported, label: 'Case ended, victim not supported to continue',
               event: not_supported}
        - {name: charged, label: Charged, event: charge}
      milestones:
        met_7_days: {label: Met within 7 days, event: support, within: 7 days}
        met_28_days: {label: Met within 28 days, event: support, within: 28 days}
      outcomes:
        reached_7_days:
          label: Support reached within 7 days of the referral
          event: support
          within: 7 days
          polarity: positive
          card:
            numerator: People met by a support service up to 7 days after the referral
            denominator: People referred to a support service, observed for 7 days
            window: 7 days from the referral
            censoring: People referred in the last 7 days are left out
            source: Invented records after victim services
            limits:
              - A contact is not a measure of its worth
        reached_28_days:
          label: Support reached within 28 days of the referral
          event: support
          within: 28 days
          polarity: positive
          card:
            numerator: People met by a support service up to 28 days after the referral
            denominator: People referred to a support service, observed for 28 days
            window: 28 days from the referral
            censoring: People referred in the last 28 days are left out
            source: Invented records after victim services
            limits:
              - A contact is not a measure of its worth
        charged:
          label: Charge within 12 months of the referral
          event: charge
          within: 12 months
          polarity: positive
          card:
            numerator: People whose case was charged within 12 months
            denominator: People referred to a support service, observed for 12 months
            window: 12 months from the referral
            censoring: People with less than 12 months of observation are left out
            source: Invented records after the CPS
            limits:
              - Differences between groups are not effects of support
        not_supported:
          label: Case ended with the victim not supported to continue
          event: not_supported
          within: 12 months
          polarity: adverse
          beside: reached_28_days
          card:
            numerator: People whose crime was closed with outcome 14 or 16 within 12 months
            denominator: People referred to a support service, observed for 12 months
            window: 12 months from the referral
            censoring: People with less than 12 months of observation are left out
            source: After Crime outcomes (Home Office), outcome types 14 and 16
            limits:
              - Says where the process ended, not why

      """
}
