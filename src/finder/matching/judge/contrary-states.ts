import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { hasOtherWaysIn } from './one-way-in.ts'

/**
 * Two states of one illness, or of care, of which a person is in one: "castration-resistant" and hormone-sensitive, haemophilia with
 * inhibitors and without, dialysis and a kidney disease of stage 3. What is asked is the one, and the note says the other and nowhere
 * the one. Rule `contrary-state@1`.
 */
export function contraryStateVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'inclusion' || patient.source !== 'note' || text.length > longest) return undefined
  for (const { pair, said } of statesSaid(patient)) {
    const [first, second] = pair
    const asksFirst = first.asked.test(text)
    if (asksFirst === second.asked.test(text)) continue
    if (hasOtherWaysIn(text) || turning.test(text)) return undefined
    const [own, other] = asksFirst ? [said.first, said.second] : [said.second, said.first]
    if (other && !own) return { verdict: 'not met', reason: 'stated facts', evidence: [other] }
  }
  return undefined
}

const longest = 260
const turning =
  /\b(?:unless|except\w*|if|may|history|previous\w*|prior|past|with or without|regardless|irrespective|planned|scheduled|risk|either|or (?!more|older|greater|higher|equal|above))\b/i

interface State {
  readonly asked: RegExp
  readonly said: RegExp
}

type Pair = readonly [State, State]

const words = (source: string): RegExp => new RegExp(`(?<!\\p{L})(?:${source})(?![\\p{L}])`, 'iu')
const both = (source: string): State => ({ asked: words(source), said: words(source) })

