import { withoutParts, askedWords } from './words.ts'
import { diseasesAsked } from './diseases-asked.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import { kindsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { type MarkerGroup, type Polarity, markersIn, withFollowing } from './marker-words.ts'
import { onceAPatient } from './once-a-patient.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'

/**
 * A marker, a receptor or the spread of a tumour as a criterion asks it, against what the note says of the same: "HER2 negative" and
 * "HER2 is positive", "BRAF V600 mutation" and "BRAF sauvage", "node negative" and "T2 N1 M0". Rule `marker@2`.
 */
export function markerVerdict(one: Case): Judgement | undefined {
  const { text, kind, patient } = one
  if (kind === 'unspecified' || patient.source !== 'note' || text.length > longest) return undefined
  if (hasOtherWaysIn(text) || heading.test(text)) return undefined
  const judged = byMarker(one)
  if (judged || kind !== 'inclusion' || isTurned(text.replace(sameLetter, ' '))) return judged
  const evidence = bySpread(text, patient)
  return evidence && told('not met', [evidence])
}

function told(verdict: Judgement['verdict'], evidence: readonly Evidence[]): Judgement {
  return { verdict, reason: 'stated facts', evidence: [...new Set(evidence)].slice(0, 3) }
}

/** How one group of markers stands to what the note says: as asked, otherwise, or not told. */
function byMarker(one: Case): Judgement | undefined {
  const { text, kind, patient, vocabulary } = one
  const said = saidOf(patient)
  if (said.of.size === 0) return undefined
  const { groups, said: asked } = markersIn(text)
  if (groups.length === 0 || [...asked.values()].some(({ size }) => size > 1)) return undefined
  const rest = withoutParts(text, groups)
  const stands = groups.map((group) => standOf(group, said.of))
  const evidence = groups.flatMap(({ keys }) => keys.flatMap((key) => said.by.get(key) ?? []))
  if (kind === 'inclusion' && stands.includes('otherwise') && !isTurned(rest))
    return told('not met', evidence)
  if (!isIdle(rest, one, vocabulary) || groups.some((group) => isNarrower(group, one, evidence)))
    return undefined
  if (kind === 'inclusion')
    return stands.every((stand) => stand === 'as asked') ? told('met', evidence) : undefined
  if (stands.includes('as asked')) return told('not met', evidence)
  return stands.every((stand) => stand === 'otherwise') ? told('met', evidence) : undefined
}

function standOf(
  { keys, polarity, isAnyOf }: MarkerGroup,
  said: ReadonlyMap<string, ReadonlySet<Polarity>>,
): 'as asked' | 'otherwise' | undefined {
  const each = keys.map((key) => {
    const own = said.get(key)
    return own?.size === 1 ? own.has(polarity) : undefined
  })
  const isAll = each.every((is) => is === true)
  if (isAnyOf ? each.includes(true) : isAll) return 'as asked'
  const isNone = each.every((is) => is === false)
  return (isAnyOf ? isNone : each.includes(false)) ? 'otherwise' : undefined
}

/** Nothing is asked beside, or only an illness that the person surely has. */
function isIdle(rest: string, { patient, kind }: Case, vocabulary: Vocabulary): boolean {
  if (isTurned(rest) || /[<>≥≤%]/.test(rest)) return false
  const named = diseasesAsked(rest, vocabulary)
  const isHad = named.every(({ term }) =>
    patient.findings.some(
      (own) =>
        (own.term === term || kindsOf(term, vocabulary).has(own.term)) &&
        own.of === 'patient' &&
        own.presence === 'present' &&
        own.when === 'now',
    ),
  )
  if (!isHad || (kind === 'exclusion' && named.length > 1)) return false
  return askedWords(withoutParts(rest, named)).every((word) => idle.test(word))
}

const idle =
  /^(?:tumou?rs?|cancers?|carcinomas?|histolog\w*|cytolog\w*|patholog\w*|molecular\w*|genetic\w*|harbou?r\w*|carr\w*|driver|actionable|sensiti[sz]ing|activating|local\w*|central\w*|laboratory|test|tested|pcr|ihc|ngs|sequencing|determin\w*|assess\w*|result|status|breast)$/i

