import { ageInDays } from '../../registry/ages.ts'
import type { Evidence, PatientAge } from '../patient/patient.ts'
import { bornIn } from './birth-date.ts'
import { numberOf, numberWords } from './note-text.ts'
import type { Sentence } from './sentences.ts'

/**
 * The person's age: the first one said that is not a relative's or an age at some past event, or that of a day of
 * birth on the note's own date. "1.5 years" is 18 months, "2 years 3 months" 27, "7 ans et demi" 90.
 */
export function ageIn(
  sentences: readonly Sentence[],
  language: 'en' | 'fr' | 'mixed',
  today?: string,
): PatientAge | undefined {
  const languages = language === 'mixed' ? (['en', 'fr'] as const) : [language]
  const first = sentences.slice(0, mostSentences)
  for (const one of languages)
    for (const patterns of [sure[one], likely[one]])
      for (const sentence of first) {
        const age = firstOf(patterns, sentence, one)
        if (age) return age
      }
  const born = bornIn(first, language, today)
  if (born) return born
  for (const sentence of first.slice(0, 3))
    for (const one of languages) {
      const age = firstOf(bare[one], sentence, one)
      if (age) return age
    }
  return undefined
}

const mostSentences = 120

/** From `from` to before `to`, in a unit; told in completed years from two years on, in months below, or in the unit. */
function spanOf(
  from: number,
  to: number,
  unit: PatientAge['unit'],
  evidence: Evidence,
): PatientAge | undefined {
  const minDays = Math.floor(ageInDays({ value: from, unit }))
  if (minDays > 130 * 366) return undefined
  const narrow = unit === 'day' || unit === 'week' ? 1 : 2
  const maxDays = Math.max(minDays, Math.floor(ageInDays({ value: to, unit })) - narrow)
  if (Number.isInteger(from)) return { value: from, unit, minDays, maxDays, evidence }
  return { ...inWords(minDays), minDays, maxDays, evidence }
}

function inWords(days: number): Pick<PatientAge, 'value' | 'unit'> {
  const months = Math.round(days / 30.4375)
  if (months >= 24) return { value: Math.floor(months / 12), unit: 'year' }
  return months >= 1 ? { value: months, unit: 'month' } : { value: days, unit: 'day' }
}

/** A sentence without figures or words for them tells no age. */
const hasNumber =
  /\d|(?<!\p{L})(?:un|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}*ty)(?!\p{Ll}{3})/iu

function firstOf(
  patterns: readonly RegExp[],
  sentence: Sentence,
  language: 'en' | 'fr',
): PatientAge | undefined {
  if (!hasNumber.test(sentence.text)) return undefined
  for (const pattern of patterns)
    for (const match of sentence.text.matchAll(pattern)) {
      const age = ageOf(match, sentence, language)
      if (age) return age
    }
  return undefined
}

function ageOf(
  match: RegExpExecArray,
  { text, start, end }: Sentence,
  language: 'en' | 'fr',
): PatientAge | undefined {
  const { number = '', unit = 'y', more, moreUnit, half } = match.groups ?? {}
  const before = text.slice(Math.max(0, match.index - 40), match.index)
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 26)
  const not = others[language]
  if (
    not.after.test(after) ||
    not.before.test(before) ||
    (not.past.test(before) && !isOfPerson(before, match[0], after))
  )
    return undefined
  const evidence = { text, start, end }
  const value = valueOf(number, half)
  if (value === undefined) return undefined
  const own = /\/12/.test(match[0]) ? 'month' : /\/52/.test(match[0]) ? 'week' : unitOf(unit)
  if (more === undefined) {
    const step = Number.isInteger(value) ? 1 : half ? 0.5 : 0.1
    return own === 'year' && value > 125 ? undefined : spanOf(value, value + step, own, evidence)
  }
  const rest = numberOf(more) ?? 0
  if (own === 'year') {
    const months = value * 12 + rest
    const age = spanOf(months, months + 1, 'month', evidence)
    return age && { ...age, ...inWords(age.minDays + 2) }
  }
  const days =
    ageInDays({ value, unit: own }) + ageInDays({ value: rest, unit: unitOf(moreUnit ?? 'd') })
  return spanOf(Math.floor(days), Math.floor(days) + 1, 'day', evidence)
}

