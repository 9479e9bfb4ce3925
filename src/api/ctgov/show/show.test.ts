import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publicRecord } from '../../../finder/catalogue/model/public-record.ts'
import { pieces, valuesAt } from '../../../finder/registry/pieces/pieces.ts'
import { exampleStudy } from '../../../testing/example-stored.ts'
import { columnsNamed, csvColumns } from './csv-columns.ts'
import { csvPage } from './csv-page.ts'
import { describedAreas, describedEnums } from './described.ts'
import { withLegacyMarkup } from './legacy-markup.ts'
import { type FieldNode, fieldNodes } from './metadata.ts'
import { servedRecord } from './served-record.ts'
import { inTurns, jsonPage, replyBody } from './study-page.ts'

const stored = exampleStudy('NCT02390596.2020-07-28.xml')

test('a record is given in the registry’s order, with the coordinates that were worked out', () => {
  const points = [{ lat: 48.8, lon: 2.35, exactness: 'town' as const }]
  const given = servedRecord({ ...stored, points })
  assert.deepEqual(Object.keys(JSON.parse(JSON.stringify(given))), [
    'protocolSection',
    'derivedSection',
    'hasResults',
  ])
  const [site] = given.protocolSection?.contactsLocationsModule?.locations ?? []
  assert.deepEqual(site?.geoPoint, { lat: 48.8, lon: 2.35 })
  assert.equal(given.hasResults, false)
  const recorded = servedRecord({ ...stored, points }, 'recorded')
  assert.equal(
    JSON.stringify(recorded.protocolSection),
    JSON.stringify(publicRecord(stored).study.protocolSection),
  )
})

test('results are read only where somebody looks at them, and stand after the protocol', () => {
  let looked = 0
  const study = {
    ...stored.study,
    get resultsSection() {
      looked++
      return { moreInfoModule: {} }
    },
  }
  const given = servedRecord({ ...stored, study })
  assert.equal(looked, 0)
  assert.deepEqual(Object.keys(JSON.parse(JSON.stringify(given))).slice(0, 2), [
    'protocolSection',
    'resultsSection',
  ])
})

test('contacts that the registry would not show any more are not given, in the order of the rest', () => {
  const contact = { name: 'A person', phone: '1' }
  const contactsLocationsModule = {
    centralContacts: [contact],
    overallOfficials: [{ name: 'B' }],
    locations: [{ city: 'Paris', contacts: [contact] }],
  }
  const given = (overallStatus: string) => {
    const protocolSection = {
      ...stored.study.protocolSection,
      statusModule: { overallStatus },
      contactsLocationsModule,
    }
    return servedRecord({ ...stored, study: { ...stored.study, protocolSection } }).protocolSection
      ?.contactsLocationsModule
  }
  assert.equal(JSON.stringify(given('RECRUITING')), JSON.stringify(contactsLocationsModule))
  assert.deepEqual(given('COMPLETED'), {
    overallOfficials: [{ name: 'B' }],
    locations: [{ city: 'Paris' }],
  })
})

test('nothing is given that only a collector of records left in them', () => {
  const protocolSection = {
    ...stored.study.protocolSection,
    contactsLocationsModule: { locations: [], locations_nested: [{ city: 'x' }] },
    armsInterventionsModule: {
      interventions: [{ type: 'DRUG', interventionMappedName: [], name: 'a', armNames: [] }],
    },
  }
  const text = JSON.stringify(
    publicRecord({ ...stored, study: { ...stored.study, protocolSection } }),
  )
  assert.doesNotMatch(text, /locations_nested|interventionMappedName|armNames/)
  assert.match(text, /"interventions":\[\{"type":"DRUG","name":"a"\}\]/)
})

function* made(record: object): Generator<undefined, object> {
  yield
  return record
}

test('a page has each study on a line of its own and its token last, without a blank', () => {
  const text = (studies: readonly object[], ends: Parameters<typeof jsonPage>[1]) =>
    [...jsonPage(studies.map(made), ends)].join('')
  assert.equal(
    text([{ a: 1 }, { a: 2 }], { total: 2, nextPageToken: 'abc' }),
    '{"totalCount":2,"studies":[\n{"a":1},\n{"a":2}\n],"nextPageToken":"abc"}',
  )
  assert.equal(text([], {}), '{"studies":[]}')
})

test('a long reply is made as it is taken, and no more of it once a client is gone', async () => {
  let made = 0
  let isOver = false
  function* endless(): Generator<string, void> {
    try {
      for (;;) {
        made++
        yield 'x'.repeat(64 * 1024)
      }
    } finally {
      isOver = true
    }
  }
  const body = replyBody(endless())
  assert.ok(body instanceof ReadableStream)
  const first = made
  await new Promise((done) => setTimeout(done, 20))
  assert.equal(made, first)
  const reader = body.getReader()
  await reader.read()
  await reader.read()
  await reader.cancel()
  assert.ok(made <= first + 4, `${made} pieces were made`)
  assert.ok(isOver)
  assert.equal(replyBody(['short'].values()), 'short')
})

