import { stripTypeScriptTypes } from 'node:module'

/** The browser's modules are the `.ts` files themselves, with their types blanked out. */
export function eraseTypes(source: string): string {
  return quietly(() => stripTypeScriptTypes(source, { mode: 'strip' }))
}

/** Node prints a warning, once, that this function is experimental; the operator can do nothing about it. */
function quietly<T>(work: () => T): T {
  const warnings = process as { emitWarning: unknown }
  const before = warnings.emitWarning
  warnings.emitWarning = () => {}
  try {
    return work()
  } finally {
    warnings.emitWarning = before
  }
}
