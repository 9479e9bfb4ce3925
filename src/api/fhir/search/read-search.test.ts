import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyText, fc } from '../../../testing/properties.ts'
import { sized } from '../../../testing/sized.ts'
import { searchCursor } from './page-token.ts'
import { r4Parameters } from './r4-parameters.ts'
import { r5Parameters } from './r5-parameters.ts'
import { readStudySearch } from './read-search.ts'

function read(query: string, { isStrict = false, parameters = r4Parameters } = {}) {
  return readStudySearch([...new URLSearchParams(query)], { parameters, isStrict })
}

function understood(query: string, options: Parameters<typeof read>[1] = {}) {
  const asked = read(query, options)
  if ('status' in asked) assert.fail(`${query}: ${asked.issues[0].text}`)
  return asked
}

const filterOf = (query: string, parameters = r4Parameters) =>
  understood(query, { parameters }).filter

const refused = [
  '_count=x',
  '_count=-1',
  '_count=1.5',
  '_count=%00',
  '_summary=some',
  '_total=exactly',
  '_elements=a b',
  '_elements=constructor;drop',
  '_lastUpdated=yesterday',
  '_lastUpdated=2026-02-30',
  '_lastUpdated=2026-13',
  '_lastUpdated=0000',
  '_lastUpdated=ap2026',
  '_lastUpdated=ge',
  'date=2026-1-1',
  'date=2026-01-01T25:00',
  'near=NaN|2|5|km',
  'near=48.8',
  'near=91|2|5|km',
  'near=48|2|-1|km',
  'near=48|2|Infinity|km',
  'near=48|2|5|parsec',
  'near=48|2|5|km|more',
  'title:below=x',
  'title:toString=x',
  'status:text=active',
  'status:missing=maybe',
  'near:missing=true',
  '_cursor=abc',
  '_cursor=W10',
  '_cursor=%F0%9F%98%80',
] as const

for (const query of refused)
  test(`${query} is refused, and what is wrong is said`, () => {
    const asked = read(query)
    if (!('status' in asked)) assert.fail('it was taken')
    assert.equal(asked.status, 400)
    assert.match(asked.issues[0].text, /\S \S/)
  })

test('more words than are looked for are refused at once', () => {
  const words = (count: number): string => 'cancer '.repeat(count)
  for (const query of [
    `title:contains=${words(200)}`,
    Array.from({ length: 10 }, () => `_text=${words(70)}`).join('&'),
    `condition=${Array.from({ length: 900 }, () => 'cancer').join(',')}`,
  ]) {
    const asked = read(query)
    assert.ok('status' in asked && asked.status === 400 && asked.issues[0].code === 'too-costly')
  }
  assert.ok(!('status' in read(`title:contains=${words(100)}`)))
  const ids = Array.from({ length: 999 }, (_, at) => `NCT0${1_000_000 + at}`)
  assert.ok(!('status' in read(`_id=${ids.join(',')}`)))
})

for (const query of ['recruitment-target=many', 'recruitment-actual=1e99', 'recruitment-target='])
  test(`R5: ${query} is refused or empty`, () => {
    const asked = read(query, { parameters: r5Parameters })
    if (query.endsWith('=')) assert.ok(!('status' in asked) && asked.filter === undefined)
    else assert.ok('status' in asked && asked.status === 400)
  })

test('a name of the language itself is no parameter, and no code', () => {
  for (const name of ['constructor', '__proto__', 'toString']) {
    assert.equal(understood(`${name}=1`).told.length, 1)
    assert.deepEqual(filterOf(`status=${name}`), { kind: 'any', parts: [] })
    assert.equal(understood(`_sort=${name}`).told.length, 1)
  }
})

test('values with commas are one of them, a parameter again is and, a comma after a backslash is a comma', () => {
  const codes = filterOf('phase=phase-1,phase-2')
  assert.equal(codes?.kind, 'any')
  assert.equal(filterOf('phase=phase-1&status=active')?.kind, 'all')
  const title = filterOf('title:contains=a\\,b')
  assert.equal(title?.kind === 'words' && title.text, 'a,b')
  const none = filterOf('overall-status:not=RECRUITING,COMPLETED')
  assert.equal(none?.kind, 'all')
})

