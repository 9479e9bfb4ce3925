import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'

/**
 * A marker, a receptor or the spread of a tumour as a requirement asks it, against what the note says of the same: "HER2
 * negative" and "HER2 is positive", "node negative" and "T2 N1 M0". Rule `marker@1`.
 */
export function markerVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'inclusion' || patient.source !== 'note' || text.length > longest) return undefined
  if (hasOtherWaysIn(text) || isTurned(text.replace(sameLetter, ' '))) return undefined
  const evidence =
    byMarker(text, patient) ?? byTripleNegative(text, patient) ?? bySpread(text, patient)
  return evidence && { verdict: 'not met', reason: 'stated facts', evidence: [evidence] }
}

const longest = 400

/** A breast cancer that is triple negative has none of its three receptors. */
function byTripleNegative(text: string, { lines }: Patient): Evidence | undefined {
  if (!asksReceptor.test(text) || tripleNegative.test(text)) return undefined
  return lines.find(
    ({ evidence }) => tripleNegative.test(evidence.text) && !ofOthers.test(evidence.text),
  )?.evidence
}

const tripleNegative = /\b(?:triple[- ]n[eé]gati(?:ve|f)|TNBC)\b/i
const asksReceptor =
  /\b(?:her-?2(?:\/neu)?|(?:o?estrogen|progesterone|hormone)[- ]receptors?|ER|PR|HR)(?:[- /,]|and|or|status)*(?:\+(?!\w)|positiv\w*|overexpress\w*|amplifi\w*)|\bluminal\b/i

/** What has a positive and a negative; the names in one row mean one thing. */
const markers: readonly string[] = [
  String.raw`her-?2(?:\/neu)?`,
  String.raw`(?:o?estrogen receptors?|er)`,
  String.raw`(?:progesterone receptors?|pr|pgr)`,
  String.raw`hormone receptors?`,
  'egfr mutations?',
  'alk(?: rearrangements?)?',
  'kras(?: mutations?)?',
  'braf(?: mutations?| v600e)?',
  'pd-?l1',
  String.raw`(?:hpv|human papilloma ?virus)`,
  String.raw`(?:ebv|epstein[- ]barr virus)`,
  String.raw`(?:h\. ?|helicobacter )?pylori`,
  String.raw`(?:hbsag|hepatitis b surface antigen)`,
  String.raw`(?:anti-?ccp|acpa)`,
  String.raw`(?:rheumatoid factor|rf)`,
  String.raw`(?:anti-?nuclear antibod(?:y|ies)|ana)`,
  String.raw`(?:acetylcholine receptor antibod(?:y|ies)|achr antibod(?:y|ies))`,
  String.raw`(?:aquaporin-?4 antibod(?:y|ies)|aqp4(?:-igg)?)`,
  String.raw`(?:islet (?:cell )?(?:auto-?)?antibod(?:y|ies)|gad(?:65)?(?: antibod(?:y|ies))?|ia-?2(?: antibod(?:y|ies))?|znt8)`,
  String.raw`(?:philadelphia chromosome|bcr-abl1?)`,
  String.raw`(?:axillary |sentinel )?(?:lymph )?nodes?`,
  'hla-?b27',
  'jak2(?: v617f)?',
  'brca ?[12]?(?: mutations?)?',
]

const gap = String.raw`(?:[- :]*(?:status|test|is|are|was|were|antibod(?:y|ies)|at \w+|both|tumou?rs?|disease|expression|strongly|weakly))*[- :]*`

function byMarker(written: string, patient: Patient): Evidence | undefined {
  const text = written.replaceAll(/\bover-?express(?:ing|ion|ed)\b|\bamplified\b/gi, 'positive')
  if (!/positiv|negativ/i.test(text)) return undefined
  return firstOf(markers, (name) => {
    const asked = polarityOf(new RegExp(String.raw`\b${name}${gap}(positiv|negativ)`, 'gi'), text)
    return asked === undefined ? undefined : saidOtherwise(name, asked, patient)
  })
}

/** The one polarity that a pattern finds; undefined where there is none, or both. */
function polarityOf(pattern: RegExp, text: string): string | undefined {
  const found = new Set([...text.matchAll(pattern)].map(([, polarity]) => polarity?.toLowerCase()))
  return found.size === 1 ? [...found][0] : undefined
}

/** A clause of the note that names the marker with the other polarity alone; and none with the asked one. */
function saidOtherwise(name: string, asked: string, { lines }: Patient): Evidence | undefined {
  const named = new RegExp(String.raw`\b${name}\b`, 'i')
  const found = lines.slice(0, 400).flatMap(({ evidence }) =>
    ofOthers.test(evidence.text)
      ? []
      : evidence.text.split(clauseEnd).flatMap((clause) => {
          if (!named.test(clause)) return []
          const own = polarityOf(
            new RegExp(String.raw`\b${name}${gap}(positiv|negativ)`, 'gi'),
            clause,
          )
          const said = own ?? polarityOf(/\b(positiv|negativ)/gi, clause)
          return said === undefined ? [] : [{ evidence, isOther: said !== asked }]
        }),
  )
  return found.every(({ isOther }) => isOther) ? found[0]?.evidence : undefined
}

const clauseEnd =
  /(?<!\b[A-Z])[.;](?=\s|$)|, (?=(?:and |but )?(?:[\w-]+ ){1,4}(?:is|are|was|were)\b)|,? but /i
const ofOthers =
  /\b(?:mother|father|sister|brother|partner|wife|husband|donor|famil(?:y|ial)|before|previously|was once|used to be|initially|pending|not (?:yet )?(?:tested|known|done))\b/i

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

function firstOf<T, R>(all: readonly T[], of: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = of(one)
    if (found !== undefined) return found
  }
  return undefined
}
