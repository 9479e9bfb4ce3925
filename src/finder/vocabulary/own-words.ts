import { readFileSync } from 'node:fs'
import { fold } from './fold.ts'
import { listedRows } from './listed-names.ts'

/**
 * Whether a typed word is a right word of medicine or of everyday French in any of its forms (« arthrodèse », « conjugales »): no
 * misspelt name of an illness, however near it is to one.
 */
export function isOwnWord(word: string): boolean {
  const folded = fold(word)
  if (folded.length < fewestLetters) return false
  const { everyday, medical } = lists()
  return medical.has(folded) || plainForms(folded).some((form) => everyday.has(form))
}

/** "Arthrodesis", « arthroplastie »: a word whose ending says that something is done or looked at is no slip for one that ends otherwise. */
export function isOtherAct(typed: string, near: string): boolean {
  return ofActs.test(fold(typed)) && !ofActs.test(fold(near))
}

const ofActs =
  /(?:ectom|stom|tom|plast|scop|graph|gram|therap|pex|rraph)(?:y|ie|me?)?s?$|(?:centes|des)(?:e|is|es)$/
const fewestLetters = 4

/** A French word in the form that a list has it: its singular, its masculine, its infinitive. */
function plainForms(word: string): readonly string[] {
  return [word, ...endings.flatMap(([ending, plain]) => replaced(word, ending, plain))]
}

function replaced(word: string, ending: RegExp, plain: readonly string[]): readonly string[] {
  if (!ending.test(word)) return []
  return plain.map((end) => word.replace(ending, end))
}

const endings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:s|x|es?)$/, ['']],
  [/aux$/, ['al']],
  [/euses?$/, ['eux', 'eur']],
  [/ives?$/, ['if']],
  [/trices?$/, ['teur']],
  [/(?<=el|en|on|et|as|os)[lnts]es?$/, ['']],
  [/(?:e?ment)$/, ['', 'e']],
  [
    /(?:e|es|ees?|ons|ez|ent|ions|iez|ant|ai[st]?|aient|as?|er(?:ai[st]?|as?|ons|ez|ont|aient))$/,
    ['er'],
  ],
  [/(?:i[est]?|ies|iss(?:ent|ant|ais|ait|ons|ez)|ir(?:a[si]?|ait|ons|ez|ont))$/, ['ir']],
  [/(?:[st]|ent|ant|ais|ait|ue?s?)$/, ['re']],
]

interface Lists {
  readonly everyday: ReadonlySet<string>
  readonly medical: ReadonlySet<string>
}

let read: Lists | undefined

function lists(): Lists {
  return (read ??= { everyday: new Set(readEveryday()), medical: new Set(readMedical()) })
}

function readEveryday(): readonly string[] {
  const file = new URL('../../../data/vocabulary/everyday-fr.txt', import.meta.url)
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => !line.startsWith('#')).flatMap((line) => line.split(' '))
}

/** The words of treatments, operations and signs as they are written. */
function readMedical(): readonly string[] {
  return medicalLists.flatMap((file) =>
    listedRows(file)
      .flat()
      .flatMap((cell) => fold(cell).match(/\p{L}{4,}/gu) ?? []),
  )
}

const medicalLists = [
  'treatments-fr.tsv',
  'note-treatments.tsv',
  'note-signs.tsv',
  'operations.tsv',
  'subjects.tsv',
  'modifiers-fr.tsv',
]
