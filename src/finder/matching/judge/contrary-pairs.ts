/** One state: the words that ask for it, those that surely say it, and those that leave it open. */
interface State {
  readonly asked: RegExp
  readonly said: RegExp
  readonly hinted?: RegExp
}

/** Two states of which a person is in one. */
export interface ContraryPair {
  /** What a criterion, and a line of a note, must be about. */
  readonly of?: RegExp
  readonly states: readonly [State, State]
}

const words = (source: string): RegExp => new RegExp(`(?<!\\p{L})(?:${source})(?![\\p{L}])`, 'iu')
const both = (source: string): State => ({ asked: words(source), said: words(source) })

const births =
  'multiparous|multipare|G(?:ravida )?[2-9],? ?P(?:ara )?[1-9]|(?:previous|prior|earlier|two|three|four|[1-6]) (?:previous )?(?:cesareans?|caesareans?|c-sections?|vaginal deliver(?:y|ies)|deliveries)|(?:deuxième|troisième|quatrième) enfant|(?:second|third|fourth) child|mother of (?:\\d|one|two|three|four|five)|mère de (?:deux|trois|quatre|\\d)'

const viruses = ['HIV|VIH', 'HBV|VHB|hepatitis B|hépatite B', 'HCV|VHC|hepatitis C|hépatite C']
const viralLoads: ContraryPair['states'] = [
  {
    asked: words(
      '(?:RNA|DNA|viral load) (?:level )?(?:≥|>|>=|greater than|above|at least) ?[1-9][\\d,. ]*\\s?(?:copies|IU)?|detectable (?:HIV )?viral load|viremic',
    ),
    said: words(
      'detectable viral load|charge virale (?:détectable|à (?:[2-9]\\d{2}|[1-9] ?\\d{3}))',
    ),
  },
  {
    asked: words(
      '(?:undetectable|suppressed) (?:HIV )?(?:viral load|RNA)|virologically suppressed',
    ),
    said: words(
      'undetectable (?:(?:HIV|HBV|HCV) )?viral load|viral load (?:is |was |remains )?(?:undetectable|suppressed|below detection)|virologically suppressed|charge virale (?:\\p{L}+ )?indétectable',
    ),
  },
]

const vaccines = [
  'covid|sars-cov',
  'influenza|flu|grippe',
  'hepatitis B|hépatite B|HBV',
  'pneumococc?\\p{L}*',
  'HPV|papilloma ?\\p{L}*',
  'yellow fever|fièvre jaune',
  'tetanus|tétanos',
  'measles|MMR|rougeole|ROR',
]
const vaccinations: ContraryPair['states'] = [
  both('unvaccinated|not (?:been )?vaccinated|non vaccinée?s?|never vaccinated'),
  {
    asked: words('(?:fully |previously )?vaccinated'),
    said: words(
      '(?<!not |not been |never |non |pas |jamais )(?:(?:fully |been )?vaccinated against|vaccinée? contre)',
    ),
  },
]

/** The same two states of each of several things: what names two of them is of none. */
function ofEach(
  things: readonly string[],
  states: ContraryPair['states'],
): readonly ContraryPair[] {
  return things.map((thing) => {
    const others = things.filter((other) => other !== thing).join('|')
    return {
      of: new RegExp(`^(?!.*(?<!\\p{L})(?:${others})).*(?<!\\p{L})(?:${thing})`, 'isu'),
      states,
    }
  })
}