test('long texts become HTML where legacy markup is asked for, and what they have of HTML is shown as typed', async () => {
  const record = {
    protocolSection: {
      descriptionModule: { briefSummary: 'Of *two*:\n\n* a \\> b\n* <script>x</script>' },
      identificationModule: { briefTitle: 'A *title* stays' },
      outcomesModule: { primaryOutcomes: [{ measure: '*m*', description: '**d**' }] },
    },
  }
  assert.deepEqual(await inTurns(withLegacyMarkup(record)), {
    protocolSection: {
      descriptionModule: {
        briefSummary:
          '<p>Of <em>two</em>:</p>\n<ul>\n<li>a &gt; b</li>\n<li>&lt;script&gt;x&lt;/script&gt;</li>\n</ul>',
      },
      identificationModule: { briefTitle: 'A *title* stays' },
      outcomesModule: {
        primaryOutcomes: [{ measure: '*m*', description: '<p><strong>d</strong></p>' }],
      },
    },
  })
})

test('a text made to cost most becomes HTML in little time', () => {
  for (const text of [
    '\n'.repeat(39_000),
    ' '.repeat(39_000),
    '*'.repeat(39_000),
    '> '.repeat(19_000),
    'a\n'.repeat(19_000),
    '[('.repeat(19_000),
  ]) {
    const began = process.cpuUsage()
    Array.from(withLegacyMarkup({ protocolSection: { descriptionModule: { briefSummary: text } } }))
    const { user } = process.cpuUsage(began)
    assert.ok(user < 600_000, `${user / 1000} ms of ${JSON.stringify(text.slice(0, 4))}`)
  }
})

test('the CSV has the registry’s thirty columns, several values with a bar between them, quoted where needed', () => {
  assert.equal(csvColumns.length, 30)
  const rows = [...csvPage([stored.study], csvColumns, true)]
  assert.equal(rows.length, 2)
  assert.ok(rows.every((row) => row.endsWith('\r\n')))
  assert.match(
    rows[0] ?? '',
    /^NCT Number,Study Title,Study URL,Acronym,.*,Locations,Study Documents\r\n$/,
  )
  const cell = (name: string) => csvColumns.find((one) => one.name === name)?.cell(stored.study)
  assert.equal(cell('Interventions'), 'DRUG: Anakinra')
  assert.equal(cell('Study Results'), 'NO')
  assert.equal(cell('Age'), 'CHILD|ADULT (3 Months to 18 Years)')
  assert.match(cell('Locations') ?? '', /, France$/)
  assert.equal(cell('Phases'), 'PHASE2')
  assert.match(cell('Study Design') ?? '', /^Allocation: .*\|Intervention Model: .*\|Masking: /)
  const quoted = [
    ...csvPage([{ ...stored.study }], [{ name: 'x', cell: () => 'a "b",\nc' }], false),
  ]
  assert.deepEqual(quoted, ['"a ""b"",\nc"\r\n'])
  assert.deepEqual(columnsNamed(['Study Title', 'NCT Number']), {
    columns: [csvColumns[0], csvColumns[1]],
  })
  assert.deepEqual(columnsNamed(['NCT Number', 'NCTId']), { wrong: 'NCTId' })
})

test('the described fields are those of the table, at their paths, with [] after the type of what is a list', () => {
  const found: string[] = []
  const walk = (nodes: readonly FieldNode[], above: string): void => {
    for (const node of nodes) {
      const path = `${above}${node.name}${node.type.endsWith('[]') ? '[]' : ''}`
      if (node.children && node.piece !== 'LocationGeoPoint') walk(node.children, `${path}.`)
      else found.push(`${node.piece} ${path}`)
    }
  }
  walk(fieldNodes(), '')
  assert.deepEqual(found.toSorted(), pieces.map(({ name, path }) => `${name} ${path}`).toSorted())
  const record = { ...stored.study }
  const order = found.map((line) => line.split(' ')[0])
  assert.deepEqual(
    order,
    pieces.map(({ name }) => name),
  )
  assert.ok(valuesAt(record, { path: 'protocolSection.identificationModule.nctId' }).next().value)
})

test('areas and enumerations are described as the registry does', () => {
  const [study] = describedAreas() as {
    areas: { name: string; param: string; parts: object[] }[]
  }[]
  assert.deepEqual(study?.areas[0]?.parts[0], {
    pieces: ['Condition'],
    type: 'text',
    isEnum: false,
    isSynonyms: true,
    weight: 0.95,
  })
  assert.equal(study?.areas.length, 19)
  const enums = describedEnums() as { type: string; pieces: string[]; values: object[] }[]
  const ages = enums.find(({ type }) => type === 'StandardAge')
  assert.deepEqual(ages?.pieces, ['StdAge'])
  assert.deepEqual(ages?.values[2], { value: 'OLDER_ADULT', legacyValue: 'Older Adult' })
})
