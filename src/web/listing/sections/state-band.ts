import { html, line, type Markup } from '../../shell/markup.ts'
import { dateText, onDate } from '../../shell/parts/dates.ts'
import { fill, own } from '../../shell/parts/phrases.ts'
import { statusLabel, stateTag, toneOf } from '../../shell/parts/status-tag.ts'
import type { StudyPageView } from '../parts/page-view.ts'

/** The state in a word, a shape and a colour, with what makes it sure or doubtful. */
export function stateBand(view: StudyPageView): Markup {
  const { page, protocol, state } = view
  const status = protocol.statusModule?.overallStatus ?? 'UNKNOWN'
  return html`
    <div class="answer-state" data-tone="${toneOf(state)}">
      <p>${stateTag(state, label(view) ?? statusLabel(page, status))}</p>
      ${notes(view).map(
        (note) => html`
          <p>${note}</p>
        `,
      )}
    </div>
  `
}

/** Other words than those of a list, where the page says more. */
function label({ page, state, stored, protocol }: StudyPageView): string | undefined {
  const words = page.words.listing.answer
  if (state === 'doubt') return words.mayBeClosed
  if (state !== 'finished' || protocol.statusModule?.overallStatus !== 'COMPLETED') return undefined
  return stored.study.hasResults ? words.withResults : words.withoutResults
}

function notes(view: StudyPageView): readonly Markup[] {
  const said = note(view)
  const { whyStopped } = view.protocol.statusModule ?? {}
  const words = view.page.words.listing.answer
  const isStopped = view.state === 'stopped' || view.state === 'paused'
  if (!isStopped) return [said]
  const reason = whyStopped?.trim()
  return [said, reason ? line`${words.why} ${own(view.page, reason)}` : line`${words.whyNone}`]
}

function note(view: StudyPageView): Markup {
  const { page, protocol, state } = view
  const words = page.words.listing.answer
  const status = protocol.statusModule
  const verified = status?.statusVerifiedDate
  switch (state) {
    case 'open':
      return confirmed(view)
    case 'soon': {
      const start = status?.startDateStruct?.date
      return line`${start && fill(words.starts, { on: onDate(page, start) })} ${confirmed(view)}`
    }
    case 'doubt': {
      const said = { status: statusLabel(page, status?.overallStatus ?? 'UNKNOWN') }
      return verified
        ? fill(words.doubt, { ...said, date: line`<b>${dateText(page, verified)}</b>` })
        : fill(words.doubtNever, said)
    }
    case 'invitation':
    case 'paused':
    case 'full':
      return line`${words[state]}`
    case 'finished':
    case 'stopped': {
      if (status?.overallStatus === 'WITHDRAWN') return line`${page.words.study.notices.withdrawn}`
      const end = status?.completionDateStruct
      return end?.date && end.type !== 'ESTIMATED'
        ? fill(words.ended, { on: onDate(page, end.date) })
        : line`${words.endedBare}`
    }
    case 'unknown': {
      const last = status?.lastKnownStatus
      if (!last || !verified) return line`${words.unknownBare}`
      return fill(words.unknown, { status: statusLabel(page, last), on: onDate(page, verified) })
    }
  }
}

function confirmed({ page, protocol }: StudyPageView): Markup {
  const words = page.words.listing.answer
  const verified = protocol.statusModule?.statusVerifiedDate
  return verified
    ? fill(words.confirmed, { on: onDate(page, verified) })
    : line`${words.notConfirmed}`
}
