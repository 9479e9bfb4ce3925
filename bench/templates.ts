import type { Study } from '../src/finder/registry/study.ts'
import { isTopicPath, textKind } from './text-kinds.ts'
import { shareKept } from './vary-word.ts'

/**
 * The snapshot cut into what every copy of a study has alike and the places where copies differ: its
 * id, its dates, its sites, and its rarer words. Copies are put together from bytes, not from objects.
 */
export interface Templates {
  /** What is alike, of all studies, one after the other. */
  readonly bytes: Buffer
  /** Four numbers a piece: from and to in `bytes`, then what follows them (`slot`) and which one. */
  readonly pieces: Int32Array
  /** The first piece of each study (then of each list of sites), and the end of the last. */
  readonly studies: readonly number[]
  readonly sites: readonly number[]
  /** The words that vary, in lower case, and the share of copies in which each stays. */
  readonly words: readonly string[]
  readonly kept: Float64Array
  readonly known: ReadonlySet<string>
  readonly codes: readonly string[]
  readonly dates: readonly string[]
  readonly degrees: readonly number[]
  /** For each study, how many days it may be moved into the future. */
  readonly daysLeft: readonly number[]
  readonly snapshot: readonly Study[]
}

/** What may follow a piece. Words come in three cases; `topic` words are those of the conditions. */
export const slot = {
  none: 0,
  id: 1,
  date: 2,
  sites: 3,
  code: 4,
  degree: 5,
  lower: 6,
  capital: 7,
  upper: 8,
  topic: 16,
} as const

/** The last day in any copy. */
export const lastDay = '2026-11-20'

export function compile(snapshot: readonly Study[]): Templates {
  const counts = countWords(snapshot)
  const compiler = new Compiler(counts, snapshot.length)
  const studies = snapshot.map((study) => compiler.study(study))
  const withSites = snapshot.flatMap(({ protocolSection }) => {
    const sites = protocolSection.contactsLocationsModule?.locations
    return sites && sites.length > 0 ? [sites] : []
  })
  const sites = withSites.map((list) => compiler.sites(list))
  return compiler.finish(snapshot, studies, sites)
}

const runs = /[\p{L}\p{N}]+/gu

/** In how many studies each word and code is. */
function countWords(snapshot: readonly Study[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const study of snapshot) {
    const own = new Set<string>()
    visitTexts(study, '', (text) => {
      for (const [run] of text.matchAll(runs)) own.add(run.toLowerCase())
    })
    for (const run of own) counts.set(run, (counts.get(run) ?? 0) + 1)
  }
  return counts
}

function visitTexts(
  value: unknown,
  path: string,
  visit: (text: string, path: string) => void,
): void {
  if (typeof value === 'string') {
    if (textKind(path, value) === 'text') visit(value, path)
  } else if (Array.isArray(value)) {
    for (const item of value) visitTexts(item, path, visit)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) visitTexts(item, `${path}.${key}`, visit)
  }
}

class Compiler {
  readonly #counts: ReadonlyMap<string, number>
  readonly #scale: number
  readonly #words = new Map<string, number>()
  readonly #codes: string[] = []
  readonly #dates: string[] = []
  readonly #degrees: number[] = []
  #bytes = Buffer.alloc(1 << 22)
  #length = 0
  #pieceStart = 0
  #literal = ''
  #pieces: number[] = []
  #topics: ReadonlySet<string> = new Set()

  constructor(counts: ReadonlyMap<string, number>, studies: number) {
    this.#counts = counts
    this.#scale = 4200 / Math.max(4200, studies)
  }

  study(study: Study): number {
    const first = this.#pieces.length / 4
    const topics = new Set<string>()
    visitTexts(study, '', (text, path) => {
      if (isTopicPath(path)) for (const [run] of text.matchAll(runs)) topics.add(run.toLowerCase())
    })
    this.#topics = topics
    this.#value(study, '')
    this.#cut(slot.none, 0)
    return first
  }

  sites(sites: readonly object[]): number {
    const first = this.#pieces.length / 4
    this.#value(sites, '.sites')
    this.#cut(slot.none, 0)
    return first
  }

