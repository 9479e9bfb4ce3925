import { setImmediate as turn } from 'node:timers/promises'
import { html, type Markup } from '../shell/markup.ts'
import { link } from '../shell/page.ts'
import { backToList } from '../shell/parts/carried.ts'
import { layout } from '../shell/parts/layout.ts'
import { paths } from '../shell/paths.ts'
import type { StudyPageView } from './parts/page-view.ts'
import { plainText } from './parts/registry-text.ts'
import { found } from './results/found.ts'
import { answer } from './sections/answer.ts'
import { folds } from './sections/folds.ts'
import { head } from './sections/head.ts'
import { inShort } from './sections/in-short.ts'
import { nearestSites } from './sections/nearest-sites.ts'
import { studyNotices } from './sections/notices.ts'
import { toDo } from './sections/to-do.ts'
import { whoCanJoin } from './sections/who-can-join.ts'
import { structuredData } from './structured-data.ts'
import type { MadeView } from './study-view.ts'

/**
 * One study, the answer first, as a whole document. Other requests have a turn after each section, because a record may be
 * long.
 */
export async function studyPage(made: MadeView): Promise<Markup> {
  const { view } = made
  const summary = view.protocol.descriptionModule?.briefSummary
  return layout(view.page, {
    sheets: ['study'],
    title: `${plainText(view.everyday.text)} (${view.nctId})`,
    ...(summary && { description: shortened(plainText(summary)) }),
    main: await article(made),
    head: headLinks(view),
    islands: ['study-map', 'copy-link', 'late-part', 'print-button'],
    canonicalQuery: new URLSearchParams(),
  })
}

const sections: readonly ((view: StudyPageView) => Markup | '')[] = [
  studyNotices,
  whatWasFound,
  inShort,
  toDo,
  whoCanJoin,
  nearestSites,
]

function whatWasFound(view: StudyPageView): Markup | '' {
  return view.results ? found(view, view.results) : ''
}

async function article({ view, words }: MadeView): Promise<Markup> {
  const shown: (Markup | '')[] = []
  for (const section of sections) {
    shown.push(section(view))
    await turn()
  }
  const back = backToList(view.page, view.carried)
  return html`
    ${
      back &&
      html`
        <a class="back" href="${back.href}">
          <span aria-hidden="true">←</span>
          ${back.text}
        </a>
      `
    }
    <article class="study">
      ${head(view)} ${answer(view)}
      <div class="study-body">${shown} ${folds(view, words)} ${words.popUps(view)}</div>
    </article>
  `
}

function headLinks(view: StudyPageView): Markup {
  return html`
    <link
      rel="alternate"
      type="application/json"
      href="${link(view.page, paths.studyJson(view.nctId))}"
    />
    ${structuredData(view)}
  `
}

/** Search engines show about this much. */
function shortened(text: string): string {
  return text.length <= 155 ? text : `${text.slice(0, 154).replace(/\s+\S*$/, '')}…`
}