const pairs: readonly Pair[] = [
  [
    both(
      'castration[- ]resistant|hormone[- ](?:refractory|resistant)|androgen[- ]independent|m?CRPC|résistante? à la castration|hormono-?résistante?',
    ),
    both(
      'castration[- ](?:sensitive|na[iï]ve)|hormone[- ](?:sensitive|na[iï]ve)|m?(?:HSPC|CSPC)|hormono-?sensible|sensible à la castration',
    ),
  ],
  [
    both('with (?:high-titer |current |factor VIII |factor IX )?inhibitors?|avec inhibiteurs?'),
    both(
      "without (?:factor VIII |factor IX )?inhibitors?|no (?:history of )?(?:factor VIII |factor IX )?inhibitors?|sans inhibiteurs?|pas d[’']inhibiteurs?",
    ),
  ],
  [
    both(
      '(?:steroid|cortico(?:steroid)?|glucocorticoid)[- ](?:resistant|refractory)|SRNS|cortico-?résistante?s?',
    ),
    both(
      '(?:steroid|cortico(?:steroid)?|glucocorticoid)[- ](?:sensitive|responsive)|SSNS|cortico-?sensibles?',
    ),
  ],
  [
    both('platinum[- ](?:resistant|refractory)|(?:platine?-?)?résistante? au platine'),
    both('platinum[- ](?:sensitive|responsive)|sensible au platine|platine-?sensible'),
  ],
  [
    both('decompensated|décompensée?s?'),
    both('(?<!non-?)compensated|(?<!non )compensée?s?|Child(?:-Pugh)? A'),
  ],
  [
    both('non[- ]?squamous|non[- ]épidermoïde'),
    {
      asked: words('(?<!non[- ]?)squamous(?! intraepithelial)'),
      said: words(
        '(?<!non[- ]?)squamous[- ](?:cell )?(?:carcinoma |cancer )?(?:of the (?:left |right )?lung|lung)|(?:lung|pulmonary) squamous|(?:carcinome )?épidermoïde (?:bronchique|pulmonaire|du poumon)',
      ),
    },
  ],
  [
    {
      asked: words(
        'end[- ]stage (?:renal|kidney) (?:disease|failure)|ESRD|ESKD|(?:on|receiving|undergoing|maintenance|chronic) (?:maintenance |chronic )?(?:h(?:a)?emo)?dialysis|insuffisance rénale terminale|dialysée?s?',
      ),
      said: words(
        '(?:on|maintenance|chronic) (?:h(?:a)?emo)?dialysis|dialysis[- ]dependent|ESRD|ESKD|end[- ]stage (?:renal|kidney)|dialysée?|hémodialyse|dialyse|stage 5|stade 5',
      ),
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
  [
    both(
      'nulliparous|nullipares?|primigravid(?:a|ous)|primigestes?|first pregnancy|nulligravid(?:a|ous)|G1P0',
    ),
    {
      asked: words('multiparous|multipares?|multigravid\\p{L}*|parous'),
      said: words(
        'multiparous|multipare|multigravida|G(?:ravida )?[2-9],? ?P(?:ara )?[1-9]|(?:previous|prior|earlier|two|three|four|[1-6]) (?:previous )?(?:cesareans?|caesareans?|c-sections?|vaginal deliver(?:y|ies)|deliveries)|(?:deuxième|troisième|quatrième) (?:grossesse|enfant)|(?:second|third|fourth) (?:pregnancy|child)|mother of (?:\\d|one|two|three|four|five)|mère de (?:deux|trois|quatre|\\d)',
      ),
    },
  ],
  [
    {
      asked: words(
        '(?:treated|treatment|therapy|managed) with (?:basal |prandial |any |an? )?(?:insulin|insuline)|on (?:a stable dose of )?(?:basal )?insulin|insulin[- ](?:treated|requiring|dependent)|(?:using|taking|receiving) (?:basal |bolus )?insulin',
      ),
      said: words(
        'insulin(?! (?:resistan|sensitiv|level|secret))\\p{L}*|insuline|glargine|detemir|degludec|lispro|aspart|lantus|levemir|novorapid|humalog',
      ),
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
  [
    {
      asked: words(
        'failed? (?:at least |to respond to )?(?:one|1|≥ ?1|prior|previous)? ?(?:\\p{L}+ ){0,2}systemic (?:therap(?:y|ies)|treatments?|agents?)|inadequate (?:response|responders?) to (?:\\p{L}+ ){0,2}systemic (?:therap(?:y|ies)|treatments?|agents?)',
      ),
      said: words('(?:failed|after|inadequate response to|despite) (?:\\p{L}+ ){0,3}systemic'),
    },
    {
      asked: words('(?:systemic|treatment)[- ](?:therapy[- ])?na[iï]ve'),
      said: words(
        'never (?:been )?(?:treated with|received|had) (?:any )?systemic(?: therapy| treatment| agents?)?|no (?:prior |previous )?systemic (?:therapy|treatment)|jamais (?:reçu |eu )?(?:de )?traitement systémique|sans traitement systémique',
      ),
    },
  ],
  [
    {
      asked: words(
        '(?:HIV(?:-1)?|HBV|HCV)(?:[- ](?:1))?[- ](?:RNA|DNA|viral load) (?:level )?(?:≥|>|>=|greater than|above|at least) ?[1-9][\\d,. ]*\\s?(?:copies|IU)?|detectable (?:HIV )?viral load|viremic',
      ),
      said: words('(?<!un)detectable viral load|charge virale (?:détectable|à \\d)'),
    },
    {
      asked: words(
        '(?:undetectable|suppressed) (?:HIV )?(?:viral load|RNA)|virologically suppressed',
      ),
      said: words(
        'undetectable (?:HIV )?viral load|(?:HIV )?viral load (?:is |was |remains )?(?:undetectable|suppressed|below detection)|virologically suppressed|charge virale indétectable',
      ),
    },
  ],
  [
    both('unvaccinated|not (?:been )?vaccinated|non vaccinée?s?|never vaccinated'),
    {
      asked: words('(?:fully |previously )?vaccinated'),
      said: words(
        '(?<!not |not been |never )(?:fully |been )?vaccinated against|vaccinée? contre|vaccination à jour',
      ),
    },
  ],
  [both('living donors?|donneur vivant'), both('deceased[- ]donors?|cadaveric|donneur décédé')],
  [both('right[- ]handed|droitiers?|droitière'), both('left[- ]handed|gauchers?|gauchère')],
]

interface SaidOfPair {
  readonly pair: Pair
  readonly said: Said
}

interface Said {
  readonly first: Evidence | undefined
  readonly second: Evidence | undefined
}

/** Of the pairs of which anything is said, what. */
const statesSaid = onceAPatient(({ lines }: Patient): readonly SaidOfPair[] => {
  const own = lines.slice(0, 400).filter(({ evidence }) => !ofOthers.test(evidence.text))
  const saying = (pattern: RegExp) =>
    own.find(({ evidence }) => pattern.test(evidence.text))?.evidence
  return pairs.flatMap((pair): SaidOfPair[] => {
    const [first, second] = pair
    const ofSecond = saying(second.said)
    // "Not on dialysis" has the words of the contrary in it.
    const ofFirst = own.find(({ evidence }) =>
      first.said.test(evidence.text.replaceAll(new RegExp(second.said.source, 'giu'), ' ')),
    )?.evidence
    return ofFirst || ofSecond ? [{ pair, said: { first: ofFirst, second: ofSecond } }] : []
  })
})

const ofOthers =
  /\b(?:mother(?! of)|father|wife|husband|brother|sister|daughter|père|frère|sœur|if|planned|considered|will|may|prévue?|envisagée?)(?![\p{L}])/iu
