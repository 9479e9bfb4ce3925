import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { recipeShape } from '../study/analysis/invent/recipe.ts'
import { planShape } from '../study/analysis/plan/read-plan.ts'
import type { Protocol } from '../study/protocol/document/protocol.ts'
import { readDocumentBytes } from '../study/protocol/read/read-document-bytes.ts'
import { readProtocol } from '../study/protocol/read/read-protocol.ts'
import type { ProtocolExamples, ProtocolShelf } from '../web/shell/app.ts'

const data = join(import.meta.dirname, '../../data')
let shelf: ProtocolShelf | undefined

/**
 * The protocols that ship and the invented people to try them with, read once. Throws an Error where a file that ships
 * is none.
 */
export function shippedProtocols(): ProtocolShelf {
  shelf ??= {
    versions: documentsIn('protocols').map((document) => ({ protocol: protocolOf(document) })),
    examples: documentsIn('protocol-examples').map((document) => examplesShape.parse(document)),
    reports: [
      ...documentsIn('reports', '.plan.json').map((document) => {
        const plan = planShape.parse(document)
        return { study: plan.study, plan }
      }),
      ...documentsIn('reports', '.invented.json').map((document) => {
        const recipe = recipeShape.parse(document)
        return { study: recipe.study, recipe }
      }),
    ],
  }
  return shelf
}

function documentsIn(folder: string, ending = '.json'): readonly unknown[] {
  const names = readdirSync(join(data, folder)).filter((name) => name.endsWith(ending))
  return names.toSorted().map((name) => {
    const read = readDocumentBytes(readFileSync(join(data, folder, name)))
    if ('value' in read) return read.value
    throw new Error(`data/${folder}/${name} is no document: ${read.faults[0]?.kind}`)
  })
}

function protocolOf(document: unknown): Protocol {
  const read = readProtocol(document)
  if ('protocol' in read) return read.protocol
  throw new Error(`A file in data/protocols is no protocol: ${read.faults[0]?.path}`)
}

const text = z.string()
const examplesShape: z.ZodType<ProtocolExamples> = z.strictObject({
  study: text,
  people: z.array(
    z.strictObject({
      id: text,
      title: z.strictObject({ en: text, fr: text.exactOptional() }),
      now: text,
      recorded: text,
      facts: z.array(
        z.strictObject({
          item: text,
          value: z.union([text, z.boolean(), z.null()]),
          unit: text.exactOptional(),
          site: text.exactOptional(),
          at: text,
        }),
      ),
    }),
  ),
})
