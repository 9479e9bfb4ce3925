import type { Facts } from './facts.ts'
import type { CriterionPiece } from './pieces.ts'

/**
 * True for a value that a piece asks of some persons only, of whom this one is none or may be none: "QTc > 450 ms (male)",
 * "Infants: weight < 10 kg". Rule `of-some@1`.
 */
export function isAskedOfOthers(
  { text, readings }: CriterionPiece,
  { sex, ageDays }: Facts,
): boolean {
  if (!readings.some(({ type }) => type === 'measure')) return false
  if (readings.some(({ type }) => type === 'sex' || type === 'age')) return false
  const [females, males] = [ofFemales.test(text), ofMales.test(text)]
  if (females !== males && sex !== (females ? 'FEMALE' : 'MALE')) return true
  const [children, adults] = [ofChildren.test(text), ofAdults.test(text)]
  if (children === adults) return false
  if (ageDays === undefined) return true
  return children === ageDays >= grownDays
}

const grownDays = 18 * 365.25
const ofFemales = /\b(?:females?|wom[ae]n|girls?)\b/i
const ofMales = /\b(?:males?|m[ae]n|boys?)\b/i
const ofChildren =
  /\b(?:infants?|neonates?|newborns?|bab(?:y|ies)|toddlers?|children|child|adolescents?|p(?:a)?ediatric)\b/i
const ofAdults = /\badults?\b/i
