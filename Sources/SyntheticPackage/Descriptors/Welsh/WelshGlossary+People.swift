extension WelshGlossary {
  /// People, places of origin, and words of every pilot.
  static let people = """
    White British (English, Welsh, Scottish, Northern Irish or British)|Gwyn Prydeinig (Seisnig, Cymreig, Albanaidd, Gogledd Iwerddon neu Brydeinig)
    White British|Gwyn Prydeinig
    White Irish|Gwyn Gwyddelig
    Gypsy or Irish Traveller|Sipsi neu Deithiwr Gwyddelig
    Roma|Roma
    Any other White background|Unrhyw gefndir Gwyn arall
    Other White|Gwyn arall
    White and Black Caribbean|Gwyn a Du Caribïaidd
    White and Black African|Gwyn a Du Affricanaidd
    White and Asian|Gwyn ac Asiaidd
    Any other Mixed or multiple background|Unrhyw gefndir Cymysg neu luosog arall
    Other Mixed|Cymysg arall
    Indian|Indiaidd
    Pakistani|Pacistanaidd
    Bangladeshi|Bangladeshaidd
    Chinese|Tsieineaidd
    Any other Asian background|Unrhyw gefndir Asiaidd arall
    Other Asian|Asiaidd arall
    Caribbean|Caribïaidd
    African|Affricanaidd
    Any other Black background|Unrhyw gefndir Du arall
    Other Black|Du arall
    Arab|Arabaidd
    Any other ethnic group|Unrhyw grŵp ethnig arall
    Other|Arall
    Yes|Ydy
    No|Nac ydy
    Not known|Ddim yn hysbys
    Other or not known|Arall neu ddim yn hysbys
    Sex|Rhyw
    Age|Oedran
    Ethnicity|Ethnigrwydd
    Region|Rhanbarth
    Region and local authority|Rhanbarth ac awdurdod lleol
    Year|Blwyddyn
    Death|Marwolaeth
    Suicide|Hunanladdiad
    Drug or alcohol poisoning|Gwenwyno gan gyffuriau neu alcohol
    Homicide|Lladdiad
    Other cause|Achos arall
    Benefit claim started|Hawliad budd-dal wedi dechrau
    Job started|Swydd wedi dechrau
    Completed|Wedi'i gwblhau
    """
}
