import type { Quantity } from '../quantity/quantity.ts'
import type { Moment } from '../time/moment.ts'
import type { Fact } from './fact.ts'

/** What a fact says, read by the type of its item. */
export type FactValue =
  /** `quantity` in the item's unit, `written` as it was recorded. */
  | { readonly type: 'quantity'; readonly quantity: Quantity; readonly written: Quantity }
  | { readonly type: 'yes-no'; readonly yes: boolean }
  | { readonly type: 'code' | 'text' | 'event'; readonly text: string }
  | { readonly type: 'date'; readonly moment: Moment; readonly text: string }
  /** Looked for and there is none; does not concern this person. */
  | { readonly type: 'none' | 'not applicable' }
  /** Asked and not known; or recorded and of no use, for this reason. */
  | { readonly type: 'not known'; readonly why?: 'unit not convertible' }

/** A fact that could be read: its value, and when it happened. */
export interface FactReading {
  readonly fact: Fact
  readonly moment: Moment
  readonly value: FactValue
  /** Facts that say something else of the same thing at the same time. */
  readonly rivals: readonly string[]
  /** False where the item names the body sites that count, and this is none of them. */
  readonly isSiteListed: boolean
}

/** True for what says that something was so, or has a value: not for `no`, `none` and what nobody knows. */
export function didHappen({ value }: Pick<FactReading, 'value'>): boolean {
  if (value.type === 'yes-no') return value.yes
  return value.type !== 'not known' && !isToldNone(value)
}

/** True for the word that there is none of it, or that it does not concern this person. */
export function isToldNone(
  value: FactValue,
): value is { readonly type: 'none' | 'not applicable' } {
  return value.type === 'none' || value.type === 'not applicable'
}

/** A fact that nothing is worked out from, and why. */
export interface SetAside {
  readonly fact: string
  readonly why:
    | 'corrected'
    | 'in the future'
    | 'recorded twice'
    | 'unknown item'
    | 'not understood'
    | 'unit not convertible'
    | 'not plausible'
    | 'moment not understood'
    | 'contradictory'
  readonly item: string
}
