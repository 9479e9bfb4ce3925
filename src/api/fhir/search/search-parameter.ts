import type { Meaning } from './meaning.ts'
import type { Prefix } from './comparison.ts'
import { prefixes } from './comparison.ts'

/** One search parameter of a release: what programs are told of it, and what it asks. */
export interface SearchParameter {
  readonly name: string
  readonly type:
    | 'number'
    | 'date'
    | 'string'
    | 'token'
    | 'reference'
    | 'composite'
    | 'uri'
    | 'special'
  /** What it finds, in a sentence or two. */
  readonly text: string
  readonly means: Meaning
  /** The elements it looks at, as a FHIRPath, where the parameter is of our own. */
  readonly ownExpression?: string
}

/** The modifiers that are understood. */
export type Modifier = 'missing' | 'not' | 'text' | 'below' | 'contains' | 'exact'

/** The modifiers that a parameter takes; any other is refused. */
export function modifiersOf({ means }: Pick<SearchParameter, 'means'>): readonly Modifier[] {
  if (means.kind === 'text' && !means.wider) return ['missing', 'not', 'text']
  if (means.kind === 'named' && means.asString) return ['contains', 'exact']
  return modifiers[means.kind]
}

const modifiers: Readonly<Record<Meaning['kind'], readonly Modifier[]>> = {
  id: ['not'],
  identifier: ['not'],
  codes: ['missing', 'not'],
  text: ['missing', 'not', 'text', 'below'],
  named: ['missing', 'text'],
  country: ['missing', 'not'],
  string: ['missing', 'contains', 'exact'],
  anywhere: [],
  instant: ['missing'],
  period: ['missing'],
  number: ['missing'],
  near: [],
  composite: [],
  nothing: ['missing', 'not'],
}

/** What may stand before a value of a parameter. */
export function prefixesOf({ means }: Pick<SearchParameter, 'means'>): readonly Prefix[] {
  return ['instant', 'period', 'number'].includes(means.kind) ? prefixes : []
}
