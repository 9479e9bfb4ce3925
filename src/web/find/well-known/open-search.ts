import { assetUrl } from '../../shell/assets/assets.ts'
import { link, type Page } from '../../shell/page.ts'
import { escapeXml } from '../../../base/escape-xml.ts'
import { paths } from '../../shell/paths.ts'

/** Lets a browser add our search to its own search box. */
export function openSearch(page: Page): string {
  const words = page.words
  const address = page.baseUrl + link(page, paths.search())
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(words.common.siteName)}</ShortName>
  <Description>${escapeXml(words.search.description)}</Description>
  <Language>${page.language}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="32" height="32" type="image/svg+xml">${escapeXml(page.baseUrl + assetUrl('mark.svg'))}</Image>
  <Url type="text/html" method="get" template="${escapeXml(`${address}?q={searchTerms}`)}"/>
</OpenSearchDescription>
`
}
