/**
 * What a person typed in a box, as a tree: words, "phrases", prefix*, OR, AND, NOT, -word, ( ).
 * Precedence: NOT, then AND (also unwritten), then OR. Operators are upper case; "and" is a word.
 */
export type Expression =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'all'; readonly parts: readonly Expression[] }
  | { readonly kind: 'any'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly part: Expression }

/** What came out of reading a typed text. */
export interface ParsedExpression {
  /** Undefined when there is nothing to search for. */
  readonly expression: Expression | undefined
  /** True when the text could not be read as an expression and all of it is taken as words. */
  readonly asWords: boolean
}

/** Reads any text; what is not an expression is taken as words. Never throws. */
export function parseExpression(text: string): ParsedExpression {
  const clean = cleanText(text)
  const tokens = lex(clean)
  if (tokens) {
    const parser = new Parser(tokens)
    const expression = parser.parse()
    if (!parser.failed) return { expression, asWords: false }
  }
  const words = wordsOf(clean).slice(0, limits.words)
  const expression: Expression | undefined = words.length > 0 ? { kind: 'words', words } : undefined
  return { expression, asWords: true }
}

/** Bounds on one expression: enough for a systematic review, too little to hurt. */
export const limits = {
  words: 64,
  prefixes: 8,
  depth: 10,
  prefixLetters: 3,
  letters: 4000,
} as const

function cleanText(text: string): string {
  return text
    .toWellFormed()
    .slice(0, limits.letters)
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/[“”„«»]/g, '"')
    .trim()
}

type Token =
  | { readonly kind: 'word' | 'phrase' | 'prefix'; readonly text: string }
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' }

/** Undefined when quotes are not closed. */
function lex(text: string): Token[] | undefined {
  const found: Token[] = []
  const pattern = /"([^"]*)"?|([()])|(?<![\p{L}\p{N}])(-)(?=[\p{L}\p{N}"(])|[^\s()"]+/gu
  if ((text.match(/"/g)?.length ?? 0) % 2 === 1) return undefined
  for (const match of text.matchAll(pattern)) found.push(...tokenOf(match))
  return found
}

function tokenOf(match: RegExpMatchArray): Token[] {
  const [whole, phrase, bracket, minus] = match
  if (phrase !== undefined) return hasWord(phrase) ? [{ kind: 'phrase', text: phrase }] : []
  if (bracket) return [{ kind: bracket === '(' ? 'open' : 'close' }]
  if (minus || whole === 'NOT') return [{ kind: 'not' }]
  if (whole === 'OR' || whole === '|') return [{ kind: 'or' }]
  if (whole === 'AND' || whole === '&') return [{ kind: 'and' }]
  if (isPrefix(whole)) return [{ kind: 'prefix', text: whole.replace(/\*+$/, '') }]
  return hasWord(whole) ? [{ kind: 'word', text: whole }] : []
}

function isPrefix(word: string): boolean {
  return /^[\p{L}\p{N}]+\*+$/u.test(word) && word.replace(/\*+$/, '').length >= limits.prefixLetters
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => hasWord(word) && !/^(?:AND|OR|NOT)$/.test(word))
}

class Parser {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0
  #words = 0
  #prefixes = 0
  failed = false

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  parse(): Expression | undefined {
    if (this.#tokens.length === 0) return undefined
    const expression = this.#any()
    if (this.#at < this.#tokens.length) this.failed = true
    if (this.#words > limits.words || this.#prefixes > limits.prefixes) this.failed = true
    if (expression && isOnlyNegative(expression)) return { kind: 'all', parts: [expression] }
    return expression
  }

  #any(): Expression | undefined {
    const parts = [this.#all()]
    while (this.#take('or')) parts.push(this.#all())
    return this.#join('any', parts)
  }

  #all(): Expression | undefined {
    const parts: (Expression | undefined)[] = [this.#one()]
    for (;;) {
      if (this.#take('and')) parts.push(this.#one())
      else if (this.#startsPart()) parts.push(this.#one())
      else return this.#join('all', joinWords(parts))
    }
  }

  #one(): Expression | undefined {
    let negative = false
    while (this.#take('not')) negative = !negative
    const part = this.#atom()
    return negative && part ? { kind: 'not', part } : part
  }

  #atom(): Expression | undefined {
    const token = this.#tokens[this.#at]
    if (!token) return this.#fail()
    this.#at++
    switch (token.kind) {
      case 'word':
        this.#words++
        return { kind: 'words', words: [token.text] }
      case 'phrase':
        this.#words += token.text.split(' ').length
        return { kind: 'phrase', text: token.text }
      case 'prefix':
        this.#prefixes++
        return { kind: 'prefix', prefix: token.text }
      case 'open':
        return this.#group()
      case 'and':
      case 'or':
      case 'not':
      case 'close':
        return this.#fail()
    }
  }

  #group(): Expression | undefined {
    if (++this.#depth > limits.depth) return this.#fail()
    const inner = this.#any()
    if (!this.#take('close')) return this.#fail()
    this.#depth--
    return inner
  }

  #startsPart(): boolean {
    const kind = this.#tokens[this.#at]?.kind
    return kind !== undefined && kind !== 'or' && kind !== 'close' && kind !== 'and'
  }

  #take(kind: Token['kind']): boolean {
    if (this.#tokens[this.#at]?.kind !== kind) return false
    this.#at++
    return true
  }

  #join(kind: 'all' | 'any', parts: readonly (Expression | undefined)[]): Expression | undefined {
    const present = parts.filter((part) => part !== undefined)
    if (present.length < parts.length) this.failed = true
    return present.length === 1 ? present[0] : { kind, parts: present }
  }

  #fail(): undefined {
    this.failed = true
    this.#at = this.#tokens.length
    return undefined
  }
}

/** Words side by side are kept together, so that the name of a disease can be recognised in them. */
function joinWords(parts: readonly (Expression | undefined)[]): (Expression | undefined)[] {
  const joined: (Expression | undefined)[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part?.kind === 'words' && last?.kind === 'words')
      joined[joined.length - 1] = { kind: 'words', words: [...last.words, ...part.words] }
    else joined.push(part)
  }
  return joined
}

function isOnlyNegative(expression: Expression): boolean {
  return expression.kind === 'not'
}
