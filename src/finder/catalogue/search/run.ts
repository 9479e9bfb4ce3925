import type { NamedIllness, NamedStage } from './name-pieces.ts'
import type { WordSpan } from './word-spans.ts'
import type { NamedDrug } from './named-drugs.ts'

/** A piece of a run of typed words, and what it is. */
export type SaidPiece =
  | ({ readonly kind: 'illness' } & NamedIllness)
  | ({ readonly kind: 'medicine' } & NamedDrug)
  | ({ readonly kind: 'stage' } & NamedStage)
  | ({ readonly kind: 'word' | 'small' } & WordSpan)

/** A run of typed words as it was understood. */
export interface Run {
  readonly words: readonly string[]
  readonly pieces: readonly SaidPiece[]
  /** A person speaks ("my baby has …"): what was not recognised need not be found. */
  readonly isSentence: boolean
  /** What is recognised and meant, by kind; an illness is left out beside a narrower one, a sign beside an illness. */
  readonly meant: Meant
  /** Of what is meant the names of which any one is enough ("asthma or copd"); none where there is no choice. */
  readonly either: readonly SaidPiece[]
  /** Illnesses and stages that were recognised and denied ("no diabetes"), and states ("not pregnant"): they are never looked for. */
  readonly denied: readonly SaidPiece[]
  /** Those of them that are not denied but over: "measles as a child". */
  readonly over: readonly SaidPiece[]
  /** Illnesses of somebody else, beside one that the seeker has: they are not looked for either. */
  readonly others: readonly SaidPiece[]
  /** Treatments that were tried, beside an illness: studies need not name them, and those that do come first. */
  readonly tried: readonly SaidPiece[]
  /** Treatments that cannot be taken, beside an illness: they are never looked for. */
  readonly refused: readonly SaidPiece[]
}

/** The pieces that a search may require. */
export interface Meant {
  readonly illnesses: readonly SaidPiece[]
  readonly medicines: readonly SaidPiece[]
  readonly stages: readonly SaidPiece[]
}

/** Words as they were typed, with misspelt ones put right, and what they say. */
export interface ReadWords {
  readonly run: Run
  readonly corrections: readonly { readonly from: string; readonly to: string }[]
}
