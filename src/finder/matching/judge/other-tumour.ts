import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Finding, Patient } from '../patient/patient.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { kindsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { daysOfCount } from './spans-of-time.ts'
import { agoOf } from './time-window.ts'

/**
 * "Other primary malignancy", as an exclusion, of somebody who has cancers of two organs now: whichever the study is of, there is
 * another. "Malignancy other than neuroblastoma" names the study's. What an exception lets in (of the skin, in situ, of the prostate)
 * is not counted. Rule `other-tumour@1`.
 */
export function otherTumourVerdict(one: Case): Judgement | undefined {
  const { text, kind, patient, vocabulary } = one
  if (kind !== 'exclusion' || text.length > longest || !malignant.test(text)) return undefined
  if (turning.test(text)) return undefined
  const cancers = cancersOf(patient, vocabulary)
  const than = otherThan.exec(text)
  const studied = than
    ? diseasesAsked(text.slice(than.index + than[0].length).split(stop)[0] ?? '', vocabulary)
    : []
  const isOther = otherBefore.test(text)
  if (!isOther && studied.length === 0) return undefined
  const past = ofPast.test(text) ? pastOf(text, patient, cancers, vocabulary) : undefined
  if (past) return { verdict: 'not met', reason: 'stated facts', evidence: [past.evidence] }
  const left =
    studied.length > 0
      ? cancers.filter(
          ({ term }) => !studied.some((each) => isRelated(each.term, term, vocabulary)),
        )
      : cancers.length > 1
        ? cancers
        : []
  const [found] = left
  return (
    found && {
      verdict: 'not met',
      reason: 'stated facts',
      evidence: [...new Set(left.map(({ evidence }) => evidence))].slice(0, 3),
    }
  )
}

/**
 * A cancer of before, of another organ than those of now, within the years that are asked: "Testicular cancer two years ago" of who has
 * one of the stomach.
 */
function pastOf(
  text: string,
  patient: Patient,
  now: readonly Finding[],
  vocabulary: Vocabulary,
): Finding | undefined {
  const asked = years.exec(text)?.groups
  const days = asked && daysOfCount(asked['count'] ?? '', 'years')
  if (now.length === 0) return undefined
  return patient.findings.find((one) => {
    if (one.of !== 'patient' || one.presence !== 'present' || one.rule !== undefined) return false
    if (excepted.test(one.term) || sitesOf(one.term, vocabulary).size === 0) return false
    if (/in situ|basal|squamous|skin|cervix|benign/i.test(one.evidence.text)) return false
    const ago = agoOf(one.evidence, one.words)
    if (!ago || ago.least < 60 || (asked && (days === undefined || ago.most > days))) return false
    const sites = sitesOf(one.term, vocabulary)
    return now.every(
      (other) =>
        other.term !== one.term &&
        !isRelated(other.term, one.term, vocabulary) &&
        ![...sitesOf(other.term, vocabulary)].some((site) => sites.has(site)),
    )
  })
}

const ofPast = /\b(?:history|prior|previous(?:ly)?|past|within|last)\b/i
const years =
  /\b(?:with)?in (?:the )?(?:last |past |previous |preceding |prior )?(?<count>\d{1,2}|one|two|three|four|five|ten) years?\b|\b(?<count>\d{1,2}|one|two|three|four|five|ten) years? (?:prior|before)\b/i
const longest = 500
const malignant = /\b(?:malignan\w*|cancers?|carcinomas?|tumou?rs?|neoplas\w*)\b/i
const otherBefore =
  /\b(?:other|another|second|concurrent|concomitant|additional|synchronous|coexisting|co-existing)\b[^.;]{0,50}\b(?:malignan\w*|cancers?|carcinomas?|tumou?rs?|neoplas\w*)\b/i
const otherThan =
  /\b(?:malignan\w*|cancers?|tumou?rs?|neoplas\w*)[^.;]{0,20}\b(?:other than|besides|apart from|different from)\b/i
const stop = /[.;,(]|\b(?:within|that|which|and|excluding|except)\b/i
const turning =
  /\b(?:family|mothers?|fathers?|relatives?|benign|suspected|risk)\b|\b(?:no|not) (?:evidence|history|other)\b/i

/** Cancers of now, one for each organ; nothing that has spread from elsewhere, and nothing that exceptions are made for. */
const cancersOf = onceAPatient((patient: Patient, vocabulary: Vocabulary): readonly Finding[] => {
  const found: { readonly finding: Finding; readonly sites: ReadonlySet<string> }[] = []
  for (const finding of patient.findings) {
    if (!isCancerOfNow(finding)) continue
    const sites = sitesOf(finding.term, vocabulary)
    if (sites.size === 0) continue
    const isKnown = found.some(
      (one) =>
        isRelated(one.finding.term, finding.term, vocabulary) ||
        [...sites].some((site) => one.sites.has(site)),
    )
    if (!isKnown) found.push({ finding, sites })
  }
  return found.map(({ finding }) => finding)
})

function isCancerOfNow({
  of,
  presence,
  when,
  rule,
  words,
  term,
  evidence: { text },
}: Finding): boolean {
  if (of !== 'patient' || presence !== 'present' || when !== 'now' || rule !== undefined)
    return false
  if (excepted.test(term)) return false
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  const around = text.slice(Math.max(0, at - 40), at + words.length + 40)
  return at >= 0 && !spread.test(around)
}

const excepted =
  /skin|basal|squamous cell|in situ|metasta|benign|adenoma|polyp|prostat|thyroid|neoplasms$(?<=^neoplasms)/i
const spread =
  /\b(?:metasta\w*|mets?|second(?:ary|aries)|spread|invad\w*|infiltrat\w*|in situ|basal cell|non-?melanoma|cured|remission|previous\w*|history|prior|treated in|years? ago|suspect\w*|benign|bénin\w*|métasta\w*)\b/i

/** The organs of a cancer by the vocabulary's tree; the blood's are one. */
function sitesOf(term: string, vocabulary: Vocabulary): ReadonlySet<string> {
  const trees = vocabulary.byName(term)?.trees ?? []
  return new Set(
    trees.flatMap((tree) => {
      if (/^C04\.557\.(?:337|386|227|595)/.test(tree)) return ['blood']
      const site = /^C04\.588\.\d+/.exec(tree)?.[0]
      return site === undefined ? [] : [site]
    }),
  )
}

function isRelated(one: string, other: string, vocabulary: Vocabulary): boolean {
  return kindsOf(one, vocabulary).has(other) || kindsOf(other, vocabulary).has(one)
}
