import type { Case, Judgement } from './judgement.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { isOfOtherKind } from './facts-of.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'

/**
 * A requirement of one illness, of who has another kind of it, where a person has but one of the kinds: "non-small cell lung cancer,
 * stage IV" and a small cell one. The rest of it need not be understood. Rule `other-kind@2`.
 */
export function otherKindVerdict({ text, kind, patient, vocabulary }: Case): Judgement | undefined {
  if (kind !== 'inclusion' || hasOtherWaysIn(text) || text.length > longest) return undefined
  const named = diseasesAsked(text, vocabulary)
  const [one] = named
  if (!one || isOfPast.test(text) || named.some(({ term }) => term !== one.term)) return undefined
  const evidence = isOfOtherKind(one.term, patient, vocabulary)
  if (!evidence || isTurned(withoutStages(text))) return undefined
  return { verdict: 'not met', reason: 'stated facts', evidence: [evidence] }
}

const longest = 300
const isOfPast =
  /\b(?:family|relatives?|siblings?|parents?|mothers?|fathers?|risk|suspected|free of|negative)\b/i

/** "Stage IIIB/C or IV", "histologically or cytologically confirmed": an "or" that is no other illness. */
function withoutStages(text: string): string {
  return text
    .replaceAll(
      /\b(?:histo\w+|patho\w+|cyto\w+)-? (?:or|and\/or) (?:histo\w+|patho\w+|cyto\w+)/gi,
      ' ',
    )
    .replaceAll(/\bstages? ?[IV\d][\w/, -]*? or [IV\d]\w*/gi, ' ')
    .replaceAll(
      /\b(?:recurrent|metastatic|advanced|unresectable|locally advanced) or (?:recurrent|metastatic|advanced|unresectable|locally advanced)\b/gi,
      ' ',
    )
}
