/**
 * Whether a short name stands at a value of the lungs or another share of what is normal: "FEV1 72% pred." is percent
 * predicted, and no medicine.
 */
export function isShareOfNorm(text: string, start: number, end: number): boolean {
  if (end - start > longestShort) return false
  const before = text.slice(Math.max(0, start - 36), start)
  if (percentBefore.test(before) || percentAfter.test(text.slice(end, end + 24))) return true
  return lungsBefore.test(before) && !takenBefore.test(before)
}

const longestShort = 5
const percentBefore = /(?:%|\bpercent|\bpour ?cent)[\s(]*(?:of |de |du |de la )?$/iu
/** "FEV1 pred 72%", "pred (72 %)"; not "Pred 1% drops", which is how strong they are. */
const percentAfter = /^\.?\)?\s*[:=]?\s*\(?\d{2,3}(?:[.,]\d+)?\s?%/u
/** "FEV1 2.1 L (pred 2.9)". */
const lungsBefore =
  /(?<!\p{L})(?:FEV|FVC|PEFR?|FEF|DLCO|TLCO|KCO|TLC|VEMS|CVF|DEP)(?:\d[\d-]*)?[^\p{L}]*(?:L|l|ml|mL|L\/min)?[^\p{L}]*$/u
const takenBefore = /(?<!\p{L})(?:on|with|by|oral|after|sous|avec)\s$/iu
