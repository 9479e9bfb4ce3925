/** Something that happens or is done: how a criterion asks of it in English, and how notes in both languages tell of it. */
export interface KindOfEvent {
  readonly asked: RegExp
  readonly said: RegExp
}

/** A pattern of whole words, in any case. */
export const word = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, 'iu')

/** Care, states and protection that exclusions name, each with its other names in notes. */
export const furtherMatters: readonly KindOfEvent[] = [
  {
    asked: word(
      String.raw`(?:radio-?therap\p{L}*|radiation(?: therapy| treatment)?|irradiat\p{L}*|XRT|RT)`,
    ),
    said: word(
      String.raw`radioth[ée]rap\p{L}*|radiation|irradi\p{L}*|XRT|(?:R(?:C|X)?TE?|RT)(?= (?:to|of|for|on|in|à|sur|du|de|pelv\p{L}*|thor\p{L}*|cr[aâ]n\p{L}*|prost\p{L}*|\d))|\d+ ?Gy|SBRT|SABR|IMRT|WBRT|curieth\p{L}*|brachyth\p{L}*`,
    ),
  },
  {
    asked: word(String.raw`echocardio\p{L}*|TTE|TEE|TOE`),
    said: word(
      String.raw`echo(?:cardio\p{L}*)?|écho(?:cardio\p{L}*)?(?: cœur| cardiaque)?|ETT|ETO|TTE|TOE|TEE`,
    ),
  },
  {
    asked: word(String.raw`electro-?convulsive|ECT`),
    said: word(String.raw`ECT|electro-?convuls\p{L}*|[ée]lectro-?convuls\p{L}*|sismoth\p{L}*`),
  },
  {
    asked: word(String.raw`dental|tooth|teeth|dentures?|oral surgery`),
    said: word(
      String.raw`dent(?:al|aires?|s)?|tooth|teeth|molaires?|molars?|avulsions?|implants? dentaires?|dentures?`,
    ),
  },
  {
    asked: word(
      String.raw`(?:ketogenic|low[- ]carb\p{L}*|gluten[- ]free|vegan|vegetarian|elimination|restrict\p{L}+) diets?`,
    ),
    said: word(
      String.raw`c[ée]tog[èe]ne|keto(?:genic)?(?: diet)?|r[ée]gime(?! (?:pens\p{L}*))|diets?|gluten|v[ée]g[ée]t\p{L}*`,
    ),
  },
  {
    asked: word(
      String.raw`guardianship|curatorship|tutorship|trusteeship|judicial protection|legal(?:ly)? (?:protect\p{L}*|incapa\p{L}*)|depriv\p{L}+ of (?:their )?(?:liberty|freedom)|protective (?:measures?|supervision)`,
    ),
    said: word(
      String.raw`tutelle|curatelle|sauvegarde|habilitation familiale|mandataire|mesures? (?:de protection|en cours|judiciaire)|guardian\p{L}*|power of attorney|sectioned|SDT|SDRE|SPDT|sans consentement|detained|d[ée]tenue?`,
    ),
  },
  {
    asked: word(
      String.raw`(?:organ |liver |kidney |renal |heart |lung |stem cell |bone marrow )?transplant\p{L}*|graft`,
    ),
    said: word(
      String.raw`transplant\p{L}*|greff\p{L}*|allogreff\p{L}*|(?:kidney|liver|renal|heart|lung) tx|allo-?SCT|ASCT|HSCT|BMT`,
    ),
  },
  {
    asked: word(String.raw`transfus\p{L}*`),
    said: word(String.raw`transfus\p{L}*|CGR|culots?|PRBCs?|pRBC`),
  },
  {
    asked: word(
      String.raw`cervical (?:dysplasia|intra-?epithelial|neoplasia|lesions?|cytology|cancer|smears?)|CIN ?[123]?|HSIL|LSIL|Pap(?:anicolaou)?(?: smears?| tests?)?`,
    ),
    said: word(
      String.raw`FCV|FCU|frottis|colposcop\p{L}*|smears?|HPV|CIN ?[123]?|HSIL|LSIL|Pap(?: smears?| tests?)?|conisation|coni[sz]ation|LLETZ`,
    ),
  },
  {
    asked: word(
      String.raw`harm to (?:self|themsel\p{L}*|others?|him|her)|self-?harm\p{L}*|suicid\p{L}*|danger to (?:self|others?)`,
    ),
    said: word(
      String.raw`suicid\p{L}*|self-?harm\p{L}*|overdose\p{L}*|id[ée]es noires|scarifi\p{L}*|auto-?(?:agress|mutil)\p{L}*|wish(?:es)? to die|death wish\p{L}*|violen\p{L}*|agress\p{L}*|aggress\p{L}*`,
    ),
  },
  {
    asked: word(String.raw`(?:anti-?)?HB[sc](?:Ag|Ab)?|hepatitis B\p{L}*|HBV`),
    said: word(
      String.raw`h[ée]patites? B|hepatitis B|HBV|VHB|(?:Ag |Ac )?(?:anti-?)?HB[sc](?:Ag|Ab)?|hep B`,
    ),
  },
  {
    asked: word(
      String.raw`(?:inability|unable|incapab\p{L}*|incapacity|not able) (?:to |of )(?:understand\p{L}*|self|giv\p{L}+|consent\p{L}*|cooperat\p{L}*|complet\p{L}*|comply\p{L}*|follow)|cognitive\p{L}*|mental(?:ly)? (?:incapa\p{L}*|incompeten\p{L}*)`,
    ),
    said: word(
      String.raw`cognit\p{L}*|MMSE?|MoCA|dementia|d[ée]mence|confus\p{L}*|d[ée]sorient\p{L}*|disorient\p{L}*|memory|m[ée]moire|learning disab\p{L}*|d[ée]ficience intellectuelle|intellectual disab\p{L}*|lacks? capacity|aphas\p{L}*|coma\p{L}*|delirium|délire`,
    ),
  },
  {
    asked: word(String.raw`ASA|aspirin|acetylsalicyl\p{L}*|anti-?platelet\p{L}*`),
    said: word(String.raw`aspirine?|ASA|kard[ée]gic|ac[ée]tylsalicyl\p{L}*|clopidogrel|plavix`),
  },
  {
    asked: word(
      String.raw`immune[- ]mediated therap\p{L}*|immunotherap\p{L}*|immune checkpoint\p{L}*|checkpoint inhibitors?|anti-?PD-?L?1`,
    ),
    said: word(
      String.raw`immunoth[ée]rap\p{L}*|checkpoint|anti-?PD-?L?-?1|\p{L}+(?:lizumab|volumab|limumab|valumab|velumab|miplimab|tremelimumab)`,
    ),
  },
  {
    asked: word(
      String.raw`(?:auto-?immune or |auto-?)?inflammatory (?:disorders?|diseases?|conditions?|illness\p{L}*)`,
    ),
    said: word(
      String.raw`\p{L}{3,}itis|colite|arthrite|h[ée]patite|vascularite|uv[ée]ite|inflamm\p{L}*|psoriasis|lupus|crohn|RCH|MICI|IBD`,
    ),
  },
]
