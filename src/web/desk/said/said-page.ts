import { sitesById } from '../../../finder/registry/site-id.ts'
import { siteStatus } from '../../../finder/registry/status.ts'
import type { ProtocolSection } from '../../../finder/registry/study.ts'
import type { SaidSiteWord } from '../../../people/enquiries/desk/site-word.ts'
import type { ResponseRate } from '../../../people/enquiries/promise/figures.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { dateText } from '../../shell/parts/dates.ts'
import { layout } from '../../shell/parts/layout.ts'
import { fact, fill } from '../../shell/parts/phrases.ts'
import { statusLabel } from '../../shell/parts/status-tag.ts'
import { type ShownTitle, titleMarkup } from '../../shell/parts/study-title.ts'
import { paths } from '../../shell/paths.ts'
import { siteAndTown } from '../../shell/parts/known-site.ts'

/** What the sites of a study say of themselves, and how they answer, each by its id. */
export interface SaidOfSites {
  readonly protocol: ProtocolSection
  readonly title: ShownTitle
  readonly words: ReadonlyMap<string, SaidSiteWord>
  readonly rates: ReadonlyMap<string, ResponseRate>
}

/** The sites' own words, with their dates, beside the registry's: they are not mixed into the record. */
export function saidPage(page: Page, said: SaidOfSites): Markup {
  const words = page.words.desk.own
  const { nctId } = said.protocol.identificationModule
  const sites = sitesOf(said)
  return layout(page, {
    sheets: ['study'],
    title: `${words.title} (${nctId})`,
    description: words.lead,
    canonicalQuery: new URLSearchParams(),
    main: html`
      <a class="back" href="${link(page, paths.study(nctId))}">
        <span aria-hidden="true">←</span>
        ${page.words.listing.sites.back}
      </a>
      <div class="flow study-inner">
        <h1>${words.title}</h1>
        <p class="lead">${titleMarkup(said.title)}</p>
        <div class="flow" data-late>
          <p>${sites.length > 0 ? words.lead : words.none}</p>
          ${sites.map(({ id, name, status }) => oneSite(page, said, { id, name, status }))}
        </div>
        <p class="small soft">
          ${words.yours}
          <a href="${link(page, paths.claimsNew(), { study: nctId })}">${words.claim}</a>
        </p>
      </div>
    `,
  })
}

interface SaidSite {
  readonly id: string
  readonly name: string
  readonly status: string | undefined
}

/** Those of the record that say something or have answered often enough. */
function sitesOf({ protocol, words, rates }: SaidOfSites): readonly SaidSite[] {
  const all = [...sitesById(protocol)].map(([id, location]) => ({
    id,
    name: siteAndTown(location),
    status: siteStatus(location, protocol.statusModule),
  }))
  return all.filter(({ id }) => words.has(id) || rates.has(id))
}

function oneSite(page: Page, said: SaidOfSites, { id, name, status }: SaidSite): Markup {
  const words = page.words.desk.own
  const [word, rate] = [said.words.get(id), said.rates.get(id)]
  return html`
    <section class="card flow" aria-labelledby="site-${id}">
      <h2 id="site-${id}"><bdi>${name}</bdi></h2>
      <dl class="facts">
        ${word && word.status !== null && fact(words.says, statusLabel(page, word.status))}
        ${fact(words.registry, status === undefined ? undefined : statusLabel(page, status))}
        ${word && fact(words.contact, word.contact ?? undefined)}
        ${word && fact(words.hours, word.hours ?? undefined)}
        ${rate && fact(words.answers, words.rate(rate.kept, rate.promised))}
      </dl>
      ${word && summary(page, word)}
      ${
        word &&
        html`
          <p class="small soft">
            ${fill(words.saidOn, { date: dateText(page, word.saidAt.slice(0, 10)) })}
          </p>
        `
      }
    </section>
  `
}

/** In the language of the page where the site wrote it, and else in the other. */
function summary({ language }: Page, { summaryEn, summaryFr }: SaidSiteWord): Markup | false {
  const inOrder = [
    { lang: 'fr', text: summaryFr },
    { lang: 'en', text: summaryEn },
  ].toSorted((one) => (one.lang === language ? -1 : 1))
  const found = inOrder.find(({ text }) => text !== null)
  if (!found) return false
  return html`
    <blockquote class="own" lang="${found.lang}">${found.text}</blockquote>
  `
}
