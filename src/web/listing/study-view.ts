import type { StoredStudy } from '../../finder/catalogue/model/stored.ts'
import type { App } from '../shell/app.ts'
import type { Page } from '../shell/page.ts'
import type { Carried } from '../shell/parts/carried.ts'
import { titledStudy } from '../../finder/vocabulary/titled-study.ts'
import { studyTitle } from '../shell/parts/study-title.ts'
import { type StudyPageView, shownStateOf } from './parts/page-view.ts'
import { shownRecord } from './parts/shown-record.ts'
import { sitesOf } from './parts/sites-near.ts'
import type { StudyView } from './parts/view.ts'
import { wordFinder } from './parts/word-finder.ts'
import { WordsExplained } from './parts/words-explained.ts'

/** What a page of a study shows, and the words that it has explained by its end. */
export interface MadeView {
  readonly view: StudyPageView
  readonly words: WordsExplained
}

/** Gathers what the pages of a study show, with whom it is looked at for, where the address says so. */
export function studyViewOf(
  app: App,
  page: Page,
  stored: StoredStudy,
  carried: Carried | undefined,
): MadeView {
  const shown = shownRecord(stored)
  const protocol = shown.stored.study.protocolSection
  const { nctId, briefTitle, officialTitle } = protocol.identificationModule
  const words = new WordsExplained(wordFinder(page.language), page.words.study.glossary.back)
  const view: StudyView = {
    page: carried ? { ...page, inMiles: carried.inMiles } : page,
    words: page.words.study,
    ...shown,
    protocol,
    nctId,
    title: briefTitle ?? officialTitle ?? nctId,
    everyday: studyTitle(page, titledStudy(shown.stored.study)),
    explain: words.explain,
    today: app.today(),
    allSites: new URLSearchParams(page.query).get('sites') === 'all',
    similar: undefined,
    hasProtocol: app.protocols().versions.some(({ protocol: one }) => one.study === nctId),
  }
  const place = carried?.person.place
  const near = place?.kind === 'found' ? place.place : undefined
  return {
    view: {
      ...view,
      state: shownStateOf(view),
      sites: sitesOf(shown.stored, near),
      ...(carried && { carried }),
    },
    words,
  }
}
