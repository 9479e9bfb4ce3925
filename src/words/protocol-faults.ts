import type { Language } from './language/language.ts'
import type { Words } from './shape/shape.ts'
import { wordsOf } from './words.ts'

/** A fault of a protocol of the right shape, with its kind and its place. */
export interface ToldProtocolFault {
  readonly kind: keyof Words['protocolFaults']
  readonly path: string
  readonly found?: string
  readonly other?: string
}

/** Where a protocol is wrong, and what to do, in a line. */
export function protocolFaultText(language: Language, fault: ToldProtocolFault): string {
  const { kind, path, found = '', other = '' } = fault
  return `${path}: ${wordsOf(language).protocolFaults[kind](found, other)}`
}
