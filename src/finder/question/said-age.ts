import { type Age, ageSpan } from '../registry/ages.ts'
import { openDrugFamilies } from '../vocabulary/drug-families.ts'
import { tokens } from '../vocabulary/fold.ts'
import { agePatterns, bare, notCounted } from './age-patterns.ts'
import { unexplained } from './explained-numbers.ts'
import { numberPattern, numberSaid } from './number-words.ts'
import { readAgeWord } from './read-values.ts'
import { type SaidSpan, saidBirth } from './said-birth.ts'
import { saidDecade, saidRange } from './said-decade.ts'
import { isOfMother } from './said-sex.ts'

/** An age as it was said: with its number and its unit, where it has them. "Baby", "in her sixties" and "born in 2019" have none. */
export interface SaidAge extends SaidSpan {
  readonly age?: Age
}

/**
 * The age that a sentence says; undefined where it says none, or two. What only tells how long something lasts ("for 3
 * years", "depuis 3 ans"), when it began ("at 36"), how far a pregnancy was ("born at 27 weeks") or what is counted ("25 weeks pregnant") is none. `today` is `yyyy-MM-dd`.
 */
export function saidAge(text: string, today: string): SaidAge | undefined {
  const range = /\d{2}/.test(text) ? saidRange(text) : undefined
  if (range) return range
  const found: SaidAge[] = []
  if (mayHoldAge.test(text))
    for (const pattern of agePatterns(/\d/.test(text)))
      for (const match of text.matchAll(pattern)) {
        const age = ageIn(match)
        const [words] = match
        if (oneDay.test(words)) continue
        if (age && isOfChild(text.slice(0, match.index + words.length), text)) continue
        if (bornAt.test(text.slice(0, match.index))) continue
        if (pregnantFor.test(text.slice(0, match.index))) continue
        if (age && !found.some((one) => one.words.includes(words) || words.includes(one.words)))
          found.push({ words, span: ageSpan(age), age, box: `${age.value} ${age.unit}` })
      }
  // « J'ai arrêté de fumer à 60 ans, j'en ai 69 ».
  const now = found.filter(({ words }) => ofNow.test(words))
  const [first] = now.length > 0 ? now : found
  const told = now.length > 0 ? now : found
  const spans = new Set(told.map(({ span }) => `${span.least} ${span.most}`))
  if (first) return spans.size === 1 ? first : undefined
  const birth = /\d{4}/.test(text) ? saidBirth(text, today) : undefined
  return birth ?? saidDecade(text) ?? (isOfMother(text) ? undefined : saidAgeGroup(text))
}

