import { type Nearness, ofIllness } from './rank/of-illness.ts'
import type { Mode, Overall } from '../eligibility/decide.ts'
import type { Query, Ranked, WeightedPlan } from '../catalogue/model/query.ts'
import { isDoubtful } from '../registry/status.ts'
import type { Study } from '../registry/study.ts'
import {
  type JudgedCriterion,
  type JudgedLimit,
  judgeStudy,
  limitsOf,
} from './judge/judge-study.ts'
import type { Patient } from './patient/patient.ts'
import { fitOf, mostFit } from './rank/fit.ts'
import { wantedOf } from './rank/wanted.ts'
import { weightedPlansFor } from './rank/weighted-plans.ts'
import type { Vocabulary } from '../vocabulary/concept.ts'

/** What a match needs of a catalogue: an engine in this process, or one that is asked in another. */
export interface MatchSource {
  rank(
    plans: readonly WeightedPlan[],
    query: Query,
    limit: number,
  ): readonly Ranked[] | Promise<readonly Ranked[]>
  study(nctId: string): Study | undefined
}

/** How studies are looked for and judged. */
export interface PatientMatchOptions {
  readonly vocabulary: Vocabulary
  /** `yyyy-MM-dd`. */
  readonly today: string
  /** How many studies to give; 20 when not said. */
  readonly limit?: number
  /** How silence about an exclusion is taken; `self-check` when not said. */
  readonly mode?: Mode
  /** Filters besides: only recruiting studies, say, or those near a place. Its words are not used. */
  readonly filters?: Omit<Query, 'today' | 'q' | 'sort' | 'page' | 'pageSize'>
}

/** One study for one person: how well it fits, and what is met, not met and unknown, each with its reason. */
export interface Match {
  readonly nctId: string
  readonly briefTitle: string
  /** For the order only: larger fits better. */
  readonly score: number
  readonly limits: readonly JudgedLimit[]
  readonly criteria: readonly JudgedCriterion[]
  readonly overall: Overall
}

/**
 * Ranks studies for a person: found by the main problem and the telling words, then moved up by the
 * requirements that are met and down by what speaks against. A study is left out when it is about other
 * illnesses only and little speaks for it, or when the record's age or sex is surely outside its limits. Of two that fit alike, one whose status
 * is in doubt comes after one that is sure. Nothing of the person is kept.
 */
export async function matchPatient(
  patient: Patient,
  source: MatchSource,
  options: PatientMatchOptions,
): Promise<readonly Match[]> {
  const { vocabulary, today, limit = 20, filters = {} } = options
  const plans = weightedPlansFor(wantedOf(patient, vocabulary), vocabulary)
  if (plans.length === 0 || limit < 1) return []
  const query: Query = { ...filters, today, ...(patient.sex && { sex: patient.sex.value }) }
  const ranked = await source.rank(plans, query, limit * 4 + 200)
  const nearness = ofIllness(patient, vocabulary)
  const candidates: Candidate[] = []
  for (const { nctId, score } of ranked) {
    const study = source.study(nctId)
    if (!study || isOutside(study, patient, today)) continue
    candidates.push({ study, found: score, score: score * focusOf(study), is: nearness(study) })
    if (candidates.length >= limit * 2 + 30) break
  }
  return firstOf(withoutFilling(candidates), patient, { ...options, limit })
}

interface Candidate {
  readonly study: Study
  /** By what was looked for; `score` is less where a study names a long list of illnesses. */
  readonly found: number
  readonly score: number
  readonly is: Nearness | undefined
}

/**
 * A short list is better than a filled one. Beside studies of the person's own illness those of another stay for which half as much
 * speaks as for the best; where there are none of it, only studies of the same part of medicine are given, and by the same measure.
 * Rule `no-filling@1`.
 */
function withoutFilling(candidates: readonly Candidate[]): readonly Candidate[] {
  const hasOwn = candidates.some(({ is }) => is === 'own')
  const given = hasOwn ? candidates : candidates.filter(({ is }) => is !== 'other')
  const least = (given[0]?.found ?? 0) * weights.filling
  return given.filter(({ is, found }) => (hasOwn && is !== 'other') || found >= least)
}

function isOutside(study: Study, patient: Patient, today: string): boolean {
  const module = study.protocolSection.eligibilityModule ?? {}
  return limitsOf(module, patient, today).some(({ verdict }) => verdict === 'not met')
}

/**
 * The first of the candidates, judged, in their order. What cannot come before the last of the list any more, whatever its other
 * criteria come to, is not judged to its end.
 */
function firstOf(
  candidates: readonly Candidate[],
  patient: Patient,
  { vocabulary, today, limit, mode = 'self-check' }: PatientMatchOptions & { limit: number },
): readonly Match[] {
  const best = Math.max(...candidates.map(({ score }) => score))
  const list: (Place & { readonly match: Match })[] = []
  for (const { study, score } of candidates.toSorted((a, b) => b.score - a.score)) {
    const { identificationModule, statusModule } = study.protocolSection
    const { nctId, briefTitle = nctId } = identificationModule
    const share = score / best
    const own = { nctId, isInDoubt: isDoubtful(statusModule, today) }
    const last = list.length < limit ? undefined : list.at(-1)
    const judged = judgeStudy(study, patient, { vocabulary, today, mode }, (criteria, toCome) => {
      const most = { ...own, score: share * mostFit(criteria, toCome) }
      return last === undefined || before(most, last) < 0
    })
    if (!judged) continue
    const placed = { ...own, score: share * fitOf(judged.criteria) }
    list.push({ ...placed, match: { nctId, briefTitle, score: placed.score, ...judged } })
    list.sort(before)
    list.length = Math.min(list.length, limit)
  }
  return list.map(({ match }) => match)
}

/** What says where in the list a study stands. */
interface Place {
  readonly score: number
  readonly isInDoubt: boolean
  readonly nctId: string
}

function before(one: Place, other: Place): number {
  return (
    other.score - one.score ||
    Number(one.isInDoubt) - Number(other.isInDoubt) ||
    (one.nctId < other.nctId ? -1 : 1)
  )
}

/** A study that names a long list of illnesses is about none of them most. Rule `focus@1`. */
function focusOf({ protocolSection }: Study): number {
  const named = protocolSection.conditionsModule?.conditions?.length ?? 0
  return named > weights.fewIllnesses ? Math.sqrt(weights.fewIllnesses / named) : 1
}

const weights = { filling: 0.5, fewIllnesses: 3 } as const