/** "Vitiligo in a 37yo lady", "referral of a 6-year-old". */
function isOfPerson(before: string, said: string, after: string): boolean {
  return (
    /(?<!\p{L})(?:in|of|for|by|from) (?:an?|this|our)\s$/iu.test(before) &&
    (/old|y\/?o/i.test(said) ||
      /^[\s-]*(?:old|(?:wom[ae]n|m[ae]n|lady|gentleman|girl|boy|patient|female|male)(?!\p{L}))/iu.test(
        after,
      ))
  )
}

function valueOf(number: string, half: string | undefined): number | undefined {
  const whole = /[.,]\d/.test(number) ? Number(number.replace(',', '.')) : numberOf(number)
  if (whole === undefined || Number.isNaN(whole)) return undefined
  return half === undefined ? whole : whole + 0.5
}

function unitOf(word: string): PatientAge['unit'] {
  const letter = word.toLowerCase()
  if (letter.startsWith('m')) return 'month'
  if (letter.startsWith('w') || letter.startsWith('s')) return 'week'
  return letter.startsWith('d') || letter.startsWith('j') ? 'day' : 'year'
}

const value = String.raw`(?<![\d.,/+-])(?<number>\d{1,3}(?:[.,]\d)?|(?:${numberWords})(?![\p{L}]))`
const more = String.raw`(?<more>\d{1,2}|${numberWords})`
const half = String.raw`(?<half>\s?½|\s1\/2|[\s-]+and[\s-]+(?:a[\s-]+)?half|\s+et\s+demi(?:e)?)`
const wordAfter = String.raw`(?![\p{L}])`
const person = {
  en: String.raw`(?:infant|baby|newborn|neonate|toddler|boy|girl|male|female|man|woman|lady|gentleman|child|patient|pt|teenager|student|M|F)`,
  fr: String.raw`(?:nouveau-n[ée]e?|nourrissone?|b[ée]b[ée]|enfant|gar[çc]on(?:net)?|fille(?:tte)?|hommes?|femmes?|dame|monsieur|madame|mme|mr|patiente?|[ée]tudiante?|adolescente?|jeune (?:homme|femme|fille)|fils|m\.|sportive?|retrait[ée]e?|nourisson)`,
} as const

const pattern = (source: string, flags = 'giu') => new RegExp(source, flags)
const enUnit = String.raw`(?<unit>years?|yrs?|yr|y|months?|mos?|mths?|weeks?|wks?|wk|days?|d)`
const frUnit = String.raw`(?<unit>ans?|mois|semaines?|sem|jours?|j|a)`

