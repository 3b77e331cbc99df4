extension WelshGlossary {
  /// The pilots about homelessness.
  static let housingPilots = """
    Reducing homelessness|Lleihau digartrefedd
    Reducing homelessness, after a home was found|Lleihau digartrefedd, ar ôl dod o hyd i gartref
    Assessed as homeless or threatened|Aseswyd yn ddigartref neu o dan fygythiad
    Assessed|Aseswyd
    Approach or referral to an authority|Cysylltu ag awdurdod neu atgyfeirio ato
    Owed a duty|Dyletswydd yn ddyledus
    No duty owed|Dim dyletswydd yn ddyledus
    Owed a prevention or relief duty|Dyletswydd atal neu liniaru yn ddyledus
    Relief duty owed|Dyletswydd liniaru yn ddyledus
    Main duty owed|Prif ddyletswydd yn ddyledus
    Homelessness prevented|Digartrefedd wedi'i atal
    Prevention duty ended with homelessness|Daeth y ddyletswydd atal i ben â digartrefedd
    Prevention duty ended another way|Daeth y ddyletswydd atal i ben mewn ffordd arall
    Homelessness relieved|Digartrefedd wedi'i liniaru
    Relief duty ended after 56 days|Daeth y ddyletswydd liniaru i ben ar ôl 56 diwrnod
    Relief duty ended another way|Daeth y ddyletswydd liniaru i ben mewn ffordd arall
    Main duty ended another way|Daeth y brif ddyletswydd i ben mewn ffordd arall
    Accommodation secured|Sicrhawyd llety
    A home secured in an earlier case|Sicrhawyd cartref mewn achos cynharach
    Settled offer accepted|Derbyniwyd cynnig sefydlog
    Settled offer without a placement|Cynnig sefydlog heb leoliad
    No settled offer yet|Dim cynnig sefydlog eto
    Placed in temporary accommodation|Lleolwyd mewn llety dros dro
    Placed in bed and breakfast|Lleolwyd mewn gwely a brecwast
    In temporary accommodation within 6 months|Mewn llety dros dro o fewn 6 mis
    In bed and breakfast within 6 months|Mewn gwely a brecwast o fewn 6 mis
    Help by the authority|Help gan yr awdurdod
    Help begun within 14 days|Help wedi dechrau o fewn 14 diwrnod
    Review of a decision asked for|Gofynnwyd am adolygu penderfyniad
    Review of a decision asked for within 6 months|Gofynnwyd am adolygu penderfyniad o fewn 6 mis
    Decision overturned on review|Penderfyniad wedi'i wrthdroi ar adolygiad
    Decision overturned within 6 months|Penderfyniad wedi'i wrthdroi o fewn 6 mis
    Owed a new duty after one ended with a home|Dyletswydd newydd ar ôl i un ddod i ben â chartref
    Owed a new duty|Dyletswydd newydd yn ddyledus
    No new duty known|Dim dyletswydd newydd yn hysbys
    Met sleeping rough|Cwrddwyd wrth gysgu allan
    Met sleeping rough within 12 months|Cwrddwyd wrth gysgu allan o fewn 12 mis
    Counted sleeping rough on one night|Cyfrifwyd yn cysgu allan ar un noson
    Counted sleeping rough within 12 months|Cyfrifwyd yn cysgu allan o fewn 12 mis
    Household cases|Achosion aelwydydd
    Age at assessment|Oedran adeg yr asesiad
    Age at the last assessment|Oedran adeg yr asesiad diwethaf
    Law of the case|Cyfraith yr achos
    Tenth of deprivation of the area (England)|Degfed amddifadedd yr ardal (Lloegr)
    Year of assessment|Blwyddyn yr asesiad
    Quarter of assessment|Chwarter yr asesiad
    Outcome of the assessment|Canlyniad yr asesiad
    Reason for loss of the last settled home|Rheswm dros golli'r cartref sefydlog diwethaf
    Accommodation at application|Llety adeg y cais
    Kind of household|Math o aelwyd
    Place in the household|Lle yn yr aelwyd
    How the case came|Sut y daeth yr achos
    How the duty ended|Sut y daeth y ddyletswydd i ben
    How the last duty ended|Sut y daeth y ddyletswydd ddiwethaf i ben
    Support needs|Anghenion cymorth
    Needs that were helped with|Anghenion y cafwyd help gyda nhw
    Temporary accommodation|Llety dros dro
    Applications in the 24 months before|Ceisiadau yn y 24 mis blaenorol
    Applications in the 24 months before, this one among them|Ceisiadau yn y 24 mis blaenorol, gan gynnwys hwn
    Further applications within 24 months|Ceisiadau pellach o fewn 24 mis
    Days since a home was last secured|Diwrnodau ers sicrhau cartref ddiwethaf
    Days since release from custody|Diwrnodau ers rhyddhau o'r ddalfa
    Days from approach to assessment|Diwrnodau o'r cysylltu i'r asesiad
    Days to the first help|Diwrnodau hyd at yr help cyntaf
    Days to a new duty|Diwrnodau hyd at ddyletswydd newydd
    Placements within 12 months|Lleoliadau o fewn 12 mis
    Rough-sleeping contacts within 12 months|Cysylltiadau cysgu allan o fewn 12 mis
    Duty not known to have ended|Dim diwedd y ddyletswydd yn hysbys
    No main duty known|Dim prif ddyletswydd yn hysbys
    No temporary placement known|Dim lleoliad dros dro yn hysbys
    In treatment on the day of assessment|Mewn triniaeth ar ddiwrnod yr asesiad
    In treatment when the home was found|Mewn triniaeth pan ddaethpwyd o hyd i'r cartref
    A home secured within 6 months|Cartref wedi'i sicrhau o fewn 6 mis
    A home secured within 12 months|Cartref wedi'i sicrhau o fewn 12 mis
    Owed a new duty within 12 months of the assessment|Dyletswydd newydd o fewn 12 mis i'r asesiad
    Owed a new duty within 24 months of the assessment|Dyletswydd newydd o fewn 24 mis i'r asesiad
    Owed a new duty within 12 months|Dyletswydd newydd o fewn 12 mis
    Owed a new duty within 24 months|Dyletswydd newydd o fewn 24 mis
    Duty ended with accommodation|Daeth y ddyletswydd i ben â llety
    Homeless again and owed a relief duty|Digartref eto a dyletswydd liniaru yn ddyledus
    Homeless again and owed a relief duty within 24 months|Digartref eto a dyletswydd liniaru yn ddyledus o fewn 24 mis
    Year in which the home was found|Blwyddyn dod o hyd i'r cartref
    A home was found|Daethpwyd o hyd i gartref
    No home known yet|Dim cartref yn hysbys eto
    A home was found again|Daethpwyd o hyd i gartref eto
    A home found once more within 24 months|Cartref arall o fewn 24 mis
    """
}
