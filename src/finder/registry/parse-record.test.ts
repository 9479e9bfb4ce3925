import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import { exampleStudy } from '../../testing/examples/study.ts'
import { parseRecord } from './parse-record.ts'
import { isProblem, type ReadStudy } from './records.ts'

test('a record is kept whole, with what we have no name for', () => {
  const study = {
    ...exampleStudy('NCT00000001', { newModule: { a: [null, { b: 1 }] } }),
    extra: 'x',
  }
  assert.deepEqual(good(study).study, study)
})

test('the day of processing is told where the record says it', () => {
  const derivedSection = { miscInfoModule: { versionHolder: '2026-02-11' } }
  assert.equal(good({ ...exampleStudy(), derivedSection }).processed, '2026-02-11')
  assert.equal('processed' in good(exampleStudy()), false)
})

test('the id is trimmed and in capitals', () => {
  const { study } = good(exampleStudy(' nct00000001 '))
  assert.equal(study.protocolSection.identificationModule.nctId, 'NCT00000001')
})

for (const id of ['NCT1/../../x', 'NCT0000001', 'NCT000000011', '', 5, null, ['NCT00000001']])
  test(`${JSON.stringify(id)} is no id of a study`, () => {
    const study = { protocolSection: { identificationModule: { nctId: id } } }
    assert.match(reasonFor(study), /nctId should be NCT and 8 digits/)
  })

test('what is no study is told', () => {
  for (const value of [null, [], 'x', 1, {}, { protocolSection: [] }])
    assert.match(reasonFor(value), /not a study/)
  assert.match(reasonFor('{"a":', true), /not JSON/)
})

for (const [path, value, expected] of [
  ['designModule.phases', 'PHASE2', 'a list, but is text'],
  ['eligibilityModule.eligibilityCriteria', 5, 'text, but is a number'],
  ['eligibilityModule.healthyVolunteers', 'No', 'true or false, but is text'],
  ['contactsLocationsModule.locations', [{ city: [] }], 'text, but is a list'],
  ['designModule.enrollmentInfo', [], 'an object, but is a list'],
  ['statusModule.overallStatus', true, 'text, but is true'],
  ['designModule.enrollmentInfo.count', '12', 'a number, but is text'],
] as const)
  test(`${path} as ${JSON.stringify(value)} is refused, and the reason names it`, () => {
    const reason = reasonFor(exampleStudy('NCT00000001', nested(path, value)))
    assert.ok(reason.includes(path) && reason.includes(expected), reason)
  })

test('the reason names the item in a list', () => {
  const locations = [{ city: 'Paris' }, { city: 7 }]
  const reason = reasonFor(exampleStudy('NCT00000001', { contactsLocationsModule: { locations } }))
  assert.match(reason, /contactsLocationsModule\.locations\[1\]\.city should be text/)
})

test('a null is as good as absent', () => {
  const { study, warnings } = good(
    exampleStudy('NCT00000001', {
      designModule: null,
      conditionsModule: { conditions: null, keywords: ['a', null, 'b'] },
    }),
  )
  assert.deepEqual(warnings, [])
  assert.equal('designModule' in study.protocolSection, false)
  assert.deepEqual(study.protocolSection.conditionsModule, { keywords: ['a', 'b'] })
})

test('a value of an enumeration that we do not know is kept and told', () => {
  const { study, warnings } = good(
    exampleStudy('NCT00000001', { designModule: { phases: ['PHASE2', 'PHASE9'] } }),
  )
  assert.deepEqual(study.protocolSection.designModule?.phases, ['PHASE2', 'PHASE9'])
  assert.match(warnings.join(), /designModule\.phases\[1\].*PHASE9/)
})

test('a date that cannot be is left out and told; partial dates stay', () => {
  for (const day of ['2020-13-45', '0000', '2019-02-29', 'March 2015', ''])
    assert.match(good(statusWith(day)).warnings.join(), /startDateStruct\.date is not a date/)
  for (const day of ['2020', '2020-02', '2020-02-29']) {
    const { study, warnings } = good(statusWith(day))
    assert.deepEqual(warnings, [])
    assert.equal(study.protocolSection.statusModule?.startDateStruct?.date, day)
  }
})

test('an age that cannot be read is kept and told, for without it there would be no limit', () => {
  for (const minimumAge of ['P18Y', '-5', '999 Years', '']) {
    const { study, warnings } = good(
      exampleStudy('NCT00000001', { eligibilityModule: { minimumAge } }),
    )
    assert.equal(study.protocolSection.eligibilityModule?.minimumAge, minimumAge)
    assert.match(warnings.join(), /minimumAge is not an age/)
  }
})

test('a place that is not on the earth is left out and told', () => {
  for (const geoPoint of [{ lat: 91, lon: 0 }, { lat: 1 }, { lat: '1', lon: 2 }, 'x']) {
    const contactsLocationsModule = { locations: [{ city: 'Paris', geoPoint }] }
    const { study, warnings } = good(exampleStudy('NCT00000001', { contactsLocationsModule }))
    assert.deepEqual(study.protocolSection.contactsLocationsModule?.locations, [{ city: 'Paris' }])
    assert.match(warnings.join(), /geoPoint is not a place/)
  }
})

