import type { Language } from './language/language.ts'
import type { ToldFault } from './language/told-fault.ts'
import type { Words } from './shape/shape.ts'
import { wordsOf } from './words.ts'

/** A fault of a file with its kind. */
export type FileFault = ToldFault & { readonly kind: keyof Words['fileFaults']['kinds'] }

/** What is wrong with a file of facts or a protocol's file, in a sentence or two that say what to do. */
export function fileFaultText(language: Language, fault: FileFault): string {
  return wordsOf(language).fileFaults.kinds[fault.kind](fault)
}
