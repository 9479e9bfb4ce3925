import type { CriterionKind } from './headings.ts'

/** How the criteria under another combine. */
export interface Join {
  readonly join: 'all' | 'any'
  readonly atLeast?: number
}

/**
 * Reads "any of", "all of", "at least two of" from the text above a list, else from an "or" or "and" that
 * ends or begins its items. Where nothing is said, a person is kept out by any exclusion and must meet
 * every inclusion. Rule `join@1`.
 */
export function joinOf(kind: CriterionKind, text: string, items: readonly string[]): Join {
  if (items.length === 0) return { join: kind === 'exclusion' ? 'any' : 'all' }
  const count = countAsked(text)
  if (count !== undefined) return count === 1 ? { join: 'any' } : { join: 'any', atLeast: count }
  if (anyPattern.test(text)) return { join: 'any' }
  if (allPattern.test(text)) return { join: 'all' }
  const between = items.slice(0, -1)
  if (between.some((item) => orEnd.test(item)) || items.slice(1).some((item) => orStart.test(item)))
    return { join: 'any' }
  if (between.some((item) => andEnd.test(item))) return { join: 'all' }
  return { join: kind === 'exclusion' ? 'any' : 'all' }
}

function countAsked(text: string): number | undefined {
  const [, word = ''] = countPattern.exec(text) ?? []
  return numbers[word.toLowerCase()] ?? (/^\d$/.test(word) ? Number(word) : undefined)
}

const countPattern =
  /\b(?:at least |minimum of )?\(?(one|two|three|four|five|[1-9])\)?(?: \(\d\))?(?: or more| or greater)?(?: (?:additional|other|further|more|different))?(?: of)?(?: the| these| those)? ?(?:\d )?(?:following|below|criteria|conditions|features|symptoms|signs|these)\b/i
const numbers: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 }

const anyPattern = /\b(?:any|either|(?:one|1) or more|at least (?:one|1)|au moins une?|l['’]un)\b/i
const allPattern = /\b(?:all|each|both|every|tous|toutes)\b/i
const orEnd = /\b(?:or|ou|and\/or)[\s,;.)]*$|\bOR\b\W*$/
const orStart = /^(?:or|OR|ou)\b/
const andEnd = /\b(?:and|AND|et)[\s,;.)]*$/
