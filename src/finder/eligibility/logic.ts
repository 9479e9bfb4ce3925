/**
 * Four verdicts and Kleene's logic over three of them. `not applicable` is none of them: it is left out of
 * `and` and `or` (a question about pregnancy neither helps nor hurts a boy), is its own `not`, and is the
 * answer only where nothing else is left. Rule `kleene@1`.
 */
export type Verdict = 'met' | 'not met' | 'unknown' | 'not applicable'

/** Met when all are met; not met as soon as one is not; otherwise unknown. */
export function and(verdicts: readonly Verdict[]): Verdict {
  const asked = verdicts.filter((verdict) => verdict !== 'not applicable')
  if (asked.length === 0) return verdicts.length === 0 ? 'met' : 'not applicable'
  if (asked.includes('not met')) return 'not met'
  return asked.includes('unknown') ? 'unknown' : 'met'
}

/** Met as soon as one is met; not met when none is; otherwise unknown. */
export function or(verdicts: readonly Verdict[]): Verdict {
  return verdicts.length === 0 ? 'not met' : not(and(verdicts.map(not)))
}

/** The opposite; what is unknown or does not apply stays so. */
export function not(verdict: Verdict): Verdict {
  if (verdict === 'met') return 'not met'
  return verdict === 'not met' ? 'met' : verdict
}

/** Met when at least `count` are met; not met when too few could still be; `not applicable` does not count. */
export function atLeast(count: number, verdicts: readonly Verdict[]): Verdict {
  const asked = verdicts.filter((verdict) => verdict !== 'not applicable')
  if (asked.length === 0 && verdicts.length > 0) return 'not applicable'
  const met = asked.filter((verdict) => verdict === 'met').length
  if (met >= count) return 'met'
  const open = asked.filter((verdict) => verdict === 'unknown').length
  return met + open >= count ? 'unknown' : 'not met'
}
