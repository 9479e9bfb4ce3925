import type { Finding } from '../patient/patient.ts'
import { allergyOfLabel } from './allergies.ts'
import { circumstanceOfLabel } from './circumstance-words.ts'
import { allWordings, codedWords, codesInWords, codesOf, withoutTag } from './coded.ts'
import { diseaseByCode } from './disease-codes.ts'
import { diseasesIn } from './disease-names.ts'
import type { Within } from './gathering.ts'
import type { Coded, Condition } from './shapes.ts'
import { type Label, type SituationStanding, standingIn } from './situation.ts'
import { type When, daysBetween, sideOf, whenOf } from './times.ts'

/** Reads a Condition: a disease, an allergy, smoking, pregnancy, or that a relative had it. */
export function readCondition(one: Condition, within: Within): void {
  const standing = conditionStanding(one, within)
  if (!standing) return
  readLabel(one.code, standing, within, { when: whenBegan(one, within) })
}

/** What else is known of a coded disease. */
export interface LabelOptions {
  readonly when?: When | undefined
  /** Put before the words that are shown: "Family: ". */
  readonly lead?: string
}

/** Reads the concept that names a disease; what is not understood is said. */
export function readLabel(
  coded: Coded | undefined,
  standing: SituationStanding,
  within: Within,
  { when, lead = '' }: LabelOptions = {},
): void {
  const { problems, gathered, entry } = within
  const byCode = diseaseByCode(coded)
  const words = codedWords(coded) || byCode
  if (!words) {
    const codes = codesInWords(coded)
    if (codes !== '') problems.add(entry.place, 'code', codes)
    else problems.add(entry.place, hasNarrative(within) ? 'narrative' : 'nothing')
    return
  }
  const evidence = { resource: entry.place, text: lead + words }
  if (isNothing.test(words)) return gathered.line(evidence)
  const label = { words, standing, evidence, ...(when && { when }) }
  const isAllergy = allergyOfLabel(label, within)
  const isOther = circumstanceOfLabel(label, within) || isAllergy
  const [named, first = standing] = addDiseases(
    [...allWordings(coded), ...(byCode ? [byCode] : [])],
    label,
    within,
    isAllergy,
  )
  if (!named && !isOther) problems.add(entry.place, 'disease', words)
  const isSo = !isAllergy && first.of === 'patient' && /^(?:present|possible)$/.test(first.presence)
  gathered.line(evidence, isSo ? words : '')
}

/** "No known problems": there is nothing in it to read. */
const isNothing =
  /^(?:no (?:known |current |active )?(?:problems?|conditions?|disease|diagnos[ie]s)\b.*|none|nil|unknown|not known|n\/?a|aucune?)$/i

/** What the allergy is to says more. */
const anyAllergy = /^(?:(?:Drug|Food) )?Hypersensitivity(?:, \w+)?$/

function addDiseases(
  wordings: readonly string[],
  label: Label,
  { vocabulary, gathered }: Within,
  isAllergy: boolean,
): [boolean, SituationStanding?] {
  for (const wording of wordings) {
    const words = withoutTag(wording)
    const named = diseasesIn(words, vocabulary).filter(
      ({ term }) => !isAllergy || !anyAllergy.test(term),
    )
    const standings = named.map(({ start, end }) => standingIn(words, start, end, label.standing))
    named.forEach(({ start, end, term }, at) => {
      const finding: Omit<Finding, keyof SituationStanding> = {
        term,
        words: words.slice(start, end),
        evidence: label.evidence,
      }
      gathered.finding({ ...finding, ...(standings[at] ?? label.standing) })
    })
    const telling = standings.find(({ presence }) => presence !== 'mentioned') ?? standings[0]
    if (telling) return [true, telling]
  }
  const [words = ''] = wordings
  return [false, standingIn(words, words.length, words.length, label.standing)]
}

/** The standing of a Condition; undefined where it was entered in error. */
function conditionStanding(one: Condition, within: Within): SituationStanding | undefined {
  const { problems, entry, today } = within
  const verified = codesOf(one.verificationStatus)
  if (verified.includes('entered-in-error')) return undefined
  const clinical = statesOf(one.clinicalStatus)
  const isStrange =
    verified.some((code) => !verifications.test(code)) ||
    clinical.some((code) => !states.test(code))
  if (isStrange) problems.add(entry.place, 'status', [...verified, ...clinical].join(' '))
  const begins = sideOf(one.onsetDateTime ?? one.onsetPeriod?.start, today)
  if (begins === 'future') {
    problems.add(entry.place, 'date', one.onsetDateTime ?? one.onsetPeriod?.start)
    return { presence: 'mentioned', when: 'now', of: 'patient' }
  }
  const isPossible =
    isStrange || verified.some((code) => /^(?:unconfirmed|provisional|differential)$/.test(code))
  const isPast =
    clinical.some((code) => /^(?:inactive|resolved|remission|unknown)$/.test(code)) ||
    hasAbated(one, within) ||
    (clinical.length === 0 && isOldVisit(one, within))
  return {
    presence: verified.includes('refuted') ? 'absent' : isPossible ? 'possible' : 'present',
    when: isPast ? 'history' : 'now',
    of: 'patient',
  }
}

/** The codes of a status, or, where it has none, the words for them. */
function statesOf(status: Coded | undefined): readonly string[] {
  const codes = codesOf(status)
  if (codes.length > 0 || !status) return codes
  const words = codedWords(status).trim().toLowerCase()
  return words === '' ? [] : [words.replace(/^(?:in )(?=remission$)/, '')]
}

const verifications = /^(?:confirmed|refuted|unconfirmed|provisional|differential|unknown)$/
const states = /^(?:active|recurrence|relapse|inactive|remission|resolved|unknown)$/

/** An abatement beats a status that nobody changed; one that is to come does not count. */
function hasAbated(one: Condition, { today, problems, entry, age }: Within): boolean {
  const { abatementPeriod: period, abatementString: words, abatementAge, abatementRange } = one
  const date = one.abatementDateTime ?? period?.end ?? period?.start
  const side = sideOf(date, today)
  if (date !== undefined && side === undefined) problems.add(entry.place, 'date', date)
  if (side === 'future') return sideOf(period?.start, today) === 'past'
  if (date !== undefined) return true
  if (words !== undefined && !/\b(?:not|no|still|ongoing|never|unknown|non|pas)\b/i.test(words))
    return words.trim() !== ''
  const years = Number((abatementAge ?? abatementRange?.low)?.value ?? Number.NaN)
  const isLater = age !== undefined && years * 365 > age.maxDays
  return one.abatementBoolean === true || (!Number.isNaN(years) && !isLater)
}

/** Why somebody came once, more than a year ago, with no word on whether it is still so. */
function isOldVisit(one: Condition, within: Within): boolean {
  const isVisit = (one.category ?? []).some((coded) =>
    codesOf(coded).includes('encounter-diagnosis'),
  )
  const when = whenBegan(one, within)
  return isVisit && when !== undefined && daysBetween(when, within.today) > 365
}

function whenBegan(one: Condition, { today }: Within): When | undefined {
  return whenOf(one.onsetDateTime ?? one.onsetPeriod?.start ?? one.recordedDate, today)
}

function hasNarrative({ entry }: Within): boolean {
  return 'text' in entry.resource
}
