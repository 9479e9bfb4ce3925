import { tokens } from '../../vocabulary/fold.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { kindsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * An exclusion of one illness with words that narrow it, of who is said to have it in one breath with all of these words: "anorexia
 * nervosa, restricting type" and "anorexia nervosa restricting type". Rule `closely-said@1`.
 */
export function closelySaidVerdict({
  text,
  kind,
  patient,
  vocabulary,
}: Case): Judgement | undefined {
  if (kind !== 'exclusion' || patient.source !== 'note' || text.length > longest) return undefined
  if (turning.test(text)) return undefined
  const [named, ...more] = diseasesAsked(text, vocabulary)
  if (!named || more.some(({ term }) => term !== named.term)) return undefined
  const words = askedWords(withoutParts(text, [named, ...more]))
  if (words.length === 0 || words.length > 4) return undefined
  const kinds = kindsOf(named.term, vocabulary)
  const found = patient.findings.filter((one) => one.of === 'patient' && kinds.has(one.term))
  if (found.some(({ presence, when }) => presence !== 'present' || when !== 'now')) return undefined
  const said = found.find((one) => {
    const clause = clauseOf(one.evidence.text, one.words)
    const own = new Set(tokens(clause))
    return clause !== '' && words.every((word) => own.has(word))
  })
  return said && { verdict: 'not met', reason: 'stated facts', evidence: [said.evidence] }
}

const longest = 110

/** The part of a sentence around some words, without what is in brackets or behind a comma. */
function clauseOf(text: string, words: string): string {
  const parts = text.split(/[,;:.()]|(?<!\p{L})(?:and|but|with|mais|et|avec)(?!\p{L})/iu)
  return parts.find((part) => part.toLowerCase().includes(words.toLowerCase())) ?? ''
}

const turning =
  /[;:/()<>≥≤]|\d|\b(?:or|and|no|not|non|without|never|unless|except\w*|other|if|history|prior|past|previous\w*|within|family|mothers?|fathers?|risk|suspected|possible|planned|contraindicat\w*|allerg\w*|unable|inability|refus\w*|treat\w*|therapy|use|using|test\w*|screen\w*|requir\w*|need\w*|recent\w*|last|controlled|uncontrolled|secondary|induced|related|due|caused|expected|only)\b/i
