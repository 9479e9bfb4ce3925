import type { Measured } from '../patient/patient.ts'

/**
 * Of values of one measure, those said to be of before stay marked only beside a newer one, or where they are said so
 * plainly; a single value is the latest there is.
 */
export function newestFirst(measures: readonly Measured[]): readonly Measured[] {
  const latest = new Set(measures.filter((one) => !one.earlier).map(({ what }) => what))
  return measures.map((one) => {
    if (!one.earlier || latest.has(one.what) || wasOnly.test(one.evidence.text)) return one
    const { earlier: _, ...rest } = one
    return rest
  })
}

const wasOnly = /\b(?:was|were|previously|[ée]tait|ant[ée]rieur\w*|ago|il y a)\b/i
