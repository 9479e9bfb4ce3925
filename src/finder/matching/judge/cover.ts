import { tokens } from '../../vocabulary/fold.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import { kindOfWhat, type KnownDisease, knownOf } from './facts-of.ts'
import { askedWords } from './words.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { diseasesAsked } from './diseases-asked.ts'

/** How much of what a requirement asks is said of the person. */
export interface Cover {
  readonly isWhole: boolean
  readonly evidence: readonly Evidence[]
}

/** Whole when every disease named is present and the other telling words are in what is said of the person. */
export function coverOf(one: Asked): Cover {
  for (const text of eachOf(one.text)) {
    const cover = ofOne({ ...one, text })
    if (cover.isWhole) return cover
  }
  return nothing
}

/** By "CT scan or ultrasound", on "screening/surveillance colonoscopy": either will do. */
function eachOf(text: string): readonly string[] {
  const found = means.exec(text)
  const { one, other } = found?.groups ?? {}
  if (!found || one === undefined || other === undefined) return [text]
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)]
  return [text, `${before}${one}${after}`, `${before}${other}${after}`]
}

const way = String.raw`(?:ct(?: scan)?|mri|ultrasound|ultrasonography|x-?rays?|radiograph\w*|echocardiogra\w+|biopsy|colonoscop\w+|sigmoidoscop\w+|endoscop\w+|spirometry|angiography|scan|clinical|genetic|screening|surveillance|histolog\w+|cytolog\w+|laborator\w+|radiolog\w+)`
const means = new RegExp(
  String.raw`\b(?:either )?(?<one>${way})(?: ?\/ ?| or | and\/or )(?<other>${way})\b`,
  'i',
)

interface Asked {
  readonly text: string
  readonly patient: Patient
  readonly vocabulary: Vocabulary
}

function ofOne({ text, patient, vocabulary }: Asked): Cover {
  if (turning.test(text)) return nothing
  const named = diseasesAsked(text, vocabulary)
  const known = named.map(({ start, end, term }) => {
    const own = knownOf(term, patient, vocabulary)
    return own.state === 'unknown' &&
      isSaidApart(text.slice(start, end), term, own, patient, vocabulary)
      ? { ...own, state: 'present' as const }
      : own
  })
  const isOr = /\bor\b|\//.test(text)
  const present = known.filter(({ state }) => state === 'present')
  const enough = isOr ? present.length > 0 : present.length === known.length
  if (!enough) return nothing
  let rest = text
  for (const { start, end } of named.toReversed())
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`
  const asked = askedWords(rest)
  if (numbered.test(rest)) return nothing
  const lines = linesWith(asked, patient)
  if (lines.missing > 0 || (named.length === 0 && asked.length < 2)) return nothing
  return {
    isWhole: true,
    evidence: [
      ...new Set([...present.flatMap(({ evidence }) => evidence ?? []), ...lines.evidence]),
    ],
  }
}

/** "Osteoarthritis of the knee" by "osteoarthritis of the right knee": a wider name, with all the words of the narrower near it. */
function isSaidApart(
  asked: string,
  term: string,
  { evidence }: KnownDisease,
  { findings }: Patient,
  vocabulary: Vocabulary,
): boolean {
  const above = kindOfWhat(term, vocabulary)
  const wider = findings.find(
    (one) =>
      above.includes(one.term) &&
      one.evidence === evidence &&
      one.of === 'patient' &&
      one.presence === 'present' &&
      one.when === 'now',
  )
  if (!wider) return false
  const at = wider.evidence.text.toLowerCase().indexOf(wider.words.toLowerCase())
  if (at < 0) return false
  const around = wider.evidence.text.slice(Math.max(0, at - 12), at + wider.words.length + 24)
  const [clause = ''] = around.split(/[;:.,]|\b(?:and|but|with|who)\b/i)
  const said = new Set(tokens(clause))
  return tokens(asked).every((word) => said.has(word))
}

/** A number, in figures, words or Roman, a window of time or the letter of a class: the words beside it are not all that is asked. */
const numbered =
  /\d|\b(?:at least (?:one|two|three|four)|[Ff]irst|[Ss]econd|[Tt]hird|(?:past|last|previous|preceding|within)(?: the)? (?:one |two |three |six |twelve )?(?:days?|weeks?|months?|years?))\b|\b(?:I{1,3}|IV|VI{0,3})[ABC]?\b|\b(?:class|grade|type|group|Pugh|stage)[ :-][A-D]\b/

const nothing: Cover = { isWhole: false, evidence: [] }

/** Words that ask for more than that something is so: a time, an exception, an absence, a scale. */
const turning =
  /\b(?:no|not|without|except|unless|absence|never|neither|failed|fail|refractory|resistant|if|relative|sibling|family|scheduled|planned|undergoing|candidate|eligible)\b|\bnon-/i

function linesWith(
  asked: readonly string[],
  patient: Patient,
): { missing: number; evidence: Evidence[] } {
  const said = saidBy(patient)
  const told = asked.filter((word) => !tells.test(word))
  const evidence = told.flatMap((word) => {
    const alike = sameSense.find((group) => group.test(word))
    if (!alike) return said.get(word) ?? []
    const other = [...said.keys()].find((one) => alike.test(one))
    return other === undefined ? [] : (said.get(other) ?? [])
  })
  return { missing: told.length - evidence.length, evidence }
}

/** By what a thing is known, where the thing itself and the means are said. */
const tells =
  /^(?:found|seen|shown|detected|identified|observed|revealed|demonstrated|proven|noted|visible|receiving|either|showing|confirmed|verified)$/
/** Words of one sense: any of them in the note says the other. */
const sameSense: readonly RegExp[] = [
  /^metasta(?:tic|s[ei]s|si[sz]ed)$/,
  /^(?:hospitali[sz](?:ed|ation)|admitted|admission|inpatients?|hospitalisee?)$/,
  /^(?:abdom(?:en|inal))$/,
  /^(?:colonoscop(?:y|ic))$/,
  /^(?:x-?rays?|radiographs?|radiography|radiographic(?:ally)?)$/,
  /^(?:ultrasound|ultrasonograph(?:y|ic)|sonograph(?:y|ic)|sonogram)$/,
  /^(?:ecg|ekg|electrocardiogra(?:m|ph|phy|phic))$/,
  /^(?:echo|echocardiogra(?:m|phy|phic))$/,
  /^(?:ureter(?:al|ic)?)$/,
  /^(?:kidneys?|renal)$/,
  /^(?:livers?|hepatic)$/,
  /^(?:lungs?|pulmonary)$/,
  /^(?:stones?|calcul(?:us|i))$/,
  /^(?:shows?|showing|shown)$/,
]

/** Each word said of the person, with the first line that says it. */
function saidBy(patient: Patient): ReadonlyMap<string, Evidence> {
  const before = words.get(patient)
  if (before) return before
  const said = new Map<string, Evidence>()
  for (const { affirmed, evidence } of patient.lines.slice(0, mostLines))
    for (const word of awaited.test(evidence.text) ? [] : tokens(affirmed))
      if (!said.has(word)) said.set(word, evidence)
  words.set(patient, said)
  return said
}

const mostLines = 3_000
/** A result that is still to come says nothing yet. */
const awaited =
  /(?<!\p{L})(?:pending|awaited|awaiting|not (?:yet )?back|en attente|en cours d['’]analyse|résultats? à venir)(?!\p{L})/iu

/** One patient is held against many criteria; gone with the patient. */
const words = new WeakMap<Patient, ReadonlyMap<string, Evidence>>()
