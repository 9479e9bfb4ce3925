/** What an error of SQLite means for what may be done next. */
export type SqliteFault = 'busy' | 'full' | 'broken' | 'other'

/** What an error means: locked by another process, a full disk, a failed disk, or something else. */
export function sqliteFaultOf(error: unknown): SqliteFault {
  const code = (error as { errcode?: unknown } | undefined)?.errcode
  if (typeof code !== 'number') return 'other'
  if (passing.has(code)) return 'other'
  const kind = code & 0xff
  if (kind === 5) return 'busy'
  if (kind === 13 || kind === 8) return 'full'
  return kind === 10 || kind === 11 || kind === 26 ? 'broken' : 'other'
}

/** Locked, or not ours to open: nothing is said about what is in the file. */
export function isShut(error: unknown): boolean {
  const kind = Number((error as { errcode?: unknown }).errcode) & 0xff
  return [3, 5, 8, 14, 23].includes(kind)
}

/** The index beside the log could not grow, as on a full disk: no record is in it. */
const passing = new Set([10 | (18 << 8), 10 | (19 << 8), 10 | (21 << 8)])
