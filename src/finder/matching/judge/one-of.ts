import type { Case, Judgement } from './judgement.ts'

/**
 * "At least one of: hypertension, smoking, obesity", "one or more risk factors, such as …": met where one of the things named is
 * so by itself. What is not one of them tells nothing. Rule `one-of@1`.
 */
export function oneOfVerdict(
  { text, kind }: Case,
  judge: (text: string) => Judgement | undefined,
): Judgement | undefined {
  if (kind !== 'inclusion' || text.length > longest) return undefined
  const lead = opening.exec(text)
  if (!lead) return undefined
  const list = text.slice(lead.index + lead[0].length).replace(lastOfList, ', ')
  if (turning.test(list) || turning.test(text.slice(0, lead.index))) return undefined
  if (/[a-z]{3}/i.test(text.slice(0, lead.index).replace(harmless, ' '))) return undefined
  for (const item of itemsOf(list)) {
    const judged = judge(item)
    if (judged?.verdict === 'met' && judged.evidence.length > 0)
      return { verdict: 'met', reason: 'stated facts', evidence: judged.evidence }
  }
  return undefined
}

const longest = 600
const opening =
  /\b(?:at least (?:one|1)|one or more|any|either|≥ ?1|1 or more)(?: \(\d\))?(?: or more)?(?: of)?(?: (?:the|these|following|below|listed|other|known|major|additional|classic\w*|cardiovascular|vascular|coronary|cardiac|metabolic))*(?: (?:risk factors?|conditions?|comorbidit\w+|diseases?|criteria|diagnos[ei]s|symptoms?|signs?|findings?|disorders?|features?))?(?: of the following| below| listed)?(?: (?:for|of) (?:cardiovascular|coronary|heart|vascular) (?:disease|events?))?(?:\s*[:,(]?\s*(?:such as|including|e\.g\.?,?|i\.e\.?,?|namely|like)|\s*[:;(])/i
/** The "and" before the last of several: of a list of which one will do it joins nothing. */
const lastOfList = /,\s+and\s+(?=[^,;]*$)/i
/** What a requirement may open with before the list. */
const harmless =
  /\b(?:patients?|subjects?|participants?|individuals?|adults?|who|with|having|have|has|had|must|should|presence|evidence|of|the|clinical|diagnosis|diagnosed|documented|known|a|an)\b/gi
/** An "and", an exception or a denial may join or turn them. */
const turning =
  /\b(?:and(?!\/or)|except\w*|unless|other than|without|no|not|never|plus|if|who|which|that|treated|requiring|despite|within|family|parents?|relatives?|siblings?|none)\b/i

/** Divided by commas, "or" and semicolons, outside brackets; a piece that goes on from the one before is none. */
function itemsOf(list: string): readonly string[] {
  return list
    .replaceAll(/\([^()]*\)/g, (bracket) => bracket.replaceAll(/[,;]|\bor\b/g, ' '))
    .split(/[,;•\n]|\band\/or\b|\bor\b/i)
    .map((item) => item.trim().replace(/[.:]+$/, ''))
    .filter(
      (item) =>
        item.length > 2 && !/^(?:with|of|in|on|for|to|by|from|due|defined|as)\b/i.test(item),
    )
}