const ofNow = /^(?:j['’ ]?en ai|il en a|elle en a|now) /iu

/** "I have lupus and my son is 4": an age that is said of a child is none of who is ill, where it is the writer. */
function isOfChild(upToAge: string, text: string): boolean {
  return ofChild.test(upToAge) && (isOfMother(text) || writerHas.test(text))
}

/** « Un bébé un jour »: some time. */
const oneDay = /^un jour$/iu

/** "My preemie was born at 27 weeks", « né trop tôt à 7 mois »: how far the pregnancy was. */
const bornAt =
  /(?<!\p{L})(?:(?:born|delivered|arrived|came|birth|premature\p{L}*|preterm|preemie|accouch\p{L}*|naissance|pr[ée]ma\p{L}*)(?: \p{L}+){0,3}|n[ée]e?s?(?: (?:trop|tr[èe]s|t[ôo]t|bien|avant|terme|pr[ée]matur\p{L}*|par|voie|c[ée]sarienne)){0,3}) (?:at|[àa])(?: (?:only|just|about|seulement|peine|environ))?\s+$/iu

/** « Enceinte de 5 mois ». */
const pregnantFor = /(?<!\p{L})(?:enceinte|grossesse|pregnan\p{L}*)(?: (?:de|[àa]|d['’]))? ?$/iu

const ofChild =
  /(?<!\p{L})(?:son|daughter|baby|newborn|child|kid|toddler|boy|girl|twins?|little one|fils|fille|b[ée]b[ée]|bb|enfant|nourrisson|petite?|jumeaux|puce)(?!\p{L})[^.;,]{0,24}$/iu
const writerHas =
  /(?<!\p{L})(?:i (?:have|suffer from|live with|got|['’]?m living with)|i['’]?ve got|j['’]ai (?:une?|l[ea]|du|des|de la|(?:de )?l(?=['’]))|je souffre (?:du?|des?))(?! (?:been|to|read|heard|seen|no|not|just|also|tried|looked|an? question|two|three|four|\d|question|peur|petite?|(?:an? )?(?:\p{L}+ )?(?:child|kid|son|daughter|baby|boy|girl|toddler|twins?|teen\p{L}*|fils|fille|enfant|b[ée]b[ée]|gar[çc]on|ado)))(?!\p{L})/iu

/**
 * A number that is last in a line of English: "prostate cancer watch and wait 66". Of French it would be a department, and what
 * is counted, measured or numbered is no age.
 */
export function ageAtEnd(text: string): SaidAge | undefined {
  if (!/\d/.test(text)) return undefined
  const words = lastNumber.exec(unexplained(text))?.groups?.['number']
  const age = { value: Number(words), unit: 'year' } as const
  return words === undefined ? undefined : { words, span: ageSpan(age), age, box: `${words} year` }
}

/**
 * A number amid a sentence of English that neither counts nor measures, the only one of it: "heart failure 79 lives alone". It stands behind
 * a long word and before another that is not counted by it.
 */
export function ageWithin(text: string): SaidAge | undefined {
  if (!/\d/.test(text)) return undefined
  const open = unexplained(text)
  if ((open.match(/\d+/g) ?? []).length !== 1) return undefined
  const { number: words, before = '' } = numberWithin.exec(open)?.groups ?? {}
  // Behind a medicine it is a dose.
  if (openDrugFamilies().byWords(tokens(before))) return undefined
  const age = { value: Number(words), unit: 'year' } as const
  return words === undefined ? undefined : { words, span: ageSpan(age), age, box: `${words} year` }
}

/** After these a number is no age. */
const measured = String.raw`(?<!(?<!\p{L})(?:stage|grade|type|class|score|factor|trisomy|chromosome|exon|mutation|phase|omega|vitamin|interleukin|covid|corona|group|study|trial|protocol|number|over|under|than|since|level|bmi|dose|fraction|ejection|ef|lvef|pressure|sugar|count|psa|a1c|hba1c|gfr|egfr|iq|platelets|weight|height|at|in|on|to|by|from|every|per|or|of|about|around|within|disease|virus|after|before|until|another|lost|gained|weighs?|did|had|have|has|took|walk|last|next|first|past|flat|hpv|route|floor|line|cycle|session|day|night|\p{L}+(?:mab|nib|ine|in|isone|olone|olol|pril|sartan|azole|vir)) )${notCounted}(?<!(?<!\p{L})(?:takes?|taking|took|dose|on) \S+ )`

const lastNumber = new RegExp(
  String.raw`(?<=\p{L}{2,}[, ].*\p{Ll}{4,},? )${measured}(?<number>[2-9]\d)(?=\s*[.!?]?\s*$)`,
  'iu',
)

const numberWithin = new RegExp(
  String.raw`(?<=(?<before>\p{Ll}{4,})[,.!?]? )${measured}(?<number>[2-9]\d)(?= \p{L})${bare}(?! (?:to|and \d|or|per|by|out|of|times|am|pm|plus|chemo|rounds?|sessions?|in (?:\p{L}+ )?(?:days|weeks|months|years))(?!\p{L}))`,
  'iu',
)

/** Figures, or a number in words: without them nothing is told by a number. */
const mayHoldAge = new RegExp(String.raw`\d|(?<!\p{L})(?:${numberPattern()})(?!\p{L})`, 'iu')

const mostYears = 110

function ageIn({ groups = {} }: RegExpMatchArray): Age | undefined {
  const turns = groups['turns'] === undefined ? undefined : Number(groups['turns']) - 1
  const value = turns ?? numberSaid(groups['number'] ?? '')
  if (value === undefined) return undefined
  const kind = unitOf(groups['unit'])
  const more = groups['more'] === undefined ? undefined : numberSaid(groups['more'])
  const isHalf = groups['half'] !== undefined || groups['halfAfter'] !== undefined
  if (kind === 'year') {
    if (value > mostYears) return undefined
    const months = more ?? (isHalf ? 6 : 0)
    // Of small children half a year matters; later an age is said in years.
    return months > 0 && months < 12 && (value < 2 || more !== undefined)
      ? { value: value * 12 + months, unit: 'month' }
      : { value, unit: 'year' }
  }
  return value > 0 ? { value, unit: kind } : undefined
}

function unitOf(said: string | undefined): 'year' | 'month' | 'week' | 'day' {
  const letters = (said ?? 'year').toLowerCase()
  if (/^[ya]/.test(letters)) return 'year'
  if (letters.startsWith('m')) return 'month'
  return /^[ws]/.test(letters) ? 'week' : 'day'
}

/** "my baby" is under two years old. Whoever speaks of a grown-up as well may be asking for them. */
function saidAgeGroup(text: string): SaidAge | undefined {
  if (grownUp.test(text.replace(ownChild, ''))) return undefined
  const match =
    /(?<!\p{L})(?:my|our|mon|ma|notre) (?:\p{L}+ )?(baby|newborn|infant|b[ée]b[ée]|nouveau[- ]n[ée]|nourrisson|toddler|bb|adolescente?)(?!\p{L})/iu.exec(
      text,
    )
  const words =
    (match ?? atStart.exec(text) ?? teenager.exec(text) ?? childIn(text))?.slice(1).find(Boolean) ??
    ''
  const span = readAgeWord(words)
  return span && { words, span, box: words }
}

/** "Toddler with a peanut allergy": who a sentence begins with. What a newborn has may be asked for years later. */
const atStart =
  /^(?:an? |une? )?(toddler|baby|b[ée]b[ée]|bb)(?= (?:boy |girl )?(?:with|who|has|avec|qui|a)(?!\p{L}))/iu

/** Words that are said of nobody else; not "teenage pregnancy". */
const teenager =
  /(?<!\p{L})(teen(?:s|ager|agers)?|teenage(?= (?:son|daughter|boy|girl|child|kid))|ados?)(?! (?:preg|moth|mum|mom|par))(?!\p{L})/iu

/**
 * A child who has something: "my kid has", "in a child", "child with", "asthme enfant"; not one who is wanted, was born or is one of
 * somebody's two.
 */
function childIn(text: string): RegExpExecArray | null {
  return noPatient.test(text) ? null : (ownOrIn.exec(text) ?? apart.exec(text))
}

const ownOrIn =
  /(?<!\p{L})(?:(?:my|our|mon|notre|(?:i have|we have|have got|['’]ve got|j['’ ]?ai|nous avons|in|for|chez|pour) (?:an?|une?))(?: (?:little|young|only|poor|disabled|autistic|petite?|jeune))? |(?:chez|pour) l['’])(child|kid|kiddo|enfant|toddler)(?!\p{L}|['’-]| (?:pugh|birth|bearing|abuse|care|custody|proof|died?|mort))/iu
/** First, before what it has; or last in a few words, before a place at most. */
const apart =
  /^(?:an? |une? )?(child|kid|enfant)(?= (?:boy |girl )?(?:with|who|has|avec|qui|a)(?!\p{L}))|(?<=^(?:\p{L}[\p{L}’'-]+ ){1,4})(child|kid|enfant|toddler)(?=\s*(?:[.!?]?\s*$|,| (?:in|near|at|around|à|près|vers|\p{L}+[.!?]?\s*$)))/iu
const noPatient =
  /(?<!\p{L})(?:wants?|wish\p{L}*|trying|try|conceiv\p{L}*|fertil\p{L}*|infertil\p{L}*|st[ée]ril\p{L}*|ivf|fiv|pma|giv\p{L}* birth|born|after having|d[ée]sir\p{L}*|veu[tx]|voul\p{L}*|attend\p{L}*|accouch\p{L}*|expecting|as a (?:child|kid)|depuis l['’]enfance|adult child\p{L}*|inner child|enfants|children|kids|childcare|when i was|quand j['’]|[ée]tant enfant|sans enfant|no child|un enfant de plus|parents?|donneur|donor)(?!\p{L})/iu

/** "I have a child with asthma" is not of who speaks. */
const ownChild =
  /(?<!\p{L})(?:i have|i['’]ve|i['’]ve got|we have|j['’ ]?ai|nous avons)(?: got)?(?= (?:an?|une?) (?:\p{L}+ )?(?:child|kid|baby|toddler|newborn|infant|teen|teenager|enfant|b[ée]b[ée]|nourrisson|ado)(?!\p{L}))/giu

const grownUp =
  /(?<!\p{L})(?:i have|i['’]ve|i am|i['’]m|j['’]?ai|je suis|je souffre|husband|wife|mother|father|mum|mom|dad|mari|femme|m[èe]re|p[èe]re|maman|papa|brother|sister|fr[èe]re|s[œo]e?ur|pregnan\p{L}+|enceinte)(?!\p{L})/iu
