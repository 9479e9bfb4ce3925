import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Protocol } from '../study/protocol/document/protocol.ts'
import type { ProtocolExamples, ProtocolShelf } from '../web/shell/app.ts'

const data = join(import.meta.dirname, '../../data')
let shelf: ProtocolShelf | undefined

/** DEV */
export function shippedProtocols(): ProtocolShelf {
  const read = (folder: string): readonly unknown[] =>
    readdirSync(join(data, folder))
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(data, folder, name), 'utf8')) as unknown)
  return (shelf ??= {
    versions: read('protocols').map((one) => ({ protocol: one as Protocol })),
    examples: read('protocol-examples') as ProtocolExamples[],
  })
}
