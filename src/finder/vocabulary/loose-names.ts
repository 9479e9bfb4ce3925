import { tokens } from './fold.ts'
import { isDenial, smallWord } from './small-words.ts'

/** A name's words from `tokens()`, and the number of what it names. */
export interface LooseName {
  readonly words: readonly string[]
  readonly value: number
}

/**
 * Names of several words by their words alone, in whatever order and ending: "cancer in my breast" is "breast cancer",
 * "heart is failing" is "heart failure". By `looseKey`; `joined` says which of two things with the same words is named:
 * undefined for neither.
 */
export function looseNames(
  names: Iterable<LooseName>,
  joined: (one: number, other: number) => number | undefined,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const unclear = new Set<string>()
  for (const { words, value } of names) {
    const key = looseKey(words)
    if (key === undefined || unclear.has(key) || isOfTreatment(words) || isOfAmount(words)) continue
    if (isOfNumber(words)) continue
    const known = found.get(key)
    const meant = known === undefined || known === value ? value : joined(known, value)
    if (meant !== undefined) found.set(key, meant)
    else {
      found.delete(key)
      unclear.add(key)
    }
  }
  return found
}

/** "Skin peels off from medicine" is not what "skin peeling" says; "drug resistant TB" is "resistant TB". */
function isOfTreatment(words: readonly string[]): boolean {
  return words.some((word) => treatment.test(word)) && !words.some((word) => ofNoOther.test(word))
}

const treatment = /^(?:drug|medicine|medication|medicament|treatment|traitement|therap(?:y|ie))s?$/
const ofNoOther = /^(?:resist|refractor|refractair|induc|indui|overuse|misus|abus|adheren)/

/** Of "too much growth hormone" the hormone alone says nothing: it is given too. */
function isOfAmount(words: readonly string[]): boolean {
  return (
    words.some((word) => word.startsWith('hormon')) &&
    words.some((word) => /^(?:trop|too)$/.test(word))
  )
}

/** "Brain cancer grade four" is another without its number, which is a small word. */
function isOfNumber(words: readonly string[]): boolean {
  return words.some((word, at) => {
    const next = words[at + 1] ?? ''
    return numbered.test(word) && numbers.test(next) && smallWord(next) !== undefined
  })
}

const numbered = /^(?:grade|stage|stade|class|classe)$/
const numbers = /^(?:\d+|[ivx]+|one|two|three|four|five|un|deux|trois|quatre|cinq)$/

const mostWords = 5

/**
 * The roots of two to five telling words from `tokens()`, in order of letters; undefined for fewer or more. Small words do
 * not count, but "non" tells ("non-Hodgkin"), and so does the T of cells: a leukaemia of B cells is none of B and T cells.
 */
export function looseKey(words: readonly string[]): string | undefined {
  const telling = words.filter(
    (word, at) => isDenial(word) || !smallWord(word) || isOfTCells(words, at),
  )
  const roots = new Set(telling.map(wordRoot))
  return roots.size < 2 || roots.size > mostWords ? undefined : [...roots].toSorted().join(' ')
}

function isOfTCells(words: readonly string[], at: number): boolean {
  const isCell = (word: string | undefined): boolean => /^(?:cell|lymphocyt)/.test(word ?? '')
  return words[at] === 't' && (isCell(words[at + 1]) || isCell(words[at - 1]))
}

/** A word without the endings that English and French put to one root: fail, failing, failure; prostate, prostatic. */
export function wordRoot(word: string): string {
  const known = roots.get(word)
  if (known !== undefined) return known
  const root = withoutEndings(word)
  if (roots.size >= mostRemembered) roots.clear()
  roots.set(word, root)
  return root
}

const roots = new Map<string, string>()
const mostRemembered = 10_000

function withoutEndings(word: string): string {
  const [token = word] = tokens(word)
  let root = token
  for (let i = 0; i < mostEndings; i++) {
    const shorter = root.replace(ending, '')
    if (shorter.length < fewestLetters) break
    root = shorter
  }
  return sameRoots.get(root) ?? root
}

const mostEndings = 2
const fewestLetters = 4
const ending = /(?:ing|ed|e|is|s|y|ic|ique|al|aux|ur|eux|eus|ent|ant|if|iv)$/

/** What different words mean alike in the names of illnesses. */
const sameRoots: ReadonlyMap<string, string> = new Map([
  ['neoplasm', 'cancer'],
  ['tumor', 'cancer'],
  ['tume', 'cancer'],
  ['malignanc', 'cancer'],
  ['hypersensitivit', 'allerg'],
  ['hypersensibilit', 'allerg'],
  ['desensitiz', 'allerg'],
  ['desensitization', 'allerg'],
  ['desensibilization', 'allerg'],
  ['desensibilis', 'allerg'],
])
