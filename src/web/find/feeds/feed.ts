import type { Hit } from '../../../finder/catalogue/model/query.ts'
import { linkIn, type Page } from '../../shell/page.ts'
import { attribution } from '../../shell/parts/page-footer.ts'
import { entry } from './entry.ts'
import { firstMoment } from './first-moment.ts'
import { element, emptyElement, type Xml } from '../../../base/xml.ts'
import { paths } from '../../shell/paths.ts'

/** What a news reader is told of a list of studies. */
export interface Feed {
  readonly title: string
  readonly subtitle?: string
  /** Where the feed is, and the page that shows the same; both as `link()` makes them. */
  readonly self: string
  readonly alternate: string
  readonly studies: readonly Hit[]
  /** `yyyy-MM-dd` on which the list is made, to say which states may be out of date. */
  readonly today: string
}

/** Most studies in one feed. */
export const longestFeed = 50

/** An Atom feed (RFC 4287): the same studies give the same text, whenever it is asked for. */
export function atom(page: Page, feed: Feed): string {
  const { summary, words, baseUrl, language } = page
  const self = baseUrl + feed.self
  const dates = feed.studies.flatMap(({ lastUpdatePostDate }) => lastUpdatePostDate ?? [])
  const newest = dates.toSorted().at(-1) ?? summary.processedTo ?? summary.imported
  const body: readonly Xml[] = [
    element('id', self),
    element('title', feed.title),
    ...(feed.subtitle ? [element('subtitle', feed.subtitle)] : []),
    element('updated', firstMoment(newest)),
    emptyElement('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: baseUrl + feed.alternate }),
    element('author', [
      element('name', 'ClinicalTrials.gov'),
      element('uri', 'https://clinicaltrials.gov/'),
    ]),
    element('rights', `${attribution(page)} ${words.common.notTheRegistry}`),
    element('generator', words.common.siteName, { uri: baseUrl + linkIn(language, paths.home()) }),
    ...feed.studies.map((study) => entry(page, study, feed.today)),
  ]
  const namespaces = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('feed', body, namespaces).text}`
}
