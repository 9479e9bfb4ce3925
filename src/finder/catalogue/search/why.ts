import { fold, internedTokens, tokens } from '../../vocabulary/fold.ts'
import { conceptsOfStudy } from '../../vocabulary/categories.ts'
import type { MatchField, Query, Why } from '../model/query.ts'
import { type SearchField, searchFields } from '../model/fields.ts'
import { bodyTexts, searchTexts } from '../segment/texts.ts'
import type { Study } from '../../registry/study.ts'
import { isNoKind, isToldKind } from '../../vocabulary/not-kinds.ts'
import { bareWord, smallness } from '../../vocabulary/small-words.ts'
import { isFiller } from './fillers.ts'
import type { FoundDrug } from './named-drugs.ts'
import type { PlanFindings } from './plan-findings.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'

/** What is kept of a study for lists; what the index says of it; its record, read only for its long texts. */
export interface ExplainedStudy {
  readonly brief: Study
  /** By a word as it is indexed, or by a beginning with a star. */
  readonly fieldOf: (stem: string) => SearchField | undefined
  /** Whether a word stands in its long texts. */
  readonly isInBody: (stem: string) => boolean
  readonly whole: () => Study
}

/** What the studies of a page are explained by: read of the question once. */
export interface Reasons {
  /** The words that may be a reason: those that tell something, or all where none does. */
  readonly words: readonly AskedWord[]
  /** Each with the words it is asked by, as they are indexed. */
  readonly concepts: readonly {
    readonly term: string
    readonly words: string
    readonly stems: readonly string[]
  }[]
  readonly drugs: readonly FoundDrug[]
  /** What is explained for each study, or was said not to be looked for. */
  readonly explained: readonly string[]
  readonly inEligibility: boolean
}

/** What may be a reason of a study that a question found; undefined where the question has no words. */
export function reasonsAsked(
  query: Query,
  findings: PlanFindings,
  inEligibility: boolean,
): Reasons | undefined {
  const typed = wordsAsked(query, findings)
  if (typed.length === 0) return undefined
  const telling = typed.filter(({ stem }) => !saysNothingAlone.test(stem))
  const notSought = findings.setAside.filter(
    ({ isDenied, isOfOther, treatment }) => isDenied || isOfOther || treatment,
  )
  return {
    words: telling.length > 0 ? telling : typed,
    concepts: findings.concepts.map(({ words, term }) => ({
      term,
      words: bareWord(words),
      stems: tokens(words),
    })),
    drugs: findings.drugs.map((drug) => ({ ...drug, words: bareWord(drug.words) })),
    explained: [...findings.drugs, ...notSought].flatMap(({ words }) => tokens(words)),
    inEligibility,
  }
}

/**
 * Why a study was found: for each name of a disease, and each other word, the best place it is in. What was said not to be looked
 * for (a medicine that was tried, an illness that is denied or another's) is no reason, also where the study has it.
 */
export function whyFound(study: ExplainedStudy, reasons: Reasons, vocabulary: Vocabulary): Why[] {
  const why: Why[] = []
  const explained = new Set(reasons.explained)
  for (const { words, term, stems } of reasons.concepts) {
    const reason = whyConcept(words, term, conceptsOfStudy(study.brief, vocabulary), vocabulary)
    if (!reason) continue
    why.push(reason)
    for (const stem of stems) explained.add(stem)
  }
  for (const drug of reasons.drugs) {
    const reason = whyDrug(drug, study)
    if (reason) why.push(reason)
  }
  const left = reasons.words.filter(({ stem }) => !explained.has(stem))
  return [...why, ...whyWords(study, left, reasons.inEligibility)].slice(0, 4)
}

/** Of "stage 4" neither word by itself is a reason: any record holds a 4. */
const saysNothingAlone = /^(?:stage|stade|grade|class|classe|type|phase|\d{1,2})$/

interface AskedWord {
  readonly word: string
  readonly stem: string
}

