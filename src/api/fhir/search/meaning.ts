import type { Where, WhereField } from '../../../finder/catalogue/model/where.ts'

/** What a search parameter asks of the catalogue, as data: one for each way in which a value is read. */
export type Meaning =
  /** The NCT id itself. */
  | { readonly kind: 'id' }
  /** Any number that a study has, by its system. */
  | { readonly kind: 'identifier'; readonly systems: readonly IdentifierSystem[] }
  /** One of a few codes, each with the studies that have it. */
  | CodesMeaning
  /** Words of a field that has text and perhaps codes. */
  | TextMeaning
  /** The name of what is contained in the study, or words in it. */
  | NamedMeaning
  /** A country, by its code or its name in English or French. */
  | { readonly kind: 'country'; readonly piece: string }
  /** A text by its beginning; `:contains` and `:exact`. */
  | { readonly kind: 'string'; readonly fields: readonly WhereField[] }
  /** Words anywhere in the record. */
  | { readonly kind: 'anywhere'; readonly fields: readonly WhereField[] }
  /** A day that is served as the moment at which it begins; of a record without it, another day. */
  | { readonly kind: 'instant'; readonly piece: string; readonly otherwise: string }
  /** From one day to another; either may be partial or missing. */
  | { readonly kind: 'period'; readonly start: string; readonly end: string }
  | { readonly kind: 'number'; readonly piece: string; readonly only?: Where }
  /** `latitude|longitude|distance|unit`. */
  | { readonly kind: 'near' }
  /** Parts with `$` between them, all of the same element. */
  | { readonly kind: 'composite'; readonly parts: readonly Meaning[]; readonly only?: Where }
  /** What no study has, so that no value is found. */
  | { readonly kind: 'nothing' }

/** A system of numbers, and the fields that hold them. */
export interface IdentifierSystem {
  readonly system: string
  readonly pieces: readonly string[]
}

/** Codes of one system. */
export interface CodesMeaning {
  readonly kind: 'codes'
  /** The systems by which they may be asked for. */
  readonly systems: readonly string[]
  readonly codes: readonly (readonly [code: string, where: Where])[]
  /** What has none of them. */
  readonly missing?: Where
}

/** Text with codes beside it. */
export interface TextMeaning {
  readonly kind: 'text'
  readonly fields: readonly WhereField[]
  /** The codes of a system, where the record has them. */
  readonly coded?: { readonly system: string; readonly pieces: readonly string[] }
  /** The name that a code of another system stands for, to be looked for as words; undefined for one that is not known. */
  readonly nameOfCode?: (system: string, code: string) => string | undefined
  /** Where what is wider than the record's own words stands, for `:below`. */
  readonly wider?: { readonly fields: readonly WhereField[]; readonly pieces: readonly string[] }
}

/** The names of what a study refers to. */
export interface NamedMeaning {
  readonly kind: 'named'
  readonly fields: readonly WhereField[]
  /** Names that count only beside something else in the same element of a list. */
  readonly beside?: {
    readonly list: string
    readonly also: Where
    readonly fields: readonly WhereField[]
  }
  /** A string, with `:contains` and `:exact`: by its beginning, or by a portion of it, as the standard has it of names. */
  readonly asString?: 'beginning' | 'portion'
}

/** The field of what no record says: nothing has a value there. */
export const noField = '-'

/** What finds nothing. */
export const findsNothing: Where = { kind: 'any', parts: [] }
/** What finds every study. */
export const findsAll: Where = { kind: 'everything' }

/** Fields that words are looked for in, all alike. */
export function fieldsOf(hasSynonyms: boolean, ...names: readonly string[]): readonly WhereField[] {
  return names.map((piece) => ({ piece, weight: 1, hasSynonyms }))
}
