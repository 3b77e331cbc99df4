extension PilotFiles {
  static let substanceMisuse =
    """
    pilot: substance_misuse
    title: Reducing substance misuse
    title_cy: Lleihau camddefnyddio sylweddau
    population: >-
      People sentenced to a community or suspended sentence order with an alcohol treatment (ATR)
      or drug rehabilitation requirement (DRR)
    questions:
      - Do the pathways from probation into treatment work, and with what outcomes?
      - What comes before completed treatment for people with unsettled housing?
      - What is different in Wales?

    """ + promise + """
      events:
        sentence:
          {label: Sentenced to a treatment requirement, resource: requirements,
           where: {requirement: [ATR, DRR]}}
        probation_start: {label: Supervision started, resource: orders}
        referral: {label: Referral to treatment, resource: journeys, date: referral_date}
        in_treatment: {label: In treatment, label_cy: Mewn triniaeth, resource: journeys,
          open_at_index: true}
        journey: {label: Treatment journey started, resource: journeys}
        completed:
          {label: Journey completed, resource: journeys, date: end_date,
           where: {end_reason: [S]}}
        left:
          {label: Journey ended before completion, resource: journeys, date: end_date,
           where: {end_reason: [85, 86, 88]}}
        transferred:
          {label: Transferred or in custody, resource: journeys, date: end_date,
           where: {end_reason: [T]}}
        died_in_treatment:
          {label: Died in treatment, resource: journeys, date: end_date,
           where: {end_reason: [89]}}
        requirement_completed:
          {label: Requirement completed, resource: requirements, date: end_date,
           where: {requirement: [ATR, DRR], end_reason: [C, E]}}
        reoffence:
          {label: Proven reoffence, resource: offences, date: offence_date,
           confirmed_by: {date: conviction_date, within: 18 months}}
        conviction: {label: Reconviction, label_cy: Ailgollfarn, resource: offences,
          date: conviction_date}
        release: {label: Release from custody, resource: releases}
        death: {label: Death, resource: deaths}
        suicide: {label: Suicide, resource: deaths, where: {cause: [SUIC]}}
        poisoning:
          {label: Death by drug or alcohol poisoning, resource: deaths, where: {cause: [DRUG]}}

      index: {event: sentence, choose: first}
      follow_up: {until: 2024-06-30, censored_by: [death]}

      variables:
        requirement: {label: Requirement, label_cy: Gofyniad, from: index.requirement}
        sex: {label: Sex, label_cy: Rhyw, from: probation_people.sex, at: ever, missing: 'N'}
        age: {label: Age at sentence, from: index.age,
          bands: [18-20, 21-24, 25-29, 30-34, 35-39, 40-49, 50-59, 60+]}
        ethnicity: {label: Ethnicity, label_cy: Ethnigrwydd, from: probation_people.ethnicity,
          at: ever}
        area: {label: Region and local authority, from: probation_people.area, at: ever,
          geography: true}
        year: {label: Year of sentence, from: index.sentence_date, by: year}
        quarter: {label: Quarter of sentence, from: index.sentence_date, by: quarter}
        order_type: {label: Type of order, from: index.order_type}
        offence: {label: Offence, label_cy: Trosedd, from: index.offence, sensitive: true,
          missing: '99'}
        previous: {label: Previous offences, from: index.previous}
        requirement_end: {label: How the requirement ended, from: index.end_reason}
        substance: {label: Substance group, from: journeys.substance,
          at: stage engaged, sensitive: true,
          adverse: true}
        housing_need: {label: Housing need at the start of treatment,
          from: journeys.housing_need, at: stage engaged,
          adverse: true}
        source: {label: Source of referral, from: journeys.source, at: stage engaged}
        modality: {label: Kind of treatment, label_cy: Math o driniaeth, from: journeys.modality,
          at: stage engaged}
        system: {label: Treatment system, from: journeys.system, at: ever, missing: NONE}
        journey_end: {label: How the first journey ended, label_cy: Sut y daeth y daith gyntaf i ben,
          from: journeys.end_reason, at: stage engaged, missing: OPEN}
        wait: {label: 'Days to treatment (0: already in it)',
          label_cy: 'Dyddiau hyd at driniaeth (0: ynddi eisoes)', days_to: in_treatment,
          within: 12 months, bands: [0, 1-21, 22-91, 92-182, 183+]}
        earlier_journeys: {label: Journeys in the two years before,
          label_cy: Teithiau yn y ddwy flynedd flaenorol, count: journey, before: 24 months,
          bands: [0, 1, 2+]}
        since_release: {label: Days since the last release from custody,
          label_cy: Dyddiau ers y rhyddhad diwethaf o'r ddalfa, days_since: release,
          before: 24 months, bands: [0-28, 29-182, 183+]}
        reoffences: {label: Proven reoffences within 12 months,
          label_cy: Aildroseddau profedig o fewn 12 mis, count: reoffence, within: 12 months,
          bands: [0, 1, 2-4, 5+],
          adverse: true}
        probation_area: {label: Probation area, label_cy: Ardal brawf,
          from: orders.probation_area, at: stage supervised,
          geography: true}
        deprivation: {label: Deprivation of the area (1 most deprived), from: orders.imd_decile,
          label_cy: Amddifadedd yr ardal (1 yw'r mwyaf difreintiedig), at: stage supervised,
          bands: [1-2, 3-4, 5-6, 7-8, 9-10]}
        needs: {label: Needs found in assessments, label_cy: Anghenion a ganfuwyd,
          from: needs.need, at: ever, kind: multi-response, sensitive: true,
          adverse: true}
        datasets: {label: Datasets with records of the person,
          label_cy: Setiau data â chofnodion o'r person, from: linkage.dataset, at: ever,
          kind: multi-response}

      stages:
        - name: sentenced
          label: Sentenced to ATR or DRR
          drop_label: Supervision not known to have started
        - name: supervised
          label: Supervision started
          event: probation_start
          within: 56 days of index
          drop_label: No treatment known
        - name: engaged
          label: In treatment at sentence or later
          event: in_treatment
          concurrent: true
          drop_label: Journey open, or its end not known
          branches:
            - {name: left, label: Journey ended before completion, event: left}
            - {name: transferred, label: Transferred or in custody, event: transferred}
            - {name: died, label: Died in treatment, event: died_in_treatment}
        - name: completed
          label: Journey completed
          label_cy: Cwblhawyd y daith
          event: completed
          drop_label: Not back in treatment within 6 months
        - name: returned
          label: Back in treatment within 6 months
          label_cy: Yn ôl mewn triniaeth o fewn 6 mis
          event: journey
          within: 182 days of previous

      milestones:
        on_sentence_date: {label: Already in treatment on the sentence date,
          label_cy: Mewn triniaeth eisoes ar ddyddiad y ddedfryd, event: in_treatment,
          within: 0 days}
        referred: {label: Referred to treatment within 12 months,
          label_cy: Atgyfeiriwyd i driniaeth o fewn 12 mis, event: referral, within: 12 months}
        six_weeks: {label: In treatment within 6 weeks,
          label_cy: Mewn triniaeth o fewn 6 wythnos, event: in_treatment, within: 42 days}
        suicide: {label: Death by suicide within 12 months, event: suicide, within: 12 months}
        poisoning: {label: Death by poisoning within 12 months, event: poisoning,
          within: 12 months}

      """ + substanceMisuseOutcomes

  private static let substanceMisuseOutcomes = """
    outcomes:
      engaged:
        polarity: positive
        label: Engaged with treatment
        event: in_treatment
        within: 12 months
        card:
          numerator: >-
            People in structured treatment on the sentence date, or starting it within 12 months
          denominator: People sentenced to ATR or DRR, observed for 12 months
          window: 12 months from sentence
          censoring: People with less than 12 months of observation are left out
          source: After Pathways between probation and addiction treatment (30 March 2023)
          limits:
            - 'The published 38.9% has no fixed window: it counts up to the end of its data'
            - Treatment outside structured services is not seen
      three_weeks:
        polarity: positive
        label: In treatment at 3 weeks
        event: in_treatment
        within: 21 days
        card:
          numerator: People in structured treatment on some day up to 21 days after sentence
          denominator: People sentenced to ATR or DRR, observed for 21 days
          window: 21 days from sentence
          censoring: People sentenced in the last 21 days are left out
          source: After Pathways between probation and addiction treatment (30 March 2023)
          limits: [Not the same as waiting no more than 3 weeks from referral]
      completed:
        polarity: positive
        label: Treatment completed within 24 months
        event: completed
        within: 24 months
        card:
          numerator: People with a journey closed as completed (80 to 82)
          denominator: People sentenced to ATR or DRR, observed for 24 months
          window: 24 months from sentence
          censoring: People with less than 24 months of observation are left out
          source: Invented records after NDTMS and WNDSM
          limits: [Journeys still open are in the denominator, A later return is not taken off]
      requirement_completed:
        polarity: positive
        label: Requirement completed
        event: requirement_completed
        within: 24 months
        card:
          numerator: People whose requirement was completed or expired in the normal way
          denominator: People sentenced to ATR or DRR, observed for 24 months
          window: 24 months from sentence
          censoring: People with less than 24 months of observation are left out
          source: Invented records after nDelius
          limits: [Completion says that the order ran its course; treatment may not have begun]
      reoffended:
        polarity: adverse
        beside: completed
        label: Proven reoffending within 12 months
        event: reoffence
        within: 12 months
        settling: 6 months
        card:
          numerator: >-
            People with an offence within 12 months of sentence that led to a conviction or caution
            within those 12 months or the 6 months after
          denominator: People sentenced to ATR or DRR, observed for 18 months
          window: 12 months, and 6 months for the conviction
          censoring: People with less than 18 months of observation are left out
          source: After the measure of the Proven reoffending statistics (Ministry of Justice)
          limits: [Differences between groups are not effects of treatment]
      reconvicted:
        label: Reconviction within 12 months (BOLD follow-up)
        label_cy: Ailgollfarn o fewn 12 mis (dilyniant BOLD)
        polarity: adverse
        beside: completed
        event: conviction
        within: 12 months
        card:
          numerator: People with a conviction or caution dated within 12 months of sentence
          denominator: People sentenced to ATR or DRR, observed for 12 months
          window: 12 months from sentence
          censoring: People with less than 12 months of observation are left out
          source: Invented records after the Police National Computer
          limits:
            - A minimum, because courts take time; not proven reoffending
            - The offence itself may be older than the sentence

    """
}
