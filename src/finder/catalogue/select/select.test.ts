import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { bigTowns } from '../../../testing/big-towns.ts'
import { snapshot } from '../../../testing/example-catalogue.ts'
import { NaiveSelect } from '../../../testing/naive-select.ts'
import { plainText } from '../../../testing/naive-values.ts'
import { fc } from '../../../testing/properties.ts'
import { sized } from '../../../testing/sized.ts'
import { branches } from '../../registry/pieces/branches.ts'
import { pieceNamed, pieces, searchAreas, valuesAt } from '../../registry/pieces/pieces.ts'
import { valuesByPiece } from '../../registry/pieces/record-values.ts'
import { readRecords } from '../../registry/read-records.ts'
import type { RawRecord } from '../../registry/records.ts'
import { tokens } from '../../vocabulary/fold.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { importStudies } from '../import/import-studies.ts'
import { readManifest } from '../model/manifest.ts'
import type {
  Coverage,
  Expansion,
  OrderPlace,
  SelectedStudy,
  Selection,
  SortKey,
  Where,
  WhereField,
} from '../model/where.ts'
import type { StoredStudy } from '../model/stored.ts'
import { openCatalogue } from '../open-catalogue.ts'
import { loadSegments, openSegments } from '../segment/loaded.ts'
import { type Engine, openEngine } from '../search/engine.ts'

const vocabulary = openVocabulary()
let folder = ''
let engine: Engine
let naive: NaiveSelect
const records: StoredStudy[] = []
/** Values of each field, met in records. */
const met = new Map<string, string[]>()

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trialway-select-'))
  const placesFile = await bigTowns()
  const all: RawRecord[] = []
  for await (const found of readRecords(join(snapshot, '2-current'), {}))
    if ('bytes' in found) all.push({ ...found, bytes: Uint8Array.from(found.bytes) })
  const some = all.filter((_, at) => at % Math.floor(all.length / sized(360, 1200)) === 0)
  const parts = [
    some,
    // In one import: a third would fold the small segments of the others into one.
    some.flatMap((record, at) => {
      if (at % 3 === 0) return [changed(record, 'second')]
      return at % 7 === 0 ? [changed(record, 'third')] : []
    }),
  ]
  for (const part of parts)
    await importStudies({
      folder,
      placesFile,
      vocabulary,
      workers: 1,
      studiesASegment: 350,
      now: () => Temporal.Instant.from('2026-11-23T00:00:00Z'),
      sources: [{ name: 'some', records: () => given(part) }],
    })
  engine = openEngine(folder, vocabulary)
  read()
})
after(() => {
  engine.close()
  rmSync(folder, { recursive: true })
})

async function* given(all: readonly RawRecord[]): AsyncGenerator<RawRecord> {
  for (const record of all) yield { ...record, bytes: Uint8Array.from(record.bytes) }
}

/** A later version of a record: other titles, other days, and without its last site. */
function changed(record: RawRecord, word: string): RawRecord {
  if (record.format !== 'json') return record
  const study = JSON.parse(Buffer.from(record.bytes).toString())
  const {
    identificationModule: id,
    statusModule: status,
    contactsLocationsModule: places,
  } = study.protocolSection
  id.briefTitle = `${id.briefTitle ?? ''} ${word} version`
  status.lastUpdateSubmitDate = word === 'second' ? '2026-11-01' : '2026-11-02'
  status.lastUpdatePostDateStruct = { date: status.lastUpdateSubmitDate, type: 'ACTUAL' }
  places?.locations?.pop()
  return { ...record, bytes: Buffer.from(JSON.stringify(study)) }
}

