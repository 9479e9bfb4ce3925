import { isReachable } from '../../../finder/registry/contacts.ts'
import { mayReopen } from '../../../finder/registry/status.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { carriedQuery, carriedTo } from '../../shell/parts/carried.ts'
import { keptIn, withKept } from '../../shell/parts/kept.ts'
import { listLink } from '../../shell/parts/my-list.ts'
import { paths } from '../../shell/paths.ts'
import { connectHref } from '../parts/connect-link.ts'
import { siteToAsk, type StudyPageView, studyPaths } from '../parts/page-view.ts'

/** A way on: where it leads and what it is called. */
interface Act {
  readonly href: string
  readonly text: string
}

/** One filled button for what most people will want in this state, a second one, and three quiet ways. */
export function answerActs(view: StudyPageView): Markup {
  const [main, ...others] = actsOf(view)
  return html`
    <div class="answer-acts">
      ${main && button(main, 'button')}
      ${others.slice(0, 1).map((one) => button(one, 'button button-quiet'))}
    </div>
    ${others.slice(1).map(
      (one) => html`
        <p class="small"><a href="${one.href}">${one.text}</a></p>
      `,
    )}
    ${more(view)}
  `
}

function button({ href, text }: Act, look: string): Markup {
  return html`
    <a class="${look}" href="${href}">${text}</a>
  `
}

function actsOf(view: StudyPageView): readonly Act[] {
  const { state, results } = view
  const words = view.page.words.listing.answer
  const to = studyPaths(view)
  const check = { href: to.check, text: words.check }
  const similar = { href: to.similar, text: words.similar }
  const anyway = { ...check, text: words.checkAnyway }
  const found = results === undefined ? [] : [{ href: '#results', text: words.found }]
  const contact = contactAct(view)
  switch (state) {
    case 'open':
      return [check, ...contact]
    case 'soon':
      return [tellAct(view), check]
    case 'doubt':
    case 'unknown':
      return [similar, ...contact.map(({ href }) => ({ href, text: words.ask })), anyway]
    case 'invitation':
    case 'paused':
      return [similar, tellAct(view), anyway]
    case 'full':
      return [similar, tellAct(view), anyway]
    case 'finished':
      return [...found, similar, anyway]
    case 'stopped':
      return [similar, ...found, anyway]
  }
}

/** To write to the nearest site that may be asked; of a study without sites, to the contact of its team. */
function contactAct(view: StudyPageView): readonly Act[] {
  const words = view.page.words.listing.answer
  const site = siteToAsk(view)
  const href = site && connectHref(view, site.location)
  if (href !== undefined) return [{ href, text: words.contact }]
  const central = view.protocol.contactsLocationsModule?.centralContacts
  return central?.some(isReachable) ? [{ href: '#sites', text: words.contactStudy }] : []
}

function tellAct({ page, carried, protocol, nctId, state }: StudyPageView): Act {
  const words = page.words.listing.answer
  const status = protocol.statusModule?.overallStatus
  const text =
    state === 'soon' ? words.tellOpens : mayReopen(status) ? words.tellReopens : words.tell
  return { href: carriedTo(page, paths.alertsNew(), carried, { study: nctId }), text }
}

function more(view: StudyPageView): Markup {
  const { page, nctId } = view
  const words = page.words.listing.answer
  const kept = keptIn(page)
  const isKept = kept.includes(nctId)
  const keep = isKept
    ? { href: listLink(page, kept, view.carried), text: words.kept }
    : { href: keepHref(view), text: words.keep }
  const first =
    view.state === 'soon' ? { href: studyPaths(view).similar, text: words.similar } : tellAct(view)
  const acts: readonly Act[] = [first, keep, { href: '#share', text: words.print }]
  return html`
    <ul class="answer-more">
      ${acts.map(
        ({ href, text }) => html`
          <li><a href="${href}">${text}</a></li>
        `,
      )}
    </ul>
  `
}

/** The same page with the study among those that the address keeps. */
function keepHref(of: StudyPageView): string {
  const query = withKept(of.page, carriedQuery(of.carried))
  query.append('keep', of.nctId)
  return link(of.page, paths.study(of.nctId), query)
}
