/**
 * Text as search sees it: case, accents, ligatures, Greek letters and British spellings folded, so that
 * "Sjögren", "sjogren" and "SJÖGREN" are one word, as are "IL-1β" and "il 1 beta", "oedema" and "edema".
 */

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
  σ: 'sigma',
  ς: 'sigma',
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
}

/** Lower case without accents; Greek letters spelt out; every other script kept as it is. */
export function fold(text: string): string {
  if (isPlainAscii(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[α-ως]/gu, (letter) => greek[letter] ?? letter)
    .replace(/[æœßøđðłþı]/gu, (letter) => ligatures[letter] ?? letter)
    .normalize('NFC')
}

/** The words of a text, folded and stemmed, in order. A run of letters or digits is a word. */
export function tokens(text: string): string[] {
  const words = fold(text).match(wordPattern)
  if (!words) return []
  const stems: string[] = []
  for (const word of words) stems.push(stem(word))
  return stems
}

const wordPattern = /[\p{L}\p{N}]+/gu
const stems = new Map<string, string>()
const mostStems = 200_000

/** One folded word as it is indexed: British spelling made American, plural made singular. */
export function stem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const made = word.length < 4 || /\d/.test(word) ? word : singular(american(word))
  if (stems.size >= mostStems) stems.clear()
  stems.set(word, made)
  return made
}

/** Spellings differ in a few regular places; applied alike to records and to queries, so a rare over-fold is harmless. */
function american(word: string): string {
  return word
    .replace(/^oe(?=[a-z]{3})/, 'e')
    .replace(/ae(?=[a-z])/g, 'e')
    .replace(/(?<=[a-z])oe(?=[dmsptgn][a-z])/g, 'e')
    .replace(/our(?=$|s$|ed$|ing$|al$|ally$|able$)/, 'or')
    .replace(/(?<=[a-z]{3})is(?=e$|es$|ed$|ing$|ation$|ations$|er$|ers$)/, 'iz')
    .replace(/(?<=[a-z]{2})ys(?=e$|es$|ed$|ing$)/, 'yz')
    .replace(/(?<=[a-z]{2})tre(?=s?$)/, 'ter')
    .replace(/ll(?=ed$|ing$|er$|ers$)/, 'l')
    .replace(/phoea/, 'phea')
    .replace(/sulph/, 'sulf')
    .replace(/programme/, 'program')
}

/** Plural endings only: a heavier stemmer joins words that mean different things in medicine. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word
  if (/(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ches|shes|xes|sses|zzes)$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

function isPlainAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}
