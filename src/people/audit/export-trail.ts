import type { Reader, Tx } from '../records/model/records.ts'
import { linesAfter } from './lines.ts'

/** The whole trail as JSON Lines, many at a time: what is sealed stays sealed. `scripts/verify-trail.ts` checks it. */
export async function* exportTrail(db: Reader | Tx): AsyncGenerator<string> {
  let lines = await linesAfter(db, undefined)
  while (lines.length > 0) {
    yield lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    lines = await linesAfter(db, lines.at(-1)?.seq)
  }
}
