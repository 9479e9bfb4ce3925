import { fold } from '../../vocabulary/fold.ts'
import { bareWord } from '../../vocabulary/small-words.ts'
import type { WordSpan } from './word-spans.ts'

/**
 * Of illnesses named in a sentence those that somebody else has or had, where the seeker names one of their own: "my neighbour
 * has diabetes but I have psoriasis". Children and husbands are whom one seeks for.
 */
export function ofOthers<Name extends WordSpan>(
  illnesses: readonly Name[],
  words: readonly string[],
): readonly Name[] {
  const [, caring] = ofCaring.exec(fold(words.join(' '))) ?? []
  if (caring !== undefined) return illnesses.filter(({ start }) => isBehind(words, start, caring))
  if (illnesses.length < 2) return []
  const died = illnesses.filter(({ start }) => diedOf.test(wordsBefore(words, start)))
  if (died.length > 0 && died.length < illnesses.length) return died
  const denied = illnesses.filter(
    ({ start, end }) =>
      notSelf.test(fold(words.slice(end, end + 5).join(' '))) &&
      ownerAt(words, start, seekers) === 'other',
  )
  if (denied.length > 0) return denied
  const parents = illnesses.filter(({ start, end }) => isOfParent(words, start, end))
  if (parents.length > 0 && parents.length < illnesses.length) return parents
  const against = illnesses.filter(({ start }) => isAgainst(words, start))
  const [first] = against
  if (first && !asksForOther.test(fold(words.join(' '))))
    return illnesses.filter(
      (one) => one.start < first.start && ownerAt(words, one.start, speakers, kin) === 'other',
    )
  const seeker = ofSomebody.test(fold(words.join(' '))) ? pronouns : seekers
  const whose = illnesses.map(({ start }) => ownerAt(words, start, seeker))
  if (!whose.includes('own')) return []
  return illnesses.filter((_, at) => whose[at] === 'other')
}

/** Who cares for somebody or gives to them is not who is ill: "caregiver of husband with dementia", « donneuse de moelle pour mon frère ». */
const ofCaring = new RegExp(
  String.raw`(?<!\p{L})((?:care ?givers?|carers?) (?:of|for|to)|(?:proche )?aidante?s? d(?:e|'une?|u)|donors?,? (?:for|to)|donneu(?:r|se)s?(?: de \p{L}+)?,? pour|donors?,?(?= (?:my )?(?:brother|sister|son|daughter|mother|father|mum|mom|dad|husband|wife|cousin)(?!\p{L})))(?!\p{L})`,
  'u',
)

/** Whether the words for care or a gift stand before an illness. */
export function isOfCarerOrDonor(words: readonly string[]): boolean {
  return ofCaring.test(fold(words.join(' ')))
}

/** Up to the next comma: "caregiver of husband with dementia, exhausted" is exhausted. */
function isBehind(words: readonly string[], start: number, caring: string): boolean {
  const [, ...behind] = fold(words.slice(0, start).join(' ')).split(caring)
  const between = behind.join(' ').replace(/^(?: ?[\p{L}-]+){1,2},/u, '')
  return behind.length > 0 && !/[,;.!?]/.test(between)
}

/** "Son of a diabetic mother, autism": between "of" and the parent it is the parent's, and what else is told is the child's. */
function isOfParent(words: readonly string[], start: number, end: number): boolean {
  const before = `${wordsBefore(words, start)} `
  const behind = fold(words.slice(end, end + 5).join(' '))
  return (childOf.test(before) && parentBehind.test(behind)) || childOfParent.test(before)
}

const parent = '(?:mothers?|fathers?|mums?|moms?|dads?|parents?|mere|pere|maman|papa)'
const childOf =
  /(?<!\p{L})(?:son|daughter|child|children|kid|baby|infant|newborn|born|fils|fille|enfants?|bebe|nouveau-ne|nee?s?) (?:of|to|de|d'une?)(?: (?:an?|two|his|her|une?|deux))? ?(?:\p{L}+ )?$|(?<!\p{L})(?:fils|fille|enfants?|bebe|nee?s?) (?:de|d'une?)(?: (?:mere|pere|maman|papa|parents))?(?: (?:est|qui est))? ?$/u
