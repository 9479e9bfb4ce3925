import { diseasesAsked } from './diseases-asked.ts'
import { kindsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * How bad an effect is by its grade: "Peripheral neuropathy grade ≥ 2" and « Neuropathie grade 1 des pieds ». Only where the criterion
 * asks of nothing else and every sentence that says the person has it gives one grade. Rule `effect-grade@1`.
 */
export function effectGradeVerdict(one: Case): Judgement | undefined {
  const { text, kind, patient, vocabulary } = one
  const bounds = kind === 'unspecified' ? undefined : boundsIn(text)
  if (!bounds || patient.source !== 'note') return undefined
  const [asked, ...others] = diseasesAsked(text, vocabulary)
  if (!asked || others.length > 0) return undefined
  const rest = withoutParts(text.replace(bounds.written, ' '), []).replace(
    text.slice(asked.start, asked.end),
    ' ',
  )
  if (/\d/.test(rest) || askedWords(rest).some((word) => !idle.test(word))) return undefined
  const terms = new Set([asked.term, ...kindsOf(asked.term, vocabulary)])
  const own = patient.findings.filter(({ of, term }) => of === 'patient' && terms.has(term))
  if (
    own.length === 0 ||
    own.some(({ presence, when }) => presence !== 'present' || when !== 'now')
  )
    return undefined
  const grades = own.map(({ words, evidence }) => gradeBeside(words, evidence.text))
  const [grade] = grades
  if (grade === undefined || grades.some((each) => each !== grade)) return undefined
  const isAsked = grade >= bounds.least && grade <= bounds.most
  return {
    verdict: isAsked === (kind === 'inclusion') ? 'met' : 'not met',
    reason: 'stated facts',
    evidence: own.map(({ evidence }) => evidence).slice(0, 2),
  }
}

interface Bounds {
  readonly written: string
  readonly least: number
  readonly most: number
}

const asked =
  /\(?(?:of )?(?:(?:NCI|CTCAE|NCI-CTCAE|toxicity|v\d(?:\.\d)?) )*grades? ?(?<sign>≥|>=|>|≤|<=|<|at least|of at least)? ?(?<grade>[1-5])(?! ?(?:to|-|–|and|,) ?\d)(?![.\d])(?<more> ?(?:or (?:higher|more|greater|above|worse)|\+| and (?:higher|above)))?\)?/i

function boundsIn(text: string): Bounds | undefined {
  const found = asked.exec(text)
  if (!found?.groups) return undefined
  const { sign = '', grade = '', more } = found.groups
  const value = Number(grade)
  const [written] = found
  if (more !== undefined || /^(?:≥|>=|at least|of at least)$/.test(sign))
    return { written, least: value, most: 5 }
  if (sign === '>') return { written, least: value + 1, most: 5 }
  if (/^(?:≤|<=)$/.test(sign)) return { written, least: 0, most: value }
  if (sign === '<') return { written, least: 0, most: value - 1 }
  return { written, least: value, most: value }
}

/** "Grade 1 neuropathy", « neuropathie résiduelle grade 2 »: the grade that stands right beside a name. */
function gradeBeside(words: string, text: string): number | undefined {
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  if (at < 0 || (text.match(/grade/gi)?.length ?? 0) !== 1) return undefined
  const behind =
    /^(?: (?:residual|résiduelle?|sensitive|sensory|périphérique|peripheral|de|of)){0,2},? \(?grade ([0-5])(?![.\d-])/iu
  const before = /(?<!\p{L})grade ([0-5]) (?:(?:residual|sensory|peripheral) )?$/iu
  const grade = behind.exec(text.slice(at + words.length)) ?? before.exec(text.slice(0, at))
  return grade?.[1] === undefined ? undefined : Number(grade[1])
}

const idle =
  /^(?:residual|persist\w*|pre-?exist\w*|ongoing|any|known|clinical\w*|toxicity|peripheral|sensory|motor|baseline|ctcae|nci|greater|higher|worse)$/i
