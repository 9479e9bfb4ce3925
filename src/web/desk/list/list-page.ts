import type { DeskPage } from '../../../people/enquiries/desk/list.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type QueryValues } from '../../shell/page.ts'
import { selectField } from '../../shell/parts/field.ts'
import { pagination } from '../../shell/parts/pagination.ts'
import { hiddenField } from '../../shell/parts/field.ts'
import { paths } from '../../shell/paths.ts'
import { type DeskView, deskLayout, deskTabsNav } from '../parts/desk-layout.ts'
import { saidMoment } from '../parts/said-moment.ts'
import { shortSiteName, knownSiteLabel, siteClock, studyName } from '../parts/study-name.ts'
import { queueTable } from './queue.ts'
import type { AskedDesk } from './read-filters.ts'

/** A part of the desk: what is there, the most pressing first; above it, what else there is to do. */
export function deskListPage(
  view: DeskView,
  asked: AskedDesk,
  shown: DeskPage,
  above?: Markup | false,
): Markup {
  const { page } = view
  const words = page.words.desk
  const { filters } = asked
  const isFound = filters.find !== undefined && filters.find.kind !== 'studies'
  const tab = isFound ? 'found' : filters.tab
  const title = isFound
    ? words.heading.found(shown.total)
    : words.heading[filters.tab](shown.total, shown.counts.overdue)
  const namesSites = shown.counts.sites.length > 1
  return deskLayout(view, {
    title: `${words.name}: ${title}`,
    islands: ['queue-keys'],
    isMadeUp: shown.rows.some(({ details }) => details.isMadeUp),
    main: html`
      <div class="desk flow">
        <h1>${title}</h1>
        ${above} ${deskTabsNav(view, isFound ? undefined : filters.tab, shown.counts)}
        ${finder(view, asked, shown)}
        ${
          shown.rows.length > 0
            ? html`
                <queue-keys>${queueTable({ view, shown, tab, namesSites })}</queue-keys>
                ${foot(view, shown)}
              `
            : empty(view, asked, shown)
        }
        ${pagination(page, {
          at: shown.page,
          of: shown.pages,
          ...(isSpoken(asked) && { form: 'finder', action: link(page, paths.desk()) }),
          addressOf: (at) => link(page, paths.desk(), { ...keptOfDesk(asked), page: at }),
        })}
      </div>
    `,
  })
}

/** The way to one case, study or word; to one's own; to one study or site; and to a file of all of it. */
function finder(view: DeskView, asked: AskedDesk, shown: DeskPage): Markup {
  const { page } = view
  const { filters, typed } = asked
  const words = page.words.desk.find
  return html`
    <form
      id="finder"
      class="acts"
      method="post"
      action="${link(page, paths.desk())}"
      role="search"
      aria-label="${words.region}"
    >
      <div class="field desk-find">
        <label class="unseen" for="find">${words.label}</label>
        <input
          id="find"
          name="find"
          type="search"
          value="${typed}"
          maxlength="200"
          autocomplete="off"
          placeholder="${words.label}"
        />
      </div>
      ${narrowed(view, asked, shown)} ${filters.tab !== 'answer' && hiddenField('tab', filters.tab)}
      <button class="button button-quiet" type="submit">${words.button}</button>
      ${isSpoken(asked) ? waysByForm(view, asked) : waysByLink(view, asked, shown)}
      ${filters.isMine && hiddenField('mine', '1')}
    </form>
    ${searchedNote(view, shown)}
  `
}

/** The ways to one's own and to a file, where an address may say all that is asked for. */
function waysByLink({ page }: DeskView, asked: AskedDesk, { counts }: DeskPage): Markup {
  const { isMine, tab } = asked.filters
  const words = page.words.desk.find
  const all = keptOfDesk(asked)
  return html`
    <a class="chip" href="${link(page, paths.desk(), { ...all, mine: isMine ? undefined : 1 })}">
      ${isMine ? words.all : words.mine}
      ${
        !isMine &&
        html`
          <b class="num">${counts.mine[tab]}</b>
        `
      }
    </a>
    <a class="chip" href="${link(page, paths.deskCsv(), all)}">${words.csv}</a>
  `
}

