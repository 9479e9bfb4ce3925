import { ageSpan } from '../registry/ages.ts'
import { abbreviationChoice } from '../vocabulary/choices.ts'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import { bare, notCounted } from './age-patterns.ts'
import { withoutValues } from './explained-numbers.ts'
import type { SaidAge } from './said-age.ts'

/**
 * The age that stands right behind an illness among keywords: "als 52 Lourdes", "arthritis 57 years Rome", « eczema severe 8 ans ». What tells how
 * long one has it, a number of the illness's name, a type, a dose or a measure is none. A number alone is one in English only: in French it is mostly a
 * department.
 */
export function ageBehindIllness(text: string, language: 'en' | 'fr'): SaidAge | undefined {
  if (!/\d/.test(text)) return undefined
  for (const { index, 0: words, groups = {} } of text.matchAll(numbers)) {
    const value = Number(groups['number'])
    const hasUnit = groups['unit'] !== undefined
    const before = text.slice(0, index)
    if (value > mostYears || (!hasUnit && (language === 'fr' || value < fewestAlone))) continue
    if (hasUnit ? lasts.test(before.replace(sinceBirth, '')) : !isAlone(text.slice(index))) continue
    const illness = illnessBefore(before)
    if (!illness || openVocabulary().byName(`${illness.name} ${value}`) !== undefined) continue
    // "Prostate cancer PSA 8".
    if (withoutValues(text).slice(index, index + words.length) !== words) continue
    const isMonths = /^m/i.test(groups['unit'] ?? '')
    if (isMonths && (!illness.isOfChildren || value > mostMonths)) continue
    const mayBeTime =
      hasUnit && language === 'en' && value < fewestYears && !/(?:yo|\d[ay])$/i.test(words)
    const isOfChild = illness.isOfChildren && (isMonths || value < grownUp)
    if (mayBeTime && !illness.isFromBirth && !isOfChild) continue
    const age = { value, unit: isMonths ? 'month' : 'year' } as const
    return { words, span: ageSpan(age), age, box: `${value} ${age.unit}` }
  }
  return undefined
}

const numbers =
  /(?<=\p{L},? )(?<number>\d{1,3})(?:(?:[ -]?(?<unit>ans?|years?|yrs?|yo|months?|mths?|mos?|mois)|(?<=\d\d)(?<unit>a|y))(?![\p{L}\p{N}])(?![ -](?:ago|after|post|since|later|before|survival|free|clear|follow|suivi|remission|apr[èe]s|plus tard|avant|de |d['’]|of |on |en |sans |now|every|par |per ))|(?![\p{L}\p{N}]))/giu
const mostYears = 110

/** "Back pain 11 years" is how long, but of what one is born with, or of what children have ("neuroblastoma 3 years"). */
const fewestYears = 40
const grownUp = 18
const mostMonths = 36

/** "Diabetes 2" and "SMA 3" are kinds of them. */
const fewestAlone = 5

/** What is had for so long, or counted: then a number with its unit tells no age. */
const lasts =
  /(?<!\p{L})(?:for|since|over|had|have|having|been|i|i['’]?ve|suffer\p{L}*|past|last|within|every|depuis|pendant|durant|il y a|j['’]ai|souffr\p{L}*|sur|en|apr[èe]s|dans|pour|tous)(?!\p{L})/iu
const sinceBirth =
  /(?:since|from|depuis|de(?:s|puis)?|d[èe]s)(?: (?:l[ae]))? ?(?:birth|naissance)/giu

const alone = new RegExp(
  String.raw`^\d{1,2}(?! ?(?:bmi|imc|iq|db|hb|hgb|g|gleason|stage|stade|grade|type|st|attacks?|crises|on|per|out|of|to|in|at|years?|ans?|months?|mois|week\p{L}*|day\p{L}*)(?!\p{L}))${bare}`,
  'iu',
)

function isAlone(from: string): boolean {
  return alone.test(from) || /^\d{1,2} \p{Lu}\p{Ll}/u.test(from)
}

interface IllnessBefore {
  readonly name: string
  readonly isFromBirth: boolean
  readonly isOfChildren: boolean
}

/** The illness whose name ends a text, but for how bad it is or that it was there from birth; undefined where none does. */
function illnessBefore(text: string): IllnessBefore | undefined {
  if (!stands.test(text)) return undefined
  const words = text.replace(described, '').trimEnd().replace(/,$/, '').split(/\s+/)
  if (measured.test(words.at(-1) ?? '')) return undefined
  for (let count = Math.min(mostWords, words.length); count > 0; count--) {
    const name = words.slice(-count).join(' ')
    if (/[,;.]\s/.test(name)) continue
    const [chosen] = abbreviationChoice(name.toUpperCase())?.terms ?? []
    const concept = openVocabulary().byName(name) ?? openVocabulary().byName(chosen ?? '')
    const trees = concept?.trees ?? []
    if (trees.some((tree) => /^(?:C|F03)/.test(tree)))
      return {
        name,
        isFromBirth: trees.some((tree) => /^(?:C16|F03\.625)/.test(tree)),
        isOfChildren: ofChildren.test(concept?.term ?? ''),
      }
  }
  return undefined
}

/** What children have, mostly or first of all. */
const ofChildren =
  /^(?:Mucocutaneous Lymph|Neuroblastoma|Wilms|Retinoblastoma|Medulloblastoma|Hepatoblastoma|Rhabdomyosarcoma|Sarcoma, Ewing|Precursor .*Lymphoblastic|Asthma|Dermatitis, Atopic|Eczema|(?:Egg|Milk|Peanut|Nut|Food) Hypersens|Bronchiolitis|Croup|Bronchopulmonary Dysplasia|Infant|Chickenpox|Measles|Whooping Cough|Spasms, Infantile|Arthritis, Juvenile|Otitis Media|Respiratory Syncytial|Colic|Biliary Atresia|Enuresis|Intussusception|Strabismus|Amblyopia)/

const measured =
  /^(?:platelets?|plaquettes|counts?|levels?|taux|sugar|pressure|tension|score|ferritine?)$/iu
const mostWords = 5
const stands = new RegExp(String.raw`${notCounted}$`, 'iu')
const described =
  /(?:[ ,]+(?:very |tr[èe]s )?(?:severe|bad|mild|moderate|s[ée]v[èe]re|grave|mod[ée]r[ée]e?|l[ée]g[èe]re?|(?:since|from|depuis|de(?:puis)?|d[èe]s)(?: la)? (?:birth|naissance)|infantile|enfant|dravet))+\s*$/iu
