import type { Hono } from 'hono'
import { ofOldPage } from '../../../finder/question/old-registry-page.ts'
import type { App } from '../../shell/app.ts'
import { link, pageOf } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'

/** Addresses that lead to a search or a study. Those of the registry's pages do: who changes the base of a link needs no more. */
export function addLeadingAddresses(area: Hono, app: App): void {
  area.get(paths.searchAdvanced.pattern, (c) => c.redirect(link(pageOf(c, app), paths.search())))
  for (const { pattern } of [paths.registryStudy, paths.registryOldStudy])
    area.get(pattern, (c) => {
      const id = c.req.param('id')?.split('/').at(-1) ?? ''
      return c.redirect(link(pageOf(c, app), paths.study(id)), 301)
    })
  area.get(paths.registryOldSearch.pattern, (c) => {
    const asked = ofOldPage(new URL(c.req.url).searchParams)
    return c.redirect(link(pageOf(c, app), paths.search(), asked), 302)
  })
}
