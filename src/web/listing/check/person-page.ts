import type { Told } from '../../../finder/self-check/told.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { type Carried, carriedQuery } from '../../shell/parts/carried.ts'
import { layout } from '../../shell/parts/layout.ts'
import { plainText } from '../parts/registry-text.ts'
import type { StudyView } from '../parts/view.ts'
import { closedNotice } from './closed.ts'
import { aboutStudy } from './notes.ts'
import { checkPersonForm } from './person-form.ts'
import type { Ways } from './ways.ts'

/** Asks for whom a check is, where the address does not say. */
export function personPage({
  view,
  told,
  carried,
  hasError,
  ways,
}: {
  readonly view: StudyView
  readonly told: Told
  readonly carried: Carried | undefined
  readonly hasError: boolean
  readonly ways: Ways
}): Markup {
  const words = view.page.words.check
  const rest = carriedQuery(carried)
  for (const name of ['age', 'sex']) rest.delete(name)
  return layout(view.page, {
    sheets: ['study', 'check'],
    title: words.title(plainText(view.everyday.text)),
    head: html`
      <meta name="robots" content="noindex" />
    `,
    canonicalQuery: new URLSearchParams(),
    main: html`
      <div class="narrow flow check">
        <a class="back" href="${ways.study}">${words.back}</a>
        <h1>${words.heading}</h1>
        ${aboutStudy(view)} ${closedNotice(view, ways.similar)}
        ${checkPersonForm(view, told, { carried: rest, hasError })}
      </div>
    `,
  })
}
