import { isGroupLead, isGroupName, ofHealthy, speaksOfIll } from './not-alone-words.ts'
import type { Criterion, Part } from './criterion.ts'

/**
 * The lines of one group of several in a list without titles, by id: from the first of two leads of groups on ("Group 1: healthy
 * volunteers", "Lung cancer (cohort 2 only)"), from words that announce what each group is asked, from the people who are well
 * after those who are not, and from the first of three names of illnesses with lines of their own. As far as a title of another
 * kind. Rule `group-lead@1`.
 */
export function ledGroupsIn(list: readonly Part[]): ReadonlySet<string> {
  const led = new Set<string>()
  let run = newRun(undefined)
  list.forEach((part, at) => {
    if (part.type === 'heading' && (!part.kind || part.kind !== run.kind)) run = newRun(part.kind)
    if (part.type !== 'criterion') return
    run = goneOn(run, part, list[at + 1])
    if (isSeveral(run)) for (const id of run.since) led.add(id)
  })
  return led
}

/** What was met of one list so far. */
interface Run {
  readonly kind: Criterion['kind'] | undefined
  readonly leads: number
  readonly names: number
  readonly isEach: boolean
  readonly isAfterOthers: boolean
  readonly isOfIll: boolean
  /** The lines since the first lead. */
  readonly since: readonly string[]
}

function newRun(kind: Criterion['kind'] | undefined): Run {
  const nothing = { leads: 0, names: 0, isEach: false, isAfterOthers: false, isOfIll: false }
  return { kind, ...nothing, since: [] }
}

function goneOn(run: Run, { id, kind, text }: Criterion, next: Part | undefined): Run {
  const isName = kind !== 'exclusion' && namesIllness(text) && hasOwnLine(next)
  const leads = run.leads + Number(isGroupLead(text))
  const names = run.names + Number(isName)
  const isEach = run.isEach || announcesGroups(text)
  const isOfWell = isGroupName(text) && ofHealthy(text) && run.isOfIll
  const isAfterOthers = run.isAfterOthers || isOfWell
  const isOpen = leads > 0 || names > 0 || isEach || isAfterOthers
  // A name stands over its lines only from the first on; what came before is of everybody.
  const since = isOpen ? [...run.since, id] : []
  const isOfIll = run.isOfIll || (speaksOfIll(text) && !ofHealthy(text))
  return { ...run, leads, names, isEach, isAfterOthers, isOfIll, since }
}

function isSeveral({ leads, names, isEach, isAfterOthers }: Run): boolean {
  return leads > 1 || names > 2 || isEach || isAfterOthers
}

/** A name over lines is followed by one that is no name. */
function hasOwnLine(next: Part | undefined): boolean {
  return next?.type === 'criterion' && !namesIllness(next.text)
}

/** "Specific criteria for each group;", "Cohort-specific:", "Additional disease specific exclusions". */
function announcesGroups(text: string): boolean {
  return text.length <= 100 && (forEach.test(text) || specific.test(text))
}

const group = '(?:groups?|cohorts?|arms?|parts?|diseases?|diagnos[ei]s|populations?|tumou?rs?)'
const forEach = new RegExp(
  String.raw`\b(?:criteria|requirements?|conditions)\b.{0,20}\b(?:for|of|by|per|in) each(?: [\w-]+)? ${group}\W*$`,
  'i',
)
const specific = new RegExp(
  String.raw`^\W*(?:(?:additional |further |other )(?:disease|tumou?r)|(?:additional |further |other )?(?:group|cohort|arm|part|population))[- ]specific(?: (?:in|ex)clusions?| eligibility)?(?: (?:criteria|requirements?))?\W*$`,
  'i',
)

/** A line that is but the name of an illness: "Dementia with Lewy bodies", "Chronic kidney disease". */
function namesIllness(text: string): boolean {
  return text.length <= 60 && illnessAlone.test(text) && !saysMore.test(text)
}

const illnessAlone =
  /^\W*\p{L}[\p{L}\s'’-]*?\b(?:diseases?|syndromes?|disorders?|dementia|failure|diabetes|asthma|stroke|cancers?|\p{L}*(?:itis|osis|oma|emia|aemia|pathy|trophy|plegia|lepsy|sclerosis))(?: with [\p{L}\s'’-]{3,30})?\W*$/iu
const saysMore =
  /\b(?:no|not|without|history|active|known|current|any|presence|absence|severe|uncontrolled|diagnos\w+|confirmed|documented|patients?|subjects?|participants?|must|have|has|is|are|prior|previous|of|for|other)\b/i
