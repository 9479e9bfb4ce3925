import { exclusionOf } from '../../vocabulary/excluded-concepts.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { type Plan, conceptKey } from '../model/plan.ts'
import type { Excluded } from '../model/query.ts'
import type { Study } from '../../registry/study.ts'

/** A plan without the studies whose record says that they leave a concept, or something broader, out. */
export function unlessExcluded(
  plan: Plan,
  term: string,
  vocabulary: Vocabulary,
  isIndexed: (key: string) => boolean,
): Plan {
  const keys = [...withBroader([term], vocabulary)]
    .map((one) => conceptKey('excluded', one))
    .filter(isIndexed)
  if (keys.length === 0) return plan
  const parts = keys.map((key): Plan => ({ kind: 'concept', term: key, weight: 0 }))
  return { kind: 'all', parts: [plan, { kind: 'not', part: { kind: 'any', parts } }] }
}

/** What finds the studies that a plan would find but for what they leave out; undefined where there can be none. */
export function planOfExcluded(plan: Plan): Plan | undefined {
  const leftOut: Plan[] = []
  const open = withoutExclusions(plan, leftOut)
  if (leftOut.length === 0) return undefined
  return {
    kind: 'all',
    parts: [{ kind: 'any', parts: leftOut }, open, { kind: 'not', part: plan }],
  }
}

/** A study that leaves out one of these terms, or something broader, as a page names it. */
export function excludedStudy(
  study: Study,
  terms: readonly string[],
  vocabulary: Vocabulary,
): Excluded['studies'][number] {
  const { nctId, briefTitle, officialTitle } = study.protocolSection.identificationModule
  const said = exclusionOf(study, withBroader(terms, vocabulary), vocabulary)
  return {
    nctId,
    briefTitle: (briefTitle ?? officialTitle ?? nctId).slice(0, mostSaid),
    ...(said && { term: said.concept.term, said: said.text.slice(0, mostSaid) }),
  }
}

const mostSaid = 600

function withBroader(terms: readonly string[], vocabulary: Vocabulary): ReadonlySet<string> {
  const concepts = terms.flatMap((term) => vocabulary.byName(term) ?? [])
  const broader = concepts.flatMap((concept) => vocabulary.ancestors(concept))
  return new Set([...concepts, ...broader].map(({ term }) => term))
}

function withoutExclusions(plan: Plan, leftOut: Plan[]): Plan {
  switch (plan.kind) {
    case 'all':
    case 'any': {
      const parts = plan.parts.filter((part) => !isExclusion(part))
      for (const part of plan.parts)
        if (part.kind === 'not' && isExclusion(part)) leftOut.push(part.part)
      return { kind: plan.kind, parts: parts.map((part) => withoutExclusions(part, leftOut)) }
    }
    case 'ranked':
      return withoutExclusions(plan.part, leftOut)
    // What is not wanted stays as it is: a study that leaves it out was never left out for that.
    case 'not':
    case 'term':
    case 'concept':
    case 'prefix':
    case 'phrase':
      return plan
  }
}

function isExclusion(plan: Plan): boolean {
  return (
    plan.kind === 'not' &&
    plan.part.kind === 'any' &&
    plan.part.parts.length > 0 &&
    plan.part.parts.every((part) => part.kind === 'concept' && part.term.startsWith(excludedMark))
  )
}

const excludedMark = conceptKey('excluded', '')