/** One variant of a gene is asked, and the note does not name it. */
function isNarrower(
  { start, end, polarity }: MarkerGroup,
  { text }: Case,
  evidence: readonly Evidence[],
): boolean {
  if (polarity === 'negative') return false
  const variants = text.slice(start, end + 30).match(variant) ?? []
  return variants.some((one) => {
    const plain = one.toLowerCase().replaceAll(/\W/g, '')
    return !evidence.some(({ text: own }) =>
      own
        .toLowerCase()
        .replaceAll(/[^a-z\d]/g, '')
        .includes(plain),
    )
  })
}

const variant = /\b(?:HPV[- ]?\d{2}|exon ?\d+|[A-Z]\d{2,4}[A-Z]?|ITD|TKD)\b/g

interface SaidMarkers {
  readonly of: ReadonlyMap<string, ReadonlySet<Polarity>>
  readonly by: ReadonlyMap<string, readonly Evidence[]>
}

/** What the note says of markers: of the person, and not of before. */
const saidOf = onceAPatient(({ lines }: Patient): SaidMarkers => {
  const found = new Map<string, Set<Polarity>>()
  const by = new Map<string, Evidence[]>()
  for (const { evidence } of lines.slice(0, 400)) {
    if (ofOthers.test(evidence.text)) continue
    for (const [key, polarities] of withFollowing(markersIn(evidence.text).said)) {
      for (const polarity of polarities)
        found.set(key, (found.get(key) ?? new Set<Polarity>()).add(polarity))
      by.set(key, [...(by.get(key) ?? []), evidence])
    }
  }
  return { of: found, by }
})

const ofOthers =
  /\b(?:mother|father|sister|brother|partner|wife|husband|donor|famil(?:y|ial)|before|previously|was once|used to be|initially|m[eè]re|p[eè]re|s(?:œ|oe)ur|fr[eè]re|auparavant|initialement|au diagnostic)(?![\p{L}])/iu

const longest = 400
/** "ER+/HER2- specific inclusion criteria:": what follows is asked, of whom this names. */
const heading = /:\s*$|\b(?:specific|inclusion|exclusion|eligibility|criteria)\b/i

/** Tumour, nodes, metastases: the number the note gives outside all that the requirement names of the same letter. */
function bySpread(text: string, patient: Patient): Evidence | undefined {
  const asked = spreadAsked(text)
  if (asked.size === 0) return undefined
  const said = patient.lines.slice(0, 400).flatMap(({ evidence }) => {
    const match = tnm.exec(evidence.text)
    return match ? [{ evidence, match }] : []
  })
  const [only, ...more] = said
  if (!only || more.length > 0) return undefined
  const given = new Map(
    ['T', 'N', 'M'].flatMap((letter, at): [string, number][] => {
      const digit = only.match[at + 1]
      return digit === undefined ? [] : [[letter, Number(digit)]]
    }),
  )
  const isOut = [...asked].some(([letter, numbers]) => {
    const number = given.get(letter)
    return number !== undefined && (number < Math.min(...numbers) || number > Math.max(...numbers))
  })
  return isOut ? only.evidence : undefined
}

const tnm = /\b[cpy]*T([0-4])[a-d]?,? ?[cpy]*N([0-3])[a-d]?(?:,? ?[cpy]*M([01])[a-d]?)?\b/

function spreadAsked(text: string): ReadonlyMap<string, readonly number[]> {
  if (/[≥≤<>]|\b(?:or (?:higher|lower|more|less)|any [TNM]\b|at least)/i.test(text))
    return new Map()
  const asked = new Map<string, number[]>()
  for (const match of text.matchAll(letters)) {
    const [, letter = '', first = '', last = first] = match
    asked.set(letter, [...(asked.get(letter) ?? []), Number(first), Number(last)])
  }
  if (/\b(?:lymph )?node[- ]negative\b/i.test(text)) asked.set('N', [0])
  if (/\b(?:lymph )?node[- ]positive\b/i.test(text)) asked.set('N', [1, 3])
  return asked
}

const letters =
  /\b[cpy]*([TNM])([0-4])[a-d]?(?: ?(?:-|–|to) ?[cpy]*(?:[TNM])?([0-4])[a-d]?)?(?![\w])/g
/** "N2 or N3" is no alternative of another kind. */
const sameLetter = /(?<=\b[cpy]*([TNM])[0-4][a-d]?) or (?=[cpy]*\1[0-4])/g
