import type { Quantity } from '../quantity/quantity.ts'
import {
  type ClinicalFinding,
  type MissingInput,
  allMet,
  anyMet,
  atLeastMet,
  comparedTo,
  countTo,
  notThat,
  saidOf,
} from './findings.ts'

/** The rule of the diagnosis; its source is with `kawasakiDiagnosis`. */
export const kawasakiRule = 'kawasaki-aha-2017@1'

/** The five principal signs; what nobody looked at is left out. */
export interface KawasakiSigns {
  readonly extremities?: boolean
  readonly rash?: boolean
  readonly conjunctivitis?: boolean
  readonly mouth?: boolean
  readonly lymphNodes?: boolean
}

/** What the diagnosis rests on. Every part may be missing. */
export interface KawasakiPicture {
  /** Days with fever so far, the first counted as 1. */
  readonly feverDays?: number
  readonly signs: KawasakiSigns
  /** Completed months. */
  readonly ageMonths?: number
  /** No other explanation for the fever. */
  readonly unexplained?: boolean
  readonly crp?: Quantity
  readonly esr?: Quantity
  /** For the age. */
  readonly anaemia?: boolean
  /** After the 7th day of fever. */
  readonly platelets?: Quantity
  readonly albumin?: Quantity
  readonly altRaised?: boolean
  readonly leucocytes?: Quantity
  /** Leucocytes in the urine, a high-power field. */
  readonly urineLeucocytes?: number
  /** The highest of LAD and RCA. */
  readonly highestZ?: Quantity
  readonly aneurysm?: boolean
  readonly poorFunction?: boolean
  readonly mitralRegurgitation?: boolean
  readonly pericardialEffusion?: boolean
}

/** Classic, incomplete, neither, or not known yet; with what would tell. */
export interface KawasakiDiagnosis {
  readonly rule: typeof kawasakiRule
  readonly diagnosis: 'classic' | 'incomplete' | 'neither' | 'unknown'
  /** Either of the two: known sometimes before it is known which. */
  readonly disease: ClinicalFinding
  readonly classic: ClinicalFinding
  readonly incomplete: ClinicalFinding
  /** Classic on the fourth day of fever, where five are the rule. */
  readonly isOnFourthDay: boolean
  readonly missing: readonly MissingInput[]
}

/**
 * Kawasaki disease by the American Heart Association's statement of 2017. Classic: fever of 5 days and 4 of 5 signs, or
 * of 4 days with 4 signs. Incomplete: fever of 5 days with 2 or 3 signs, or an infant's (below 12 months) unexplained
 * fever of 7 days; with CRP of 3 mg/dL or ESR of 40 mm/h; and 3 of 6 laboratory findings or a positive echocardiogram.
 * A protocol may ask for something else: it says so by its own criteria.
 * Source: McCrindle BW et al., Circulation 2017;135:e927-e999, table 3 and figure 3.
 */
export function kawasakiDiagnosis(picture: KawasakiPicture): KawasakiDiagnosis {
  const { feverDays } = picture
  const signs = signsOf(picture.signs)
  const classic = allMet([countTo('feverDays', feverDays, '>=', 4), atLeastMet(4, signs)])
  const supported = allMet([
    anyMet([
      allMet([countTo('feverDays', feverDays, '>=', 5), atLeastMet(2, signs)]),
      infantFever(picture),
    ]),
    inflammationOf(picture),
    anyMet([atLeastMet(3, laboratoryOf(picture)), echocardiogramOf(picture)]),
  ])
  const disease = anyMet([classic, supported])
  const incomplete = allMet([notThat(classic), supported])
  const diagnosis = named(classic, incomplete)
  return {
    rule: kawasakiRule,
    diagnosis,
    disease,
    classic,
    incomplete,
    isOnFourthDay: classic.verdict === 'met' && feverDays !== undefined && feverDays < 5,
    missing: diagnosis === 'unknown' ? anyMet([classic, incomplete]).missing : [],
  }
}

function infantFever({ ageMonths, feverDays, unexplained }: KawasakiPicture): ClinicalFinding {
  return allMet([
    countTo('ageMonths', ageMonths, '<', 12),
    countTo('feverDays', feverDays, '>=', 7),
    saidOf('unexplained', unexplained),
  ])
}

function inflammationOf({ crp, esr }: KawasakiPicture): ClinicalFinding {
  return anyMet([
    comparedTo('crp', crp, '>=', { value: '3', unit: 'mg/dL' }),
    comparedTo('esr', esr, '>=', { value: '40', unit: 'mm/h' }),
  ])
}

function named(
  classic: ClinicalFinding,
  incomplete: ClinicalFinding,
): KawasakiDiagnosis['diagnosis'] {
  if (classic.verdict === 'met') return 'classic'
  if (incomplete.verdict === 'met') return 'incomplete'
  return classic.verdict === 'not met' && incomplete.verdict === 'not met' ? 'neither' : 'unknown'
}

function signsOf(signs: KawasakiSigns): readonly ClinicalFinding[] {
  return [
    saidOf('extremities', signs.extremities),
    saidOf('rash', signs.rash),
    saidOf('conjunctivitis', signs.conjunctivitis),
    saidOf('mouth', signs.mouth),
    saidOf('lymphNodes', signs.lymphNodes),
  ]
}

function laboratoryOf(picture: KawasakiPicture): readonly ClinicalFinding[] {
  const { platelets, albumin, leucocytes, urineLeucocytes, feverDays } = picture
  return [
    saidOf('anaemia', picture.anaemia),
    allMet([
      comparedTo('platelets', platelets, '>=', { value: '450', unit: '10*9/L' }),
      countTo('feverDays', feverDays, '>', 7),
    ]),
    comparedTo('albumin', albumin, '<=', { value: '3.0', unit: 'g/dL' }),
    saidOf('altRaised', picture.altRaised),
    comparedTo('leucocytes', leucocytes, '>=', { value: '15', unit: '10*9/L' }),
    countTo('urineLeucocytes', urineLeucocytes, '>=', 10),
  ]
}

function echocardiogramOf(picture: KawasakiPicture): ClinicalFinding {
  const { highestZ } = picture
  return anyMet([
    comparedTo('highestZ', highestZ, '>=', { value: '2.5', unit: '{SD}' }),
    saidOf('aneurysm', picture.aneurysm),
    atLeastMet(3, [
      saidOf('poorFunction', picture.poorFunction),
      saidOf('mitralRegurgitation', picture.mitralRegurgitation),
      saidOf('pericardialEffusion', picture.pericardialEffusion),
      comparedTo('highestZ', highestZ, '>=', { value: '2', unit: '{SD}' }),
    ]),
  ])
}
