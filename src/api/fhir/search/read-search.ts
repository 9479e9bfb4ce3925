import type { Where } from '../../../finder/catalogue/model/where.ts'
import { type FhirFault, faultOfOne, type Issue } from '../protocol/outcome.ts'
import {
  type ControlParameter,
  isControlName,
  readCount,
  readElements,
  readStudySort,
  readSummary,
  readTotal,
  silentParameters,
  usualCount,
} from './control-parameters.ts'
import { findsNothing } from './meaning.ts'
import { shown, unknownCode, unknownSystem } from './unknown-code.ts'
import { readSearchCursor } from './page-token.ts'
import { readSearchValue } from './read-value.ts'
import { modifiersOf, type Modifier, type SearchParameter } from './search-parameter.ts'
import type { SearchRequest } from './search-request.ts'
import { splitAt } from './split-value.ts'

/** What a search is read with. */
export interface FhirSearchOptions {
  readonly parameters: readonly SearchParameter[]
  /** `Prefer: handling=strict`: what is not known is refused. */
  readonly isStrict: boolean
}

/**
 * Reads a search. What cannot be read is a fault that says what to do; what is not known is left out and told, or refused where that
 * is wanted. Never throws.
 */
export function readStudySearch(
  given: readonly (readonly [name: string, value: string])[],
  { parameters, isStrict }: FhirSearchOptions,
): SearchRequest | FhirFault {
  if (given.length > mostParameters)
    return faultOfOne(400, 'too-costly', `A search has at most ${mostParameters} parameters.`)
  const reading = new Reading(parameters)
  for (const [written, value] of given) {
    const name = written.replace(includedAgain, '$1')
    if (value.trim() === '' || silentParameters.has(name)) continue
    const fault = isControlName(name)
      ? reading.control(name, value)
      : reading.criterion(name, value)
    if (fault) return fault
  }
  const [unknown] = reading.unused
  if (isStrict && unknown)
    return { status: 400, issues: [asError(unknown), ...reading.unused.slice(1).map(asError)] }
  return reading.request()
}

/** `sponsor:Organization.name` is `sponsor.name`, with the type of what is referred to. */
const typedChain = /^(\w+):(?:Organization|Location|Practitioner)\./

/** What is included of what is included is contained as well. */
const includedAgain = /^(_(?:rev)?include):(?:iterate|recurse)$/

const mostParameters = 100
const mostValues = 1_000
/** Longer than any title or name; and of all words together, which are looked for one by one. */
const mostLettersEach = 1_000
const mostLetters = 4_000

/** The ways of reading in which each word is looked for. */
const byWords: ReadonlySet<string> = new Set(['text', 'named', 'string', 'anywhere', 'country'])

const tooManyWords = faultOfOne(
  400,
  'too-costly',
  `A value has at most ${mostLettersEach} letters, and all words together ${mostLetters}.`,
)

function asError(issue: Issue): Issue {
  return { ...issue, severity: 'error' }
}

class Reading {
  readonly #parameters: readonly SearchParameter[]
  readonly #filters: Where[] = []
  readonly #ranking: Where[] = []
  /** What decides which studies there are, and in which order. */
  readonly #asked: (readonly [string, string])[] = []
  readonly #shown: (readonly [string, string])[] = []
  readonly unused: Issue[] = []
  /** Of what was used, why it may not find what was meant. */
  readonly #hints: Issue[] = []
  #count = usualCount
  #counts: SearchRequest['counts'] = 'whereQuick'
  #summary: SearchRequest['summary'] = 'false'
  #elements: readonly string[] = []
  #sort: SearchRequest['sort'] = []
  #cursor: string | undefined
  #values = 0
  #letters = 0

  constructor(parameters: readonly SearchParameter[]) {
    this.#parameters = parameters
  }

  criterion(given: string, value: string): FhirFault | undefined {
    const [name = '', modifier, ...more] = given.replace(typedChain, '$1.').split(':')
    const parameter = this.#parameters.find((one) => one.name === name)
    if (!parameter || more.length > 0) return this.#leaveOut(given)
    const known = modifiersOf(parameter).find((one) => one === modifier)
    if (modifier !== undefined && known === undefined) return wrongModifier(parameter, modifier)
    return this.#read(parameter, known, value)
  }

