import { readPlainDecimal } from './decimal.ts'
import { type Fraction, fractionOf, overFraction, timesFraction } from './fraction.ts'
import { type UnitAtom, unitAtoms, unitPrefixes } from './ucum-atoms.ts'

/** What a UCUM code means: a value in base units is `(value + plus) × factor`, and only equal dimensions convert. */
export interface UnitMeaning {
  readonly dimension: string
  readonly factor: Fraction
  readonly plus: Fraction
}

/**
 * Reads a UCUM code: `kg`, `mg/kg/d`, `10*9/L`, `/mm3`, `Cel`, `mL/min/{1.73_m2}`. A note in braces is part of what is
 * measured, so `{SD}` converts to nothing but itself. A ratio of like things (`mmol/mol`, `mg/g`) is not a plain number.
 * Undefined for what is not a code of UCUM, or not a unit that medicine writes: nothing is guessed.
 */
export function readUnitCode(code: string): UnitMeaning | undefined {
  if (code.length > longest) return undefined
  let meaning = meanings.get(code)
  if (meaning === undefined) {
    meaning = meaningOf(code) ?? null
    if (meanings.size < mostKept) meanings.set(code, meaning)
  }
  return meaning ?? undefined
}

interface Term {
  readonly factor: Fraction
  readonly bases: Readonly<Record<string, number>>
  readonly plus?: string
  /** The bases that were named at all, those that cancel too. */
  readonly named: readonly string[]
}

/** Notes that say only what is counted: `{cells}/uL` is `/uL`. */
const counting: ReadonlySet<string> = new Set(['cells', 'cell', 'count', '#'])
const longest = 60
const mostKept = 500
const meanings = new Map<string, UnitMeaning | null>()
const one: Fraction = { above: 1n, below: 1n }
const nothing: Fraction = { above: 0n, below: 1n }

function meaningOf(code: string): UnitMeaning | undefined {
  const parts = termsOf(code)
  if (!parts) return undefined
  // A special unit stands alone: a degree an hour is no temperature.
  const alone = parts.length === 1
  let whole: Term = { factor: one, bases: {}, named: [] }
  for (let at = 0; at < parts.length; at += 2) {
    const text = parts[at] ?? ''
    if (text === '' && at === 0) continue
    const term = readTerm(text)
    if (!term || (term.plus !== undefined && !alone)) return undefined
    const joined = join(whole, term, parts[at - 1] === '/' ? -1 : 1)
    if (!joined) return undefined
    whole = joined
  }
  const plus = whole.plus === undefined ? nothing : decimalFraction(whole.plus)
  return plus && { dimension: dimensionText(whole), factor: whole.factor, plus }
}

/** Terms and the signs between them, in turn; a sign inside a note is none. */
function termsOf(code: string): readonly string[] | undefined {
  const found = code.match(/[/.]|(?:[^/.{}]|\{[^{}]*\})+/g) ?? []
  if (found.join('') !== code) return undefined
  const parts = found[0] === '/' ? ['', ...found] : found
  return parts.length % 2 === 1 ? parts : undefined
}

function join(whole: Term, term: Term, sign: 1 | -1): Term | undefined {
  const factor =
    sign === 1 ? timesFraction(whole.factor, term.factor) : overFraction(whole.factor, term.factor)
  if (!factor) return undefined
  const bases: Record<string, number> = { ...whole.bases }
  for (const [base, power] of Object.entries(term.bases))
    bases[base] = (bases[base] ?? 0) + sign * power
  const named = [...whole.named, ...term.named]
  return { factor, bases, named, ...(term.plus !== undefined && { plus: term.plus }) }
}

/** One unit with its power and its note: `mm3`, `10*9`, `kg{dry}`, `{SD}`, `1`. */
function readTerm(text: string): Term | undefined {
  const [, unit = '', note] = /^([^{}]*)(?:\{([\x21-\x7a|~]+)\})?$/.exec(text) ?? []
  if (unit === '' && note === undefined) return undefined
  const plain = unit === '' ? { factor: one, bases: {}, named: [] } : readPlain(unit)
  if (!plain || note === undefined || counting.has(note)) return plain
  return { ...plain, bases: { ...plain.bases, [`{${note}}`]: 1 } }
}

function readPlain(text: string): Term | undefined {
  const [, tens] = /^10[*^](-?\d{1,2})$/.exec(text) ?? []
  if (tens !== undefined) return { factor: powerOfTen(Number(tens)), bases: {}, named: [] }
  if (/^[1-9]\d{0,5}$/.test(text))
    return { factor: { above: BigInt(text), below: 1n }, bases: {}, named: [] }
  const [, name = '', digits = '1'] = /^(.*?)([2-9]|-[1-9])?$/.exec(text) ?? []
  const found = findAtom(name)
  const factor = found && atomFactor(found.atom, found.tens)
  if (!found || !factor || (found.atom.plus !== undefined && digits !== '1')) return undefined
  const power = Number(digits)
  const raised = raise(factor, power)
  if (!raised) return undefined
  const bases = Object.fromEntries(
    Object.entries(found.atom.bases).map(([base, exponent]) => [base, exponent * power]),
  )
  const { plus } = found.atom
  return { factor: raised, bases, named: Object.keys(bases), ...(plus !== undefined && { plus }) }
}

function findAtom(name: string): { atom: UnitAtom; tens: number } | undefined {
  const whole = Object.hasOwn(unitAtoms, name) ? unitAtoms[name] : undefined
  if (whole) return { atom: whole, tens: 0 }
  for (const [prefix, tens] of Object.entries(unitPrefixes)) {
    const rest = name.slice(prefix.length)
    const atom = name.startsWith(prefix) && Object.hasOwn(unitAtoms, rest) && unitAtoms[rest]
    if (atom && atom.metric) return { atom, tens }
  }
  return undefined
}

function atomFactor(atom: UnitAtom, tens: number): Fraction | undefined {
  const above = decimalFraction(atom.above)
  const below = decimalFraction(atom.below ?? '1')
  const factor = above && below && overFraction(above, below)
  return factor && timesFraction(factor, powerOfTen(tens))
}

function decimalFraction(text: string): Fraction | undefined {
  const decimal = readPlainDecimal(text)
  return decimal && fractionOf(decimal)
}

function raise(factor: Fraction, power: number): Fraction | undefined {
  const size = BigInt(Math.abs(power))
  const raised = { above: factor.above ** size, below: factor.below ** size }
  return power < 0 ? overFraction(one, raised) : raised
}

function powerOfTen(tens: number): Fraction {
  const size = 10n ** BigInt(Math.abs(tens))
  return tens < 0 ? { above: 1n, below: size } : { above: size, below: 1n }
}

function dimensionText({ bases, named }: Term): string {
  const left = Object.entries(bases).filter(([, power]) => power !== 0)
  if (left.length === 0 && named.length > 0)
    return `ratio of ${[...new Set(named)].toSorted().join(', ')}`
  return left
    .map(([base, power]) => `${base}${power === 1 ? '' : `^${power}`}`)
    .toSorted()
    .join(' ')
}
