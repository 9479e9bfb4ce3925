import { protocolNodes } from '../study/in-words/nodes.ts'
import type { NodeStatus } from '../study/protocol/document/node.ts'
import type { Protocol } from '../study/protocol/document/protocol.ts'
import { documentHash } from '../study/protocol/read/content-text.ts'
import { wordsOf } from '../words/words.ts'
import { exitCodes } from './outcome.ts'
import {
  type CheckedFile,
  type ProtocolOptions,
  betweenVersions,
  checkedFile,
  protocolFiles,
} from './protocol-files.ts'
import type { Terminal } from './terminal.ts'

/**
 * Looks for every fault in the files of a protocol, and says how much of each the source states; the answer is the exit
 * code. Throws `WrongUsage` where there is no such file.
 */
export async function protocolCheckCommand(
  terminal: Terminal,
  name: string,
  options: ProtocolOptions,
): Promise<number> {
  const files = await protocolFiles(name)
  const checked = await Promise.all(files.map((file) => checkedFile(file, options.lang)))
  const between = studiesOf(checked).flatMap((versions) =>
    betweenVersions(name, versions, options.lang),
  )
  const isGood = between.length === 0 && checked.every(({ faults }) => faults.length === 0)
  if (options.json) terminal.stdout.write(asJson(checked, between))
  else {
    for (const one of checked) {
      if (one.protocol) terminal.stdout.write(`${summary(one.file, one.protocol, options)}\n`)
      for (const fault of one.faults) terminal.stderr.write(`${fault}\n`)
    }
    for (const fault of between) terminal.stderr.write(`${fault}\n`)
  }
  return isGood ? exitCodes.good : exitCodes.failed
}

/** The versions that could be read, study by study. */
function studiesOf(checked: readonly CheckedFile[]): readonly (readonly Protocol[])[] {
  const read = checked.flatMap(({ protocol }) => protocol ?? [])
  return [...Map.groupBy(read, ({ study }) => study).values()]
}

function summary(file: string, protocol: Protocol, { lang }: ProtocolOptions): string {
  const { study, version } = protocol
  return wordsOf(lang).explain.checked(file, study, version, countsOf(protocol))
}

/** How many nodes have each status. */
function countsOf(protocol: Protocol): Record<NodeStatus, number> {
  const counts = { stated: 0, inferred: 0, silent: 0 }
  for (const { node } of Object.values(protocolNodes(protocol)).flat()) counts[node.status]++
  return counts
}

function asJson(checked: readonly CheckedFile[], between: readonly string[]): string {
  const files = checked.map(({ file, protocol, faults }) => ({
    file,
    ...(protocol && {
      study: protocol.study,
      version: protocol.version,
      sha256: documentHash(protocol),
      nodes: countsOf(protocol),
    }),
    faults,
  }))
  return `${JSON.stringify({ files, faults: between }, null, 2)}\n`
}