/** Every pair that is read. */
export const contraryPairs: readonly ContraryPair[] = [
  {
    states: [
      both(
        'castration[- ]resistant|hormone[- ](?:refractory|resistant)|androgen[- ]independent|m?CRPC|résistante? à la castration|hormono-?résistante?',
      ),
      both(
        'castration[- ](?:sensitive|na[iï]ve)|hormone[- ](?:sensitive|na[iï]ve)|m?(?:HSPC|CSPC)|hormono-?sensible|sensible à la castration',
      ),
    ],
  },
  {
    of: /h(?:a)?emophil|hémophil|factor (?:VIII|IX)|facteur (?:VIII|IX)/i,
    states: [
      both('with (?:high-titer |current |factor VIII |factor IX )?inhibitors?|avec inhibiteurs?'),
      both(
        "without (?:factor VIII |factor IX )?inhibitors?|no (?:history of )?(?:factor VIII |factor IX )?inhibitors?|sans inhibiteurs?|pas d[’']inhibiteurs?",
      ),
    ],
  },
  {
    states: [
      both(
        '(?:steroid|cortico(?:steroid)?|glucocorticoid)[- ](?:resistant|refractory)|SRNS|cortico-?résistante?s?',
      ),
      both(
        '(?:steroid|cortico(?:steroid)?|glucocorticoid)[- ](?:sensitive|responsive)|SSNS|cortico-?sensibles?',
      ),
    ],
  },
  {
    states: [
      both('platinum[- ](?:resistant|refractory)|(?:platine?-?)?résistante? au platine'),
      both('platinum[- ](?:sensitive|responsive)|sensible au platine|platine-?sensible'),
    ],
  },
  {
    of: /cirrh|liver|hepat|hépat|Child/i,
    states: [
      both('decompensated|décompensée?s?'),
      both('(?<!non-?)compensated|(?<!non )compensée?s?|Child(?:-Pugh)? A'),
    ],
  },
  {
    states: [
      both('non[- ]?squamous|non[- ]épidermoïde'),
      {
        asked: words('(?<!non[- ]?)squamous(?! intraepithelial)'),
        said: words(
          '(?<!non[- ]?)squamous[- ](?:cell )?(?:carcinoma |cancer )?(?:of the (?:left |right )?lung|lung)|(?:lung|pulmonary) squamous|(?:carcinome )?épidermoïde (?:bronchique|pulmonaire|du poumon)',
        ),
      },
    ],
  },
  {
    states: [
      {
        asked: words(
          'end[- ]stage (?:renal|kidney) (?:disease|failure)|ESRD|ESKD|(?:on|receiving|undergoing|maintenance|chronic) (?:maintenance |chronic )?(?:h(?:a)?emo)?dialysis|insuffisance rénale terminale|dialysée?s?',
        ),
        said: words(
          '(?:on|maintenance|chronic) (?:h(?:a)?emo)?dialysis|dialysis[- ]dependent|ESRD|ESKD|end[- ]stage (?:renal|kidney)|dialysée?s?|hémodialysée?s?|(?:en|sous|traitée? par) (?:hémo-?)?dialyse|(?:hémo-?)?dialyse (?:chronique|péritonéale|depuis)',
        ),
        hinted: /dial[yi]s|(?:stage|stade|G) ?(?:5|V)/i,
      },
      {
        asked: words(
          'not (?:yet )?(?:on|requiring|receiving) dialysis|non-?dialysis(?:[- ]dependent)?|pre-?dialysis|non dialysée?s?',
        ),
        said: words(
          '(?:CKD|(?:chronic )?(?:kidney|renal) disease),? (?:G|stage |grade )?(?:1|2|3[ab]?|4|I|II|III[ab]?|IV)|(?:stage|G) ?(?:3[ab]?|4) (?:CKD|chronic kidney disease)|not (?:yet )?on dialysis|no dialysis|(?:insuffisance|maladie) rénale (?:chronique )?(?:de )?stade (?:1|2|3[ab]?|4|I|II|III[ab]?|IV)|non dialysée?',
        ),
      },
    ],
  },
  {
    states: [
      {
        asked: words('nulliparous|nullipares?'),
        said: words(
          'nulliparous|nullipares?|primigravid(?:a|ous)|primigestes?|nulligravid(?:a|ous)|G1P0',
        ),
        hinted: /first pregnancy|première grossesse/i,
      },
      { asked: words('multiparous|multipares?|parous'), said: words(births) },
    ],
  },
  {
    states: [
      {
        asked: words('primigravid(?:a|ous)|primigestes?|first pregnancy|nulligravid(?:a|ous)'),
        said: words('primigravid(?:a|ous)|primigestes?|nulligravid(?:a|ous)|G1P0'),
        hinted: /first pregnancy|première grossesse/i,
      },
      {
        asked: words('multigravid\\p{L}*'),
        said: words(
          `${births}|(?:second|third|fourth) pregnancy|(?:deuxième|troisième|quatrième) grossesse`,
        ),
      },
    ],
  },
  {
    states: [
      {
        asked: words(
          '(?:treated|treatment|therapy|managed) with (?:basal |prandial |any |an? )?(?:insulin|insuline)|on (?:a stable dose of )?(?:basal )?insulin|insulin[- ](?:treated|requiring|dependent)|(?:using|taking|receiving) (?:basal |bolus )?insulin',
        ),
        said: words(
          '(?:on|taking|takes|uses|using|receiv\\p{L}+|requir\\p{L}+|treated (?:with|by)) (?:(?:basal|bolus|daily|regular|rapid|long-acting) )*insulin|insulin (?:pump|therapy|treatment|injections?|glargine|detemir|degludec|lispro|aspart|NPH)|insulin[- ](?:treated|requiring|dependent)|(?:sous|traitée? par) (?:pompe à )?insuline|insuline (?:lente|rapide|basale|glargine)|glargine|detemir|degludec|lispro|aspart|lantus|levemir|novorapid|humalog',
        ),
        hinted: /insulin/i,
      },
      {
        asked: words(
          "insulin[- ]na[iï]ve|not (?:treated with|on|taking|using) insulin|naïfs? d[’']insuline",
        ),
        said: words(
          '(?:diet|metformin|metformine|tablets|oral (?:drugs|agents|medication|antidiabetics)|régime) (?:and exercise )?(?:alone|only|seule?)|(?:managed|controlled|treated) (?:by|with) diet|monothérapie (?:par|de) metformine|metformin monotherapy',
        ),
      },
    ],
  },
  {
    states: [
      {
        asked: words(
          'failed? (?:at least |to respond to )?(?:one|1|≥ ?1|prior|previous)? ?(?:\\p{L}+ ){0,2}systemic (?:therap(?:y|ies)|treatments?|agents?)|inadequate (?:response|responders?) to (?:\\p{L}+ ){0,2}systemic (?:therap(?:y|ies)|treatments?|agents?)',
        ),
        said: words(
          '(?:failed|after|inadequate response to|despite) (?:\\p{L}+ ){0,3}systemic (?:therap|treatment|agent|immuno)\\p{L}*',
        ),
        hinted: /systemic|systémique/i,
      },
      {
        asked: words('systemic[- ](?:(?:therapy|treatment)[- ])?na[iï]ve'),
        said: words(
          'never (?:been )?(?:treated with|received|had) (?:any )?systemic(?: therapy| treatment| agents?)?|no (?:prior |previous )?systemic (?:therapy|treatment)|jamais (?:reçu |eu )?(?:de )?traitement systémique|sans traitement systémique',
        ),
      },
    ],
  },
  ...ofEach(viruses, viralLoads),
  ...ofEach(vaccines, vaccinations),
  {
    states: [
      both('living donors?|donneur vivant'),
      both('deceased[- ]donors?|cadaveric|donneur décédé'),
    ],
  },
  {
    states: [
      both(
        '(?:with|has|have|having) (?:\\p{L}+ )?psychotic (?:features|symptoms)|avec (?:symptômes|caractéristiques|éléments) psychotiques',
      ),
      both(
        "(?:without|no) (?:\\p{L}+ )?psychotic (?:features|symptoms)|(?:sans|pas d[e’']) ?(?:symptômes?|caractéristiques?|éléments?) psychotiques?",
      ),
    ],
  },
  {
    of: /transplant|graft|greff/i,
    states: [
      both(
        '(?:first|primary) (?:\\p{L}+ )?(?:transplant\\p{L}*|graft|allograft)|première (?:greffe|transplantation)',
      ),
      both(
        '(?:second|third|2nd|3rd|repeat) (?:\\p{L}+ )?(?:transplant\\p{L}*|graft|allograft)|re-?transplant\\p{L}*|(?:deuxième|seconde|2e|2ème|troisième) (?:greffe|transplantation)|re-?greffée?',
      ),
    ],
  },
  {
    of: /psychos|psychot|schizo|depress|dépress|mani[ac]/i,
    states: [
      both(
        'first[- ]episode|(?:single|one) (?:major )?(?:depressive )?episode|premier épisode|épisode unique',
      ),
      both(
        '(?:second|third|fourth|fifth|2nd|3rd|4th) (?:\\p{L}+ ){0,2}episode|recurrent (?:major )?depress\\p{L}*|(?:deuxième|troisième|quatrième|2e|3e) épisode|(?:trouble )?dépressif récurrent',
      ),
    ],
  },
  {
    of: /phak|phaqu|cataract|PKE|PEC|ICP/i,
    states: [
      both('(?<!pseudo-?)(?<!\\p{L})phakic|phaques?'),
      both(
        'pseudo-?phakic (?:in )?(?:both|bilateral)\\p{L}*|bilateral(?:ly)? pseudo-?phak\\p{L}*|pseudo-?phaque bilatérale?|(?:PKE|PEC|ICP|phaco\\p{L}*|chirurgie de la cataracte) (?:ODG|des deux yeux|bilatérale?)|cataract surgery (?:in |of |to )?both eyes|bilateral cataract (?:surgery|extraction)',
      ),
    ],
  },
  {
    of: /^(?!.*(?:representative|guardian|caregiver|relative|surrogate|proxy|famil|next of kin|assent|tuteur|proche|parent)).*(?:consent|capacity|capab|compet)/is,
    states: [
      {
        asked: words(
          '(?:ability|able|capable|capacity|competen\\p{L}*) (?:to |of )?(?:giv\\p{L}+|provid\\p{L}+|sign\\p{L}*)[^.;]{0,30}consent|capable de (?:donner|consentir)',
        ),
        said: words('(?:has|with|full|retains) (?:mental )?capacity|capable de consentir'),
        hinted: /(?<!lacks? )(?<!lacking )capacity to/i,
      },
      both(
        "(?:lacks?|lacking|without|no) (?:mental |decision(?:al|-making)? )?capacity|(?:unable|incapable|not able) (?:to|of) (?:give |giving )?consent\\p{L}*|incapable de consentir|hors d[’']état de consentir",
      ),
    ],
  },
  {
    states: [
      both('right[- ]handed|droitiers?|droitière'),
      both('left[- ]handed|gauchers?|gauchère'),
    ],
  },
]
