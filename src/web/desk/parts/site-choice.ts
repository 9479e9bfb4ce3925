import { reach } from '../../../people/accounts/model/can.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { selectField } from '../../shell/parts/field.ts'
import { storedSites } from '../../shell/parts/stored-study.ts'
import type { DeskView } from './desk-layout.ts'
import { type DeskSite, knownSiteLabel, studyName } from './study-name.ts'
import { siteAndTown } from '../../shell/parts/known-site.ts'

/** Every site of the actor's desk, by study, as the record has them now. */
export function sitesOfDesk({ app, actor }: Pick<DeskView, 'app' | 'actor'>): readonly DeskSite[] {
  const sites = reach(actor).flatMap(({ study, site }): readonly DeskSite[] => {
    if (site !== null) return [{ study, site }]
    return [...storedSites(app, study).keys()].map((id) => ({ study, site: id }))
  })
  return [...new Map(sites.map((one) => [keyOf(one), one])).values()]
}

/** The site that an address or a form names, if it is one of the desk; the first of them where it names none. */
export function chosenSite(view: DeskView, params: URLSearchParams): DeskSite | undefined {
  const sites = sitesOfDesk(view)
  const asked = params.get('at')
  return asked === null ? sites[0] : sites.find((one) => keyOf(one) === asked)
}

/** How a site is named in an address: `NCT02390596.0a1b2c3d4e`. */
export function keyOf({ study, site }: DeskSite): string {
  return `${study}.${site}`
}

/** "Hôpital Bicêtre, Kawasaki disease: anakinra". */
export function siteAndStudy({ page, app }: DeskView, at: DeskSite): string {
  const label = knownSiteLabel(app, at)
  return [label && siteAndTown(label), studyName(page, app, at.study).text]
    .filter(Boolean)
    .join(', ')
}

/** A list to choose another site from, where the desk has several. */
export function siteChoice(view: DeskView, path: string, at: DeskSite): Markup | false {
  const sites = sitesOfDesk(view)
  if (sites.length < 2) return false
  const words = view.page.words.desk.find
  return html`
    <form class="acts" method="get" action="${link(view.page, path)}">
      ${selectField({
        name: 'at',
        label: words.site,
        value: keyOf(at),
        choices: sites.map((one) => ({ value: keyOf(one), label: siteAndStudy(view, one) })),
      })}
      <button class="button button-quiet" type="submit">${words.show}</button>
    </form>
  `
}
