extension PilotFiles {
  static let reoffending =
    """
    pilot: reoffending
    title: Reducing reoffending
    title_cy: Lleihau aildroseddu
    population: Adults released from custody; a person with several releases counts at the first
    questions:
      - Which services help prison leavers into a home, into work, and away from reoffending?
      - Which education, skills and work courses in prison come before better outcomes?
      - Where on the way out of custody does support not reach people?

    """ + promise + """
      events:
        release: {label: Release from custody, resource: releases}
        reception: {label: Reception into custody, resource: receptions}
        course: {label: Course in prison, resource: courses}
        course_completed:
          {label: Course completed in prison, resource: courses, date: end_date,
           where: {completed: [true]}}
        housed:
          {label: Housed on the first night, resource: accommodation,
           where: {check: ['N'], status: [1, 2, 3]}}
        not_housed:
          {label: Not housed on the first night, resource: accommodation,
           where: {check: ['N'], status: [4, 5]}}
        settled:
          {label: Settled at three months, resource: accommodation,
           where: {check: [3], status: [1]}}
        benefit: {label: Benefit claim, resource: work, where: {kind: [B]}}
        job: {label: Job started, resource: work, where: {kind: [J]}}
        income: {label: Benefit or job, label_cy: Budd-dal neu swydd, resource: work}
        pay: {label: Paid in the sixth month, label_cy: Cyflog yn y chweched mis,
          resource: earnings}
        assessment: {label: Needs assessed, label_cy: Asesu anghenion, resource: assessments}
        crown_case: {label: Crown Court case, label_cy: Achos Llys y Goron,
          resource: crown_cases}
        magistrates_case: {label: Magistrates' court case, label_cy: Achos llys ynadon,
          resource: magistrates_cases}
        family_case: {label: Family court case, label_cy: Achos llys teulu,
          resource: family_cases}
        possession: {label: Claim for possession of a home,
          label_cy: Hawliad am feddiant o gartref, resource: civil_cases,
          where: {claim: [POSL, POSM]}}
        recall: {label: Recall to custody, resource: recalls}
        treatment: {label: Treatment journey started, resource: journeys}
        completed_treatment:
          {label: Treatment completed, resource: journeys, date: end_date, where: {end_reason: [S]}}
        homeless: {label: Owed a homelessness duty, resource: duties}
        reoffence:
          {label: Proven reoffence, resource: offences, date: offence_date,
           confirmed_by: {date: conviction_date, within: 18 months}}
        conviction:
          {label: Reconviction, resource: offences, date: conviction_date}
        death: {label: Death, resource: deaths}

      index: {event: release, choose: each}
      follow_up: {until: 2024-06-30, censored_by: [death]}

      variables:
        sex: {label: Sex, label_cy: Rhyw, from: prison_people.sex, at: ever, missing: 'N'}
        age: {label: Age at release, label_cy: Oedran wrth ryddhau, from: index.age,
          bands: [18-20, 21-24, 25-29, 30-34, 35-39, 40-49, 50-59, 60+]}
        ethnicity: {label: Ethnicity, label_cy: Ethnigrwydd, from: prison_people.ethnicity,
          at: ever}
        area: {label: Region and local authority, from: prison_people.area, at: ever,
          geography: true}
        year: {label: Year of release, from: index.release_date, by: year}
        quarter: {label: Quarter of release, from: index.release_date, by: quarter}
        offence: {label: Index offence, from: index.offence, sensitive: true, missing: '99'}
        sentence_length: {label: Length of custodial sentence,
          label_cy: Hyd y ddedfryd o garchar, from: index.sentence_length}
        previous: {label: Previous offences, label_cy: Troseddau blaenorol, from: index.previous}
        pss: {label: Post-sentence supervision, label_cy: Goruchwyliaeth ar ôl dedfryd,
          from: index.pss}
        children: {label: Children identified, label_cy: Plant wedi'u nodi,
          from: index.children}
        needs: {label: Needs found in assessments, label_cy: Anghenion a ganfuwyd,
          from: needs.need, at: ever, kind: multi-response, sensitive: true,
          adverse: true}
        offences: {label: Offences of the person, label_cy: Troseddau'r person,
          from: offences.offence, at: ever, kind: multi-response, sensitive: true,
          adverse: true}
        home_before: {label: Accommodation before custody, label_cy: Llety cyn y ddalfa,
          from: assessments.question_bcs33}
        home_to_go_to: {label: Somewhere to live on release, label_cy: Rhywle i fyw wrth ryddhau,
          from: assessments.question_bcs39, missing: M}
        attainment: {label: Attainment at school, label_cy: Cyrhaeddiad yn yr ysgol,
          from: pupils.attainment, at: ever}
        exclusion: {label: Exclusion from school, label_cy: Gwaharddiad o'r ysgol,
          from: pupils.exclusion, at: ever, sensitive: true,
          adverse: true}
        care: {label: Social care as a child, label_cy: Gofal cymdeithasol yn blentyn,
          from: pupils.care, at: ever, sensitive: true,
          adverse: true}
        family_cases: {label: Family court cases, label_cy: Achosion llys teulu,
          from: family_cases.case_type, at: ever, kind: multi-response, sensitive: true}
        civil_claims: {label: Civil claims, label_cy: Hawliadau sifil,
          from: civil_cases.claim, at: ever, kind: multi-response}
        reoffences: {label: Proven reoffences within 12 months,
          label_cy: Aildroseddau profedig o fewn 12 mis, count: reoffence, within: 12 months,
          bands: [0, 1, 2, 3-4, 5+],
          adverse: true}
        earlier_releases: {label: Releases in the two years before,
          label_cy: Rhyddhadau yn y ddwy flynedd flaenorol, count: release, before: 24 months,
          bands: [0, 1, 2+],
          adverse: true}
        since_release: {label: Days since the release before,
          label_cy: Dyddiau ers y rhyddhad blaenorol, days_since: release,
          bands: [0-182, 183-365, 366+]}
        days_to_job: {label: Days to the first job, label_cy: Dyddiau hyd at y swydd gyntaf,
          days_to: job, within: 6 months, bands: [0-42, 43-91, 92+]}
        earlier_courses: {label: Number of courses in the two years before,
          label_cy: Nifer y cyrsiau yn y ddwy flynedd flaenorol, count: course,
          before: 24 months, bands: [0, 1, 2+]}
        crown_court: {label: Crown Court cases, label_cy: Achosion Llys y Goron,
          count: crown_case, bands: [0, 1, 2+]}
        datasets: {label: Datasets with records of the person,
          label_cy: Setiau data â chofnodion o'r person, from: linkage.dataset, at: ever,
          kind: multi-response}
        number_of_datasets: {label: Number of datasets, label_cy: Nifer y setiau data,
          distinct: linkage.dataset, bands: [1, 2-3, 4-6, 7+]}
        licence: {label: Released on licence, from: index.licence}
        housing_need: {label: Housing need found in custody, from: index.housing_need,
          missing: M,
          adverse: true}
        drug_need: {label: Drug need found in custody, from: index.drug_need, sensitive: true,
          missing: M,
          adverse: true}
        first_night: {label: Where on the first night, from: index.first_night, missing: '9'}
        three_months: {label: Where at three months, from: index.three_months}
        courses: {label: Courses in prison, from: courses.course, at: ever,
          kind: multi-response}

      stages:
        - {name: released, label: Released from custody, label_cy: Rhyddhau o'r ddalfa,
           drop_label: Not known to be housed,
           branches: [{name: not_housed, label: Not housed on the first night,
             label_cy: Dim llety ar y noson gyntaf, event: not_housed, within: 1 days}]}
        - name: housed
          label: Housed on the first night
          label_cy: Llety ar y noson gyntaf
          event: housed
          within: 1 days of index
          drop_label: No benefit or job known by 6 weeks
          branches:
            - {name: recalled, label: Recalled to custody, label_cy: Galw'n ôl i'r ddalfa,
               event: recall, within: 42 days}
        - name: income
          label: Benefit or job by 6 weeks
          label_cy: Budd-dal neu swydd erbyn 6 wythnos
          event: income
          within: 42 days of index
          drop_label: Not settled at three months
          branches:
            - {name: recalled, label: Recalled to custody, label_cy: Galw'n ôl i'r ddalfa,
               event: recall, within: 100 days}
        - name: settled
          label: Settled at three months
          label_cy: Wedi setlo ar ôl tri mis
          event: settled
          within: 100 days of index
          drop_label: No pay known in the sixth month
          branches:
            - {name: recalled, label: Recalled to custody, label_cy: Galw'n ôl i'r ddalfa,
               event: recall, within: 91 days}
        - {name: employed, label: Paid in the sixth month, label_cy: Cyflog yn y chweched mis,
           event: pay, within: 200 days of index}

      milestones:
        benefit: {label: Benefit claim by 6 weeks, event: benefit, within: 42 days}
        job_6_weeks: {label: Job by 6 weeks, event: job, within: 42 days}
        treatment: {label: Treatment started within 3 months, event: treatment, within: 91 days}
        homeless: {label: Owed a homelessness duty within 3 months, event: homeless,
          within: 91 days}

      """ + reoffendingOutcomes