/** In order of how surely they give an age. */
const sure = {
  en: [
    pattern(
      String.raw`(?<![\d/])(?<number>\d{1,2})\/(?<unit>)12\s+(?:old|girl|boy|baby|infant|child|male|female)${wordAfter}`,
    ),
    pattern(
      String.raw`(?<![\d/])(?<number>\d{1,2})\/(?<unit>)52\s+(?:old|girl|boy|baby|infant|child|male|female)${wordAfter}`,
    ),
    pattern(
      String.raw`${value}[\s-]*(?<unit>years?|yrs?|y)[\s,-]*(?:and[\s-]+)?${more}[\s-]*(?<moreUnit>months?|mos?|mths?|m)${wordAfter}(?:[\s-]*old)?`,
    ),
    pattern(
      String.raw`${value}[\s-]*(?<unit>weeks?|wks?|months?)[\s,-]*(?:and[\s-]+)?${more}[\s-]*(?<moreUnit>days?|d|weeks?)[\s-]*old`,
    ),
    pattern(
      String.raw`${value}${half}[\s-]*(?:(?<unit>years?|yrs?|months?|weeks?)(?:[\s-]*old)?|(?=[!.,)]))`,
    ),
    pattern(String.raw`${value}[\s-]*${enUnit}[\s-]*${half}[\s-]*old`),
    pattern(String.raw`${value}[\s-]*${enUnit}\.?[\s-]*(?:old|of age|\/?o)${wordAfter}`),
    pattern(String.raw`${value}\s?-?(?:yo|y\.o\.?|y\/o|yoa|yof|yom)${wordAfter}`),
    pattern(
      String.raw`(?:neonate|newborn|infant|baby(?: girl| boy)?|boy|girl|aged?|lady|man|woman|gentleman),? (?:of |aged |is )?${value}[\s-]*${enUnit}${wordAfter}(?! ago)`,
    ),
    pattern(
      String.raw`(?<!\p{L})(?:age[d]?(?:\s?\/\s?sex)?|age at visit)\s*(?:is |of |[:=]\s?)?\s?${value}(?:[\s-]*${enUnit})?${wordAfter}(?!\s*(?:%|kg|\d))`,
    ),
    pattern(String.raw`(?<!\p{L})(?:just |recently |has )?turn(?:ed|ing) ${value}(?=[\s,.;!)]|$)`),
    pattern(String.raw`(?<!\p{L})(?<unit>d)ay (?<number>\d{1,2}) of life`),
    pattern(String.raw`(?<!\p{L})(?<unit>D)OL ?(?<number>\d{1,2})(?!\d)`, 'gu'),
  ],
  fr: [
    pattern(
      String.raw`${value}\s*(?<unit>ans?)\s*,?\s*(?:et\s+)?${more}\s*(?<moreUnit>mois)${wordAfter}`,
    ),
    pattern(String.raw`${value}\s*(?<unit>ans?|mois)(?<half>\s+et\s+demie?|\s?½|\s1\/2)`),
    pattern(String.raw`[âa]g[ée]e?s?\s*(?:de\s+|:\s*)?${value}\s*${frUnit}${wordAfter}`),
    pattern(
      String.raw`(?<!\p{L})[âa]ge\s*(?:\/\s?sexe)?\s*[:=]\s*${value}(?:\s*${frUnit})?${wordAfter}`,
    ),
    pattern(
      String.raw`(?<!\p{L})${person.fr},? (?:de |d['’]|[âa]g[ée]e? de |a |qui a |fait )?(?:\p{L}+ (?:de |d['’]))?${value}\s*${frUnit}${wordAfter}`,
    ),
    pattern(
      String.raw`(?<!\p{L})(?:il|elle|qui|[^.,;\d]{0,20}madame|monsieur|patiente?|fille|fils) a ${value}\s*(?<unit>ans?|mois|semaines?|jours?)${wordAfter}`,
    ),
    pattern(
      String.raw`(?<!\p{L})(?:H|F|Fe|M|Mme|Mr|Mlle|G|♂|♀)\.?(?: \p{Lu}[\p{L}.]*)?,? ${value}\s?${frUnit}${wordAfter}`,
      'gu',
    ),
    pattern(
      String.raw`(?:(?<=nouveau-n[ée]e? (?:à |de )?)(?<unit>J) ?(?<number>\d{1,2})|(?<!\p{L})(?<unit>J) ?(?<number>\d{1,2}) (?:de vie|de naissance))`,
    ),
    pattern(
      String.raw`(?<!\p{L})(?:[Ff]ille|[Ff]ils|[Gg]arçon|[Bb][ée]b[ée]|[Ee]nfant|[Pp]etite?|papa de \p{Ll}+|maman de \p{Ll}+|\p{Lu}\p{Ll}+)(?:,)? (?:de |a )?${value}\s*(?<unit>ans|mois)(?! (?:de|et|apr))${wordAfter}`,
      'gu',
    ),
  ],
} as const

