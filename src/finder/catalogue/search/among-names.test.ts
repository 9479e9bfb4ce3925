import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { bigTowns } from '../../../testing/big-towns.ts'
import { openDrugFamilies } from '../../vocabulary/drug-families.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { importStudies } from '../import/import-studies.ts'
import { nctNumber, nctOf } from '../model/nct-number.ts'
import type { Query } from '../model/query.ts'
import { type Engine, openEngine } from './engine.ts'

const today = '2026-11-23'
const vocabulary = openVocabulary()
const folder = mkdtempSync(join(tmpdir(), 'trialway-among-names-'))
/** Medicines with more names than are looked for, and with few. */
const medicines = ['acetaminophen', 'ibuprofen', 'pembrolizumab', 'fluorouracil', 'estradiol']
const names = medicines.flatMap((one) => {
  const [family] = openDrugFamilies().byWords([one])?.families ?? []
  return family ? [...family.names.sure, ...family.names.rare] : []
})
/** Of the last import: every seventh name, and nothing of the second medicine. */
const late = names.flatMap((name, at) => (at % 7 === 0 && !/ibu|motrin/i.test(name) ? [at] : []))
let engine: Engine

before(async () => {
  await imported(names.flatMap((name, at) => (at % 5 === 4 ? [] : [treatedWith(at + 1, name)])))
  await imported([...late, -1].map((at) => treatedWith(5000 + at, names[at] ?? 'Rest', 'Fever')))
  engine = openEngine(folder, vocabulary)
})
after(() => {
  engine.close()
  rmSync(folder, { recursive: true })
})

function treatedWith(number: number, name: string, condition = 'Asthma'): object {
  return {
    protocolSection: {
      identificationModule: { nctId: nctOf(number), briefTitle: `Study of ${number}` },
      conditionsModule: { conditions: [condition] },
      armsInterventionsModule: { interventions: [{ type: 'DRUG', name }] },
      eligibilityModule: { eligibilityCriteria: `No ${condition} before` },
    },
  }
}

async function imported(studies: readonly object[]): Promise<void> {
  const records = async function* () {
    for (const one of studies)
      yield {
        place: 'made',
        format: 'json' as const,
        bytes: Buffer.from(JSON.stringify(one)),
      }
  }
  await importStudies({
    folder,
    placesFile: await bigTowns(),
    vocabulary,
    now: () => Temporal.Instant.from(`${today}T00:00:00Z`),
    sources: [{ name: 'made', records }],
  })
}

test('a medicine is found by any of its names among the studies of the last import as on the pages', () => {
  const ids = late.map((at) => nctOf(5000 + at))
  const texts = [
    ...names.filter((_, at) => at % 3 !== 1),
    'aspirin',
    'zzzz',
    'paracetamolum',
    'folfox',
  ]
  const queries = texts.flatMap((text): Query[] => [
    { intr: text, today },
    { q: text, today },
    { intr: text, cond: 'fever', today },
    { elig: text, today },
  ])
  const answers = engine.searchAmong(ids.map(nctNumber), queries)
  let [found, none] = [0, 0]
  for (const [index, query] of queries.entries()) {
    const { hits } = engine.search({ ...query, pageSize: 1000 })
    const pages = new Set(hits.map(({ nctId }) => nctId))
    const expected = ids.filter((id) => pages.has(id))
    const answered = answers[index]?.map((place) => ids[place])
    assert.deepEqual(answered, expected, JSON.stringify(query))
    if (expected.length > 0) found++
    else none++
  }
  assert.ok(names.length > 150 && found > 60 && none > 60, `${found} found any, ${none} none`)
})
