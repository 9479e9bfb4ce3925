import { fold, tokens } from '../../vocabulary/fold.ts'
import { isOtherAct } from '../../vocabulary/own-words.ts'
import { bareWord, smallness } from '../../vocabulary/small-words.ts'
import { isDrugWord } from './drug-words.ts'
import { isFiller } from './fillers.ts'
import { isKnownWord } from './known-word.ts'
import { formsTyped, nameCorrections } from './name-corrections.ts'
import type { PlanContext } from './plan-findings.ts'
import type { CorrectWord } from './spelling.ts'
import { stagesBeside } from './name-pieces.ts'
import { treatmentPhrases } from './treatment-phrases.ts'

/** Words with misspelt ones put right, but for those of a stage, a subject or a French treatment of several words (« volontaire sain »). */
export function correctedWords(words: readonly string[], context: PlanContext): readonly string[] {
  const phrases = [...treatmentPhrases(words, []), ...stagesBeside(words, [])]
  const isPart = (at: number): boolean => phrases.some(({ start, end }) => start <= at && at < end)
  const isAlone = words.length === 1
  return words.map((word, at) =>
    isPart(at) || isKnownWord(words, at) ? word : corrected(word, isAlone, context),
  )
}

/** The word as typed when any record holds it; else the one most likely meant, noted for the reader. */
function corrected(word: string, isAlone: boolean, context: PlanContext): string {
  const [term, ...more] = tokens(word)
  if (term === undefined || more.length > 0 || term.length < 4 || /\d/.test(term)) return word
  if (isFiller(word) || smallness(word) || context.lexicon.translate(word)) return word
  if (context.lexicon.vocabulary.words().has(term) || isDrugWord(term)) return word
  if (context.lexicon.isInMoreThan(rarely, term)) return word
  const known = heldBy(term, context)
  const better = nearestWord(term, word, context)
  if (!better || isFrenchForm(word, better.surface) || isOtherAct(word, better.surface)) return word
  if (!isAlone && isShortForRare(term, better.stem, context)) return word
  if (known > 0 && context.lexicon.documents('main', better.stem) < known * muchMore) return word
  if (!context.findings.corrections.some(({ from }) => from === word))
    context.findings.corrections.push({ from: word, to: better.surface })
  return better.surface
}

/** Beside other words a short one is no slip for a medicine that hardly any record holds: « sismo » is no Sixmo. */
function isShortForRare(term: string, stem: string, context: PlanContext): boolean {
  return (
    term.length <= shortWord &&
    !context.lexicon.vocabulary.words().has(stem) &&
    heldBy(stem, context) < rarely
  )
}

function heldBy(stem: string, { lexicon }: PlanContext): number {
  return lexicon.documents('main', stem) + lexicon.documents('body', stem)
}

/** "Supportée" is a word of French, and no misspelt "supported". */
function isFrenchForm(word: string, better: string): boolean {
  const [, stem = ''] = /^(\p{L}{4,}?)(?:[ée]e?s|[ée]e|é|er|ez)$/iu.exec(bareWord(word)) ?? []
  return stem !== '' && new RegExp(`^${fold(stem)}(?:e[ds]?|s|ing)?$`).test(better)
}

/**
 * The word of the records that is nearest to a word, as it is indexed or as its letters are: a slip may look like the ending
 * of another form or like another spelling ("etoposie" and "pancreatits" are no plurals, "diaetes" is not British).
 */
function nearestWord(
  term: string,
  typed: string,
  { lexicon }: Pick<PlanContext, 'lexicon'>,
): CorrectWord | undefined {
  const found = [...formsTyped(typed), term].flatMap((form) => lexicon.correct(form) ?? [])
  return found.toSorted((a, b) => a.rank - b.rank)[0]
}

/** A word this rare may itself be a misspelling in a record; it is corrected only to one far more frequent. */
const rarely = 3
const shortWord = 6
const muchMore = 10

/** The words with misspelt names of illnesses put right, noted for the reader. */
export function withNamesCorrected(
  typed: readonly string[],
  { area, findings, lexicon }: PlanContext,
): readonly string[] {
  if (area !== 'q' && area !== 'cond' && area !== 'body') return typed
  const held = (word: string): number =>
    lexicon.documents('main', word) + lexicon.documents('body', word)
  const isInUse = (word: string, beside: string): boolean => {
    if (lexicon.isInMoreThan(rarely, word)) return true
    const known = held(word)
    return known > 0 && held(beside) < known * muchMore
  }
  const words = [...typed]
  const treatments = treatmentPhrases(typed, [])
  for (const { at, from, to } of nameCorrections(typed, {
    vocabulary: lexicon.vocabulary,
    isInUse,
    nearestInUse: (token, word) => nearestWord(token, word, { lexicon }),
  })) {
    // « Toxine botulique » is no slip of « botulisme ».
    if (treatments.some(({ start, end }) => start <= at && at < end)) continue
    words[at] = (words[at] ?? '').replace(from, to)
    if (!findings.corrections.some((known) => known.from === from))
      findings.corrections.push({ from, to })
  }
  return words
}
