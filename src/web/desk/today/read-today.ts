import { readPage } from '../../../finder/question/read-values.ts'
import type { TodayAsk } from '../../../study/conduct/today/today.ts'
import { todayGroups } from '../../../study/conduct/today/today-group.ts'
import type { Page } from '../../shell/page.ts'

/** How far back one may look, in days; the first where nothing is said. */
export const daysBack = [7, 30, 365] as const

/** What of the day an address asks for; what is no value of ours is as if it were not there. */
export function readToday(page: Page): TodayAsk & { readonly page: number } {
  const params = new URLSearchParams(page.query)
  const study = /^NCT\d{8}$/.exec(params.get('study') ?? '')?.[0]
  const site = /^[0-9a-f]{10}$/.exec(params.get('site') ?? '')?.[0]
  const group = todayGroups.find((one) => one === params.get('only'))
  return {
    days: daysBack.find((days) => String(days) === params.get('days')) ?? daysBack[0],
    page: readPage(params.get('page') ?? '') ?? 1,
    ...(study !== undefined && { study }),
    ...(site !== undefined && { site }),
    ...(group && { group }),
  }
}

/** What of an address stays when another part of it is changed. */
export function keptOfToday({ study, site, group, days }: TodayAsk) {
  return { study, site, only: group, days: days === daysBack[0] ? undefined : days }
}
