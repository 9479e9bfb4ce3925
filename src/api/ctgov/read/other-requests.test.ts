import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pieces } from '../../../finder/registry/pieces/pieces.ts'
import {
  faultOfParameters,
  readFieldSizesRequest,
  readFieldValuesRequest,
  readMetadataRequest,
} from './stats-request.ts'
import { readStudyRequest } from './study-request.ts'

const at = (query: string) => new URL(`http://localhost/x?${query}`)

test('one study is asked for by its number in any case, with or without its zeros', () => {
  for (const id of ['NCT02390596', 'nct02390596', 'Nct2390596', 'NCT0002390596'])
    assert.deepEqual(readStudyRequest(id, at('')), {
      kind: 'study',
      nctId: 'NCT02390596',
      format: 'json',
      markup: 'markdown',
      fieldNames: [],
    })
  for (const format of ['json', 'csv', 'json.zip', 'fhir.json', 'ris']) {
    const request = readStudyRequest('NCT1', at(`format=${format}&markupFormat=legacy`))
    assert.ok(request.kind === 'study' && request.format === format)
  }
})

test('what is wrong with an address of one study is told', () => {
  for (const [id, query, text] of [
    ['NCT', '', /^Parameter `nctId` has incorrect format/],
    ['NCT00000000', '', /incorrect format/],
    ['NCT123456789', '', /incorrect format/],
    ['02390596', '', /incorrect format/],
    ['NCT02390596 ', '', /incorrect format/],
    ['NCT1', 'format=xml', /^Invalid value in parameter `format`: `xml`/],
    ['NCT1', 'pageSize=1', /^`pageSize` is unknown parameter$/],
    ['NCT1', 'Fields=NCTId', /^`Fields` is unknown parameter; use fields$/],
    ['NCT1', 'format=fhir.json&fields=NCTId', /^Parameter `fields` must be unspecified/],
    ['download', 'format=json.zip', /^There is no archive .* pageSize=1000/],
    ['download', 'query.cond=a', /^Invalid prefix in parameter name: query\.cond$/],
  ] as const) {
    const request = readStudyRequest(id, at(query))
    assert.ok(request.kind === 'fault', id)
    assert.match(request.text, text)
  }
})

test('statistics are asked of fields by name or path, of types, or of all', () => {
  const values = (query: string, ofPath?: string) => {
    const request = readFieldValuesRequest(at(query), ofPath)
    return request.kind === 'values' ? request.fields.map(({ name }) => name) : request
  }
  assert.deepEqual(values('fields=Phase|protocolSection.designModule.studyType,Phase'), [
    'Phase',
    'StudyType',
  ])
  assert.deepEqual(values('', 'Phase'), ['Phase'])
  assert.deepEqual(values('fields=Phase,StartDate,HasResults&types=DATE,BOOLEAN'), [
    'StartDate',
    'HasResults',
  ])
  assert.equal((values('') as string[]).length, pieces.length)
  assert.ok((values('types=ENUM') as string[]).includes('OverallStatus'))
  const sizes = (query: string, ofPath?: string) => {
    const request = readFieldSizesRequest(at(query), ofPath)
    return request.kind === 'sizes' ? request.lists.map(({ name }) => name) : request
  }
  assert.deepEqual(sizes('fields=Phase,Location'), ['Phase', 'Location'])
  assert.deepEqual(sizes('', 'Condition'), ['Condition'])
  assert.ok((sizes('') as string[]).includes('SecondaryIdInfo'))
  for (const wrong of [
    values('fields=Phase,Fase,Other'),
    values('fields=Fase'),
    values('', 'Fase'),
    sizes('fields=Fase'),
  ])
    assert.deepEqual(wrong, {
      kind: 'fault',
      status: 404,
      text: 'Unknown piece name of field path: Fase',
    })
  for (const wrong of ['constructor', '__proto__', 'Location'])
    assert.deepEqual(values(`fields=${wrong}`), {
      kind: 'fault',
      status: 404,
      text: `Unknown piece name of field path: ${wrong}`,
    })
  assert.deepEqual(values('types=FLOAT'), {
    kind: 'fault',
    status: 400,
    text: 'Invalid value in parameter `types`: `FLOAT`. Allowed values are `ENUM`, `STRING`, `DATE`, `INTEGER`, `NUMBER`, `BOOLEAN`',
  })
})

test('what filters studies filters no statistics', () => {
  for (const read of [readFieldValuesRequest, readFieldSizesRequest])
    assert.deepEqual(read(at('fields=Phase&query.cond=cancer')), {
      kind: 'fault',
      status: 400,
      text: 'Invalid prefix in parameter name: query.cond',
    })
})

test('the description of the fields, and addresses that take no parameters', () => {
  assert.deepEqual(readMetadataRequest(at('includeIndexedOnly=true')), {
    kind: 'metadata',
    withIndexedOnly: true,
    withHistoricOnly: false,
  })
  assert.equal(readMetadataRequest(at('includeHistoricOnly=maybe')).kind, 'fault')
  assert.equal(faultOfParameters(at('')), undefined)
  assert.equal(faultOfParameters(at('x=1'))?.text, '`x` is unknown parameter')
})
