import { type EssieFault, essieFault, shownInput } from './essie-fault.ts'
import { type ContextOperator, type EssieToken, type SourceOperator, readTokens } from './tokens.ts'

/** An expression as it was meant: which operator holds which. */
export type EssieNode =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly EssieNode[] }
  | { readonly kind: 'not'; readonly part: EssieNode }
  | {
      readonly kind: 'context'
      readonly operator: ContextOperator
      readonly inside: string
      readonly part: EssieNode
    }
  | { readonly kind: 'source'; readonly operator: SourceOperator; readonly inside: string }
  | { readonly kind: 'missing' }
  /** `written` as `ALL` it may be a value, where a field has one of that name. */
  | { readonly kind: 'everything'; readonly written: string }
  | { readonly kind: 'term'; readonly text: string; readonly isQuoted: boolean }

/**
 * Reads an expression: words and what is looked for itself hold closest, then NOT and operators of context, then AND, then
 * OR. What stands side by side without an operator, and with a comma between, is joined as by AND; words side by side are one
 * term.
 */
export function readTree(text: string): EssieNode | EssieFault {
  const tokens = readTokens(text)
  if ('kind' in tokens) return tokens
  const reader = new TreeReader(tokens)
  const tree = reader.either(0)
  if (tree.kind === 'fault') return tree
  if (reader.next.kind === 'end') return tree
  return essieFault(`extraneous input '${shownInput(reader.next.written)}' expecting <EOF>`)
}

/** So deep may parentheses and operators hold one another. */
const mostLevels = 200

const expected = `{'(', 'NOT', 'SEARCH', 'AREA', 'RANGE', 'DISTANCE', 'TILT', 'COVERAGE', 'EXPANSION', 'MISSING', 'ALL', WORD, QUOTED}`

class TreeReader {
  readonly #tokens: readonly EssieToken[]
  #at = 0

  constructor(tokens: readonly EssieToken[]) {
    this.#tokens = tokens
  }

  get next(): EssieToken {
    return this.#tokens[this.#at] ?? { kind: 'end', written: '<EOF>' }
  }

  either(level: number): EssieNode | EssieFault {
    const parts: EssieNode[] = []
    do {
      const part = this.#both(level)
      if (part.kind === 'fault') return part
      parts.push(part)
    } while (this.#take('OR'))
    return joined('or', parts)
  }

  #both(level: number): EssieNode | EssieFault {
    const parts: EssieNode[] = []
    do {
      const part = this.#one(level)
      if (part.kind === 'fault') return part
      parts.push(part)
    } while (this.#take('AND') || this.#goesOn())
    return joined('and', parts)
  }

  /** Commas that join nothing are passed over. */
  #goesOn(): boolean {
    while (this.#take('comma'));
    return !endsParts.has(this.next.kind)
  }

  #one(level: number): EssieNode | EssieFault {
    while (this.#take('comma'));
    if (level > mostLevels)
      return essieFault(`parentheses and operators are nested more than ${mostLevels} levels deep`)
    const token = this.next
    switch (token.kind) {
      case 'NOT': {
        this.#at++
        const part = this.#one(level + 1)
        return part.kind === 'fault' ? part : { kind: 'not', part }
      }
      case 'context': {
        this.#at++
        const { operator, inside } = token
        const part = this.#one(level + 1)
        return part.kind === 'fault' ? part : { kind: 'context', operator, inside, part }
      }
      case 'open':
        this.#at++
        return this.#closed(this.either(level + 1))
      case 'source':
        this.#at++
        return { kind: 'source', operator: token.operator, inside: token.inside }
      case 'quoted':
        this.#at++
        return termOf(token.text, true, token.written)
      case 'word':
      case 'MISSING':
      case 'ALL':
        return this.#words()
      case 'close':
      case 'AND':
      case 'OR':
      case 'comma':
      case 'end':
        return essieFault(`mismatched input '${shownInput(token.written)}' expecting ${expected}`)
    }
  }

  #closed(node: EssieNode | EssieFault): EssieNode | EssieFault {
    if (node.kind === 'fault' || this.#take('close')) return node
    const last = this.#tokens[this.#at - 1]?.written ?? ''
    return essieFault(
      `no viable alternative at input '${shownInput(last)}'\nmissing ')' at '${shownInput(this.next.written)}'`,
    )
  }

  /** Words side by side; `MISSING` and `ALL` alone are operators. */
  #words(): EssieNode | EssieFault {
    const first = this.next
    const words: string[] = []
    for (let token = first; ; token = this.next) {
      if (token.kind === 'word') words.push(token.text)
      else if (token.kind === 'MISSING' || token.kind === 'ALL') words.push(token.written)
      else if (token.kind !== 'comma' || !this.#isOneValue()) break
      this.#at++
    }
    const text = words.join(' ')
    if (words.length === 1 && first.kind === 'MISSING') return { kind: 'missing' }
    if (words.length === 1 && (first.kind === 'ALL' || first.written === '*'))
      return { kind: 'everything', written: text }
    return termOf(text, false, text)
  }

  /** A comma within a value: `Active, not recruiting`, and lists of numbers of studies. */
  #isOneValue(): boolean {
    const [before, , after, then] = this.#tokens
      .slice(this.#at - 1, this.#at + 3)
      .map(({ written }) => written.toLowerCase())
    if (before === 'active') return after === 'not' && then === 'recruiting'
    return isNumber(before) && isNumber(after)
  }

  #take(kind: EssieToken['kind']): boolean {
    if (this.next.kind !== kind) return false
    this.#at++
    return true
  }
}

const endsParts: ReadonlySet<EssieToken['kind']> = new Set(['end', 'close', 'OR'])

function isNumber(written: string | undefined): boolean {
  return written !== undefined && /^nct\d{1,20}$/.test(written)
}

/** Signs alone ask for nothing that could be found. */
function termOf(text: string, isQuoted: boolean, written: string): EssieNode | EssieFault {
  if (/[\p{L}\p{N}]/u.test(text)) return { kind: 'term', text, isQuoted }
  return essieFault(`no viable alternative at input '${shownInput(written)}'`)
}

function joined(kind: 'and' | 'or', parts: readonly EssieNode[]): EssieNode {
  const [only] = parts
  return only && parts.length === 1 ? only : { kind, parts }
}
