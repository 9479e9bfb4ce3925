import { hash } from 'node:crypto'
import { z } from 'zod'
import { remembering } from '../../../base/lru.ts'
import type { Fact } from '../facts/fact.ts'
import { isQuantityProblem, readQuantity } from '../quantity/quantity.ts'
import { readMoment } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'
import { contentText } from './content-text.ts'
import { ExactNumber, type ExactValue } from './exact-json.ts'
import type { FactFault } from './fact-fault.ts'

/** Names and numbers: nothing that cannot be seen, no space at an end, so that two that look alike are one. */
const name = z
  .string()
  .min(1)
  .max(200)
  .regex(/^(?![\s])[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*(?<!\s)$/u)
const words = z.string().max(10_000)
const value = z.union([words, z.boolean(), z.null()])

/** A line of a file of facts. Numbers come here as the text they were written as. */
export const factShape = z.strictObject({
  id: name.exactOptional(),
  item: name,
  value,
  unit: name.exactOptional(),
  site: name.exactOptional(),
  method: name.exactOptional(),
  at: name,
  recordedAt: name.exactOptional(),
  recordedBy: name.exactOptional(),
  corrects: name.exactOptional(),
  reason: words.exactOptional(),
  visit: name.exactOptional(),
  participant: name.exactOptional(),
  studySite: name.exactOptional(),
  details: z.record(name, value).exactOptional(),
})

type WrittenFact = z.infer<typeof factShape>

/**
 * The fact that an object of a file is, or everything that is wrong with it. `zone` is where the clock hung that times
 * without an offset were read from. A fact without an id gets one that depends on its content alone.
 */
export function readFact(
  read: ExactValue,
  zone?: string,
): { readonly fact: Fact } | { readonly faults: readonly FactFault[] } {
  if (typeof read !== 'object' || read === null || Array.isArray(read) || isNumber(read))
    return { faults: [{ kind: 'not an object' }] }
  const checked = factShape.safeParse(withTexts(read))
  if (!checked.success) {
    const keys = new Set(Object.keys(read))
    return { faults: checked.error.issues.flatMap((issue) => faultsOfShape(issue, keys)) }
  }
  return withExactParts(checked.data, zone)
}

function isNumber(value: ExactValue): value is ExactNumber {
  return value instanceof ExactNumber
}

/** Numbers as their text, on the two levels that a fact has. */
function withTexts(value: ExactValue): unknown {
  if (isNumber(value)) return value.text
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withTexts(part)]))
}

function withExactParts(
  written: WrittenFact,
  zone?: string,
): { readonly fact: Fact } | { readonly faults: readonly FactFault[] } {
  const faults: FactFault[] = []
  const at = exactTime('at', written.at, zone, faults)
  const recordedAt =
    written.recordedAt === undefined
      ? undefined
      : exactTime('recordedAt', written.recordedAt, zone, faults)
  const read = exactNumber(written, faults)
  if (faults.length > 0) return { faults }
  const content = { ...written, value: read, at, ...(recordedAt && { recordedAt }) }
  return { fact: { ...content, id: written.id ?? idOf(content) } }
}

/** The time with its offset. */
function exactTime(
  key: string,
  text: string,
  zone: string | undefined,
  faults: FactFault[],
): string {
  const moment = momentOf({ text, zone })
  if (isTimeProblem(moment)) {
    faults.push({ kind: 'time', key, why: moment })
    return text
  }
  const { instant } = moment
  if (zone === undefined || instant === undefined || hasOffset.test(text)) return text
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' })
}

/** Many facts are of one moment. */
const momentOf = remembering(
  1000,
  ({ text, zone }: { readonly text: string; readonly zone: string | undefined }) =>
    `${zone} ${text}`,
  ({ text, zone }) => readMoment(text, zone),
)

const hasOffset = /T.*(?:Z|[+-]\d{2}(?::?\d{2})?)$/

/** What has a unit is a number, unless it says that there is none. */
function exactNumber({ value, unit }: WrittenFact, faults: FactFault[]): WrittenFact['value'] {
  if (unit === undefined || typeof value !== 'string' || noValue.has(value)) return value
  const quantity = readQuantity(value, unit)
  if (!isQuantityProblem(quantity)) return quantity.value
  faults.push({ kind: 'value', why: quantity })
  return value
}

const noValue: ReadonlySet<string> = new Set(['none', 'not applicable'])

/** The same content in the same words has the same id, whoever sends it and in whatever order its keys stand. */
function idOf(content: object): string {
  return `f-${hash('sha256', contentText(content)).slice(0, 20)}`
}

function faultsOfShape(issue: z.core.$ZodIssue, keys: ReadonlySet<string>): FactFault[] {
  const key = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') return issue.keys.map((unknown) => unknownKey(unknown))
  if (issue.code === 'too_small') return [{ kind: 'empty', key }]
  if (issue.code === 'too_big')
    return [{ kind: 'too many letters', key, most: Number(issue.maximum) }]
  if (issue.code === 'invalid_format' || issue.code === 'invalid_key')
    return [{ kind: 'hidden sign', key }]
  return [{ kind: keys.has(String(issue.path[0])) ? 'wrong type' : 'missing key', key }]
}

function unknownKey(key: string): FactFault {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]|s$/g, '')
  const meant = Object.keys(factShape.shape).find((known) => plain(known) === plain(key))
  const other = otherNames.get(key.toLowerCase())
  const found = meant ?? other
  return { kind: 'unknown key', key, ...(found !== undefined && { meant: found }) }
}

/** What others call the keys of a fact. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['date', 'at'],
  ['time', 'at'],
  ['when', 'at'],
  ['datetime', 'at'],
  ['timestamp', 'at'],
  ['units', 'unit'],
  ['uom', 'unit'],
  ['name', 'item'],
  ['code', 'item'],
  ['subject', 'participant'],
  ['patient', 'participant'],
  ['result', 'value'],
  ['by', 'recordedBy'],
  ['author', 'recordedBy'],
  ['comment', 'reason'],
])
