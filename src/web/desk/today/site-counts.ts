import type { Today, TodayAsk } from '../../../study/conduct/today/today.ts'
import { type TodayGroup, todayGroups } from '../../../study/conduct/today/today-group.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import type { DeskView } from '../parts/desk-layout.ts'
import { namesOfRuns } from './parts/run-names.ts'
import { keptOfToday } from './read-today.ts'

/** How many of each kind stand at each site, for who has several. */
export function siteCounts(
  { page }: DeskView,
  { sites, runs, counts }: Today,
  asked: TodayAsk,
): Markup | false {
  if (sites.size < 2) return false
  const words = page.words.today
  const names = namesOfRuns(page, runs)
  const groups = todayGroups.filter((group) => (counts[group] ?? 0) > 0)
  const rows = runs.flatMap(({ study, sites: all }) =>
    all.flatMap(({ site }) => {
      const own = sites.get(`${study} ${site}`)
      return own ? [{ study, site, own }] : []
    }),
  )
  return html`
    <section class="flow" aria-labelledby="by-site">
      <h2 id="by-site">${words.sites.title}</h2>
      <div class="scroll-x" tabindex="0" role="group" aria-labelledby="by-site">
        <table class="rules">
          <thead>
            <tr>
              <th scope="col">${words.sites.site}</th>
              ${groups.map(
                (group) => html`
                  <th scope="col">${words.groups[group]}</th>
                `,
              )}
            </tr>
          </thead>
          <tbody>
            ${rows.map(({ own, ...at }) => {
              const href = link(page, paths.deskToday(), { ...keptOfToday(asked), ...at })
              return siteRow({ href, name: names.site(at), groups, own })
            })}
          </tbody>
        </table>
      </div>
    </section>
  `
}

function siteRow({
  href,
  name,
  groups,
  own,
}: {
  readonly href: string
  readonly name: string
  readonly groups: readonly TodayGroup[]
  readonly own: Today['counts']
}): Markup {
  return html`
    <tr>
      <th scope="row"><a href="${href}">${name}</a></th>
      ${groups.map(
        (group) => html`
          <td class="num">${own[group] ?? '–'}</td>
        `,
      )}
    </tr>
  `
}
