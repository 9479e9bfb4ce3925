import { lastUpdated } from '../../../finder/registry/study-days.ts'
import { html, html as line } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { statusLabel, statusTag } from '../../shell/parts/status-tag.ts'
import { dateText, onDate } from '../../shell/parts/dates.ts'
import { freshnessOf, isDoubtful, mayBeAsked } from '../../../finder/registry/status.ts'
import { titleMarkup } from '../../shell/parts/study-title.ts'
import { fact, fill, lookup, own } from '../../shell/parts/phrases.ts'
import { tellMe } from '../../shell/parts/tell-me.ts'
import type { StudyView } from '../parts/view.ts'

/** The title, the dates and whether people can join: what a reader must not miss. */
export function head(view: StudyView): Markup {
  const { page, words, protocol } = view
  const identity = protocol.identificationModule
  const status = protocol.statusModule
  return html`
    <header class="study-head">
      <p class="study-number">${view.nctId}</p>
      <h1>${titleMarkup(view.everyday)}${view.everyday.isPlain ? '' : acronym(view)}</h1>
      ${
        view.everyday.isPlain &&
        html`
          <p class="study-registry-title">
            ${words.head.registryTitle} ${own(page, view.title)}${acronym(view)}
          </p>
        `
      }
      ${
        identity.officialTitle && identity.officialTitle !== view.title
          ? html`
              <p class="study-official">${own(page, identity.officialTitle)}</p>
            `
          : ''
      }
      <dl class="study-dates">
        ${fact(words.head.updated, dateText(page, lastUpdated(view.stored.study)))}
        ${fact(words.head.verified, dateText(page, status?.statusVerifiedDate))}
        ${fact(words.head.sponsor, sponsor(view))}
      </dl>
      ${statusLine(view)} ${notices(view)} ${connect(view)} ${protocolLink(view)}
      ${
        page.language === 'fr'
          ? html`
              <p class="own-notice">${words.registryWords}</p>
            `
          : ''
      }
    </header>
  `
}

/** The way to the study's protocol, where it is here as data. */
function protocolLink({ page, nctId, hasProtocol }: StudyView): Markup | '' {
  if (!hasProtocol) return ''
  return html`
    <p><a href="${link(page, paths.protocol(nctId))}">${page.words.protocol.studyLink}</a></p>
  `
}

/** The status as a label with its meaning, and the mark of doubt where there is one. */
export function statusLine(view: StudyView): Markup {
  const { page, protocol } = view
  const status = protocol.statusModule?.overallStatus ?? 'UNKNOWN'
  const said = lookup(page.words.common.statuses, status)
  const doubtful = isDoubtful(protocol.statusModule, view.today)
  return html`
    <p class="study-status">
      <span class="unseen">${view.words.head.status}:</span>
      ${statusTag(page, protocol.statusModule, view.today)}
      ${
        doubtful
          ? line`<strong class="stale-mark">${page.words.common.outOfDate.label}</strong>`
          : ''
      }
      ${doubtful ? '' : line`<span>${said?.meaning ?? `(${view.words.registryTerm})`}</span>`}
    </p>
  `
}

/** The way to the people of a study, unless it takes nobody, and to hear of it when it changes. */
function connect(view: StudyView): Markup {
  const isClosed = !mayBeAsked(view.protocol.statusModule?.overallStatus)
  return html`
    <p class="button-row no-print">
      ${
        !isClosed &&
        html`
          <a class="button" href="#sites">${view.words.sites.connect}</a>
        `
      }
      ${tellMe(view)}
    </p>
  `
}

function acronym({ page, title, protocol }: StudyView): Markup | string {
  const { acronym: short } = protocol.identificationModule
  if (!short || title.includes(short)) return ''
  return line` <span class="study-acronym">(${own(page, short)})</span>`
}

function sponsor({ page, protocol }: StudyView): Markup | undefined {
  const name = protocol.sponsorCollaboratorsModule?.leadSponsor?.name
  return name ? own(page, name) : undefined
}

/** Warnings, each with the record's own reason and date. */
function notices(view: StudyView): Markup {
  const found = [staleNotice(view), stoppedNotice(view), retractionNotice(view)].filter(Boolean)
  return line`${found.map(
    (text) => html`
      <p class="notice notice-warning">${text}</p>
    `,
  )}`
}

function staleNotice(view: StudyView): Markup | undefined {
  const { page, words, protocol } = view
  const status = protocol.statusModule
  const verified = status?.statusVerifiedDate
  const said = statusLabel(page, status?.overallStatus ?? 'UNKNOWN')
  switch (freshnessOf(status, view.today)) {
    case 'stale':
      return fill(words.notices.stale, { date: dateText(page, verified), status: said })
    case 'unchecked':
      return fill(words.notices.staleUnchecked, { status: said })
    case 'unknown':
      return lastKnown(view)
    case 'current':
      return undefined
  }
}

function lastKnown({ page, words, protocol }: StudyView): Markup {
  const status = protocol.statusModule
  const known = status?.lastKnownStatus
  if (!known) return line`${words.notices.unknownBare}`
  const label = lookup(page.words.common.statuses, known)?.label
  return fill(words.notices.unknown, {
    status: label ?? own(page, known),
    on: onDate(page, status?.statusVerifiedDate),
  })
}

function stoppedNotice({ page, words, protocol }: StudyView): Markup | undefined {
  const status = protocol.statusModule?.overallStatus ?? ''
  if (status === 'WITHHELD') return line`${words.notices.withheld}`
  if (!['WITHDRAWN', 'TERMINATED', 'SUSPENDED'].includes(status)) return undefined
  const why = protocol.statusModule?.whyStopped
  const opening = status === 'WITHDRAWN' ? `${words.notices.withdrawn} ` : ''
  return why
    ? line`${opening}${words.notices.whyStopped} ${own(page, why)}`
    : line`${opening}${words.notices.whyStoppedNone}`
}

function retractionNotice({ words, protocol }: StudyView): Markup | undefined {
  const retracted = protocol.referencesModule?.references?.some(
    ({ retractions }) => retractions && retractions.length > 0,
  )
  return retracted ? line`${words.notices.retracted}` : undefined
}
