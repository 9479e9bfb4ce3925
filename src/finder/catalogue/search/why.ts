import { fold, tokens } from '../../vocabulary/fold.ts'
import { conceptsOfStudy } from '../../vocabulary/categories.ts'
import type { MatchField, Query, Why } from '../model/query.ts'
import { type SearchField, searchFields } from '../model/fields.ts'
import { bodyTexts, searchTexts } from '../segment/texts.ts'
import type { Study } from '../../registry/study.ts'
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
  readonly whole: () => Study
}

/**
 * Why a study was found: for each name of a disease, and each other word, the best place it is in. What was said not to be looked
 * for (a medicine that was tried, an illness that is denied or another's) is no reason, also where the study has it.
 */
export function whyFound(
  study: ExplainedStudy,
  query: Query,
  findings: PlanFindings,
  vocabulary: Vocabulary,
  inEligibility: boolean,
): Why[] {
  const typed = wordsAsked(query, findings)
  if (typed.length === 0) return []
  const why: Why[] = []
  const explained = new Set<string>()
  const concepts = conceptsOfStudy(study.brief, vocabulary)
  for (const { words, term } of findings.concepts) {
    const reason = whyConcept(bareWord(words), term, concepts, vocabulary)
    if (!reason) continue
    why.push(reason)
    for (const stem of tokens(words)) explained.add(stem)
  }
  for (const drug of findings.drugs) {
    const reason = whyDrug({ ...drug, words: bareWord(drug.words) }, study)
    for (const stem of tokens(drug.words)) explained.add(stem)
    if (reason) why.push(reason)
  }
  for (const { words, isDenied, isOfOther, treatment } of findings.setAside)
    if (isDenied || isOfOther || treatment) for (const stem of tokens(words)) explained.add(stem)
  const telling = typed.filter(({ stem }) => !saysNothingAlone.test(stem))
  const left = (telling.length > 0 ? telling : typed).filter(({ stem }) => !explained.has(stem))
  return [...why, ...whyWords(study, left, inEligibility)].slice(0, 4)
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
  const narrower = exact.find((concept) =>
    vocabulary.ancestors(concept).some((ancestor) => ancestor.term === term),
  )
  return narrower && { kind: 'narrower', words, term, narrower: narrower.term }
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
  { brief, fieldOf, whole }: ExplainedStudy,
  asked: readonly AskedWord[],
  inEligibility: boolean,
): Why[] {
  if (asked.length === 0) return []
  const byField = new Map<MatchField, string[]>()
  const note = (field: SearchField, word: string): void => {
    const shown = asShown[field]
    byField.set(shown, [...(byField.get(shown) ?? []), word])
  }
  const left = placeWords(searchTexts(brief), asked, note).filter(({ word, stem }) => {
    const field = fieldOf(stem)
    if (field) note(field, word)
    return !field
  })
  const why = [...byField].map(([field, words]): Why =>
    field === 'id'
      ? { kind: 'id', words: words.join(' ') }
      : { kind: 'field', words: words.join(', '), field },
  )
  if (!inEligibility || left.length === 0) return why
  const inBody: string[] = []
  placeWords(bodyTexts(whole()), left, (_, word) => inBody.push(word))
  return inBody.length > 0 ? [...why, { kind: 'eligibility', words: inBody.join(', ') }] : why
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
    const stems = new Set(tokens(text.slice(0, mostRead)))
    left = left.filter(({ word, stem }) => {
      if (stems.has(stem)) found(field, word)
      return !stems.has(stem)
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
