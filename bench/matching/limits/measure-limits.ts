import { readFileSync } from 'node:fs'
import { clean } from '../../../src/finder/eligibility/clean.ts'
import type { Bound } from '../../../src/finder/eligibility/comparisons.ts'
import { compareDecimals, readDecimal } from '../../../src/finder/eligibility/decimal.ts'
import { readCriterion } from '../../../src/finder/eligibility/readings.ts'
import { dimensionOf, inBase } from '../../../src/finder/eligibility/ucum.ts'

/** One limit as a reader annotated it; `README.md` has the rules. */
interface Annotated {
  readonly kind: 'value' | 'time' | 'count'
  readonly measure: string
  readonly op: string
  readonly low?: string
  readonly high?: string
  readonly lowOp?: string
  readonly highOp?: string
  readonly unit: string
  readonly lowUnit?: string
  readonly doubt?: boolean
}

interface Line {
  readonly text: string
  readonly limits: readonly Annotated[]
}

/** How many limits of one kind there are, how many were read right, and how many were read. */
interface LimitFigures {
  readonly kind: string
  readonly annotated: number
  readonly right: number
  readonly read: number
}

/** One limit, as annotated or as read: what is limited, and between which values. */
interface Limit {
  readonly kind: 'value' | 'time'
  readonly names: readonly string[]
  readonly min?: Bound
  readonly max?: Bound
  readonly unit: string
  readonly doubt?: boolean
}

/** Holds the reading of criteria against the annotated lines; `say` gets each line that is not read right. */
export function measureLimits(say: (text: string) => void = () => undefined): LimitFigures[] {
  const file = new URL('./lines.json', import.meta.url)
  const lines = JSON.parse(readFileSync(file, 'utf8')) as readonly Line[]
  const counts = {
    value: { annotated: 0, right: 0, read: 0 },
    time: { annotated: 0, right: 0, read: 0 },
  }
  for (const { text, limits } of lines) {
    const wanted = limits.flatMap(limitOf)
    const left = limitsRead(text)
    for (const limit of wanted) {
      const at = left.findIndex((one) => isSame(one, limit))
      const [found] = at < 0 ? [] : left.splice(at, 1)
      if (limit.doubt) continue
      counts[limit.kind].annotated++
      if (found) {
        counts[limit.kind].right++
        counts[limit.kind].read++
      } else say(`missed ${shown(limit)}\n  in ${text}`)
    }
    for (const limit of left) {
      if (wanted.some((one) => one.doubt)) continue
      counts[limit.kind].read++
      say(`wrong ${shown(limit)}\n  in ${text}`)
    }
  }
  return Object.entries(counts).map(([kind, figures]) => ({ kind, ...figures }))
}

/** The figures as a section of the page. */
export function limitSection(figures: readonly LimitFigures[]): string {
  const sum = (pick: (one: LimitFigures) => number) =>
    figures.reduce((all, one) => all + pick(one), 0)
  const all = {
    kind: 'all',
    annotated: sum((one) => one.annotated),
    right: sum((one) => one.right),
    read: sum((one) => one.read),
  }
  const rows = [...figures, all].map(
    ({ kind, annotated, right, read }) =>
      `| ${kind} | ${annotated} | ${read} | ${(right / annotated).toFixed(3)} | ${(right / read).toFixed(3)} |`,
  )
  return `## Limits with a number

300 lines drawn by chance from the records and annotated by hand before the rules were changed (bench/matching/limits).
A limit is right when measure, bounds and unit are; of a time, its length. What the annotation calls doubtful is not counted.

| kind | annotated | read | recall | precision |
|---|---|---|---|---|
${rows.join('\n')}
`
}

/** Counts of events are not read as limits, so they are not counted. */
function limitOf({ kind, measure, op, low, high, unit, doubt, ...ends }: Annotated): Limit[] {
  if (kind === 'count') return []
  const isOpen = (end: string | undefined) => end === '>' || end === '<'
  const bound = (value: string | undefined, end: string | undefined): Bound | undefined =>
    value === undefined ? undefined : { value, inclusive: !isOpen(end ?? op) }
  const min = bound(low, ends.lowOp)
  const max = op === '=' ? min : bound(high, ends.highOp)
  if (ends.lowUnit !== undefined && min && max) {
    const one = { kind, names: [measure], ...(doubt && { doubt }) }
    return [
      { ...one, min, unit: ends.lowUnit },
      { ...one, max, unit },
    ]
  }
  return [
    {
      kind,
      names: [measure],
      ...(min && { min }),
      ...(max && { max }),
      unit,
      ...(doubt && { doubt }),
    },
  ]
}