const likely = {
  en: [
    pattern(
      String.raw`(?<!\p{L})(?:mrs?|ms|miss|patient|pt|man|woman|lady|gentleman|male|female)\.?(?: \p{L}\.?| \p{L}+)? \((?<number>\d{1,3})(?: ?(?:y|yrs?|years?))?\)`,
    ),
    pattern(
      String.raw`(?<!\p{L})(?:(?:mrs?|ms|miss)\.? [\p{L}’'-]+\.?|male|female|man|woman|boy|girl|lady|gentleman), (?<number>${numberWords})(?=[,.;])`,
    ),
    pattern(
      String.raw`(?<![\d.,/+-])(?<number>\d{1,3})[\s-](?<unit>months?|weeks?|years?)[\s-](?:well|check|check-up|checkup|baby check|developmental)(?!\p{L})`,
    ),
    pattern(
      String.raw`(?<!\p{L})(?:mrs?|ms|miss)\.? [\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?,? (?<number>\d{2,3})(?= ?(?:,|\. |yrs?(?!\p{L})|years?(?! (?:ago|of))|y(?!\p{L})))`,
    ),
    pattern(
      String.raw`(?<![\d./])\b(?<number>\d{1,3})\s?(?:year|yr|y|yo)?\s?\/?\s?[MF]\b(?!\d|\/|-FDG| \d|['’]| (?:catheter|[Ff]oley|sheath|[Ss]onde|chest drain|drain|introducer|sheaths))`,
      'gu',
    ),
    pattern(
      String.raw`(?<![\p{L}])(?:[MF]|[Ff]emale|[Mm]ale)\s?[,/]?\s?(?<number>\d{1,3})\s?(?:y|yo|yrs?|years)?${wordAfter}(?!\s*(?:%|kg|mg|cm|\d|\/))`,
      'gu',
    ),
    pattern(
      String.raw`${value}[\s-]?(?<unit>mo|months?|weeks?|wks?|days?|years?|yrs?|y)[\s-]+${person.en}${wordAfter}`,
    ),
    pattern(String.raw`${person.en}\s?,? (?<number>\d{1,3})(?=[,.:;]|\s?\(|$)`),
    pattern(
      String.raw`(?:girl|boy|son|daughter|man|woman|lady|child|baby|female|male)\s?[,(]? ?${value}[\s-]*${enUnit}${wordAfter}(?! (?:ago|of|history|post))`,
    ),
    pattern(String.raw`(?<!\p{L})(?:he|she|they), (?<number>\d{1,3})(?=,|$)`),
    pattern(String.raw`(?:lady|man|woman|gentleman|girl|boy) of (?<number>\d{1,3})${wordAfter}`),
    pattern(
      String.raw`(?:(?<![\p{L}])(?:he|she|they|pt|patient|(?:my|our) (?:son|daughter|little (?:one|boy|girl)|baby|child)|(?:[Mm]rs?|[Mm]s|[Mm]iss)\.? \p{L}+)(?: is| are|['’]?s)|(?<!\p{L})[Ii](?: am|['’]m))\s+(?:now |about )?${value}(?:\s*${enUnit})?(?=[\s]*(?:[,.;(!]|$|and\b|now\b|years|months|with\b))`,
    ),
    pattern(
      String.raw`(?:^|[.,;:\n]\s?)${value}[\s-]*(?<unit>y|yrs?|years?|months?|mo|weeks?)(?=[,.;]|\s?$)`,
    ),
    pattern(String.raw`(?:^|[.;]\s)${value}-year-old`),
  ],
  fr: [
    pattern(
      String.raw`(?<=n[ée]onat\p{L}*,? |nouveau-n[ée],? )(?<unit>J)(?<number>\d{1,2})(?=[,. ])`,
    ),
    pattern(
      String.raw`(?:visite|examen|consultation|bilan) (?:des|du) ${value}(?:e|[èe]me)?\s*(?<unit>mois|ans|semaines)${wordAfter}`,
    ),
    pattern(String.raw`(?:^|[,;(:]\s?)${value}\s*(?<unit>ans|mois|jours)(?=\s*[,.;)]|\s?$)`),
    pattern(
      String.raw`(?<!\p{L})(?:[A-ZÀ-Ü]\.|\p{Lu}\p{Ll}+|patiente?|homme|femme|madame|monsieur|dame)\s?,\s?${value}\s*(?<unit>ans|mois|a)${wordAfter}`,
      'gu',
    ),
    pattern(String.raw`${value}\s*(?<unit>ans)${wordAfter}`),
    pattern(
      String.raw`${value}\s*(?<unit>mois)${wordAfter}(?= (?:elle|il|a |qui|avec|fi[èe]vre|am))`,
    ),
  ],
} as const

