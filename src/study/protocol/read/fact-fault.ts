import type { QuantityProblem } from '../quantity/quantity.ts'
import type { TimeProblem } from '../time/problems.ts'
import type { JsonFault } from './exact-json.ts'
import type { Fact } from '../facts/fact.ts'

/** What is wrong with a line of a file of facts. `factFaultText` in `words` says it. */
export type FactFault =
  | JsonFault
  /** Nothing after such a fault is read. */
  | { readonly kind: 'UTF-16' | 'not a text file' | 'over several lines' }
  | { readonly kind: 'too long'; readonly mostBytes: number }
  | { readonly kind: 'not UTF-8' | 'not an object' }
  | { readonly kind: 'missing key' | 'wrong type' | 'empty' | 'hidden sign'; readonly key: string }
  | { readonly kind: 'too many letters'; readonly key: string; readonly most: number }
  /** `meant` is the key that it looks like. */
  | { readonly kind: 'unknown key'; readonly key: string; readonly meant?: string }
  | { readonly kind: 'time'; readonly key: string; readonly why: TimeProblem }
  | { readonly kind: 'value'; readonly why: QuantityProblem }
  /** An earlier line has the id with another content. */
  | { readonly kind: 'id twice'; readonly id: string; readonly line: number }
  | { readonly kind: 'corrects nothing' | 'corrects in a circle'; readonly id: string }
  | { readonly kind: 'no participant' }
  | { readonly kind: 'too many'; readonly most: number }

/** A fact and the line where it begins, or what is wrong there. */
export type FactLine =
  | { readonly line: number; readonly fact: Fact; readonly faults?: undefined }
  | { readonly line: number; readonly fact?: undefined; readonly faults: readonly FactFault[] }
