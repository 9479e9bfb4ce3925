import type {
  Coverage,
  Selection,
  SelectedStudy,
  Where,
  WhereWords,
} from '../finder/catalogue/model/where.ts'
import { isNamePiece, isWordPiece } from '../finder/catalogue/segment/piece-fields.ts'
import type { StoredStudy } from '../finder/catalogue/model/stored.ts'
import { readableText } from '../finder/registry/html-text.ts'
import { pieces } from '../finder/registry/pieces/pieces.ts'
import { distanceKm } from '../finder/places/distance.ts'
import type { Vocabulary } from '../finder/vocabulary/concept.ts'
import { tokens } from '../finder/vocabulary/fold.ts'
import { thingNames } from '../finder/vocabulary/named-in-words.ts'
import { writtenWords } from '../finder/vocabulary/written-words.ts'
import {
  isBelow,
  isInRange,
  keyAt,
  once,
  onlyEach,
  plainText,
  type UnitApart,
  unitsApart,
  rarityIn,
  valuesOf,
  worthOfFields,
} from './naive-values.ts'

/** A study as it is read here. */
interface Read {
  readonly nct: number
  readonly record: object
  readonly points: StoredStudy['points']
}

/** What a reply shows of a field: sites have the points that were worked out for them. */
function shownOf({ record, points }: Read, name: string): readonly unknown[] {
  return name === 'LocationGeoPoint' ? points.filter(Boolean) : valuesOf(record, name)
}

/** Answers selections by reading every record, with no index: slow, and what the catalogue is held against. */
export class NaiveSelect {
  readonly #studies: readonly Read[]
  readonly #vocabulary: Vocabulary
  /** Of all versions kept, newest or not, the words and names of each: how rare a word is, is counted over these. */
  readonly #versions: readonly ReadonlySet<string>[]
  /** Each text is read once. */
  readonly #tokens = once(tokens)
  readonly #written = once(writtenWords)
  readonly #named = once((text) => thingNames(this.#vocabulary).inWords(this.#tokens(text)))
  readonly #texts = new WeakMap<object, Map<string, readonly string[]>>()

