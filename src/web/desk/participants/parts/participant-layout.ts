import { itemOf, zoneOf } from '../../../../study/conduct/model/case.ts'
import { currentFacts } from '../../../../study/conduct/model/current.ts'
import { comparableText } from '../../../../study/in-words/facts.ts'
import { momentText } from '../../../../study/in-words/values.ts'
import { type AgeOn, ageOn } from '../../../../study/protocol/time/age.ts'
import { readMoment } from '../../../../study/protocol/time/moment.ts'
import { isTimeProblem } from '../../../../study/protocol/time/problems.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link, type Page } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { deskLayout } from '../../parts/desk-layout.ts'
import { studyName } from '../../parts/study-name.ts'
import { participantTabs } from './participant-tabs.ts'
import type { ParticipantView } from './participant-view.ts'

/** The parts of a page of a participant. */
export interface ParticipantParts {
  /** What the page is for, after the number. */
  readonly title: string
  readonly main: Markup
  readonly islands?: readonly string[]
}

/** A page of a participant: their number, age and weight stand at its top, and never who they are. */
export function participantLayout(view: ParticipantView, parts: ParticipantParts): Markup {
  const { participant } = view.of
  return deskLayout(view, {
    title: `${participant.number}: ${parts.title}`,
    isMadeUp: view.isMadeUp,
    sheets: ['participant'],
    ...(parts.islands && { islands: parts.islands }),
    main: html`
      <div class="desk participant flow">
        ${participantHead(view)} ${participantTabs(view)} ${lockNote(view)} ${parts.main}
      </div>
    `,
  })
}

function participantHead(view: ParticipantView): Markup {
  const { page, of } = view
  const site = of.run.sites.find((one) => one.site === of.participant.site)?.name ?? ''
  return html`
    <header class="participant-head">
      <p class="participant-number">${of.participant.number}</p>
      <p class="small soft">
        ${participantAge(view)} · ${weightText(view)} · ${kitText(view)} ${site} ·
        ${studyName(page, view.app, of.participant.study).text}
      </p>
    </header>
  `
}

function kitText({ page, of, kit }: ParticipantView): Markup | false {
  return (
    kit !== undefined &&
    html`
      <a href="${link(page, paths.participantAllocation(of.participant.id))}">
        ${page.words.allocation.kit(kit)}
      </a>
      ·
    `
  )
}

function lockNote({ page, lock }: ParticipantView): Markup | false {
  return (
    lock !== 'open' &&
    html`
      <p class="note" role="status">${page.words.participants.locked[lock]}</p>
    `
  )
}

/** "2 years 6 months" by the recorded day of birth, on the day that it is at the site; a span where the day is partial. */
export function participantAge(view: ParticipantView): string {
  const { page, of } = view
  const words = page.words.participants.age
  const item = itemOf(of.protocol, 'birth date')
  const birth = item && currentFacts(of.facts, item.id).at(-1)?.value
  if (typeof birth !== 'string') return words.unknown
  const now = readMoment(of.state.now, zoneOf(of))
  const born = readMoment(birth)
  if (isTimeProblem(now) || isTimeProblem(born)) return words.unknown
  const age = ageOn(born, now.firstDay)
  return isTimeProblem(age) ? words.unknown : spanOfAge(page, age)
}

function spanOfAge(page: Page, { years, months, days }: AgeOn): string {
  const words = page.words.participants.age
  const said = (end: 'least' | 'most'): string => {
    if (years[end] >= 3) return words.years(years[end])
    if (years[end] >= 1)
      return [words.years(years[end]), months[end] % 12 > 0 && words.months(months[end] % 12)]
        .filter(Boolean)
        .join(' ')
    return months[end] >= 1 ? words.months(months[end]) : words.days(days[end])
  }
  const [least, most] = [said('least'), said('most')]
  return least === most ? least : words.about(least, most)
}

function weightText({ page, of, telling }: ParticipantView): string {
  const words = page.words.participants
  const item = of.protocol.regimens.find(({ weight }) => weight !== undefined)?.weight?.item
  const aside = new Set(of.state.setAside.map(({ fact }) => fact))
  const all = item === undefined ? [] : currentFacts(of.facts, item, zoneOf(of))
  const last = all.findLast(({ id, value }) => value !== null && !aside.has(id))
  if (!last) return words.noWeight
  return words.weight(comparableText(telling, last), momentText(telling, last.at))
}
