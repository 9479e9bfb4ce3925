import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { bigTowns } from '../../../testing/big-towns.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { type Manifest, readManifest } from '../model/manifest.ts'
import { openNames } from '../segment/names.ts'
import type { ImportOptions } from './import-options.ts'
import { importStudies } from './import-studies.ts'

const vocabulary = openVocabulary()
let placesFile = ''
let folder = ''

before(async () => {
  placesFile = await bigTowns()
  folder = mkdtempSync(join(tmpdir(), 'trialway-names-following-'))
})
after(() => rmSync(folder, { recursive: true, force: true }))

/** Twenty studies of one illness, then some of others. */
const twenty = Array.from({ length: 20 }, (_, at) => [at + 1, 'Grumbling knee'] as const)

/** Imports studies by number and condition; `imported` is called once they are served. */
function take(
  conditions: readonly (readonly [number, string])[],
  imported = (): void => undefined,
  more: Partial<ImportOptions> = {},
): Promise<unknown> {
  const records = conditions.map(([id, condition]) => ({
    place: `given:${id}`,
    format: 'json' as const,
    bytes: Buffer.from(
      JSON.stringify({
        protocolSection: {
          identificationModule: { nctId: `NCT${String(id).padStart(8, '0')}`, briefTitle: 'One' },
          statusModule: {
            overallStatus: 'RECRUITING',
            lastUpdatePostDateStruct: { date: '2026-01-01' },
          },
          conditionsModule: { conditions: [condition] },
        },
      }),
    ),
  }))
  const source = {
    name: 'given',
    records: async function* () {
      yield* records
    },
    imported,
  }
  return importStudies({
    folder,
    placesFile,
    vocabulary,
    now: () => Temporal.Instant.from('2026-11-23T08:00:00Z'),
    namesFollowFrom: 10,
    sources: [source],
    ...more,
  })
}

function state(): Manifest {
  return readManifest(folder) ?? assert.fail('no catalogue')
}

function suggested(typed: string): readonly string[] {
  const { names, namesChecksum } = state()
  const opened = openNames(join(folder, names), namesChecksum)
  const found = opened.suggest(typed, 20).map(({ text }) => text)
  opened.close()
  return found
}

test('a small change of a large catalogue is served with the names there were, and then with its own', async () => {
  await take(twenty)
  const first = state()
  assert.equal(first.namesFollow, undefined)
  let served: Manifest | undefined
  const told: unknown[] = []
  const onNamesFollow = (): void => void told.push(state().namesFollow)
  await take([[21, 'Rumbling elbow']], () => void (served = state()), { onNamesFollow })
  assert.deepEqual(told, [true])
  assert.deepEqual(
    [served?.number, served?.names, served?.namesFollow, served?.summary.studies],
    [2, first.names, true, 21],
  )
  const now = state()
  assert.deepEqual([now.number, now.namesFollow], [2, undefined])
  assert.notEqual(now.names, first.names)
  assert.deepEqual(now.previous, [...first.segments, first.names])
  assert.ok(existsSync(join(folder, first.names)))
  assert.deepEqual(suggested('rumb'), ['Rumbling elbow'])
})

test('names that an import was ended before it wrote come with the next, also when nothing had changed', async () => {
  await assert.rejects(take([[22, 'Tumbling toes']], fail), /killed/)
  assert.equal(state().namesFollow, true)
  assert.equal(state().summary.studies, 22)
  assert.deepEqual(suggested('tumb'), [])
  for (const name of [...state().segments, state().names]) assert.ok(existsSync(join(folder, name)))
  await take([[22, 'Tumbling toes']])
  assert.equal(state().namesFollow, undefined)
  assert.deepEqual(suggested('tumb'), ['Tumbling toes'])

  await assert.rejects(take([[23, 'Mumbling mouth']], fail), /killed/)
  await take([[24, 'Fumbling hand']])
  assert.equal(state().namesFollow, undefined)
  assert.deepEqual([suggested('mumb'), suggested('fumb')], [['Mumbling mouth'], ['Fumbling hand']])
})

test('names of many changes, and of a small catalogue, are served with them', async () => {
  let served: Manifest | undefined
  const see = (): void => void (served = state())
  await take(
    twenty.map(([id]) => [id, 'Stumbling foot']),
    see,
  )
  assert.equal(served?.namesFollow, undefined)
  assert.ok(suggested('stumb').includes('Stumbling foot'))
  await take([[25, 'Humbling heart']], see, { namesFollowFrom: 1000, onNamesFollow: fail })
  assert.equal(served?.namesFollow, undefined)
  assert.deepEqual(suggested('humb'), ['Humbling heart'])
})

test('where the names there were are damaged, nothing is served with them', async () => {
  writeFileSync(join(folder, state().names), 'no names')
  let served: Manifest | undefined
  await take([[26, 'Crumbling nail']], () => void (served = state()))
  assert.equal(served?.namesFollow, undefined)
  assert.deepEqual(suggested('crumb'), ['Crumbling nail'])
})

function fail(): never {
  throw new Error('killed')
}