/** The same for words that stand in no address. */
function waysByForm({ page }: DeskView, { filters: { isMine } }: AskedDesk): Markup {
  const words = page.words.desk.find
  return html`
    <button class="chip" type="submit" name="whose" value="${isMine ? 'all' : 'mine'}">
      ${isMine ? words.all : words.mine}
    </button>
    <button class="chip" type="submit" formaction="${link(page, paths.deskCsv())}">
      ${words.csv}
    </button>
  `
}

function searchedNote({ page }: DeskView, { searched, rows, total }: DeskPage): Markup | false {
  if (!searched) return false
  const words = page.words.desk.find
  return html`
    <p class="small soft">
      ${rows.length < total && words.firstFound(rows.length, total)}
      ${searched.isAll ? words.searchedAll(searched.count) : words.searched(searched.count)}
      <a href="${link(page, paths.desk())}">${words.clear}</a>
    </p>
  `
}

/** Lists to choose a study and a site from, where the desk has more than one. */
function narrowed(view: DeskView, { filters }: AskedDesk, { counts }: DeskPage): Markup | false {
  if (counts.sites.length < 2) return false
  const { page, app } = view
  const words = page.words.desk.find
  const studies = [...new Set(counts.sites.map(({ study }) => study))]
  const sites = counts.sites.filter(
    ({ study }) => filters.study === undefined || study === filters.study,
  )
  return html`
    ${
      studies.length > 1 &&
      selectField({
        name: 'study',
        label: words.study,
        value: filters.study ?? '',
        choices: [
          { value: '', label: words.everyStudy },
          ...studies.map((study) => ({ value: study, label: studyName(page, app, study).text })),
        ],
      })
    }
    ${selectField({
      name: 'site',
      label: words.site,
      value: filters.site ?? '',
      choices: [
        { value: '', label: words.everySite },
        ...sites.map(({ study, site, count }) => ({
          value: site,
          label: `${shortSiteName(knownSiteLabel(app, { study, site }) ?? { city: site })} (${count})`,
        })),
      ],
    })}
  `
}

/** Whether what is looked for is said in words: these may be of a patient, so no address carries them. */
export function isSpoken(asked: AskedDesk): boolean {
  return asked.filters.find !== undefined && addressable(asked) === undefined
}

/** What is looked for, where it is a case number, or a study that can be said by its number. */
function addressable({ filters: { find }, typed }: AskedDesk): string | undefined {
  if (find?.kind === 'case') return typed
  return find?.kind === 'studies' && find.studies.length === 1 ? find.studies[0] : undefined
}

/** What of an address stays when another part of it is changed. */
export function keptOfDesk(
  asked: AskedDesk,
): Readonly<Record<string, string | number | undefined>> {
  const { filters } = asked
  return {
    tab: filters.tab === 'answer' ? undefined : filters.tab,
    study: filters.study,
    site: filters.site,
    mine: filters.isMine ? 1 : undefined,
    find: addressable(asked),
  } satisfies QueryValues
}

function foot({ page, app }: DeskView, { rows, timeZones }: DeskPage): Markup {
  const { list } = page.words.desk
  // The day of the reader's own clock is not known here: it is that of the site that is named first, as its promise is.
  const [first] = rows
  const zone = first ? siteClock(app, first, timeZones).timeZone : 'UTC'
  const today = saidMoment(page, app.now(), zone, 'date')
  return html`
    <p class="small soft bar">
      <span>${list.order(today)}</span>
      <span class="keys-hint" hidden>
        ${list.keys.before}
        <kbd>j</kbd>
        <kbd>k</kbd>
        ${list.keys.move}
        <kbd>Enter</kbd>
        ${list.keys.open}
      </span>
    </p>
  `
}

function empty({ page }: DeskView, { filters, typed }: AskedDesk, { counts }: DeskPage): Markup {
  const words = page.words.desk.empty
  const isNever = counts.sites.length === 0
  const isNarrow = typed !== '' || filters.isMine || (filters.study ?? filters.site) !== undefined
  return html`
    <div class="card flow">
      <p>${isNever ? words.never : isNarrow ? words.found : words[filters.tab]}</p>
      ${
        isNarrow &&
        html`
          <p><a href="${link(page, paths.desk())}">${page.words.desk.find.clear}</a></p>
        `
      }
    </div>
  `
}
