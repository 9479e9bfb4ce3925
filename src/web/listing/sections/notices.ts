import { html, line, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import type { StudyPageView } from '../parts/page-view.ts'

/** What a reader must be warned of beside the state: a paper taken back, a record held back or cut; and the protocol. */
export function studyNotices(view: StudyPageView): Markup | '' {
  const found = [retracted(view), withheld(view), cut(view), protocolLink(view)].filter(
    (text) => text !== undefined,
  )
  return found.length === 0
    ? ''
    : html`
        <div class="flow notices">
          ${found.map(
            (text) => html`
              <p class="note" data-tone="doubt">${text}</p>
            `,
          )}
        </div>
      `
}

function retracted({ words, protocol }: StudyPageView): Markup | undefined {
  const isRetracted = protocol.referencesModule?.references?.some(
    ({ retractions }) => retractions && retractions.length > 0,
  )
  return isRetracted ? line`${words.notices.retracted}` : undefined
}

function withheld({ words, protocol }: StudyPageView): Markup | undefined {
  return protocol.statusModule?.overallStatus === 'WITHHELD'
    ? line`${words.notices.withheld}`
    : undefined
}

function cut({ isCut, words, nctId }: StudyPageView): Markup | undefined {
  if (!isCut) return undefined
  const registry = `https://clinicaltrials.gov/study/${nctId}`
  return line`${words.recordCut} <a href="${registry}" rel="noopener noreferrer nofollow">${words.team.registry}</a>`
}

/** The way to the study's protocol, where it is here as data. */
function protocolLink({ page, nctId, hasProtocol }: StudyPageView): Markup | undefined {
  if (!hasProtocol) return undefined
  return line`<a href="${link(page, paths.protocol(nctId))}">${page.words.protocol.studyLink}</a>`
}
