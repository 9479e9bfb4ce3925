import { setImmediate as turn } from 'node:timers/promises'
import { html } from 'hono/html'
import { layout } from '../shell/parts/layout.ts'
import type { Markup } from '../shell/markup.ts'
import { link } from '../shell/page.ts'
import { plainText } from './parts/registry-text.ts'
import { briefDescription, detailedDescription } from './sections/descriptions.ts'
import { eligibilitySection } from './sections/eligibility.ts'
import { glance } from './sections/glance.ts'
import { head } from './sections/head.ts'
import { history } from './sections/history.ts'
import { inShort } from './sections/in-short.ts'
import { moreFacts } from './sections/more.ts'
import { sectionBar } from './sections/section-bar.ts'
import { share } from './sections/share.ts'
import { similarStudies } from './parts/similar.ts'
import { sites } from './sections/sites.ts'
import { team } from './sections/team.ts'
import { structuredData } from './structured-data.ts'
import type { StudyView } from './parts/view.ts'
import type { WordsExplained } from './parts/words-explained.ts'
import { paths } from '../shell/paths.ts'

/**
 * One study from its title to its history, as a whole document. Other requests have a turn after each section, because a
 * record may be long.
 */
export async function studyPage(view: StudyView, words: WordsExplained): Promise<Markup> {
  const summary = view.protocol.descriptionModule?.briefSummary
  return layout(view.page, {
    title: `${plainText(view.everyday.text)} (${view.nctId})`,
    ...(summary && { description: shortened(plainText(summary)) }),
    main: await article(view, words),
    head: headLinks(view),
    islands: ['study-map', 'copy-link', 'place-box', 'print-button'],
    canonicalQuery: new URLSearchParams(),
    printable: true,
  })
}

const sections: readonly ((view: StudyView) => Markup | undefined)[] = [
  briefDescription,
  detailedDescription,
  glance,
  eligibilitySection,
  sites,
  team,
  history,
  similarStudies,
  moreFacts,
  share,
]

async function article(view: StudyView, words: WordsExplained): Promise<Markup> {
  const shown: (Markup | undefined)[] = []
  for (const section of sections) {
    shown.push(section(view))
    await turn()
  }
  return html`
    <article class="study">
      ${head(view)} ${cutNotice(view)} ${inShort(view)} ${sectionBar(view)}
      <div class="study-body">${shown} ${words.list(view)}</div>
    </article>
  `
}

function cutNotice({ isCut, words, nctId }: StudyView): Markup | false {
  return (
    isCut &&
    html`
      <p class="notice">
        ${words.recordCut}
        <a href="https://clinicaltrials.gov/study/${nctId}" rel="noopener noreferrer nofollow">
          ${words.team.registry}
        </a>
      </p>
    `
  )
}

function headLinks(view: StudyView): Markup {
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
