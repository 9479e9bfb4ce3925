import { lastUpdated } from '../../../finder/registry/study-days.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { spokenDate } from '../../../words/dates.ts'
import { countriesOf } from '../../shell/parts/countries.ts'
import { link } from '../../shell/page.ts'
import { fill, own, ownBlock } from '../../shell/parts/phrases.ts'
import { paths } from '../../shell/paths.ts'
import { type StudyPageView, studyPaths } from '../parts/page-view.ts'
import { registryText } from '../parts/registry-text.ts'
import { siteItem } from './nearest-sites.ts'
import { outcomes } from './outcomes.ts'
import { recordFacts } from './glance.ts'
import { moreFacts } from './more.ts'
import { siteMap } from './site-map.ts'
import { share } from './share.ts'
import { team } from './team.ts'
import type { WordsExplained } from '../parts/words-explained.ts'

/** One folded part of the page: what is in it, how much, and the thing itself. */
interface Fold {
  readonly id: string
  readonly title: string
  readonly hint: Markup | string
  readonly body: Markup
}

/**
 * The rest of the record, each part behind its name and how much is in it. Native `details`: they open without a script,
 * the browser's search opens what it finds, and print shows all.
 */
export function folds(view: StudyPageView, words: WordsExplained): Markup {
  const made = [
    allSites,
    siteWords,
    teamFold,
    questions,
    measured,
    description,
    similar,
    record,
  ].map((make) => make(view))
  // Last, since it lists what the others explained.
  const parts = [...made, hardWords(view, words), shareFold(view)].filter(
    (part) => part !== undefined,
  )
  return html`
    <h2 class="more-title">${view.page.words.listing.more.heading}</h2>
    <div class="folds">${parts.map((part) => foldOf(part))}</div>
  `
}

/** A fold; a link to what is in it opens it in the browser. The heading inside its summary keeps the outline for those who jump by headings. */
function foldOf({ id, title, hint, body }: Fold): Markup {
  return html`
    <details class="fold">
      <summary>
        <h3>${title}</h3>
        <span class="hint small soft">${hint}</span>
      </summary>
      <div class="flow" id="${id}">${body}</div>
    </details>
  `
}

/** More are on a page of their own. */
const mostSites = 20

function allSites(view: StudyPageView): Fold | undefined {
  const { page, sites } = view
  if (sites.length === 0) return undefined
  const words = page.words.listing
  const countries = countriesOf(page, view.protocol.contactsLocationsModule?.locations ?? [])
  const hint = fill(words.more.sitesIn, {
    sites: page.words.common.sites(sites.length),
    countries: page.words.common.countries(countries.length),
  })
  const body = line`${siteMap(view, sites)}
    <ul class="sites">${sites.slice(0, mostSites).map((site) => siteItem(view, site))}</ul>
    <p><a href="${studyPaths(view).sites}">${words.sites.all(sites.length)}</a></p>`
  return { id: 'all-sites', title: words.more.allSites, hint, body }
}

/** Asked for only when it is opened, since it reads the records, which may be away. */
function siteWords({ page, sites, nctId }: StudyPageView): Fold | undefined {
  if (sites.length === 0) return undefined
  const { own: words } = page.words.desk
  const body = latePart(link(page, paths.studyWords(nctId)), words.link)
  return { id: 'site-words', title: words.title, hint: words.hint, body }
}

function teamFold(view: StudyPageView): Fold {
  const sponsor = view.protocol.sponsorCollaboratorsModule?.leadSponsor?.name
  return {
    id: 'team',
    title: view.page.words.listing.more.team,
    hint: sponsor ? own(view.page, sponsor) : '',
    body: team(view),
  }
}

function questions({ page }: StudyPageView): Fold {
  const { more, questions: asks } = page.words.listing
  const body = html`
    <ol class="flow">
      ${asks.map(
        (ask) => html`
          <li>${ask}</li>
        `,
      )}
    </ol>
  `
  return { id: 'questions', title: more.ask, hint: more.asks(asks.length), body }
}

function measured(view: StudyPageView): Fold | undefined {
  const module = view.protocol.outcomesModule
  const body = outcomes(view)
  if (!body) return undefined
  const main = module?.primaryOutcomes?.length ?? 0
  const other = (module?.secondaryOutcomes?.length ?? 0) + (module?.otherOutcomes?.length ?? 0)
  const { more } = view.page.words.listing
  return { id: 'measured', title: more.measured, hint: more.mainAndOther(main, other), body }
}

function description(view: StudyPageView): Fold | undefined {
  const { briefSummary, detailedDescription } = view.protocol.descriptionModule ?? {}
  const texts = [briefSummary, detailedDescription].filter((text) => text?.trim())
  if (texts.length === 0) return undefined
  const { more } = view.page.words.listing
  const official = view.protocol.identificationModule.officialTitle
  const body = line`${official ? line`<p><b>${own(view.page, official)}</b></p>` : ''}
    ${texts.map((text = '') => ownBlock(view.page, registryText(text, view.explain)))}`
  return { id: 'description', title: more.text, hint: more.inEnglish, body }
}

function hardWords(view: StudyPageView, words: WordsExplained): Fold | undefined {
  if (words.count === 0) return undefined
  const { more } = view.page.words.listing
  return {
    id: 'words',
    title: more.words,
    hint: more.wordsHint(words.count),
    body: words.folded(view),
  }
}

function shareFold(view: StudyPageView): Fold {
  const { more } = view.page.words.listing
  return { id: 'share', title: more.share, hint: view.nctId, body: share(view) }
}

/** Asked for only when it is opened, since it takes a search. */
function similar(view: StudyPageView): Fold {
  const { more } = view.page.words.listing
  const body = latePart(studyPaths(view).similar, more.similarSee)
  return { id: 'similar', title: more.similar, hint: more.similarHint, body }
}

/** What another page holds, asked for when the fold is opened; without a script it is a link. */
function latePart(address: string, text: string): Markup {
  return html`
    <late-part>
      <p><a href="${address}">${text}</a></p>
    </late-part>
  `
}

function record(view: StudyPageView): Fold {
  const { page, stored, protocol } = view
  const { more } = page.words.listing
  const date = spokenDate(page.language, lastUpdated(stored.study))
  const changes = stored.history.length
  const body = line`${recordFacts(view)} ${moreFacts(view)}
    <p><a href="${studyPaths(view).history}">${more.history}</a>${changes > 0 ? ` (${more.changes(changes)})` : ''}</p>`
  return {
    id: 'record',
    title: more.record,
    hint: date ? fill(more.updated, { date }) : protocol.identificationModule.nctId,
    body,
  }
}
