import {
  RecordsAway,
  RecordsBusy,
  RecordsRefused,
  RecordsUnsure,
  RecordsUnwritable,
} from '../model/faults.ts'

/** What was being done when an error came, which decides what it says about what is written. */
export interface Doing {
  /** Whether the last word of a write was on its way. */
  readonly isCommit: boolean
  /** Whether the line is gone: then nothing more is to be had from it. */
  readonly isLineOver: boolean
}

/** What an error of a statement means for the records; one that is about the statement itself stays as it is. */
export function faultOfStatement(error: unknown, { isCommit, isLineOver }: Doing): unknown {
  const code = codeOf(error)
  if (isLineOver || code.startsWith('08') || goingAway.has(code))
    return isCommit
      ? new RecordsUnsure('The database went away before it said whether this is kept.', {
          cause: error,
        })
      : new RecordsAway('The database went away. Nothing was written.', { cause: error })
  if (noRoom.has(code))
    return new RecordsUnwritable('The database takes nothing in now.', { cause: error })
  if (takesTooLong.has(code))
    return new RecordsBusy('Another process has been writing for too long.', { cause: error })
  return error
}

/** What it means that no line could be had. */
export function faultOfConnecting(error: unknown): unknown {
  if (isOurs(error)) return error
  if (isFull(error) || (error as Error).message === queueTimeout)
    return new RecordsBusy('All connections to the database are at work.', { cause: error })
  return new RecordsAway('The database does not answer. Nothing was written.', { cause: error })
}

/**
 * The first line to a server could not be had: a wrong name or password is refused, all else may pass. `name` is the
 * server in words for the operator.
 */
export function faultOfOpening(error: unknown, name: string): unknown {
  if (isOurs(error)) return error
  const reason = codeOf(error) || (error as Error).message
  const words = `PostgreSQL does not answer at ${name}: ${reason}. Is it running, and is DATABASE_URL right?`
  return settingsAreWrong.test(codeOf(error))
    ? new RecordsRefused(words, { cause: error })
    : new RecordsAway(words, { cause: error })
}

/** Whether the server has no connection left for us: it is there. */
export function isFull(error: unknown): boolean {
  return codeOf(error) === '53300'
}

/** Whether the two that crossed each other's way were told apart by PostgreSQL: one must begin again. */
export function mustBeginAgain(error: unknown): boolean {
  return codeOf(error) === '40001' || codeOf(error) === '40P01'
}

function isOurs(error: unknown): boolean {
  return [RecordsAway, RecordsBusy, RecordsRefused, RecordsUnwritable].some(
    (kind) => error instanceof kind,
  )
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : ''
}

/** Of the pool, when all of its lines were in use for too long. */
const queueTimeout = 'timeout exceeded when trying to connect'
/** The server ends the line, is ending or starting, or failed under it. */
const goingAway: ReadonlySet<string> = new Set(['57P01', '57P02', '57P03', '57P05', '25P03'])
/** A full disk, no memory, or a server that may only be read. */
const noRoom: ReadonlySet<string> = new Set(['53100', '53200', '25006'])
/** A lock that another holds, or a statement that was stopped. */
const takesTooLong: ReadonlySet<string> = new Set(['55P03', '57014'])
/** Who asks, with which password, for which database, and what they may do there. */
const settingsAreWrong = /^(?:28...|3D000|42501)$/
