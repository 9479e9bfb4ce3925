import { readFileSync } from 'node:fs'
import { type PlacedWords, placedTokens, tokens } from './fold.ts'
import { withoutSmallWords } from './names.ts'
import { PhraseTree } from './phrases.ts'
import { isShareOfNorm } from './share-of-norm.ts'

/** Something named in a note, at characters `start` to `end`; `name` is the English name of what is meant. */
export interface NoteName {
  readonly start: number
  readonly end: number
  readonly name: string
  /** Of a treatment: `operation`, `therapy`, `class`, `device`, `vaccine`, `contrast` or `drug`. */
  readonly kind?: string
}

/** The language of the words that are looked for. */
export type NoteLanguage = 'en' | 'fr'

/** Symptoms, signs and diseases as notes name them, in one language; abbreviations only in capitals. */
export function signsIn(text: string, language: NoteLanguage): readonly NoteName[] {
  return namesIn('note-signs.tsv', language, text)
}

/** All the words and phrases of one language that `signsIn` looks for. */
export function signNames(language: NoteLanguage): readonly string[] {
  return rowsOf('note-signs.tsv', language).flatMap(([, , written]) => written)
}

/** Operations, devices, kinds of medicines and other treatments as notes name them. */
export function careIn(text: string, language: NoteLanguage): readonly NoteName[] {
  return namesIn('note-treatments.tsv', language, text)
}

interface Names {
  readonly tree: PhraseTree
  readonly entries: readonly Entry[]
}

interface Entry {
  readonly name: string
  readonly kind?: string
  /** The spelling an abbreviation must have in the text. */
  readonly as?: string
}

/** A sentence is looked through for signs, then for care. */
let last: { readonly text: string; readonly placed: PlacedWords } = {
  text: '',
  placed: placedTokens(''),
}

const opened = new Map<string, Names>()

function namesIn(file: string, language: NoteLanguage, text: string): NoteName[] {
  const { tree, entries } = open(file, language)
  if (text !== last.text) last = { text, placed: placedTokens(text) }
  const { placed } = last
  const found: NoteName[] = []
  // A line in capitals says nothing by them, unless it is hardly more than that word.
  const capitalsMean = text.length < 12 || text !== text.toUpperCase()
  for (let at = 0; at < placed.words.length; at++) {
    const accepts = (value: number, length: number): boolean => {
      const as = entries[value]?.as
      const [start = 0, end = 0] = [placed.starts[at], placed.ends[at + length - 1]]
      if (entries[value]?.kind === 'drug' && isShareOfNorm(text, start, end)) return false
      if (as === undefined) return true
      const written = text.slice(start, end)
      return isWritten(written, as) && (capitalsMean || !alsoWords.has(as))
    }
    const phrase = tree.longestAt(placed.words, at, accepts)
    const entry = phrase && entries[phrase.value]
    if (!phrase || !entry) continue
    const last = at + phrase.length - 1
    const { name, kind } = entry
    const [start, end] = [placed.starts[at] ?? 0, placed.ends[last] ?? 0]
    found.push({ start, end, name, ...(kind && { kind }) })
    at = last
  }
  return found
}

/** An abbreviation is written as the list has it; of four letters or more, small letters will do. */
function isWritten(written: string, as: string): boolean {
  return (
    written === as ||
    written === `${as}s` ||
    (as.length > 2 &&
      !alsoWords.has(as) &&
      written.toUpperCase() === as.toUpperCase() &&
      /[A-Z].*[A-Z]/.test(written)) ||
    (as.length > 2 &&
      !alsoWords.has(as) &&
      written === `${as.charAt(0)}${as.slice(1).toLowerCase()}`) ||
    (as.length > 3 && !alsoWords.has(as) && written === as.toLowerCase())
  )
}

/** Abbreviations that a line in capitals writes as it writes the word. */
const alsoWords: ReadonlySet<string> = new Set(
  (
    'AF AS HA HL SI IC IM TS PC TC LES DES SAS SPA TAG SALT POP SEP IRA VOC TIPS PREP DID LED PET PIH PROM ' +
    'PRP ARM ADD CIA CAH MAP MIS OP OLD CART CAST MED SCA STA TSA VAT ROR PPR FEC BEP GH AMP PEG PEP PMA ' +
    'DRAIN CRT PCC IST OST ERT ALS PAC PAD FLOT OH IU MI EP FA IRS LET ECT TCC STIS CAR-T APS LEEP VNS AIDS'
  ).split(' '),
)

function open(file: string, language: NoteLanguage): Names {
  const key = `${file} ${language}`
  const known = opened.get(key)
  if (known) return known
  const tree = new PhraseTree(mostWords)
  const entries: Entry[] = []
  for (const [name, kind, written] of rowsOf(file, language))
    for (const one of written) {
      const as = isCode.test(one) && one.length <= 8 ? one : undefined
      entries.push({ name, ...(kind && { kind }), ...(as && { as }) })
      tree.add(tokens(one), entries.length - 1)
      if (language === 'fr' && one.includes(' ')) {
        const short = tokens(withoutSmallWords(one))
        if (short.length > 1) tree.add(short, entries.length - 1)
      }
    }
  const made: Names = { tree, entries }
  opened.set(key, made)
  return made
}

const isCode = /^[A-Z][A-Za-z0-9/-]*[A-Z0-9]$|^[A-Z]{2,}/

/** More than the names of one language come to. */
const mostWords = 2 ** 15

function rowsOf(
  file: string,
  language: NoteLanguage,
): (readonly [string, string | undefined, readonly string[]])[] {
  const path = new URL(`../../../data/vocabulary/${file}`, import.meta.url)
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('#')) return []
      const columns = line.split('\t')
      const written = columns.at(language === 'en' ? -2 : -1) ?? ''
      const kind = columns.length > 3 ? columns[1] : undefined
      return [[columns[0] ?? '', kind, written.split('|').filter(Boolean)] as const]
    })
}
