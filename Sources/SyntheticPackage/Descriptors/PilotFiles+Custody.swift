extension PilotFiles {
  static let custody =
    """
    pilot: custody
    title: From reception into custody to work after release
    title_cy: O dderbyn i'r ddalfa i waith ar ôl rhyddhau
    population: >-
      Adults received into custody on remand or under sentence, at the first reception of the period
    questions:
      - How far do people get on the way from reception to a home and work, and where does support
        not reach them?
      - Which needs found in custody are met before release?

    """ + promise + """
      events:
        reception: {label: Received into custody, label_cy: Derbyn i'r ddalfa,
          resource: receptions, where: {reason: [R, S]}}
        assessment: {label: Needs assessed, label_cy: Asesu anghenion, resource: assessments,
          where: {setting: [PRIS]}}
        course: {label: Course started, label_cy: Dechrau cwrs, resource: courses}
        course_completed:
          {label: Course completed, label_cy: Cwblhau cwrs, resource: courses, date: end_date,
           where: {completed: [true]}}
        release: {label: Release from custody, label_cy: Rhyddhau o'r ddalfa,
          resource: releases}
        housed:
          {label: Housed on the first night, label_cy: Llety ar y noson gyntaf,
           resource: accommodation, where: {check: ['N'], status: [1, 2, 3]}}
        not_housed:
          {label: Not housed on the first night, label_cy: Dim llety ar y noson gyntaf,
           resource: accommodation, where: {check: ['N'], status: [4, 5]}}
        income: {label: Benefit or job, label_cy: Budd-dal neu swydd, resource: work}
        settled:
          {label: Settled at three months, label_cy: Wedi setlo ar ôl tri mis,
           resource: accommodation, where: {check: [3], status: [1]}}
        pay: {label: Paid in the sixth month, label_cy: Cyflog yn y chweched mis,
          resource: earnings}
        recall: {label: Recall to custody, label_cy: Galw'n ôl i'r ddalfa, resource: recalls}
        magistrates_case: {label: Magistrates' court case, label_cy: Achos llys ynadon,
          resource: magistrates_cases}
        crown_case: {label: Crown Court case, label_cy: Achos Llys y Goron,
          resource: crown_cases}
        death: {label: Death, label_cy: Marwolaeth, resource: deaths}

      index: {event: reception, choose: first}
      follow_up: {until: 2024-06-30, censored_by: [death]}

      variables:
        reason: {label: Why in custody, label_cy: Pam yn y ddalfa, from: index.reason}
        sex: {label: Sex, label_cy: Rhyw, from: prison_people.sex, at: ever, missing: 'N'}
        age: {label: Age at reception, label_cy: Oedran wrth dderbyn, from: index.age,
          bands: [18-20, 21-24, 25-29, 30-34, 35-39, 40-49, 50-59, 60+]}
        area: {label: Region and local authority, label_cy: Rhanbarth ac awdurdod lleol,
          from: prison_people.area, at: ever,
          geography: true}
        year: {label: Year of reception, label_cy: Blwyddyn derbyn, from: index.reception_date,
          by: year}
        needs: {label: Needs found, label_cy: Anghenion a ganfuwyd, from: needs.need, at: ever,
          kind: multi-response, sensitive: true,
          adverse: true}
        children: {label: Children identified, label_cy: Plant wedi'u nodi,
          from: releases.children, at: ever}
        plea: {label: Plea before magistrates, label_cy: Ple gerbron yr ynadon,
          from: magistrates_cases.plea, at: ever}

      stages:
        - {name: received, label: Received into custody, label_cy: Derbyn i'r ddalfa,
           drop_label: No assessment known}
        - name: assessed
          label: Needs assessed
          label_cy: Asesu anghenion
          event: assessment
          within: 12 months of index
          drop_label: No course known
        - name: course
          label: Course started
          label_cy: Dechrau cwrs
          event: course
          concurrent: true
          drop_label: Course not known to be completed
        - name: course_completed
          label: Course completed
          label_cy: Cwblhau cwrs
          event: course_completed
          drop_label: Release not known
        - name: released
          label: Released from custody
          label_cy: Rhyddhau o'r ddalfa
          event: release
          drop_label: Not known to be housed
          branches:
            - {name: not_housed, label: Not housed on the first night,
               label_cy: Dim llety ar y noson gyntaf, event: not_housed, within: 1 days}
        - name: housed
          label: Housed on the first night
          label_cy: Llety ar y noson gyntaf
          event: housed
          within: 1 days of previous
          drop_label: No benefit or job known by 6 weeks
          branches:
            - {name: recalled, label: Recalled to custody, label_cy: Galw'n ôl i'r ddalfa,
               event: recall, within: 42 days}
        - name: income
          label: Benefit or job by 6 weeks
          label_cy: Budd-dal neu swydd erbyn 6 wythnos
          event: income
          within: 42 days of previous
          drop_label: Not known to be settled at three months
          branches:
            - {name: recalled, label: Recalled to custody, label_cy: Galw'n ôl i'r ddalfa,
               event: recall, within: 100 days}
        - name: settled
          label: Settled at three months
          label_cy: Wedi setlo ar ôl tri mis
          event: settled
          within: 100 days of previous
          drop_label: No pay known in the sixth month
          branches:
            - {name: recalled, label: Recalled to custody, label_cy: Galw'n ôl i'r ddalfa,
               event: recall, within: 100 days}
        - {name: employed, label: Paid in the sixth month, label_cy: Cyflog yn y chweched mis,
           event: pay, within: 120 days of previous}

      outcomes:
        assessed:
          polarity: positive
          label: Needs assessed within 3 months
          label_cy: Asesu anghenion o fewn 3 mis
          event: assessment
          within: 3 months
          card:
            numerator: People with an assessment of needs within 3 months of reception
            denominator: People received into custody, observed for 3 months
            window: 3 months from reception
            censoring: People observed for less than 3 months are left out
            source: Invented records after OASys
            limits: [Short sentences and remand seldom lead to a full assessment]
        course_completed:
          polarity: positive
          label: Course completed within 12 months
          label_cy: Cwblhau cwrs o fewn 12 mis
          event: course_completed
          within: 12 months
          card:
            numerator: People who completed a course in custody within 12 months of reception
            denominator: People received into custody, observed for 12 months
            window: 12 months from reception
            censoring: People observed for less than 12 months are left out
            source: Invented records after courses in p-NOMIS
            limits: [People released early had less time, Courses in the community are not seen]

      """
}
