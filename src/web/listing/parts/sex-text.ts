import type { Markup } from '../../shell/markup.ts'
import { lookup, own } from '../../shell/parts/phrases.ts'
import type { StudyView } from './view.ts'

/** The sex a study takes in plain words; missing is "not given", never "any". */
export function sexText(page: StudyView['page'], sex: string | undefined): Markup | string {
  if (!sex) return page.words.common.notGiven
  return lookup(page.words.common.sexes, sex) ?? own(page, sex)
}
