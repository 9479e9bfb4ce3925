import { protocolChanges } from '../study/in-words/changes.ts'
import { tellingOf } from '../study/in-words/telling.ts'
import { changesInWords } from './changes-in-words.ts'
import { Failure } from './outcome.ts'
import { type ProtocolOptions, readVersion } from './protocol-files.ts'
import type { Terminal } from './terminal.ts'

/**
 * Prints what one version changes of another, as an amendment's summary of changes. Throws as `readVersion` does, and
 * `Failure` where the two are of different studies.
 */
export async function protocolDiffCommand(
  terminal: Terminal,
  before: string,
  after: string,
  options: ProtocolOptions,
): Promise<void> {
  const older = await readVersion(before, options)
  const newer = await readVersion(after, options)
  if (older.study !== newer.study)
    throw new Failure(`These are versions of two studies: ${older.study} and ${newer.study}.`)
  const changes = protocolChanges(older, newer)
  if (options.json) {
    terminal.stdout.write(`${JSON.stringify(changes, null, 2)}\n`)
    return
  }
  const { lang } = options
  terminal.stdout.write(changesInWords(tellingOf(older, lang), tellingOf(newer, lang), changes))
}