  constructor(
    newest: readonly StoredStudy[],
    versions: readonly StoredStudy[],
    vocabulary: Vocabulary,
  ) {
    this.#vocabulary = vocabulary
    this.#studies = newest.map(({ study, points }) => {
      const { nctId } = study.protocolSection.identificationModule
      return { nct: Number(nctId.slice(3)), record: study, points }
    })
    this.#versions = versions.map(({ study }) => this.#wordsOf(study))
  }

  /** All that is found, in its order. */
  select({
    where = { kind: 'everything' },
    filter = { kind: 'everything' },
    sort,
  }: Pick<Selection, 'where' | 'filter' | 'sort'>): readonly SelectedStudy[] {
    const ranks = hasWords(where)
    const keys =
      sort.length > 0 || !ranks ? sort : [{ piece: '@relevance', direction: 'desc' } as const]
    const isScored = keys.some(({ piece }) => piece === '@relevance')
    return this.#studies
      .flatMap((study): SelectedStudy[] => {
        const score = this.#score(where, study)
        if (score === undefined || this.#score(filter, study) === undefined) return []
        const own = keys.map(({ piece, direction }) =>
          piece === '@relevance' ? score : keyAt(study.record, piece, direction),
        )
        return [{ nct: study.nct, keys: own, score: isScored ? score : 0 }]
      })
      .toSorted((a, b) => {
        for (const [at, { direction }] of keys.entries()) {
          const [one, other] = [a.keys[at] ?? null, b.keys[at] ?? null]
          if (one === other) continue
          if (one === null) return 1
          if (other === null) return -1
          return direction === 'asc' ? one - other : other - one
        }
        return b.nct - a.nct
      })
  }

  /** Undefined where it is not found. */
  #score(where: Where, study: Read): number | undefined {
    switch (where.kind) {
      case 'everything':
        return 0
      case 'all':
      case 'any': {
        const all = where.parts.map((part) => this.#score(part, study))
        const found = all.filter((score) => score !== undefined)
        if (where.kind === 'any') return found.length > 0 ? Math.max(...found) : undefined
        return found.length === all.length ? found.reduce((a, b) => a + b, 0) : undefined
      }
      case 'words':
        return this.#scoreOfWords(where, study.record)
      case 'not':
      case 'value':
      case 'range':
      case 'missing':
      case 'size':
      case 'near':
      case 'ids':
      case 'together':
        return this.#holds(where, study) ? 0 : undefined
    }
  }

  #holds(where: Exclude<Where, { kind: 'everything' | 'all' | 'any' | 'words' }>, study: Read) {
    const { record } = study
    switch (where.kind) {
      case 'not':
        return this.#score(where.part, study) === undefined
      case 'value':
        return valuesOf(record, where.piece).some((value) =>
          where.values.includes(plainText(value) ?? ''),
        )
      case 'range':
        return isInRange(where, record)
      case 'missing':
        return pieces
          .filter(({ name, path }) => name === where.piece || isBelow(path, where.piece))
          .every((piece) => shownOf(study, piece.name).length === 0)
      case 'size':
        if (where.piece.endsWith('[]'))
          return [...onlyEach(record, where.piece)].length === where.count
        return shownOf(study, where.piece).length === where.count
      case 'near': {
        const { latitude: lat, longitude: lon, metres } = where
        return study.points.some((point) => {
          if (!point) return false
          const kept = {
            lat: Math.round(point.lat * 1e5) / 1e5,
            lon: Math.round(point.lon * 1e5) / 1e5,
          }
          return distanceKm({ lat, lon }, kept) <= metres / 1000
        })
      }
      case 'ids': {
        const own = [...valuesOf(record, 'NCTId'), ...valuesOf(record, 'NCTIdAlias')].map(String)
        return where.ids.some((id) => own.includes(id.toUpperCase()))
      }
      case 'together':
        return this.#inOneElement(where, study)
    }
  }

  #inOneElement({ list, part }: Extract<Where, { kind: 'together' }>, study: Read): boolean {
    return [...onlyEach(study.record, list)].some(([record, index]) => {
      const isOfSites = list === 'protocolSection.contactsLocationsModule.locations[]'
      const points = isOfSites ? [study.points[index]] : study.points
      return this.#score(part, { ...study, record, points }) !== undefined
    })
  }

  #scoreOfWords(where: WhereWords, record: object): number | undefined {
    const { text, expansion, isQuoted, coverage } = where
    const names = thingNames(this.#vocabulary)
    const words = expansion === 'none' ? writtenWords(text) : tokens(text)
    if (words.length === 0) return 0
    const isWhole =
      isQuoted || coverage !== 'contains' || !['relaxation', 'lossy'].includes(expansion)
    const units: NaiveUnit[] = []
    if (isWhole) {
      const keys = expansion === 'none' || expansion === 'term' ? [] : names.nameOf(words)
      units.push({ words, keys, coverage, isSideBySide: true })
    } else {
      units.push(...unitsApart(text, names).map((unit) => ({ ...unit, coverage })))
    }
    const scores = units.map((unit) => this.#scoreOfUnit(unit, where, record))
    const found = scores.filter((score) => score !== undefined)
    const isEnough =
      !isWhole && expansion === 'lossy' ? found.length > 0 : found.length === scores.length
    return isEnough ? found.reduce((a, b) => a + b, 0) : undefined
  }

  #scoreOfUnit(unit: NaiveUnit, where: WhereWords, record: object): number | undefined {
    const { words, keys, coverage, isSideBySide } = unit
    const fields = inOrder(where)
    const isWritten = where.expansion === 'none'
    const texts = fields.map(({ piece }) =>
      this.#textsAt(record, piece).map((text) =>
        isWritten ? this.#written(text) : this.#tokens(text),
      ),
    )
    const with_ = (word: string) => texts.map((all) => all.some((one) => one.includes(word)))
    const hasWords_ = isSideBySide
      ? texts.flat().some((one) => isCovered(one, words, coverage))
      : words.every((word) => with_(word).includes(true))
    const naming = (key: string, how: Coverage) =>
      fields.map(
        ({ piece, hasSynonyms }) =>
          hasSynonyms &&
          this.#textsAt(record, piece).some((text) => {
            const all = this.#tokens(text)
            return this.#named(text).some(
              (one) =>
                one.keys.includes(key) &&
                (one.start === 0 || how === 'contains' || how === 'endsWith') &&
                (one.end === all.length || how === 'contains' || how === 'startsWith'),
            )
          }),
      )
    if (!hasWords_ && !keys.some((key) => naming(key, coverage).includes(true))) return undefined
    const worth = (has: readonly boolean[]) =>
      worthOfFields(fields.filter((_, at) => has[at]).map(({ weight }) => weight))
    const byWords = words.reduce((sum, word) => sum + worth(with_(word)), 0) / words.length
    const best = Math.max(byWords, ...keys.map((key) => worth(naming(key, 'contains'))))
    const least = Math.min(
      ...words.map((word) => this.#count(isWritten ? countedWritten(word) : `word ${word}`)),
    )
    const named = keys.reduce((sum, key) => sum + this.#count(`name ${key}`), 0)
    return best * rarityIn(this.#studies.length, Math.max(least, named))
  }

  #count(key: string): number {
    return this.#versions.filter((words) => words.has(key)).length
  }

  #textsAt(record: object, name: string): readonly string[] {
    const known = this.#texts.get(record) ?? new Map<string, readonly string[]>()
    this.#texts.set(record, known)
    const before = known.get(name)
    if (before) return before
    const texts = valuesOf(record, name).flatMap((value) =>
      plainText(value) === undefined ? [] : [readableText(plainText(value) ?? '')],
    )
    known.set(name, texts)
    return texts
  }

  #wordsOf(record: object): ReadonlySet<string> {
    const found = new Set<string>()
    const names = thingNames(this.#vocabulary)
    for (const [field, piece] of pieces.entries()) {
      if (!isWordPiece[field]) continue
      for (const text of this.#textsAt(record, piece.name)) {
        const words = tokens(text)
        for (const word of words) found.add(`word ${word}`)
        for (const word of writtenWords(text)) found.add(`written ${word}`)
        if (isNamePiece[field])
          for (const { keys } of names.inWords(words))
            for (const key of keys) found.add(`name ${key}`)
      }
    }
    return found
  }
}

/** A word that is its own stem is counted with its other forms. */
function countedWritten(word: string): string {
  return tokens(word).join(' ') === word ? `word ${word}` : `written ${word}`
}

interface NaiveUnit extends UnitApart {
  readonly coverage: Coverage
}

function hasWords(where: Where): boolean {
  if (where.kind === 'words') return tokens(where.text).length > 0
  return (where.kind === 'all' || where.kind === 'any') && where.parts.some(hasWords)
}

function inOrder({ fields }: WhereWords): WhereWords['fields'] {
  return pieces.flatMap(({ name }) => fields.find(({ piece }) => piece === name) ?? [])
}

function isCovered(text: readonly string[], words: readonly string[], coverage: Coverage): boolean {
  const [all, wanted] = [` ${text.join(' ')} `, ` ${words.join(' ')} `]
  switch (coverage) {
    case 'fullMatch':
      return all === wanted
    case 'startsWith':
      return all.startsWith(wanted)
    case 'endsWith':
      return all.endsWith(wanted)
    case 'contains':
      return all.includes(wanted)
  }
}
