/** What the words before a number say of it. */
export interface Operator {
  readonly side: 'min' | 'max' | 'equal'
  readonly inclusive: boolean
  /** How many characters before the number say so. */
  readonly length: number
  /** "within", "in the last": said of time only. */
  readonly isPeriod: boolean
  /** "under age 18". */
  readonly isAge: boolean
}

/** The operator that ends a text: "at least", "≤", "no more than", "within the past"; undefined where there is none. */
export function operatorBefore(before: string): Operator | undefined {
  if (!lastWord.test(before)) return undefined
  const about = aboutPattern.exec(before)?.[0].length ?? 0
  const text = about === 0 ? before : before.slice(0, before.length - about)
  for (const [side, inclusive, pattern] of operators) {
    const match = pattern.exec(text)
    if (match)
      return {
        side,
        inclusive,
        length: match[0].length + about,
        isPeriod: false,
        isAge: /\bage|\bold|\byoung/i.test(match[0]),
      }
  }
  const period = periodPattern.exec(text)
  if (!period) return undefined
  const length = period[0].length + about
  return { side: 'max', inclusive: true, length, isPeriod: true, isAge: false }
}

/** The words after a number that make a bound of it: "or older", "or less", "and above". */
export function boundAfter(
  after: string,
): { side: 'min' | 'max'; length: number; word: string } | undefined {
  const match = afterPattern.exec(after)
  if (!match) return undefined
  const [whole, word = ''] = match
  const side = /young|under|less|below|lower|few|small|short|earl|inférieur|jünger/i.test(word)
    ? 'max'
    : 'min'
  return { side, length: whole.length, word }
}

/** How every operator ends: most numbers have none before them, and are passed over at once. */
const lastWord =
  /(?:[≥⩾≧≤⩽≦<>＞＜=/~≈]|[≥≤=]\)|\b(?:to|of|least|than|most|over|above|below|under|minimum|maximum|ages?|from|exceed(?:s|ing)?|within|past|last|previous|prior|preceding|next|following|coming|subsequent|first|the|an?|moins|mindestens|menos|als|de|les|cours|derni[eè]re?s|von|equal|approximately|approx\.?|about|around|circa|roughly|environ|mayor(?:es)?|menor(?:es)?)|à|total of)\s*$/i

/** "Within approximately 6 minutes": it says nothing of the side. */
const aboutPattern =
  /\b(?:approximately|approx\.?|about|around|circa|roughly|environ|a total of)\s*$|[~≈]\s*$/i

const periodPattern =
  /\b(?:within|in|during|over|for)?\s?(?:the )?(?:within|past|last|previous|prior|preceding|next|following|coming|subsequent|dans les|au cours des|innerhalb von)\s(?:the )?(?:(?:first|past|last|previous|preceding|prior|next|following|derni[eè]re?s) )?$/i

/** "18 or more"; but in "18 or more than 65" the "more" is of the next number. */
const afterPattern =
  /^ ?(?:of age|old|in age|d['’]âge)? ?,? ?(?:or|and|\/|et|ou|y|und) ?(?:is )?(older|over|above|more|greater|up|upwards?|higher|longer|larger|plus|younger|under|less|below|lower|fewer|shorter|smaller|earlier|älter|jünger|más|mayores)\b(?! ?(?:than|de)\b ?(?:or equal (?:to )?)?[<>≤≥]? ?\d)(?! ?[<>≤≥]? ?\d)/i

const operators: readonly (readonly ['min' | 'max' | 'equal', boolean, RegExp])[] = [
  ['min', true, /(?:≥|⩾|≧|>\s?=|=\s?>|> ?or ?=|> or equal to|>\/=|<u>>\/u>)\s*(?:to )?$/i],
  ['max', true, /(?:≤|⩽|≦|<\s?=|=\s?<|< ?or ?=|< or equal to|<\/=)\s*(?:to )?$/i],
  [
    'max',
    true,
    /\b(?:not|no|never)\s*(?:be )?(?:>|greater than|more than|higher than|above|over|exceed(?:ing|s)?|in excess of|older than|larger than|longer than)\s*$/i,
  ],
  [
    'min',
    true,
    /\b(?:not|no)\s*(?:be )?(?:<|less than|lower than|below|under|fewer than|younger than|smaller than)\s*$/i,
  ],
  [
    'min',
    true,
    /(?:\b(?:at least|(?:for )?a? ?minimum (?:period |duration |time |interval )?of|minimum|au moins|mindestens|al menos|(?:greater|more|higher|older|longer|larger)(?: than)? or equal(?: to)?(?: ?\((?:≥|>=)\))?|equal(?: to)? or (?:greater|more|higher|older) than|superior or equal to|sup[ée]rieure? ou [ée]gale? à|from age))\s*(?:age )?(?:of )?(?:the )?$/i,
  ],
  [
    'max',
    true,
    /\b(?:at most|up to|a maximum of|maximum(?: of)?|(?:less|lower|fewer|younger|smaller|shorter)(?: than)? or equal(?: to)?(?: ?\((?:≤|<=)\))?|equal(?: to)? or (?:less|lower|younger) than|inf[ée]rieure? ou [ée]gale? à)\s*(?:age )?(?:of )?$/i,
  ],
  [
    'min',
    false,
    /(?:[>＞]|\b(?:greater than|more than|higher than|older than|larger than|longer than|above|over|exceed(?:s|ing)?|in excess of|plus de|älter als|mayor(?:es)? de|sup[ée]rieure? à)(?: (?:the )?ages?(?: of)?)?)\s*(?:a |an |the )?$/i,
  ],
  [
    'max',
    false,
    /(?:[<＜]|\b(?:less than|lower than|fewer than|younger than|smaller than|shorter than|below|under|moins de|jünger als|menor(?:es)? de|inf[ée]rieure? à)(?: (?:the )?ages?(?: of)?)?)\s*(?:a |an |the )?$/i,
  ],
  ['equal', true, /=\s*$/],
]
