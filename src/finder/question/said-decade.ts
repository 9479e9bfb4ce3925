import { ageSpan } from '../registry/ages.ts'
import { fold } from '../vocabulary/fold.ts'
import type { SaidSpan } from './said-birth.ts'

/**
 * An age that is said by its ten years: "in her sixties", "late 40s" of a person, « la soixantaine », « octogénaire »; or from
 * which on: "the over 60s", « les plus de 65 ans ». Not a time: "in the 90s".
 */
export function saidDecade(text: string): SaidSpan | undefined {
  const over = overPattern.exec(text)
  if (over) {
    const { number, aged, nombre } = over.groups ?? {}
    return spanFrom(over[0], Number(number ?? aged ?? nombre), 110)
  }
  const match = decadePattern.exec(text)
  const { tens, words, dizaine, genaire } = match?.groups ?? {}
  const said = fold(tens ?? words ?? dizaine ?? genaire ?? '')
  const from = /^\d/.test(said)
    ? Number(said.slice(0, 2))
    : decades.findIndex((one) => one.test(said)) * 10
  return match && from >= 20 ? spanFrom(match[0], from, from + 9) : undefined
}

/** An age that is said by its first and its last year: "between 60 and 70", "6-12 year olds", « 40-50 ans »; no time that something takes. */
export function saidRange(text: string): SaidSpan | undefined {
  const match = rangePattern.exec(text)
  const numbers = Object.entries(match?.groups ?? {}).flatMap(([, value]) =>
    value === undefined ? [] : [Number(value)],
  )
  const [least = 0, most = 0] = numbers
  if (!match || least < 1 || most <= least || most > 110) return undefined
  const first = ageSpan({ value: least, unit: 'year' })
  const last = ageSpan({ value: most, unit: 'year' })
  const box = `${Math.floor((least + most) / 2)} year`
  return { words: match[0], span: { least: first.least, most: last.most }, box }
}

const rangePattern =
  /(?<![\p{L}\p{N}.,/-])(?:(?:aged?|ages|between the ages of)(?: (?:from|between))? (?<a1>\d{1,2}) ?(?:and|to|-|–) ?(?<a2>\d{2})(?: years?(?: old)?)?|(?:people|women|men|adults|patients|anyone|somebody|someone)?(?: (?:aged|who are))? ?between (?<b1>[1-9]\d) and (?<b2>\d{2})(?:(?: years?)?(?: old| of age)|(?= (?:with|who)(?!\p{L})|\s*(?:$|[,;])))|(?<c1>\d{1,2}) ?(?:-|–|to) ?(?<c2>\d{2})[ -]?(?:years?[ -]olds?|y\/?o)|(?<!(?:depuis|pendant|durant|il y a|y a|en|sur|apr[èe]s|dans|pour|tous les|fum[ée]) )(?:[âa]g[ée]e?s? )?(?:entre |de )?(?<d1>\d{1,2}) ?(?:et|[àa]|-|–) ?(?<d2>\d{2}) ans)(?![\p{L}\d])/iu

function spanFrom(words: string, least: number, most: number): SaidSpan | undefined {
  if (least < 20 || least > 100) return undefined
  const first = ageSpan({ value: least, unit: 'year' })
  const last = ageSpan({ value: most, unit: 'year' })
  // In a box an age is one number: of ten years the middle, of all from one on the first.
  const box = `${most === 110 ? least : least + 5} year`
  return { words, span: { least: first.least, most: last.most }, box }
}

const overPattern =
  /(?<!\p{L})(?:(?:the )?over[- ](?<number>\d{2})['’]?s|(?:women|men|people|adults|patients|anyone) (?:aged )?over (?:the age of )?(?<aged>\d{2})(?! ?(?:kg|lbs?|%|mm|mg))|(?:les|personnes(?: de)?|patients(?: de)?|adultes(?: de)?|femmes(?: de)?|hommes(?: de)?) plus de (?<nombre>\d{2}) ans)(?![\p{L}\d])/iu

/** Behind "in my", or of a part of it ("early 50s"): a bare "the 90s" is a time. */
const decadePattern =
  /(?<!\p{L})(?:(?:(?:in )?(?:my|his|her|their) (?:(?:early|mid|late)[- ])?|(?<=(?:male|female|man|woman|guy|lady|adult|homme|femme),? (?:in )?)(?:(?:early|mid|late)[- ])?)(?:(?<tens>[2-9]0)['’]?s|(?<words>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))|(?:la |une )?(?<dizaine>(?:vingt|trent|cinquant|soixant)aine(?= d['’]ann[ée]es| pass[ée]e|[,. ]|$)|quarantaine(?= d['’]ann[ée]es| pass[ée]e))(?: d['’]ann[ée]es)?|(?<genaire>(?:quadra|quinqua|sexa|septua|octo|nona)g[ée]naire))(?!\p{L})/iu

/** How the words of each ten begin, from none on. */
const decades = [
  /^$/,
  /^$/,
  /^(?:tw|ving)/,
  /^(?:thir|trent)/,
  /^(?:fort|quara|quadra)/,
  /^(?:fif|cinq|quinq)/,
  /^(?:sixt|soix|sexa)/,
  /^(?:seven|septua)/,
  /^(?:eigh|octo)/,
  /^(?:nine|nona)/,
]
