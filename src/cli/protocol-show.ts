import { tellingOf } from '../study/in-words/telling.ts'
import { protocolInWords } from './protocol-in-words.ts'
import { type ProtocolOptions, readVersion } from './protocol-files.ts'
import type { Terminal } from './terminal.ts'

/** Prints one version of a protocol in words. Throws `WrongUsage` where there is none, `Failure` where it has a fault. */
export async function protocolShowCommand(
  terminal: Terminal,
  file: string,
  options: ProtocolOptions,
): Promise<void> {
  const protocol = await readVersion(file, options)
  terminal.stdout.write(
    options.json
      ? `${JSON.stringify(protocol, null, 2)}\n`
      : protocolInWords(tellingOf(protocol, options.lang)),
  )
}
