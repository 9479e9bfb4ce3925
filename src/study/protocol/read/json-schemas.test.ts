import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { z } from 'zod'
import { madeNode, smallProtocol } from '../../../testing/small-protocol.ts'
import { jsonSchemaOf } from './json-schemas.ts'
import { readDocumentBytes } from './read-document-bytes.ts'
import { readProtocol, readSettings } from './read-protocol.ts'

type Kind = 'protocol' | 'settings'

/** Whether the published schema takes a text, as any JSON tool reads it. */
function schemaTakes(kind: Kind, text: string): boolean {
  return z.fromJSONSchema({ ...jsonSchemaOf(kind) }).safeParse(JSON.parse(text)).success
}

/** Whether we take it. */
function weTake(kind: Kind, text: string): boolean {
  const file = readDocumentBytes(new TextEncoder().encode(text))
  if ('faults' in file) return false
  const read = kind === 'protocol' ? readProtocol(file.value) : readSettings(file.value)
  return !('faults' in read)
}

const decimals: readonly (readonly [written: string, isTaken: boolean])[] = [
  ['60', true],
  ['60.5', true],
  ['-0.25', true],
  ['"60"', true],
  ['"60.5"', true],
  ['"38.0"', true],
  ['123456789012345678', true],
  ['1234567890123456789', false],
  ['"60,5"', false],
  ['"1e3"', false],
  ['">60"', false],
  ['""', false],
  ['true', false],
  ['null', false],
  ['[60]', false],
]

test('the published schemas and the check take the same decimals, with and without quotes', () => {
  const amount = { value: 'HERE', unit: 'mg' }
  const documents = {
    protocol: smallProtocol({ cap: { ...madeNode('cap'), amount } }, { items: [] }),
    settings: [{ sets: 'cap', by: 'the sponsor', regimen: 'drug', amount }],
  }
  for (const kind of ['protocol', 'settings'] as const)
    for (const [decimal, isTaken] of decimals) {
      const text = JSON.stringify(documents[kind]).replace('"HERE"', decimal)
      assert.equal(weTake(kind, text), isTaken, `${kind}, check: ${decimal}`)
      assert.equal(schemaTakes(kind, text), isTaken, `${kind}, schema: ${decimal}`)
    }
})

test('the protocols that we ship are of the published schema', () => {
  const folder = join(import.meta.dirname, '../../../../data/protocols')
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    const text = readFileSync(join(folder, name), 'utf8')
    assert.ok(weTake('protocol', text), name)
    assert.ok(schemaTakes('protocol', text), name)
  }
})
