import { countToday } from '../../../study/conduct/today/today.ts'
import { studiesOf } from '../../account/parts/ways.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import type { DeskView } from './desk-layout.ts'

/** How much there is to do today in the studies that are run here, and the way to it; nothing where none is. */
export async function todayBox({ page, app, actor }: DeskView): Promise<Markup | false> {
  const count = await countToday(app.people.records.db, actor, app.now())
  if (count === undefined) return false
  const words = page.words.today
  return html`
    <p class="note bar">
      <span>${words.box(count)}</span>
      <a href="${link(page, paths.deskToday())}">${words.open}</a>
      ${studiesOf(actor).map(
        (study) => html`
          <a href="${link(page, paths.studyDesk(study))}">${study}</a>
        `,
      )}
    </p>
  `
}