function read(): void {
  const manifest = readManifest(folder)
  const loaded = loadSegments(openSegments(folder, manifest?.segments ?? []))
  assert.ok(loaded.length > 2)
  const versions: StoredStudy[] = []
  for (const { segment, alive, columns } of loaded)
    for (let doc = 0; doc < segment.count; doc++) {
      const stored = segment.study(columns.nct[doc] ?? 0)
      assert.ok(stored && segment.docOf(columns.nct[doc] ?? 0) === doc)
      const plain: StoredStudy = { ...stored, study: JSON.parse(JSON.stringify(stored.study)) }
      versions.push(plain)
      if (alive[doc] === 1) records.push(plain)
    }
  for (const { segment } of loaded) segment.close()
  assert.ok(versions.length > records.length + 50)
  for (const { study } of records)
    for (const [field, values] of valuesByPiece(study).entries())
      for (const value of values?.slice(0, 5) ?? []) {
        const plain = plainText(value)
        if (plain === undefined) continue
        const { name } = pieces[field] ?? assert.fail()
        const known = met.get(name) ?? []
        met.set(name, known)
        if (known.length < 400) known.push(plain)
      }
  naive = new NaiveSelect(records, versions, vocabulary)
}

const pick = <T>(all: readonly T[]): fc.Arbitrary<T> =>
  fc.nat().map((at) => all[at % all.length] ?? assert.fail())
const ofTypes = (...types: readonly string[]) => pieces.filter(({ type }) => types.includes(type))
const valueOf = (piece: string): fc.Arbitrary<string> =>
  fc.nat().map((at) => (met.get(piece) ?? ['none'])[at % (met.get(piece)?.length ?? 1)] ?? '')

const area = fc.oneof(
  pick(searchAreas).map(({ parts }) =>
    parts.map(({ piece, weight, hasSynonyms }): WhereField => ({
      piece: piece.name,
      weight,
      hasSynonyms,
    })),
  ),
  pick(ofTypes('text', 'markup', 'enum')).map(({ name }): WhereField[] => [
    { piece: name, weight: 1, hasSynonyms: true },
  ]),
  fc.tuple(pick(pieces), pick(pieces)).map((some) =>
    some.map(({ name }, at): WhereField => ({
      piece: name,
      weight: 0.5 + at / 4,
      hasSynonyms: at === 0,
    })),
  ),
)
const expansion = pick<Expansion>(['none', 'term', 'concept', 'relaxation', 'relaxation', 'lossy'])
const coverage = pick<Coverage>([
  'contains',
  'contains',
  'contains',
  'fullMatch',
  'startsWith',
  'endsWith',
])
const asked = [
  'heart attack',
  'asthma',
  'Type 2 diabetes',
  'COPD',
  'breast cancer chemotherapy',
  'tylenol',
  'aspirin',
  'HER2',
  'randomized',
  'quality of life',
  'children',
  'Treatments',
  'treatment',
  'Paris',
  'true',
  'heart',
  'older adult',
  'NCT02390596',
  'blood pressure',
  'zzzz',
  '-',
  'myocardial infarction',
  'safety and efficacy',
  'heart failures',
  'tumours',
  'version',
  'second version',
  'INTERVENTIONAL',
]

/** Words from a value of one of the fields, or such as people ask. */
const words = fc
  .tuple(
    area,
    fc.nat(),
    fc.nat(),
    fc.integer({ min: 1, max: 4 }),
    expansion,
    coverage,
    fc.boolean(),
  )
  .chain(([fields, which, at, length, how, much, isQuoted]) => {
    const text = fc.oneof(
      pick(asked),
      valueOf((fields[which % fields.length] ?? assert.fail()).piece).map((value) => {
        const all = value.split(/\s+/)
        const start =
          much === 'startsWith' ? 0 : much === 'endsWith' ? all.length - length : at % all.length
        return much === 'fullMatch'
          ? value.slice(0, 200)
          : all.slice(Math.max(0, start), Math.max(0, start) + length).join(' ')
      }),
    )
    return text.map((one): Where => ({
      kind: 'words',
      text: one,
      fields,
      expansion: how,
      coverage: much,
      isQuoted,
    }))
  })

