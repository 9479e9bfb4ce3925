import { openDrugs } from './drugs.ts'

/** How a treatment gets into or onto a person. */
export type TreatmentRoute =
  | 'drip'
  | 'vein'
  | 'skin'
  | 'muscle'
  | 'injection'
  | 'mouth'
  | 'inhaled'
  | 'nose'
  | 'eye'
  | 'onSkin'
  | 'patch'
  | 'rectal'

/** How often: so many times a day or week, or every so many hours, days, weeks or months. */
export interface TreatmentRhythm {
  readonly times: number
  readonly per: 'once' | 'day' | 'week' | 'everyHours' | 'everyDays' | 'everyWeeks' | 'everyMonths'
}

/** What a text says of how a treatment is given; what it does not say, or says in two ways, is not there. */
export interface TreatmentGiven {
  readonly route?: TreatmentRoute
  readonly often?: TreatmentRhythm
  /** Some time with it, some time without. */
  readonly hasBreaks?: true
}

/**
 * Rule `treatment-given@2`: the one way and the one rhythm that a text names, where it speaks of one treatment and of no other
 * times: of two different ways, of two medicines, or where it changes as time goes on ("taper by 5 mg every 4 weeks"), neither.
 */
export function givenIn(text: string): TreatmentGiven {
  const read = text.slice(0, mostText)
  if (namesSeveral(read)) return {}
  const route = otherRoutes.test(read) ? undefined : only(routesIn(read), (one) => one)
  const rhythm = only(rhythmsIn(read), ({ times, per }) => `${times} ${per}`)
  const often = rhythm && hasOtherTimes(read, rhythm) ? undefined : rhythm
  return {
    ...(route && { route }),
    ...(often && { often }),
    ...(breaks.test(read) && { hasBreaks: true as const }),
  }
}

const mostText = 4_000

/** Whether a text names medicines that are not the same: what it says of times may be said of either. */
function namesSeveral(text: string): boolean {
  const [first, ...others] = openDrugs()
    .inText(text)
    .filter(({ start, end }) => !vehicles.test(text.slice(start, end)))
    .map(({ drugs }) => new Set(drugs.flatMap(({ name, substances }) => [name, ...substances])))
  return first !== undefined && others.some((other) => other.isDisjointFrom(first))
}

/** What a medicine is dissolved in or drunk with. */
const vehicles =
  /^(?:saline|(?:normal )?saline.*|sodium chloride|nacl|water|dextrose|glucose|oxygen|d5w)$/i

/** Ways into a body that no word here stands for: beside one of these "infusion" is into no vein. */
const otherRoutes =
  /\b(?:intra-?(?!venous|muscular|nasal|vitreal)\p{L}{4,}(?:al|ally|ar|arly|ous|ously|ic|ically)|icv|it injection|epidural|peridural|perineural|periarticular|peritumou?ral|convection|loco-?regional\w*|nerve block|infiltration|implant\w*|catheter into|subretinal|suprachoroidal|sublingual\w*|buccal\w*|vaginal\w*|local(?:ly)? inject\w*|hepatic arter\w+|dialysis|enteral|feeding tube|nasogastric|gargle|mouthwash|rins\w+)\b/iu

/** Whether a text tells of times beside the rhythm that was read: changes, other hours, days of a cycle, only some time of it. */
function hasOtherTimes(text: string, { per }: TreatmentRhythm): boolean {
  const rest = rhythms.reduce(
    (left, [pattern]) => left.replace(pattern, ' '),
    text.replace(pause, ' '),
  )
  return eitherTimes.test(text) || otherTimes.test(rest) || (per !== 'day' && aDay.test(rest))
}

const otherTimes =
  /\b(?:taper|titrat|escalat|increas|decreas|reduc|loading|maintenance|induction|consolidation|initial|thereafter|subsequent|afterwards|then|followed by|bedtime|meals?|morning|evening|night|noon|breakfast|dinner|lunch|sessions?|times|trice|as needed|prn|if needed|on demand|bolus|continuous|first \S+ (?:days?|weeks?|months?|doses?)|(?:the )?day of|days? \d|d\d|weeks? \d+ ?(?:,|and|to|&)|alternat)|\b(?:hourly|nightly|q\.?i\.?d|q\.?h\.?s|biweekly|bi-weekly|fortnight\w*|doses? (?:over|within|in) )|\b(?:a|per|each|every) (?:hour|minute|week|month|cycle)\b/i
