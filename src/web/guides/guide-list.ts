import { html, type Markup } from '../shell/markup.ts'
import type { Page } from '../shell/page.ts'
import { keptLink } from '../shell/parts/kept.ts'
import { paths } from '../shell/paths.ts'

/** A guide by its name among the words and in its address, which is the same in both languages. */
export interface Guide {
  readonly name: 'study' | 'rights' | 'costs' | 'children' | 'questions'
  readonly slug: string
  /** Lines to be ticked off, not to be read through. */
  readonly isList: boolean
}

/** All guides, in the order in which they are best read. */
export const guides: readonly Guide[] = [
  { name: 'study', slug: 'what-is-a-study', isList: false },
  { name: 'rights', slug: 'rights', isList: false },
  { name: 'costs', slug: 'costs-and-placebo', isList: false },
  { name: 'children', slug: 'children', isList: false },
  { name: 'questions', slug: 'questions', isList: true },
]

/** The guide at an address. */
export function guideAt(slug: string): Guide | undefined {
  return guides.find((guide) => guide.slug === slug)
}

/** Their titles, each with what it is about: items of a list. */
export function guideCards(page: Page, shown: readonly Guide[]): readonly Markup[] {
  return shown.map(({ name, slug }) => {
    const { title, short } = page.words.guides.guides[name]
    return html`
      <li>
        <a class="go" href="${keptLink(page, paths.guide(slug))}">${title}</a>
        <p class="soft">${short}</p>
      </li>
    `
  })
}
