import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { exampleProtocol } from '../../../testing/example-protocol.ts'
import type { Protocol } from '../document/protocol.ts'
import { protocolFaults } from './check-protocol.ts'

const folder = join(import.meta.dirname, '../../../../data/protocols')
const text = (version: string) => readFileSync(join(folder, `NCT02390596.${version}.json`), 'utf8')

/** The report with one passage of its JSON changed. */
function changed(from: string | RegExp, to: string): Protocol {
  const compact = JSON.stringify(JSON.parse(text('report')))
  const after = compact.replace(from, to)
  assert.notEqual(after, compact, String(from))
  return JSON.parse(after)
}

const found = (protocol: Protocol) =>
  protocolFaults(protocol).map(({ kind, path }) => `${kind} at ${path}`)

test('the three versions of the first study have no fault', () => {
  for (const version of ['listing', 'record-2020', 'report'])
    assert.deepEqual(protocolFaults(JSON.parse(text(version))), [], version)
})

const cases: readonly (readonly [string, string | RegExp, string, RegExp])[] = [
  [
    'an item that is not there',
    '"item":"healthInsurance"}',
    '"item":"insurance"}',
    /^unknown item at eligibility\[4\]\.expression\.item/,
  ],
  [
    'units that do not convert',
    '"value":"5","unit":"kg"',
    '"value":"5","unit":"cm"',
    /^units do not convert at eligibility\[2\]\.expression/,
  ],
  [
    'a unit that is none',
    '"value":"5","unit":"kg"',
    '"value":"5","unit":"kilos"',
    /^unknown unit at eligibility\[2\]\.expression\.right/,
  ],
  [
    'a level that nobody reaches',
    '"to":"L6"',
    '"to":"L4"',
    /^unreachable level at regimens\[0\]\.levels\[2\]/,
  ],
  [
    'a step to its own level',
    '"to":"L6"',
    '"to":"L4"',
    /^steps to itself at regimens\[0\]\.changes\[1\]/,
  ],
  [
    'a level that is not there',
    '"to":"L6"',
    '"to":"L8"',
    /^unknown level at regimens\[0\]\.changes\[1\]/,
  ],
  [
    'a step that fires twice',
    '"from":["L4"]',
    '"from":["L2","L4"]',
    /^fires twice at regimens\[0\]\.changes\[1\]/,
  ],
  [
    'levels out of order',
    '"amount":{"value":"6"',
    '"amount":{"value":"3"',
    /^levels not in order at regimens\[0\]\.levels\[2\]/,
  ],
  [
    'an amount that is not modelled',
    '"amount":{"value":"6","unit":"mg/kg"',
    '"amount":{"value":"6","unit":"mg/kg/d"',
    /^amount not modelled at regimens\[0\]\.levels\[2\]/,
  ],
  [
    'an endpoint on a visit that may not happen',
    '"id":"lastVisit",',
    '"id":"lastVisit","unscheduled":true,',
    /^visit may not happen at endpoints\[3\]/,
  ],
  [
    'a definition that leads to itself',
    '"expression":{"op":"compare","left":{"op":"this"},"is":">","right":{"op":"quantity","value":"38.0","unit":"Cel"}}',
    '"expression":{"op":"defined","name":"fever"}',
    /^cycle at definitions\[0\]/,
  ],
  ['an id that stands twice', '"id":"E9"', '"id":"E8"', /^id twice at eligibility/],
  [
    'a statement without words',
    /"words":\[\{"source":"record-2020","place":"eligibility\/criteria","text":"Patient with health insurance"\}\]/,
    '"words":[]',
    /^words missing at eligibility\[4\]/,
  ],
  [
    'an anchor that is not there',
    '"anchor":"ivigEnd"',
    '"anchor":"infusion"',
    /^unknown anchor at eligibility\[1\]/,
  ],
  [
    'days of an anchor that counts none',
    '"op":"day","anchor":"illness"',
    '"op":"day","anchor":"ivigEnd"',
    /^anchor counts no days at eligibility\[0\]/,
  ],
]

for (const [name, from, to, expected] of cases)
  test(`${name} is refused with its path`, () => {
    const faults = found(changed(from, to))
    assert.ok(
      faults.some((fault) => expected.test(fault)),
      faults.join('\n'),
    )
  })

test('windows of one anchor that overlap are refused where a reading could belong to both', () => {
  const window = '"window":{"early":"P10D","late":"P10D"},'
  const protocol = changed(/"id":"lastVisit",/, `${window}"id":"lastVisit",`)
  const visits = protocol.visits.map((visit) =>
    visit.id === 'D30' ? { ...visit, window: { early: 'P5D', late: 'P5D' } } : visit,
  )
  assert.deepEqual(found({ ...protocol, visits }), [])
  const same = visits.map((visit) => ({ ...visit, items: ['crp'] }))
  assert.deepEqual(found({ ...protocol, visits: same }), ['windows overlap at visits[1].window'])
})

test('all faults are named at once', () => {
  const protocol = changed('"to":"L6"', '"to":"L8"')
  const faults = protocolFaults({ ...protocol, sets: [] })
  assert.ok(new Set(faults.map(({ kind }) => kind)).size > 2, JSON.stringify(faults))
})

test('a protocol of cycles, body surface and arms has no fault', () => {
  assert.deepEqual(protocolFaults(exampleProtocol), [])
})
