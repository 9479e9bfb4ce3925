import type { OutlookLine } from '../../../../study/conduct/derived/outlook.ts'
import type { TodayGroup } from '../../../../study/conduct/today/today-group.ts'
import { type Telling, titleOf } from '../../../../study/in-words/telling.ts'
import { visitName } from '../../../../study/in-words/visits.ts'
import type { VisitState } from '../../../../study/protocol/state/answers.ts'
import type { Page } from '../../../shell/page.ts'
import { lookup } from '../../../shell/parts/phrases.ts'
import { saidMoment } from '../../parts/said-moment.ts'

/** A line of an outlook, and how it is told. */
export interface ToldLine {
  readonly line: OutlookLine
  readonly group: TodayGroup
  readonly telling: Telling | undefined
  /** The clocks of the site. */
  readonly zone: string
}

/** What it is about: "Day 30 (J30)", "Dose 3 (J3)". */
export function whatText(page: Page, { line, telling }: ToldLine): string {
  const words = page.words.today.things
  const { details, node } = line
  switch (line.kind) {
    case 'visit':
      return telling ? visitName(telling, visitOf(line)) : node
    case 'dose': {
      const dose = words.dose(String(details.number ?? 1))
      return details.day === undefined ? dose : `${dose} (${details.day})`
    }
    case 'reconsent':
      return node === '' ? words.ownConsent : words.consent(node)
    case 'safety':
      return page.words.today.clocks.kinds[details.clock ?? 'due']
    case 'stage':
      return words.signature
    case 'question':
      return ''
  }
}

/** How it stands, in the engine's own words. */
export function standingText(page: Page, { line, group }: ToldLine): string {
  const { participant, doses, today } = page.words
  const said = {
    visit: lookup(participant.visit.standing, line.standing),
    dose: lookup(doses.kind, line.standing),
    safety: lookup(participant.safety.expedited, line.standing),
  }
  return (lookup(said, line.kind) as string | undefined) ?? today.groups[group]
}

/** When it is to be done, until when, or when it was; why, where a dose is held. */
export function whenText(page: Page, told: ToldLine): string {
  const words = page.words.today.things
  const { line, zone, group } = told
  const { details } = line
  const day = (text: string | undefined, at: string | null): string =>
    text === undefined || at === null ? '' : saidTime(page, text, at, zone)
  const due = day(details.due, line.dueAt)
  const closes = day(details.closes, lastOf(line, details.closes))
  switch (group) {
    case 'due':
      return closes === '' ? words.dueOn(due) : words.until(closes)
    case 'overdue':
      return words.since(due)
    case 'missed':
      return words.ended(closes)
    case 'late':
    case 'early':
      return words.doneAt(doneText(page, details.doneAt ?? '', zone))
    case 'give':
      return due === '' ? words.now : words.dueOn(due)
    case 'held':
      return whyText(page, told)
    case 'clock':
    case 'consent':
    case 'signature':
      return ''
  }
}

/** "Fri 4 Dec", or with the time where the text has one. */
export function saidTime(page: Page, text: string, at: string, zone: string): string {
  return saidMoment(page, at, zone, text.includes('T') ? 'moment' : 'day')
}

/** The last instant of a day is the one before the next begins. */
function lastOf({ closesAt }: OutlookLine, text: string | undefined): string | null {
  if (closesAt === null || text === undefined || text.includes('T')) return closesAt
  return new Date(Date.parse(closesAt) - 1).toISOString()
}

function doneText(page: Page, text: string, zone: string): string {
  if (/T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text)) return saidMoment(page, text, zone, 'moment')
  return /^\d{4}-\d{2}-\d{2}/.test(text)
    ? saidMoment(page, `${text.slice(0, 10)}T12:00:00Z`, 'UTC', 'day')
    : text
}

function whyText(page: Page, { line, telling }: ToldLine): string {
  const { because } = page.words.doses
  return (line.details.because ?? [])
    .map(({ type, node }) => because[type](telling ? titleOf(telling, node ?? line.node) : ''))
    .join(' ')
}

/** A visit as the words of the engine take it. */
function visitOf({ node, standing, details }: OutlookLine): VisitState {
  const { occurrence, day, due, opens, closes, doneAt } = details
  return {
    id: node,
    standing: standing as VisitState['standing'],
    open: [],
    facts: [],
    ...(occurrence !== undefined && { occurrence }),
    ...(day !== undefined && { day }),
    ...(due !== undefined && { due }),
    ...(opens !== undefined && { opens }),
    ...(closes !== undefined && { closes }),
    ...(doneAt !== undefined && { doneAt }),
  }
}
