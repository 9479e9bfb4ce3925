import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import { cancersOfNow, isOnePlace } from './cancer-sites.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { hasOtherWaysIn } from './one-way-in.ts'

/**
 * The tissue of a tumour, as a requirement asks it and the note gives another: "adenocarcinoma of the oesophagus" and a squamous cell
 * one, "seminoma" and a non-seminoma. What the requirement names besides is another matter. Rule `histology@1`.
 */
export function histologyVerdict({ text, kind, patient, vocabulary }: Case): Judgement | undefined {
  if (kind !== 'inclusion' || patient.source !== 'note' || text.length > longest) return undefined
  for (const { division, said } of saidOf(patient)) {
    const asked = valuesIn(division, text)
    if (asked.size === 0) continue
    if (hasOtherWaysIn(text) || turning.test(text)) return undefined
    if (hasOfTwoPlaces(patient, vocabulary)) return undefined
    if ([...said.values].every((value) => !asked.has(value)))
      return { verdict: 'not met', reason: 'stated facts', evidence: [said.evidence] }
  }
  return undefined
}

const longest = 260
const turning =
  /\b(?:no|not|without|never|unless|except\w*|excluding|other than|if|history|previous\w*|prior|famil\w+|risk|suspected|any|all (?:types|histolog\w+)|mixed|regardless|irrespective|polyps?|carcinoma of unknown|or other|such as|including|intraepithelial|in situ)\b/i

interface Division {
  /** What the words must be said of. */
  readonly of?: RegExp
  readonly values: readonly RegExp[]
}

const word = (words: string): RegExp => new RegExp(`(?<![\\p{L}-])(?:${words})(?![\\p{L}])`, 'iu')

const divisions: readonly Division[] = [
  {
    values: [
      word('adenocarcinomas?|adénocarcinomes?|adéno-?carcinome'),
      word(
        'squamous(?:[- ]cell)? (?:carcinomas?|cancers?|lung cancer|histology|tumou?rs?)|(?:carcinomes? )?(?:épidermoïdes?|malpighiens?|spinocellulaires?)',
      ),
      word(
        '(?<!non[- ]?)small[- ]cell (?:lung )?(?:carcinoma|cancer)|(?:cancer|carcinome)[^.;,]{0,24}(?<! non) à petites cellules',
      ),
      word(
        '(?:urothelial|transitional[- ]cell) (?:carcinomas?|cancers?)|carcinomes? uroth[ée]lia(?:l|ux)',
      ),
      word('mesotheliomas?|mésothéliomes?'),
      word('(?!carcino)(?:\\p{L}+)?sarcom(?:as?|es?)'),
    ],
  },
  {
    values: [
      word('(?:non-|non )seminoma\\p{L}*|non[- ]séminom\\p{L}*'),
      word('seminomas?|séminomes?'),
    ],
  },
  {
    of: /renal|kidney|rein|rénal/i,
    values: [
      word('clear[- ]cell|cellules claires'),
      word('papillary|papillaire'),
      word('chromophobe'),
    ],
  },
  {
    of: /thyroid|thyroïd/i,
    values: [
      word('papillary|papillaire'),
      word('follicular|folliculaire|vésiculaire'),
      word('medullary|médullaire'),
      word('anaplastic|anaplasique'),
    ],
  },
]

function valuesIn({ of, values }: Division, text: string): ReadonlySet<number> {
  if (of && !of.test(text)) return new Set()
  return new Set(values.flatMap((value, at) => (value.test(text) ? [at] : [])))
}

/** A tissue may be of either of two cancers. */
function hasOfTwoPlaces(patient: Patient, vocabulary: Vocabulary): boolean {
  const own = cancersOfNow(patient, vocabulary)
  if (!own) return true
  const [first, ...more] = own
  return more.some(({ places }) =>
    places.every((place) => first?.places.every((one) => !isOnePlace(one, place))),
  )
}

interface SaidOfDivision {
  readonly division: Division
  readonly said: Said
}

interface Said {
  readonly values: ReadonlySet<number>
  readonly evidence: Evidence
}

/** What the note says of the person's tumour now, over all its sentences. */
const saidOf = onceAPatient(({ lines }: Patient): readonly SaidOfDivision[] => {
  const own = lines.slice(0, 400).filter(({ evidence }) => !notThis.test(evidence.text))
  return divisions.flatMap((division): SaidOfDivision[] => {
    const found = own
      .map(({ affirmed, evidence }) => ({ values: valuesIn(division, affirmed), evidence }))
      .filter(({ values }) => values.size > 0)
    const [first] = found
    const values = new Set(found.flatMap((one) => [...one.values]))
    return first ? [{ division, said: { evidence: first.evidence, values } }] : []
  })
})

const notThis =
  /\b(?:mother|father|sister|brother|wife|husband|aunt|uncle|history of|previous\w*|ago|il y a|squamous(?= (?:at|in|on|by|elsewhere)\b|[.,;])|suspected|possible|rule out|skin|scalp|face|ear|nose|lip|cheek|hand|benign|adenoma|nodul\p{L}*|exclude|risk|mixed|adenosquamous|peau|cuir chevelu|visage|oreille|nez|lèvre|joue|bénigne?|adénome|éliminer|exclure|mère|père|sœur|frère|antécédents?|suspicion|(?:in|en) (?:19|20)\d\d)(?![\p{L}])/iu
