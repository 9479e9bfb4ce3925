import type { EverydayName } from './everyday-names.ts'
import type { Concept } from './concept.ts'

/** When a name of one word counts as a name in running text. */
export const plainTerm = 0
/** An abbreviation: in a record only in capitals ("TIC"), since in lower case it is likely something else. */
export const inCapitals = 1
/** An abbreviation that is also an everyday word (ALL, AIDS): in capitals only, or when it is all that was asked. */
export const alwaysInCapitals = 2
/** A name that means the disease when a person asks for it, but not in a record or a note: MS, or French "reflux". */
export const typed = 3
/** An everyday word (disease, hope, parents): never found in a text, only when it is all that was asked. */
export const alone = 4

/** A French word: a name when a person writes French, not in a record, which is in English. */
export const french = 5
/** A lay word ("lockjaw"): a name when a person writes it. */
export const lay = 6
/** As `typed`, and only in just these words: a small one of them tells what is meant ("new hip hurts"). */
export const asSaid = 7

/** How careful a text has to be read for this name. */
export function careFor(name: string, words: readonly string[], concept: Concept): number {
  if (words.length !== 1) return plainTerm
  const word = words[0] ?? ''
  const isCode = /^[A-Z][A-Za-z0-9]*[A-Z]s?$/.test(name)
  if (everydayWords.has(word)) return isCode ? alwaysInCapitals : alone
  if (isOfBehaviour(concept) && !clearWords.has(word)) return alone
  return word.length <= 3 && !shortWords.has(word) ? inCapitals : plainTerm
}

/** As `careFor`, for a name from outside MeSH: records are in English, so French words are not sought in them. */
export function careForEveryday(
  { name, language, use }: EverydayName,
  words: readonly string[],
  concept: Concept,
): number {
  if (use === 'alone') return alone
  if (use === 'as said') return asSaid
  const [word = ''] = words
  if (words.length === 1 && everydayWords.has(word)) return careFor(name, words, concept)
  if (use === 'lay') return lay
  if (use === 'asked') return typed
  if (words.length === 1 && language === 'fr') return french
  return words.length === 1 && unsureWords.has(word) ? typed : careFor(name, words, concept)
}

/** "Maladie de Kawasaki" as people type it: "maladie kawasaki". */
export function withoutSmallWords(name: string): string {
  return name.replace(/(?<=^|[ '’])(?:(?:de|du|des|la|le|les|à|au|aux|par|avec) |[ld]['’])/g, '')
}

/** "Abdomen, Acute" as it is said: "Acute Abdomen"; "Leukemia, Myeloid, Acute": "Acute Myeloid Leukemia". */
export function naturalOrder(name: string): string {
  return name.includes(', ') ? name.split(', ').reverse().join(' ') : name
}

/**
 * "Kawasaki" for "Kawasaki Disease"; undefined when the name is not one word before Disease or Syndrome,
 * or that word is no proper name, or is too common a one (West, Poland, Nelson).
 */
export function eponymIn(name: string): string | undefined {
  if (!name.endsWith('Disease') && !name.endsWith('Syndrome')) return undefined
  const [, eponym = ''] = /^(\p{Lu}\p{Ll}{3,})(?:'s?)? (?:Disease|Syndrome)$/u.exec(name) ?? []
  if (!eponym || /(?:al|ic|ar|ous|ive|ed|ing|oid|ine|ity)$/.test(eponym)) return undefined
  return commonNames.has(eponym) ? undefined : eponym
}

/** Concepts with a place only among behaviours: their names (Hope, Parents, Memory) are mostly plain words. */
function isOfBehaviour(concept: Concept): boolean {
  return !concept.trees.some((tree) => tree.startsWith('C') || tree.startsWith('F03'))
}

/** Of those, the words that do mean the concept in a study's title. */
const clearWords = wordSet(
  'smoking vaping depression anxiety suicide suicidality bullying loneliness burnout breastfeeding dieting',
)

/** Names that mean several things in records (ASD is also a hole in the heart). */
const unsureWords = wordSet('ms asd sma ami cad coronavirus')

/** Words of three letters that are no abbreviations. */
const shortWords = wordSet('flu hiv')

/** Everyday words that are also disease names, as `tokens()` gives them. */
const everydayWords = wordSet(
  'disease syndrome death injury wound trauma strain sting bite burn drive facy will hope son role ' +
    'all cat sad arc aid mod scar cap car arm end set map his her can may was has for not one age rat ' +
    'bend corn boil pinta aura sign symptom infection illness disability rupture relapse recurrence ' +
    'emergency convalescence puberty dissociation combined cadaver hard said ' +
    'deformity malformation anomaly complication attack episode',
)

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

/** Before Disease or Syndrome these are names; alone they are places, people or things. */
const commonNames = wordSet(
  'Graves Pompe Sharp Blood Bladder Coronary Conn Duane Frey Marburg Hopf Farber Borna Johne Stiffman ' +
    'Aldrich Alexander Ander Anton Armstrong Asplenia Azorean Bang Barth Bayes Bazin Benedict Berger Best ' +
    'Bigfoot Bloom Boeck Border Brauer Bright Brock Brueghel Buckley Caisson Carney Caroli Carolis Cast ' +
    'Chandler Cheney Christmas Clarkson Coffin Cogan Corridor Costello Dent Donohue Down Dunbar Duncan ' +
    'Dupre Emberger Encephalon Engelmann Fisher Fong Forbes Frailty Franklin Frasier Gardner Gilbert ' +
    'Gilchrist Glucagonoma Greenfield Guam Gunther Hammertoe Hammond Hansen Happle Heartwater Heck ' +
    'Hughes Hunter Hurst Isaacs Jacobsen Kast Kelly Kimura Koch Koehler Leigh Leukostasis Lindau Little ' +
    'Lowe Luft Marek Mermaid Microcrystal Mohr Morton Nelson Newcastle Nicolau Nicolaus Orphan ' +
    'Otto Overtraining Patterson Perthes Pfeiffer Pitt Poland Propofol Pseudoexfoliation Pulseless ' +
    'Reichel Reiter Richardson Ricker Ritter Romberg Rossi Rotor Royer Runt Salla Schmidt Scimitar Sclera ' +
    'Serotonin Sheehan Siewert Simmonds Slim Streeter Stuttgart Subwakefullness Sump Supinator Swift ' +
    'Swineherd Takahara Tangier Teschen Thomsen Togaviridae Tonelessness Vectorborne Vipoma Weil ' +
    'Werner Westphall Whitmore Wiedemann Wilkie Neurotoxin Cystine Xxyy',
)
