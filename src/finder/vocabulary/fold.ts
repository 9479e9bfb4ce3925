/**
 * Text as search sees it: case, accents, ligatures, Greek letters and British spellings folded, so that
 * "Sjögren", "sjogren" and "SJÖGREN" are one word, as are "IL-1β" and "il 1 beta", "oedema" and "edema".
 */
import { hashStart, hashStep, RunMemo } from './run-memo.ts'
import { oneSpelling } from './spelling.ts'

/** Lower case without accents; Greek letters spelt out; every other script kept as it is. */
export function fold(text: string): string {
  if (isPlainAscii(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/(?<![α-ω])[α-ω]{1,2}(?![α-ω])/gu, spelledOut)
    .replace(/[æœßøđðłþıς]/gu, (letter) => ligatures[letter] ?? letter)
    .normalize('NFC')
}

/** The words of a text, folded and stemmed, in order. */
export function tokens(text: string): string[] {
  const read: Token[] = []
  readWords(text, read)
  return read.map(({ word }) => word)
}

/**
 * A word as `tokens` gives it, one object for all its places as long as it is remembered: whoever counts
 * words may note in it where its own entry for the word is, instead of looking it up each time.
 */
export interface Token {
  readonly word: string
  /**
   * The word as it is written, folded and no more, where that is another ("haemorrhages" of hemorrhage) or several ("her2" of
   * her, 2: at the first of them). Words that begin in some way are found by it.
   */
  readonly form: Token | undefined
  /** By whoever reads: the reader, and its entry. */
  owner: object | undefined
  entry: number
}

/** As `tokens`, for reading a great deal. */
export function internedTokens(text: string): readonly Token[] {
  const read: Token[] = []
  readWords(text, read)
  return read
}

/** The words of a text with the place each was read from (`text.slice(starts[i], ends[i])`). */
export interface PlacedWords {
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** As `tokens`, with the place of each word; the parts of one split word share its place. */
export function placedTokens(text: string): PlacedWords {
  const read: Token[] = []
  const places: Places = { starts: [], ends: [] }
  readWords(text, read, places)
  return { words: read.map(({ word }) => word), ...places }
}

/** One folded word as it is indexed: British spelling made American, plural made singular. */
function stem(word: string): string {
  return word.length < 4 || !/^[a-z]+$/.test(word) ? word : oneSpelling(word)
}

interface Places {
  readonly starts: number[]
  readonly ends: number[]
}

/**
 * Reads runs of letters, digits and characters outside ASCII. A possessive 's is passed over, so that
 * "Crohn's" is "crohn". By character code, not by pattern: it reads every word of every study.
 */
function readWords(text: string, words: Token[], places?: Places): void {
  const { length } = text
  let at = 0
  while (at < length) {
    while (at < length && !isWordCode(text.charCodeAt(at))) at++
    if (at === length) return
    const start = at
    let hash = hashStart
    for (; at < length; at++) {
      const code = text.charCodeAt(at)
      if (!isWordCode(code)) break
      hash = hashStep(hash, code)
    }
    const made = known.get(text, start, at, hash) ?? wordsOf(text.slice(start, at), hash)
    if (isOne(made)) words.push(made)
    else for (const word of made) words.push(word)
    if (places) place(places, words.length, start, at)
    if (text.charCodeAt(at) === apostrophe && isPossessive(text, at)) at += 2
  }
}

function place({ starts, ends }: Places, count: number, start: number, end: number): void {
  while (starts.length < count) {
    starts.push(start)
    ends.push(end)
  }
}

/** 1 for the letters and digits of ASCII. */
const asciiWord = Uint8Array.from({ length: 128 }, (_, code) =>
  /[0-9A-Za-z]/.test(String.fromCharCode(code)) ? 1 : 0,
)

function isWordCode(code: number): boolean {
  return code > 127 || asciiWord[code] === 1
}

const apostrophe = 39

function isPossessive(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  return (next === 115 || next === 83) && !isWordCode(text.charCodeAt(at + 2))
}

const known = new RunMemo<Token | readonly Token[]>()
const longestKnown = 60

/** A run's words, remembered: the same few words make up most of what is written. */
function wordsOf(run: string, hash: number): Token | readonly Token[] {
  const made = split(run)
  if (run.length <= longestKnown) known.set(ownCopy(run), hash, made)
  return made
}

/** A long slice keeps the whole text it was cut from in memory; what is remembered must not. */
function ownCopy(slice: string): string {
  return slice.length < shortestSlice ? slice : Buffer.from(slice, 'utf16le').toString('utf16le')
}

/** V8 copies slices shorter than this. */
const shortestSlice = 13

function split(run: string): Token | readonly Token[] {
  const made = isPlainAscii(run) ? stemsOf(run.toLowerCase()) : splitForeign(run)
  const [only, ...more] = made
  if (!only) return []
  return more.length === 0 ? only : [only, ...more]
}

function tokenOf(word: string, form?: string): Token {
  return {
    word: ownCopy(word),
    form: form === undefined ? undefined : tokenOf(form),
    owner: undefined,
    entry: 0,
  }
}

function isOne(made: Token | readonly Token[]): made is Token {
  return !Array.isArray(made)
}

function stemsOf(word: string): readonly Token[] {
  const stems = splitParts(word).map(stem)
  const form = stems.length === 1 && stems[0] === word ? undefined : word
  return stems.map((one, index) => tokenOf(one, index === 0 ? form : undefined))
}

/** A run with characters outside ASCII: accents, other scripts, or only a dash or a sign between words. */
function splitForeign(run: string): readonly Token[] {
  const words =
    fold(run.replace(/[’ʼ＇][sS](?![\p{L}\p{N}])/gu, ' ')).match(/[\p{L}\p{N}ー]+/gu) ?? []
  return words.flatMap((word) => word.match(scriptRuns) ?? []).flatMap(readScript)
}

const scriptRuns =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\u{20000}-\u{3ffff}]+|[^\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\u{20000}-\u{3ffff}]+/gu
const unspaced =
  /^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\u{20000}-\u{3ffff}]/u

