import type { Hit } from '../../../finder/catalogue/model/query.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { ProtocolSection } from '../../../finder/registry/study.ts'
import type { ShownTitle } from '../../shell/parts/study-title.ts'
import type { Page } from '../../shell/page.ts'
import type { Explain } from './registry-text.ts'
import type { Words } from '../../../words/shape/shape.ts'

/** Everything the study page shows, gathered before anything is shown. */
export interface StudyView {
  readonly page: Page
  readonly words: Words['study']
  /** As far as pages show it. */
  readonly stored: StoredStudy
  /** True where the record is longer than what is shown of it. */
  readonly isCut: boolean
  readonly protocol: ProtocolSection
  readonly nctId: string
  readonly title: string
  /** What the page calls the study: its everyday title, or else the registry's. */
  readonly everyday: ShownTitle
  /** `yyyy-MM-dd` */
  readonly today: string
  /** True when every site was asked for, not only the first of each group. */
  readonly allSites: boolean
  /** True where its protocol is here as data. */
  readonly hasProtocol?: boolean
  readonly similar: readonly Hit[] | undefined
  readonly explain: Explain
}