/** What is read of a line; "> 30 and < 700", two readings of one measure, is one limit. */
function limitsRead(text: string): Limit[] {
  const joined: Limit[] = []
  for (const limit of readings(text)) {
    const last = joined.at(-1)
    const goesOn =
      last?.kind === 'value' && limit.kind === 'value' && last.names.join() === limit.names.join()
    if (goesOn && last.min && !last.max && limit.max && !limit.min && last.unit === limit.unit)
      joined[joined.length - 1] = { ...last, max: limit.max }
    else joined.push(limit)
  }
  return joined
}

function readings(text: string): Limit[] {
  return readCriterion({ text: clean(text) }).flatMap((reading): Limit[] => {
    if (reading.type !== 'age' && reading.type !== 'measure' && reading.type !== 'time') return []
    // No number stands there.
    if (reading.rule === 'age-group@1') return []
    const { min, max, unit } = reading
    if (!min && !max) return []
    const bounds = { ...(min && { min }), ...(max && { max }), unit }
    if (reading.type === 'age') return [{ kind: 'value', names: ['age'], ...bounds }]
    if (reading.type === 'time') return [{ kind: 'time', names: [], ...bounds }]
    if (reading.name) return [{ kind: 'value', names: [reading.name], ...bounds }]
    return reading.codes.map((code) => ({ kind: 'value', names: namesOf(code), ...bounds }))
  })
}

/** What a reader calls a measure, by our code, where the two differ by more than spelling. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  clearance: ['creatinine clearance'],
  egfr: ['gfr', 'egfr'],
  temperature: ['body temperature', 'fever'],
  systolicPressure: ['systolic blood pressure'],
  diastolicPressure: ['diastolic blood pressure'],
  ejectionFraction: ['lvef', 'ejection fraction'],
  neutrophils: ['neutrophils', 'granulocytes'],
  wbc: ['leukocytes'],
  whiteCells: ['leukocytes'],
  pulse: ['heart rate'],
  glucose: ['glucose', 'fasting glucose'],
  qt: ['qtc'],
  ecog: ['ecog', 'swog performance status'],
  ckdStage: ['ckd stage'],
}

function namesOf(code: string): readonly string[] {
  return otherNames[code] ?? [code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`), code]
}

/** The same measure, bounds and unit. Of a time only the length is compared: what it is counted from is words. */
function isSame(read: Limit, wanted: Limit): boolean {
  if (read.kind !== wanted.kind) return false
  if (read.kind === 'value' && !wanted.names.some((name) => isNamed(read.names, name))) return false
  return (
    isSameBound(read.min, read.unit, wanted.min, wanted.unit) &&
    isSameBound(read.max, read.unit, wanted.max, wanted.unit)
  )
}

function isNamed(names: readonly string[], name: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z\d]/g, '')
  return names.some(
    (one) => plain(one) === plain(name) || plain(one).includes(plain(name)) || shareWord(one, name),
  )
}

/** A measure of the line's own words has another name in the annotation: one telling word is shared. */
function shareWord(one: string, name: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[a-z]{3,}/g) ?? []
  const wanted = new Set(words(name))
  const initials = words(name)
    .map(([letter]) => letter)
    .join('')
  return (
    words(one).some((word) => wanted.has(word)) || one.toLowerCase().split(' ').includes(initials)
  )
}

function isSameBound(
  one: Bound | undefined,
  unit: string,
  other: Bound | undefined,
  otherUnit: string,
): boolean {
  if (!one || !other) return one === other
  const [a, b] = [readDecimal(one.value), readDecimal(other.value)]
  if (!a || !b) return false
  const plain = otherUnit === '' || unit === otherUnit || dimensionOf(unit) === undefined
  const first = plain ? a : inBase(a, unit)
  const second = plain ? b : inBase(b, otherUnit)
  if (!first || !second || (!plain && dimensionOf(unit) !== dimensionOf(otherUnit))) return false
  return compareDecimals(first, second) === 0 && one.inclusive === other.inclusive
}

function shown({ kind, names, min, max, unit }: Limit): string {
  const end = (bound: Bound | undefined, sign: string) =>
    bound ? ` ${sign}${bound.inclusive ? '=' : ''} ${bound.value}` : ''
  return `${kind} ${names.join('/')}${end(min, '>')}${end(max, '<')} ${unit}`
}
