import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedProtocols } from '../../../app/shipped-protocols.ts'
import { exampleProtocol } from '../../../testing/example-protocol.ts'
import { smallApp } from '../../../testing/small-site.ts'
import { assertValid } from '../../../testing/valid-html.ts'
import { createSite } from '../../site.ts'

const shipped = shippedProtocols()
const lines: string[] = []
const log = (fields: object, message: string): void => {
  lines.push(message + JSON.stringify(fields))
}
const site = createSite({
  ...smallApp([]),
  protocols: () => ({
    ...shipped,
    versions: [...shipped.versions, { protocol: exampleProtocol }],
  }),
  log: { info: log, warn: log, error: log },
})

const anakinra = '/protocols/NCT02390596/try'
const vidamab = '/protocols/NCT90000099/try'

interface Answered {
  readonly status: number
  readonly text: string
}

async function answered(path: string, form?: Record<string, string>): Promise<Answered> {
  const response = await site.request(
    path,
    form && { method: 'POST', body: new URLSearchParams(form) },
  )
  assert.equal(response.headers.get('cache-control'), 'no-store')
  const text = await response.text()
  await assertValid(text, path)
  return {
    status: response.status,
    text: text.replaceAll(/\s+/g, ' ').replaceAll('\u00A0', ' '),
  }
}

/** A person for the invented study; what is given replaces or adds. */
function patient(more: Record<string, string> = {}): Record<string, string> {
  return {
    version: '2',
    now: '2025-08-01T09:00',
    'a-birthDate': '1970-02-28',
    'a-arm': 'A',
    'a-heart': 'no',
    'a-stroke': 'no',
    rows: '4',
    'row-0-item': 'weight',
    'row-0-at': '2025-07-30T10:00',
    'row-0-value': '80',
    'row-1-item': 'height',
    'row-1-at': '2025-07-30T10:00',
    'row-1-value': '180',
    'row-2-item': 'neutrophils',
    'row-2-at': '2025-07-31T10:00',
    'row-2-value': '2.5',
    'row-3-item': 'consent',
    'row-3-at': '2025-07-29T10:00',
    ...more,
  }
}

test('38.0, 38.1 and no reading before the third injection give three answers, each with its reason', async () => {
  const example = (id: string, prefix = ''): Promise<Answered> =>
    answered(`${prefix}${anakinra}?version=listing&example=${id}`)
  const kept = (await example('j3-38.0')).text
  assert.match(kept, /Give: 28 mg/)
  assert.match(kept, /2 mg\/kg × 14\.0 kg = 28 mg/)
  assert.match(kept, /38\.0 °C is not above 38\.0 °C/)
  const raised = (await example('j3-38.1')).text
  assert.match(raised, /Give: 56 mg/)
  assert.match(raised, /4 mg\/kg × 14\.0 kg = 56 mg/)
  assert.match(raised, /38\.1 °C is above 38\.0 °C/)
  const held = (await example('j3-none')).text
  assert.match(held, /<p class="try-decision">Hold<\/p>/)
  assert.match(held, /Body temperature: not recorded/)
  assert.match(held, /Unknown holds, and never raises a dose/)
  assert.match((await example('j3-none', '/fr')).text, /<p class="try-decision">Attendre<\/p>/)
})

test('any other document is tried as well: body surface, a cap, an arm', async () => {
  const { status, text } = await answered(vidamab, patient())
  assert.equal(status, 200)
  assert.match(text, /75 mg\/m² × 2 m² = 150 mg/)
  assert.match(text, /200 mg \(by the protocol\): not reached/)
  assert.match(text, /It advises nobody/)
})

test('pounds are converted exactly and shown as they were written', async () => {
  const { text } = await answered(vidamab, patient({ 'row-0-value': '176.4 lb' }))
  assert.match(text, /written as 176\.4 lb/)
})

test('what cannot be read is said beside its field, and nothing is judged', async () => {
  for (const [more, field, said] of [
    [{ 'row-0-value': '-5' }, 'row-0-value', /must be from 30 kg to 250 kg/],
    [{ 'row-0-value': 'heavy' }, 'row-0-value', /This cannot be read/],
    [{ 'row-0-value': '' }, 'row-0-value', /Write a value/],
    [{ 'row-0-value': '5 cm' }, 'row-0-value', /cannot be converted to kg/],
    [{ 'row-0-at': '2025-02-29T10:00' }, 'row-0-at', /There is no such day or time/],
    [{ 'row-0-at': '' }, 'row-0-at', /Write when it was/],
    [{ 'row-0-item': 'nothing-such' }, 'row-0-item', /Choose what this line is about/],
    [{ 'a-birthDate': '1970-02-30' }, 'a-birthDate', /There is no such day or time/],
    [{ 'a-arm': 'C' }, 'a-arm', /Choose one of the answers/],
    [{ now: 'today' }, 'now', /There is no such day or time/],
    [{ now: '' }, 'now', /Write the day and time it is/],
    [{ 'row-0-value': '9'.repeat(200) }, 'row-0-value', /That is too long/],
  ] as const) {
    const { status, text } = await answered(vidamab, patient(more))
    assert.equal(status, 422, field)
    assert.match(text, new RegExp(`id="${field}-error"`))
    assert.match(text, said)
    assert.doesNotMatch(text, /try-result/)
  }
})