const value = pick(ofTypes('enum', 'boolean', 'nct', 'text')).chain(({ name }) =>
  fc
    .array(valueOf(name), { minLength: 1, maxLength: 3 })
    .map((values): Where => ({ kind: 'value', piece: name, values })),
)
const date = fc
  .tuple(
    fc.integer({ min: 1999, max: 2027 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(2),
  )
  .map(([year, month, day, parts]) =>
    [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')]
      .slice(0, parts + 1)
      .join('-'),
  )
const age = fc
  .tuple(
    fc.integer({ min: 0, max: 90 }),
    pick(['Years', 'Months', 'Weeks', 'Days', 'Year', 'Hours']),
  )
  .map(([number, unit]) => `${number} ${unit}`)
const bounds = (one: fc.Arbitrary<string>) =>
  fc.tuple(fc.option(one), fc.option(one)).map(([from, to]) => ({ from, to }))
const range = fc
  .oneof(
    fc.tuple(pick(ofTypes('date')), bounds(date)),
    fc.tuple(
      pick(ofTypes('date').filter(({ name }) => /^Start|^Completion|^LastUpdate/.test(name))),
      bounds(date),
    ),
    fc.tuple(pick(ofTypes('time')), bounds(age)),
    fc.tuple(pick(ofTypes('integer')), bounds(fc.integer({ min: 0, max: 500 }).map(String))),
  )
  .map(([{ name }, limits]): Where => ({ kind: 'range', piece: name, ...limits }))
const missing = fc.oneof(
  pick(pieces).map(({ name }): Where => ({ kind: 'missing', piece: name })),
  pick(pieces).map(({ path }): Where => ({
    kind: 'missing',
    piece: path.split('.').slice(0, 3).join('.').replace(/\[\]$/, ''),
  })),
)
const listed = fc.oneof(
  pick(pieces.filter(({ path }) => path.includes('[]'))).map(({ name }) => name),
  pick(branches.filter(({ path }) => path.endsWith('[]'))).map(({ path }) => path),
)
const size = fc
  .tuple(listed, fc.integer({ min: 0, max: 4 }))
  .map(([piece, count]): Where => ({ kind: 'size', piece, count }))
const near = fc
  .tuple(
    pick([
      [48.85341, 2.3488],
      [40.71427, -74.00597],
      [51.50853, -0.12574],
      [52.52437, 13.41053],
      [31.22222, 121.45806],
    ] as const),
    pick([1000, 50_000, 300_000, 2_000_000]),
  )
  .map(([[latitude, longitude], metres]): Where => ({ kind: 'near', latitude, longitude, metres }))
const ids = fc
  .array(fc.oneof(valueOf('NCTId'), valueOf('NCTIdAlias'), fc.constant('NCT99999999')), {
    minLength: 1,
    maxLength: 5,
  })
  .map((all): Where => ({ kind: 'ids', ids: all }))
const lists = [
  'protocolSection.contactsLocationsModule.locations[]',
  'protocolSection.armsInterventionsModule.interventions[]',
  'protocolSection.outcomesModule.primaryOutcomes[]',
  'protocolSection.contactsLocationsModule.locations[].contacts[]',
  'protocolSection.contactsLocationsModule.overallOfficials[]',
]
const together = pick(lists).chain((list) => {
  const own = pick(
    pieces.filter(({ path }) => path.startsWith(`${list}.`) && !path.endsWith('geoPoint')),
  )
  const leaf = fc.oneof(
    own.chain(({ name }) =>
      valueOf(name).map((one): Where => ({ kind: 'value', piece: name, values: [one] })),
    ),
    own.chain(({ name }) =>
      valueOf(name).map((one): Where => {
        const fields = [{ piece: name, weight: 1, hasSynonyms: false }]
        return {
          kind: 'words',
          text: one.split(' ').slice(0, 2).join(' '),
          fields,
          isQuoted: false,
          expansion: 'relaxation',
          coverage: 'contains',
        }
      }),
    ),
    own.map(({ name }): Where => ({ kind: 'missing', piece: name })),
    near,
  )
  return fc.tuple(leaf, leaf, fc.nat(2)).map(([one, other, how]): Where => ({
    kind: 'together',
    list,
    part: {
      kind: how === 1 ? 'any' : 'all',
      parts: [one, how === 2 ? { kind: 'not', part: other } : other],
    },
  }))
})
const leaf = fc.oneof(
  words,
  words,
  words,
  value,
  range,
  missing,
  size,
  near,
  ids,
  together,
  fc.constant<Where>({ kind: 'everything' }),
)
const { where } = fc.letrec<{ where: Where }>((tie) => ({
  where: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(pick(['all', 'any'] as const), fc.array(tie('where'), { minLength: 1, maxLength: 3 }))
      .map(([kind, parts]): Where => ({ kind, parts })),
    tie('where').map((part): Where => ({ kind: 'not', part })),
  ),
}))
const sortKey = fc
  .tuple(
    fc.oneof(
      pick(ofTypes('date', 'time', 'integer')).map(({ name }) => name),
      fc.constant('@relevance'),
      pick(['ArmGroupLabel:size', 'Condition:size']),
      pick(['StartDate', 'EnrollmentCount', 'MinimumAge', 'LastUpdatePostDate']),
    ),
    pick(['asc', 'desc'] as const),
  )
  .map(([piece, direction]): SortKey => ({ piece, direction }))
const question = fc.record(
  {
    where,
    filter: fc.oneof({ weight: 3, arbitrary: leaf }, where),
    sort: fc.array(sortKey, { maxLength: 2 }),
  },
  { requiredKeys: ['where', 'sort'] },
)

/** Every page, to the end. */
function allPages(asked_: Omit<Selection, 'limit' | 'isCounted'>, limit: number) {
  const found = []
  let page = engine.select({ ...asked_, limit, isCounted: true }, 60_000)
  const { total } = page
  for (;;) {
    found.push(...page.studies)
    const last = page.studies.at(-1)
    assert.equal(page.hasMore, found.length < (total ?? 0))
    if (!page.hasMore || !last) return { total, found }
    // A page is asked for in another process: what it begins after goes there as JSON.
    const after_ = JSON.parse(JSON.stringify({ keys: last.keys, nct: last.nct }))
    page = engine.select({ ...asked_, after: after_, limit, isCounted: false }, 60_000)
    assert.equal(page.total, undefined)
  }
}

test('whatever is asked, what is found, how it is ranked and every page are those of reading all records', () => {
  let [some, many] = [0, 0]
  fc.assert(
    fc.property(question, fc.boolean(), (one, isShort) => {
      const expected = naive.select(one)
      const limit = expected.length > 60 || !isShort ? 100 : 7
      const { total, found } = allPages(one, limit)
      assert.equal(total, expected.length)
      assert.deepEqual(found, expected)
      if (total > 0 && total < records.length) some++
      if (total > 20) many++
    }),
    { numRuns: sized(100, 4000) },
  )
  assert.ok(some > sized(30, 1200) && many > sized(15, 600), `${some} ${many}`)
})

/** Every page to the end, each of which may read so many records. */
function allPagesRead(
  asked_: Omit<Selection, 'limit' | 'isCounted'>,
  limit: number,
  mostRead: number,
) {
  const found: SelectedStudy[] = []
  let [after, isPart] = [undefined as OrderPlace | undefined, false]
  for (let pages = 0; pages <= 2 * records.length; pages++) {
    const given = after && JSON.parse(JSON.stringify(after))
    const wanted = {
      ...asked_,
      ...(given && { after: given }),
      limit,
      isCounted: pages === 0,
      mostRead,
    }
    const { studies, hasMore, goesOnAfter, total } = engine.select(wanted, 60_000)
    found.push(...studies)
    if (total !== undefined && !hasMore && pages === 0) assert.equal(total, studies.length)
    const last = studies.at(-1)
    isPart ||= goesOnAfter !== undefined
    after = goesOnAfter ?? (last && { keys: last.keys, nct: last.nct })
    if (!hasMore) return { found, isPart }
  }
  assert.fail('the pages have no end')
}

test('pages that may read only so many records are together what reading all of them finds, in the same order', () => {
  let parts = 0
  fc.assert(
    fc.property(question, fc.integer({ min: 0, max: 12 }), (one, mostRead) => {
      const expected = naive.select(one)
      const { found, isPart } = allPagesRead(one, expected.length > 60 ? 100 : 7, mostRead)
      assert.deepEqual(found, expected)
      if (isPart) parts++
    }),
    { numRuns: sized(60, 2000) },
  )
  assert.ok(parts > sized(1, 40), `${parts}`)
})

test('names of sites that are all of what is asked are found page after page, however few records a page may read', () => {
  const exact: Where = {
    kind: 'words',
    text: 'Research Site',
    fields: [{ piece: 'LocationFacility', weight: 1, hasSynonyms: false }],
    isQuoted: true,
    expansion: 'none',
    coverage: 'fullMatch',
  }
  for (const sort of [[], [{ piece: 'StartDate', direction: 'desc' }]] as const) {
    const expected = naive.select({ filter: exact, sort })
    const { found, isPart } = allPagesRead({ filter: exact, sort }, 2, 1)
    assert.ok(isPart && expected.length > 0)
    assert.deepEqual(found, expected)
  }
})

function wordsIn(text = ''): readonly string[] {
  return text.toLowerCase().match(/[a-z]{4,}/g) ?? []
}

test('two words side by side as they are written are found in that form and no other', () => {
  const fields = ['BriefTitle', 'BriefSummary'].map((piece) => ({
    piece,
    weight: 1,
    hasSynonyms: false,
  }))
  // A phrase of a title, and the same with another form of its second word that the study has somewhere else.
  const phrases = new Set<string>()
  for (const { study } of records) {
    const { identificationModule, descriptionModule } = study.protocolSection
    const written = wordsIn(identificationModule.briefTitle)
    const others = new Set(wordsIn(descriptionModule?.briefSummary))
    for (const [at, word] of written.entries()) {
      const next = written[at + 1]
      if (next === undefined) continue
      if (at === 0) phrases.add(`${word} ${next}`)
      for (const other of others)
        if (other !== next && tokens(other)[0] === tokens(next)[0]) phrases.add(`${word} ${other}`)
    }
  }
  const some = [...phrases].filter((_, at) => at % Math.ceil(phrases.size / sized(150, 1500)) === 0)
  let found = 0
  for (const text of some)
    for (const asked_ of [fields, fields.slice(0, 1)]) {
      const where: Where = {
        kind: 'words',
        text,
        fields: asked_,
        isQuoted: true,
        expansion: 'none',
        coverage: 'contains',
      }
      const ours = engine.select({ where, sort: [], limit: 1000, isCounted: true }, 60_000)
      assert.deepEqual(ours.studies, naive.select({ where, sort: [] }), text)
      found += ours.studies.length
    }
  assert.ok(found > some.length / 2)
})

test('what a field holds is counted as reading all records counts it', async () => {
  for (const [field, piece] of pieces.entries()) {
    const all = records.map(({ study, points }) =>
      piece.name === 'LocationGeoPoint' ? points.filter(Boolean) : [...valuesAt(study, piece)],
    )
    const sizes = engine.sizes(field) ?? assert.fail()
    const expected = Map.groupBy(all, ({ length }) => length)
    assert.deepEqual(
      sizes,
      [...expected]
        .map(([length, studies]) => ({ size: length, studies: studies.length }))
        .toSorted((a, b) => a.size - b.size),
    )
  }
  const catalogue = await openCatalogue(folder, { processes: 1, timeoutMs: 20_000, vocabulary })
  const long = ['BriefTitle', 'LocationFacility', 'OutcomeMeasureTitle', 'DetailedDescription']
  const short = pieces.filter(({ type }) => !['text', 'markup', 'geo'].includes(type))
  const names = ['Condition', 'LocationCity', 'NCTId', ...long, ...short.map(({ name }) => name)]
  for (const name of names) {
    const piece = pieceNamed(name) ?? assert.fail()
    const counts = new Map<string, number>()
    let missing = 0
    for (const { study } of records) {
      const values = [...valuesAt(study, piece)].flatMap((one) => plainText(one) ?? [])
      if (values.length === 0) missing++
      for (const one of new Set(values)) counts.set(one, (counts.get(one) ?? 0) + 1)
    }
    const found = (await catalogue.fieldValues(name)) ?? assert.fail(name)
    assert.deepEqual([found.missing, found.unique], [missing, counts.size], name)
    assert.equal(found.top.length, Math.min(250, counts.size))
    assert.ok(found.top.every(({ value: own, studies }) => counts.get(own) === studies))
    const studies = [...counts.values()].toSorted((a, b) => b - a).slice(0, 250)
    assert.deepEqual(
      found.top.map((one) => one.studies),
      studies,
    )
    if (piece.type === 'text' && name !== 'NCTId') {
      const longest = Math.max(...[...counts.keys()].map(({ length }) => length))
      assert.equal(found.longest?.length, longest)
      assert.equal(found.longest?.value.length, longest)
    }
    const sizes = (await catalogue.fieldSizes(name)) ?? []
    assert.equal(sizes.find(({ size: none }) => none === 0)?.studies ?? 0, missing)
  }
  assert.equal(await catalogue.fieldValues('NoField'), undefined)
  const having = (await catalogue.fieldSizes('IPDSharingDescription')) ?? []
  const reads = having.reduce((sum, { size, studies }) => sum + (size > 0 ? studies : 0), 0)
  assert.ok(reads > 0)
  const asked = ['IPDSharingDescription', 'Phase', 'NoField', 'NCTId']
  assert.equal(await catalogue.fieldReads(asked), reads, 'what a column holds is not read')
  await catalogue.fieldValues('IPDSharingDescription')
  assert.equal(await catalogue.fieldReads(asked), 0, 'and what was counted not again')
  const enrolled = (await catalogue.fieldValues('EnrollmentCount')) ?? assert.fail()
  const enrollment = pieceNamed('EnrollmentCount') ?? assert.fail()
  const numbers = records.flatMap(({ study }) => [...valuesAt(study, enrollment)].map(Number))
  assert.equal(Number(enrolled.greatest), Math.max(...numbers))
  assert.ok(
    Math.abs((enrolled.mean ?? 0) - numbers.reduce((a, b) => a + b, 0) / numbers.length) < 1e-9,
  )
  await catalogue.close()
})

test('the first words of titles, acronyms and summaries, and all of them, are found as by reading; in any form of them nothing is read', () => {
  const fields = ['Acronym', 'BriefTitle', 'OfficialTitle', 'BriefSummary']
  const beginnings = new Set<string>()
  for (const [at, { study }] of records.entries())
    for (const name of fields)
      for (const value of valuesAt(study, pieceNamed(name) ?? assert.fail())) {
        const written = String(value).split(' ')
        beginnings.add(written.slice(0, (at % 3) + 1).join(' ')).add(written.slice(1, 3).join(' '))
        if (name !== 'BriefSummary') beginnings.add(String(value))
      }
  const texts = [...beginnings].filter((text) => tokens(text).length > 0)
  const some = texts.filter((_, at) => at % Math.ceil(texts.length / sized(8, 400)) === 0)
  let found = 0
  for (const [at, text] of some.entries())
    for (const coverage_ of ['startsWith', 'fullMatch'] as const)
      for (const expansion_ of ['none', 'term'] as const) {
        const asked_ = at % 2 === 0 ? fields.slice(0, 3) : [fields[at % 4] ?? '']
        const where: Where = {
          kind: 'words',
          text,
          fields: asked_.map((piece) => ({ piece, weight: 1, hasSynonyms: false })),
          isQuoted: true,
          expansion: expansion_,
          coverage: coverage_,
        }
        const isTold = expansion_ === 'term'
        const filter = { where: { kind: 'everything' as const }, filter: where }
        const all = { sort: [], limit: 1000, isCounted: true }
        const ours = engine.select({ ...filter, ...all, ...(isTold && { mostRead: 0 }) }, 60_000)
        assert.deepEqual(ours.studies, naive.select({ ...filter, sort: [] }), text)
        assert.deepEqual(
          engine.select({ where, ...all }, 60_000).studies,
          naive.select({ where, sort: [] }),
          text,
        )
        found += ours.studies.length
      }
  assert.ok(found > some.length)
})

test('a selection is answered by another process, with the number of the state, and refused where it would take too long', async () => {
  const catalogue = await openCatalogue(folder, { processes: 1, timeoutMs: 20_000, vocabulary })
  const fields = [{ piece: 'DetailedDescription', weight: 1, hasSynonyms: false }]
  const phrase: Where = {
    kind: 'words',
    text: 'in the',
    fields,
    isQuoted: true,
    expansion: 'concept',
    coverage: 'contains',
  }
  const asked_: Selection = { where: phrase, sort: [], limit: 1000, isCounted: true }
  const { state, ...found } = await catalogue.select(asked_)
  assert.equal(state, 2)
  assert.deepEqual(found.studies, naive.select(asked_))
  await catalogue.close()
  assert.throws(() => engine.select(asked_, 0), { name: 'ReadingTooLong' })
})

test('a part that is said many times is worth as often, and one that is not found whole is worth nothing', () => {
  const words = (text: string, expansion_: Expansion = 'relaxation'): Where => {
    const fields = ['BriefTitle', 'OfficialTitle', 'Condition', 'LocationCity'].map(
      (piece, at) => ({ piece, weight: 1 / (at + 1), hasSynonyms: at === 2 }),
    )
    return {
      kind: 'words',
      text,
      fields,
      isQuoted: false,
      expansion: expansion_,
      coverage: 'contains',
    }
  }
  const repeated = (parts: readonly Where[]): Where => {
    const all = Array.from({ length: 40 }, () => structuredClone(parts)).flat()
    return { kind: 'all', parts: all }
  }
  let found = 0
  for (const [one, two] of [
    ['study', 'children'],
    ['disease', 'study'],
    ['cancer', 'treatment of'],
  ] as const)
    for (const where of [
      repeated([words(one)]),
      repeated([words(one), words(two)]),
      words(Array.from({ length: 40 }, () => `${one} ${two}`).join(' ')),
      words(Array.from({ length: 40 }, () => `${one} ${two}`).join(' '), 'lossy'),
      { kind: 'any', parts: [repeated([words(one), words(two)]), words(two), words(one)] },
      {
        kind: 'any',
        parts: [{ kind: 'all', parts: [words(one), words('quokka')] }, words(two), words(two)],
      },
    ] satisfies Where[]) {
      const { studies } = engine.select({ where, sort: [], limit: 1000, isCounted: false }, 60_000)
      assert.deepEqual(
        studies,
        naive.select({ where, sort: [] }),
        JSON.stringify(where).slice(0, 200),
      )
      found += studies.length
    }
  assert.ok(found > 100)
})

test('looking words up in the index stops in time as well', () => {
  const fields = [{ piece: 'Condition', weight: 1, hasSynonyms: true }]
  const parts = Array.from({ length: 50 }, (_, at): Where => ({
    kind: 'words',
    text: `pain${at}`,
    fields,
    isQuoted: false,
    expansion: 'relaxation',
    coverage: 'contains',
  }))
  const asked_: Selection = { where: { kind: 'any', parts }, sort: [], limit: 10, isCounted: false }
  assert.throws(() => engine.select(asked_, 0), { name: 'ReadingTooLong' })
  assert.deepEqual(engine.select(asked_, 60_000).studies, [])
})

test('a site has the point that a reply shows for it, whether the record or we say it', () => {
  const piece = 'LocationGeoPoint'
  const isWorkedOut = ({ study, points }: StoredStudy): boolean =>
    points.some(Boolean) && valuesAt(study, pieceNamed(piece) ?? assert.fail()).next().done === true
  assert.ok(records.some(isWorkedOut))
  const count = (where: Where): number | undefined =>
    engine.select({ where, sort: [], limit: 1, isCounted: true }, 60_000).total
  const having = (most: number): number =>
    records.filter(({ points }) => points.filter(Boolean).length <= most).length
  assert.equal(count({ kind: 'missing', piece }), having(0))
  assert.equal(count({ kind: 'size', piece, count: 1 }), having(1) - having(0))
  const list = 'protocolSection.contactsLocationsModule.locations[]'
  assert.equal(
    count({ kind: 'together', list, part: { kind: 'missing', piece } }),
    records.filter(({ points }) => [...points].some((point) => !point)).length,
  )
  const field = pieces.findIndex(({ name }) => name === piece)
  assert.equal(engine.sizes(field)?.find(({ size }) => size === 0)?.studies, having(0))
})
