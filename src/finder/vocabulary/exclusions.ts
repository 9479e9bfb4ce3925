/** A stretch of a text, in characters: `start` (inclusive) to `end` (exclusive). */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Whether a text may say what it leaves out: most do not, and need no closer look. */
export function maySayExclusion(text: string): boolean {
  return anyCue.test(text)
}

/**
 * The stretches of a title or a condition that name what is left out ("excluding …", "other than …", "without …", "hors …"),
 * each as far as its clause or bracket goes. "With or without", "with and without" and what is excluded by a test
 * ("for excluding …") leave nothing out.
 */
export function excludedStretches(text: string): readonly Stretch[] {
  const found: Stretch[] = []
  for (const [pattern, reach] of [
    [listCue, reachOfList],
    [nounCue, reachOfNoun],
  ] as const)
    for (const match of text.matchAll(pattern)) {
      const start = match.index + match[0].length
      const before = text.slice(0, match.index)
      if (isOffered(before, match[0], text.slice(start)) || isTest(before, match[0])) continue
      const clause = text.slice(start, start + clauseLength(text.slice(start)))
      const length = reach(clause)
      if (length > 0) found.push({ start, end: start + length })
    }
  return [...found, ...leftOutBefore(text)]
}

/** What a list of things left out begins with. */
const listCue = cueOf([
  '(?:(?:but|and) )?excluding',
  'exclusive of',
  'except(?:ing)?(?: for)?',
  'with the exception of',
  'other than',
  '(?:but )?not (?:including|involving)',
  'but not',
  'apart from',
  'hors',
  'hormis',
  'sauf',
  'excepté',
  'excluant',
  "(?:à|a) l['’](?:exclusion|exception)",
  'en dehors',
  'autres? que',
  "autres? qu(?=['’])",
])

/** What is said of one thing, or of several joined by "or". */
const nounCue = cueOf([
  'without',
  'not (?:having|suffering from|due to|caused by|related to|associated with|attributable to)',
  'unrelated to',
  '(?:do|does|did) not have',
  'in (?:the )?absence of',
  'no (?:known |prior |previous )?(?:history|evidence|diagnosis|signs?) of',
  'no (?:known|prior|previous)',
  'sans',
  "en l['’]absence",
  "n['’](?:ayant|ont|a) pas",
  'non (?:liée?s?|due?s?) (?:à|aux?)',
])

/** "breast cancer excluded" at the end of a bracket or after a comma. */
const afterCue =
  /(?<![\p{L}\p{N}-])(?:(?:is|are) )?(?:excluded|exclus|exclues?)(?=\s*(?:[)\].;:]|$))/giu

function cueOf(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}-])`, 'giu')
}

const anyCue =
  /exclu|except|other than|not |but not|apart from|without|absence|unrelated|\bno |\bhors\b|hormis|sauf|dehors|autres? qu|\bsans\b|n['’](?:ayant|ont|a) pas|\bnon (?:li|d)/iu

/** "with or without", "with and without", "with/without": both are in the study. */
function isOffered(before: string, cue: string, after: string): boolean {
  if (/^(?:and|but) /iu.test(cue)) return false
  const joins = /^(?:without|sans)$/iu.test(cue) ? offersBoth : joinsMore
  return (
    joins.test(before) ||
    /^\s*(?:\/|or |and |vs\.? |versus |ou |et )\s*(?:with|avec)\b/iu.test(after)
  )
}

const offersBoth = /(?:\b(?:or|and|with|vs\.?|versus|ou|et|avec|w\/?)|[/&+-])\s*$/iu
const joinsMore = /(?:\b(?:or|and|vs\.?|versus|ou|et)|[/&])\s*$/iu

/** "For excluding pulmonary embolism" is about it: so a study of a test begins. */
function isTest(before: string, cue: string): boolean {
  if (!/excluding|excluant/iu.test(cue)) return false
  return /(?:^|[:.]|\b(?:for|in|by|of|at|when|to|and|pour|en))\s*$/iu.test(before)
}

/** Where the clause ends: its bracket or sentence, or what says who is studied and how. */
function clauseLength(text: string): number {
  let depth = 0
  for (const match of text.matchAll(ends)) {
    const [sign] = match
    if (/^[([]$/.test(sign)) depth++
    else if (/^[)\]]$/.test(sign)) {
      if (--depth < 0) return match.index
    } else if (depth === 0) return match.index
  }
  return text.length
}

const ends =
  /[()[\]]|[.;:!?](?=\s|$)|\s[-–—|]\s|—|(?<![\p{L}\p{N}-])(?:with|who|whom|that|which|whose|in(?! situ\b)|among|for|treated|undergoing|receiving|after|before|during|using|versus|vs|compared|to|on|at|from|under|while|when|despite|following|by|but|than|chez|avec|pour|dans|traitée?s?|après|avant|par|qui|dont)(?![\p{L}\p{N}-])/giu

function reachOfList(clause: string): number {
  return clause.length
}

/** A comma ends it unless the list goes on to an "or"; an "and" begins something else. */
function reachOfNoun(clause: string): number {
  const and = /\s(?:and|et|plus)\s|[+&]/iu.exec(clause)?.index ?? clause.length
  const own = clause.slice(0, and)
  if (/,.*(?<![\p{L}])(?:or|nor|ou|ni)(?![\p{L}])/iu.test(own)) return own.length
  const comma = own.indexOf(',')
  return comma === -1 ? own.length : comma
}

function leftOutBefore(text: string): Stretch[] {
  return Array.from(text.matchAll(afterCue), (match): Stretch => {
    const before = text.slice(0, match.index)
    const start = Math.max(...['(', '[', ';', ':', ','].map((sign) => before.lastIndexOf(sign)))
    return { start: start + 1, end: start < 0 ? 0 : match.index }
  }).filter(({ start, end }) => end > start)
}
