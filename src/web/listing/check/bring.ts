import type { ThingToBring } from '../../../finder/self-check/things-to-bring.ts'
import type { Page } from '../../shell/page.ts'
import { isNamed } from '../../shell/parts/spoken.ts'

/** Things to have ready, in the reader's words; blood tests without a plain name are left out. */
export function thingsInWords(page: Page, things: readonly ThingToBring[]): readonly string[] {
  const { bring, measures } = page.words.check
  return things.flatMap((one) => {
    if (one.thing !== 'bloodTests') return bring[one.thing]
    const names = one.codes.flatMap((code) => (isNamed(page, code) ? measures[code].name : []))
    return names.length === 0 ? [] : bring.bloodNamed.replace('{names}', names.join(', '))
  })
}
