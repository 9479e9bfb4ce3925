import type { Page } from '../../shell/page.ts'
import { illnessPhrase } from '../../../finder/self-check/illness-phrase.ts'

/** Names of illnesses in the reader's language, each once, and those that only the registry's words name. */
export function illnessNames(
  page: Page,
  names: readonly string[],
): { readonly named: readonly string[]; readonly others: readonly string[] } {
  const named = new Set<string>()
  const others = new Set<string>()
  for (const name of names) {
    const rule = illnessPhrase(name, page.vocabulary)
    if (rule) named.add(page.words.check.phrase(rule, 'me', () => ''))
    else (page.language === 'en' ? named : others).add(name)
  }
  return { named: [...named], others: [...others] }
}
