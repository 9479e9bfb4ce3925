import { can } from '../../../people/accounts/model/can.ts'
import { siteOf } from '../../../finder/registry/site-id.ts'
import {
  longestWords,
  sayableStatuses,
  type SiteWord,
} from '../../../people/enquiries/desk/site-word.ts'
import type { TypedSetting } from '../../../people/enquiries/promise/site-setting.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { dateText } from '../../shell/parts/dates.ts'
import { errorSummary } from '../../shell/parts/error-summary.ts'
import { hiddenField, selectField, textArea, textField } from '../../shell/parts/field.ts'
import { fact, fill } from '../../shell/parts/phrases.ts'
import { statusLabel } from '../../shell/parts/status-tag.ts'
import { paths } from '../../shell/paths.ts'
import { type DeskView, deskLayout, deskTabsNav } from '../parts/desk-layout.ts'
import { keyOf, siteAndStudy, siteChoice } from '../parts/site-choice.ts'
import { storedStudy } from '../../shell/parts/stored-study.ts'
import type { DeskSite } from '../parts/study-name.ts'

/** What a site says of itself and promises, as it is or was typed. */
export interface ListingShown {
  readonly at: DeskSite
  readonly word: SiteWord
  /** `yyyy-MM-dd`; absent where nothing was said. */
  readonly saidOn?: string
  readonly setting: TypedSetting
  readonly problems: readonly { readonly field: string; readonly text: string }[]
  readonly did?: true
}

/** What people read of a site: the registry's record, and beside it what the site says itself and promises. */
export function listingPage(view: DeskView, shown: ListingShown): Markup {
  const { page, actor } = view
  const words = page.words.desk.listing
  const may = can.manageSite(actor, shown.at)
  return deskLayout(view, {
    title: words.title,
    main: html`
      ${errorSummary(page, shown.problems)}
      <div class="desk flow">
        <h1>${words.title}</h1>
        ${deskTabsNav(view, 'listing')} ${siteChoice(view, paths.deskListing(), shown.at)}
        ${
          shown.did &&
          html`
            <p class="note" data-tone="open" role="status">${words.saved}</p>
          `
        }
        <p class="soft">${siteAndStudy(view, shown.at)}</p>
        ${ofRecord(view, shown)}
        ${
          may
            ? html`
                ${wordForm(view, shown)} ${promiseForm(view, shown)}
              `
            : html`
                <p>${words.managersOnly}</p>
              `
        }
      </div>
    `,
  })
}

/** What the registry says, and when the site last said something else. */
function ofRecord({ page, app }: DeskView, { at, saidOn, word }: ListingShown): Markup {
  const words = page.words.desk.listing
  const protocol = storedStudy(app, at.study)?.study.protocolSection
  const location = protocol && siteOf(protocol, at.site)
  const status = location?.status ?? protocol?.statusModule?.overallStatus
  return html`
    <section class="card flow" aria-labelledby="record-title">
      <h2 id="record-title">${words.record}</h2>
      <dl class="facts">
        ${fact(words.status, status === undefined ? words.unsaid : statusLabel(page, status))}
        ${fact(words.said, word.status === null ? words.unsaid : statusLabel(page, word.status))}
        ${fact(words.saidOn, saidOn === undefined ? words.unsaid : dateText(page, saidOn))}
      </dl>
      <p class="small soft">
        ${fill(words.recordNote, { study: at.study })}
        <a href="${link(page, paths.studyWords(at.study))}">${words.see}</a>
      </p>
    </section>
  `
}

function wordForm({ page }: DeskView, shown: ListingShown): Markup {
  const words = page.words.desk.listing
  const { word, at, problems } = shown
  const errorAt = errorsOf(problems)
  const texts = [
    ['contact', 'en', 2],
    ['hours', 'en', 2],
    ['summaryEn', 'en', 6],
    ['summaryFr', 'fr', 6],
  ] as const
  return html`
    <section class="card flow narrow-left" aria-labelledby="word-title">
      <h2 id="word-title">${words.own}</h2>
      <p class="small soft">${words.ownNote}</p>
      <form class="flow" method="post" action="${link(page, paths.deskListing())}" novalidate>
        ${hiddenField('at', keyOf(at))}
        ${selectField({
          name: 'status',
          label: words.status,
          value: word.status ?? '',
          error: errorAt('status'),
          choices: [
            { value: '', label: words.asRecord },
            ...sayableStatuses.map((status) => ({
              value: status,
              label: statusLabel(page, status),
            })),
          ],
        })}
        ${texts.map(([name, language, rows]) =>
          textArea({
            name,
            label: words.fields[name],
            hint: words.hints[name],
            isHintBelow: true,
            value: word[name] ?? '',
            maxLength: longestWords[name],
            rows,
            error: errorAt(name),
            ...(name.startsWith('summary') && { language }),
          }),
        )}
        <button class="button" type="submit">${words.say}</button>
      </form>
    </section>
  `
}

function promiseForm({ page }: DeskView, { at, setting, problems }: ListingShown): Markup {
  const words = page.words.desk.listing
  const errorAt = errorsOf(problems)
  const fields = ['promiseDays', 'closesAt', 'country', 'region', 'timeZone'] as const
  return html`
    <section class="card flow narrow-left" aria-labelledby="promise-title">
      <h2 id="promise-title">${words.promise}</h2>
      <p class="small soft">${words.promiseNote}</p>
      <form class="flow" method="post" action="${link(page, paths.deskPromise())}" novalidate>
        ${hiddenField('at', keyOf(at))}
        ${fields.map((name) =>
          textField({
            name,
            label: words.settings[name],
            hint: words.settingHints[name],
            value: setting[name],
            maxLength: 60,
            error: errorAt(name),
          }),
        )}
        <button class="button button-quiet" type="submit">${words.keepPromise}</button>
      </form>
    </section>
  `
}

function errorsOf(problems: ListingShown['problems']): (name: string) => string | undefined {
  return (name) => problems.find(({ field }) => field === name)?.text
}
