import assert from 'node:assert/strict'
import { createReadStream, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { writeHistories } from '../../../testing/history-files.ts'
import type { Fact } from '../facts/fact.ts'
import { gatherFacts } from '../read/gather-facts.ts'
import { readDocumentBytes } from '../read/read-document-bytes.ts'
import { readFactLines } from '../read/read-fact-lines.ts'
import { readProtocol } from '../read/read-protocol.ts'
import { state } from '../state.ts'
import type { DoseDecision } from '../state/answers.ts'

const { folder, histories } = writeHistories()
after(() => rmSync(folder, { recursive: true }))

const file = join(import.meta.dirname, '../../../../data/protocols/NCT02390596.report.json')
const document = readDocumentBytes(readFileSync(file))
const read = 'value' in document ? readProtocol(document.value) : document
assert.ok('protocol' in read)
const { protocol } = read

/** A child with every criterion met, 14 kg, and nothing given yet. */
const { participants } = await gatherFacts(
  readFactLines(createReadStream(histories[0]?.facts ?? '')),
)
const screened = participants.get(undefined) ?? []

let number = 0
const fact = (item: string, value: string | null, at: string, more: Partial<Fact> = {}): Fact => ({
  id: `n${number++}`,
  item,
  value,
  at,
  ...more,
})
const injection = (value: string | null, at: string, unit = 'mg') =>
  fact('injection', value, at, { unit })
const temperature = fact('temperature', '37.1', '2017-03-10T09:30+01:00', { unit: 'Cel' })

function next(facts: readonly Fact[], now = '2017-03-10T09:40+01:00'): DoseDecision {
  const [decision] = state([{ protocol }], [...screened, ...facts], now).nextDoses
  assert.ok(decision)
  return decision
}

const isHeld = ({ kind, because, asks, dose }: DoseDecision): boolean =>
  kind === 'hold' &&
  dose === undefined &&
  asks.length > 0 &&
  because.some(({ type }) => type === 'dose not settled')

test('a dose that cannot be read may have been given: the next one waits', () => {
  const at = '2017-03-09T10:00+01:00'
  assert.equal(next([injection('28', at), temperature]).kind, 'give')
  assert.equal(next([injection('0.028', at, 'g'), temperature]).kind, 'give')
  for (const unread of [
    injection('0.19', at, 'mL'),
    injection('28000', at),
    injection('one syringe', at),
    injection(null, at),
    injection('28', '2017-03-19T10:00+01:00'),
  ])
    assert.ok(isHeld(next([unread, temperature])), JSON.stringify(unread))
})

test('a record that a correction has put right holds nothing', () => {
  const wrong = injection('0.19', '2017-03-09T10:00+01:00', 'mL')
  const right = { ...injection('28', wrong.at), corrects: wrong.id }
  assert.equal(next([wrong, right, temperature]).kind, 'give')
})

test('two amounts at one moment hold the next dose, the same one twice does not', () => {
  const at = '2017-03-09T10:00+01:00'
  assert.ok(isHeld(next([injection('28', at), injection('56', at), temperature])))
  assert.equal(next([injection('28', at), injection('28.0', at), temperature]).kind, 'give')
})

test('a dose known by its day alone holds until a day has surely passed', () => {
  const yesterday = injection('28', '2017-03-09')
  const held = next([yesterday, temperature])
  assert.ok(isHeld(held))
  assert.deepEqual(
    held.because.map(({ type }) => type),
    ['dose not settled'],
  )
  // Without a temperature of the day it is held for both.
  assert.deepEqual(
    next([yesterday]).because.map(({ type }) => type),
    ['rule unknown', 'dose not settled'],
  )
  const later = fact('temperature', '37.1', '2017-03-11T09:30+01:00', { unit: 'Cel' })
  assert.equal(next([yesterday, temperature, later], '2017-03-11T09:40+01:00').kind, 'give')
})

test('of two weights of one day neither is chosen where the source is silent', () => {
  const weight = (value: string, unit: string) =>
    fact('bodyWeight', value, '2017-03-08T19:00+01:00', { unit })
  const now = '2017-03-09T09:00+01:00'
  const { kind, options } = next([weight('14.2', 'kg')], now)
  assert.deepEqual([kind, options.map(({ amount }) => amount.value)], ['hold', ['28', '28.4']])
  assert.equal(next([weight('14000', 'g')], now).kind, 'give')
})

test('a child who was treated against a criterion is asked about before the next dose', () => {
  const given = injection('28', '2017-03-09T10:00+01:00')
  const found = { ...fact('diabetes', null, '2017-03-08T18:00+01:00'), value: true }
  const facts = [...screened.filter(({ item }) => item !== 'diabetes'), given, temperature, found]
  const [decision] = state([{ protocol }], facts, '2017-03-10T09:40+01:00').nextDoses
  assert.deepEqual(
    [decision?.kind, decision?.because.map(({ type }) => type), decision?.asks.length],
    ['hold', ['not eligible'], 1],
  )
})

test('consent that was withdrawn and signed again is asked about; treatment does not go on by itself', () => {
  const given = injection('28', '2017-03-09T10:00+01:00')
  const withdrawn = fact('consentWithdrawn', 'by the mother', '2017-03-09T15:00+01:00')
  assert.equal(next([given, withdrawn, temperature]).kind, 'refuse')
  const again = fact('consentSigned', 'both parents', '2017-03-10T08:00+01:00')
  const { kind, asks, dose } = next([given, withdrawn, again, temperature])
  assert.deepEqual([kind, asks.length, dose], ['hold', 1, undefined])
  const all = [...screened, given, withdrawn, again, temperature]
  const { questions } = state([{ protocol }], all, '2017-03-10T09:40+01:00')
  const own = questions.find(({ id }) => id === asks[0])
  assert.deepEqual([own?.type, own?.facts, own?.blocks], ['no rule', [again.id], true])
  const twice = fact('consentWithdrawn', 'by the mother', '2017-03-10T08:30+01:00')
  assert.equal(next([given, withdrawn, again, twice, temperature]).kind, 'refuse')
})
