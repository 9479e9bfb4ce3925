import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'
import { askedWords } from './words.ts'

/**
 * The class of a cirrhosis by Child and Pugh (A is 5 to 6 points, B 7 to 9, C 10 to 15), as a criterion asks it in letters or points,
 * against the one that the record gives. Rule `child-pugh@1`.
 */
export function childPughVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind === 'unspecified' || text.length > 250) return undefined
  const asked = [...text.matchAll(written)]
  const [match] = asked
  if (!match || asked.length > 1 || hasOtherWaysIn(text)) return undefined
  const range = rangeOf(match.groups ?? {})
  if (!range) return undefined
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
  if (isTurned(rest) || /\b(?:history|prior|previous\w*)\b/i.test(rest)) return undefined
  const said = saidOf(patient)
  if (!said) return undefined
  const isIn = said.low >= range.low && said.high <= range.high
  const isOut = said.high < range.low || said.low > range.high
  const isAlone = askedWords(rest).every((word) => idle.test(word)) && !/\d/.test(rest)
  const told = (verdict: Judgement['verdict']): Judgement => ({
    verdict,
    reason: 'stated facts',
    evidence: [said.evidence],
  })
  if (kind === 'inclusion')
    return isOut ? told('not met') : isIn && isAlone ? told('met') : undefined
  if (!isAlone) return undefined
  return isIn ? told('not met') : isOut ? told('met') : undefined
}

const idle =
  /^(?:liver|hepatic|cirrhosis|cirrhotic|function\w*|class\w*|score|category|impairment|dysfunction|failure|severe|stage|grade|points?)$/i

const scale = String.raw`\bChild(?:[- ]?(?:Turcotte[- ]?)?Pugh|(?=[- ]?(?:class )?[ABC]\b))(?: \([A-Z]+\))?`
const between = String.raw`(?:[\s:,=-]|\b(?:liver|function|status|cirrhosis|class(?:ification|e)?|score|stage|stade|grade|category|of|is|was|at|est)\b)*`
const sign = String.raw`(?<sign>[<>≤≥]=?|less than or equal to|less than|at most|up to|greater than or equal to|greater than|more than|at least)?\s*`
const step = String.raw`(?:[ABC](?![a-z])\s?(?:\(?(?:score )?\d{1,2}\)?)?|\d{1,2}(?![\d%]))`
const written = new RegExp(
  String.raw`${scale}${between}${sign}(?<first>${step})(?:\s*(?:-|–|\/|to|or|and|ou|à|et)\s*(?:class )?(?<last>${step}))?(?<more>\s*(?:or|and)\s*(?:higher|greater|more|above|worse|lower|less|below|better))?`,
  'gi',
)

interface Range {
  readonly low: number
  readonly high: number
}

function rangeOf(groups: Readonly<Record<string, string | undefined>>): Range | undefined {
  const first = pointsOf(groups['first'])
  const last = groups['last'] === undefined ? first : pointsOf(groups['last'])
  if (!first || !last) return undefined
  const [low, high] = [Math.min(first.low, last.low), Math.max(first.high, last.high)]
  const way = `${groups['sign'] ?? ''} ${groups['more'] ?? ''}`
  if (/≥|>=|at least|greater than or|higher|or greater|and greater|or more|above|worse/i.test(way))
    return { low, high: 15 }
  if (/≤|<=|at most|up to|less than or|lower|or less|below|better/i.test(way))
    return { low: 5, high }
  if (/>|greater than|more than/i.test(way)) return { low: high + 1, high: 15 }
  if (/<|less than/i.test(way)) return { low: 5, high: low - 1 }
  return { low, high }
}

function pointsOf(step: string | undefined): Range | undefined {
  const points = Number(/\d{1,2}/.exec(step ?? '')?.[0])
  if (points >= 5 && points <= 15) return { low: points, high: points }
  const letter = /[ABC]/i.exec(step ?? '')?.[0]?.toUpperCase()
  return { A: { low: 5, high: 6 }, B: { low: 7, high: 9 }, C: { low: 10, high: 15 } }[letter ?? '']
}

/** The one class that the record gives of the person. */
const saidOf = onceAPatient(
  (patient: Patient): (Range & { readonly evidence: Evidence }) | undefined => {
    const found = patient.lines.slice(0, 400).flatMap(({ evidence, affirmed }) =>
      ofOthers.test(evidence.text)
        ? []
        : [...affirmed.matchAll(written)].flatMap(({ groups = {} }) => {
            const range = rangeOf(groups)
            return range ? [{ ...range, evidence }] : []
          }),
    )
    const [first, ...more] = found
    return first && more.every(({ low, high }) => low === first.low && high === first.high)
      ? first
      : undefined
  },
)

const ofOthers =
  /\b(?:was|before|previously|initially|at diagnosis|ago|mother|father|brother|sister|était|initialement|avant)\b/i