function readScript(word: string): readonly Token[] {
  return isUnspaced(word) ? pairs(word).map((pair) => tokenOf(pair)) : stemsOf(word)
}

/** Whether a folded word begins in a script that is written without spaces, and so is read in pairs. */
export function isUnspaced(word: string): boolean {
  return unspaced.test(word)
}

/** Scripts written without spaces are read in overlapping pairs: 川崎病 is 川崎, 崎病. */
function pairs(word: string): string[] {
  const letters = Array.from(word)
  if (letters.length === 1) return letters
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

/**
 * Names written with and without a hyphen are one: "TNFα" and "TNF-alpha" are tnf, alpha;
 * "HER2" and "HER-2" her, 2; "ABT199" abt, 199. Longer numbers (NCT02390596) stay whole.
 */
function splitParts(word: string): readonly string[] {
  if (word.length > longestCode || !mayHaveParts.test(word)) return [word]
  const [, before, letter] = greekEnd.exec(word) ?? []
  if (before && letter) return [...splitParts(before), letter]
  const [, first, number] = greekStart.exec(word) ?? code.exec(word) ?? []
  return first && number ? [first, number] : [word]
}

const longestCode = 30
const mayHaveParts = /\d|(?:a|on)$/
const greekEnd = /^(.+)(alpha|beta|gamma|delta|kappa|lambda|omega|epsilon)$/
const greekStart = /^(alpha|beta|gamma|delta|kappa|lambda|omega|epsilon)(\d+)$/
const code = /^([a-z]{2,5})(\d{1,6})$/

function isPlainAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}

function spelledOut(letters: string): string {
  return Array.from(letters, (letter) => greek[letter] ?? letter).join('')
}

const greek: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  ο: 'omicron',
  π: 'pi',
  ρ: 'rho',
  ς: 'sigma',
  σ: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
}

const ligatures: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}
