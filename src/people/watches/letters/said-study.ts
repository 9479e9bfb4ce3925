import { unlessDamaged } from '../../../finder/catalogue/model/damage.ts'
import type { Catalogue } from '../../../finder/catalogue/model/catalogue.ts'
import type { Vocabulary } from '../../../finder/vocabulary/concept.ts'
import { everydayTitle } from '../../../finder/vocabulary/title-parts.ts'
import { titledStudy } from '../../../finder/vocabulary/titled-study.ts'
import { statusNames } from '../../../words/status-names.ts'
import { wordsOf } from '../../../words/words.ts'
import type { ToldStudy } from './watch-letter.ts'

/** What a mail says of a study in words: the title of its page, and its status. Undefined where it is not there or damaged. */
export function saidStudy(
  {
    catalogue,
    names,
  }: { readonly catalogue: Pick<Catalogue, 'study'>; readonly names: Vocabulary },
  nctId: string,
  language: 'en' | 'fr',
): ToldStudy['whole'] {
  const stored = unlessDamaged(
    () => catalogue.study(nctId),
    () => undefined,
  )
  if (!stored) return undefined
  const titled = titledStudy(stored.study)
  const plain = everydayTitle(names, titled, language, wordsOf(language).common.title)
  const status = stored.study.protocolSection.statusModule?.overallStatus ?? 'UNKNOWN'
  return {
    title: plain ?? titled.briefTitle,
    isEnglish: plain === undefined,
    status: statusNames[language][status] ?? status,
  }
}
