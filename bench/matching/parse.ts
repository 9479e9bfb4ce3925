import { allCriteria, parseCriteria } from '../../src/finder/eligibility/criteria.ts'
import { readCriterion } from '../../src/finder/eligibility/readings.ts'
import type { Vocabulary } from '../../src/finder/vocabulary/concept.ts'
import { cpuMsSince } from './cpu-time.ts'
import { namedIn } from '../../src/finder/matching/patient/named.ts'

export interface ParseFigures {
  readonly texts: number
  readonly split: number
  readonly criteria: number
  readonly typed: number
  readonly typedWithDiseases: number
  readonly parsedASecond: number
  readonly readASecond: number
}

/** Parses every criteria text: how many become a checklist, how many criteria are typed, how fast by processor time. */
export function measureParse(texts: readonly string[], vocabulary: Vocabulary): ParseFigures {
  for (const text of texts.slice(0, 500)) parseCriteria(text)
  const begun = process.cpuUsage()
  const parsed = texts.map(parseCriteria)
  const parseMs = cpuMsSince(begun)
  const all = parsed.map(({ parts }) => allCriteria(parts))
  const reading = process.cpuUsage()
  let typed = 0
  for (const criteria of all)
    for (const criterion of criteria) if (isTyped(readCriterion(criterion))) typed++
  const readMs = cpuMsSince(reading)
  let typedWithDiseases = 0
  for (const criterion of all.flat())
    if (isTyped(readCriterion(criterion, (text) => namedIn(text, vocabulary)))) typedWithDiseases++
  const criteria = all.reduce((sum, { length }) => sum + length, 0)
  return {
    texts: texts.length,
    split: all.filter(({ length }) => length > 1).length,
    criteria,
    typed,
    typedWithDiseases,
    parsedASecond: (texts.length * 1000) / parseMs,
    readASecond: (texts.length * 1000) / (parseMs + readMs),
  }
}

function isTyped(readings: ReturnType<typeof readCriterion>): boolean {
  return readings.some(({ type }) => type !== 'question')
}