/** The words that were looked for: of a sentence not the small ones, which find nothing (« n’a »). */
function wordsAsked(query: Query, { corrections, isSentence }: PlanFindings): AskedWord[] {
  const texts = [query.q, query.cond, query.intr, query.title, query.spons, query.elig]
  const asked = new Map<string, AskedWord>()
  for (const text of texts)
    for (const raw of (text ?? '').split(/[\s"()]+/)) {
      if (isFiller(raw) || /^(?:AND|OR|NOT)$|^-/.test(raw)) continue
      if (isSentence && smallness(raw)) continue
      const beginning = beginningOf(raw)
      if (beginning) asked.set(beginning, { word: raw, stem: beginning })
      if (beginning) continue
      const word = corrections.find(({ from }) => from === raw)?.to ?? raw
      for (const stem of tokens(word))
        if (!asked.has(stem)) asked.set(stem, { word: bareWord(word), stem })
    }
  return [...asked.values()].slice(0, 12)
}

/** "Haem*" as the index is asked for it; undefined for a word that is no beginning. */
function beginningOf(raw: string): string | undefined {
  const [, letters] = /^([\p{L}\p{N}]{3,})\*+$/u.exec(raw) ?? []
  return letters && `${fold(letters)}*`
}

function whyConcept(
  words: string,
  term: string,
  { exact, broader }: ReturnType<typeof conceptsOfStudy>,
  vocabulary: Vocabulary,
): Why | undefined {
  const isItsName = tokens(words).join(' ') === tokens(term).join(' ')
  if (exact.some((concept) => concept.term === term))
    return isItsName
      ? { kind: 'field', words, field: 'condition' }
      : { kind: 'synonym', words, term }
  if (!broader.some((concept) => concept.term === term)) return undefined
  const wider = vocabulary.byName(term)
  if (!wider) return undefined
  const below = exact.filter(
    (concept) =>
      vocabulary.ancestors(concept).includes(wider) && !isNoKind(concept, wider, vocabulary),
  )
  const kind = below.find((concept) => isToldKind(concept, wider, vocabulary))
  const narrower = kind ?? below[0]
  return (
    narrower && {
      kind: 'narrower',
      words,
      term,
      narrower: narrower.term,
      ...(kind && { isKind: true as const }),
    }
  )
}

/** The name under which a medicine is in the record: the one typed, or else the one in the best place. */
function whyDrug({ words, names }: FoundDrug, { brief, fieldOf }: ExplainedStudy): Why | undefined {
  const asked = tokens(words).join(' ')
  const shown = [...searchTexts(brief)].map(([, text]) => ` ${tokens(text).join(' ')} `)
  const found = names.flatMap((name) => {
    const stems = tokens(name)
    const fields = stems.map(fieldOf)
    const [field] = fields.filter((one) => one !== undefined)
    if (field === undefined || fields.includes(undefined)) return []
    // Of several words only a list's own texts tell whether they are side by side.
    const key = stems.join(' ')
    if (stems.length > 1 && !shown.some((text) => text.includes(` ${key} `))) return []
    return [{ name, key, field, at: searchFields.indexOf(field) }]
  })
  const [best] = found.toSorted(
    (a, b) => Number(b.key === asked) - Number(a.key === asked) || a.at - b.at,
  )
  if (!best) return undefined
  const field = asShown[best.field]
  return best.key === asked
    ? { kind: 'field', words, field }
    : { kind: 'drug', words, name: best.name, field }
}

/** Words found in the same kind of place are named together. */
function whyWords(
  { brief, fieldOf, isInBody, whole }: ExplainedStudy,
  asked: readonly AskedWord[],
  inEligibility: boolean,
): Why[] {
  if (asked.length === 0) return []
  const byField = new Map<MatchField, string[]>()
  const note = (field: SearchField, word: string): void => {
    // A name stands among the numbers of a few records, and is none.
    const shown = field === 'id' && !/\d/.test(word) ? 'other' : asShown[field]
    byField.set(shown, [...(byField.get(shown) ?? []), word])
  }
  // What is in no text of the record is not looked for in those that a list shows.
  const fields = new Map(asked.map(({ stem }) => [stem, fieldOf(stem)]))
  const held = asked.filter(({ stem }) => fields.get(stem) !== undefined)
  for (const { word, stem } of placeWords(searchTexts(brief), held, note))
    note(fields.get(stem) as SearchField, word)
  const left = asked.filter(({ stem }) => fields.get(stem) === undefined)
  const why = [...byField].map(([field, words]): Why =>
    field === 'id'
      ? { kind: 'id', words: words.join(' ') }
      : { kind: 'field', words: words.join(', '), field },
  )
  const inBody = inEligibility ? left.filter(({ stem }) => isInBody(stem)) : []
  if (inBody.length === 0) return why
  return [...why, { kind: 'eligibility', words: asWritten(inBody, whole).join(', ') }]
}

/** Words of the long texts, in the order of the texts they are in: of one word the record need not be read for that. */
function asWritten(held: readonly AskedWord[], whole: () => Study): readonly string[] {
  if (held.length === 1) return held.map(({ word }) => word)
  const words: string[] = []
  placeWords(bodyTexts(whole()), held, (_, word) => words.push(word))
  return words
}

/** Calls `found` for each word with the first text it is in; returns the words that are in none. */
function placeWords<F>(
  texts: Iterable<readonly [F, string]>,
  asked: readonly AskedWord[],
  found: (field: F, word: string) => void,
): AskedWord[] {
  let left = [...asked]
  for (const [field, text] of texts) {
    if (left.length === 0) break
    const read = internedTokens(text.slice(0, mostRead))
    left = left.filter(({ word, stem }) => {
      const isHere = read.some((one) => one.word === stem)
      if (isHere) found(field, word)
      return !isHere
    })
  }
  return left
}

const mostRead = 50_000

const asShown: Readonly<Record<SearchField, MatchField>> = {
  id: 'id',
  acronym: 'title',
  briefTitle: 'title',
  officialTitle: 'title',
  condition: 'condition',
  conditionMesh: 'condition',
  keyword: 'keyword',
  intervention: 'intervention',
  arm: 'intervention',
  summary: 'summary',
  primaryOutcome: 'outcome',
  otherOutcome: 'outcome',
  sponsor: 'sponsor',
  site: 'site',
  people: 'sponsor',
  design: 'other',
}
