import type { FoundMatch } from '../../../finder/matching/match-text.ts'
import type { Evidence } from '../../../finder/matching/patient/patient.ts'
import { wordsOf } from '../../../words/words.ts'

/** How a rule came out for a person. */
export type RuleVerdict = 'met' | 'not-met' | 'unknown' | 'presumed'

/** One limit or criterion of a study, held against a record. */
export interface JudgedRule {
  readonly verdict: RuleVerdict
  readonly kind: string
  readonly text: string
  readonly reason: string | undefined
  /** `"Kawasaki disease" (Condition/c)` */
  readonly evidence: readonly string[]
}

/** What a study asks and how each of it came out: first what speaks against, then what is open. */
export function judgedRules({ limits, criteria }: FoundMatch): readonly JudgedRule[] {
  const words = wordsOf('en').match.result
  const rules: JudgedRule[] = []
  for (const { limit, verdict, evidence } of limits)
    if (verdict !== 'not applicable')
      rules.push({
        verdict: spoken(verdict),
        kind: limit,
        text: words.limits[limit],
        reason: undefined,
        evidence: evidence.map(quoted),
      })
  for (const { verdict, kind, text, reason, evidence } of criteria)
    if (verdict !== 'not applicable')
      rules.push({
        verdict: reason === 'presumed clear' ? 'presumed' : spoken(verdict),
        kind,
        text: shownLine(text),
        reason: words.byRule[reason],
        evidence: evidence.slice(0, 3).map(quoted),
      })
  return rules
    .filter(({ text }) => text !== '')
    .toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
}

/** The order in which rules are told. */
export const order: readonly RuleVerdict[] = ['not-met', 'unknown', 'met', 'presumed']

function spoken(verdict: 'met' | 'not met' | 'unknown'): RuleVerdict {
  return verdict === 'not met' ? 'not-met' : verdict
}

function quoted({ text, resource }: Evidence): string {
  return `"${shownLine(text)}"${resource === undefined ? '' : ` (${shownLine(resource)})`}`
}

/** One line, not too long, and with nothing in it that turns or hides what is around it. */
export function shownLine(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .toWellFormed()
    .trim()
  return line.length > longest ? `${line.slice(0, longest).toWellFormed()}…` : line
}

const longest = 1_000
