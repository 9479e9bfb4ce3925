import type { Measured } from '../patient/patient.ts'

/**
 * Of values of one measure, those said to be of before stay marked only beside a newer one, or where they are said so
 * plainly; a single value is the latest there is.
 */
export function newestFirst(read: readonly Measured[]): readonly Measured[] {
  const measures = withEarlierVisits(read)
  const latest = new Set(measures.filter((one) => !one.earlier).map(({ what }) => what))
  return measures.map((one) => {
    if (!one.earlier || latest.has(one.what) || wasOnly.test(one.evidence.text)) return one
    const { earlier: _, ...rest } = one
    return rest
  })
}

const wasOnly =
  /\b(?:was|were|previously|[ée]tait|ant[ée]rieur\w*|ago|il y a|(?:in|en) (?:19|20)\d\d)\b/i

/** "On arrival BP 78/40. 30 min later BP 102/60": what a sentence says was measured before that of a later one. */
function withEarlierVisits(measures: readonly Measured[]): readonly Measured[] {
  return measures.map((one) => {
    if (one.earlier) return one
    const isOfArrival = atPlace(one) === 'in'
    if (isOfArrival && measures.some((two) => two.what === one.what && atPlace(two) === 'out'))
      return { ...one, earlier: true }
    const isBefore = measures.some(
      ({ what, evidence }) =>
        what === one.what &&
        (evidence.start ?? 0) > (one.evidence.start ?? 0) &&
        (later.test(evidence.text) || arrived.test(one.evidence.text)),
    )
    return isBefore ? { ...one, earlier: true } : one
  })
}

/** "NYHA III on admission, NYHA II at discharge": when in a stay a value was, by the words right behind it. */
function atPlace({ value, evidence: { text } }: Measured): 'in' | 'out' | undefined {
  const written = [value, roman[Number(value)]].filter((each) => each !== undefined)
  const found = new RegExp(
    `(?<![\\p{L}\\d.,])(?:${written.map((each) => RegExp.escape(each)).join('|')})(?![\\p{L}\\d])(?:\\s?[%\\p{L}/]{0,8})? \\(?(?:(?<in>(?:on|at) (?:admission|arrival|presentation|entry)|à l['’](?:entrée|admission|arrivée))|(?<out>(?:on|at) discharge|today|now|à la sortie|ce jour|aujourd['’]hui))(?!\\p{L})`,
    'iu',
  ).exec(text)?.groups
  return found?.['in'] ? 'in' : found?.['out'] ? 'out' : undefined
}

const roman: readonly (string | undefined)[] = [undefined, 'I', 'II', 'III', 'IV']

const later =
  /^\W*(?:(?:\d+|an?|one|two|three|few|several) ?(?:min\p{L}*|hours?|hrs?|h|days?|weeks?|months?) (?:later|on)|later|(?:on )?(?:repeat|recheck)\p{L}*|now(?!\p{L})|post[- ]|after (?:\p{L}+ ){0,3}(?:fluids?|bolus|treatment|neb\p{L}*|transfusion|adrenaline|oxygen|rest)|on discharge|at discharge)/iu
const arrived =
  /^\W*(?:(?:on|at) (?:arrival|admission|presentation|triage|the scene|scene|birth)|initial(?:ly)?|pre[- ]hospital|ambulance)(?!\p{L})/iu
