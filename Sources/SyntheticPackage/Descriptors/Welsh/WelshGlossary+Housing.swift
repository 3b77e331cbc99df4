extension WelshGlossary {
  /// Codes of homelessness records.
  static let housing = """
    A duty is owed|Mae dyletswydd yn ddyledus
    Threatened with homelessness - prevention duty owed|Dan fygythiad o ddigartrefedd - dyletswydd atal yn ddyledus
    Homeless - relief duty owed|Digartref - dyletswydd liniaru yn ddyledus
    No duty is owed|Nid oes dyletswydd yn ddyledus
    Not homeless or threatened, no duty owed|Ddim yn ddigartref nac o dan fygythiad, dim dyletswydd yn ddyledus
    Withdrew before assessment|Tynnodd yn ôl cyn yr asesiad
    Not or no longer eligible|Ddim yn gymwys, neu ddim yn gymwys mwyach
    Relief duty|Dyletswydd liniaru
    Main duty (Wales: final duty)|Prif ddyletswydd (Cymru: dyletswydd derfynol)
    End of a prevention duty|Diwedd dyletswydd atal
    Secured accommodation for 6+ months|Sicrhawyd llety am 6 mis neu fwy
    Homeless (including intentionally homeless)|Digartref (gan gynnwys yn fwriadol ddigartref)
    Contact lost|Collwyd cysylltiad
    56 days elapsed and no further action|Aeth 56 diwrnod heibio a dim camau pellach
    Withdrew application or applicant deceased|Tynnwyd y cais yn ôl neu bu farw'r ymgeisydd
    No longer eligible|Ddim yn gymwys mwyach
    Refused suitable accommodation offer|Gwrthodwyd cynnig o lety addas
    Duty ended under section 193B (co-operation)|Daeth y ddyletswydd i ben o dan adran 193B (cydweithredu)
    End of a relief duty|Diwedd dyletswydd liniaru
    56 days elapsed|Aeth 56 diwrnod heibio
    Refused final accommodation offer|Gwrthodwyd y cynnig terfynol o lety
    Intentionally homeless from accommodation provided|Yn fwriadol ddigartref o'r llety a ddarparwyd
    Local connection referral accepted by other authority|Atgyfeiriad cysylltiad lleol wedi'i dderbyn gan awdurdod arall
    Notice served under section 193B (co-operation)|Rhoddwyd hysbysiad o dan adran 193B (cydweithredu)
    End of a main duty|Diwedd prif ddyletswydd
    Accepted a settled offer|Derbyniwyd cynnig sefydlog
    Refused an offer|Gwrthodwyd cynnig
    Ceased to occupy or contact lost|Peidiwyd â meddiannu neu collwyd cysylltiad
    No longer eligible or intentionally homeless|Ddim yn gymwys mwyach neu'n fwriadol ddigartref
    Approached the authority|Aeth at yr awdurdod
    Referred by a prison|Atgyfeiriwyd gan garchar
    Referred by probation|Atgyfeiriwyd gan y gwasanaeth prawf
    Referred by a hospital|Atgyfeiriwyd gan ysbyty
    Referred by social services|Atgyfeiriwyd gan wasanaethau cymdeithasol
    Referred by treatment services|Atgyfeiriwyd gan wasanaethau triniaeth
    Referred by another body|Atgyfeiriwyd gan gorff arall
    Adults|Oedolion
    Main applicant|Prif ymgeisydd
    Partner or other adult|Partner neu oedolyn arall
    Child|Plentyn
    Adults alone|Oedolion yn unig
    One adult|Un oedolyn
    Two or more adults|Dau oedolyn neu fwy
    Adults with children|Oedolion â phlant
    One adult with children|Un oedolyn â phlant
    Two or more adults with children|Dau oedolyn neu fwy â phlant
    Advice and information|Cyngor a gwybodaeth
    Negotiation or mediation to keep or return to a home|Negodi neu gyfryngu i gadw cartref neu ddychwelyd iddo
    Discretionary housing payment|Taliad disgresiwn at gostau tai
    Debt advice or help with rent arrears|Cyngor ar ddyledion neu help gydag ôl-ddyledion rhent
    Help to find a home in the private rented sector|Help i ddod o hyd i gartref yn y sector rhentu preifat
    Help to find a home in the social sector|Help i ddod o hyd i gartref yn y sector cymdeithasol
    Support in place for a need|Cymorth ar waith ar gyfer angen
    Referral to a specialist service for a need|Atgyfeirio at wasanaeth arbenigol ar gyfer angen
    Supported housing for a need|Tai â chymorth ar gyfer angen
    England: Housing Act 1996 as amended in 2017|Lloegr: Deddf Tai 1996 fel y'i diwygiwyd yn 2017
    Wales: Housing (Wales) Act 2014|Cymru: Deddf Tai (Cymru) 2014
    First contact, bedded down|Cyswllt cyntaf, yn cysgu allan
    Bedded down|Yn cysgu allan
    Other street contact|Cyswllt arall ar y stryd
    Family or friends no longer willing or able to accommodate|Teulu neu ffrindiau ddim yn fodlon neu'n gallu rhoi llety mwyach
    End of private rented tenancy - assured shorthold|Diwedd tenantiaeth breifat - byrddaliad sicr
    End of private rented tenancy - not assured shorthold|Diwedd tenantiaeth breifat - nid byrddaliad sicr
    End of social rented tenancy|Diwedd tenantiaeth gymdeithasol
    Non-violent relationship breakdown with partner|Perthynas â phartner wedi chwalu heb drais
    Other violence or harassment|Trais neu aflonyddu arall
    Eviction from supported housing|Troi allan o dai â chymorth
    Left institution with no accommodation available|Gadael sefydliad heb lety ar gael
    Required to leave accommodation provided by Home Office as asylum support|Gorfod gadael llety a ddarparwyd gan y Swyddfa Gartref fel cymorth lloches
    Home no longer suitable - disability or ill health|Cartref ddim yn addas mwyach - anabledd neu afiechyd
    Loss of placement or sponsorship|Colli lleoliad neu nawdd
    Loss of rented or tied accommodation (Wales)|Colli llety ar rent neu lety clwm (Cymru)
    Other reasons or not known|Rhesymau eraill neu ddim yn hysbys
    That no duty was owed|Nad oedd dyletswydd yn ddyledus
    That a duty ended|Bod dyletswydd wedi dod i ben
    Suitability of an offer|Addasrwydd cynnig
    Priority need or intentional homelessness|Angen blaenoriaethol neu ddigartrefedd bwriadol
    Decision upheld|Cadarnhawyd y penderfyniad
    Decision overturned|Gwrthdrowyd y penderfyniad
    Request taken back|Tynnwyd y cais yn ôl
    Physical ill health and disability|Afiechyd corfforol ac anabledd
    At risk of or has experienced domestic abuse|Mewn perygl o gam-drin domestig neu wedi'i brofi
    Drug dependency needs|Anghenion dibyniaeth ar gyffuriau
    Alcohol dependency needs|Anghenion dibyniaeth ar alcohol
    Offending history|Hanes o droseddu
    History of repeat homelessness|Hanes o ddigartrefedd mynych
    History of rough sleeping|Hanes o gysgu allan
    Young person aged 18-25 requiring support to manage independently|Person ifanc 18-25 oed ag angen cymorth i fyw'n annibynnol
    Care leaver|Person sy'n gadael gofal
    Access to education, employment or training|Mynediad at addysg, cyflogaeth neu hyfforddiant
    At risk of or has experienced abuse (non-domestic)|Mewn perygl o gam-drin (nid domestig) neu wedi'i brofi
    Served in HM Forces|Wedi gwasanaethu yn Lluoedd EM
    Former asylum seeker|Cyn-geisiwr lloches
    Victim of modern slavery|Dioddefwr caethwasiaeth fodern
    Bed and breakfast hotels (including shared annexes)|Gwestai gwely a brecwast (gan gynnwys rhandai a rennir)
    Nightly paid, privately managed accommodation, self-contained|Llety hunangynhwysol a reolir yn breifat ac y telir amdano fesul noson
    Hostels (including reception centres, emergency units and refuges)|Hosteli (gan gynnwys canolfannau derbyn, unedau argyfwng a llochesi)
    Private sector accommodation leased by authority or registered provider|Llety'r sector preifat ar les gan awdurdod neu ddarparwr cofrestredig
    Local authority or housing association stock|Stoc awdurdod lleol neu gymdeithas dai
    Any other type of temporary accommodation|Unrhyw fath arall o lety dros dro
    Owner occupied|Perchen-feddiannydd
    Shared ownership|Cydberchnogaeth
    Private rented|Rhentu preifat
    Social rented - local authority|Rhentu cymdeithasol - awdurdod lleol
    Social rented - registered provider|Rhentu cymdeithasol - darparwr cofrestredig
    Supported housing or hostel|Tai â chymorth neu hostel
    Living with family or friends|Byw gyda theulu neu ffrindiau
    Institution (prison, hospital)|Sefydliad (carchar, ysbyty)
    No fixed abode or rough sleeping|Dim cyfeiriad sefydlog neu gysgu allan
    """
}