  finish(snapshot: readonly Study[], studies: number[], sites: number[]): Templates {
    const end = this.#pieces.length / 4
    const words = [...this.#words.keys()]
    const kept = words.map((word) => shareKept((this.#counts.get(word) ?? 1) * this.#scale))
    return {
      bytes: this.#bytes.subarray(0, this.#length),
      pieces: Int32Array.from(this.#pieces),
      studies: [...studies, sites[0] ?? end],
      sites: [...sites, end],
      words,
      kept: Float64Array.from(kept),
      known: new Set(this.#counts.keys()),
      codes: this.#codes,
      dates: this.#dates,
      degrees: this.#degrees,
      daysLeft: snapshot.map(daysLeft),
      snapshot,
    }
  }

  #value(value: unknown, path: string): void {
    if (typeof value === 'string') return this.#text(value, path)
    if (typeof value === 'number' && /\.geoPoint\.(?:lat|lon)$/.test(path))
      return this.#cut(slot.degree, this.#degrees.push(value) - 1)
    if (Array.isArray(value)) return this.#list(value, path)
    if (typeof value !== 'object' || value === null) {
      this.#literal += JSON.stringify(value)
      return
    }
    this.#literal += '{'
    let comma = ''
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined || `${path}.${key}` === '.sites.status') continue
      this.#literal += `${comma}${JSON.stringify(key)}:`
      comma = ','
      this.#value(item, `${path}.${key}`)
    }
    this.#literal += '}'
  }

  #list(list: readonly unknown[], path: string): void {
    if (path.endsWith('.locations') && list.length > 0) return this.#cut(slot.sites, 0)
    this.#literal += '['
    list.forEach((item, index) => {
      if (index > 0) this.#literal += ','
      this.#value(item, path)
    })
    this.#literal += ']'
  }

  #text(text: string, path: string): void {
    const kind = textKind(path, text)
    this.#literal += '"'
    if (kind === 'id') this.#cut(slot.id, 0)
    else if (kind === 'processed') this.#literal += lastDay
    else if (kind === 'date') this.#cut(slot.date, this.#dates.push(text) - 1)
    else if (kind === 'plain') this.#plain(text)
    else this.#varied(text)
    this.#literal += '"'
  }

  #plain(text: string): void {
    this.#literal += JSON.stringify(text).slice(1, -1)
  }

  #varied(text: string): void {
    let at = 0
    for (const match of text.matchAll(runs)) {
      const found = this.#slotOf(match[0])
      if (!found) continue
      this.#plain(text.slice(at, match.index))
      this.#cut(found.kind, found.which)
      at = match.index + match[0].length
    }
    this.#plain(text.slice(at))
  }

  #slotOf(run: string): { kind: number; which: number } | undefined {
    const word = run.toLowerCase()
    const studies = this.#counts.get(word) ?? 0
    if (/\d/.test(run))
      return run.length >= 5 && studies <= 3 && /^[a-z0-9]+$/i.test(run)
        ? { kind: slot.code, which: this.#codes.push(run) - 1 }
        : undefined
    const kind = caseOf(run)
    if (kind === undefined || shareKept(studies * this.#scale) >= 1) return undefined
    const which = this.#words.get(word) ?? this.#words.size
    this.#words.set(word, which)
    return { kind: this.#topics.has(word) ? kind | slot.topic : kind, which }
  }

  /** Ends a piece: what was alike so far, then a slot. */
  #cut(kind: number, which: number): void {
    const needed = this.#literal.length * 3
    if (this.#length + needed > this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length + needed)])
    this.#length += this.#bytes.write(this.#literal, this.#length)
    this.#pieces.push(this.#pieceStart, this.#length, kind, which)
    this.#pieceStart = this.#length
    this.#literal = ''
  }
}

function caseOf(run: string): number | undefined {
  if (/^[a-z]{4,}$/.test(run)) return slot.lower
  if (/^[A-Z][a-z]{3,}$/.test(run)) return slot.capital
  return /^[A-Z]{4,}$/.test(run) ? slot.upper : undefined
}

function daysLeft({ protocolSection: { statusModule: status } }: Study): number {
  const days = [
    status?.studyFirstSubmitDate,
    status?.studyFirstPostDateStruct?.date,
    status?.resultsFirstPostDateStruct?.date,
    status?.lastUpdateSubmitDate,
    status?.lastUpdatePostDateStruct?.date,
  ].flatMap((day) => (day ? [Date.parse(day)] : []))
  return Math.floor((Date.parse(lastDay) - Math.max(0, ...days)) / 86_400_000)
}