/** "Every 2 or every 4 weeks", "once/twice a week", "at least once a day". */
const eitherTimes =
  /\b(?:or|\/|to|and) ?(?:every|once|twice|three|q\d)|(?:once|twice|one|two|\d) ?(?:or|\/|to|-) ?(?:once|twice|two|three|four|\d) ?(?:times|a |per |every|daily|weekly)|\b(?:at least|up to|at most|maximum|minimum) (?:of )?(?:once|twice|one|two|three|four|every|\d)(?! (?:cycles?|years?|months?|weeks?|doses?|courses?))/i
/** So many milligrams a day go with no rhythm of weeks. */
const aDay = /(?:\/|per |a |each |every )(?:kg\/)?(?:d|day|24 ?h(?:ours)?)\b|\bdaily\b/i

/** "21 days on, 7 days off", "followed by a week of rest". */
const breaks =
  /\b(?:days?|weeks?)[ -]off\b|\b(?:days?|weeks?) (?:of )?(?:rest|without (?:treatment|drug))\b|\brest period|drug[- ]free (?:interval|period|week)/i

const pause =
  /\b(?:then|followed by|and then)\b(?= (?:an? )?\S+[ -](?:(?:days?|weeks?)[ -]off|(?:days?|weeks?) (?:of )?(?:rest|break|without)))/gi

/** What was found, where all that was found is the same. */
function only<T>(found: readonly T[], keyOf: (one: T) => string): T | undefined {
  const [first, ...others] = new Map(found.map((one) => [keyOf(one), one])).values()
  return others.length === 0 ? first : undefined
}

const routes: readonly (readonly [TreatmentRoute, RegExp])[] = [
  ['drip', /\b(?:(?:iv|i\.v\.|intravenous(?:ly)?)[ -](?:drip|infusions?)|infusions?|infused)\b/i],
  [
    'vein',
    /(?<!(?:stages?|phases?|grades?|class|levels?|types?|parts?|iii|ii|i)[ /,-]*(?:(?:and|or|to) )?)\biv\b|\bintravenous(?:ly)?\b|\bi\.v\./i,
  ],
  [
    'skin',
    /\b(?:subcutaneous(?:ly)?|sub-?cutaneous|subq|sub-q|sc|s\.c\.|under the skin)(?![\p{L}\p{N}])/iu,
  ],
  ['muscle', /\b(?:intramuscular(?:ly)?|im|i\.m\.)(?![\p{L}\p{N}])/iu],
  [
    'mouth',
    /\b(?:oral(?:ly)?|by mouth|per os|po|p\.o\.|tablets?|capsules?|pills?|caplets?|syrup|chewable)(?![\p{L}\p{N}])/iu,
  ],
  ['inhaled', /\b(?:inhal(?:ed|ation|er|ers)|nebuli[sz](?:ed|er|ation))\b/i],
  ['nose', /\b(?:intranasal(?:ly)?|nasal spray|nasal drops?)\b/i],
  ['eye', /\b(?:eye ?drops?|ophthalmic|intravitreal(?:ly)?)\b/i],
  ['patch', /\b(?:transdermal|(?:skin )?patch(?:es)?)\b/i],
  ['onSkin', /\b(?:topical(?:ly)?|cream|ointment|lotion|gel applied)\b/i],
  ['rectal', /\b(?:rectal(?:ly)?|suppositor(?:y|ies)|enema)\b/i],
]

/** A drip is a way into a vein where the vein is named (cells are let into a heart so too), and an injection anywhere. */
function routesIn(text: string): readonly TreatmentRoute[] {
  const found = routes.flatMap(([route, pattern]) => (pattern.test(text) ? [route] : []))
  const isDrip = found.includes('drip')
  if (isDrip && !found.includes('vein')) return []
  const own = found.filter((route) => !(route === 'vein' && isDrip))
  if (own.length > 0) return own
  return /\binjections?|injected\b/i.test(text) ? ['injection'] : []
}