const parentBehind = new RegExp(String.raw`^(?:\p{L}+ )?${parent}(?!\p{L})|^\P{L}*$|^\P{L}*,`, 'u')
const childOfParent = new RegExp(
  String.raw`(?<!\p{L})(?:son|daughter|child|kid|baby|infant|born|fils|fille|enfants?|bebe|nee?s?) (?:of|to|de|d'une?) (?:(?:an?|his|her|une?) )?${parent} (?:(?:with|who has|having|avec|ayant|atteinte?s? d[eu]|qui a|souffrant de) )?(?:(?:an?|une?|la|le|du|des) )?(?:\p{L}+ )?$`,
  'u',
)

/** « Je cherche pour elle », "looking for my mother": then it is what the other has. */
const asksForOther =
  /(?<!\p{L})(?:(?:look|search|ask|writ)\p{L}* (?:\p{L}+ ){0,2}?for (?:her|him|them|my|our)|on behalf of|(?:cherch|recherch|demand|ecri)\p{L}* (?:\p{L}+ ){0,2}?pour (?:elle|lui|eux|mon|ma|mes)|c.est pour (?:elle|lui|mon|ma)|for (?:her|him) not me)(?!\p{L})/u

/** "Me sjogren", « et moi une sclérose »: said of oneself against another, and of nobody whom one speaks for. */
function isAgainst(words: readonly string[], start: number): boolean {
  return against.test(`${wordsBefore(words, start)} `)
}

