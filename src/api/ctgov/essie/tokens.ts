import { type EssieFault, essieFault, shownInput } from './essie-fault.ts'

/** An operator that changes how or where what follows is looked for. */
export type ContextOperator = 'AREA' | 'SEARCH' | 'COVERAGE' | 'EXPANSION' | 'TILT'
/** An operator with brackets that is looked for itself. */
export type SourceOperator = 'RANGE' | 'DISTANCE'

/** Every operator with brackets, by each of its names. */
const operators: ReadonlyMap<string, ContextOperator | SourceOperator> = new Map([
  ['AREA', 'AREA'],
  ['SEARCH', 'SEARCH'],
  ['COVERAGE', 'COVERAGE'],
  ['COVER', 'COVERAGE'],
  ['EXPANSION', 'EXPANSION'],
  ['EXPAND', 'EXPANSION'],
  ['TILT', 'TILT'],
  ['RANGE', 'RANGE'],
  ['DISTANCE', 'DISTANCE'],
])

/** What an expression is written of. `written` is what a fault quotes. */
export type EssieToken =
  | { readonly kind: 'word' | 'quoted'; readonly text: string; readonly written: string }
  | { readonly kind: SignKind; readonly written: string }
  | {
      readonly kind: 'context'
      readonly operator: ContextOperator
      readonly inside: string
      readonly written: string
    }
  | {
      readonly kind: 'source'
      readonly operator: SourceOperator
      readonly inside: string
      readonly written: string
    }

/** A comma joins as AND does. `MISSING` and `ALL` are words where they stand among words, such as "MISSING teeth". */
type SignKind = 'open' | 'close' | 'comma' | 'AND' | 'OR' | 'NOT' | 'MISSING' | 'ALL' | 'end'

/** Cuts an expression into its tokens, the last of them `end`, in time that grows with its length alone. */
export function readTokens(text: string): readonly EssieToken[] | EssieFault {
  const tokens: EssieToken[] = []
  let at = 0
  for (;;) {
    at = skip(blanks, text, at)
    if (at >= text.length) break
    const read = tokenAt(text, at)
    if (!('end' in read)) return read
    tokens.push(read.token)
    at = read.end
  }
  return [...tokens, { kind: 'end', written: '<EOF>' }]
}

interface Read {
  readonly token: EssieToken
  readonly end: number
}

function tokenAt(text: string, at: number): Read | EssieFault {
  const sign = text[at] ?? ''
  const kind = signs.get(sign)
  if (kind) return { token: { kind, written: sign }, end: at + 1 }
  if (sign === '"') return quotedAt(text, at)
  if (sign === '[' || sign === ']') return strayBracket(sign)
  return operatorAt(text, at) ?? wordAt(text, at)
}

const signs: ReadonlyMap<string, SignKind> = new Map([
  ['(', 'open'],
  [')', 'close'],
  [',', 'comma'],
])

/** Brackets belong to operators: `COV[FullMatch]` taken for words would answer another question. */
function strayBracket(sign: string): EssieFault {
  return essieFault(
    `mismatched input '${sign}' expecting {<EOF>, '(', ',', 'NOT', 'AND', 'OR', 'SEARCH', 'AREA', 'RANGE', 'DISTANCE', 'TILT', 'COVERAGE', 'EXPANSION', 'MISSING', 'ALL', WORD, QUOTED}; for the sign itself write \\${sign} or quotes`,
  )
}

function quotedAt(text: string, at: number): Read | EssieFault {
  const end = skip(quotedLetters, text, at + 1)
  const written = text.slice(at, end + 1)
  if (text[end] !== '"') return essieFault(`token recognition error at: '${shownInput(written)}'`)
  return {
    token: { kind: 'quoted', text: unescaped(text.slice(at + 1, end)), written },
    end: end + 1,
  }
}

function operatorAt(text: string, at: number): Read | EssieFault | undefined {
  operatorStart.lastIndex = at
  const [start = '', name = '', opened] = operatorStart.exec(text) ?? []
  const operator = operators.get(name)
  if (!operator) return undefined
  if (opened === '(') return essieFault(`mismatched input '(' expecting '[' after ${name}`)
  const close = text.indexOf(']', at + start.length)
  if (close < 0) return essieFault(`missing ']' at '<EOF>'`)
  const inside = text.slice(at + start.length, close)
  const written = text.slice(at, close + 1)
  const end = close + 1
  if (operator === 'RANGE' || operator === 'DISTANCE')
    return { token: { kind: 'source', operator, inside, written }, end }
  return { token: { kind: 'context', operator, inside, written }, end }
}

function wordAt(text: string, at: number): Read {
  const end = Math.max(at + 1, skip(wordLetters, text, at))
  const written = text.slice(at, end)
  const sign = (['AND', 'OR', 'NOT', 'MISSING', 'ALL'] as const).find((kind) => kind === written)
  return {
    token: sign ? { kind: sign, written } : { kind: 'word', text: unescaped(written), written },
    end,
  }
}

const blanks = /\s*/y
const quotedLetters = /(?:[^"\\]|\\[^])*/y
/** A backslash takes its meaning from what follows it. */
const wordLetters = /(?:[^\s,()[\]"\\]|\\[^])*/y
const operatorStart = /([A-Z]+)\s*([[(])/y

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return at + (pattern.exec(text)?.[0].length ?? 0)
}

function unescaped(text: string): string {
  return text.replace(/\\([^])/g, '$1')
}
