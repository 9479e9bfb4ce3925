import assert from 'node:assert/strict'
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { bigTowns } from '../../../testing/big-towns.ts'
import { sized } from '../../../testing/sized.ts'
import { pieces } from '../../registry/pieces/pieces.ts'
import type { RawRecord } from '../../registry/records.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { importStudies } from '../import/import-studies.ts'
import { CatalogueDamaged, ListIncomplete } from '../model/damage.ts'
import type { Selection, Where } from '../model/where.ts'
import { openCatalogue } from '../open-catalogue.ts'
import { openEngine } from '../search/engine.ts'

const vocabulary = openVocabulary()
let folder = ''
let file = ''

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trialway-select-damage-'))
  await importStudies({
    folder,
    placesFile: await bigTowns(),
    vocabulary,
    now: () => Temporal.Instant.from('2026-11-23T08:00:00Z'),
    sources: [{ name: 'given', records }],
  })
  file = join(folder, globSync('segment-*', { cwd: folder })[0] ?? '')
})
after(() => rmSync(folder, { recursive: true }))

async function* records(): AsyncGenerator<RawRecord> {
  for (let number = 1; number <= 40; number++) {
    const nctId = `NCT${String(number).padStart(8, '0')}`
    const study = {
      protocolSection: {
        identificationModule: { nctId, briefTitle: `Asthma in children of ${number % 7} years` },
        statusModule: {
          overallStatus: number % 2 ? 'RECRUITING' : 'COMPLETED',
          startDateStruct: { date: `20${10 + (number % 9)}-0${1 + (number % 8)}` },
        },
        conditionsModule: { conditions: ['Asthma', `Cough ${number % 3}`] },
      },
    }
    yield { place: nctId, format: 'json', bytes: Buffer.from(JSON.stringify(study)) }
  }
}

const words = (text: string, isQuoted = false): Where => ({
  kind: 'words',
  text,
  fields: [
    { piece: 'BriefTitle', weight: 1, hasSynonyms: true },
    { piece: 'Condition', weight: 0.5, hasSynonyms: true },
  ],
  isQuoted,
  expansion: 'relaxation',
  coverage: 'contains',
})
const wheres: readonly Where[] = [
  words('asthma'),
  words('children years'),
  words('of 3 years', true),
  { kind: 'value', piece: 'OverallStatus', values: ['RECRUITING'] },
  { kind: 'range', piece: 'StartDate', from: '2012', to: '2015-03' },
  { kind: 'not', part: { kind: 'value', piece: 'Condition', values: ['Cough 1'] } },
]
const selections: readonly Selection[] = wheres.flatMap((where) => [
  { where, sort: [], limit: 50, isCounted: true },
  { where, sort: [{ piece: 'StartDate', direction: 'desc' }], limit: 50, isCounted: true },
])

/** What is answered to each selection and each count; `refused` where nothing is. */
function answers(): readonly string[] {
  const asked = [
    ...selections.map(
      (one) => (engine: ReturnType<typeof openEngine>) => engine.select(one, 60_000),
    ),
    ...['OverallStatus', 'Condition', 'StartDate'].map((name) => {
      const field = pieces.findIndex((piece) => piece.name === name)
      return (engine: ReturnType<typeof openEngine>) =>
        engine.values(field) ?? assert.fail('damaged')
    }),
  ]
  try {
    const engine = openEngine(folder, vocabulary)
    const given = asked.map((ask) => {
      try {
        return JSON.stringify(ask(engine))
      } catch (error) {
        assert.ok(error instanceof ListIncomplete || error instanceof assert.AssertionError)
        return 'refused'
      }
    })
    engine.close()
    return given
  } catch (error) {
    assert.ok(error instanceof CatalogueDamaged, String(error))
    return asked.map(() => 'refused')
  }
}

function flip(at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 4
  writeFileSync(file, bytes)
}

test('no changed bit makes a selection or a count another: it is right or refused', () => {
  const sound = answers()
  assert.ok(!sound.includes('refused'))
  const { size } = statSync(file)
  let [refused, some] = [0, 0]
  for (let at = 0; at < size; at += Math.max(1, Math.floor(size / sized(120, 1500)))) {
    flip(at)
    const given = answers()
    given.forEach((answer, index) => {
      if (answer === 'refused') refused++
      else assert.equal(answer, sound[index], `byte ${at}`)
    })
    if (given.includes('refused') && given.some((answer) => answer !== 'refused')) some++
    flip(at)
  }
  assert.ok(refused > 20 && some > 0, `${refused} refused, ${some} in part`)
  assert.deepEqual(answers(), sound)
})

test('every damaged byte of the index by field is found by a look at all files, and told to who selects', async () => {
  const sound = answers()
  const { size } = statSync(file)
  for (let at = size - 40; at > 0; at -= 97) {
    flip(at)
    const given = answers()
    const isFieldsOnly =
      given.includes('refused') && given.some((one, index) => one === sound[index])
    if (isFieldsOnly) break
    flip(at)
  }
  const catalogue = await openCatalogue(folder, {
    processes: 1,
    timeoutMs: 20_000,
    start: 'cold',
    vocabulary,
  })
  assert.match((await catalogue.damage()).join(), /is damaged/)
  const answered = await Promise.allSettled(selections.map((one) => catalogue.select(one)))
  assert.ok(
    answered.some((one) => one.status === 'rejected' && one.reason instanceof ListIncomplete),
  )
  await catalogue.close()
})
