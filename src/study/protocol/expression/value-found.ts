import type { Wording } from '../document/node.ts'
import type { Quantity } from '../quantity/quantity.ts'
import type { MissingFact, RaisedQuestion, ShownValue } from './truth.ts'

/**
 * What an expression's value came to. A quantity that is not known exactly is a range (an age from half a date):
 * `most` is missing where nothing limits it.
 */
export type ValueFound =
  | {
      readonly known: 'quantity'
      readonly least: Quantity
      readonly most?: Quantity
      readonly facts: readonly string[]
      readonly item?: string
      readonly at?: string
      /** Where it grows with time alone: the first moment at which it is so much, or more than that. */
      readonly grows?: (until: Quantity, isMore: boolean) => string | undefined
    }
  | {
      readonly known: 'text'
      readonly text: string
      readonly facts: readonly string[]
      readonly item?: string
    }
  /** Looked for and there is none. */
  | { readonly known: 'none'; readonly facts: readonly string[]; readonly item: string }
  /** It does not concern this person. */
  | { readonly known: 'not applicable'; readonly facts: readonly string[]; readonly item: string }
  | {
      readonly known: 'no'
      readonly missing: readonly MissingFact[]
      readonly raised: readonly RaisedQuestion[]
    }

/** A value that is not known, for what is missing. */
export function unknownValue(missing: MissingFact, asked?: Wording): ValueFound {
  const raised: readonly RaisedQuestion[] = asked
    ? [{ type: 'not comparable', words: asked, item: missing.item, facts: missing.facts ?? [] }]
    : []
  return { known: 'no', missing: [missing], raised }
}

/** A quantity that is known exactly. */
export function exactly(
  quantity: Quantity,
  from: { readonly facts?: readonly string[]; readonly item?: string; readonly at?: string } = {},
): ValueFound {
  const { facts = [], ...rest } = from
  return { known: 'quantity', least: quantity, most: quantity, facts, ...rest }
}

/** A value as it is shown, where it is known to be one. */
export function shownValue(value: ValueFound): ShownValue | undefined {
  switch (value.known) {
    case 'quantity':
      if (value.most === undefined) return undefined
      return value.least.value === value.most.value
        ? { value: value.least.value, unit: value.least.unit }
        : { text: `${value.least.value}–${value.most.value} ${value.most.unit}` }
    case 'text':
      return { text: value.text }
    case 'none':
    case 'not applicable':
      return { text: value.known }
    case 'no':
      return undefined
  }
}