const numbers: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  'two times': 2,
  'three times': 3,
  thrice: 3,
  'four times': 4,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  six: 6,
  eight: 8,
  twelve: 12,
  other: 2,
}

const rhythms: readonly (readonly [
  RegExp,
  (match: readonly string[]) => TreatmentRhythm | undefined,
])[] = [
  [
    /\b(once|twice|two times|three times|thrice|four times)[ -](?:a |per |every |each )?(?:day|daily)\b/gi,
    ([, n]) => often(n, 'day'),
  ],
  [/\b(?:q\.?d\.?|once-daily)(?![\p{L}\p{N}])/giu, () => ({ times: 1, per: 'day' })],
  [/\b(?:b\.?i\.?d\.?)(?![\p{L}\p{N}])/giu, () => ({ times: 2, per: 'day' })],
  [/\b(?:t\.?i\.?d\.?)(?![\p{L}\p{N}])/giu, () => ({ times: 3, per: 'day' })],
  [
    /\b(once|twice|two times|three times|thrice)[ -](?:a |per |every |each )?(?:week|weekly)\b/gi,
    ([, n]) => often(n, 'week'),
  ],
  [
    /\b(?:every|each) (\d{1,2}|two|three|four|six|eight|twelve|other) (hour|day|week|month)s?\b/gi,
    ([, n, unit]) => every(n, unit),
  ],
  [/\bq(\d{1,2}) ?(h|d|w|m)(?![\p{L}\p{N}])/giu, ([, n, unit]) => every(n, unit)],
  [/\b(?:every|each) (day|week|month)\b/gi, ([, unit]) => every('1', unit)],
  [
    /(?<!(?:once|twice|times|thrice|trice|\d|\*|×|x|two|three|four|five|six|bi|tri|semi)[ -](?:a |per )?)(?<!(?:total|max\p{L}*|permitted|usual|average|recommended)(?: \S+){0,3} )\b(daily|weekly|monthly)\b(?! (?!oral|for\b|x\b|until|on\b|by\b|at\b|in the|sub|intra|iv\b|sc\b|po\b|with|during|over|to\b|as\b|and\b|or\b|from|through|up)\p{L})/giu,
    ([, unit = '']) =>
      every('1', { daily: 'day', weekly: 'week', monthly: 'month' }[unit.toLowerCase()]),
  ],
  [
    /\b(?:single (?:dose|injection|infusion|administration)|one[- ]time)\b/gi,
    () => ({ times: 1, per: 'once' }),
  ],
]

function rhythmsIn(text: string): readonly TreatmentRhythm[] {
  return rhythms
    .flatMap(([pattern, read]) => [...text.matchAll(pattern)].map((match) => read(match)))
    .flatMap((found) => (found ? [alike(found)] : []))
}

function often(words: string | undefined, per: 'day' | 'week'): TreatmentRhythm | undefined {
  const times = numbers[(words ?? '').toLowerCase()]
  return times === undefined ? undefined : { times, per }
}

function every(count: string | undefined, unit: string | undefined): TreatmentRhythm | undefined {
  const times = /^\d+$/.test(count ?? '') ? Number(count) : numbers[(count ?? '').toLowerCase()]
  const per = ({ h: 'everyHours', d: 'everyDays', w: 'everyWeeks', m: 'everyMonths' } as const)[
    (unit ?? '').charAt(0).toLowerCase() as 'h' | 'd' | 'w' | 'm'
  ]
  return times === undefined || times === 0 || per === undefined ? undefined : { times, per }
}

/** "Once a day" is "every day", "once a week" is "every week". */
function alike(one: TreatmentRhythm): TreatmentRhythm {
  if (one.per === 'everyDays' && one.times === 1) return { times: 1, per: 'day' }
  if (one.per === 'everyWeeks' && one.times === 1) return { times: 1, per: 'week' }
  return one
}
