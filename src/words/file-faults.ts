import type { Language } from './language/language.ts'
import type { ToldFault, ToldShapeFault, ToldVersionFault } from './language/told-fault.ts'
import type { Words } from './shape/shape.ts'
import { wordsOf } from './words.ts'

/** A fault of a file with its kind. */
export type FileFault = ToldFault & { readonly kind: keyof Words['fileFaults']['kinds'] }

/** What is wrong with a file of facts or a protocol's file, in a sentence or two that say what to do. */
export function fileFaultText(language: Language, fault: FileFault): string {
  return wordsOf(language).fileFaults.kinds[fault.kind](fault)
}

/** Where a document is not of its shape, with its kind. */
export type ShapeFaultTold = ToldShapeFault & {
  readonly kind: keyof Words['fileFaults']['shape']
}

/** Where a document is not of its shape: the place, what is wrong there, and what to write. */
export function shapeFaultText(language: Language, fault: ShapeFaultTold): string {
  const { place, shape } = wordsOf(language).fileFaults
  return `${place(fault.path, fault.node)}: ${shape[fault.kind](fault)}`
}

/** Why several versions cannot be used together, with its kind. */
export type VersionFaultTold = ToldVersionFault & {
  readonly kind: keyof Words['fileFaults']['versions']
}

/** Why several versions cannot be used together, and what to write. */
export function versionFaultText(language: Language, fault: VersionFaultTold): string {
  return wordsOf(language).fileFaults.versions[fault.kind](fault)
}
