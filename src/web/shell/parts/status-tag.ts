import { type ShownState, shownState, standingOf } from '../../../finder/registry/status.ts'
import type { StatusModule } from '../../../finder/registry/study.ts'
import { html, type Markup } from '../markup.ts'
import type { Page } from '../page.ts'
import { lookup } from './phrases.ts'

/** The colours of states, as the sheet names them. */
export type Tone = 'open' | 'soon' | 'doubt' | 'stop' | 'shut' | 'unsure'

/** What a state looks like: each has a shape of its own, so that it can be told without colour and in print. */
interface Look {
  readonly tone: Tone
  readonly outline: string
}

const closed = 'M2 2h12v12H2Zm2 2v8h8V4Z'
const looks: Readonly<Record<ShownState, Look>> = {
  open: { tone: 'open', outline: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z' },
  soon: { tone: 'soon', outline: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 2v10A5 5 0 0 1 8 3Z' },
  doubt: { tone: 'doubt', outline: 'M8 1 16 15H0Zm-1 5v4h2V6Zm0 5.3v1.9h2v-1.9Z' },
  invitation: { tone: 'shut', outline: 'M1 3h14v10H1Zm2 2v6h10V5Zm1 0h8L8 9Z' },
  paused: { tone: 'shut', outline: 'M3 2h4v12H3ZM9 2h4v12H9Z' },
  full: { tone: 'shut', outline: closed },
  finished: { tone: 'shut', outline: closed },
  stopped: { tone: 'stop', outline: 'M5 1h6l4 4v6l-4 4H5l-4-4V5Z' },
  unknown: { tone: 'unsure', outline: 'M8 1l7 7-7 7-7-7Zm0 2.8L3.8 8 8 12.2 12.2 8Z' },
}

/** The state of a study as a word, a shape and a colour. What is in doubt is said as a claim, and never looks open. */
export function statusTag(page: Page, study: StatusModule | undefined, today: string): Markup {
  const state = shownState(study, today)
  const status = study?.overallStatus ?? 'UNKNOWN'
  return stateTag(state, state === 'doubt' ? claimText(page, status) : statusLabel(page, status))
}

/** A state with words of the caller: "May no longer be open" over a study's answer card; a `tag` has a ground of its colour. */
export function stateTag(
  state: ShownState,
  text: string,
  kind: 'status' | 'tag' = 'status',
): Markup {
  const { tone, outline } = looks[state]
  return html`
    <span class="${kind}" data-tone="${tone}">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="${outline}" fill-rule="evenodd" />
      </svg>
      ${text}
    </span>
  `
}

/** The colour of a state, for what stands around its tag. */
export function toneOf(state: ShownState): Tone {
  return looks[state].tone
}

/** The name of a status of the registry in the language of the page; one we do not know as it came. */
export function statusLabel(page: Page, status: string): string {
  return lookup(page.words.common.statuses, status)?.label ?? status
}

function claimText(page: Page, status: string): string {
  const { claims } = page.words.common
  return standingOf(status) === 'opening' ? claims.opening : claims.open
}
