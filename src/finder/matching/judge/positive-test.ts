import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { askedWords } from './words.ts'

/**
 * A test that an exclusion asks to be positive, where the note says the same test is: "positive for hepatitis B surface antigen, hepatitis
 * C antibodies or HIV" and "anti-HCV positive". That there is an infection is another question. Rule `positive-test@1`.
 */
export function positiveTestVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || text.length > longest || patient.source !== 'note') return undefined
  if (!asksTest.test(text) || turning.test(text)) return undefined
  const positives = positivesOf(patient)
  if (positives.length === 0) return undefined
  const found = text.split(divider).flatMap((part) => {
    const one = positives.find(({ test }) => test.asked.test(part))
    return one && askedWords(part).every((word) => idle.test(word)) ? [one.evidence] : []
  })
  return found.length > 0
    ? { verdict: 'not met', reason: 'stated facts', evidence: found.slice(0, 3) }
    : undefined
}

const longest = 300
const asksTest =
  /\b(?:positiv\w*|reactive|seropositiv\w*|antibod\w+|antigens?|serolog\w+|HBs ?Ag|anti-?HCV|test(?:s|ed)?)\b/i
const turning =
  /\b(?:no|not|without|never|negative|unless|except\w*|other than|if|refus\w*|vaccinat\w*|and (?:positive|detectable)|family|mothers?|donors?|DNA|RNA|viral load|PCR)\b/i
const divider = /[;,()]|\bor\b|\band\/or\b|\//i
const idle =
  /^(?:positiv\w*|reactive|seropositiv\w*|surface|serolog\w*|test\w*|result|screen\w*|blood|serum|virus|viral|infection|human|immunodeficiency|hepatitis|hbv|hiv|hbs\w*|hcv\w*|anti\w*|syphilis|treponem\w*|pallidum|rpr|vdrl|tpha|rapid|plasma|reagin|laboratory|bsag|core|acquired)$/

interface Test {
  readonly asked: RegExp
  readonly said: RegExp
}

/** A test by its names in a note, with a result that is positive. */
function positive(names: string): RegExp {
  return new RegExp(
    String.raw`(?<![\p{L}-])(?:${names})(?! (?:DNA|RNA|viral))(?: (?:is|was|were|came back|est|and|et|RPR|antibodies|:))*:? ?(?:positi(?:ve|f)|reactive|\(\+\))(?!\p{L})`,
    'iu',
  )
}

const tests: readonly Test[] = [
  {
    asked: /\b(?:hepatitis B(?! core)|HBV|HBs ?Ag)\b/i,
    said: positive(String.raw`HBs ?-?Ag|Ag ?HBs|hepatitis B surface antigen|antigène HBs`),
  },
  {
    asked: /\b(?:hepatitis C|HCV|anti-?HCV)\b|^\W*C\b/i,
    said: positive(
      String.raw`anti-?HCV|HCV antibod(?:y|ies)|HCV Ab|hepatitis C antibod(?:y|ies)|anti-?VHC|sérologie (?:de l['’]hépatite C|VHC)|anticorps anti-?VHC|HCV serology`,
    ),
  },
  {
    asked: /\b(?:HIV|human immunodeficiency virus)\b/i,
    said: positive(
      String.raw`HIV(?:-1|-1\/2)?(?: (?:test|antibod(?:y|ies)|serology|screen))?|sérologie VIH|VIH`,
    ),
  },
  {
    asked: /\b(?:syphilis|treponem\w+|RPR|VDRL|TPHA)\b/i,
    said: positive(
      String.raw`TPHA|RPR|VDRL|treponem\w+(?: pallidum)?(?: antibodies)?|syphilis (?:test|serology)|sérologie (?:de la )?syphilis`,
    ),
  },
]

interface Positive {
  readonly test: Test
  readonly evidence: Evidence
}

const positivesOf = onceAPatient(({ lines }: Patient): readonly Positive[] =>
  lines.slice(0, 400).flatMap(({ evidence, affirmed }) => {
    if (affirmed === '' || over.test(evidence.text)) return []
    return tests.filter(({ said }) => said.test(evidence.text)).map((test) => ({ test, evidence }))
  }),
)

const over =
  /\b(?:mother|father|wife|husband|partner|brother|sister|donor|false|previously|not|no|mère|père|mari|conjoint|faux)\b/i
