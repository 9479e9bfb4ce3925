import { ageInDays } from '../../registry/ages.ts'
import type { Evidence, PatientAge } from '../patient/patient.ts'
import { bornIn } from './birth-date.ts'
import { signsIn } from '../../vocabulary/note-names.ts'
import { measureNamesIn } from './measure-names.ts'
import { bareAges, likelyAges, notAges, sureAges } from './age-patterns.ts'
import { numberOf } from './note-text.ts'
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
    for (const patterns of [sureAges[one], likelyAges[one]])
      for (const sentence of first) {
        const age = firstOf(patterns, sentence, one)
        if (age) return age
      }
  const born = bornIn(first, language, today)
  if (born) return born
  for (const sentence of first.slice(0, 3))
    for (const one of languages) {
      const age = firstOf(bareAges[one], sentence, one)
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

/** What one of the surer ways to tell an age in English holds. */
const hasAgeWord =
  /old|yo|y\.o|y ?\/ ?o|age|year|yr|\dy|mo|mth|week|wk|day|half|½| 1\/2|turn|birth|young|\/(?:12|52|7) |DOL|\d\s?[dm](?!\p{L})/iu

/** A sentence without figures or words for them tells no age. */
const hasNumber =
  /\d|(?<!\p{L})(?:un|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}*ty)(?!\p{Ll}{3})/iu

function firstOf(
  patterns: readonly RegExp[],
  sentence: Sentence,
  language: 'en' | 'fr',
): PatientAge | undefined {
  if (!hasNumber.test(sentence.text)) return undefined
  if (patterns === sureAges.en && !hasAgeWord.test(sentence.text)) return undefined
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
  const { number = '', unit = 'y', more, moreUnit, half, who } = match.groups ?? {}
  const before = text.slice(Math.max(0, match.index - 40), match.index)
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 26)
  const not = notAges[language]
  if (who !== undefined && isNoName(who)) return undefined
  if (/^aged/i.test(match[0]) && language === 'en' && !isTold(before)) return undefined
  if (
    not.after.test(after) ||
    not.before.test(before) ||
    (not.past.test(before) && !isOfPerson(before, match[0], after))
  )
    return undefined
  const evidence = { text, start, end }
  const value = valueOf(number, half)
  if (value === undefined) return undefined
  if (/^h/i.test(unit)) {
    const days = Math.floor(value / 24)
    return spanOf(days, days + 1, 'day', evidence)
  }
  const own = /\/12/.test(match[0])
    ? 'month'
    : /\/52/.test(match[0])
      ? 'week'
      : /\/7 /.test(match[0])
        ? 'day'
        : unitOf(unit)
  // "A woman, 37 weeks, cephalic" is pregnant.
  if (own !== 'year' && ofGrown.test(before + match[0])) return undefined
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

const ofGrown =
  /(?<!\p{L})(?:lady|m[ae]n|wom[ae]n|gentlem[ae]n|femmes?|hommes?|dame|madame|monsieur|mme|mr|parturiente|gestante)\s?,? ?(?:of |aged |is |de |a )?\d+\D*$/iu

/** What may stand before "aged 9" where it is the person's age now; "ITU once aged 9" is not. */
function isTold(before: string): boolean {
  const word = told.exec(before)?.[1]
  return word === undefined ? told.test(before) : signsIn(word, 'en').length === 0
}

const told =
  /(?:^|[,;:(.–-])\s*$|(?<!\p{L})(?:m[ae]n|wom[ae]n|lady|gentlem[ae]n|girl|boy|lad|male|female|child|baby|infant|toddler|patient|pt|teenager|student|pensioner|widow(?:er)?|son|daughter|nurse|teacher|farmer|driver|worker|is|now|currently|today|also|and|sex|\p{L}+(?:[^v]er|or|ist|ian|man|woman))\s$|(?<=^|[.!?]\s)(\p{Lu}\p{Ll}{1,9})\s$/u

/** "Creatinine is 88": no name of a person. */
function isNoName(word: string): boolean {
  return (
    /^(?:pain|score|grade|stage|dose|size|it|this|that|there|today|gestation|spleen|liver|bed|room|ward|day|week|para|gravida|parity|baseline|target|total|mood|best|worst|rate|reading|level|count|value|result|air|index|which|what|hb|ht|wt|cr|na|ca|mg|cl|eos|alb|plt|mother|father|mum|dad|wife|husband|partner|brother|sister)$/i.test(
      word,
    ) ||
    (word.length > 3 && measureNamesIn(`${word} 1`).length > 0)
  )
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
