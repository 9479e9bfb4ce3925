/** Words of a text that name what a value is of: characters `start` to `end`. */
export interface NamedValue {
  readonly name: string
  readonly start: number
  readonly end: number
}

/**
 * The words just before a comparison that name what is compared, where no measure of ours does: "wheal diameter", "HAM-D17
 * total score". A plain number needs a scale: "more than 2 relapses" counts events. Rule `named-value@1`.
 */
export function nameBefore(text: string, hasUnit: boolean): NamedValue | undefined {
  const trimmed = text.replace(/\([^()]{0,40}\)\s*$|\[[^[\]]{0,40}\]\s*$/, '').replace(tail, '')
  if (goesAfter.test(trimmed)) return undefined
  const raw = lastWords(trimmed).replace(lead, '')
  const name = raw.trim()
  if (!isName(name) || (!hasUnit && !isScale(name))) return undefined
  const start = trimmed.length - raw.length + (raw.length - raw.trimStart().length)
  return { name, start, end: start + name.length }
}

/** The words right after a value with a unit that name it: "25% or more loss of power", "30% blasts in bone marrow". */
export function nameAfter(text: string): NamedValue | undefined {
  const found = firstWords.exec(text)
  const [whole = '', name = ''] = found ?? []
  if (!found || !isName(name.trim())) return undefined
  const start = whole.length - name.length
  return { name: name.trim(), start, end: start + name.trim().length }
}

/** Up to five words at the end of a text, with the space after them. */
function lastWords(text: string): string {
  const words = text.trimEnd().split(' ')
  let from = words.length
  while (from > 0 && words.length - from < 5 && wholeWord.test(words[from - 1] ?? '')) from--
  return words.slice(from).join(' ') + text.slice(text.trimEnd().length)
}

function isName(name: string): boolean {
  const words = name.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word))
  return words.some((word) => !empty.test(word)) && !notNamed.test(name)
}

function isScale(name: string): boolean {
  return scale.test(name) || /\b(?:[A-Z]|m[A-Z])[A-Z0-9-]{1,9}[A-Z0-9]\b/.test(name)
}

const word = String.raw`[\p{L}\d](?:[\p{L}\d/'’%+.-]*[\p{L}\d+])?`
const wholeWord = new RegExp(`^${word}$`, 'u')
const firstWords = new RegExp(
  String.raw`^ ?(?:of |in |for )?(?:the |a |an |his |her |their )?((?:${word} ){0,3}${word})(?=[\s]*[,;.():]|\s(?:and|or|at|on|by|with|if|despite|within|during|who|which|for|as)\b|\s*$)`,
  'u',
)

/** "With more than 30% blasts", "evidence of > 60% stenosis": what is measured is said after the value. */
const goesAfter =
  /\b(?:with|who|whose|showing|containing|plus|least|than|(?:evidence|history|presence|finding|documentation)(?: of)?)\s*$/i

/** Words between a name and its value. */
const tail =
  /(?:\s*(?:[:=-]|\b(?:is|are|was|were|be|being|been|must|should|shall|has|have|had|having|of|a|an|the|in|at|to|which|that|measured|measuring|defined|documented|by|baseline|screening|rest|range|level|levels|value|values|between|currently|estimated|either|total of|greater|equal)\b))*\s*$/i
/** Words before a name that are none of it. */
const lead =
  /^(?:.*\b(?:and|or|with|who|whose|patients?|subjects?|participants?|individuals?|people|women|men|children|adults|if|for|by|from|than|had|have|has|having|is|are|was|be|must|should|defined|as|either|a|an|the|of|to|in|on|at|within|because|including|e\.g\.|i\.e\.|known|any|no|not|without|presence|history|evidence|elevated|documented|requiring|requires?|shows?) )+/iu
const empty =
  /^(?:patients?|subjects?|participants?|men|women|more|less|than|least|most|only|other|another|study|visit|day|days|week|weeks|month|months|year|years|age|time|times|first|last|past|previous|prior|dose|doses|approximately|about|total|number|and|or|with|who|this|that|these|those|all|each|one|two|three)$/i
const notNamed =
  /^(?:by|is|are|was|were|be|on|at|per|as|during|despite|when|proper|predicted|or|and|more|less|greater|over|under|up|part|phase|cohort|group|arm|step|visit|criteria|criterion|section|table|appendix|figure|type)\b|\b(?:version|criteria|visit|cohort|arm|phase)$/i
const scale =
  /\b(?:score|scores|scale|grade|class|category|index|stage|inventory|questionnaire|rating|points?|ratio|level|test|titer|titre|percentile|vision|acuity|respiratory rate)\b/i
