import { isCaseNumber } from '../../../people/enquiries/model/case-number.ts'
import type { DeskFilters, DeskFind } from '../../../people/enquiries/desk/list.ts'
import { type DeskTab, deskTabs } from '../../../people/enquiries/desk/tabs.ts'
import { readPage } from '../../../finder/question/read-values.ts'
import { type Actor } from '../../../people/accounts/model/actor.ts'
import { reach } from '../../../people/accounts/model/can.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import { studyName } from '../parts/study-name.ts'

/** What of a desk an address asks for, and what was typed to be found. */
export interface AskedDesk {
  readonly filters: DeskFilters & { readonly page: number }
  readonly typed: string
}

/** Reads the address or the form of a desk; what is no value of ours is as if it were not there. */
export function readDesk(
  page: Page,
  app: App,
  actor: Actor,
  params = new URLSearchParams(page.query),
): AskedDesk {
  const typed = (params.get('find') ?? '').trim().slice(0, longestFind)
  const study = known(params.get('study'), /^NCT\d{8}$/)
  const site = known(params.get('site'), /^[0-9a-f]{10}$/)
  const find = typed === '' ? undefined : readFind(page, app, actor, typed)
  return {
    typed,
    filters: {
      tab: readTab(params.get('tab')),
      page: readPage(params.get('page') ?? '') ?? 1,
      ...(study !== undefined && { study }),
      ...(site !== undefined && { site }),
      ...(isMine(params) && { isMine: true as const }),
      ...(find && { find }),
    },
  }
}

const longestFind = 200

/** As it was asked for, unless a button of the form says another thing. */
function isMine(params: URLSearchParams): boolean {
  const whose = params.get('whose')
  return whose === null ? params.get('mine') === '1' : whose === 'mine'
}

function readTab(text: string | null): DeskTab {
  return deskTabs.find((tab) => tab === text) ?? 'answer'
}

function known(text: string | null, form: RegExp): string | undefined {
  return text !== null && form.test(text) ? text : undefined
}

/** A case number, with or without its dash; the name or number of a study of the desk; or else a word. */
function readFind(page: Page, app: App, actor: Actor, typed: string): DeskFind {
  const caseNumber = typed.toUpperCase().replace(/^TW[\s-]*(?=[0-9A-Z]{6}$)/, 'TW-')
  if (isCaseNumber(caseNumber)) return { kind: 'case', caseNumber }
  const studies = [...new Set(reach(actor).map(({ study }) => study))].filter((study) =>
    isCalled(page, app, study, typed),
  )
  return studies.length > 0 ? { kind: 'studies', studies } : { kind: 'text', text: typed }
}

/** Whether each word that was typed begins a word of the study's name or is its number. */
function isCalled(page: Page, app: App, study: string, typed: string): boolean {
  const names = folded(`${study} ${studyName(page, app, study).text}`)
  return folded(typed).every((word) => names.some((name) => name.startsWith(word)))
}

function folded(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}
