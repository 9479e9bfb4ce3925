/** How a command ends, as shells and schedulers expect it. */
export const exitCodes = {
  good: 0,
  failed: 1,
  wrongUsage: 2,
  /** An import that could not read all of its files and pages to their end. */
  partly: 3,
  interrupted: 130,
} as const

/** Something an operator can act on went wrong. Only its message is shown. */
export class Failure extends Error {
  override readonly name: string = 'Failure'
  readonly exitCode: number = exitCodes.failed
}

/** The command was given something it cannot use. */
export class WrongUsage extends Failure {
  override readonly name = 'WrongUsage'
  override readonly exitCode = exitCodes.wrongUsage
}

/** The operator stopped the command; what was there before is still there. */
export class Interrupted extends Failure {
  override readonly name = 'Interrupted'
  override readonly exitCode = exitCodes.interrupted
}

/** What to show for an error that ends a command, and the exit code to end with. */
export function endingOf(error: unknown, verbose: boolean): { text: string; exitCode: number } {
  if (error instanceof Failure) return { text: error.message, exitCode: error.exitCode }
  const name = error instanceof Error ? error.name : ''
  if (saying.has(name))
    return { text: String((error as Error).message), exitCode: exitCodes.failed }
  if (name === 'ConfigProblems') return { text: String((error as Error).message), exitCode: 2 }
  if (name === 'AbortError') return { text: 'Stopped.', exitCode: exitCodes.interrupted }
  const text = error instanceof Error ? (verbose && error.stack) || error.message : String(error)
  const advice = error instanceof Error && diskAdvice[String((error as NodeJS.ErrnoException).code)]
  if (advice) return { text: `${text}\n${advice}`, exitCode: exitCodes.failed }
  const hint = verbose ? '' : '\nRun it again with --verbose to see where.'
  return { text: `This failed, and it should not have: ${text}${hint}`, exitCode: exitCodes.failed }
}

const notAllowed =
  'Whoever runs this may not do that there. Give them the right to it, or choose another folder: DATA_DIR names it.'
const noFolder = 'A folder is needed there, and a file is in its place. DATA_DIR names the folder.'

/** What to do where the file system refuses, by its code. */
const diskAdvice: Readonly<Record<string, string>> = {
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: 'That disk can only be read. Choose a folder on another one: DATA_DIR names it.',
  ENOSPC: 'The disk is full. Make room, and run it again.',
  EEXIST: noFolder,
  ENOTDIR: noFolder,
}

/** Faults whose message says what to do. */
const saying: ReadonlySet<string> = new Set([
  'CatalogueOfOtherVersion',
  'CatalogueDamaged',
  'ListIncomplete',
])
