import { conceptsOfStudy } from '../../vocabulary/categories.ts'
import { tokens } from '../../vocabulary/fold.ts'
import { type FieldArea, type Weights, areas, ranking } from '../model/fields.ts'
import type { Query } from '../model/query.ts'
import type { StoredStudy } from '../model/stored.ts'
import { parseExpression } from './expression.ts'
import type { Lexicon } from './lexicon.ts'
import { type PlanFindings, type PlanOptions, noFindings } from './plan-findings.ts'
import { planOf } from './plan.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { isOneNumber, readStudyId } from '../../registry/study-id.ts'
import { type Plan, conceptKey, numberKey } from '../model/plan.ts'

/** What planning a query writes down besides the plan, and whether it includes the long texts. */
export interface Planning {
  readonly findings: PlanFindings
  /** Boxes whose text was no expression are added here. */
  readonly asWords: string[]
  /** Look for the words of `q` in the long texts too. */
  readonly body: boolean
  /** Which way to read the words: 0 unless that finds nothing. */
  readonly reading?: number
  /** What was read of the words for another way to read them. */
  readonly read?: PlanOptions['read']
}

const boxes = [
  'q',
  'cond',
  'intr',
  'title',
  'spons',
  'elig',
] as const satisfies readonly FieldArea[]

/** Every box of a query, joined. Undefined when no words were given. */
export function planQuery(query: Query, lexicon: Lexicon, planning: Planning): Plan | undefined {
  const { findings, reading = 0, read = new Map() } = planning
  const isOfPerson = query.isOfPerson === true
  const { age } = query
  const isTold = isOfPerson || query.isPlaceSaid === true
  const exact = query.exact === true
  const options = { exact, isOfPerson, isTold, age, findings, reading, read }
  const parts: Plan[] = []
  for (const box of boxes) {
    const text = query[box]
    if (text === undefined) continue
    const numbered = box === 'q' ? planNumber(text, lexicon) : undefined
    if (numbered) {
      parts.push(numbered)
      continue
    }
    const { expression, asWords } = parseExpression(text)
    if (asWords) planning.asWords.push(box)
    if (!expression) continue
    const own = planOf(expression, box, lexicon, options)
    // Of a formula the page shows all that is asked for as it was typed.
    if (expression.kind !== 'words') findings.words.length = 0
    const both = planning.body && box === 'q'
    parts.push(both ? withBody(own, planOf(expression, 'body', lexicon, options)) : own)
  }
  if (query.tree) parts.push(planTree(query.tree, lexicon.vocabulary))
  if (parts.length === 0) return undefined
  return parts.length === 1 ? parts[0] : { kind: 'all', parts }
}

/** The studies that have a number, in whatever way it is written; those whose texts name it come after them. */
function planNumber(text: string, lexicon: Lexicon): Plan | undefined {
  // "5103*" and -5103 are formulas.
  const isNumber = !/[*"()|&]|^\s*-/.test(text) && isOneNumber(text)
  const asked = isNumber ? readStudyId(text) : undefined
  if (!asked || asked.kind === 'malformed') return undefined
  const own: Plan =
    asked.kind === 'number'
      ? { kind: 'concept', term: numberKey(asked.number), weight: numberFirst }
      : { kind: 'term', index: 'main', term: asked.nctId.toLowerCase(), weights: ownNumber }
  if (!lexicon.holds('main', own.term)) return undefined
  const named = asked.kind === 'number' ? text : asked.nctId
  return { kind: 'any', parts: [own, wordsPlan(named, 'q')] }
}

/** No other match outweighs a study's own number. */
const numberFirst = 10
const ownNumber: Weights = { id: numberFirst }

/** A query's plan, and what was found out while planning it. */
export interface ReadPlan {
  readonly plan: Plan | undefined
  readonly findings: PlanFindings
  /** Boxes whose text was no expression. */
  readonly asWords: readonly string[]
  /** What was read of the words, for another plan of the same query. */
  readonly read: PlanOptions['read']
}

/**
 * The first way to read the words by which any study is found, whatever the filters: where an illness is known, a page is
 * empty only because of a filter or because no study has it. The last way is not tried: there is none after it. Of `finds`
 * the second argument is what a study must be about, where any at all is not enough.
 */
export function planUntilFound(
  query: Query,
  { lexicon }: { readonly lexicon: Lexicon },
  finds: (plan: Plan | undefined, about: Plan | undefined) => boolean,
): ReadPlan {
  const read: PlanOptions['read'] = new Map()
  let weak: ReadPlan | undefined
  for (let reading = 0; ; reading++) {
    const [findings, asWords]: [PlanFindings, string[]] = [noFindings(), []]
    const plan = planQuery(query, lexicon, { findings, asWords, body: false, reading, read })
    const own: ReadPlan = { plan, findings, asWords, read }
    const isLast = reading + 1 >= findings.readings
    if ((isLast && !weak) || finds(plan, findings.about)) return own
    if (findings.about && finds(plan, undefined)) weak = own
    if (isLast && weak) return weak
  }
}

/** Each word may be in the record proper or in its long texts. */
function withBody(main: Plan, body: Plan): Plan {
  if (main.kind !== 'all' || body.kind !== 'all' || main.parts.length !== body.parts.length)
    return { kind: 'any', parts: [main, body] }
  const pairs = main.parts.map((part, index): Plan => {
    const twin = body.parts[index]
    return twin && part.kind !== 'not' ? { kind: 'any', parts: [part, twin] } : part
  })
  return { kind: 'all', parts: pairs }
}

function planTree(tree: string, vocabulary: Vocabulary): Plan {
  const term = vocabulary.byTree(tree)?.term ?? ''
  const parts = (['exact', 'broader'] as const).map((kind): Plan => ({
    kind: 'concept',
    term: conceptKey(kind, term),
    weight: 1,
    standing: true,
  }))
  return { kind: 'any', parts }
}

/** Studies that share a study's conditions; those that share its treatments come first. Undefined where it names none. */
export function planSimilar(stored: StoredStudy, vocabulary: Vocabulary): Plan | undefined {
  const { exact } = conceptsOfStudy(stored.study, vocabulary)
  const conditions = exact.slice(0, 4).map(({ term }): Plan => ({
    kind: 'concept',
    term: conceptKey('exact', term),
    weight: ranking.exactConcept,
  }))
  const named = stored.study.protocolSection.conditionsModule?.conditions?.slice(0, 3) ?? []
  const words = conditions.length > 0 ? [] : named.map((name) => wordsPlan(name, 'cond'))
  const about = [...conditions, ...words]
  if (about.length === 0) return undefined
  const treatments = stored.study.protocolSection.armsInterventionsModule?.interventions ?? []
  const also = treatments
    .flatMap(({ name }) => (name ? [wordsPlan(name.slice(0, 60), 'intr')] : []))
    .slice(0, 3)
  return {
    kind: 'any',
    parts: [
      ...about,
      ...also.map((part): Plan => ({ kind: 'all', parts: [{ kind: 'any', parts: about }, part] })),
    ],
  }
}

function wordsPlan(text: string, area: FieldArea): Plan {
  const parts = tokens(text).map((term): Plan => ({
    kind: 'term',
    index: 'main',
    term,
    weights: areas[area],
  }))
  return { kind: 'all', parts }
}
