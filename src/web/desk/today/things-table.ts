import type { ShownState } from '../../../finder/registry/status.ts'
import type { TodayThing } from '../../../study/conduct/today/today.ts'
import type { TodayGroup } from '../../../study/conduct/today/today-group.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { stateTag } from '../../shell/parts/status-tag.ts'
import { titleMarkup } from '../../shell/parts/study-title.ts'
import { paths } from '../../shell/paths.ts'
import type { DeskView } from '../parts/desk-layout.ts'
import { studyName } from '../parts/study-name.ts'
import type { RunNames } from './parts/run-names.ts'
import { actLink, mayActOn } from './parts/thing-act.ts'
import { standingText, whatText, whenText } from './parts/thing-text.ts'

/** Doses, visits, consent and signatures, a part of the table for each site; on a phone each is a block. */
export function thingsTable(
  view: DeskView,
  names: RunNames,
  things: readonly TodayThing[],
): Markup {
  const words = view.page.words.today.things
  const sites = Map.groupBy(things, ({ study, site }) => `${study} ${site}`)
  return html`
    <section class="flow" aria-labelledby="things-title">
      <h2 id="things-title">${words.title}</h2>
      <div class="queue-card">
        <table class="queue">
          <caption class="unseen">${words.title}</caption>
          <thead>
            <tr>
              <th scope="col">${words.who}</th>
              <th scope="col">${words.what}</th>
              <th scope="col">${words.when}</th>
              <th scope="col">${words.state}</th>
              <th scope="col">${words.act}</th>
            </tr>
          </thead>
          ${[...sites.values()].map((some) => siteBody(view, names, some))}
        </table>
      </div>
    </section>
  `
}

function siteBody(view: DeskView, names: RunNames, things: readonly TodayThing[]): Markup {
  const [first] = things
  return html`
    <tbody>
      ${
        first &&
        html`
          <tr class="q-site">
            <th colspan="5" scope="rowgroup">
              ${names.site(first)}
              <span class="soft">${titleMarkup(studyName(view.page, view.app, first.study))}</span>
            </th>
          </tr>
        `
      }
      ${things.map((thing) => thingRow(view, names, thing))}
    </tbody>
  `
}

function thingRow({ page, actor }: DeskView, names: RunNames, thing: TodayThing): Markup {
  const words = page.words.today
  const { line, group, number, study } = thing
  const told = { line, group, telling: names.telling(study, line.node), zone: names.zone(thing) }
  const act = mayActOn({ actor }, thing) ? words.acts[group] : words.look
  return html`
    <tr>
      <th scope="row" class="q-who">
        <a href="${link(page, paths.participant(thing.participantId))}">${number}</a>
      </th>
      <td>${whatText(page, told)}</td>
      <td>${whenText(page, told)}</td>
      <td class="q-due">${stateTag(looks[group], standingText(page, told), 'tag')}</td>
      <td>
        <a
          class="q-act"
          href="${actLink({ page, actor }, thing)}"
          aria-label="${words.ofWhom(act, number)}"
        >
          ${act}
        </a>
      </td>
    </tr>
  `
}

const looks: Readonly<Record<TodayGroup, ShownState>> = {
  clock: 'doubt',
  held: 'paused',
  give: 'open',
  missed: 'stopped',
  overdue: 'stopped',
  due: 'open',
  late: 'full',
  early: 'full',
  consent: 'invitation',
  signature: 'invitation',
}
