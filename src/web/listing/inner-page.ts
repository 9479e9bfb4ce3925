import { html, type Markup } from '../shell/markup.ts'
import { layout } from '../shell/parts/layout.ts'
import { titleMarkup } from '../shell/parts/study-title.ts'
import { type StudyPageView, studyPaths } from './parts/page-view.ts'
import { plainText } from './parts/registry-text.ts'

/** A page below a study's: all its sites, its history, what is like it. */
export interface InnerPage {
  readonly heading: string
  readonly body: Markup
  readonly islands?: readonly string[]
}

/** The document of a page below a study's, with the way back to the study. */
export function innerPage(view: StudyPageView, { heading, body, islands = [] }: InnerPage): Markup {
  return layout(view.page, {
    sheets: ['study'],
    title: `${heading} – ${plainText(view.everyday.text)} (${view.nctId})`,
    main: html`
      <a class="back" href="${studyPaths(view).self}">
        <span aria-hidden="true">←</span>
        ${view.page.words.listing.sites.back}
      </a>
      <div class="flow study-inner">
        <h1>${heading}</h1>
        <p class="lead">${titleMarkup(view.everyday)}</p>
        ${body}
      </div>
    `,
    islands,
    canonicalQuery: new URLSearchParams(),
  })
}
