import type { DesignModule } from '../../../finder/registry/study.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { datedFact, dateText } from '../../shell/parts/dates.ts'
import { saidNumber } from '../../../words/said-number.ts'
import { fact, fill, lookup, own, plain } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'
import { treatments } from './arms.ts'

/** The study's set-up, sizes and dates in plain words. */
export function recordFacts(view: StudyView): Markup {
  return html`
    <dl class="facts">${subject(view)} ${design(view)} ${size(view)} ${dates(view)}</dl>
    ${treatments(view)}
  `
}

function subject({ page, words, protocol }: StudyView): Markup {
  const { studyType, phases } = protocol.designModule ?? {}
  const conditions = protocol.conditionsModule?.conditions ?? []
  const keywords = protocol.conditionsModule?.keywords ?? []
  return line`${fact(words.glance.type, labelled(page.words.common.types, studyType, rawTerm(page)))} ${fact(words.glance.phase, phases && phases.length > 0 ? phaseList(page, phases) : undefined)} ${fact(words.glance.conditions, conditions.length > 0 ? own(page, conditions.join('; ')) : undefined)} ${fact(words.glance.keywords, keywords.length > 0 ? own(page, keywords.join('; ')) : undefined)}`
}

type Page = StudyView['page']

function rawTerm(page: Page): (text: string) => Markup {
  return (text) => line`${own(page, text)} (${page.words.study.registryTerm})`
}

/** A shared label with its meaning; a value we do not know is shown as the registry wrote it. */
function labelled(
  table: Readonly<Record<string, { readonly label: string; readonly meaning: string }>>,
  value: string | undefined,
  raw: (text: string) => Markup,
): Markup | undefined {
  if (!value) return undefined
  const said = lookup(table, value)
  return said ? line`<b>${said.label}.</b> ${said.meaning}` : raw(value)
}

/** Each phase with what it means. */
export function phaseList(page: Page, phases: readonly string[]): Markup {
  return line`${phases.map(
    (phase, index) =>
      line`${
        index > 0 ? line`<br />` : ''
      }${labelled(page.words.common.phases, phase, rawTerm(page))}`,
  )}`
}

function design({ page, words, protocol }: StudyView): Markup {
  const module = protocol.designModule
  const info = module?.designInfo
  return line`${fact(words.glance.purpose, plain(page, words.purpose, info?.primaryPurpose))} ${fact(words.glance.model, described(page, plain(page, words.model, info?.interventionModel), info?.interventionModelDescription))} ${fact(words.glance.allocation, plain(page, words.allocation, info?.allocation))} ${fact(words.glance.masking, masking(page, info?.maskingInfo))} ${fact(words.glance.observational, plain(page, words.observationalModel, info?.observationalModel))} ${fact(words.glance.time, plain(page, words.timePerspective, info?.timePerspective))} ${fact(words.glance.duration, module?.targetDuration && own(page, module.targetDuration))} ${fact(words.glance.samples, described(page, plain(page, words.retention, module?.bioSpec?.retention), module?.bioSpec?.description))}`
}

function described(
  page: Page,
  said: Markup | undefined,
  more: string | undefined,
): Markup | undefined {
  if (!more) return said
  return line`${said ?? ''} <span class="detail">${own(page, more)}</span>`
}

type MaskingInfo = NonNullable<NonNullable<DesignModule['designInfo']>['maskingInfo']>

function masking(page: Page, info: MaskingInfo | undefined): Markup | undefined {
  const words = page.words.study
  const who = (info?.whoMasked ?? []).map((one) => lookup(words.whoMasked, one) ?? one).join(', ')
  const said = plain(page, words.masking, info?.masking)
  const whole = who && said ? line`${said}. ${fill(words.glance.masked, { who })}` : said
  return described(page, whole, info?.maskingDescription)
}

function size({ page, words, protocol }: StudyView): Markup | undefined {
  const { count, type } = protocol.designModule?.enrollmentInfo ?? {}
  const said = count === undefined ? page.words.common.notGiven : enrolment(page, count, type)
  return fact(words.glance.enrolment, said)
}

/** How many people, and whether they were counted or are planned. */
export function enrolment(page: Page, count: number, type: string | undefined): string {
  const { actual, estimated } = page.words.study.glance
  const kind = type === 'ACTUAL' ? actual : type === 'ESTIMATED' ? estimated : ''
  const number = saidNumber(page.language, count)
  return kind ? `${number} (${kind})` : number
}

function dates({ page, words, protocol, stored }: StudyView): Markup {
  const status = protocol.statusModule
  return line`${fact(words.head.verified, dateText(page, status?.statusVerifiedDate))} ${fact(words.glance.start, datedFact(page, status?.startDateStruct) ?? page.words.common.notGiven)} ${fact(words.glance.primaryCompletion, datedFact(page, status?.primaryCompletionDateStruct))} ${fact(words.glance.completion, datedFact(page, status?.completionDateStruct) ?? page.words.common.notGiven)} ${fact(words.glance.results, stored.study.hasResults ? words.glance.resultsYes : words.glance.resultsNo)}`
}