  private static let reoffendingOutcomes = """
    outcomes:
      housed_first_night:
        polarity: positive
        label: Housed on the first night
        event: housed
        within: 1 days
        among: {first_night: [1, 2, 3, 4, 5]}
        card:
          numerator: Releases with settled, other or probation accommodation on the first night
          denominator: Releases whose accommodation on the first night is known
          window: The night of release
          censoring: Releases on the last day of the period are not complete
          source: After MI014, accommodation on the first night following release
          limits: [Unknown status is left out, 'Shelters, hostels for emergencies and squats do not count']
      settled_3_months:
        polarity: positive
        label: Settled accommodation at three months
        event: settled
        within: 100 days
        among: {three_months: [1, 2, 3, 4, 5]}
        card:
          numerator: Releases with settled accommodation at the check at three months
          denominator: Releases whose accommodation at three months is known
          window: The check made up to 100 days after release
          censoring: Releases in the last 100 days are not complete
          source: After MI015a, settled accommodation at three months
          limits: [Unknown status is left out, 'The official series breaks in April and May 2024']
      employed_6_months:
        polarity: positive
        label: Paid in the sixth month
        label_cy: Cyflog yn y chweched mis
        event: pay
        within: 200 days
        card:
          numerator: Releases followed by pay in the sixth month
          denominator: Releases observed for 200 days
          window: The sixth month after release
          censoring: Releases with less than 200 days of observation are left out
          source: Invented records after PAYE real-time information
          limits: [Self-employment and cash work are not seen]
      job_6_months:
        polarity: positive
        label: A job started within six months
        label_cy: Swydd wedi'i dechrau o fewn chwe mis
        event: job
        within: 6 months
        card:
          numerator: Releases followed by a job that started within six months
          denominator: Releases observed for six months
          window: 6 months from release
          censoring: Releases with less than six months of observation are left out
          source: Invented records after benefit and employment data
          limits:
            - A job that started before custody and goes on is not seen
            - It may have ended before the sixth month
      income_6_weeks:
        polarity: positive
        label: Benefit or job by 6 weeks
        label_cy: Budd-dal neu swydd erbyn 6 wythnos
        event: income
        within: 42 days
        card:
          numerator: Releases followed by a benefit claim or a job within 6 weeks
          denominator: Releases observed for 6 weeks
          window: 6 weeks from release
          censoring: Releases in the last 6 weeks are left out
          source: Invented records after benefit and employment data
          limits: [Income of other kinds is not seen]
      treatment_completed:
        polarity: positive
        label: Treatment completed within 12 months
        event: completed_treatment
        within: 12 months
        among: {drug_need: ['Y']}
        card:
          numerator: Releases followed by a treatment journey that ended as completed
          denominator: Releases with a drug need found in custody, observed for 12 months
          window: 12 months from release
          censoring: Releases with less than 12 months of observation are left out
          source: Invented records after NDTMS and WNDSM
          limits: [People without consent to sharing are counted as not in treatment]
      reoffended:
        polarity: adverse
        beside: settled_3_months
        label: Proven reoffending within 12 months
        event: reoffence
        within: 12 months
        settling: 6 months
        card:
          numerator: >-
            People with an offence within 12 months of release that led to a conviction or caution
            within those 12 months or the 6 months after
          denominator: People released, observed for 18 months
          window: 12 months, and 6 months for the conviction
          censoring: Releases with less than 18 months of observation are left out
          source: After the measure of the Proven reoffending statistics (Ministry of Justice)
          limits:
            - The official cohort takes the first event of each quarter, and counts orders and
              cautions too
            - Time in custody within the window is not taken off
      reconvicted:
        polarity: adverse
        beside: employed_6_months
        label: Reconvicted within 12 months
        event: conviction
        within: 12 months
        card:
          numerator: People with a conviction or caution dated within 12 months of release
          denominator: People released, observed for 12 months
          window: 12 months from release
          censoring: Releases with less than 12 months of observation are left out
          source: Invented records after the Police National Computer
          limits:
            - A minimum, because courts take time; not proven reoffending
            - The offence itself may be older than the release
      recalled:
        polarity: adverse
        beside: settled_3_months
        label: Recalled to custody within 12 months
        event: recall
        within: 12 months
        among: {licence: [true]}
        card:
          numerator: Releases on licence followed by a recall
          denominator: Releases on licence, observed for 12 months
          window: 12 months from release
          censoring: Releases with less than 12 months of observation are left out
          source: Invented records after p-NOMIS
          limits: ['A recall says that a licence ended, not that an offence was committed']

    """

