import { truthOf } from '../../eligibility/truth.ts'
import type { Verdict } from '../../eligibility/logic.ts'
import type { MeasureReading } from '../../eligibility/reading.ts'
import type { Evidence } from '../patient/patient.ts'
import { coverOf } from './cover.ts'
import { evidenceFor } from './evidence-for.ts'
import { factsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { valuesAsked } from './measures-asked.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'

/**
 * An illness with words of how bad it is and, in brackets, the value that these words mean: "Moderately to severely active Crohn's
 * disease (CDAI 220-450)". Who has the illness and that value has it so; who has another value has it not so. Rule `defined-by-value@1`.
 */
export function definedByValueVerdict(one: Case): Judgement | undefined {
  const { text, kind, patient, vocabulary } = one
  if (kind !== 'inclusion' || text.length > longest || hasOtherWaysIn(text)) return undefined
  const found = form.exec(text)
  const { head = '', value = '', rest = '' } = found?.groups ?? {}
  if (!found || !degree.test(head) || !/^[\s.;]*$/.test(rest)) return undefined
  const bare = head.replaceAll(degrees, ' ').replaceAll(idle, ' ')
  if (/[\d,;]/.test(bare) || isTurned(bare)) return undefined
  const illness = coverOf({ ...one, text: bare })
  if (!illness.isWhole) return undefined
  const parts = value.split(/\s*(?:,|;|\band\b|\bwith\b)\s*/).flatMap(bounds)
  const values = parts.map((part) => measureIn(part, one))
  const told = values.map((reading) => reading && truthIn(reading, one))
  const evidence = evidenceFor(
    values.flatMap((reading) => reading ?? []),
    patient,
    vocabulary,
  )
  if (evidence.some(isOfThen)) return undefined
  if (told.every((truth) => truth === 'met'))
    return {
      verdict: 'met',
      reason: 'all of it is said',
      evidence: [...illness.evidence, ...evidence].slice(0, 4),
    }
  return told.includes('not met')
    ? { verdict: 'not met', reason: 'stated facts', evidence: evidence.slice(0, 3) }
    : undefined
}

const longest = 160
const form = /^(?<head>[^()]{6,110})\((?<value>[^()]{4,60})\)(?<rest>[^()]*)$/
const degree = /\b(?:mild\w*|moderat\w*|sever\w*|active\w*|significant\w*|symptomatic)\b/i
const degrees =
  /\b(?:at least |very |clinically )?(?:mild\w*|moderat\w*|sever\w*|significant\w*)(?:,? ?(?:-|–|to|or|and|\/) ?(?:very )?(?:mild\w*|moderat\w*|sever\w*))*(?: active)?\b/gi
const idle =
  /\b(?:documented|current(?:ly)?|active|symptomatic|diagnos(?:ed|is)(?: with| of)?|patients? with)\b/gi

/** "CDAI 220–450" is at least the one and at most the other. */
function bounds(part: string): readonly string[] {
  const range =
    /^(?<name>\p{L}[\p{L}\d -]*?):? ?(?:of |between |score )*(?<least>\d+(?:\.\d+)?) ?(?:–|-|to|and) ?(?<most>\d+(?:\.\d+)?)$/u.exec(
      part.trim(),
    )?.groups
  return range
    ? [`${range['name']} ≥ ${range['least']}`, `${range['name']} ≤ ${range['most']}`]
    : [part]
}

function measureIn(part: string, { patient }: Case): MeasureReading | undefined {
  const [reading, ...more] = valuesAsked(part.trim(), patient)
  if (!reading || more.length > 0 || reading.type !== 'measure' || reading.negated) return undefined
  return reading.codes.length === 1 && reading.span.start === 0 ? reading : undefined
}

/** Each value that is said of the measure must tell the same. */
function truthIn(reading: MeasureReading, { patient, vocabulary }: Case): Verdict {
  const values = patient.measures.filter(({ what }) => what === reading.codes[0])
  if (values.length !== 1) return 'unknown'
  const truths = factsOf(patient, [], vocabulary).map((facts) => truthOf(reading, facts))
  return truths.every((truth) => truth === truths[0]) ? (truths[0] ?? 'unknown') : 'unknown'
}

/** A score of before, or of the day somebody came in. */
function isOfThen({ text }: Evidence): boolean {
  return ofThen.test(text)
}

const ofThen =
  /(?<!\p{L})(?:on admission|at (?:admission|diagnosis|onset|baseline)|initial\p{L}*|before|previously|was|in (?:19|20)\d\d|à l[’']entrée|au diagnostic|avant|était|en (?:19|20)\d\d|nadir|max\p{L}*|worst)(?!\p{L})/iu
