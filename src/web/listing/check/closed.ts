import { html } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import { statusLabel } from '../../shell/parts/status-tag.ts'
import { standingOf } from '../../../finder/registry/status.ts'
import { fill, type Slot } from '../../shell/parts/phrases.ts'
import { tellMe } from '../../shell/parts/tell-me.ts'
import type { StudyView } from '../parts/view.ts'

/** Said first: whether people can join at all, and what to do when not. */
export function closedNotice(view: StudyView): Markup | string {
  const { page, protocol } = view
  const words = page.words.check
  const status = protocol.statusModule?.overallStatus ?? 'UNKNOWN'
  switch (standingOf(status)) {
    case 'open':
      return ''
    case 'opening':
      return notice(
        words.opening,
        html`
          <p class="no-print">${tellMe(view)}</p>
        `,
      )
    case 'paused':
      return notice(
        words.paused,
        html`
          <p class="no-print">${tellMe(view)}</p>
        `,
      )
    case 'invitation':
      return notice(words.invitation)
    case 'unknown':
      return notice(fill(words.notKnown, { status: statusLabel(page, status) }))
    case 'over':
      return notice(
        html`
          <strong>${words.closed.title}</strong>
          ${words.closed.text}
        `,
        html`
          <p>${words.closed.next}</p>
        `,
      )
  }
}

function notice(text: Slot, next: Slot = ''): Markup {
  return html`
    <div class="notice notice-warning">
      <p>${text}</p>
      ${next}
    </div>
  `
}