test('what is not known is told and left out of what was used, or refused where that is wanted', () => {
  const asked = understood('title=asthma&colour=blue&_sort=title,-date')
  assert.deepEqual(asked.asked, [
    ['title', 'asthma'],
    ['_sort', '-date'],
  ])
  assert.deepEqual(
    asked.told.map(({ text }) => text),
    [
      'The parameter "colour" is not known here, and was not used.',
      'Studies cannot be put in order by "title".',
    ],
  )
  const strict = read('title=asthma&colour=blue', { isStrict: true })
  assert.ok('status' in strict && strict.status === 400)
})

test('a code that no study has finds nothing, and the codes that there are are told', () => {
  const asked = understood('status=recruiting&title=asthma')
  assert.deepEqual(asked.asked, [
    ['status', 'recruiting'],
    ['title', 'asthma'],
  ])
  const [hint, ...more] = asked.told
  assert.equal(hint?.severity, 'information')
  assert.match(hint?.more ?? '', /^The codes are active, .*research-study-status\.$/)
  assert.deepEqual(more, [])
  const strict = read('status=recruiting', { isStrict: true })
  assert.ok(!('status' in strict), 'nothing was left out')
  assert.deepEqual(understood('status=active,completed').told, [])
})

test('an illness by a common code of a hospital is looked for by its name, and a code that is not known is told', () => {
  const named = understood('condition=http://snomed.info/sct|195967001')
  assert.deepEqual(named.told, [])
  assert.match(JSON.stringify(named.filter), /"text":"asthma"/i)
  const icd = understood('condition=http://hl7.org/fhir/sid/icd-10|J45.9')
  assert.match(JSON.stringify(icd.filter), /"text":"asthma"/i)
  const [hint, ...more] = understood('condition=http://snomed.info/sct|1').told
  assert.match(hint?.text ?? '', /"http:\/\/snomed\.info\/sct\|1" of condition is not known here/)
  assert.match(hint?.more ?? '', /^Ask by words, without a system/)
  assert.deepEqual(more, [])
  assert.deepEqual(understood('condition=asthma').told, [])
})

test('what says nothing of which studies is never unknown', () => {
  const asked = understood(
    '_format=json&_pretty=true&_totalMethod=count&title=&_include=ResearchStudy:site&_include:iterate=Location:organization&_revinclude:recurse=List:item',
  )
  assert.deepEqual(asked.told, [])
  assert.equal(asked.filter, undefined)
})

test('an NCT id is asked for as a token with its system, and other numbers have none', () => {
  const both = filterOf('identifier=NCT02390596')
  assert.equal(both?.kind === 'any' && both.parts.length, 4)
  const own = filterOf('identifier=http://clinicaltrials.gov|nct02390596')
  assert.deepEqual(own, {
    kind: 'any',
    parts: [
      { kind: 'value', piece: 'NCTId', values: ['NCT02390596'] },
      { kind: 'value', piece: 'NCTIdAlias', values: ['NCT02390596'] },
    ],
  })
  const other = filterOf('identifier=|P130101')
  assert.equal(other?.kind === 'any' && other.parts.length, 2)
  assert.deepEqual(filterOf('identifier=urn:other|1'), { kind: 'any', parts: [] })
})

