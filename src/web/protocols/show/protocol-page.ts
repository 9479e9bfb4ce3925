import { wordingText } from '../../../study/in-words/telling.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { layout } from '../../shell/parts/layout.ts'
import { paths } from '../../shell/paths.ts'
import type { VersionView } from '../parts/version-view.ts'
import { criteriaSection } from './criteria.ts'
import { dosingSection } from './dosing.ts'
import { protocolHead } from './head.ts'
import { endpointsSection, settingsSection, silentSection, termsSection } from './other-sections.ts'
import { scheduleSection } from './schedule.ts'
import { sourcesSection } from './sources.ts'

/** One version of a protocol, each line beside the source's own words. `isListed`: the study has a page here. */
export function protocolPage(view: VersionView, isListed: boolean): Markup {
  const { page, protocol, telling } = view
  const title = wordingText(telling, protocol.title)
  return layout(page, {
    sheets: ['desk'],
    title: `${title} (${protocol.study})`,
    description: page.words.protocol.list.lead,
    canonicalQuery: new URLSearchParams({ version: protocol.version }),
    printable: true,
    islands: ['print-button'],
    head: html`
      <link
        rel="alternate"
        type="application/json"
        href="${link(page, paths.protocolJson(protocol.study), { version: protocol.version })}"
      />
    `,
    main: html`
      <article class="protocol">
        ${protocolHead(view, isListed)} ${sectionLinks(view)} ${criteriaSection(view)}
        ${scheduleSection(view)} ${dosingSection(view)} ${endpointsSection(view)}
        ${silentSection(view)} ${termsSection(view)} ${settingsSection(view)}
        ${sourcesSection(view)}
      </article>
    `,
  })
}

function sectionLinks({ page }: VersionView): Markup {
  const words = page.words.protocol.sections
  const ids = [
    'eligibility',
    'schedule',
    'dosing',
    'endpoints',
    'silent',
    'terms',
    'settings',
    'sources',
  ] as const
  return html`
    <nav class="section-bar" aria-label="${words.label}">
      <ul>
        ${ids.map(
          (id) => html`
            <li><a href="#${id}">${words[id]}</a></li>
          `,
        )}
      </ul>
    </nav>
  `
}
