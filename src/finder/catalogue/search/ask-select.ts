import { SearchTooSlow } from '../model/catalogue.ts'
import { ListIncomplete } from '../model/damage.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Selected, Selection } from '../model/where.ts'
import type { SelectedHere } from '../select/select.ts'
import { readingWithin } from './ask-search.ts'
import type { NotSelected, SearchPool, SearchPoolOptions } from './search-pool.ts'

/**
 * Asks the pool of one state which studies are selected. Throws `SearchTooSlow` where that cannot be answered exactly in good time, and
 * `ListIncomplete` where something that is needed for it is damaged.
 */
export async function askSelect(
  { pool, manifest }: { readonly pool: SearchPool; readonly manifest: Pick<Manifest, 'number'> },
  { timeoutMs }: SearchPoolOptions,
  selection: Selection,
): Promise<Selected> {
  // A process that stops reading by itself need not be ended and started anew.
  const withinMs = readingWithin(timeoutMs)
  const answer = (await pool.ask({ kind: 'select', selection, withinMs })) as
    | SelectedHere
    | NotSelected
  if (answer === 'too slow') throw new SearchTooSlow()
  if (answer === 'damaged') throw new ListIncomplete()
  return { ...answer, state: manifest.number }
}