const days = [
  ['ge2026-01-02', '2026-01-02', null],
  ['gt2026-01-02', '2026-01-03', null],
  ['lt2026-01-02', null, '2026-01-01'],
  ['le2026-01-02', null, '2026-01-02'],
  ['2026-01', '2026-01-01', '2026-01-31'],
  ['eq2026', '2026-01-01', '2026-12-31'],
  ['sa2026-01', '2026-02-01', null],
  ['eb2026-01', null, '2025-12-31'],
  ['ge2026-01-02T10:00:00Z', '2026-01-03', null],
  ['le2026-01-02T10:00:00Z', null, '2026-01-02'],
  ['ge2026-01-02T00:00:00%2B02:00', '2026-01-02', null],
] as const
for (const [value, from, to] of days)
  test(`_lastUpdated=${value} is from ${from} to ${to}`, () => {
    const where = filterOf(`_lastUpdated=${value}`)
    const range = where?.kind === 'any' ? where.parts[0] : undefined
    assert.deepEqual(range, { kind: 'range', piece: 'LastUpdatePostDate', from, to })
  })

const numbers = [
  ['100', '100', '100'],
  ['ge100', '100', null],
  ['gt100', '101', null],
  ['lt100.5', null, '100'],
  ['le100', null, '100'],
  ['1e2', '50', '149'],
] as const
for (const [value, from, to] of numbers)
  test(`recruitment-actual=${value} is from ${from} to ${to}`, () => {
    const where = filterOf(`recruitment-actual=${value}`, r5Parameters)
    assert.equal(where?.kind, 'all')
    const range = where?.kind === 'all' ? where.parts[1] : undefined
    assert.deepEqual(range, { kind: 'range', piece: 'EnrollmentCount', from, to })
  })

test('near takes each unit, and fifty kilometres where no distance is said', () => {
  const metres = (value: string): unknown => {
    const where = filterOf(`near=${value}`)
    return where?.kind === 'near' && Math.round(where.metres)
  }
  assert.equal(metres('48.85|2.35'), 50_000)
  assert.equal(metres('48.85|2.35|10'), 10_000)
  assert.equal(metres('48.85|2.35|10|km'), 10_000)
  assert.equal(metres('48.85|2.35|500|m'), 500)
  assert.equal(metres('48.85|-2.35|10|[mi_i]'), 16_093)
})

test('a study whose status is unknown is never active, in either release', () => {
  const active = filterOf('status=active')
  assert.ok(active?.kind === 'value' && !active.values.includes('UNKNOWN'))
  const recruiting = filterOf('progress-status-state-actual=recruiting$true', r5Parameters)
  assert.deepEqual(recruiting, {
    kind: 'all',
    parts: [
      { kind: 'value', piece: 'OverallStatus', values: ['RECRUITING'] },
      { kind: 'everything' },
    ],
  })
})

test('a page of another search is not taken for one of this', () => {
  const place = { keys: [], nct: 2390596, state: undefined }
  const token = searchCursor(place, [['title', 'asthma']])
  assert.deepEqual(understood(`title=asthma&_count=5&_cursor=${token}`).after, place)
  const other = read(`title=kawasaki&_cursor=${token}`)
  assert.ok('status' in other && other.status === 400)
})

test('two releases name no parameter twice', () => {
  for (const parameters of [r4Parameters, r5Parameters])
    assert.equal(new Set(parameters.map(({ name }) => name)).size, parameters.length)
})

test('whatever is asked is understood or refused, and never fails', () => {
  const names = [...r4Parameters, ...r5Parameters].map(({ name }) => name)
  const modifiers = ['', ':not', ':text', ':missing', ':contains', ':exact', ':below', ':x']
  const pair = fc.tuple(
    fc.constantFrom(...names, '_count', '_sort', '_cursor', '_elements', 'other'),
    fc.constantFrom(...modifiers),
    fc.oneof(anyText({ maxLength: 40 }), fc.constantFrom('|', '$', '\\', ',', 'a|b', 'ge', 'true')),
  )
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 5 }), (pairs) => {
      const given = pairs.map(([name, modifier, value]) => [name + modifier, value] as const)
      for (const parameters of [r4Parameters, r5Parameters]) {
        const asked = readStudySearch(given, { parameters, isStrict: false })
        if ('status' in asked) assert.equal(asked.status, 400)
      }
    }),
    { numRuns: sized(300, 3_000) },
  )
})
