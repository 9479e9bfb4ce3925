import { shownState } from '../../../finder/registry/status.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { tellMe } from '../../shell/parts/tell-me.ts'
import type { StudyView } from '../parts/view.ts'

/** Said first: whether people can join at all, and what to do when not. */
export function closedNotice(view: StudyView, similar: string): Markup | string {
  const { page, protocol, today } = view
  const words = page.words.check
  const state = shownState(protocol.statusModule, today)
  if (state === 'open') return ''
  const isOver = state === 'finished' || state === 'stopped' || state === 'full'
  const text = isOver ? words.closed : words.states[state]
  return html`
    <div class="note" data-tone="${isOver ? 'shut' : 'doubt'}">
      <p><b>${text}</b></p>
      <p class="no-print">
        ${
          state === 'soon' || state === 'paused'
            ? tellMe(view)
            : html`
                <a href="${similar}">${words.similar}</a>
              `
        }
      </p>
    </div>
  `
}
