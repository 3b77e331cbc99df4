extension CodeListFiles {
  /// About children, parents and schools.
  static let families = [
    CodeListText(
      "children_identified",
      """
      K|Children identified|Plant wedi'u nodi
      S|Declared by the parent|Datganwyd gan y rhiant|K
      B|Found through benefit records|Canfuwyd drwy gofnodion budd-dal|K
      SB|Both declared and found|Datganwyd a chanfuwyd|K
      N|No child identified|Dim plentyn wedi'i nodi
      """),
    CodeListText(
      "parents",
      """
      M|Mother|Mam
      F|Father|Tad
      """),
    CodeListText(
      "regions",
      Areas.regions.map { "\($0.code)|\($0.label)|\($0.welsh)" }.joined(separator: "\n")),
    CodeListText(
      "absence",
      """
      N|Not persistently absent|Ddim yn absennol yn gyson
      A|Persistently absent|Absennol yn gyson
      P|Missed 10% to less than 50% of sessions|Collwyd 10% i lai na 50% o sesiynau|A
      V|Missed half of all sessions or more|Collwyd hanner y sesiynau neu fwy|A
      """),
    CodeListText(
      "attainment",
      """
      E|Reached the expected standard|Cyrhaeddodd y safon ddisgwyliedig
      B|Below the expected standard|Islaw'r safon ddisgwyliedig
      NONE|No assessment on record|Dim asesiad wedi'i gofnodi
      """),
    CodeListText(
      "special_needs",
      """
      N|No special educational need|Dim angen addysgol arbennig
      K|Support in school|Cymorth yn yr ysgol
      E|Education, health and care plan or statement|Cynllun addysg, iechyd a gofal neu ddatganiad
      NONE|No school record linked|Dim cofnod ysgol wedi'i gysylltu
      """),
    CodeListText(
      "exclusion_history",
      """
      N|Never excluded|Heb ei wahardd erioed
      Y|Suspended or excluded|Wedi'i atal neu ei wahardd
      S|Suspended|Wedi'i atal|Y
      X|Permanently excluded|Wedi'i wahardd yn barhaol|Y
      """),
    CodeListText(
      "exclusion_kinds",
      """
      S|Suspension|Ataliad
      X|Permanent exclusion|Gwaharddiad parhaol
      """),
    CodeListText(
      "care_history",
      """
      N|No contact with social care known|Dim cyswllt hysbys â gofal cymdeithasol
      CIN|Child in need|Plentyn mewn angen
      CLA|Looked after|Plentyn sy'n derbyn gofal
      """),
    CodeListText(
      "care_kinds",
      """
      CIN|Child in need plan|Cynllun plentyn mewn angen
      CPP|Child protection plan|Cynllun amddiffyn plant
      CLA|Looked after|Plentyn sy'n derbyn gofal
      """),
  ]
}