/** A number by itself at the head of a note, where nothing else is said. */
const bare = {
  en: [/(?<=^|[a-z], |[a-z]\. )(?<number>\d{2})(?=[,.]|$)/g, /^(?<number>\d{2})(?=[,.](?:\s|$))/g],
  fr: [/^(?<number>\d{2})(?=[,.](?:\s|$))/g],
} as const

const others = {
  en: {
    after:
      /^[\s-]*(?:\p{L}+ ){0,2}(?:son|daughter|brother|sister|sibling|mother|father|husband|wife|spouse|cousin|twin|niece|nephew|grand\p{L}+|roommate|friend)s?(?![\p{L}])|^\s*(?:(?:ago|later|earlier|post|after|before)(?!\p{L})|pregnan|gestation|of (?:gestation|treatment|therapy|symptoms))/iu,
    before:
      /(?<!\p{L})(?:mother|father|mum|mom|dad|brother|sister|sibling|son|daughter|husband|wife|uncle|aunt|cousin|partner|grand\p{L}+)s?(?!\p{L})(?!['’]?s? (?:son|daughter|boy|girl))(?![^.;]*(?<!\p{L})(?:s?he['’]?s?|s?he is)(?!\p{L}))[^.;]{0,20}$|(?:\bhis|\bher|\btheir) $/iu,
    past: /(?<!\p{L})(?:since|at|from|until|by|died|diagnosed|before|after|when|for|x|over|past|last|every|first|onset|in|within|than|bed|room|ward|temp(?:erature)?|T|Tmax|fever|febrile|catheter|sonde|gestational|about an?|born(?: at)?)(?!\p{L})(?: (?:the|he|she|was|an?|his|her|age|aged?|of|two|last|past))*\s*(?:age )?$|[<>≥≤]\s*$/iu,
  },
  fr: {
    after:
      /^\s*(?:apr[èe]s|avant|plus tard|d['’]|de (?:traitement|recul|suivi|grossesse|gestation|tabac|vie commune|r[ée]mission)|par|sur|de suite)/iu,
    before:
      /(?<!\p{L})(?:m[èe]re|p[èe]re|fr[èe]re|s(?:œ|oe)ur|oncle|tante|cousine?|mari|conjointe?|[ée]pou(?:x|se)|(?:son|sa) (?:fils|fille)|maman|papa)(?!\p{L})(?! d['’e])[^.;:]{0,24}$/iu,
    past: /(?<!\p{L})(?:depuis|à|pendant|il y a|dans|vers|tous les|toutes les|par|durant|d[èe]s|jusqu['’]|jusqu['’][àa]|avant|apr[èe]s|pour|l['’][âa]ge de|sur|moins de|plus de|environ|en|chaque|mort|d[ée]c[ée]d[ée]e?|diagnostiqu[ée]e? [àa]|enceinte de|grossesse de|ces|les|derniers|lit|chambre|il y a environ|pdt|traitement de)(?!\p{L})(?: (?:plus de|environ|les|l['’][âa]ge de|peu pr[èe]s))?\s*$/iu,
  },
} as const