const against =
  /(?:^|[,;.] ?|(?<!\p{L})(?:et|and|mais|but|while|alors que) )(?:moi|me)(?:,? (?:j'ai|c'est|i have|aussi|suis|je suis))?,?(?: (?!pour|for|aider|help)(?:une?|an?|la|le|les|l'|du|de la|des|\p{L}+)){0,2} $/u

/**
 * Of illnesses named in a sentence those that are over, where another is told beside them; of what passes (`isPassing`, an infection)
 * also what was last year or of a child before something of now; of what may end (`mayEnd`) what "was" beside what is "now".
 */
export function pastAmong<Name extends WordSpan>(
  illnesses: readonly Name[],
  words: readonly string[],
  { isPassing, mayEnd }: Record<'isPassing' | 'mayEnd', (name: Name) => boolean>,
): readonly Name[] {
  const past = illnesses.filter(
    (name) =>
      isPast(words, name.start, name.end) ||
      (mayEnd(name) && isBesideNow(name, words)) ||
      (isPassing(name) && hasPassed.test(fold(words.slice(name.end - 1, name.end + 8).join(' ')))),
  )
  return past.length < illnesses.length ? past : []
}

function wordsBefore(words: readonly string[], start: number): string {
  return fold(words.slice(Math.max(0, start - 7), start).join(' ')).replace(/[’]/g, "'")
}

/** "My mother died of breast cancer", « ma soeur est morte d'un cancer du sein ». */
const diedOf =
  /(?<!\p{L})(?:died (?:of|from)|passed away (?:of|from|with|due to)|(?:mort|deced)\p{L}* (?:de|d'une?|du))(?: (?:an?|the|une?|le|la|her|his|son|sa))?$/u

/** "Acne as a teenager", "had breast cancer in 2019, now …", « en rémission de lymphome »: it was once. */
function isPast(words: readonly string[], start: number, end: number): boolean {
  const behind = fold(words.slice(end, end + 8).join(' '))
  if (onceBehind.test(behind) || inThePast.test(behind)) return true
  const before = wordsBefore(words, start)
  return inRemission.test(before) || (hadOnce.test(before) && yearBehind.test(behind))
}

/** "Had breast cancer ten years ago, now I have migraine", « infarctus il y a trois ans, insuffisance cardiaque maintenant ». */
function isBesideNow({ start, end }: WordSpan, words: readonly string[]): boolean {
  const before =
    wordsBefore(words, start)
      .split(/[,;.]|(?<!\p{L})(?:but|mais|and|et)(?!\p{L})/u)
      .at(-1) ?? ''
  const [behind = ''] = fold(words.slice(end - 1, end + 9).join(' '))
    .replace(/^\S*?(?=[,;.]*(?:\s|$))/u, '')
    .split(/[,;]|\.(?:\s|$)|(?<!\p{L})(?:but|mais|and now|et (?:maintenant|la))(?!\p{L})/u)
  if (ofNow.test(before) || ofNow.test(behind) || lasting.test(behind)) return false
  const isGone = goneBehind.test(behind)
  const all = fold(words.join(' '))
  if (isGone && /^ (?:gone|over|finished|cleared)/.test(behind)) return true
  if (ofNow.test(all)) return isGone || hadOnce.test(before.trimEnd())
  // "Hot flushes but I had breast cancer so no hormones".
  return hadOnce.test(before.trimEnd()) && butHad.test(wordsBefore(words, start))
}

const ofNow =
  /(?<!\p{L})(?:now|nowadays|currently|today|maintenant|aujourd.hui|a present|actuellement|desormais)(?!\p{L})/u
const lasting = /^\P{L}*(?:for|since|depuis|pendant|\d+ (?:years?|ans)(?! ago))(?!\p{L})/u
const goneBehind =
  /(?<!\p{L})(?:ago|years? back|il y a (?:\p{L}+|\d+) (?:ans?|mois)|gueri\p{L}*|cured|gone|over|finished|cleared|en remission|in remission)(?!\p{L})|^\P{L}*(?:in |en |back in )?(?:19|20)\d\d(?!\d)/u
const butHad =
  /(?<!\p{L})(?:but|mais|because|car|parce qu[e'] ?) ?(?:i|he|she|we|il|elle|j'ai|on)(?: (?:a|i))? ?(?:had|'?ve had|eue?|ai eu|a eu)(?: (?:an?|the|my|une?|la|le|du|de la|des))*$/u

const inRemission =
  /(?<!\p{L})(?:in (?:full |complete )?remission (?:from|of|for)|en remission(?: complete| totale)? (?:de|d'une?|d'|du)|survived|survivor of|survecu a)(?: (?:an?|my|the|his|her|une?|la|le|mon|ma|son|sa))*$/u
const hadOnce =
  /(?<!\p{L})(?:had|beat|eue?|avais|avait|eu)(?: (?:an?|my|the|his|her|une?|la|le|un|du|de la|des))*$/u
/** "Dengue last year, now …", « rougeole enfant, sclérose en plaques ». */
const hasPassed =
  /^[^,;.]+ (?:last (?:year|month|summer|winter|spring|autumn)|(?:\p{L}+|\d+) (?:years?|months?) ago|in (?:19|20)\d\d|en (?:19|20)\d\d|l.an(?:nee)? derni\p{L}+|il y a \P{L}*(?:\d+|\p{L}+) (?:ans?|mois))(?!\p{L}).*(?<!\p{L})(?:now|since|still|left with|maintenant|depuis|aujourd.hui|reste)(?!\p{L})|^[^,;.]+ (?:enfant|petite?|child|childhood)[,;.]/u

/** "Sepsis in the past", « rougeole il y a longtemps ». */
const inThePast =
  /^\P{L}*(?:in the past|long ago|(?:a long time|ages|many years) ago|autrefois|dans le passe|il y a (?:tres )?longtemps)(?!\p{L})/u

/** A year, and then what is so now or that it is over. */
const yearBehind =
  /^[^.;]{0,12}?(?:in|en|back in|around|vers) (?:19|20)\d\d(?!\d)|^[^.;]{0,30}(?:now (?:cured|gone|over)|guerie?s?|cured)(?!\p{L})/u

/** "Acne as a teenager", « asthme étant petit »: long ago. */
const onceBehind =
  /^\P{L}*(?:as an? (?:young )?(?:child|kid|teen|teenager|baby|toddler)|when i was|quand j.etais|etant (?:petite?|enfant|ado|jeune|bebe)|dans mon enfance|in my (?:childhood|teens|youth))(?!\p{L})/u

/** "My sister is the epileptic one, not him". */
const notSelf =
  /^\P{L}*(?:one,? )?(?:and |et )?(?:not|pas) (?:him|her|me|us|lui|elle|moi)(?!\p{L})/u

/** "His mother had …, he has …": who is spoken of is neither the mother nor who speaks. */
const ofSomebody =
  /(?<!\p{L})(?:his|her|their|sa|son|leur) (?:\p{L}+ )?(?:mother|father|mum|mom|dad|sister|brother|aunt|uncle|grand\p{L}+|mere|pere|maman|papa|soeur|frere|tante|oncle)(?!\p{L})/u

/** Whose an illness is: the last person who was named before it, in the same sentence. */
function ownerAt(
  words: readonly string[],
  start: number,
  seeker: ReadonlySet<string>,
  other: ReadonlySet<string> = others,
): 'own' | 'other' | undefined {
  for (let at = start - 1; at >= Math.max(0, start - farthest); at--) {
    const word = words[at] ?? ''
    if (/[.;!?]$/.test(word)) return undefined
    const plain = fold(bareWord(word)).replace(/[’]/g, "'")
    if (other.has(plain.replace(/^[dl]'/, ''))) return 'other'
    // "My neighbour's kid": of whom it is, is whose it is.
    const of = fold(bareWord(words[at - 1] ?? '')).replace(/[’]/g, "'")
    if (of.endsWith("'s") && others.has(of.slice(0, -2))) return 'other'
    // « Son lymphome » is no child.
    if (plain === 'son' && !english.test(words[at - 1] ?? 'my')) continue
    if (seeker.has(plain) || plain.startsWith("j'")) return 'own'
    if (plain === 'my' && at === start - 1) return 'own'
  }
  return undefined
}

const english = /^(?:my|our|his|her|their|your|a|the|step|grand|old|only|little|baby|adult)$/i
const farthest = 8

const others: ReadonlySet<string> = new Set(
  (
    'mother father mum mom dad grandmother grandfather grandma grandpa granny gran nana aunt auntie uncle cousin neighbour ' +
    'neighbor friend colleague boss sister brother coworker ' +
    'mere pere maman papa grand-mere grand-pere mamie papi papy tante oncle cousine voisin voisine ami amie collegue patron soeur frere ' +
    'mother-in-law father-in-law sister-in-law brother-in-law belle-mere beau-pere belle-soeur beau-frere'
  ).split(' '),
)

/** Who speaks, and whom one lives with and seeks for: "my sister has breast cancer, my wife an ovarian cyst". */
const seekers: ReadonlySet<string> = new Set(
  "i i'm im i've ive je moi jai mine ours son daughter husband wife child kid baby fils fille mari femme enfant bebe".split(
    ' ',
  ),
)
const speakers: ReadonlySet<string> = new Set("i i'm im i've je moi me jai mine ours".split(' '))
/** Anybody else, where who speaks is told against them. */
const kin: ReadonlySet<string> = new Set([
  ...others,
  ...'son daughter husband wife partner child kid baby fils fille mari femme conjoint conjointe compagnon compagne enfant bebe'.split(
    ' ',
  ),
])
const pronouns: ReadonlySet<string> = new Set([...seekers, 'he', 'she', 'lui', 'il', 'elle'])
