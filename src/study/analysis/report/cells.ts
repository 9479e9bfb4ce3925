import type { Wording } from '../../protocol/document/node.ts'

/** What a cell says, as numbers and not as text: each output writes it in its own way. */
export type CellValue =
  | { readonly is: 'count'; readonly n: number }
  /** `n` of `of`; the percentage is worked out where it is written. */
  | { readonly is: 'share'; readonly n: number; readonly of: number }
  /** So many people of so many, with so many events between them. */
  | { readonly is: 'events'; readonly people: number; readonly of: number; readonly events: number }
  /** Limits of a share, from 0 to 1. `confidence` is a decimal: `0.95`. */
  | {
      readonly is: 'interval'
      readonly lower: number
      readonly upper: number
      readonly confidence: string
    }
  | { readonly is: 'number'; readonly number: number; readonly digits: number }
  | {
      readonly is: 'mean'
      readonly mean: number
      readonly sd: number | null
      readonly digits: number
    }
  | {
      readonly is: 'median'
      readonly median: number
      readonly lower: number
      readonly upper: number
      readonly digits: number
    }
  /** The least and the most; null is not reached. */
  | {
      readonly is: 'range'
      readonly lower: number | null
      readonly upper: number | null
      readonly digits: number
    }
  /** A decimal as it was written or worked out, with its UCUM unit. */
  | { readonly is: 'quantity'; readonly value: string; readonly unit: string }
  | { readonly is: 'words'; readonly words: Wording }
  /** As it was recorded or printed: an id, a moment, a code. */
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: Absent }

/** Why a cell has no value. */
export type Absent = 'not published' | 'not defined' | 'not reached' | 'nothing'

/** One participant behind a number, and the ids of the facts that put them there. */
export interface BehindRow {
  readonly participant: string
  readonly facts: readonly string[]
}

/** Where a number comes from: everything needed to count it again. */
export interface Behind {
  /** Who was counted among. */
  readonly set?: Wording
  readonly denominator?: number
  /** The node of the version that decided. */
  readonly rule?: { readonly node: string; readonly version: string }
  /** The function of the statistics room, with its version: `clopper-pearson@1`. */
  readonly method?: string
  readonly rows: readonly BehindRow[]
}

/** One cell of a table. Text alone has nothing behind it. */
export interface ReportCell {
  readonly value: CellValue
  readonly behind?: Behind
}

/** A cell of words. */
export function wordsCell(words: Wording): ReportCell {
  return { value: { is: 'words', words } }
}

/** A cell of text as it was recorded; nothing where there is none. */
export function textCell(text: string | undefined): ReportCell {
  return { value: text === undefined || text === '' ? { is: 'nothing' } : { is: 'text', text } }
}

/** A cell that says why it has no value. */
export function absentCell(is: Absent): ReportCell {
  return { value: { is } }
}
