import { html } from 'hono/html'
import { standingOf, type Standing } from '../../../finder/registry/status.ts'
import type { Markup } from '../markup.ts'
import type { Page } from '../page.ts'

/** What a state looks like: its colour, of which each has a shape of its own. */
type Look = 'open' | 'soon' | 'doubt' | 'invited' | 'paused' | 'stopped' | 'closed' | 'unclear'

/**
 * A recruitment status as a word, a shape and a colour; a status we do not know is shown as it came. What says that
 * people may join and is not to be relied on (`isDoubtful`) is said as a claim, and never looks open.
 */
export function statusTag(page: Page, status: string, isDoubtful = false): Markup {
  const claim = isDoubtful ? claimOf(page, status) : undefined
  const look = claim === undefined ? lookOf(status) : 'doubt'
  return html`
    <span class="status" data-tone="${tones[look]}">
      ${shape(look)} ${claim ?? statusLabel(page, status)}
    </span>
  `
}

/** The name of a status of the registry in the language of the page. */
export function statusLabel(page: Page, status: string): string {
  const { statuses } = page.words.common
  return Object.hasOwn(statuses, status) ? statuses[status as keyof typeof statuses].label : status
}

function claimOf(page: Page, status: string): string | undefined {
  const { claims } = page.words.common
  const standing = standingOf(status)
  return Object.hasOwn(claims, standing) ? claims[standing as keyof typeof claims] : undefined
}

const looks: Readonly<Record<Standing, Look>> = {
  open: 'open',
  opening: 'soon',
  invitation: 'invited',
  paused: 'paused',
  over: 'closed',
  unknown: 'unclear',
}

/** What ended before its time looks different from what ended as planned. */
function lookOf(status: string): Look {
  return status === 'TERMINATED' || status === 'WITHDRAWN' ? 'stopped' : looks[standingOf(status)]
}

const tones: Readonly<Record<Look, string>> = {
  open: 'open',
  soon: 'soon',
  doubt: 'doubt',
  invited: 'shut',
  paused: 'shut',
  stopped: 'stop',
  closed: 'shut',
  unclear: 'unsure',
}

/** Each has its own outline, so that it can be told without colour and in print. */
const outlines: Readonly<Record<Look, string>> = {
  open: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z',
  soon: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 2v10A5 5 0 0 1 8 3Z',
  doubt: 'M8 1 16 15H0Zm-1 5v4h2V6Zm0 5.3v1.9h2v-1.9Z',
  invited: 'M1 3h14v10H1Zm2 2v6h10V5Zm1 0h8L8 9Z',
  paused: 'M3 2h4v12H3ZM9 2h4v12H9Z',
  stopped: 'M5 1h6l4 4v6l-4 4H5l-4-4V5Z',
  closed: 'M2 2h12v12H2Zm2 2v8h8V4Z',
  unclear: 'M8 1l7 7-7 7-7-7Zm0 2.8L3.8 8 8 12.2 12.2 8Z',
}

function shape(look: Look): Markup {
  return html`
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="${outlines[look]}" fill-rule="evenodd" />
    </svg>
  `
}