/** The example of 38.0 under the listing, as its form sends it; what is given is added. */
function child(more: Record<string, string>): Record<string, string> {
  return {
    version: 'listing',
    fields: 'listing',
    now: '2017-03-11T09:40',
    'a-birthDate': '2015-01-10',
    rows: '3',
    'row-0-item': 'consentSigned',
    'row-0-at': '2017-03-08T18:00',
    'row-1-item': 'injection',
    'row-1-at': '2017-03-09T09:00',
    'row-1-value': '28',
    'row-2-item': 'injection',
    'row-2-at': '2017-03-10T09:00',
    'row-2-value': '28',
    ...more,
  }
}

test('an adverse event starts the clock that its seriousness asks for, and what is not judged is asked', async () => {
  const event = {
    'event-0-name': 'rash',
    'event-0-at': '2017-03-10T20:00',
    'event-0-serious': 'lifeThreatening',
    'event-0-related': 'yes',
    'event-0-expected': 'no',
    'event-0-aware': '2017-03-11',
  }
  const { status, text } = await answered(anakinra, child(event))
  assert.equal(status, 200)
  assert.match(text, /1\. rash – /)
  assert.match(text, /18 March 2017/)
  assert.match(text, /<details class="try-answers" open ?> <summary>Adverse events/)
  const hospital = await answered(
    anakinra,
    child({ ...event, 'event-0-serious': 'hospitalisation' }),
  )
  assert.match(hospital.text, /26 March 2017/)
  const open = await answered(anakinra, child({ ...event, 'event-0-expected': '' }))
  assert.match(open.text, /Was it expected by the reference safety information: 1\. rash\?/)
})

test('a visit that was held is shown as done then', async () => {
  const held = { now: '2017-03-12T09:00', 'visit-V3': '2017-03-11T08:15' }
  const { status, text } = await answered(anakinra, child(held))
  assert.equal(status, 200)
  assert.match(text, /11 March 2017, 08:15/)
})

test('the version in force at the site when consent was signed is the one that judges', async () => {
  const dated = { version: 'by-date', 'from-listing': '2017-01-01' }
  const before = await answered(anakinra, child({ ...dated, 'from-report': '2017-03-09' }))
  assert.equal(before.status, 200)
  assert.match(before.text, /<option value="by-date" selected/)
  const titles = (text: string) => /By “([^”]+)”/.exec(text)?.[1]
  const after = await answered(anakinra, child({ ...dated, 'from-report': '2017-03-08' }))
  const alone = await answered(anakinra, child({ version: 'report' }))
  assert.equal(titles(after.text), titles(alone.text))
  assert.notEqual(titles(before.text), titles(after.text))
  assert.match(before.text, /Does this version apply to participants already in/)
})

test('what cannot be read of events, visits and amendments is said beside its field', async () => {
  for (const [more, field] of [
    [{ 'event-1-name': 'rash' }, 'event-1-at'],
    [{ 'event-0-at': '2017-02-30T10:00' }, 'event-0-at'],
    [{ 'event-0-at': '2017-03-10T20:00', 'event-0-aware': 'soon' }, 'event-0-aware'],
    [{ 'event-0-at': '2017-03-10T20:00', 'event-0-name': 'a'.repeat(200) }, 'event-0-name'],
    [{ 'event-0-at': '2017-03-10T20:00', 'event-0-related': 'perhaps' }, 'event-0-related'],
    [{ 'visit-V3': 'noon' }, 'visit-V3'],
    [{ version: 'by-date' }, 'from-listing'],
    [{ version: 'by-date', 'from-listing': '2017-13-01' }, 'from-listing'],
  ] as const) {
    const { status, text } = await answered(anakinra, child(more))
    assert.equal(status, 422, field)
    assert.match(text, new RegExp(`id="${field}-error"`))
    assert.doesNotMatch(text, /try-result/)
  }
})

test('a time that the clocks skipped or showed twice is asked about', async () => {
  const skipped = await answered(anakinra, { version: 'listing', now: '2017-03-26T02:30' })
  assert.match(skipped.text, /The clocks skipped this time/)
  const twice = await answered(anakinra, { version: 'listing', now: '2017-10-29T02:30' })
  assert.match(twice.text, /showed this time twice/)
})

test('more lines keep what was typed', async () => {
  const { status, text } = await answered(vidamab, patient({ more: 'yes' }))
  assert.equal(status, 200)
  assert.match(text, /name="row-6-item"/)
  assert.match(text, /name="row-0-value"[^>]*value="80"|value="80"[^>]*name="row-0-value"/)
  assert.doesNotMatch(text, /try-result/)
})

test('an empty, a foreign and a very large form are answered, and nothing is logged', async () => {
  assert.equal((await answered(vidamab, {})).status, 422)
  assert.equal((await answered(vidamab, { rows: '1e9', 'row-0-item': '<b>' })).status, 422)
  const json = await site.request(vidamab, { method: 'POST', body: '{"secret":1}' })
  assert.equal(json.status, 422)
  assert.equal((await answered(vidamab, { x: 'a'.repeat(1_000_000) })).status, 413)
  assert.equal((await answered('/protocols/NCT00000000/try', patient())).status, 404)
  assert.deepEqual(lines, [])
})
