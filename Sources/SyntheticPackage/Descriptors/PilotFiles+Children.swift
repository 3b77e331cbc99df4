extension PilotFiles {
  static let children =
    """
    pilot: children
    title: Children with a parent in custody
    title_cy: Plant â rhiant yn y ddalfa
    population: >-
      Children under 18, known through what a parent declared or through benefit records, at the
      first time in the period that the parent was received into custody
    questions:
      - How do school and social care look around the time a parent is received into custody, and
        around the release?
      - For which children is support in place early?
    safeguards: {about: children, minimum_frequency: 20, geography: region}

    """ + promise + """
      events:
        reception: {label: Parent received into custody, label_cy: Rhiant yn mynd i'r ddalfa,
          resource: parental_custody}
        release: {label: Parent released, label_cy: Rhyddhau'r rhiant,
          resource: parental_custody, date: release_date}
        school: {label: School year on record, label_cy: Blwyddyn ysgol wedi'i chofnodi,
          resource: school_years}
        persistent_absence:
          {label: School year with persistent absence,
           label_cy: Blwyddyn ysgol gydag absenoldeb cyson, resource: school_years,
           where: {absence: [A]}}
        examined: {label: Assessed at school, label_cy: Aseswyd yn yr ysgol,
          resource: school_years, where: {attainment: [E, B]}}
        expected_standard:
          {label: Expected standard reached, label_cy: Cyrhaeddwyd y safon ddisgwyliedig,
           resource: school_years, where: {attainment: [E]}}
        exclusion: {label: Suspension or exclusion, label_cy: Ataliad neu waharddiad,
          resource: exclusions}
        social_care: {label: Contact with social care, label_cy: Cyswllt â gofal cymdeithasol,
          resource: care_episodes}
        looked_after: {label: Looked after, label_cy: Yn derbyn gofal, resource: care_episodes,
          where: {kind: [CLA]}}

      index: {event: reception, choose: first}
      follow_up: {until: 2024-06-30}

      variables:
        known: {label: How the child is known, label_cy: Sut y gwyddys am y plentyn,
          from: index.known}
        parent: {label: Parent in custody, label_cy: Rhiant yn y ddalfa, from: index.parent}
        age: {label: Age at reception, label_cy: Oedran wrth dderbyn, from: index.age,
          bands: [0-4, 5-10, 11-15, 16-17]}
        sex: {label: Sex, label_cy: Rhyw, from: index.sex, missing: 'N'}
        region: {label: Region, label_cy: Rhanbarth, from: index.region,
          geography: true}
        year: {label: Year of reception, label_cy: Blwyddyn derbyn, from: index.reception_date,
          by: year}
        sentence_length: {label: Length of the parent's sentence,
          label_cy: Hyd dedfryd y rhiant, from: index.sentence_length}
        special_needs: {label: Special educational needs, label_cy: Anghenion addysgol arbennig,
          from: school_years.sen, at: ever, missing: NONE}
        attainment: {label: Attainment at school, label_cy: Cyrhaeddiad yn yr ysgol,
          from: school_years.attainment, at: ever, missing: NONE}
        school_years: {label: School years on record within 12 months,
          label_cy: Blynyddoedd ysgol wedi'u cofnodi o fewn 12 mis, count: school,
          within: 12 months, bands: [0, 1+]}
        assessments: {label: Assessments at school within 24 months,
          label_cy: Asesiadau yn yr ysgol o fewn 24 mis, count: examined, within: 24 months,
          bands: [0, 1+]}
        absence_before: {label: Years of persistent absence in the two years before,
          label_cy: Blynyddoedd o absenoldeb cyson yn y ddwy flynedd flaenorol,
          count: persistent_absence, before: 24 months, bands: [0, 1+],
          adverse: true}
        care_before: {label: Contacts with social care in the year before,
          label_cy: Cysylltiadau â gofal cymdeithasol yn y flwyddyn flaenorol,
          count: social_care, before: 12 months, bands: [0, 1+],
          adverse: true}
        times: {label: Later times that a parent was received into custody,
          label_cy: Sawl gwaith wedyn yr aeth rhiant i'r ddalfa, count: reception,
          within: 24 months, bands: [0, 1, 2+],
          adverse: true}
        care: {label: Kinds of social care, label_cy: Mathau o ofal cymdeithasol,
          from: care_episodes.kind, at: ever, kind: multi-response, sensitive: true,
          adverse: true}

      stages:
        - name: reception
          label: Parent received into custody
          label_cy: Rhiant yn mynd i'r ddalfa
          drop_label: No school record linked
        - name: at_school
          label: School record linked
          label_cy: Cofnod ysgol wedi'i gysylltu
          event: school
          within: 12 months of index
          drop_label: Release not known
        - name: release
          label: Parent released
          label_cy: Rhyddhau'r rhiant
          event: release
          concurrent: true
          drop_label: No school record after the release
        - name: after_release
          label: School record within a year of the release
          label_cy: Cofnod ysgol o fewn blwyddyn i'r rhyddhau
          event: school
          within: 12 months of previous

      milestones:
        released: {label: Parent released within 12 months,
          label_cy: Rhyddhau'r rhiant o fewn 12 mis, event: release, within: 12 months}
        school_record: {label: School record within 12 months,
          label_cy: Cofnod ysgol o fewn 12 mis, event: school, within: 12 months}
        assessed: {label: Assessed at school within 24 months,
          label_cy: Aseswyd yn yr ysgol o fewn 24 mis, event: examined, within: 24 months}

      """ + childrenOutcomes

  private static let childrenOutcomes = """
    outcomes:
      absence:
        polarity: adverse
        beside: expected_standard
        label: Persistent absence within 12 months
        label_cy: Absenoldeb cyson o fewn 12 mis
        event: persistent_absence
        within: 12 months
        among: {school_years: [1+]}
        card:
          numerator: Children with a school year ending within 12 months in which they missed 10% of sessions or more
          denominator: Children with a school year on record within 12 months, observed for 12 months
          window: 12 months from the parent's reception
          censoring: Children observed for less than 12 months are left out
          source: After the school census (Department for Education), England only
          limits:
            - A school year may have begun before the reception
            - Children whom no source names are not in it
      excluded:
        polarity: adverse
        beside: expected_standard
        label: Suspended or excluded within 12 months
        label_cy: Wedi'i atal neu ei wahardd o fewn 12 mis
        event: exclusion
        within: 12 months
        among: {school_years: [1+]}
        card:
          numerator: Children with a suspension or exclusion within 12 months
          denominator: Children with a school year on record within 12 months, observed for 12 months
          window: 12 months from the parent's reception
          censoring: Children observed for less than 12 months are left out
          source: After the school census (Department for Education), England only
          limits: [It says what a school did, Children whom no source names are not in it]
      expected_standard:
        polarity: positive
        label: Expected standard reached within 24 months
        label_cy: Cyrraedd y safon ddisgwyliedig o fewn 24 mis
        event: expected_standard
        within: 24 months
        among: {assessments: [1+]}
        card:
          numerator: Children who reached the expected standard in an assessment within 24 months
          denominator: Children assessed at school at 7, 11 or 16 within 24 months, observed for as long
          window: 24 months from the parent's reception
          censoring: Children observed for less than 24 months are left out
          source: After attainment data (Department for Education), England only
          limits: ['Assessments at 7, 11 and 16 are put together', Most ages have no assessment]
      social_care:
        label: Contact with social care within 12 months
        label_cy: Cyswllt â gofal cymdeithasol o fewn 12 mis
        event: social_care
        within: 12 months
        card:
          numerator: Children for whom an episode with social care began within 12 months
          denominator: Children known to have a parent in custody, observed for 12 months
          window: 12 months from the parent's reception
          censoring: Children observed for less than 12 months are left out
          source: After the children in need census (Department for Education), England only
          limits:
            - Episodes that began before the reception are not counted
            - Contact can be help that was asked for
      looked_after:
        polarity: adverse
        beside: expected_standard
        label: Looked after within 12 months
        label_cy: Derbyn gofal o fewn 12 mis
        event: looked_after
        within: 12 months
        card:
          numerator: Children who began to be looked after within 12 months
          denominator: Children known to have a parent in custody, observed for 12 months
          window: 12 months from the parent's reception
          censoring: Children observed for less than 12 months are left out
          source: After the census of looked-after children (Department for Education), England only
          limits:
            - Care by relatives without an order is not seen
            - >-
              The published estimate that 78% of prisoners have children cannot be computed from
              these records: they hold only children whom a source names

    """
}
