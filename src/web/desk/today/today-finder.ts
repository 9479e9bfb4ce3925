import type { RunSite } from '../../../study/conduct/model/run.ts'
import type { Today, TodayAsk } from '../../../study/conduct/today/today.ts'
import type { Words } from '../../../words/shape/shape.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { hiddenField, selectField } from '../../shell/parts/field.ts'
import { paths } from '../../shell/paths.ts'
import type { DeskView } from '../parts/desk-layout.ts'
import { studyName } from '../parts/study-name.ts'
import { ownSites } from './parts/run-names.ts'
import { daysBack, keptOfToday } from './read-today.ts'

/** Lists to choose a study, a site and how far back from, and the way to a file. */
export function todayFinder(
  { page, app, actor }: DeskView,
  asked: TodayAsk,
  { runs }: Today,
): Markup {
  const words = page.words.today.find
  const shown = runs.filter(({ study }) => asked.study === undefined || study === asked.study)
  const sites = ownSites(actor, shown)
  return html`
    <form
      class="acts"
      method="get"
      action="${link(page, paths.deskToday())}"
      aria-label="${words.region}"
    >
      ${
        runs.length > 1 &&
        selectField({
          name: 'study',
          label: words.study,
          value: asked.study ?? '',
          choices: [
            { value: '', label: words.everyStudy },
            ...runs.map(({ study }) => ({ value: study, label: studyName(page, app, study).text })),
          ],
        })
      }
      ${sites.length > 1 && siteField(words, asked, sites)}
      ${selectField({
        name: 'days',
        label: words.days,
        value: String(asked.days),
        choices: daysBack.map((days) => ({ value: String(days), label: words.lastDays(days) })),
      })}
      ${asked.group && hiddenField('only', asked.group)}
      <button class="button button-quiet" type="submit">${words.show}</button>
      <a class="chip" href="${link(page, paths.deskTodayCsv(), keptOfToday(asked))}">
        ${words.csv}
      </a>
    </form>
  `
}

function siteField(
  words: Words['today']['find'],
  { site: asked }: TodayAsk,
  sites: readonly RunSite[],
): Markup {
  return selectField({
    name: 'site',
    label: words.site,
    value: asked ?? '',
    choices: [
      { value: '', label: words.everySite },
      ...sites.map(({ site, number, name }) => ({ value: site, label: `${number} ${name}` })),
    ],
  })
}