  static let anyDisposal =
    """
    pilot: reoffending_disposals
    title: Reducing reoffending, after any disposal
    population: >-
      People released from custody, starting a court order, fined, discharged or cautioned; each
      counts at the first such event of the period
    questions:
      - How does proven reoffending differ by disposal, age and previous offences?

    """ + promise + """
      events:
        disposal: {label: Index disposal, resource: disposals}
        reoffence:
          {label: Proven reoffence, resource: offences, date: offence_date,
           confirmed_by: {date: conviction_date, within: 18 months}}
        magistrates_case: {label: Magistrates' court case, label_cy: Achos llys ynadon,
          resource: magistrates_cases}
        reconviction: {label: Reconviction, label_cy: Ailgollfarn, resource: offences,
          date: conviction_date}
        death: {label: Death, resource: deaths}
      index: {event: disposal, choose: first}
      follow_up: {until: 2024-06-30, censored_by: [death]}
      variables:
        sex: {label: Sex, label_cy: Rhyw, from: index.sex, missing: 'N'}
        age: {label: Age at the index date, from: index.age,
          bands: [10-14, 15-17, 18-20, 21-24, 25-29, 30-34, 35-39, 40-49, 50-59, 60+]}
        year: {label: Year, label_cy: Blwyddyn, from: index.index_date, by: year}
        exclusion: {label: Exclusion from school, label_cy: Gwaharddiad o'r ysgol,
          from: pupils.exclusion, at: ever, sensitive: true,
          adverse: true}
        disposal: {label: Index disposal, from: index.disposal}
        sentence_length: {label: Length of custodial sentence, from: index.sentence_length}
        offence: {label: Index offence, from: index.offence, sensitive: true, missing: '99'}
        previous: {label: Previous offences, from: index.previous}
        reoffences: {label: Proven reoffences within 12 months,
          label_cy: Aildroseddau profedig o fewn 12 mis, count: reoffence, within: 12 months,
          bands: [0, 1, 2, 3-4, 5+],
          adverse: true}
      stages:
        - {name: disposed, label: Index disposal, drop_label: No proven reoffence known}
        - {name: reoffended, label: Proven reoffence, event: reoffence,
           within: 12 months of index}
      outcomes:
        reoffended:
          label: Proven reoffending within 12 months
          event: reoffence
          within: 12 months
          settling: 6 months
          card:
            numerator: >-
              People with an offence within 12 months of the index date that led to a conviction or
              caution within those 12 months or the 6 months after
            denominator: People with an index disposal, observed for 18 months
            window: 12 months, and 6 months for the conviction
            censoring: People with less than 18 months of observation are left out
            source: After the measure of the Proven reoffending statistics (Ministry of Justice)
            limits: [The official cohort takes the first event of each quarter]
        reconvicted:
          label: Reconviction within 12 months
          label_cy: Ailgollfarn o fewn 12 mis
          event: reconviction
          within: 12 months
          card:
            numerator: People with a conviction or caution dated within 12 months of the index date
            denominator: People with an index disposal, observed for 12 months
            window: 12 months from the index date
            censoring: People with less than 12 months of observation are left out
            source: Invented records after the Police National Computer
            limits:
              - A minimum, because courts take time; not proven reoffending
              - The offence itself may be older than the index date

      """
}
