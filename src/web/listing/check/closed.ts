import { html } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import { statusLabel } from '../../shell/parts/status-tag.ts'
import { isOpen, isOver } from '../../../finder/registry/status.ts'
import { fill } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'

/** Said first: whether somebody new can join at all, and what to do when not. */
export function closedNotice({ page, protocol }: StudyView): Markup | string {
  const words = page.words.check
  const status = protocol.statusModule?.overallStatus ?? 'UNKNOWN'
  if (isOver(status))
    return html`
      <div class="notice notice-warning">
        <p>
          <strong>${words.closed.title}</strong>
          ${words.closed.text}
        </p>
        <p>${words.closed.next}</p>
      </div>
    `
  if (isOpen(status)) return ''
  return html`
    <p class="notice notice-warning">
      ${fill(words.notOpen, { status: statusLabel(page, status) })}
    </p>
  `
}
