import { chance, hashOf, pick } from './random.ts'
import { slot, type Templates } from './templates.ts'
import { variantNumber, variantOf } from './vary-word.ts'

/** Makes the nth study of a multiplied registry, always the same for the same seed. */
export interface StudyMaker {
  /** The first are the studies of the snapshot as they are; then copies. The bytes hold until the next call. */
  make(index: number): { readonly nctId: string; readonly bytes: Uint8Array }
}

export function studyMaker(templates: Templates, seed: number): StudyMaker {
  const { snapshot } = templates
  const ids = new Set(snapshot.map(idOf))
  const assembler = new Assembler(templates, seed)
  return {
    make: (index) => {
      const original = snapshot[index]
      if (original) return { nctId: idOf(original), bytes: Buffer.from(JSON.stringify(original)) }
      const nctId = newId(index, seed, ids)
      return { nctId, bytes: assembler.copy(index, nctId) }
    },
  }
}

function idOf({ protocolSection }: Templates['snapshot'][number]): string {
  return protocolSection.identificationModule.nctId
}

/** Every study has twelve numbers of its own, of which one is its id. */
function newId(index: number, seed: number, taken: ReadonlySet<string>): string {
  for (let step = 0; ; step++) {
    const number = 100_000 + index * 12 + ((pick(12, seed, index, 1) + step) % 12)
    const id = `NCT${String(number).padStart(8, '0')}`
    if (!taken.has(id)) return id
  }
}

const salt = { topic: 2, shift: 3, sites: 4, keep: 5, variant: 6, code: 7, place: 8 }
const mostDays = 900
const dayMs = 86_400_000

/** Puts copies together in one buffer that grows to the largest. */
class Assembler {
  readonly #templates: Templates
  readonly #seed: number
  readonly #cache = new Map<number, string>()
  #out = Buffer.alloc(1 << 20)
  #at = 0
  #copy = 0
  #days = 0

  constructor(templates: Templates, seed: number) {
    this.#templates = templates
    this.#seed = seed
  }

  copy(index: number, nctId: string): Uint8Array {
    const { snapshot, studies, daysLeft } = this.#templates
    const source = index % snapshot.length
    this.#copy = index
    this.#at = 0
    const most = Math.min(mostDays, daysLeft[source] ?? 0)
    this.#days = most - pick(2 * mostDays, this.#seed + salt.shift, index)
    this.#write(studies[source] ?? 0, studies[source + 1] ?? 0, nctId)
    return this.#out.subarray(0, this.#at)
  }

  #write(first: number, end: number, nctId: string): void {
    const { pieces, bytes } = this.#templates
    for (let piece = first * 4; piece < end * 4; piece += 4) {
      const [from, to] = [pieces[piece] as number, pieces[piece + 1] as number]
      this.#room(to - from + 256)
      this.#at += bytes.copy(this.#out, this.#at, from, to)
      const kind = pieces[piece + 2] as number
      if (kind === slot.none) continue
      if (kind === slot.sites) this.#sites(nctId)
      else
        this.#at += this.#out.write(
          this.#fill(kind, pieces[piece + 3] as number, nctId),
          this.#at,
          'latin1',
        )
    }
  }

  #sites(nctId: string): void {
    const { sites } = this.#templates
    const from = pick(sites.length - 1, this.#seed + salt.sites, this.#copy)
    this.#write(sites[from] ?? 0, sites[from + 1] ?? 0, nctId)
  }

  #fill(kind: number, which: number, nctId: string): string {
    const { dates, codes, degrees } = this.#templates
    switch (kind) {
      case slot.id:
        return nctId
      case slot.date:
        return this.#date(dates[which] ?? '')
      case slot.code:
        return this.#code(codes[which] ?? '')
      case slot.degree:
        return this.#degree(degrees[which] ?? 0, which)
      default:
        return this.#word(kind, which)
    }
  }

  #date(text: string): string {
    const moved = new Date(Date.parse(text) + this.#days * dayMs).toISOString()
    return moved.slice(0, text.length)
  }

  /** The digits of a number or code are rolled anew, but for the first. */
  #code(text: string): string {
    const hash = hashOf(this.#seed + salt.code, this.#copy, text.length)
    let first = true
    let at = 0
    return text.replace(/\d/g, (digit) => {
      if (first) {
        first = false
        return digit
      }
      return String(hashOf(hash, at++, digit.charCodeAt(0)) % 10)
    })
  }

  /** Within a few kilometres. */
  #degree(value: number, which: number): string {
    const moved = value + (chance(this.#seed + salt.place, this.#copy, which) - 0.5) * 0.06
    return String(Math.round(moved * 100_000) / 100_000)
  }

  #word(kind: number, which: number): string {
    const { words, kept } = this.#templates
    const isTopic = (kind & slot.topic) !== 0
    const key = isTopic ? 0 : which + 1
    const isKept = chance(this.#seed + salt.keep, this.#copy, key) < (kept[which] as number)
    const word = words[which] as string
    if (isKept) return inCase(word, kind & 15)
    const number = variantNumber(chance(this.#seed + salt.variant, this.#copy, key))
    return inCase(this.#variant(word, which, number), kind & 15)
  }

  #variant(word: string, which: number, number: number): string {
    const { known, words } = this.#templates
    if (number > mostCached) return variantOf(word, number, known)
    const key = number * words.length + which
    const before = this.#cache.get(key)
    if (before !== undefined) return before
    const made = variantOf(word, number, known)
    this.#cache.set(key, made)
    return made
  }

  #room(bytes: number): void {
    if (this.#at + bytes > this.#out.length)
      this.#out = Buffer.concat([this.#out, Buffer.alloc(this.#out.length + bytes)])
  }
}

/** The commonest variants are remembered. */
const mostCached = 4

function inCase(word: string, kind: number): string {
  if (kind === slot.lower) return word
  return kind === slot.upper ? word.toUpperCase() : word[0]?.toUpperCase() + word.slice(1)
}
