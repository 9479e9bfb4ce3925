import { createHash } from 'node:crypto'
import { ageFits, parseAge } from '../registry/ages.ts'
import { allCriteria, type Part, parseCriteria } from '../eligibility/criteria.ts'
import { readCriterion } from '../eligibility/readings.ts'
import type { EligibilityModule, ProtocolSection } from '../registry/study.ts'
import type { Vocabulary } from '../vocabulary/concept.ts'
import type { Who } from '../../words/language/who.ts'
import { listedConditions } from './about-illness.ts'
import { asksOf } from './ask.ts'
import { conceptsIn } from './concepts-in.ts'
import { type CheckedStudy, ageDaysOf } from './outcome.ts'
import { type QuestionGroup, allQuestions, questionGroups } from './questions.ts'
import { besideOwnIllness } from './own-illness.ts'
import type { AskedForm } from './read-answers.ts'
import { sameQuestions } from './same-question.ts'
import type { Told } from './told.ts'

/** The self-check of one study: what is asked, of whom, and what the answers are weighed against. */
export interface SelfCheck {
  readonly study: CheckedStudy
  readonly groups: readonly QuestionGroup[]
  readonly form: AskedForm
  /** True where the study has more rules than can be asked on one page. */
  readonly isCut: boolean
}

/** Prepares the questions of a study. `today` is `yyyy-MM-dd`. */
export function selfCheckOf(
  protocol: ProtocolSection,
  { vocabulary, today }: { readonly vocabulary: Vocabulary; readonly today: string },
): SelfCheck {
  const text = protocol.eligibilityModule?.eligibilityCriteria ?? ''
  const all = parseCriteria(text.slice(0, mostText))
  const criteria = { ...all, parts: firstOf(all.parts) }
  const conceptsInText = conceptsIn(vocabulary)
  const readings = new Map(
    allCriteria(criteria.parts).map((one) => [one.id, readCriterion(one, conceptsInText)]),
  )
  const conditions = listedConditions(protocol)
  const asks = besideOwnIllness(asksOf(criteria.parts, readings, vocabulary), {
    criteria,
    readings,
    conditions,
    vocabulary,
  })
  const groups = questionGroups(criteria, readings, asks)
  const rules = createHash('sha256').update(text).digest('hex').slice(0, 12)
  const who = usualWho(protocol.eligibilityModule)
  return {
    study: { criteria, readings, asks, protocol, vocabulary, today },
    groups,
    form: formOf(groups, { rules, who, today }),
    isCut: text.length > mostText || criteria.parts.length < all.parts.length,
  }
}

/**
 * Reads what the first self-check needs (names of medicines and illnesses, units), so that nobody who asks waits for it: a third of
 * a second of work, to be done before anybody asks.
 */
export function warmSelfCheck(vocabulary: Vocabulary): void {
  const eligibilityCriteria = `Inclusion Criteria:
* Age 18 years and older, with diabetes or Kawasaki disease
* Creatinine < 1.5 mg/dL, weight more than 5 kg
Exclusion Criteria:
* Treatment with metformin or ibuprofen within 4 weeks; pregnant women`
  const identificationModule = { nctId: 'NCT00000000' }
  selfCheckOf(
    { identificationModule, eligibilityModule: { eligibilityCriteria } },
    { vocabulary, today: '2026-01-01' },
  )
}

function formOf(
  groups: readonly QuestionGroup[],
  rest: Pick<AskedForm, 'rules' | 'who' | 'today'>,
): AskedForm {
  const asked = allQuestions(groups)
  const turned = asked.flatMap(({ ask, criterion }) =>
    ask.kind === 'rule' && ask.rule.isTurned ? [criterion.id] : [],
  )
  const ids = asked.map(({ criterion }) => criterion.id)
  return { ids, turned: new Set(turned), same: sameQuestions(asked), ...rest }
}

/** Registry texts are at most some 20,000 characters; a longer one is an accident and would make a page nobody can read. */
const mostText = 40_000
/** Nobody answers more. */
const mostRules = 160

/** The parts of a text as far as so many rules, those under others counted. */
function firstOf(parts: readonly Part[]): readonly Part[] {
  let left = mostRules
  const end = parts.findIndex((part) => (left -= allCriteria([part]).length) < 0)
  return end < 0 ? parts : parts.slice(0, end)
}

/** A study for children only is asked about by a parent. */
function usualWho(limits: EligibilityModule | undefined): Who {
  const most = parseAge(limits?.maximumAge)
  return most && (most.unit !== 'year' || most.value <= 18) ? 'child' : 'me'
}

/** True unless a study's limits of age and sex surely leave out a person who told this. `today` is `yyyy-MM-dd`. */
export function mayTake(
  { minimumAge, maximumAge, sex }: Pick<EligibilityModule, 'minimumAge' | 'maximumAge' | 'sex'>,
  told: Told,
  today: string,
): boolean {
  const ages = { ...(minimumAge && { minimumAge }), ...(maximumAge && { maximumAge }) }
  if (ageFits(ages, ageDaysOf(told, today)) === 'not met') return false
  return !told.sex || !sex || sex === 'ALL' || sex === told.sex
}
