import type { Criterion } from '../eligibility/criteria.ts'
import type { MeasureReading, Reading, TimeReading } from '../eligibility/reading.ts'

/** How a criterion is put to a person. A plain question must ask exactly what the criterion says. */
export type CriterionAsk =
  | { readonly kind: 'isTrue' }
  | { readonly kind: 'measure'; readonly reading: MeasureReading; readonly code: string }
  | { readonly kind: 'has'; readonly words: string }
  | { readonly kind: 'hasFor'; readonly words: string; readonly time: TimeReading }
  | { readonly kind: 'simple'; readonly ask: SimpleAsk }

/** What is asked by a set question, in the words of the site, rather than by the criterion’s own words. */
export type SimpleAsk =
  | 'consent'
  | 'insurance'
  | 'language'
  | 'travel'
  | 'otherStudy'
  | 'smoking'
  | 'pregnant'
  | 'lactating'
  | 'both'
  | 'contraception'

/**
 * Rule `question@1`: a criterion becomes a plain question only where its readings cover its words, but for
 * words that change nothing, and where nothing is denied. Everything else is asked as it is written.
 */
export function askOf(
  { kind, text }: Pick<Criterion, 'kind' | 'text'>,
  readings: readonly Reading[],
): CriterionAsk {
  const told = readings.filter((reading) => !(reading.type === 'sex' && reading.sex === 'ALL'))
  if (told.some(({ negated }) => negated) || denial.test(text)) return { kind: 'isTrue' }
  return (
    (isCovered(text, readings) ? plainAsk(text, told) : undefined) ??
    topicAsk(kind, told, text) ?? { kind: 'isTrue' }
  )
}

function plainAsk(text: string, told: readonly Reading[]): CriterionAsk | undefined {
  const [first, second] = told
  if (told.length === 1 && first?.type === 'measure') {
    const [code] = first.codes
    return code && first.codes.length === 1 ? { kind: 'measure', reading: first, code } : undefined
  }
  if (told.length === 1 && first?.type === 'concept')
    return { kind: 'has', words: wordsOf(text, first) }
  if (told.length !== 2 || first?.type !== 'concept' || second?.type !== 'time') return undefined
  return second.relation === 'for'
    ? { kind: 'hasFor', words: wordsOf(text, first), time: second }
    : undefined
}

/** Set phrases are asked by their topic when nothing else is beside them. */
function topicAsk(
  kind: Criterion['kind'],
  told: readonly Reading[],
  text: string,
): CriterionAsk | undefined {
  const [only] = told
  if (!only) return undefined
  if (told.every((reading) => reading.type === 'pregnancy'))
    return isCovered(text, told, aboutWomen) ? pregnancyAsk(kind, told) : undefined
  if (told.length !== 1 || only.type !== 'topic' || !isCovered(text, told, formal)) return undefined
  if (only.topic === 'other study' || only.topic === 'smoking') {
    if (kind !== 'exclusion') return undefined
    return { kind: 'simple', ask: only.topic === 'smoking' ? 'smoking' : 'otherStudy' }
  }
  return kind === 'inclusion' ? { kind: 'simple', ask: only.topic } : undefined
}

function pregnancyAsk(kind: Criterion['kind'], told: readonly Reading[]): CriterionAsk | undefined {
  const about = new Set(
    told.flatMap((reading) => (reading.type === 'pregnancy' ? reading.about : [])),
  )
  const simple = (ask: SimpleAsk): CriterionAsk => ({ kind: 'simple', ask })
  if (kind === 'inclusion' && about.size === 1 && about.has('contraception'))
    return simple('contraception')
  if (kind !== 'exclusion' || [...about].some((one) => one !== 'pregnant' && one !== 'lactating'))
    return undefined
  if (about.size === 2) return simple('both')
  return simple(about.has('pregnant') ? 'pregnant' : 'lactating')
}

/** True when only words that change nothing are outside what was read. */
function isCovered(text: string, readings: readonly Reading[], more?: RegExp): boolean {
  let rest = ''
  let from = 0
  for (const { span } of readings) {
    rest += ` ${text.slice(from, Math.max(from, span.start))}`
    from = Math.max(from, span.end)
  }
  rest += ` ${text.slice(from)}`
  return rest
    .split(/[\s,;:.()*-]+/)
    .every((word) => word === '' || idle.test(word) || more?.test(word) === true)
}

function wordsOf(text: string, { span }: Reading): string {
  return text.slice(span.start, span.end)
}

/** "Unable to consent" holds the word consent and says the opposite. */
const denial =
  /\b(?:no|not|non|none|never|nor|neither|without|unable|inability|incapable|cannot|can't|refus\w*|lack\w*|unwilling\w*|withdraw\w*|absen\w+|except|unless|other than|but|if|may|free of|negative)\b/i

/** Words that leave a question the same when they are left out. */
const idle =
  /^(?:patients?|subjects?|participants?|individuals?|persons?|people|child|children|adults?|a|an|the|is|are|be|must|should|have|has|having|had|with|who|of|any|known|diagnosed|diagnosis|presence|body|for|and|≥|>)$/i

const aboutWomen =
  /^(?:wom[ae]n|females?|girls?|mothers?|currently|or|and|agrees?|to|use|using|effective|adequate|reliable|safe|methods?|during|duration|participation|in|study|research|trial)$/i
const formal =
  /^(?:parents?|parental|legal|legally|guardians?|guardian['’]s|representatives?|authorized|written|signed|required|provides?|provided|given|gives?|obtained|able|willing|to|or|and|and\/or|by|from|from|their|his|her|in|affiliated|benefits?|covered|beneficiary|currently|social|security|system|scheme)$/i
