import type { Evidence, Finding, Treatment } from '../patient/patient.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { kindOfWhat, kindsOf } from './facts-of.ts'
import { type Case, type Judgement, judgementOf } from './judgement.ts'
import { medicinesAsked, relation } from './medicines.ts'

/**
 * Two sentences of one note that say the contrary of one thing: "He has diabetes." and "No diabetes." Whichever of them a verdict
 * rests on, it is not known; both are told. What was had before and is not there now is no contradiction. Rule `contested@1`.
 */
export function withoutContested(judged: Judgement, one: Case): Judgement {
  if (judged.verdict === 'unknown' || judged.evidence.length === 0) return judged
  const contrary = contestedBy(one, judged)
  if (contrary.length === 0) return judged
  return judgementOf('unknown', 'near what the person has', [
    ...judged.evidence.slice(0, 2),
    ...contrary.slice(0, 2),
  ])
}

/** The sentences that say the contrary of what a verdict rests on. */
function contestedBy(one: Case, { evidence }: Judgement): readonly Evidence[] {
  const { patient, vocabulary } = one
  if (patient.source !== 'note') return []
  const isOfIt = ({ evidence: own }: { readonly evidence: Evidence }): boolean =>
    evidence.some(({ start, text }) => start === own.start && text === own.text)
  const found = patient.findings.filter(isOwn)
  const isContrary = (said: Finding, other: Finding): boolean => {
    const [present, absent] = said.presence === 'present' ? [said, other] : [other, said]
    return (
      present.presence === 'present' &&
      absent.presence === 'absent' &&
      !isOfAnother.test(before(absent)) &&
      (present.term === absent.term ||
        (isNamedClosely(absent.term, one) &&
          kindOfWhat(present.term, vocabulary).includes(absent.term)))
    )
  }
  const terms = diseasesAsked(one.text, vocabulary).map(({ term }) => term)
  const asked = new Set(
    terms.flatMap((term) => [...kindsOf(term, vocabulary), ...kindOfWhat(term, vocabulary)]),
  )
  const illnesses = found
    .filter((said) => asked.has(said.term) && isOfIt(said))
    .flatMap((said) => found.filter((other) => isApart(said, other) && isContrary(said, other)))
  const taken = patient.treatments.filter(({ when, course }) => when === 'now' && !course)
  const wanted = medicinesAsked(one.text)
  const medicines = taken
    .filter((said) => isOfIt(said) && wanted.some((item) => relation(item, said) !== 'not'))
    .flatMap((said) => taken.filter((other) => isApart(said, other) && isContraryOf(said, other)))
  return [...illnesses, ...medicines].map((other) => other.evidence)
}

function isOwn({ of, when, presence }: Finding): boolean {
  return of === 'patient' && when === 'now' && (presence === 'present' || presence === 'absent')
}

type Said = Pick<Finding, 'evidence'>

function isApart(one: Said, other: Said): boolean {
  return one.evidence.start !== other.evidence.start || one.evidence.text !== other.evidence.text
}

function isContraryOf(one: Treatment, other: Treatment): boolean {
  const isOpposite =
    (one.presence === 'present' && other.presence === 'absent') ||
    (one.presence === 'absent' && other.presence === 'present')
  return isOpposite && one.drugs !== undefined && one.drugs.join() === other.drugs?.join()
}

/** A denial of all that is of a chapter of illnesses ("no mass", "no pain elsewhere") is of something else. */
function isNamedClosely(term: string, { vocabulary }: Case): boolean {
  return vocabulary.byName(term)?.trees.every((tree) => tree.split('.').length > 2) ?? false
}

/** The words right before a name. */
function before({ words, evidence: { text } }: Finding): string {
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  return at < 0 ? '' : text.slice(Math.max(0, at - 40), at)
}

/** "No other cancer", "no further seizures", "no family history of asthma": not of the one that is there. */
const isOfAnother =
  /(?<!\p{L})(?:other|another|earlier|prior|previous|past|further|additional|second|new|recurrent|more|family history of|histor(?:y|ies) of|autres?|ancien(?:ne)?s?|antérieure?s?|nouve(?:au|lle)s?|familia(?:l|ux) d[e'’])\s+(?:\p{L}+\s+)?$/iu