  #read(
    parameter: SearchParameter,
    modifier: Modifier | undefined,
    value: string,
  ): FhirFault | undefined {
    const { name, means } = parameter
    const parts: Where[] = []
    for (const one of splitAt(value, ',')) {
      if (one.trim() === '') continue
      if (++this.#values > mostValues)
        return faultOfOne(400, 'too-costly', `A search has at most ${mostValues} values.`)
      if (byWords.has(means.kind)) this.#letters += one.length
      if (one.length > mostLettersEach || this.#letters > mostLetters) return tooManyWords
      const read = readSearchValue(means, modifier, one)
      if ('problem' in read) return wrongValue(name, one, read.problem)
      if (means.kind === 'codes' && read.where === findsNothing)
        this.#hints.push(unknownCode(name, one, means))
      if (means.kind === 'text' && read.where === findsNothing)
        this.#hints.push(unknownSystem(name, one, means))
      parts.push(read.where)
    }
    if (parts.length === 0) return undefined
    const [only] = parts
    // With `:not` none of the values may be there.
    const kind = modifier === 'not' ? 'all' : 'any'
    const where: Where = parts.length === 1 && only ? only : { kind, parts }
    if (means.kind === 'anywhere') this.#ranking.push(where)
    else this.#filters.push(where)
    this.#asked.push([modifier === undefined ? name : `${name}:${modifier}`, value])
    return undefined
  }

  #leaveOut(name: string): undefined {
    this.unused.push({
      severity: 'warning',
      code: 'not-supported',
      text: `The parameter ${shown(name)} is not known here, and was not used.`,
      more: 'The parameters that are known are in the CapabilityStatement at /metadata.',
    })
  }

  control(name: ControlParameter, value: string): FhirFault | undefined {
    switch (name) {
      case '_count':
        return this.#take(name, value, readCount(value), 'a whole number from 0 up', (count) => {
          this.#count = count
        })
      case '_summary':
        return this.#take(
          name,
          value,
          readSummary(value),
          'true, text, data, count or false',
          (one) => {
            this.#summary = one
          },
        )
      case '_total':
        return this.#take(name, value, readTotal(value), 'none, estimate or accurate', (one) => {
          this.#counts = one
        })
      case '_elements':
        return this.#take(
          name,
          value,
          readElements(value),
          'names of elements with commas',
          (one) => {
            this.#elements = one
          },
        )
      case '_sort':
        return this.#takeSort(value)
      case '_cursor':
        this.#cursor = value
        return undefined
      case '_include':
      case '_revinclude':
        // What a study refers to is contained in it.
        this.#shown.push([name, value])
        return undefined
    }
  }

  #take<T>(
    name: string,
    value: string,
    read: T | undefined,
    wanted: string,
    keep: (value: T) => void,
  ): FhirFault | undefined {
    if (read === undefined) return wrongValue(name, value, `must be ${wanted}`)
    keep(read)
    this.#shown.push([name, typeof read === 'number' ? String(read) : value])
    return undefined
  }

  #takeSort(value: string): undefined {
    const { keys, known, unknown } = readStudySort(value)
    this.#sort = keys
    if (known.length > 0) this.#asked.push(['_sort', known.join(',')])
    for (const name of unknown)
      this.unused.push({
        severity: 'warning',
        code: 'not-supported',
        text: `Studies cannot be put in order by ${shown(name)}.`,
        more: 'They can by one or two of _lastUpdated, date and _score, each with - before it for the other way.',
      })
  }

  request(): SearchRequest | FhirFault {
    const ranks = this.#ranking.length > 0
    const sort: SearchRequest['sort'] =
      this.#sort.length === 0 && ranks ? [{ piece: '@relevance', direction: 'desc' }] : this.#sort
    const byScore = sort.some(({ piece }) => piece === '@relevance')
    const ranking = byScore ? [...this.#ranking, ...this.#filters] : this.#ranking
    const filters = byScore ? [] : this.#filters
    const after =
      this.#cursor === undefined
        ? undefined
        : readSearchCursor(this.#cursor, this.#asked, sort.length)
    if (this.#cursor !== undefined && !after)
      return faultOfOne(
        400,
        'invalid',
        'The parameter _cursor does not belong to this search.',
        'Follow the link "next" of a page as it is, or begin again without _cursor.',
      )
    return {
      where: joined(ranking),
      filter: joined(filters),
      sort,
      count: this.#summary === 'count' ? 0 : this.#count,
      counts: this.#count === 0 || this.#summary === 'count' ? 'always' : this.#counts,
      summary: this.#summary,
      elements: this.#elements,
      after,
      asked: this.#asked,
      shown: this.#shown,
      told: [...this.unused, ...this.#hints],
    }
  }
}

function joined(parts: readonly Where[]): Where | undefined {
  return parts.length > 1 ? { kind: 'all', parts } : parts[0]
}

function wrongModifier(parameter: SearchParameter, modifier: string): FhirFault {
  const known = modifiersOf(parameter)
  return faultOfOne(
    400,
    'not-supported',
    `The modifier :${shown(modifier)} is not known for the parameter ${parameter.name}.`,
    known.length === 0
      ? `The parameter ${parameter.name} takes none.`
      : `It takes ${known.map((one) => `:${one}`).join(', ')}.`,
  )
}

function wrongValue(name: string, value: string, problem: string): FhirFault {
  return faultOfOne(400, 'value', `The value ${shown(value)} of ${name} ${problem}.`)
}