test('a number too large for a computer to count with is kept as its digits', () => {
  const json =
    '{"protocolSection":{"identificationModule":{"nctId":"NCT00000001"},"designModule":{"enrollmentInfo":{"count":9007199254740993}}},"more":{"n":12345678901234567890,"m":5}}'
  const read = parseRecord(record(json))
  assert.ok(!isProblem(read))
  assert.deepEqual({ ...read.study }['more' as never], { n: '12345678901234567890', m: 5 })
  assert.deepEqual(read.study.protocolSection.designModule?.enrollmentInfo, {})
  assert.match(read.warnings.join(), /count is too large.*9007199254740993/)
})

test('a key named __proto__ changes nothing and is left out', () => {
  const json =
    '{"__proto__":{"polluted":true},"protocolSection":{"identificationModule":{"nctId":"NCT00000001","__proto__":{"x":1}},"other":{"deep":{"__proto__":{"y":1}}}}}'
  const read = parseRecord(record(json))
  assert.ok(!isProblem(read))
  assert.equal(JSON.stringify(read.study).includes('__proto__'), false)
  assert.equal(({} as { polluted?: boolean }).polluted, undefined)
  assert.match(read.warnings.join(), /__proto__ was left out/)
})

test('a record nested a million deep is refused', () => {
  const deep = `${'['.repeat(1e6)}${']'.repeat(1e6)}`
  const json = `{"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}},"x":${deep}}`
  assert.match(reasonFor(json, true), /at most 100 levels deep/)
  assert.match(reasonFor('['.repeat(1e6), true), /not JSON/)
  const xml = `<clinical_study>${'<a>'.repeat(1e6)}`
  assert.match(reasonFor(xml, true, 'xml'), /100 deep/)
})

test('bytes that are not UTF-8 are refused, with their place', () => {
  const bytes = new Uint8Array(
    Buffer.from(JSON.stringify(exampleStudy()).replace('Study', 'Stüdé€')),
  )
  for (const at of [0, 40, 70, bytes.length - 1]) {
    const bad = bytes.slice()
    bad[at] = 0xff
    const read = parseRecord({ place: 'x', format: 'json', bytes: bad })
    assert.ok(isProblem(read))
    assert.match(read.reason, at === 70 ? /byte 0x/ : new RegExp(`byte 0xff at ${at} of`))
  }
})

test('spelling damaged on its way is repaired in names and told; lost letters are told', () => {
  const { study, warnings } = good(
    exampleStudy('NCT00000001', {
      contactsLocationsModule: {
        locations: [{ facility: 'CHU - HÃ´pital', city: 'Baden W\ufffdrttemberg' }],
      },
      descriptionModule: { briefSummary: 'HÃ´pital' },
    }),
  )
  assert.equal(
    study.protocolSection.contactsLocationsModule?.locations?.[0]?.facility,
    'CHU - Hôpital',
  )
  assert.equal(study.protocolSection.descriptionModule?.briefSummary, 'HÃ´pital')
  assert.match(warnings.join('\n'), /facility was repaired/)
  assert.match(warnings.join('\n'), /city has lost letters/)
})

test('half a character is replaced, so that the record can be written', () => {
  const json =
    '{"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"a\\ud83d"}}}'
  const read = parseRecord(record(json))
  assert.ok(!isProblem(read))
  assert.equal(read.study.protocolSection.identificationModule.briefTitle, 'a\ufffd')
})

test('property: any JSON gives a study or a reason, and a study can be written again', () => {
  const module = fc.dictionary(
    fc.constantFrom('phases', 'count', 'conditions', 'locations', 'date', 'x', '__proto__'),
    fc.jsonValue(),
  )
  const study = fc.record({
    protocolSection: fc.record(
      {
        identificationModule: fc.record({
          nctId: fc.constantFrom('NCT00000001', 'x'),
          briefTitle: fc.jsonValue(),
        }),
        designModule: module,
        conditionsModule: module,
        contactsLocationsModule: module,
      },
      { requiredKeys: ['identificationModule'] },
    ),
  })
  fc.assert(
    fc.property(fc.oneof(study, fc.jsonValue()), (value) => {
      const read = parseRecord(record(JSON.stringify(value)))
      if (isProblem(read)) assert.ok(read.reason.length > 5)
      else assert.doesNotThrow(() => JSON.stringify(read.study))
    }),
    { numRuns: sized(150, 2000) },
  )
})

function record(text: string, format: 'json' | 'xml' = 'json') {
  return { place: 'x', format, bytes: new Uint8Array(Buffer.from(text)) } as const
}

function good(study: unknown): ReadStudy {
  const read = parseRecord(record(JSON.stringify(study)))
  assert.ok(!isProblem(read), isProblem(read) ? read.reason : '')
  return read
}

function reasonFor(value: unknown, isText = false, format: 'json' | 'xml' = 'json'): string {
  const read = parseRecord(record(isText ? String(value) : JSON.stringify(value), format))
  assert.ok(isProblem(read))
  return read.reason
}

function nested(path: string, value: unknown): Record<string, unknown> {
  const [first = '', ...rest] = path.split('.')
  return { [first]: rest.length > 0 ? nested(rest.join('.'), value) : value }
}

function statusWith(day: string) {
  return exampleStudy('NCT00000001', { statusModule: { startDateStruct: { date: day } } })
}
