import type { Criterion } from './criterion.ts'
import type { Verdict } from './logic.ts'

/**
 * What a list tells of a criterion whose words over it ask a value of their own: of "BMI 27 or more with one of:" a line that is
 * so tells nothing yet, and of "BMI 30 or more, OR BMI 27 or more with one of:" no line tells. Rule `beside-list@1`.
 */
export function besideList({ opens, text }: Criterion, joined: Verdict): Verdict {
  if (!opens || (joined !== 'met' && joined !== 'not met')) return joined
  const own = text.replace(countOfLines, ' ')
  if (!value.test(own)) return joined
  return joined === 'met' || either.test(own) ? 'unknown' : joined
}

/** "At least two of the following", "≥ 1 of": how many lines are needed, no value. */
const countOfLines =
  /(?:\b(?:at least|any|minimum of)|[≥>]=?)?\s*\(?(?:\b[1-9]|\b(?:one|two|three|four|five))\)?(?: \([≥>=]*\d\))?(?: or (?:more|both|greater))?(?: of)?(?: (?:the|these|those))?(?: [\w/-]+){0,3} ?(?:of|following|below|criteria)\b/gi
const value = /[<>≥≤]=?\s*\d/
const either = /\b(?:or|ou)\b/i
